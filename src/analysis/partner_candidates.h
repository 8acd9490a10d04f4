#pragma once
#include <vector>

#include "model/network.h"
#include "model/rules.h"
#include "model/taxonomy.h"

namespace samverka {

// Who could be the partner that a need asks for, whoever the partners are today. Made once per need; references to
// the network, which must outlive it.
class PartnerCandidates {
 public:
  PartnerCandidates(const Network& network, const Taxonomy& taxonomy, const RuleNeed& need);

  bool may_be(ActorId partner, ActorId subject) const;
  // The one that it must be: where the need is of one partner and just one actor can be it ("the region of the
  // county"), and each part of a combination says the same. Unset otherwise. Linear at worst.
  ActorId only_one(ActorId subject) const;

 private:
  const Network& network_;
  const RuleNeed& need_;
  std::vector<bool> is_fit_;  // by actor
  std::vector<ActorId> fit_;  // of them, those that are
  std::vector<PartnerCandidates> parts_;
};

}  // namespace samverka
