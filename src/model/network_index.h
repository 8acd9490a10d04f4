#pragma once
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/network.h"

namespace samverka {

// One party row: which agreement and which of its parties.
struct PartyPlace {
  AgreementId agreement;
  std::uint32_t party = 0;
};

// Look-ups over one network value; built once per network (linear) and good for just that value.
class NetworkIndex {
 public:
  NetworkIndex() = default;
  explicit NetworkIndex(const Network& network);

  ActorId actor(std::string_view key) const;  // unset if there is none; the first where two share a key
  AgreementId agreement(std::string_view key) const;
  ActorId municipality(std::string_view code) const;  // the actor of type municipality with this municipality_code
  ActorId region_of_county(std::string_view county) const;

  std::span<const PartyPlace> parties_of(ActorId actor) const;  // every party row of this actor, in file order
  std::span<const ActorId> children_of(ActorId actor) const;    // actors whose parent it is
  std::span<const ActorId> member_in(ActorId actor) const;      // actors that list it in `members`

 private:
  template <class T>
  struct Lists {  // compressed rows: row i is items[start[i], start[i + 1])
    std::vector<std::uint32_t> start;
    std::vector<T> items;
    std::span<const T> row(std::uint32_t i) const {
      if (std::size_t{i} + 1 >= start.size()) return {};
      return std::span<const T>(items).subspan(start[i], start[i + 1] - start[i]);
    }
  };
  std::unordered_map<std::string, ActorId> actors_;
  std::unordered_map<std::string, AgreementId> agreements_;
  std::unordered_map<std::string, ActorId> municipalities_;
  std::unordered_map<std::string, ActorId> regions_;
  Lists<PartyPlace> parties_;
  Lists<ActorId> children_;
  Lists<ActorId> member_in_;
};

}  // namespace samverka
