#pragma once
// Numbers that are of norms: one for each class and never a sum of them, since a law and an ambition are no two of a
// kind.
#include <array>
#include <cstddef>
#include <set>
#include <span>
#include <string>

#include "analysis/gaps.h"
#include "i18n/texts.h"
#include "model/rules.h"

namespace samverka {

inline constexpr std::array classes_by_weight = {RuleClass::law, RuleClass::duty, RuleClass::local,
                                                 RuleClass::ambition};

class ClassCounts {
 public:
  void add(RuleClass rule_class, std::size_t n = 1) { of_class_.at(static_cast<std::size_t>(rule_class)) += n; }
  std::size_t of(RuleClass rule_class) const { return of_class_.at(static_cast<std::size_t>(rule_class)); }
  // "Lag: 4. Ambition: 2", the heaviest first, of those that are not none; empty if all are.
  std::string in_words(const Texts& texts, const std::string& between = ". ") const;

 private:
  std::array<std::size_t, classes_by_weight.size()> of_class_{};
};

class AnswerMaker;

// What the norms leave open: whom, each once, and of each class how many judgements.
class UnknownByClass {
 public:
  void take(const Rule& rule, std::span<const SubjectFinding> findings);
  // As what is not known of the answer, counted in those it is not known of.
  void tell(AnswerMaker& made, std::string_view unit_key) const;

 private:
  ClassCounts judgements_;
  std::set<ActorId> whom_;
};

}  // namespace samverka
