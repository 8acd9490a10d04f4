#include "cli/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "analysis/situation.h"
#include "base/collate.h"
#include "base/posix.h"
#include "cli/parse.h"

namespace samverka {
namespace {

Problem bad_value(const std::string& option, const std::string& value, const std::string& takes) {
  return wrong_use({"usage.bad_value", {{"option", option}, {"value", value}, {"takes", takes}}});
}

// The words are wrong, and no file.
Problem of_program(Problem problem) {
  problem.file = "samverka";
  return problem;
}

bool holds(WordList list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

std::string listed(WordList words) {
  std::string out;
  for (std::string_view word : words) out += (out.empty() ? "" : ", ") + std::string(word);
  return out;
}

// The whole text as a number; the same in every locale.
template <class T>
std::optional<T> whole_number(std::string_view text) {
  T value{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<float> side(std::string_view text) {
  const auto pixels = whole_number<int>(text);
  if (!pixels || *pixels < 16 || *pixels > 16384) return std::nullopt;
  return static_cast<float>(*pixels);
}

// The code of a county ("20") or a municipality ("2080"); empty where none is given.
Result<std::string> land_of(const Words& words, const std::string& option) {
  const std::string given = words.value_or(option, "");
  const bool is_digits = given.find_first_not_of("0123456789") == std::string::npos;
  if (is_digits && (given.empty() || given.size() == 2 || given.size() == 4)) return given;
  return bad_value(option, given, "20, 2080");
}

}  // namespace

Result<std::string> choice(const Words& words, const std::string& option, std::initializer_list<std::string_view> known,
                           WordList later) {
  const std::string given = words.value_or(option, std::string(*known.begin()));
  const WordList all = {known.begin(), known.size()};
  if (holds(all, given)) return given;
  if (holds(later, given)) return wrong_use({"usage.later_value", {{"option", option}, {"value", given}}});
  return bad_value(option, given, listed(all));
}

Result<std::string> place_of(const Words& words) { return land_of(words, "--place"); }
Result<std::string> zoom_of(const Words& words) { return land_of(words, "--zoom"); }

Result<MapLook> map_look_of(const Words& words) {
  const auto fill = choice(words, "--fill", {"none", "agreements", "areas", "population"});
  if (!fill) return fill.problem();
  MapLook look;
  if (*fill == "agreements") look.fill = MapLook::Fill::agreements;
  if (*fill == "areas") look.fill = MapLook::Fill::areas_covered;
  if (*fill == "population") look.fill = MapLook::Fill::population;
  look.shows_support = words.has("--support");
  return look;
}

Result<ChainGroup> chain_group_of(const Words& words) {
  const auto group = choice(words, "--group", {"children", "disability", "older"});
  if (!group) return group.problem();
  if (*group == "disability") return ChainGroup::disability;
  return *group == "older" ? ChainGroup::older : ChainGroup::children;
}

Result<MatrixLook> matrix_look_of(const Words& words) {
  const auto rows = choice(words, "--rows", {"county", "municipality", "group"});
  if (!rows) return rows.problem();
  const auto sort = choice(words, "--sort", {"name", "need"});
  if (!sort) return sort.problem();
  const auto group = chain_group_of(words);
  if (!group) return group.problem();
  MatrixLook look;
  if (*rows == "municipality") look.rows = MatrixRows::municipalities;
  if (*rows == "group") look.rows = MatrixRows::groups;
  look.columns = words.value_or("--columns", "area");
  look.chain = *group;
  look.is_by_need = *sort == "need";
  look.ranks_all = words.has("--rank-all");
  return look;
}

Result<std::string> lens_of(const Words& words, const Taxonomy* taxonomy) {
  const std::string given = words.value_or("--lens", "");
  if (given.empty() || given == "none") return std::string();
  if (!taxonomy || taxonomy->perspectives.has(given)) return given;
  std::string known = "none";
  for (const Term& term : taxonomy->perspectives.rows()) known += ", " + term.code;
  return bad_value("--lens", given, known);
}

Result<std::string> county_of(const Words& words) {
  const std::string given = words.value_or("--county", "");
  const bool is_code = given.size() == 2 && given.find_first_not_of("0123456789") == std::string::npos;
  if (is_code || !words.find("--county")) return given;
  return bad_value("--county", given, "20");
}

Result<std::optional<Date>> day_of(const Words& words) {
  const std::string* given = words.find("--on");
  if (!given) return std::optional<Date>();
  const auto day = parse_date(*given);
  if (!day) return bad_value("--on", *given, "YYYY-MM-DD");
  return day;
}

Result<std::optional<Filter>> filter_of(const Words& words, const Taxonomy* taxonomy) {
  const std::string* given = words.find("--filter");
  if (!given) return std::optional<Filter>();
  Result<Filter> filter = parse_filter(*given);
  if (!filter) return of_program(filter.problem());
  const Result<Done> checked = taxonomy ? check_filter(*filter, *taxonomy) : Done{};
  if (!checked) return of_program(checked.problem());
  return std::optional<Filter>(std::move(*filter));
}

Result<Vec2> size_of(const Words& words, Vec2 otherwise) {
  const std::string* given = words.find("--size");
  if (!given) return otherwise;
  const std::string_view text = *given;
  const std::size_t by = std::min(text.find('x'), text.size());
  const auto width = side(text.substr(0, by));
  const auto height = side(text.substr(std::min(by + 1, text.size())));
  if (!width || !height) return bad_value("--size", *given, "WxH, 16-16384");
  return Vec2{*width, *height};
}

Result<double> number_of(const Words& words, const std::string& option, double least, double most, double otherwise) {
  const std::string* given = words.find(option);
  if (!given) return otherwise;
  const auto value = whole_number<double>(*given);
  if (value && *value >= least && *value <= most) return *value;
  char takes[80];
  std::snprintf(takes, sizeof takes, "%g-%g", least, most);
  return bad_value(option, *given, takes);
}

Result<std::size_t> count_of(const Words& words, const std::string& option, std::size_t most, std::size_t otherwise) {
  const std::string* given = words.find(option);
  if (!given) return otherwise;
  const auto value = whole_number<std::size_t>(*given);
  if (value && *value <= most) return *value;
  return bad_value(option, *given, "0-" + std::to_string(most));
}

Result<AreaCode> area_of(const Words& words, const Taxonomy& taxonomy) {
  const AreaCode given = words.value_or("--area", "");
  if (given.empty() || taxonomy.areas.has(given)) return given;
  std::string known;
  for (const Area& area : taxonomy.areas.rows()) known += (known.empty() ? "" : ", ") + area.code;
  return bad_value("--area", given, known);
}

Filter with_area(Filter filter, const AreaCode& area) {
  if (!area.empty()) filter.clauses.push_back({"area", {area}, false});
  return filter;
}

Result<Done> check_place(const Network& network, const NetworkIndex& index, const std::string& place) {
  const std::vector<Belonging> found = actors_of_place(network, index, place);
  const bool is_there = std::any_of(found.begin(), found.end(), [](Belonging b) { return b != Belonging::none; });
  if (place.empty() || is_there) return Done{};
  return wrong_use({"usage.no_place", {{"place", place}}});
}

Result<ActorId> actor_of(const std::string& given, const Network& network, const NetworkIndex& index) {
  if (const ActorId actor = index.actor(given); actor.is_set()) return actor;
  if (const ActorId actor = index.municipality(given); actor.is_set()) return actor;
  const std::string wanted = folded(given);
  std::vector<ActorId> same, alike;
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const Actor& row = network.actors[i];
    const std::string name = folded(row.name), short_name = folded(row.short_name);
    if (name == wanted || short_name == wanted) same.emplace_back(i);
    const bool is_alike = name.find(wanted) != std::string::npos || edit_distance(given, row.key, 2) <= 2;
    if (is_alike && alike.size() < 3) alike.emplace_back(i);
  }
  if (same.size() == 1) return same.front();
  std::string keys;
  for (const ActorId actor : same.empty() ? alike : same) {
    keys += (keys.empty() ? "" : ", ") + network.actor(actor).key;
  }
  if (keys.empty()) return wrong_use({"usage.no_actor", {{"actor", given}}});
  return wrong_use({"usage.no_actor_near", {{"actor", given}, {"near", keys}}});
}

bool is_same_file(const std::string& a, const std::string& b) {
  const auto stamp_a = stamp_of(a), stamp_b = stamp_of(b);
  return stamp_a && stamp_b && stamp_a->device == stamp_b->device && stamp_a->inode == stamp_b->inode;
}

Result<std::uint64_t> seed_of(const Words& words) {
  const std::string given = words.value_or("--seed", "1");
  const auto seed = whole_number<std::uint64_t>(given);
  if (!seed) return bad_value("--seed", given, "0-18446744073709551615");
  return *seed;
}

std::string language_of_environment() {
  const std::string locale = environment("LANG").value_or("");
  return locale.starts_with("en") ? "en" : "sv";
}

Result<std::string> language_of(const std::string* option) {
  if (!option) return language_of_environment();
  if (*option != "sv" && *option != "en") return bad_value("--lang", *option, "sv, en");
  return *option;
}

Filter shown_filter(const std::optional<Filter>& given) {
  if (!given) return default_filter();
  Filter filter = *given;
  const auto speaks_of_areas = [](const std::vector<FilterClause>& clauses) {
    return std::any_of(clauses.begin(), clauses.end(), [](const auto& clause) { return clause.key == "area"; });
  };
  if (speaks_of_areas(filter.clauses)) return filter;
  const FilterClause outside = default_filter().clauses.front();
  // Alternatives are asked one by one: what none of them says of areas goes for all.
  const auto speaks = std::count_if(filter.alternatives.begin(), filter.alternatives.end(), speaks_of_areas);
  if (speaks == 0 && !(filter.clauses.empty() && filter.alternatives.empty())) filter.clauses.push_back(outside);
  for (auto& alternative : filter.alternatives) {
    if (speaks > 0 && !speaks_of_areas(alternative)) alternative.push_back(outside);
  }
  return filter;
}

}  // namespace samverka
