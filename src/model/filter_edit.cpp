#include "model/filter_edit.h"

#include <algorithm>

namespace samverka {
namespace {

bool is_among(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// The clause of the key that a click edits: the first that says what to show.
const FilterClause* chosen_clause(const Filter& filter, std::string_view key) {
  const auto found = std::find_if(filter.clauses.begin(), filter.clauses.end(),
                                  [&](const FilterClause& clause) { return clause.key == key && !clause.negated; });
  return found == filter.clauses.end() ? nullptr : &*found;
}

// All clauses of a key become this one, where the first of them stood.
void put(Filter& filter, std::string_view key, std::vector<std::string> values) {
  const auto is_of_key = [&](const FilterClause& clause) { return clause.key == key; };
  const auto first = std::find_if(filter.clauses.begin(), filter.clauses.end(), is_of_key);
  const auto place = first - filter.clauses.begin();
  std::erase_if(filter.clauses, is_of_key);
  filter.clauses.insert(filter.clauses.begin() + place, FilterClause{std::string(key), std::move(values), false});
}

}  // namespace

bool is_chosen(const Filter& filter, std::string_view key, std::string_view value) {
  return std::any_of(filter.clauses.begin(), filter.clauses.end(), [&](const FilterClause& clause) {
    return clause.key == key && !clause.negated && is_among(clause.values, value);
  });
}

bool is_left_out(const Filter& filter, std::string_view key, std::string_view value) {
  return std::any_of(filter.clauses.begin(), filter.clauses.end(), [&](const FilterClause& clause) {
    return clause.key == key && clause.negated && is_among(clause.values, value);
  });
}

std::size_t count_named(const Filter& filter, std::string_view key) {
  const FilterClause outside = default_filter().clauses.front();
  std::size_t count = 0;
  for (const FilterClause& clause : filter.clauses) {
    if (clause.key == key && clause != outside) count += clause.values.size();
  }
  return count;
}

void toggle_value(Filter& filter, std::string_view key, std::string_view value, const Taxonomy& taxonomy) {
  const FilterClause* before = chosen_clause(filter, key);
  std::vector<std::string> values = before ? before->values : std::vector<std::string>{};
  if (is_among(values, value)) {
    std::erase(values, value);
  } else {
    if (key == "area") {
      std::erase_if(values, [&](const std::string& other) {
        return taxonomy.area_matches(value, other) || taxonomy.area_matches(other, value);
      });
    }
    values.emplace_back(value);
    std::sort(values.begin(), values.end());
  }
  if (values.empty()) return clear_key(filter, key);
  put(filter, key, std::move(values));
}

void choose_only(Filter& filter, std::string_view key, std::string_view value) {
  const FilterClause* before = chosen_clause(filter, key);
  const bool is_alone = before && before->values.size() == 1 && before->values.front() == value;
  if (is_alone) return clear_key(filter, key);
  put(filter, key, {std::string(value)});
}

void clear_key(Filter& filter, std::string_view key) {
  std::erase_if(filter.clauses, [&](const FilterClause& clause) { return clause.key == key; });
  const Filter initial = default_filter();
  if (const FilterClause* clause = initial.find(key)) filter.clauses.push_back(*clause);
}

}  // namespace samverka
