#include "analysis/answer_network.h"

#include <algorithm>

#include "base/collate.h"

namespace samverka {
namespace {

constexpr std::size_t longest_start = 70;  // of an id of at most 80, with room for a number

// The first of "x", "x-2", "x-3" … that is not taken.
template <class IsTaken>
Key first_free(const std::string& start, IsTaken&& is_taken) {
  Key key = start;
  for (int number = 2; is_taken(key); ++number) key = start + "-" + std::to_string(number);
  return key;
}

std::string key_start(const std::string& words) {
  std::string start = id_from_name(words).substr(0, longest_start);
  while (start.ends_with('-')) start.pop_back();
  return start;
}

std::vector<ActorRef> refs_of(const std::vector<ActorId>& actors) {
  std::vector<ActorRef> refs;
  for (const ActorId actor : actors) refs.push_back({actor, ""});
  return refs;
}

// Only the agreement's own silence is broken by somebody else's answer, never what its row says.
bool may_change(PartyState state, bool is_subject) { return is_subject || state == PartyState::unknown; }

void set_terms(Agreement& agreement, const AgreementTerms& terms) {
  agreement.form = terms.form.empty() ? "other" : terms.form;
  agreement.areas = terms.areas;
  agreement.target_groups = terms.target_groups;
  agreement.service_areas = terms.service_areas;
}

}  // namespace

AnswerNetwork::AnswerNetwork(const Network& base, Date day, std::string title)
    : network_(base), day_(day), title_(std::move(title)) {
  for (const Actor& actor : base.actors) keys_.insert(actor.key);
  for (const Agreement& agreement : base.agreements) keys_.insert(agreement.key);
}

Key AnswerNetwork::new_key(const std::string& words) {
  const Key key = first_free(key_start(words), [&](const Key& taken) { return keys_.count(taken) > 0; });
  keys_.insert(key);
  return key;
}

SourceId AnswerNetwork::source_of(const std::string& text) {
  const auto known = sources_.find(text);
  if (known != sources_.end()) return known->second;
  Source row;
  row.key = first_free(key_start("svar " + text), [&](const Key& taken) {
    return std::any_of(network_.sources.begin(), network_.sources.end(),
                       [&](const Source& source) { return source.key == taken; });
  });
  row.title = text;
  if (text.starts_with("https://") || text.starts_with("http://")) row.url = text;
  network_.sources.push_back(row);
  return sources_[text] = SourceId(network_.sources.size() - 1);
}

Provenance AnswerNetwork::provenance_of(const Answer& answer) {
  Provenance provenance;
  SourceId source = answer.source_id;
  if (!source.is_set() && !answer.source.empty()) source = source_of(answer.source);
  if (source.is_set()) provenance.source = {{source, ""}};
  provenance.method = "survey";
  provenance.recorded = partial(day_);
  return provenance;
}

void AnswerNetwork::adopt(Agreement& agreement, ActorId actor, const Answer& answer, bool is_subject) {
  bool is_party = false;
  for (Party& party : agreement.parties) {
    if (party.actor.id != actor) continue;
    is_party = true;
    const PartyState state = party.state_or_unknown();
    if (state == PartyState::adopted || !may_change(state, is_subject)) continue;
    party.state = PartyState::adopted;
    if (is_subject && !party.from.is_set()) party.from = answer.date;
    party.provenance = provenance_of(answer);
  }
  if (is_party) return;
  Party party;
  party.actor.id = actor;
  party.role = "participant";
  party.state = PartyState::adopted;
  if (is_subject) party.from = answer.date;
  party.provenance = provenance_of(answer);
  agreement.parties.push_back(party);
}

void AnswerNetwork::confirm(const Answer& answer, std::span<const ActorId> partners) {
  Agreement& agreement = network_.agreements.mutable_row(answer.agreement.value);
  if (agreement.status == AgreementStatus::unknown) agreement.status = AgreementStatus::active;
  adopt(agreement, answer.subject, answer, true);
  for (const ActorId partner : partners) adopt(agreement, partner, answer, false);
}

void AnswerNetwork::add(const Answer& answer, std::span<const ActorId> partners, const AgreementTerms& terms) {
  std::vector<AgreementId>& made = made_[{answer.subject, answer.document}];
  for (const AgreementId id : made) {
    const auto both = joined(terms_.at(id), terms);
    if (!both) continue;
    Agreement& agreement = network_.agreements.mutable_row(id.value);
    terms_[id] = *both;
    set_terms(agreement, *both);
    for (const ActorId partner : partners) adopt(agreement, partner, answer, false);
    return;
  }
  Agreement agreement;
  agreement.key = new_key("svar " + network_.actor(answer.subject).key + " " + answer.document);
  agreement.title = answer.document;
  set_terms(agreement, terms);
  agreement.status = AgreementStatus::active;
  if (answer.date.is_set()) agreement.valid.emplace().from = answer.date;
  agreement.provenance = provenance_of(answer);
  for (const ActorId partner : partners) adopt(agreement, partner, answer, false);
  adopt(agreement, answer.subject, answer, true);
  std::rotate(agreement.parties.rbegin(), agreement.parties.rbegin() + 1, agreement.parties.rend());  // subject first
  for (Party& party : agreement.parties) {  // what is told of the agreement is told of its parties
    party.from = {};
    party.provenance.reset();
  }
  const AgreementId id(network_.agreements.size());
  network_.agreements.push_back(agreement);
  terms_[id] = terms;
  made.push_back(id);
}

AgreementId AnswerNetwork::part_with(AgreementId whole, const AgreementTerms& terms) const {
  const auto has_all = [](const std::vector<std::string>& own, const std::vector<std::string>& wanted) {
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](const std::string& one) { return std::find(own.begin(), own.end(), one) != own.end(); });
  };
  for (std::size_t i = 0; i < network_.agreements.size(); ++i) {
    const Agreement& part = network_.agreements[i];
    if (part.under.id != whole || (!terms.form.empty() && part.form != terms.form)) continue;
    const bool is_in_force = part.status == AgreementStatus::active && (!part.valid || part.valid->includes(day_));
    if (is_in_force && has_all(part.areas, terms.areas) && has_all(part.target_groups, terms.target_groups) &&
        has_all(part.service_areas, terms.service_areas)) {
      return AgreementId(i);
    }
  }
  return {};
}

void AnswerNetwork::add_part(const Answer& answer, std::span<const ActorId> partners, const AgreementTerms& terms) {
  AgreementId id = part_with(answer.agreement, terms);
  if (!id.is_set()) {
    const Agreement& whole = network_.agreement(answer.agreement);
    Agreement part;
    part.key = new_key("svar " + whole.key + " " + terms.form);
    part.title = whole.title;
    set_terms(part, terms);
    part.status = AgreementStatus::active;
    part.valid = whole.valid;
    part.under.id = answer.agreement;
    part.provenance = provenance_of(answer);
    if (part.provenance->source.empty() && whole.provenance) part.provenance->source = whole.provenance->source;
    id = AgreementId(network_.agreements.size());
    network_.agreements.push_back(part);
  }
  Agreement& part = network_.agreements.mutable_row(id.value);
  for (const ActorId partner : partners) adopt(part, partner, answer, false);
  adopt(part, answer.subject, answer, true);
}

void AnswerNetwork::add_survey(const SurveyArea& area, const std::vector<ActorId>& asked,
                               const std::vector<ActorId>& answered) {
  if (asked.empty()) return;
  if (!network_.coverage) network_.coverage = Coverage{};
  std::vector<Survey>& surveys = network_.coverage->surveys;
  Survey survey;
  survey.key =
      first_free(key_start("svar " + to_string(day_)) + (area ? "-" + id_from_name(*area) : ""), [&](const Key& taken) {
        return std::any_of(surveys.begin(), surveys.end(), [&](const Survey& row) { return row.key == taken; });
      });
  survey.date = partial(day_);
  survey.method = "survey";
  survey.title = title_;
  if (area) survey.areas = {*area};
  survey.asked = refs_of(asked);
  survey.answered = refs_of(answered);
  surveys.push_back(survey);
}

}  // namespace samverka
