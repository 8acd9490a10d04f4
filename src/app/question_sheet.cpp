#include "app/question_sheet.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "analysis/answer_leads.h"
#include "analysis/partner_candidates.h"
#include "app/answer_cells.h"
#include "app/gap_words.h"
#include "base/collate.h"
#include "io/csv.h"
#include "report/told.h"

namespace samverka {
namespace {

constexpr std::size_t most_partners = 6;  // more are the parties of the agreement, and no help in a cell

struct Question {
  ActorId subject;
  std::size_t rule = 0;
  const SubjectFinding* finding = nullptr;
};

std::vector<Question> questions_of(const Network& network, const GapAnalysis& analysis) {
  std::map<ActorId, std::vector<Question>> of_subject;
  std::vector<ActorId> subjects;
  for (const RuleFindings& findings : analysis.rules) {
    for (const SubjectFinding& finding : findings.subjects) {
      if (finding.outcome == Outcome::exempt) continue;
      std::vector<Question>& questions = of_subject[finding.subject];
      if (questions.empty()) subjects.push_back(finding.subject);
      questions.push_back({finding.subject, findings.rule, &finding});
    }
  }
  // By key first: where names are alike, the order of rows decides nothing.
  std::sort(subjects.begin(), subjects.end(),
            [&](ActorId a, ActorId b) { return network.actor(a).key < network.actor(b).key; });
  std::vector<Question> sorted;
  for (const ActorId subject : municipalities_first(network, subjects)) {
    const std::vector<Question>& questions = of_subject[subject];
    sorted.insert(sorted.end(), questions.begin(), questions.end());
  }
  return sorted;
}

// What the network has for an answer: the first agreement that holds, else the one that "yes" would rest on, and the
// subject's own part in it. What is not enough for "yes" is told as the reason, and filled in nowhere.
struct Known {
  std::string document, partners, date, source;
};

std::string source_of(const Network& network, const Agreement& agreement) {
  if (!agreement.provenance || agreement.provenance->source.empty()) return {};
  const SourceRef& ref = agreement.provenance->source.front();
  if (!ref.id.is_set()) return {};
  const Source& source = network.sources[ref.id.value];
  return titled(source.title, source.key);
}

// Partners as people call them, where that is read back as the one it means: else by their id.
class PartnerWords {
 public:
  explicit PartnerWords(const Network& network) : network_(network), index_(network) {
    for (const Actor& actor : network.actors) {
      ++names_[folded(actor.name)];
      if (actor.short_name != actor.name) ++names_[folded(actor.short_name)];
    }
  }

  std::string of(ActorId id) const {
    const Actor& actor = network_.actor(id);
    return is_plain(actor.name) ? actor.name : actor.key;
  }
  std::string of(const std::vector<ActorId>& actors) const {
    std::string words;
    for (const ActorId actor : actors) words += (words.empty() ? "" : ", ") + of(actor);
    return words;
  }

 private:
  // Of one actor alone, no list, and nothing that is read as an id or a code.
  bool is_plain(const std::string& name) const {
    const auto found = names_.find(folded(name));
    const bool is_word = !name.empty() && name.find_first_of(",;[]\r\n\t") == std::string::npos &&
                         name.find_first_not_of("0123456789") != std::string::npos && trimmed(name) == name;
    return is_word && found != names_.end() && found->second == 1 && !index_.actor(name).is_set();
  }

  const Network& network_;
  const NetworkIndex index_;
  std::unordered_map<std::string, std::size_t> names_;  // folded: how many are called so
};

void tell_agreement(Known& known, const Network& network, AgreementId id, ActorId subject) {
  const Agreement& agreement = network.agreement(id);
  known.document = titled(agreement.title, agreement.key);
  known.source = source_of(network, agreement);
  for (const Party& party : agreement.parties) {
    if (party.actor.id == subject && party.from.is_set()) known.date = to_string(party.from);
  }
}

Known known_of(const Network& network, const PartnerWords& words, const SubjectFinding& finding,
               const PartnerCandidates& candidates, const AnswerLeads& leads) {
  Known known;
  const bool is_held = finding.outcome == Outcome::met || finding.outcome == Outcome::met_expiring;
  if (is_held) {
    const std::vector<AgreementId> agreements = agreements_of(network, finding);
    const std::vector<ActorId> partners = partners_of(network, finding);
    if (partners.size() <= most_partners) known.partners = words.of(partners);
    if (!agreements.empty()) tell_agreement(known, network, agreements.front(), finding.subject);
    return known;
  }
  if (const std::optional<AnswerLead> lead = leads.find(finding.need, finding.subject)) {
    known.partners = words.of(lead->partners);
    tell_agreement(known, network, lead->agreement, finding.subject);
    return known;
  }
  const ActorId only = candidates.only_one(finding.subject);
  if (only.is_set()) known.partners = words.of(only);
  if (const std::vector<NearAgreement> near = near_agreements_of(finding); !near.empty()) {
    tell_agreement(known, network, near.front().agreement, finding.subject);
  }
  return known;
}

std::string heading_line(const Texts& texts) {
  std::vector<std::string> cells;
  for (const SheetHeading& heading : sheet_headings) cells.push_back(texts.tr(heading.key));
  return csv_line(cells);
}

}  // namespace

std::string titled(const std::string& title, const Key& key) {
  return title.empty() ? "[" + key + "]" : title + " [" + key + "]";
}

std::string question_sheet(const Network& network, const Taxonomy& taxonomy, const GapAnalysis& analysis,
                           const RuleSet& rules, const Texts& texts) {
  const PartnerWords words(network);
  std::vector<PartnerCandidates> candidates;
  std::vector<AnswerLeads> leads;
  for (const Rule& rule : rules.rules) {
    candidates.emplace_back(network, taxonomy, rule.need);
    leads.emplace_back(network, taxonomy, rule.need, analysis.as_of);
  }
  std::string sheet = std::string(csv_mark) + heading_line(texts);
  for (const Question& question : questions_of(network, analysis)) {
    const Rule& rule = rules.rules.at(question.rule);
    const Actor& subject = network.actor(question.subject);
    Known known;
    std::string outcome, reason;
    if (!rule.is_counts_only) {
      known = known_of(network, words, *question.finding, candidates[question.rule], leads[question.rule]);
      outcome = texts.tr(text_key(question.finding->outcome));
      reason = reason_in_words(network, texts, rule, *question.finding);
    }
    sheet += csv_line({subject.name, subject.key, rule.title.in(texts.language()), rule.id, outcome, reason, "",
                       known.document, known.partners, known.date, known.source});
  }
  return sheet;
}

}  // namespace samverka
