#include "model/rules.h"

namespace samverka {

const char* word(RuleClass rule_class) {
  constexpr const char* words[] = {"law", "duty", "ambition", "local"};
  return words[static_cast<std::size_t>(rule_class)];
}

const char* word(RuleWeight weight) { return weight == RuleWeight::population ? "population" : "one"; }

}  // namespace samverka
