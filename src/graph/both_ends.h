#pragma once
// Who stands in what, found from both ends. For walks over a sub-network.
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "graph/subnetwork.h"

namespace samverka {

// An actor at an agreement: as a party, or as the body that it founds (never confirmed).
struct Joint {
  ActorId actor;
  AgreementId agreement;
  bool is_confirmed = false;
};

// An actor that is party twice stands there twice. Linear to make.
class BothEnds {
 public:
  BothEnds(const Network& network, const SubNetwork& part) {
    std::vector<Joint> all;
    all.reserve(part.participations.size() + part.foundings.size());
    for (const Participation& p : part.participations) all.push_back({p.actor, p.agreement, p.is_confirmed});
    for (const Founding& f : part.foundings) all.push_back({f.actor, f.agreement, false});
    of_actor_ = sorted_by(all, network.actors.size(), [](const Joint& j) { return j.actor.value; });
    of_agreement_ = sorted_by(all, network.agreements.size(), [](const Joint& j) { return j.agreement.value; });
  }

  std::span<const Joint> of(ActorId actor) const { return of_actor_.row(actor.value); }
  std::span<const Joint> of(AgreementId agreement) const { return of_agreement_.row(agreement.value); }

 private:
  struct Rows {
    std::vector<Joint> all;
    std::vector<std::uint32_t> start;
    std::span<const Joint> row(std::size_t at) const {
      return std::span<const Joint>(all).subspan(start[at], start[at + 1] - start[at]);
    }
  };

  template <class Row>
  static Rows sorted_by(const std::vector<Joint>& all, std::size_t count, Row row_of) {
    Rows rows{std::vector<Joint>(all.size()), std::vector<std::uint32_t>(count + 1, 0)};
    for (const Joint& joint : all) ++rows.start[row_of(joint) + std::size_t{1}];
    std::partial_sum(rows.start.begin(), rows.start.end(), rows.start.begin());
    std::vector<std::uint32_t> next = rows.start;
    for (const Joint& joint : all) rows.all[next[row_of(joint)]++] = joint;
    return rows;
  }

  Rows of_actor_, of_agreement_;
};

}  // namespace samverka
