#include "app/questions/class_counts.h"

#include "app/gap_words.h"
#include "app/questions/answer_maker.h"

namespace samverka {

std::string ClassCounts::in_words(const Texts& texts, const std::string& between) const {
  std::string words;
  for (const RuleClass rule_class : classes_by_weight) {
    const std::size_t n = of(rule_class);
    if (n == 0) continue;
    if (!words.empty()) words += between;
    words += texts.tr("question.class",
                      {{"class", texts.tr(text_key(rule_class))}, {"n", texts.number(static_cast<long long>(n))}});
  }
  return words;
}

void UnknownByClass::take(const Rule& rule, std::span<const SubjectFinding> findings) {
  for (const SubjectFinding& finding : findings) {
    if (finding.outcome != Outcome::unknown) continue;
    judgements_.add(rule.rule_class);
    whom_.insert(finding.subject);
  }
}

void UnknownByClass::tell(AnswerMaker& made, std::string_view unit_key) const {
  made.count_unknown(whom_.size(), unit_key);
  if (whom_.empty()) return;
  made.answer.counts.unknown_words =
      made.tr("question.unknown.by_class",
              {{"whom", made.answer.counts.unknown_words}, {"classes", judgements_.in_words(made.texts, ", ")}});
}

}  // namespace samverka
