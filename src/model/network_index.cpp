#include "model/network_index.h"

#include <algorithm>

namespace samverka {
namespace {

// The first row with a key has it; rows without one are not found.
template <class IdType>
void add_key(std::unordered_map<std::string, IdType>& keys, const std::string& key, std::size_t index) {
  if (!key.empty()) keys.emplace(key, IdType(index));
}

template <class IdType>
IdType look_up(const std::unordered_map<std::string, IdType>& keys, std::string_view key) {
  const auto found = keys.find(std::string(key));
  return found == keys.end() ? IdType{} : found->second;
}

// Calls visit(row, item) for each pair, twice: compressed rows are counted first and filled next.
template <class T, class Pairs>
void fill_rows(std::vector<std::uint32_t>& start, std::vector<T>& items, std::size_t rows, Pairs&& each_pair) {
  start.assign(rows + 1, 0);
  each_pair([&](std::uint32_t row, T) { ++start[row + 1]; });
  for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
  items.resize(start.back());
  std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
  each_pair([&](std::uint32_t row, T item) { items[next[row]++] = item; });
}

// The code that says which municipality an actor of that type is.
const std::string& municipality_code(const Actor& actor) {
  return actor.ids && !actor.ids->municipality_code.empty() ? actor.ids->municipality_code : actor.municipality;
}

const std::string& county_code(const Actor& actor) {
  return actor.ids && !actor.ids->county_code.empty() ? actor.ids->county_code : actor.county;
}

}  // namespace

NetworkIndex::NetworkIndex(const Network& network) {
  const std::size_t actors = network.actors.size();
  actors_.reserve(actors);
  agreements_.reserve(network.agreements.size());
  for (std::size_t i = 0; i < actors; ++i) {
    const Actor& actor = network.actors[i];
    add_key(actors_, actor.key, i);
    if (actor.type == "municipality") add_key(municipalities_, municipality_code(actor), i);
    if (actor.type == "region") add_key(regions_, county_code(actor), i);
  }
  for (std::size_t i = 0; i < network.agreements.size(); ++i) add_key(agreements_, network.agreements[i].key, i);

  fill_rows(parties_.start, parties_.items, actors, [&](auto&& visit) {
    for (std::size_t i = 0; i < network.agreements.size(); ++i) {
      const std::vector<Party>& parties = network.agreements[i].parties;
      for (std::size_t p = 0; p < parties.size(); ++p) {
        if (!parties[p].actor.id.is_set()) continue;
        visit(parties[p].actor.id.value, PartyPlace{AgreementId(i), static_cast<std::uint32_t>(p)});
      }
    }
  });
  fill_rows(children_.start, children_.items, actors, [&](auto&& visit) {
    for (std::size_t i = 0; i < actors; ++i) {
      const ActorId parent = network.actors[i].parent.id;
      if (parent.is_set()) visit(parent.value, ActorId(i));
    }
  });
  fill_rows(member_in_.start, member_in_.items, actors, [&](auto&& visit) {
    for (std::size_t i = 0; i < actors; ++i) {
      for (const ActorRef& member : network.actors[i].members) {
        if (member.id.is_set()) visit(member.id.value, ActorId(i));
      }
    }
  });
}

ActorId NetworkIndex::actor(std::string_view key) const { return look_up(actors_, key); }
AgreementId NetworkIndex::agreement(std::string_view key) const { return look_up(agreements_, key); }
ActorId NetworkIndex::municipality(std::string_view code) const { return look_up(municipalities_, code); }
ActorId NetworkIndex::region_of_county(std::string_view county) const { return look_up(regions_, county); }

// A default index knows no rows, and an unset id has none.
std::span<const PartyPlace> NetworkIndex::parties_of(ActorId actor) const {
  return actor.is_set() ? parties_.row(actor.value) : std::span<const PartyPlace>{};
}
std::span<const ActorId> NetworkIndex::children_of(ActorId actor) const {
  return actor.is_set() ? children_.row(actor.value) : std::span<const ActorId>{};
}
std::span<const ActorId> NetworkIndex::member_in(ActorId actor) const {
  return actor.is_set() ? member_in_.row(actor.value) : std::span<const ActorId>{};
}

}  // namespace samverka
