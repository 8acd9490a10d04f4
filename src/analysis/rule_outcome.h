#pragma once
// What a need says of one subject: the outcomes in the format's order, each with its evidence, and needs made of needs.
#include <memory>
#include <span>
#include <vector>

#include "analysis/rule_leads.h"
#include "analysis/rule_partners.h"
#include "analysis/rule_reach.h"

namespace samverka {

class NeedJudge {
 public:
  // Of these subjects alone. The need and the ground must outlive it.
  NeedJudge(const RuleGround& ground, const RuleNeed& need, Date horizon, std::span<const ActorId> subjects);
  ~NeedJudge();
  NeedFinding judge(ActorId subject);
  // By some survey about an area of the need.
  bool is_asked(ActorId subject) const;
  bool has_answered(ActorId subject) const;

 private:
  struct Leaf;  // what a need that is no combination is judged by
  NeedFinding judge_leaf(ActorId subject);
  std::vector<NearAgreement> near_of(ActorId subject);
  bool is_held(ActorId subject, NeedFinding& finding);
  bool is_pending(ActorId subject, NeedFinding& finding);
  bool is_observed(ActorId subject, NeedFinding& finding) const;
  WhyUnknown why_unknown(ActorId subject, NeedFinding& finding) const;

  const RuleGround& ground_;
  const RuleNeed& need_;
  std::unique_ptr<Leaf> leaf_;
  std::vector<std::unique_ptr<NeedJudge>> parts_;
};

// The outcome of `all`, `any` or `not` from those of its parts (at least one).
Outcome combined(RuleNeed::Kind kind, std::span<const NeedFinding> parts);

}  // namespace samverka
