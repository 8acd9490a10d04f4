#include "model/filter.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

#include "model/filter_fields.h"

namespace samverka {
namespace {

using enum FilterSubject;

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
  if (key == "method" || key == "actor.method") return codes_of(t.methods);
  if (key == "functions") return codes_of(t.functions);
  if (key == "flags") return codes_of(t.flags);
  if (key == "role") return codes_of(t.roles);
  if (key == "state") return codes_of(t.states);
  if (key == "service") return codes_of(t.services);
  return {};
}

bool may_be_unrecorded(std::string_view key) {
  constexpr std::string_view always_said[] = {"group", "type", "id", "form", "area", "status", "state", "sourced"};
  return std::find(std::begin(always_said), std::end(always_said), key) == std::end(always_said);
}

// Words that a row has one of, or a list: what `=` compares as it is, and a facet counts.
bool is_word(const FilterKey& key) { return key.kind == FilterKind::code || key.kind == FilterKind::identity; }
bool is_code(const FilterClause& clause, const FilterKey& key) { return clause.test == FilterTest::is && is_word(key); }

// What other tests than `=` look in: of a code itself, of other keys their field.
template <class Row, class... Ground>
FieldValues values_to_test(const Row& row, const FilterKey& key, const Ground&... ground) {
  FieldValues values;
  const Network* network = std::get<sizeof...(Ground) - 1>(std::tie(ground...));
  if (add_field_values(row, key.name, network, values)) return values;
  std::vector<std::string_view> words;
  if constexpr (sizeof...(Ground) == 2) {
    add_filter_values(row, key.name, std::get<0>(std::tie(ground...)), words);
  } else {
    add_filter_values(row, key.name, words);
  }
  for (const std::string_view word : words) {
    if (word != unrecorded) values.push_back({std::string(word)});
  }
  return values;
}

template <class Passes>
bool is_accepted(const Filter& filter, FilterSubject subject, const Passes& passes) {
  const auto all_pass = [&](const std::vector<FilterClause>& clauses) {
    return std::all_of(clauses.begin(), clauses.end(), [&](const FilterClause& clause) {
      const FilterKey* key = filter_key(clause.key);
      return !key || key->subject != subject || key->kind == FilterKind::period || passes(clause, *key);
    });
  };
  if (!all_pass(filter.clauses)) return false;
  return filter.alternatives.empty() || std::any_of(filter.alternatives.begin(), filter.alternatives.end(), all_pass);
}

}  // namespace

std::vector<Filter> each_alternative(const Filter& filter) {
  if (filter.alternatives.empty()) return {filter};
  std::vector<Filter> flat;
  for (const std::vector<FilterClause>& alternative : filter.alternatives) {
    Filter one{filter.clauses, {}};
    one.clauses.insert(one.clauses.end(), alternative.begin(), alternative.end());
    flat.push_back(std::move(one));
  }
  return flat;
}

bool Filter::accepts(const Actor& row, const Taxonomy& taxonomy, const Network* network) const {
  return is_accepted(*this, actor, [&](const FilterClause& clause, const FilterKey& key) {
    return is_code(clause, key) ? names(clause, value_of(row, clause.key, taxonomy)) != clause.negated
                                : field_passes(clause, key, values_to_test(row, key, taxonomy, network));
  });
}

bool Filter::accepts(const Agreement& row, const Taxonomy& taxonomy, const Network* network) const {
  return is_accepted(*this, agreement, [&](const FilterClause& clause, const FilterKey& key) {
    return is_code(clause, key) ? passes(clause, row, taxonomy)
                                : field_passes(clause, key, values_to_test(row, key, taxonomy, network));
  });
}

bool Filter::accepts(const Party& row, const Network* network) const {
  return is_accepted(*this, party, [&](const FilterClause& clause, const FilterKey& key) {
    return is_code(clause, key) ? names(clause, value_of(row, clause.key)) != clause.negated
                                : field_passes(clause, key, values_to_test(row, key, network));
  });
}

bool Filter::speaks_of_agreements() const {
  // The default `area!=A0` only leaves out what is outside the field; it must not hide everyone without an agreement.
  const FilterClause outside = default_filter().clauses.front();
  const auto speaks = [&](const FilterClause& clause) {
    const FilterKey* key = filter_key(clause.key);
    const bool is_of_rows = key && key->subject != actor && key->kind != FilterKind::period;
    return is_of_rows && clause != outside;
  };
  return std::any_of(clauses.begin(), clauses.end(), speaks) ||
         std::any_of(alternatives.begin(), alternatives.end(),
                     [&](const auto& list) { return std::any_of(list.begin(), list.end(), speaks); });
}

const FilterClause* Filter::find(std::string_view key) const {
  const auto found =
      std::find_if(clauses.begin(), clauses.end(), [&](const auto& clause) { return clause.key == key; });
  return found == clauses.end() ? nullptr : &*found;
}

void add_filter_values(const Actor& row, std::string_view key, const Taxonomy& taxonomy,
                       std::vector<std::string_view>& values) {
  const FilterKey* known = filter_key(key);
  if (known && known->subject == actor && is_word(*known)) add_once(values, value_of(row, known->name, taxonomy));
}

void add_filter_values(const Agreement& row, std::string_view key, const Taxonomy& taxonomy,
                       std::vector<std::string_view>& values) {
  const FilterKey* known = filter_key(key);
  if (!known || known->subject != agreement || !is_word(*known)) return;
  if (known->name == "area") return add_areas(row, taxonomy, values);
  const std::vector<std::string>* list = list_of(row, known->name);
  if (!list) return add_once(values, value_of(row, known->name));
  for (const std::string& value : *list) add_once(values, value);
  if (list->empty()) add_once(values, word_for_empty_list(row, known->name));
}

void add_filter_values(const Party& row, std::string_view key, std::vector<std::string_view>& values) {
  const FilterKey* known = filter_key(key);
  if (known && known->subject == party && is_word(*known)) add_once(values, value_of(row, known->name));
}

std::vector<std::string> known_filter_values(std::string_view key, const Taxonomy& taxonomy) {
  if (key == "sourced") return {"yes", "no"};
  if (key == "confidence") return {"high", "medium", "low", std::string(unrecorded)};
  if (key == "sensitive") return {"yes", "no", std::string(unrecorded)};
  if (key == "position") return {"yes", "no"};
  if (key == "covers") return {"self", "units", "listed", std::string(unrecorded)};
  if (key == "valid.renewal") return {"none", "auto", "option", std::string(unrecorded)};
  Codes known = taxonomy_codes(key, taxonomy);
  if (known.empty()) return known;
  if (key == "perspective") known.emplace_back("none");
  if (may_be_unrecorded(key)) known.emplace_back(unrecorded);
  return known;
}

Filter default_filter() { return {{FilterClause{"area", {"A0"}, true}}}; }

}  // namespace samverka
