#include "app/filter_words.h"

#include <array>
#include <string_view>

namespace samverka {
namespace {

using Label = std::string (*)(const Assets&, const std::string& value, const std::string& language);

template <auto list>
std::string label(const Assets& assets, const std::string& value, const std::string& language) {
  return (assets.taxonomy.*list).short_label(value, language);
}

std::string area_label(const Assets& assets, const std::string& value, const std::string& language) {
  return value + " " + assets.taxonomy.areas.short_label(value, language);
}

std::string county_label(const Assets& assets, const std::string& value, const std::string&) {
  for (const MapShapes::Place& place : assets.shapes.counties) {
    if (place.code == value) return place.name;
  }
  return value;
}

std::string municipality_label(const Assets& assets, const std::string& value, const std::string&) {
  for (const MapShapes::Place& place : assets.shapes.municipalities) {
    if (place.code == value) return place.name;
  }
  return value;
}

std::string as_it_is(const Assets&, const std::string& value, const std::string&) { return value; }

struct KeyWords {
  std::string_view key, text;
  Label label;
};

constexpr auto known = std::to_array<KeyWords>({
    {"area", "filter.key.area", area_label},
    {"county", "filter.key.county", county_label},
    {"municipality", "filter.key.municipality", municipality_label},
    {"group", "filter.key.group", label<&Taxonomy::groups>},
    {"type", "filter.key.type", label<&Taxonomy::actor_types>},
    {"subtype", "filter.key.type", label<&Taxonomy::actor_subtypes>},
    {"ownership", "filter.key.ownership", label<&Taxonomy::ownerships>},
    {"municipality_group", "filter.key.municipality_group", label<&Taxonomy::municipality_groups>},
    {"form", "filter.key.form", label<&Taxonomy::forms>},
    {"service_area", "filter.key.service_area", label<&Taxonomy::service_areas>},
    {"target_group", "filter.key.target_group", label<&Taxonomy::target_groups>},
    {"perspective", "filter.key.perspective", label<&Taxonomy::perspectives>},
    {"status", "filter.key.status", label<&Taxonomy::statuses>},
    {"method", "filter.key.method", label<&Taxonomy::methods>},
    {"confidence", "filter.key.confidence", as_it_is},
    {"sourced", "filter.key.sourced", as_it_is},
    {"role", "filter.key.role", label<&Taxonomy::roles>},
    {"state", "filter.key.state", label<&Taxonomy::states>},
    {"service", "filter.key.service", label<&Taxonomy::services>},
});
constexpr KeyWords other{"", "filter.key.id", as_it_is};

const KeyWords& clause_words(std::string_view key) {
  for (const KeyWords& row : known) {
    if (row.key == key) return row;
  }
  return other;
}

// Values that are no code of the taxonomy, but words of the filter itself.
struct ValueWords {
  std::string_view key, value, text;
};

constexpr auto own_values = std::to_array<ValueWords>({
    {"", "unrecorded", "filter.value.unrecorded"},
    {"perspective", "none", "filter.value.none"},
    {"confidence", "high", "filter.value.high"},
    {"confidence", "medium", "filter.value.medium"},
    {"confidence", "low", "filter.value.low"},
    {"sourced", "yes", "filter.value.sourced"},
    {"sourced", "no", "filter.value.unsourced"},
});

const ValueWords* own_value(std::string_view key, std::string_view value) {
  for (const ValueWords& row : own_values) {
    if (row.value == value && (row.key.empty() ? key != "id" : row.key == key)) return &row;
  }
  return nullptr;
}

std::string clause_in_words(const FilterClause& clause, const Assets& assets, const Texts& texts) {
  const KeyWords& row = clause_words(clause.key);
  std::string values;
  for (const std::string& value : clause.values) {
    values += (values.empty() ? "" : ", ") + filter_value_in_words(clause.key, value, assets, texts);
  }
  return texts.tr(clause.negated ? "filter.is_not" : "filter.is", {{"key", texts.tr(row.text)}, {"values", values}});
}

}  // namespace

std::string filter_value_in_words(std::string_view key, const std::string& value, const Assets& assets,
                                  const Texts& texts) {
  if (const ValueWords* own = own_value(key, value)) return texts.tr(own->text);
  return clause_words(key).label(assets, value, texts.language());
}

std::string filter_in_plain_words(const Filter& filter, const Assets& assets, const Texts& texts) {
  std::string words;
  for (const FilterClause& clause : filter.clauses) {
    words += (words.empty() ? "" : " · ") + clause_in_words(clause, assets, texts);
  }
  return words;
}

std::string filter_in_words(const Filter& filter, const Assets& assets, const Texts& texts) {
  const std::string words = filter_in_plain_words(filter, assets, texts);
  return words.empty() ? words : words + " (" + to_words(filter) + ")";
}

}  // namespace samverka
