#include "app/gap_alike.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "app/gap_words.h"
#include "base/collate.h"

namespace samverka {
namespace {

class AlikeFinder {
 public:
  AlikeFinder(const Network& network, const Texts& texts, const RuleSet& rules, const GapAnalysis& analysis)
      : network_(network), texts_(texts), rules_(rules) {
    for (const RuleFindings& findings : analysis.rules) of_rule_[findings.rule] = &findings;
  }

  void add(const GapRow& row) {
    const Actor& actor = network_.actor(row.actor);
    std::string reason = reason_for_several(network_, texts_, rules_.rules[row.rule], finding_of(row));
    if (actor.county.empty()) return put(new_one(row, std::move(reason)), row);
    const AgreementId lead = lead_of(finding_of(row));  // two documents may have one title
    const auto key = std::tuple(row.rank, row.rule, row.outcome, actor.county, actor.type, reason, lead);
    const auto found = places_.find(key);
    if (found != places_.end()) return put(alike_[found->second], row);
    places_.emplace(key, alike_.size());
    put(new_one(row, std::move(reason)), row);
  }

  std::vector<AlikeGaps> take() && {
    for (AlikeGaps& alike : alike_) finish(alike);
    std::stable_sort(alike_.begin(), alike_.end(), [](const AlikeGaps& a, const AlikeGaps& b) {
      const std::size_t rank_a = a.rows.front().rank, rank_b = b.rows.front().rank;
      return rank_a != rank_b ? rank_a < rank_b : a.people.value_or(-1) > b.people.value_or(-1);
    });
    return std::move(alike_);
  }

 private:
  const SubjectFinding& finding_of(const GapRow& row) const { return of_rule_.at(row.rule)->subjects[row.subject]; }

  AlikeGaps& new_one(const GapRow& row, std::string reason) {
    AlikeGaps& alike = alike_.emplace_back();
    alike.reason = std::move(reason);
    alike.next_step = about_several(rules_.rules[row.rule].next_step, texts_);
    return alike;
  }

  static void put(AlikeGaps& alike, const GapRow& row) {
    alike.rows.push_back(row);
    if (row.people) alike.people = alike.people.value_or(0) + *row.people;
  }

  void finish(AlikeGaps& alike) const {
    if (alike.is_one()) {
      const GapRow& row = alike.rows.front();
      const Rule& rule = rules_.rules[row.rule];
      alike.reason = reason_in_words(network_, texts_, rule, finding_of(row));
      alike.next_step = about_subject(rule.next_step, texts_.language(), network_, row.actor);
      return;
    }
    std::stable_sort(alike.rows.begin(), alike.rows.end(), [this](const GapRow& a, const GapRow& b) {
      return swedish_less(network_.actor(a.actor).name, network_.actor(b.actor).name);
    });
  }

  const Network& network_;
  const Texts& texts_;
  const RuleSet& rules_;
  std::map<std::size_t, const RuleFindings*> of_rule_;
  std::vector<AlikeGaps> alike_;
  // Rank, norm, outcome, county, type, reason and document: where in alike_.
  std::map<std::tuple<std::size_t, std::size_t, Outcome, std::string, std::string, std::string, AgreementId>,
           std::size_t>
      places_;
};

}  // namespace

std::vector<AlikeGaps> alike_gaps(const Network& network, const Texts& texts, const RuleSet& rules,
                                  const GapAnalysis& analysis, const std::vector<GapRow>& rows) {
  AlikeFinder finder(network, texts, rules, analysis);
  for (const GapRow& row : rows) finder.add(row);
  return std::move(finder).take();
}

}  // namespace samverka
