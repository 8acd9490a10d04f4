#include "analysis/rule_scope.h"

#include <algorithm>

namespace samverka {
namespace {

bool is_or_any(const std::string& wanted, const std::string& actual) { return wanted.empty() || wanted == actual; }

bool is_among_or_any(const std::optional<std::vector<std::string>>& wanted, const std::string& actual) {
  return !wanted || std::find(wanted->begin(), wanted->end(), actual) != wanted->end();
}

bool is_of_size(const RuleSubjects& who, const std::optional<std::int64_t>& population) {
  if (!who.population_min && !who.population_max) return true;
  if (!population) return false;
  return (!who.population_min || *population >= *who.population_min) &&
         (!who.population_max || *population <= *who.population_max);
}

}  // namespace

bool is_subject(const RuleSubjects& who, const Actor& actor) {
  return is_or_any(who.type, actor.type) && is_or_any(who.subtype, actor.subtype) &&
         is_or_any(who.ownership, actor.ownership) && is_among_or_any(who.counties, actor.county) &&
         is_among_or_any(who.municipality_groups, actor.municipality_group) && is_of_size(who, actor.population);
}

bool is_exempt(const RuleSubjects& who, const Actor& actor) {
  return !who.except_flag.empty() && actor.has_flag(who.except_flag);
}

}  // namespace samverka
