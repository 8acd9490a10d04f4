#include "model/filter.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "base/collate.h"

namespace samverka {
namespace {

using enum FilterSubject;
constexpr auto keys = std::to_array<FilterKey>({
    {"group", actor},
    {"type", actor},
    {"subtype", actor},
    {"county", actor},
    {"municipality", actor},
    {"ownership", actor},
    {"municipality_group", actor},
    {"id", actor},
    {"form", agreement},
    {"area", agreement},
    {"service_area", agreement},
    {"target_group", agreement},
    {"perspective", agreement},
    {"status", agreement},
    {"method", agreement},
    {"confidence", agreement},
    {"sourced", agreement},
    {"role", party},
    {"state", party},
    {"service", party},
});

// Null if there is no such key. Plural member names of the format are accepted too: who writes `areas=A4` means the
// same.
const FilterKey* find_key(std::string_view name) {
  if (name == "areas" || name == "service_areas" || name == "target_groups" || name == "perspectives") {
    name.remove_suffix(1);
  }
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const FilterKey& key) { return key.name == name; });
  return found == keys.end() ? nullptr : &*found;
}

bool is_about(const FilterClause& clause, FilterSubject subject) {
  const FilterKey* key = find_key(clause.key);
  return key && key->subject == subject;
}

std::string list_of_keys() {
  std::string out;
  for (const FilterKey& key : keys) out.append(out.empty() ? "" : ", ").append(key.name);
  return out;
}

bool names(const FilterClause& clause, std::string_view value) {
  return std::find(clause.values.begin(), clause.values.end(), value) != clause.values.end();
}

bool names_area(const FilterClause& clause, std::string_view actual, const Taxonomy& taxonomy) {
  return std::any_of(clause.values.begin(), clause.values.end(),
                     [&](const std::string& wanted) { return taxonomy.area_matches(wanted, actual); });
}

// `area!=A0` must leave out what is *only* outside: an agreement about both A0 and A4.1 is still about A4.1.
bool area_passes(const FilterClause& clause, const std::vector<AreaCode>& areas, const Taxonomy& taxonomy) {
  if (areas.empty()) return names_area(clause, "A0", taxonomy) != clause.negated;
  return std::any_of(areas.begin(), areas.end(),
                     [&](const AreaCode& area) { return names_area(clause, area, taxonomy) != clause.negated; });
}

std::string_view or_unrecorded(std::string_view value) { return value.empty() ? unrecorded : value; }

std::string_view value_of(const Actor& row, std::string_view key, const Taxonomy& taxonomy) {
  if (key == "group") return taxonomy.group_of(row.type).code;
  if (key == "type") return row.type;
  if (key == "subtype") return or_unrecorded(row.subtype);
  if (key == "county") return or_unrecorded(row.county);
  if (key == "municipality") return or_unrecorded(row.municipality);
  if (key == "ownership") return or_unrecorded(row.ownership);
  if (key == "municipality_group") return or_unrecorded(row.municipality_group);
  return row.key;
}

std::string_view value_of(const Party& row, std::string_view key) {
  if (key == "role") return or_unrecorded(row.role);
  if (key == "service") return or_unrecorded(row.service);
  return word(row.state_or_unknown());
}

std::string_view confidence_of(const Agreement& row) {
  if (!row.provenance || !row.provenance->confidence) return unrecorded;
  const double confidence = *row.provenance->confidence;
  if (confidence >= high_confidence) return "high";
  return confidence >= medium_confidence ? "medium" : "low";
}

// Of keys with one value a row; the others are lists.
std::string_view value_of(const Agreement& row, std::string_view key) {
  if (key == "form") return row.form;
  if (key == "status") return word(row.status);
  if (key == "method") return or_unrecorded(row.provenance ? std::string_view(row.provenance->method) : "");
  if (key == "confidence") return confidence_of(row);
  return row.provenance && !row.provenance->source.empty() ? "yes" : "no";  // sourced
}

const std::vector<std::string>* list_of(const Agreement& row, std::string_view key) {
  static const std::vector<std::string> nothing;
  if (key == "service_area") return &row.service_areas;
  if (key == "target_group") return &row.target_groups;
  if (key == "perspective") return row.perspectives ? &*row.perspectives : &nothing;
  return nullptr;
}

std::string_view word_for_empty_list(const Agreement& row, std::string_view key) {
  return key == "perspective" && row.perspectives ? "none" : unrecorded;
}

bool passes(const FilterClause& clause, const Agreement& row, const Taxonomy& taxonomy) {
  if (clause.key == "area") return area_passes(clause, row.areas, taxonomy);
  const std::vector<std::string>* list = list_of(row, clause.key);
  if (!list) return names(clause, value_of(row, clause.key)) != clause.negated;
  if (list->empty()) return names(clause, word_for_empty_list(row, clause.key)) != clause.negated;
  const bool is_named = std::any_of(list->begin(), list->end(), [&](const auto& v) { return names(clause, v); });
  return is_named != clause.negated;
}

void add_once(std::vector<std::string_view>& values, std::string_view value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

void add_areas(const Agreement& row, const Taxonomy& taxonomy, std::vector<std::string_view>& values) {
  for (const AreaCode& code : row.areas) {
    add_once(values, code);
    const Area* area = taxonomy.areas.find(code);
    if (area && !area->parent.empty()) add_once(values, area->parent);  // as far up as area_matches looks
  }
  if (row.areas.empty()) add_once(values, "A0");
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

Result<FilterClause> parse_clause(std::string_view words) {
  const std::size_t equals = words.find('=');
  const auto form_problem = [&] {
    return error("E_FILTER", {"problem.filter.form", {{"words", std::string(words)}}}, Exit::usage);
  };
  if (equals == std::string_view::npos || equals == 0) return form_problem();
  FilterClause clause;
  clause.negated = words[equals - 1] == '!';
  const std::string_view key = words.substr(0, equals - (clause.negated ? 1 : 0));
  const FilterKey* known = find_key(key);
  if (!known) {
    return error("E_FILTER", {"problem.filter.key", {{"key", std::string(key)}, {"known", list_of_keys()}}},
                 Exit::usage);
  }
  clause.key = known->name;
  for (std::string_view value : split(words.substr(equals + 1), ',')) clause.values.emplace_back(value);
  if (clause.values.empty()) return form_problem();
  return clause;
}

using Codes = std::vector<std::string>;

template <class T>
Codes codes_of(const Terms<T>& terms) {
  Codes codes;
  for (const T& term : terms.rows()) codes.push_back(term.code);
  return codes;
}

// The taxonomy's codes for a key.
Codes taxonomy_codes(std::string_view key, const Taxonomy& t) {
  if (key == "group") return codes_of(t.groups);
  if (key == "type") return codes_of(t.actor_types);
  if (key == "subtype") return codes_of(t.actor_subtypes);
  if (key == "ownership") return codes_of(t.ownerships);
  if (key == "municipality_group") return codes_of(t.municipality_groups);
  if (key == "form") return codes_of(t.forms);
  if (key == "area") return codes_of(t.areas);
  if (key == "service_area") return codes_of(t.service_areas);
  if (key == "target_group") return codes_of(t.target_groups);
  if (key == "perspective") return codes_of(t.perspectives);
  if (key == "status") return codes_of(t.statuses);
  if (key == "method") return codes_of(t.methods);
  if (key == "role") return codes_of(t.roles);
  if (key == "state") return codes_of(t.states);
  if (key == "service") return codes_of(t.services);
  return {};
}

bool may_be_unrecorded(std::string_view key) {
  constexpr std::string_view always_said[] = {"group", "type", "id", "form", "area", "status", "state", "sourced"};
  return std::find(std::begin(always_said), std::end(always_said), key) == std::end(always_said);
}

// The most like first; the list's beginning where nothing is like it.
std::string nearest_known(const std::string& value, const Codes& known) {
  constexpr std::size_t listed = 10;
  const std::size_t limit = std::clamp<std::size_t>(value.size() / 2, 1, 4);
  std::string out;
  std::size_t count = 0;
  const auto add = [&](const std::string& code) { out += (count++ == 0 ? "" : ", ") + code; };
  for (std::size_t distance = 1; distance <= limit && count == 0 && value.size() <= 80; ++distance) {
    for (const std::string& code : known) {
      if (count < listed && edit_distance(value, code, limit) == distance) add(code);
    }
  }
  if (count > 0) return out;
  for (const std::string& code : known) {
    if (count < listed) add(code);
  }
  return known.size() > listed ? out + ", …" : out;
}

bool are_digits(std::string_view text, std::size_t count) {
  return text.size() == count && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Message> wrong_value(const std::string& key, const std::string& value, const Codes& known) {
  if (value == unrecorded && may_be_unrecorded(key)) return std::nullopt;
  if (key == "county" && !are_digits(value, 2)) return Message{"problem.code", {{"value", value}, {"form", "NN"}}};
  if (key == "municipality" && !are_digits(value, 4)) {
    return Message{"problem.code", {{"value", value}, {"form", "NNNN"}}};
  }
  if (known.empty() || std::find(known.begin(), known.end(), value) != known.end()) return std::nullopt;
  return Message{"problem.filter.value", {{"key", key}, {"value", value}, {"known", nearest_known(value, known)}}};
}

}  // namespace

bool Filter::accepts(const Actor& row, const Taxonomy& taxonomy) const {
  return std::all_of(clauses.begin(), clauses.end(), [&](const FilterClause& clause) {
    return !is_about(clause, actor) || names(clause, value_of(row, clause.key, taxonomy)) != clause.negated;
  });
}

bool Filter::accepts(const Agreement& row, const Taxonomy& taxonomy) const {
  return std::all_of(clauses.begin(), clauses.end(), [&](const FilterClause& clause) {
    return !is_about(clause, agreement) || passes(clause, row, taxonomy);
  });
}

bool Filter::accepts(const Party& row) const {
  return std::all_of(clauses.begin(), clauses.end(), [&](const FilterClause& clause) {
    return !is_about(clause, party) || names(clause, value_of(row, clause.key)) != clause.negated;
  });
}

bool Filter::speaks_of_agreements() const {
  // The default `area!=A0` only leaves out what is outside the field; it must not hide everyone without an agreement.
  const FilterClause outside = default_filter().clauses.front();
  return std::any_of(clauses.begin(), clauses.end(),
                     [&](const FilterClause& clause) { return !is_about(clause, actor) && clause != outside; });
}

const FilterClause* Filter::find(std::string_view key) const {
  const auto found =
      std::find_if(clauses.begin(), clauses.end(), [&](const auto& clause) { return clause.key == key; });
  return found == clauses.end() ? nullptr : &*found;
}

std::span<const FilterKey> filter_keys() { return keys; }

void add_filter_values(const Actor& row, std::string_view key, const Taxonomy& taxonomy,
                       std::vector<std::string_view>& values) {
  const FilterKey* known = find_key(key);
  if (known && known->subject == actor) add_once(values, value_of(row, known->name, taxonomy));
}

void add_filter_values(const Agreement& row, std::string_view key, const Taxonomy& taxonomy,
                       std::vector<std::string_view>& values) {
  const FilterKey* known = find_key(key);
  if (!known || known->subject != agreement) return;
  if (known->name == "area") return add_areas(row, taxonomy, values);
  const std::vector<std::string>* list = list_of(row, known->name);
  if (!list) return add_once(values, value_of(row, known->name));
  for (const std::string& value : *list) add_once(values, value);
  if (list->empty()) add_once(values, word_for_empty_list(row, known->name));
}

void add_filter_values(const Party& row, std::string_view key, std::vector<std::string_view>& values) {
  const FilterKey* known = find_key(key);
  if (known && known->subject == party) add_once(values, value_of(row, known->name));
}

std::vector<std::string> known_filter_values(std::string_view key, const Taxonomy& taxonomy) {
  if (key == "sourced") return {"yes", "no"};
  if (key == "confidence") return {"high", "medium", "low", std::string(unrecorded)};
  Codes known = taxonomy_codes(key, taxonomy);
  if (known.empty()) return known;
  if (key == "perspective") known.emplace_back("none");
  if (may_be_unrecorded(key)) known.emplace_back(unrecorded);
  return known;
}

Result<Filter> parse_filter(std::string_view words) {
  Filter filter;
  for (std::string_view part : split(words, ' ')) {
    Result<FilterClause> clause = parse_clause(part);
    if (!clause) return clause.problem();
    filter.clauses.push_back(std::move(*clause));
  }
  return filter;
}

Result<Done> check_filter(const Filter& filter, const Taxonomy& taxonomy) {
  for (const FilterClause& clause : filter.clauses) {
    const Codes known = known_filter_values(clause.key, taxonomy);
    for (const std::string& value : clause.values) {
      if (auto wrong = wrong_value(clause.key, value, known)) return error("E_FILTER", std::move(*wrong), Exit::usage);
    }
  }
  return Done{};
}

std::string to_words(const Filter& filter) {
  std::string out;
  for (const FilterClause& clause : filter.clauses) {
    if (!out.empty()) out += ' ';
    out += clause.key + (clause.negated ? "!=" : "=");
    for (std::size_t i = 0; i < clause.values.size(); ++i) out += (i == 0 ? "" : ",") + clause.values[i];
  }
  return out;
}

Filter default_filter() { return {{FilterClause{"area", {"A0"}, true}}}; }

}  // namespace samverka
