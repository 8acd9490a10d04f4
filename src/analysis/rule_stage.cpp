#include "analysis/rule_stage.h"

#include <algorithm>
#include <iterator>

#include "analysis/rule_matching.h"

namespace samverka {
namespace {

StagedAgreement staged(const RuleGround& ground, AgreementId id, PartyState state, Date horizon) {
  const Agreement& agreement = ground.network.agreement(id);
  StagedAgreement row{id, ground.standing_in(agreement, state, ground.day), {}};
  if (!agreement.is_active_on(horizon)) return row;
  const std::vector<ActorId> then = ground.standing_in(agreement, state, horizon);
  std::set_intersection(row.now.begin(), row.now.end(), then.begin(), then.end(), std::back_inserter(row.both));
  return row;
}

}  // namespace

NeedStage::NeedStage(const RuleGround& ground, const RuleAgreement& what, Date horizon)
    : is_matching(ground.network.agreements.size()) {
  for (std::size_t i = 0; i < is_matching.size(); ++i) {
    const Agreement& agreement = ground.network.agreements[i];
    is_matching[i] = matches(what, agreement, ground.taxonomy);
    if (!is_matching[i] || !agreement.is_active_on(ground.day)) continue;
    agreements.push_back(staged(ground, AgreementId(i), what.party_state, horizon));
  }
  std::sort(agreements.begin(), agreements.end(), [&](const StagedAgreement& a, const StagedAgreement& b) {
    return ground.comes_first(a.agreement, b.agreement);
  });
}

NeedStage::NeedStage(const RuleGround& ground, const std::vector<AgreementId>& only, PartyState state)
    : is_matching(ground.network.agreements.size()) {
  for (const AgreementId id : only) {
    is_matching[id.value] = true;
    if (ground.network.agreement(id).is_active_on(ground.day))
      agreements.push_back(staged(ground, id, state, ground.day));
  }
  std::sort(agreements.begin(), agreements.end(), [&](const StagedAgreement& a, const StagedAgreement& b) {
    return ground.comes_first(a.agreement, b.agreement);
  });
}

bool PartnerFilter::operator()(ActorId actor) {
  Known& known = known_[actor.value];
  if (known == Known::not_yet) {
    known = matches(who_, ground_.network.actor(actor), ground_.taxonomy) ? Known::yes : Known::no;
  }
  return known == Known::yes;
}

bool PartnerFilter::operator()(ActorId actor, ActorId subject) {
  const std::uint32_t place = ground_.place_of(who_.same, subject);
  return actor != subject && place != 0 && place == ground_.place_of(who_.same, actor) && (*this)(actor);
}

PlacedPartners::PlacedPartners(const RuleGround& ground, PartnerFilter& filter, const std::vector<ActorId>& actors) {
  std::vector<std::pair<std::uint32_t, ActorId>> placed;
  for (const ActorId actor : actors) {
    const std::uint32_t place = ground.place_of(filter.same(), actor);
    if (place != 0 && filter(actor)) placed.emplace_back(place, actor);
  }
  std::sort(placed.begin(), placed.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : ground.comes_first(a.second, b.second);
  });
  for (std::size_t begin = 0, end = 0; begin < placed.size(); begin = end) {
    auto list = std::make_shared<std::vector<ActorId>>();
    while (end < placed.size() && placed[end].first == placed[begin].first) list->push_back(placed[end++].second);
    lists_.emplace_back(placed[begin].first, std::move(list));
  }
}

PlacedPartners::List PlacedPartners::at(std::uint32_t place) const {
  const auto found = std::lower_bound(lists_.begin(), lists_.end(), place,
                                      [](const auto& row, std::uint32_t wanted) { return row.first < wanted; });
  return found == lists_.end() || found->first != place ? nullptr : found->second;
}

bool has_other(const PlacedPartners::List& list, ActorId subject) {
  return list && (list->size() > 1 || list->front() != subject);
}

}  // namespace samverka
