#include "analysis/answer_agreement.h"

#include <algorithm>

#include "analysis/rule_matching.h"

namespace samverka {
namespace {

void add_each_once(std::vector<std::string>& all, const std::vector<std::string>& more) {
  for (const std::string& one : more) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
}

std::optional<AgreementTerms> terms_of_leaf(const RuleNeed& need, const Network& network, const Taxonomy& taxonomy,
                                            std::span<const ActorId> partners) {
  const RuleAgreement& what = need.agreement;
  const bool is_one_of_several = what.target_groups_any && what.target_groups_any->size() != 1;
  const bool is_told = what.party_state == PartyState::adopted && !what.min_confidence && what.perspective.empty();
  if (!is_told || is_one_of_several) return std::nullopt;
  const bool is_with = std::any_of(partners.begin(), partners.end(), [&](ActorId partner) {
    return matches(need.partner, network.actor(partner), taxonomy);
  });
  if (!is_with) return std::nullopt;
  AgreementTerms terms;
  terms.form = what.form;
  if (!what.area.empty()) terms.areas = {what.area};
  if (what.target_groups_all) terms.target_groups = *what.target_groups_all;
  if (what.target_groups_any) add_each_once(terms.target_groups, *what.target_groups_any);
  if (!what.service_area.empty()) terms.service_areas = {what.service_area};
  return terms;
}

}  // namespace

std::optional<AgreementTerms> joined(AgreementTerms one, const AgreementTerms& other) {
  if (!one.form.empty() && !other.form.empty() && one.form != other.form) return std::nullopt;
  if (one.form.empty()) one.form = other.form;
  add_each_once(one.areas, other.areas);
  add_each_once(one.target_groups, other.target_groups);
  add_each_once(one.service_areas, other.service_areas);
  return one;
}

std::optional<AgreementTerms> terms_of(const RuleNeed& need, const Network& network, const Taxonomy& taxonomy,
                                       std::span<const ActorId> partners) {
  if (need.parts.empty()) return terms_of_leaf(need, network, taxonomy, partners);
  if (need.kind == RuleNeed::Kind::negation) return std::nullopt;
  std::optional<AgreementTerms> all = AgreementTerms{};
  for (const RuleNeed& part : need.parts) {
    const auto terms = terms_of(part, network, taxonomy, partners);
    if (need.kind == RuleNeed::Kind::any) {
      if (terms) return terms;
      continue;
    }
    if (!terms) return std::nullopt;
    all = joined(std::move(*all), *terms);
    if (!all) return std::nullopt;
  }
  return need.kind == RuleNeed::Kind::any ? std::nullopt : all;
}

bool has_negation(const RuleNeed& need) {
  return need.kind == RuleNeed::Kind::negation || std::any_of(need.parts.begin(), need.parts.end(), has_negation);
}

}  // namespace samverka
