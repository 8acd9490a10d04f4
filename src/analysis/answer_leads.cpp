#include "analysis/answer_leads.h"

#include <algorithm>

namespace samverka {
namespace {

constexpr std::size_t most_vouched = 6;  // of so many others a municipality may know that they stand in a document

bool is_held(const NeedFinding& finding) {
  return finding.outcome == Outcome::met || finding.outcome == Outcome::met_expiring;
}

// In force on the day as soon as somebody says that it is.
bool may_be_in_force(const Agreement& agreement, Date day) {
  const bool may_hold = agreement.status == AgreementStatus::active ||
                        agreement.status == AgreementStatus::under_notice ||
                        agreement.status == AgreementStatus::unknown;
  return may_hold && (!agreement.valid || agreement.valid->includes(day));
}

// One agreement gives no more than one independent partner.
std::int64_t added_by(const RuleNeed& need, const NeedFinding& finding, const std::vector<ActorId>& partners) {
  const auto is_counted = [&](ActorId partner) {
    return std::any_of(finding.held.begin(), finding.held.end(), [&](const AgreementPartners& row) {
      return row.actors && std::find(row.actors->begin(), row.actors->end(), partner) != row.actors->end();
    });
  };
  const auto added =
      partners.size() - static_cast<std::size_t>(std::count_if(partners.begin(), partners.end(), is_counted));
  return need.is_independent ? std::min<std::int64_t>(1, static_cast<std::int64_t>(added))
                             : static_cast<std::int64_t>(added);
}

const AnswerLead* lead_with(const std::vector<AnswerLead>& leads, AgreementId agreement) {
  const auto found =
      std::find_if(leads.begin(), leads.end(), [&](const AnswerLead& lead) { return lead.agreement == agreement; });
  return found == leads.end() ? nullptr : &*found;
}

void add_missing(std::vector<ActorId>& partners, const std::vector<ActorId>& more) {
  for (const ActorId partner : more) {
    if (std::find(partners.begin(), partners.end(), partner) == partners.end()) partners.push_back(partner);
  }
}

// Those that every one of the lists has.
std::vector<AnswerLead> common(std::vector<AnswerLead> leads, const std::vector<AnswerLead>& others) {
  std::erase_if(leads, [&](const AnswerLead& lead) { return !lead_with(others, lead.agreement); });
  for (AnswerLead& lead : leads) add_missing(lead.partners, lead_with(others, lead.agreement)->partners);
  return leads;
}

void add_leads(std::vector<AnswerLead>& leads, const std::vector<AnswerLead>& more) {
  for (const AnswerLead& lead : more) {
    if (!lead_with(leads, lead.agreement)) leads.push_back(lead);
  }
}

}  // namespace

AnswerLeads::AnswerLeads(const Network& network, const Taxonomy& taxonomy, const RuleNeed& need, Date day)
    : network_(network), need_(need), day_(day), candidates_(network, taxonomy, need) {
  for (const RuleNeed& part : need.parts) parts_.emplace_back(network, taxonomy, part, day);
}

std::optional<AnswerLead> AnswerLeads::find(const NeedFinding& finding, ActorId subject) const {
  std::vector<AnswerLead> leads = all(finding, subject);
  std::erase_if(leads, [](const AnswerLead& lead) { return lead.partners.size() > most_vouched; });
  if (leads.empty()) return std::nullopt;
  AnswerLead first = *std::min_element(leads.begin(), leads.end(), [&](const AnswerLead& a, const AnswerLead& b) {
    return network_.agreement(a.agreement).key < network_.agreement(b.agreement).key;
  });
  std::sort(first.partners.begin(), first.partners.end(),
            [&](ActorId a, ActorId b) { return network_.actor(a).key < network_.actor(b).key; });
  return first;
}

std::vector<AnswerLead> AnswerLeads::all(const NeedFinding& finding, ActorId subject) const {
  if (parts_.empty()) return all_of_leaf(finding, subject);
  if (need_.kind == RuleNeed::Kind::negation || finding.parts.size() != parts_.size()) return {};
  std::vector<AnswerLead> leads;
  bool is_first = true;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (is_held(finding.parts[i])) continue;
    std::vector<AnswerLead> of_part = parts_[i].all(finding.parts[i], subject);
    if (need_.kind == RuleNeed::Kind::any) {
      add_leads(leads, of_part);
    } else {
      leads = is_first ? std::move(of_part) : common(std::move(leads), of_part);
    }
    is_first = false;
  }
  return leads;
}

std::vector<AnswerLead> AnswerLeads::all_of_leaf(const NeedFinding& finding, ActorId subject) const {
  std::vector<AnswerLead> leads;
  for (const AgreementPartners& row : finding.leads) {
    if (!may_be_in_force(network_.agreement(row.agreement), day_)) continue;
    std::vector<ActorId> partners = fit_parties(row.agreement, subject);
    if (partners.empty() || finding.found + added_by(need_, finding, partners) < finding.wanted) continue;
    leads.push_back({row.agreement, std::move(partners)});
  }
  return leads;
}

// Of many those that lead it: they are who a person means by "with whom".
std::vector<ActorId> AnswerLeads::fit_parties(AgreementId agreement, ActorId subject) const {
  std::vector<ActorId> fit, leading;
  for (const Party& party : network_.agreement(agreement).parties) {
    const PartyState state = party.state_or_unknown();
    const bool may_stand = state == PartyState::adopted || state == PartyState::unknown;
    if (!may_stand || !party.actor.id.is_set() || !candidates_.may_be(party.actor.id, subject)) continue;
    add_missing(fit, {party.actor.id});
    if (party.role == "host" || party.role == "coordinator") add_missing(leading, {party.actor.id});
  }
  return fit.size() > most_vouched && !leading.empty() ? leading : fit;
}

std::vector<ActorId> AnswerLeads::partners_in(AgreementId agreement, ActorId subject) const {
  const auto& parties = network_.agreement(agreement).parties;
  const bool is_known = std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.state_or_unknown() == PartyState::adopted && party.actor.id.is_set() &&
           candidates_.may_be(party.actor.id, subject);
  });
  if (is_known) return {};
  const std::vector<ActorId> fit = fit_parties(agreement, subject);
  return fit.size() > most_vouched ? std::vector<ActorId>{} : fit;
}

}  // namespace samverka
