#include "analysis/rule_leads.h"

#include <algorithm>

#include "analysis/rule_matching.h"
#include "graph/standing.h"

namespace samverka {
namespace {

bool is_still_to_come(const Agreement& agreement, Date day) {
  if (agreement.status == AgreementStatus::planned || agreement.status == AgreementStatus::decided) return true;
  return agreement.valid && agreement.valid->from.is_set() && agreement.valid->from.earliest() > day;
}

bool may_come_to_hold(const Agreement& agreement, Date day) {
  if (agreement.status == AgreementStatus::ended || agreement.status == AgreementStatus::unknown) return false;
  return !agreement.valid || !agreement.valid->ended_before(day);
}

std::vector<AgreementPartners> without_partners(const std::vector<AgreementId>& agreements) {
  std::vector<AgreementPartners> rows;
  for (const AgreementId id : agreements) rows.push_back({id, nullptr});
  return rows;
}

// Its first day, else that of its sources, else the day of the record. Not set: older than any day.
Date day_of(const Network& network, const Agreement& agreement) {
  if (agreement.valid && agreement.valid->from.is_set()) return agreement.valid->from.earliest();
  if (!agreement.provenance) return {};
  Date newest;
  for (const SourceRef& ref : agreement.provenance->source) {
    if (!ref.id.is_set() || !network.sources[ref.id.value].date.is_set()) continue;
    newest = std::max(newest, network.sources[ref.id.value].date.latest());
  }
  if (newest != Date{} || !agreement.provenance->recorded.is_set()) return newest;
  return agreement.provenance->recorded.earliest();
}

bool is_newer(const Network& network, AgreementId a, AgreementId b) {
  return day_of(network, network.agreement(a)) > day_of(network, network.agreement(b));
}

std::vector<AgreementId> all_near(const RuleGround& ground, const RuleNeed& need) {
  std::vector<AgreementId> found;
  if (!need.near) return found;
  for (std::size_t i = 0; i < ground.network.agreements.size(); ++i) {
    if (near_match(need, ground.network.agreements[i], ground.taxonomy)) found.emplace_back(i);
  }
  return found;
}

}  // namespace

NearSearch::NearSearch(const RuleGround& ground, const RuleNeed& need, PartnerFilter& filter)
    : ground_(ground), need_(need) {
  const std::vector<AgreementId> near = all_near(ground, need);
  if (near.empty()) return;
  one_partner_.partner = need.partner;
  stage_.emplace(ground, near, PartyState::adopted);
  partners_.emplace(ground, one_partner_, *stage_, filter);
}

std::vector<NearAgreement> NearSearch::of(ActorId subject) {
  std::vector<NearAgreement> found;
  if (!partners_) return found;
  for (const AgreementPartners& row : partners_->partners_of(subject).held) {
    const auto match = near_match(need_, ground_.network.agreement(row.agreement), ground_.taxonomy);
    found.push_back({row.agreement, match && match->is_other_form, match && match->is_without_target_groups});
  }
  std::stable_sort(found.begin(), found.end(), [this](const NearAgreement& a, const NearAgreement& b) {
    return is_newer(ground_.network, a.agreement, b.agreement);
  });
  return found;
}

// Matching agreements with a row of the subject's that speaks; each once, by key.
template <class Speaks>
std::vector<AgreementId> LeadSearch::agreements_of(ActorId subject, Speaks&& speaks) const {
  std::vector<AgreementId> found;
  for (const PartyPlace& place : ground_.index.parties_of(subject)) {
    if (!stage_.is_matching[place.agreement.value]) continue;
    const Agreement& agreement = ground_.network.agreement(place.agreement);
    if (speaks(agreement, agreement.parties[place.party])) found.push_back(place.agreement);
  }
  std::sort(found.begin(), found.end(), [&](AgreementId a, AgreementId b) { return ground_.comes_first(a, b); });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool LeadSearch::is_on_its_way(const Agreement& agreement, const Party& party) const {
  if (!may_come_to_hold(agreement, ground_.day)) return false;
  const PartyState state = party.state_or_unknown();
  return state == PartyState::recommended || state == PartyState::decided ||
         (state == PartyState::adopted && is_still_to_come(agreement, ground_.day));
}

PlacedPartners::List LeadSearch::partners_in(AgreementId agreement, ActorId subject) {
  auto [found, is_new] = partners_.try_emplace(agreement);
  if (is_new) {
    std::vector<ActorId> parties;
    for (const Party& party : ground_.network.agreement(agreement).parties) {
      if (party.actor.id.is_set() && !is_gone(party.state_or_unknown())) parties.push_back(party.actor.id);
    }
    std::sort(parties.begin(), parties.end());
    parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
    found->second = PlacedPartners(ground_, filter_, parties);
  }
  return found->second.at(ground_.place_of(filter_.same(), subject));
}

std::vector<AgreementPartners> LeadSearch::pending(ActorId subject) {
  const auto speaks = [this](const Agreement& agreement, const Party& party) {
    return is_on_its_way(agreement, party);
  };
  std::vector<AgreementPartners> rows;
  for (const AgreementId id : agreements_of(subject, speaks)) {
    PlacedPartners::List partners = partners_in(id, subject);
    if (has_other(partners, subject)) rows.push_back({id, std::move(partners)});
  }
  return rows;
}

std::vector<AgreementPartners> LeadSearch::older(ActorId subject) const {
  std::vector<AgreementId> found = agreements_of(
      subject, [](const Agreement& agreement, const Party&) { return agreement.status == AgreementStatus::unknown; });
  std::stable_sort(found.begin(), found.end(),
                   [this](AgreementId a, AgreementId b) { return is_newer(ground_.network, a, b); });
  return without_partners(found);
}

std::vector<AgreementId> LeadSearch::past(ActorId subject) const {
  return agreements_of(subject, [this](const Agreement& agreement, const Party& party) {
    const bool has_ended =
        agreement.status == AgreementStatus::ended || (agreement.valid && agreement.valid->ended_before(ground_.day));
    return has_ended && party.state_or_unknown() == PartyState::adopted;
  });
}

std::vector<AgreementPartners> LeadSearch::unconfirmed(ActorId subject) const {
  return without_partners(agreements_of(subject, [this](const Agreement& agreement, const Party& party) {
    return party.state_or_unknown() == PartyState::unknown && agreement.is_active_on(ground_.day);
  }));
}

}  // namespace samverka
