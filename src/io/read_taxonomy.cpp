#include "io/json_dom.h"
#include "io/read_network.h"

#include <nlohmann/json.hpp>

// Taxonomies come with the program, so a list that is missing is simply empty; what makes the file useless (not a
// taxonomy, another major version, an entry without a code) is a problem.
namespace samverka {
namespace {

using nlohmann::json;

void fill_term(const json& row, Term& term) {
  term.code = text_member(row, "code");
  term.label = {text_member(row, "sv", term.code), text_member(row, "en", term.code)};
  term.short_label = term.label;
  const auto shorter = row.find("short");
  if (shorter == row.end() || !shorter->is_object()) return;
  term.short_label = {text_member(*shorter, "sv", term.label.sv), text_member(*shorter, "en", term.label.en)};
}

bool flag_member(const json& row, const char* name) {
  const auto found = row.find(name);
  return found != row.end() && found->is_boolean() && found->get<bool>();
}

std::size_t count_member(const json& row, const char* name, std::size_t fallback) {
  const auto found = row.find(name);
  return found != row.end() && found->is_number_unsigned() ? found->get<std::size_t>() : fallback;
}

std::vector<std::string> texts(const json& list) {
  std::vector<std::string> out;
  for (const json& item : list) {
    if (item.is_string()) out.push_back(item.get<std::string>());
  }
  return out;
}

void fill(const json& row, Term& term) { fill_term(row, term); }

void fill(const json& row, ActorGroup& group) {
  fill_term(row, group);
  group.symbol = text_member(row, "symbol", "disc");
  group.color = text_member(row, "color", "#808080");
  group.color_dark = text_member(row, "color_dark", group.color);
  group.color_safe = text_member(row, "color_safe", group.color);
  group.color_safe_dark = text_member(row, "color_safe_dark", group.color_dark);
}

void fill(const json& row, ActorType& type) {
  fill_term(row, type);
  type.group = text_member(row, "group", "other");
}

PartyNeed party_need(const json& row) {
  return {texts(list_member(row, "types")), texts(list_member(row, "subtypes")), texts(list_member(row, "groups")),
          count_member(row, "min", 1)};
}

void fill(const json& row, Form& form) {
  fill_term(row, form);
  form.is_umbrella = flag_member(row, "umbrella");
  form.is_off_by_default = flag_member(row, "off_by_default");
  form.basis = texts(list_member(row, "basis"));
  const auto rule = row.find("party_rule");
  if (rule == row.end() || !rule->is_object()) return;
  form.min_parties = count_member(*rule, "min_parties", 0);
  form.only_types = texts(list_member(*rule, "only_types"));
  for (const json& need : list_member(*rule, "needs")) form.needs.push_back(party_need(need));
}

// Terms of one list; base's where the file does not have the list.
template <class T>
Terms<T> terms(const json& root, const char* name, const Terms<T>* base) {
  if (!root.contains(name) && base) return *base;
  Terms<T> out;
  for (const json& row : list_member(root, name)) {
    T term;
    if (row.is_object()) fill(row, term);
    if (!term.code.empty()) out.add(std::move(term));
  }
  return out;
}

void add_area(const json& row, const std::string& parent, bool outside, Terms<Area>& areas) {
  if (!row.is_object()) return;
  Area area;
  fill_term(row, area);
  area.parent = parent;
  area.is_outside = outside || flag_member(row, "outside");
  if (const auto about = row.find("about"); about != row.end() && about->is_object()) {
    area.about = {text_member(*about, "sv"), text_member(*about, "en")};
  }
  if (area.code.empty()) return;
  const std::string code = area.code;
  const bool is_outside = area.is_outside;
  areas.add(std::move(area));
  for (const json& child : list_member(row, "children")) add_area(child, code, is_outside, areas);
}

Terms<Area> areas(const json& root, const Taxonomy* base) {
  if (!root.contains("areas") && base) return base->areas;
  Terms<Area> out;
  for (const json& row : list_member(root, "areas")) add_area(row, "", false, out);
  return out;
}

std::optional<Problem> refusal(const json& root, const std::string& file_name) {
  const bool is_taxonomy = root.is_object() && text_member(root, "format") == "samverka-taxonomy";
  const bool is_known_version = is_taxonomy && text_member(root, "format_version").substr(0, 2) == "1.";
  if (is_known_version && !text_member(root, "id").empty()) return std::nullopt;
  Problem p = error("E_VERSION", {"problem.version.taxonomy", {}}, Exit::parse);
  p.file = file_name;
  return p;
}

}  // namespace

Result<Taxonomy> read_taxonomy(std::string_view text, const std::string& file_name, const Taxonomy* base) {
  Result<json> tree = parse_dom(text, file_name);
  if (!tree) return tree.problem();
  const json& root = *tree;
  if (const auto problem = refusal(root, file_name)) return *problem;
  Taxonomy t;
  t.id = text_member(root, "id");
  t.extends = text_member(root, "extends");
  t.areas = areas(root, base);
  const auto take = [&]<class T>(const char* name, Terms<T> Taxonomy::*list) {
    t.*list = terms<T>(root, name, base ? &(base->*list) : nullptr);
  };
  take("perspectives", &Taxonomy::perspectives);
  take("service_areas", &Taxonomy::service_areas);
  take("target_groups", &Taxonomy::target_groups);
  take("groups", &Taxonomy::groups);
  take("actor_types", &Taxonomy::actor_types);
  take("actor_subtypes", &Taxonomy::actor_subtypes);
  take("forms", &Taxonomy::forms);
  take("roles", &Taxonomy::roles);
  take("states", &Taxonomy::states);
  take("statuses", &Taxonomy::statuses);
  take("covers", &Taxonomy::covers);
  take("ownerships", &Taxonomy::ownerships);
  take("methods", &Taxonomy::methods);
  take("functions", &Taxonomy::functions);
  take("municipality_groups", &Taxonomy::municipality_groups);
  take("flags", &Taxonomy::flags);
  take("services", &Taxonomy::services);
  take("renewals", &Taxonomy::renewals);
  take("duty_kinds", &Taxonomy::duty_kinds);
  take("funding_periods", &Taxonomy::funding_periods);
  take("source_kinds", &Taxonomy::source_kinds);
  return t;
}

}  // namespace samverka
