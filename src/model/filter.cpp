#include "model/filter.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/collate.h"

namespace samverka {
namespace {

constexpr std::string_view actor_keys[] = {
    "group", "type", "subtype", "county", "municipality", "ownership", "municipality_group", "id"};
constexpr std::string_view agreement_keys[] = {"form",        "area",   "service_area", "target_group",
                                               "perspective", "status", "method"};
constexpr std::string_view party_keys[] = {"role", "state"};

template <std::size_t n>
bool is_in(const std::string_view (&keys)[n], std::string_view key) {
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

// Plural member names of the format are accepted too: who writes `areas=A4` means the same.
std::string_view known_key(std::string_view key) {
  if (key == "areas" || key == "service_areas" || key == "target_groups" || key == "perspectives") {
    key.remove_suffix(1);
  }
  const bool known = is_in(actor_keys, key) || is_in(agreement_keys, key) || is_in(party_keys, key);
  return known ? key : std::string_view();
}

std::string list_of_keys() {
  std::string out;
  const auto add = [&](std::string_view key) { out.append(out.empty() ? "" : ", ").append(key); };
  std::for_each(std::begin(actor_keys), std::end(actor_keys), add);
  std::for_each(std::begin(agreement_keys), std::end(agreement_keys), add);
  std::for_each(std::begin(party_keys), std::end(party_keys), add);
  return out;
}

bool names(const FilterClause& clause, std::string_view value) {
  return std::find(clause.values.begin(), clause.values.end(), value) != clause.values.end();
}

bool names_any(const FilterClause& clause, const std::vector<std::string>& values) {
  return std::any_of(values.begin(), values.end(), [&](const std::string& v) { return names(clause, v); });
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

std::string_view text_of(const Actor& actor, std::string_view key, const Taxonomy& taxonomy) {
  if (key == "group") return taxonomy.group_of(actor.type).code;
  if (key == "type") return actor.type;
  if (key == "subtype") return actor.subtype;
  if (key == "county") return actor.county;
  if (key == "municipality") return actor.municipality;
  if (key == "ownership") return actor.ownership;
  if (key == "municipality_group") return actor.municipality_group;
  return actor.key;
}

bool passes(const FilterClause& clause, const Agreement& agreement, const Taxonomy& taxonomy) {
  static const std::vector<std::string> none;
  if (clause.key == "area") return area_passes(clause, agreement.areas, taxonomy);
  bool named = false;
  if (clause.key == "form") named = names(clause, agreement.form);
  if (clause.key == "status") named = names(clause, word(agreement.status));
  if (clause.key == "method") named = agreement.provenance && names(clause, agreement.provenance->method);
  if (clause.key == "service_area") named = names_any(clause, agreement.service_areas);
  if (clause.key == "target_group") named = names_any(clause, agreement.target_groups);
  if (clause.key == "perspective") named = names_any(clause, agreement.perspectives ? *agreement.perspectives : none);
  return named != clause.negated;
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
  clause.key = known_key(key);
  if (clause.key.empty()) {
    return error("E_FILTER", {"problem.filter.key", {{"key", std::string(key)}, {"known", list_of_keys()}}},
                 Exit::usage);
  }
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

// What a value of the key can be; empty where anything goes.
Codes known_values(std::string_view key, const Taxonomy& t) {
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
  return {};
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
  if (key == "county" && !are_digits(value, 2)) return Message{"problem.code", {{"value", value}, {"form", "NN"}}};
  if (key == "municipality" && !are_digits(value, 4)) {
    return Message{"problem.code", {{"value", value}, {"form", "NNNN"}}};
  }
  if (known.empty() || std::find(known.begin(), known.end(), value) != known.end()) return std::nullopt;
  return Message{"problem.filter.value", {{"key", key}, {"value", value}, {"known", nearest_known(value, known)}}};
}

}  // namespace

bool Filter::accepts(const Actor& actor, const Taxonomy& taxonomy) const {
  return std::all_of(clauses.begin(), clauses.end(), [&](const FilterClause& clause) {
    return !is_in(actor_keys, clause.key) || names(clause, text_of(actor, clause.key, taxonomy)) != clause.negated;
  });
}

bool Filter::accepts(const Agreement& agreement, const Taxonomy& taxonomy) const {
  return std::all_of(clauses.begin(), clauses.end(), [&](const FilterClause& clause) {
    return !is_in(agreement_keys, clause.key) || passes(clause, agreement, taxonomy);
  });
}

bool Filter::accepts(const Party& party) const {
  return std::all_of(clauses.begin(), clauses.end(), [&](const FilterClause& clause) {
    if (!is_in(party_keys, clause.key)) return true;
    const std::string_view value = clause.key == "role" ? std::string_view(party.role) : word(party.state_or_unknown());
    return names(clause, value) != clause.negated;
  });
}

bool Filter::speaks_of_agreements() const {
  // The default `area!=A0` only leaves out what is outside the field; it must not hide everyone without an agreement.
  const FilterClause outside = default_filter().clauses.front();
  return std::any_of(clauses.begin(), clauses.end(),
                     [&](const FilterClause& clause) { return !is_in(actor_keys, clause.key) && clause != outside; });
}

const FilterClause* Filter::find(std::string_view key) const {
  const auto found =
      std::find_if(clauses.begin(), clauses.end(), [&](const auto& clause) { return clause.key == key; });
  return found == clauses.end() ? nullptr : &*found;
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
    const Codes known = known_values(clause.key, taxonomy);
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
