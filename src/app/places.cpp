#include "app/places.h"

#include <algorithm>
#include <set>

#include "analysis/situation.h"
#include "app/selection.h"
#include "base/collate.h"

namespace samverka {
namespace {

std::string name_on_map(const Session& session, std::string_view county) {
  for (const MapShapes::Place& place : session.assets().shapes.counties) {
    if (place.code == county) return place.name;
  }
  return {};
}

bool is_name_of_municipality(const Session& session, std::string_view name) {
  const auto& shapes = session.assets().shapes.municipalities;
  return std::any_of(shapes.begin(), shapes.end(), [&](const MapShapes::Place& place) { return place.name == name; });
}

// "Dalarnas län" is Dalarna. The genitive's s goes with "län"; no Swedish county ends in an s of its own.
std::string spoken_county(const Session& session, const std::string& name) {
  constexpr std::string_view ending = " län";
  if (!name.ends_with(ending)) return name;
  std::string shorter = name.substr(0, name.size() - ending.size());
  if (shorter.ends_with('s')) shorter.pop_back();
  return is_name_of_municipality(session, shorter) ? name : shorter;
}

std::string county_in_words(const Session& session, std::string_view county) {
  if (const std::string name = name_on_map(session, county); !name.empty()) return spoken_county(session, name);
  const ActorId region = session.index().region_of_county(county);
  if (region.is_set()) return session.network().actor(region).name;
  return session.texts().tr("ui.county_code", {{"code", std::string(county)}});
}

bool is_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

std::set<std::string> counties_of(const Network& network) {
  std::set<std::string> codes;
  for (const Actor& actor : network.actors) {
    const bool counts = actor.type == "municipality" || actor.type == "region";
    if (counts && actor.county.size() == 2 && is_digits(actor.county)) codes.insert(actor.county);
  }
  return codes;
}

void sort_by_name(std::vector<PlaceChoice>& choices) {
  std::stable_sort(choices.begin(), choices.end(),
                   [](const PlaceChoice& a, const PlaceChoice& b) { return swedish_less(a.name, b.name); });
}

void replace_place_clause(Filter& filter, std::string_view county) {
  std::erase_if(filter.clauses, [](const FilterClause& c) { return c.key == "county" || c.key == "municipality"; });
  if (!county.empty()) filter.clauses.push_back({"county", {std::string(county)}, false});
}

}  // namespace

std::vector<PlaceChoice> place_choices(const Session& session) {
  std::vector<PlaceChoice> counties, municipalities;
  for (const std::string& code : counties_of(session.network())) {
    counties.push_back({code, county_in_words(session, code), {}});
  }
  std::set<std::string> seen;
  for (const Actor& actor : session.network().actors) {
    if (actor.type != "municipality" || actor.municipality.size() != 4 || !is_digits(actor.municipality)) continue;
    if (!seen.insert(actor.municipality).second) continue;
    municipalities.push_back({actor.municipality, actor.shown_name(), county_in_words(session, actor.county)});
  }
  sort_by_name(counties);
  sort_by_name(municipalities);
  counties.insert(counties.end(), municipalities.begin(), municipalities.end());
  return counties;
}

bool has_place(const Session& session, std::string_view code) {
  if (code.empty()) return false;
  const auto is_it = [&](const Actor& actor) {
    if (is_county_code(code)) return actor.county == code && (actor.type == "municipality" || actor.type == "region");
    return actor.type == "municipality" && actor.municipality == code;
  };
  return std::any_of(session.network().actors.begin(), session.network().actors.end(), is_it);
}

std::string place_name(const Session& session, std::string_view code) {
  if (!has_place(session, code)) return {};
  if (is_county_code(code)) return county_in_words(session, code);
  for (const Actor& actor : session.network().actors) {
    if (actor.type == "municipality" && actor.municipality == code) return actor.shown_name();
  }
  return {};
}

std::vector<PlaceChoice> matching(const std::vector<PlaceChoice>& choices, std::string_view typed) {
  const std::string wanted = folded(typed);
  if (wanted.empty()) return choices;
  std::vector<PlaceChoice> found, later;
  for (const PlaceChoice& choice : choices) {
    const std::size_t at = folded(choice.name).find(wanted);
    if (at == std::string::npos) continue;
    (at == 0 ? found : later).push_back(choice);
  }
  found.insert(found.end(), later.begin(), later.end());
  return found;
}

void look_at_place(Session& session, std::string_view code) {
  clear_focus(session);
  if (is_county_code(code)) {
    replace_place_clause(session.view.filter, code);
    return;
  }
  replace_place_clause(session.view.filter, {});
  for (const Actor& actor : session.network().actors) {
    if (actor.type != "municipality" || actor.municipality != code) continue;
    select_none(session);
    session.select(actor.key);
    set_focus(session, 1);
    return;
  }
}

}  // namespace samverka
