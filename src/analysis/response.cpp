#include "analysis/response.h"

#include <algorithm>
#include <optional>
#include <set>

namespace samverka {
namespace {

void add_each(const std::vector<ActorRef>& refs, std::set<ActorId>& into) {
  for (const ActorRef& ref : refs) {
    if (ref.id.is_set()) into.insert(ref.id);
  }
}

bool is_told_since(const std::optional<Provenance>& provenance, Date day) {
  return provenance && provenance->method == "survey" && provenance->recorded.is_set() &&
         !(provenance->recorded.latest() < day);
}

// Of surveys that have a date; nothing where none of them asked.
std::optional<Date> first_asked(const Network& network, ActorId actor) {
  std::optional<Date> first;
  if (!network.coverage) return first;
  for (const Survey& survey : network.coverage->surveys) {
    const auto is_it = [&](const ActorRef& ref) { return ref.id == actor; };
    if (!survey.date.is_set() || std::none_of(survey.asked.begin(), survey.asked.end(), is_it)) continue;
    if (!first || survey.date.earliest() < *first) first = survey.date.earliest();
  }
  return first;
}

bool is_told_by(const Agreement& agreement, ActorId actor, Date day) {
  bool is_party = false;
  for (const Party& party : agreement.parties) {
    if (party.actor.id != actor) continue;
    is_party = true;
    if (party.provenance) return is_told_since(party.provenance, day);
  }
  return is_party && is_told_since(agreement.provenance, day);
}

}  // namespace

std::size_t yes_without_answer(const Network& network, const RuleFindings& findings) {
  const auto has_said_yes = [&](const SubjectFinding& finding) {
    const bool is_met = finding.outcome == Outcome::met || finding.outcome == Outcome::met_expiring;
    if (!is_met || !finding.is_asked || finding.has_answered) return false;
    const std::optional<Date> day = first_asked(network, finding.subject);
    const std::vector<AgreementId> held = agreements_of(network, finding);
    return day && std::any_of(held.begin(), held.end(),
                              [&](AgreementId id) { return is_told_by(network.agreement(id), finding.subject, *day); });
  };
  return static_cast<std::size_t>(std::count_if(findings.subjects.begin(), findings.subjects.end(), has_said_yes));
}

Response response_of(const Network& network) {
  if (!network.coverage) return {};
  std::set<ActorId> asked, answered;
  for (const Survey& survey : network.coverage->surveys) {
    add_each(survey.asked, asked);
    add_each(survey.answered, asked);
    add_each(survey.answered, answered);
  }
  return {asked.size(), answered.size()};
}

std::map<std::string, Response> response_by_county(const Network& network, const GapAnalysis& analysis) {
  std::map<std::string, Response> found;
  std::set<ActorId> asked, answered;
  for (const RuleFindings& findings : analysis.rules) {
    for (const SubjectFinding& subject : findings.subjects) {
      if (subject.outcome == Outcome::exempt) continue;
      Response& county = found[network.actor(subject.subject).county];
      if (subject.is_asked && asked.insert(subject.subject).second) ++county.asked;
      if (subject.has_answered && answered.insert(subject.subject).second) ++county.answered;
    }
  }
  return found;
}

}  // namespace samverka
