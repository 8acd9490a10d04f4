#include "analysis/answers.h"

#include <algorithm>
#include <map>

#include "analysis/answer_leads.h"
#include "analysis/answer_network.h"
#include "analysis/partner_candidates.h"

namespace samverka {
namespace {

bool is_held(Outcome outcome) { return outcome == Outcome::met || outcome == Outcome::met_expiring; }

std::size_t count_unknown(const GapAnalysis& analysis) {
  std::size_t count = 0;
  for (const RuleFindings& findings : analysis.rules) count += findings.count(Outcome::unknown);
  return count;
}

using Cell = std::pair<ActorId, std::size_t>;  // subject and norm

class FindingsByCell {
 public:
  explicit FindingsByCell(const GapAnalysis& analysis) {
    for (const RuleFindings& findings : analysis.rules) {
      for (const SubjectFinding& finding : findings.subjects) cells_[{finding.subject, findings.rule}] = &finding;
    }
  }
  const SubjectFinding* find(Cell cell) const {
    const auto found = cells_.find(cell);
    return found == cells_.end() ? nullptr : found->second;
  }

 private:
  std::map<Cell, const SubjectFinding*> cells_;
};

// First each answer is judged by itself, then all that are kept by what comes of them together, until nothing more is
// refused: an answer that is refused may have been what another one rested on.
class AnswerTaker {
 public:
  AnswerTaker(const Network& network, const Taxonomy& taxonomy, const RuleSet& rules, Date day,
              std::span<const Answer> answers, const std::string& title)
      : network_(network),
        taxonomy_(taxonomy),
        rules_(rules),
        day_(day),
        answers_(answers),
        title_(title),
        before_(find_gaps(network, NetworkIndex(network), taxonomy, rules, day)),
        known_(before_),
        areas_(rules, taxonomy),
        results_(answers.size()),
        partners_(answers.size()),
        is_near_(answers.size(), false) {
    for (const Rule& rule : rules.rules) {
      candidates_.emplace_back(network, taxonomy, rule.need);
      leads_.emplace_back(network, taxonomy, rule.need, day);
    }
  }

  TakenAnswers take() {
    for (std::size_t i = 0; i < answers_.size(); ++i) judge(i);
    TakenAnswers taken;
    taken.unknown_before = taken.unknown_after = count_unknown(before_);
    bool is_settled = false;
    while (!is_settled) {
      refuse_lonely_noes();
      taken.network = with_kept();
      if (!is_any_kept()) break;
      const GapAnalysis after = find_gaps(taken.network, NetworkIndex(taken.network), taxonomy_, rules_, day_);
      taken.unknown_after = count_unknown(after);
      is_settled = !refuse_what_does_not_hold(FindingsByCell(after));
    }
    if (!is_any_kept()) taken.unknown_after = taken.unknown_before;
    for (const std::size_t i : repeats_) {
      const AnswerResult& first = results_[results_[i].other];
      if (is_refused(first.fate)) results_[i] = first;  // said twice, and refused twice
    }
    taken.results = std::move(results_);
    return taken;
  }

 private:
  const Answer& answer(std::size_t i) const { return answers_[i]; }
  bool is_kept(std::size_t i) const { return results_[i].fate == AnswerFate::kept; }
  bool is_any_kept() const {
    return std::any_of(results_.begin(), results_.end(),
                       [](const AnswerResult& result) { return result.fate == AnswerFate::kept; });
  }

  void judge(std::size_t i) {
    const Cell cell{answer(i).subject, answer(i).rule};
    const SubjectFinding* finding = known_.find(cell);
    AnswerResult& result = results_[i];
    if (!finding || finding->outcome == Outcome::exempt) {
      result.fate = AnswerFate::not_subject;
    } else if (has_negation(rules_.rules.at(answer(i).rule).need)) {
      result.fate = AnswerFate::not_askable;
    } else if (!is_repeated(i, result)) {
      result.fate = fate_of(i, *finding);
    }
    if (result.fate == AnswerFate::kept || result.fate == AnswerFate::merged) of_cell_[cell].push_back(i);
  }

  // Two agreements may be needed for one norm, so "yes" may stand twice with different documents.
  bool is_repeated(std::size_t i, AnswerResult& result) {
    const auto others = of_cell_.find({answer(i).subject, answer(i).rule});
    if (others == of_cell_.end()) return false;
    for (const std::size_t other : others->second) {
      if (answer(other).word != answer(i).word) {
        result = {AnswerFate::contradicts_row, other, {}};
        return true;
      }
      if (answer(i).word == AnswerWord::yes && answer(other).document != answer(i).document) continue;
      result = {AnswerFate::merged, other, {}};
      repeats_.push_back(i);
      return true;
    }
    return false;
  }

  AnswerFate fate_of(std::size_t i, const SubjectFinding& finding) {
    switch (answer(i).word) {
      case AnswerWord::yes:
        return fate_of_yes(i, finding);
      case AnswerWord::no:
        if (is_held(finding.outcome)) return AnswerFate::contradicts_fact;
        return finding.outcome == Outcome::gap || has_all(i, had_answered) ? AnswerFate::merged : AnswerFate::kept;
      case AnswerWord::not_known:
        break;
    }
    return finding.outcome != Outcome::unknown || has_all(i, was_asked) ? AnswerFate::merged : AnswerFate::kept;
  }

  template <class Has>
  bool has_all(std::size_t i, Has&& has) const {
    const auto& areas = areas_.areas_of(answer(i).rule);
    return std::all_of(areas.begin(), areas.end(), [&](std::size_t area) {
      return has(network_, taxonomy_, areas_.area(area), answer(i).subject);
    });
  }

  AnswerFate fate_of_yes(std::size_t i, const SubjectFinding& finding) {
    const Answer& yes = answer(i);
    if (is_held(finding.outcome) && (yes.document.empty() || rests_on(finding, yes))) return AnswerFate::merged;
    if (yes.document.empty()) return AnswerFate::no_document;
    partners_[i] = yes.partners;
    if (yes.agreement.is_set() && is_near(finding, yes.agreement)) return fate_of_near(i);
    if (yes.agreement.is_set()) {
      if (partners_[i].empty()) partners_[i] = leads_[yes.rule].partners_in(yes.agreement, yes.subject);
      const AgreementStatus status = network_.agreement(yes.agreement).status;
      const bool may_hold = status == AgreementStatus::active || status == AgreementStatus::under_notice ||
                            status == AgreementStatus::unknown;
      return may_hold ? AnswerFate::kept : AnswerFate::not_in_force;
    }
    const ActorId only = candidates_[yes.rule].only_one(yes.subject);
    if (partners_[i].empty() && only.is_set()) partners_[i] = {only};
    std::erase(partners_[i], yes.subject);
    if (partners_[i].empty()) return AnswerFate::no_partner;
    const bool may_meet = std::any_of(partners_[i].begin(), partners_[i].end(), [&](ActorId partner) {
      return candidates_[yes.rule].may_be(partner, yes.subject);
    });
    if (!may_meet) return AnswerFate::not_enough;
    return terms_of(i) ? AnswerFate::kept : AnswerFate::not_tellable;
  }

  static bool is_near(const SubjectFinding& finding, AgreementId agreement) {
    const std::vector<NearAgreement> near = near_agreements_of(finding);
    return std::any_of(near.begin(), near.end(), [&](const NearAgreement& one) { return one.agreement == agreement; });
  }

  // Somebody has read the document that the program could only ask about: it is enough.
  AnswerFate fate_of_near(std::size_t i) {
    const Answer& yes = answer(i);
    is_near_[i] = true;
    if (partners_[i].empty()) partners_[i] = adopted_partners(yes);
    if (partners_[i].empty()) return AnswerFate::no_partner;
    return terms_of(i) ? AnswerFate::kept : AnswerFate::not_tellable;
  }

  std::vector<ActorId> adopted_partners(const Answer& yes) const {
    std::vector<ActorId> partners;
    for (const Party& party : network_.agreement(yes.agreement).parties) {
      const bool may_meet = is_tie(network_.agreement(yes.agreement), party, day_) && party.actor.id.is_set() &&
                            candidates_[yes.rule].may_be(party.actor.id, yes.subject);
      if (may_meet) partners.push_back(party.actor.id);
    }
    return partners;
  }

  bool rests_on(const SubjectFinding& finding, const Answer& yes) const {
    const std::vector<AgreementId> agreements = agreements_of(network_, finding);
    return std::any_of(agreements.begin(), agreements.end(), [&](AgreementId agreement) {
      return agreement == yes.agreement || network_.agreement(agreement).title == yes.document;
    });
  }

  std::optional<AgreementTerms> terms_of(std::size_t i) const {
    return samverka::terms_of(rules_.rules[answer(i).rule].need, network_, taxonomy_, partners_[i]);
  }

  // The norms that a survey of the area would speak of, which are not known of the subject and have no answer here.
  std::vector<std::size_t> open_rules(ActorId subject, std::size_t area) const {
    std::vector<std::size_t> open;
    for (const std::size_t rule : areas_.rules_of(area)) {
      const SubjectFinding* finding = known_.find({subject, rule});
      if (!finding || finding->outcome != Outcome::unknown || is_told({subject, rule})) continue;
      open.push_back(rule);
    }
    return open;
  }

  bool is_told(Cell cell) const {
    const auto rows = of_cell_.find(cell);
    return rows != of_cell_.end() && std::any_of(rows->second.begin(), rows->second.end(), [&](std::size_t i) {
             return is_kept(i) && answer(i).word != AnswerWord::not_known;
           });
  }

  // "No" that cannot be told leaves its own norm open, which may leave others so.
  void refuse_lonely_noes() {
    bool is_changed = true;
    while (is_changed) {
      is_changed = false;
      for (std::size_t i = 0; i < answers_.size(); ++i) {
        if (!is_kept(i) || answer(i).word != AnswerWord::no) continue;
        for (const std::size_t area : areas_.areas_of(answer(i).rule)) {
          std::vector<std::size_t> open = open_rules(answer(i).subject, area);
          if (open.empty()) continue;
          results_[i] = {AnswerFate::leaves_others, 0, std::move(open)};
          is_changed = true;
          break;
        }
      }
    }
  }

  Network with_kept() const {
    if (!is_any_kept()) return network_;
    AnswerNetwork made(network_, day_, title_);
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      if (!is_kept(i) || answer(i).word != AnswerWord::yes) continue;
      if (is_near_[i]) {
        made.add_part(answer(i), partners_[i], *terms_of(i));
      } else if (answer(i).agreement.is_set()) {
        made.confirm(answer(i), partners_[i]);
      } else {
        made.add(answer(i), partners_[i], *terms_of(i));
      }
    }
    for (std::size_t area = 0; area < areas_.size(); ++area) add_survey(made, area);
    return std::move(made).take();
  }

  void add_survey(AnswerNetwork& made, std::size_t area) const {
    std::map<std::string_view, ActorId> subjects;  // by key, each once
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      const auto& own = areas_.areas_of(answer(i).rule);
      if (!is_kept(i) || std::find(own.begin(), own.end(), area) == own.end()) continue;
      subjects.emplace(network_.actor(answer(i).subject).key, answer(i).subject);
    }
    std::vector<ActorId> asked, answered;
    for (const auto& [key, subject] : subjects) {
      if (had_answered(network_, taxonomy_, areas_.area(area), subject)) continue;
      const bool has_told = has_told_of(subject, area);
      if (!has_told && was_asked(network_, taxonomy_, areas_.area(area), subject)) continue;
      asked.push_back(subject);
      if (has_told) answered.push_back(subject);
    }
    made.add_survey(areas_.area(area), asked, answered);
  }

  bool has_told_of(ActorId subject, std::size_t area) const {
    const auto& rules = areas_.rules_of(area);
    return open_rules(subject, area).empty() && std::any_of(rules.begin(), rules.end(), [&](std::size_t rule) {
             return is_told({subject, rule});
           });
  }

  bool refuse_what_does_not_hold(const FindingsByCell& after) {
    bool is_any_refused = false;
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      if (!is_kept(i) || answer(i).word == AnswerWord::not_known) continue;
      const Outcome outcome = after.find({answer(i).subject, answer(i).rule})->outcome;
      const bool is_yes = answer(i).word == AnswerWord::yes;
      if (is_yes ? is_held(outcome) || is_yet_to_come(i, outcome) : !is_held(outcome)) continue;
      results_[i].fate = is_yes ? AnswerFate::not_enough : AnswerFate::contradicts_fact;
      is_any_refused = true;
    }
    return is_any_refused;
  }

  // A document that is in force from a later day is on its way.
  bool is_yet_to_come(std::size_t i, Outcome outcome) const {
    return outcome == Outcome::pending && answer(i).date.is_set() && answer(i).date.earliest() > day_;
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  const RuleSet& rules_;
  const Date day_;
  const std::span<const Answer> answers_;
  const std::string& title_;
  const GapAnalysis before_;
  const FindingsByCell known_;
  const AnswerAreas areas_;
  std::vector<AnswerResult> results_;
  std::vector<std::vector<ActorId>> partners_;  // of "yes", with the only one that it can be
  std::vector<bool> is_near_;         // "yes" with a document that is not what the norm asks for as it is recorded
  std::vector<std::size_t> repeats_;  // merged with the other that says the same
  std::vector<PartnerCandidates> candidates_;
  std::vector<AnswerLeads> leads_;
  std::map<Cell, std::vector<std::size_t>> of_cell_;  // the answers that are not refused by themselves
};

}  // namespace

TakenAnswers take_answers(const Network& network, const Taxonomy& taxonomy, const RuleSet& rules, Date day,
                          std::span<const Answer> answers, const std::string& title) {
  return AnswerTaker(network, taxonomy, rules, day, answers, title).take();
}

}  // namespace samverka
