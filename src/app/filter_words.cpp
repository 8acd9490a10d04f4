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
    {"name", "deep_key.name", as_it_is},
    {"short_name", "deep_key.short_name", as_it_is},
    {"name_en", "deep_key.name_en", as_it_is},
    {"population", "deep_key.population", as_it_is},
    {"serves", "deep_key.serves", as_it_is},
    {"parent", "deep_key.parent", as_it_is},
    {"members", "deep_key.members", as_it_is},
    {"functions", "deep_key.functions", label<&Taxonomy::functions>},
    {"flags", "deep_key.flags", label<&Taxonomy::flags>},
    {"sensitive", "deep_key.sensitive", as_it_is},
    {"position", "deep_key.position", as_it_is},
    {"web", "deep_key.web", as_it_is},
    {"municipality_code", "deep_key.municipality_code", as_it_is},
    {"county_code", "deep_key.county_code", as_it_is},
    {"school_unit_code", "deep_key.school_unit_code", as_it_is},
    {"org_number", "deep_key.org_number", as_it_is},
    {"hsa_id", "deep_key.hsa_id", as_it_is},
    {"nuts", "deep_key.nuts", as_it_is},
    {"lau", "deep_key.lau", as_it_is},
    {"wikidata", "deep_key.wikidata", as_it_is},
    {"actor.valid.from", "deep_key.actor.valid.from", as_it_is},
    {"actor.valid.to", "deep_key.actor.valid.to", as_it_is},
    {"actor.note", "deep_key.actor.note", as_it_is},
    {"actor.source", "deep_key.actor.source", as_it_is},
    {"actor.method", "deep_key.actor.method", label<&Taxonomy::methods>},
    {"actor.recorded", "deep_key.actor.recorded", as_it_is},
    {"actor.confidence", "deep_key.actor.confidence", as_it_is},
    {"agreement.id", "deep_key.agreement.id", as_it_is},
    {"title", "deep_key.title", as_it_is},
    {"legal_basis", "deep_key.legal_basis", as_it_is},
    {"valid.from", "deep_key.valid.from", as_it_is},
    {"valid.to", "deep_key.valid.to", as_it_is},
    {"valid.review", "deep_key.valid.review", as_it_is},
    {"valid.notice_months", "deep_key.valid.notice_months", as_it_is},
    {"valid.renewal", "deep_key.valid.renewal", as_it_is},
    {"covers", "deep_key.covers", as_it_is},
    {"parties", "deep_key.parties", as_it_is},
    {"under", "deep_key.under", as_it_is},
    {"supersedes", "deep_key.supersedes", as_it_is},
    {"founds", "deep_key.founds", as_it_is},
    {"note", "deep_key.note", as_it_is},
    {"source", "deep_key.source", as_it_is},
    {"recorded", "deep_key.recorded", as_it_is},
    {"funding.amount", "deep_key.funding.amount", as_it_is},
    {"funding.year", "deep_key.funding.year", as_it_is},
    {"funding.from", "deep_key.funding.from", as_it_is},
    {"funding.to", "deep_key.funding.to", as_it_is},
    {"funding.currency", "deep_key.funding.currency", as_it_is},
    {"funding.period", "deep_key.funding.period", as_it_is},
    {"duties.kind", "deep_key.duties.kind", as_it_is},
    {"duties.due", "deep_key.duties.due", as_it_is},
    {"duties.by", "deep_key.duties.by", as_it_is},
    {"duties.to", "deep_key.duties.to", as_it_is},
    {"duties.text", "deep_key.duties.text", as_it_is},
    {"party.actor", "deep_key.party.actor", as_it_is},
    {"party.from", "deep_key.party.from", as_it_is},
    {"party.to", "deep_key.party.to", as_it_is},
    {"party.sub_body", "deep_key.party.sub_body", as_it_is},
    {"party.on_behalf_of", "deep_key.party.on_behalf_of", as_it_is},
    {"party.note", "deep_key.party.note", as_it_is},
    {"party.source", "deep_key.party.source", as_it_is},
    {"party.recorded", "deep_key.party.recorded", as_it_is},
    {"party.confidence", "deep_key.party.confidence", as_it_is},
    {"during", "deep_key.during", as_it_is},
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
    {"valid.to", "open", "deep_filter.open"},
    {"actor.valid.to", "open", "deep_filter.open"},
    {"party.to", "open", "deep_filter.open"},
    {"sensitive", "yes", "deep_filter.yes"},
    {"sensitive", "no", "deep_filter.no"},
    {"position", "yes", "deep_filter.yes"},
    {"position", "no", "deep_filter.no"},
});

const ValueWords* own_value(std::string_view key, std::string_view value) {
  for (const ValueWords& row : own_values) {
    if (row.value == value && (row.key.empty() ? key != "id" : row.key == key)) return &row;
  }
  return nullptr;
}

std::string_view order_sign(FilterTest test) {
  if (test == FilterTest::below) return "<";
  if (test == FilterTest::at_most) return "≤";
  return test == FilterTest::above ? ">" : "≥";
}

std::string clause_in_words(const FilterClause& clause, const Assets& assets, const Texts& texts) {
  const KeyWords& row = clause_words(clause.key);
  std::string values;
  for (const std::string& value : clause.values) {
    const bool is_whole = clause.test == FilterTest::is;
    values +=
        (values.empty() ? "" : ", ") + (is_whole ? filter_value_in_words(clause.key, value, assets, texts) : value);
  }
  const TextArgs args = {{"key", texts.tr(row.text)}, {"values", values}};
  if (clause.test == FilterTest::is) return texts.tr(clause.negated ? "filter.is_not" : "filter.is", args);
  if (clause.test == FilterTest::contains) {
    return texts.tr(clause.negated ? "deep_filter.contains_not" : "deep_filter.contains", args);
  }
  return texts.tr("deep_filter.order", {args[0], args[1], {"sign", std::string(order_sign(clause.test))}});
}

std::string clauses_in_words(const std::vector<FilterClause>& clauses, const Assets& assets, const Texts& texts) {
  std::string words;
  for (const FilterClause& clause : clauses) {
    words += (words.empty() ? "" : " · ") + clause_in_words(clause, assets, texts);
  }
  return words;
}

}  // namespace

std::string filter_value_in_words(std::string_view key, const std::string& value, const Assets& assets,
                                  const Texts& texts) {
  if (const ValueWords* own = own_value(key, value)) return texts.tr(own->text);
  return clause_words(key).label(assets, value, texts.language());
}

std::string filter_in_plain_words(const Filter& filter, const Assets& assets, const Texts& texts) {
  const std::string words = clauses_in_words(filter.clauses, assets, texts);
  std::string either;
  for (const auto& alternative : filter.alternatives) {
    either +=
        (either.empty() ? "" : " " + texts.tr("deep_filter.or") + " ") + clauses_in_words(alternative, assets, texts);
  }
  if (words.empty() || either.empty()) return words + either;
  return words + " · (" + either + ")";
}

std::string filter_key_in_words(std::string_view key, const Texts& texts) { return texts.tr(clause_words(key).text); }

std::string filter_in_words(const Filter& filter, const Assets& assets, const Texts& texts) {
  const std::string words = filter_in_plain_words(filter, assets, texts);
  return words.empty() ? words : words + " (" + to_words(filter) + ")";
}

}  // namespace samverka
