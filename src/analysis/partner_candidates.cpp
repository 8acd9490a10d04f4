#include "analysis/partner_candidates.h"

#include <algorithm>

#include "analysis/rule_matching.h"

namespace samverka {
namespace {

bool is_of_same(SamePlace same, const Actor& a, const Actor& b) {
  if (same == SamePlace::anywhere) return true;
  const std::string& of_a = same == SamePlace::county ? a.county : a.municipality;
  return !of_a.empty() && of_a == (same == SamePlace::county ? b.county : b.municipality);
}

}  // namespace

PartnerCandidates::PartnerCandidates(const Network& network, const Taxonomy& taxonomy, const RuleNeed& need)
    : network_(network), need_(need) {
  for (const RuleNeed& part : need.parts) parts_.emplace_back(network, taxonomy, part);
  if (!parts_.empty()) return;
  is_fit_.resize(network.actors.size());
  for (std::size_t i = 0; i < is_fit_.size(); ++i) {
    is_fit_[i] = matches(need.partner, network.actors[i], taxonomy);
    if (is_fit_[i]) fit_.emplace_back(i);
  }
}

bool PartnerCandidates::may_be(ActorId partner, ActorId subject) const {
  if (!parts_.empty()) {
    return std::any_of(parts_.begin(), parts_.end(), [&](const auto& part) { return part.may_be(partner, subject); });
  }
  return partner != subject && is_fit_[partner.value] &&
         is_of_same(need_.partner.same, network_.actor(subject), network_.actor(partner));
}

ActorId PartnerCandidates::only_one(ActorId subject) const {
  ActorId only;
  if (parts_.empty()) {
    if (need_.least > 1) return {};
    for (const ActorId actor : fit_) {
      if (!may_be(actor, subject)) continue;
      if (only.is_set()) return {};
      only = actor;
    }
    return only;
  }
  if (need_.kind == RuleNeed::Kind::negation) return {};
  for (const PartnerCandidates& part : parts_) {
    const ActorId of_part = part.only_one(subject);
    if (!of_part.is_set() || (only.is_set() && of_part != only)) return {};
    only = of_part;
  }
  return only;
}

}  // namespace samverka
