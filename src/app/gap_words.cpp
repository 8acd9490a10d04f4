#include "app/gap_words.h"

#include <algorithm>

#include "report/gaps_report.h"

namespace samverka {
namespace {

// Of a combination, the part that decides; of parts that say the same, the first.
const NeedFinding& deciding(const NeedFinding& need) {
  if (need.parts.empty()) return need;
  if (need.kind == RuleNeed::Kind::negation) return deciding(need.parts.front());
  const auto found = std::find_if(need.parts.begin(), need.parts.end(),
                                  [&](const NeedFinding& part) { return part.outcome == need.outcome; });
  return deciding(found == need.parts.end() ? need.parts.front() : *found);
}

bool is_met(Outcome outcome) { return outcome == Outcome::met || outcome == Outcome::met_expiring; }

std::string first_title(const Network& network, const std::vector<AgreementPartners>& rows) {
  return rows.empty() ? std::string() : network.agreement(rows.front().agreement).title;
}

// By its title, or by its day where it has none.
template <class Row>
std::string named(const Texts& texts, const Row& row, std::string_view key) {
  if (!row.title.empty()) return texts.tr("norm.titled", {{"title", row.title}});
  return texts.tr(key, {{"date", row.date.is_set() ? texts.date(row.date) : texts.tr("norm.undated")}});
}

Date day_of(const Survey& survey) { return survey.date.is_set() ? survey.date.latest() : Date{}; }

// The newest survey that was asked, else the register that should have had it.
std::string proof(const Network& network, const Texts& texts, const NeedFinding& need) {
  if (!network.coverage) return {};
  const std::vector<Survey>& surveys = network.coverage->surveys;
  const auto is_older = [&](std::uint32_t x, std::uint32_t y) { return day_of(surveys[x]) < day_of(surveys[y]); };
  if (!need.surveys.empty()) {
    return named(texts, surveys[*std::max_element(need.surveys.begin(), need.surveys.end(), is_older)], "norm.survey");
  }
  if (need.registers.empty()) return {};
  return named(texts, network.coverage->registers[need.registers.front()], "norm.register");
}

std::string_view key_of_unknown(WhyUnknown why) {
  switch (why) {
    case WhyUnknown::older:
      return "norm.why.older";
    case WhyUnknown::unconfirmed:
      return "norm.why.unconfirmed";
    case WhyUnknown::no_answer:
      return "norm.why.no_answer";
    case WhyUnknown::no_record:
      break;
  }
  return "norm.why.no_record";
}

std::string_view key_of_reason(const NeedFinding& need) {
  if (need.why == WhyUnknown::older && need.leads.size() > 1) return "norm.why.older_more";
  switch (need.outcome) {
    case Outcome::met:
      return need.held.empty() ? "norm.why.met_without" : "norm.why.met";
    case Outcome::met_expiring:
      return "norm.why.expiring";
    case Outcome::pending:
      return "norm.why.pending";
    case Outcome::gap:
      return need.kind == RuleNeed::Kind::steps || need.found == 0 ? "norm.why.none" : "norm.why.too_few";
    case Outcome::unknown:
      return key_of_unknown(need.why.value_or(WhyUnknown::no_record));
    case Outcome::exempt:
      break;
  }
  return {};
}

std::string_view key_of_near(const NearAgreement& near) {
  if (near.is_other_form && near.is_without_target_groups) return "norm.near.form_and_target_groups";
  return near.is_other_form ? "norm.near.form" : "norm.near.target_groups";
}

// The newest of what may be enough, and how many more there are.
std::string near_in_words(const Network& network, const Texts& texts, const SubjectFinding& finding) {
  const std::vector<NearAgreement> near = near_agreements_of(finding);
  if (near.empty()) return {};
  const std::string named = texts.tr(near.size() > 1 ? "norm.near.named_more" : "norm.near.named",
                                     {{"agreement", network.agreement(near.front().agreement).title},
                                      {"n", texts.number(static_cast<long long>(near.size()) - 1)}});
  return texts.tr(key_of_near(near.front()), {{"named", named}});
}

// Of two things that are both asked for, the one that is there.
std::string part_in_words(const Network& network, const Texts& texts, const NeedFinding& need) {
  if (need.kind != RuleNeed::Kind::all || is_met(need.outcome)) return {};
  for (const NeedFinding& part : need.parts) {
    if (is_met(part.outcome) && !part.held.empty()) {
      return texts.tr("norm.why.part", {{"agreement", first_title(network, part.held)}});
    }
  }
  return {};
}

std::string_view key_of_reason(const SubjectFinding& finding) {
  return finding.outcome == Outcome::exempt ? std::string_view() : key_of_reason(deciding(finding.need));
}

std::string reason_by(const Network& network, const Texts& texts, const Rule& rule, const SubjectFinding& finding,
                      std::string_view key) {
  if (key.empty()) return {};
  const NeedFinding& need = deciding(finding.need);
  const bool is_held = is_met(need.outcome);
  std::string words = texts.tr(key, {{"agreement", first_title(network, is_held ? need.held : need.leads)},
                                     {"subject", network.actor(finding.subject).name},
                                     {"source", proof(network, texts, need)},
                                     {"found", texts.number(static_cast<long long>(need.found))},
                                     {"wanted", texts.number(static_cast<long long>(need.wanted))},
                                     {"n", texts.number(static_cast<long long>(need.leads.size()) - 1)},
                                     {"months", texts.number(static_cast<long long>(rule.horizon_months))}});
  const std::string near = near_in_words(network, texts, finding);
  if (!near.empty())
    words = need.why == WhyUnknown::no_record ? near : words + " " + near;  // there is a record after all
  const std::string part = part_in_words(network, texts, finding.need);
  return part.empty() ? words : part + " " + words;
}

std::string with_subject(std::string words, const std::string& name) {
  constexpr std::string_view hole = "{subject}";
  for (std::size_t at = words.find(hole); at != std::string::npos; at = words.find(hole, at + name.size())) {
    words.replace(at, hole.size(), name);
  }
  return words;
}

}  // namespace

AgreementId lead_of(const SubjectFinding& finding) {
  if (finding.outcome != Outcome::unknown) return {};
  if (const std::vector<NearAgreement> near = near_agreements_of(finding); !near.empty()) return near.front().agreement;
  const NeedFinding& need = deciding(finding.need);
  return need.leads.empty() ? AgreementId() : need.leads.front().agreement;
}

std::string about_subject(const Wording& wording, const std::string& language, const Network& network,
                          ActorId subject) {
  return with_subject(wording.in(language), network.actor(subject).name);
}

std::string about_several(const Wording& wording, const Texts& texts) {
  return with_subject(wording.in(texts.language()), texts.tr("norm.alike.each"));
}

std::string reason_in_words(const Network& network, const Texts& texts, const Rule& rule,
                            const SubjectFinding& finding) {
  return reason_by(network, texts, rule, finding, key_of_reason(finding));
}

std::string reason_for_several(const Network& network, const Texts& texts, const Rule& rule,
                               const SubjectFinding& finding) {
  const std::string_view key = key_of_reason(finding);
  return reason_by(network, texts, rule, finding, key == "norm.why.unconfirmed" ? "norm.alike.unconfirmed" : key);
}

std::string coverage_in_words(const Texts& texts, const Rule& rule, const RuleFindings& findings) {
  const std::string words = coverage_words(texts, rule, findings);
  return words.empty() ? texts.tr("norm.coverage.nothing") : words;
}

std::string_view text_key(Outcome outcome) {
  switch (outcome) {
    case Outcome::met:
      return "norm.outcome.met";
    case Outcome::met_expiring:
      return "norm.outcome.met_expiring";
    case Outcome::pending:
      return "norm.outcome.pending";
    case Outcome::gap:
      return "norm.outcome.gap";
    case Outcome::unknown:
      return "norm.outcome.unknown";
    case Outcome::exempt:
      break;
  }
  return "norm.outcome.exempt";
}

std::string_view text_key(RuleClass rule_class) {
  switch (rule_class) {
    case RuleClass::law:
      return "norm.class.law";
    case RuleClass::duty:
      return "norm.class.duty";
    case RuleClass::local:
      return "norm.class.local";
    case RuleClass::ambition:
      break;
  }
  return "norm.class.ambition";
}

std::string finding_key(const Network& network, const Rule& rule, ActorId subject) {
  return rule.id + "/" + network.actor(subject).key;
}

}  // namespace samverka
