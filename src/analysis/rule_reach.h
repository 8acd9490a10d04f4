#pragma once
// Who reaches a partner within some steps, where a step is from one actor to another that stands in the same agreement.
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "analysis/rule_stage.h"

namespace samverka {

// A way from the subject: each agreement with the one actor that it leads to; the last is the partner. Never empty.
using PartnerWay = std::vector<AgreementPartners>;

struct WaysFound {
  std::optional<PartnerWay> now, then;  // then: over agreements and actors that hold on both days
};

class ReachSearch {
 public:
  // Works out the ways of all subjects at once: O(places · entries), where a place is one of `same`.
  ReachSearch(const RuleGround& ground, const RuleNeed& need, const NeedStage& stage, PartnerFilter& filter,
              std::span<const ActorId> subjects);
  WaysFound ways_of(ActorId subject) const;

 private:
  std::unordered_map<ActorId, WaysFound> ways_;  // of the subjects that reach somebody
};

}  // namespace samverka
