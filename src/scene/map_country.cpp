// The map from far out. A disc for what is agreed within a county, as large as its number says; a line for what two
// counties share, as broad as theirs. Single actors would be a swarm here: only who is selected stands where they are.
#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "scene/map_parts.h"

namespace samverka {
namespace {

constexpr float least_disc_px = 8.5F;
constexpr float greatest_disc_px = 18;
constexpr float badge_px = 7;
constexpr float link_bend = 0.14F;
constexpr std::size_t few_links = 40;  // then each is named by its number

std::unordered_set<std::string> counties_with_actors(const SceneInput& input, const Parts& parts) {
  std::unordered_set<std::string> counties;
  for (std::uint32_t v = 0; v < input.incidence.actors.size(); ++v) {
    if (!parts.is_hidden[v]) counties.insert(county_of(input.network, input.incidence.actors[v]));
  }
  return counties;
}

// Where its region stands, so that a county's disc becomes its region on the way in; else a point well inside it.
Vec2 spot_of(const SceneInput& input, const MapShapes::Place& county) {
  const ActorId region = input.index.region_of_county(county.code);
  if (region.is_set()) {
    const std::optional<LatLon>& position = input.network.actor(region).position;
    if (position && is_on_earth(*position)) {
      if (const Vec2 place = map_from_wgs84(*position); is_inside(county, place)) return place;
    }
  }
  return label_point(county);
}

// The counties that the selection is about: one itself, two that are joined, an actor's, those of an agreement.
std::vector<std::string> selected_counties(const SceneInput& input) {
  const auto two_digits = [](std::uint32_t code) {
    std::string text = std::to_string(code);
    return text.size() < 2 ? "0" + text : text;
  };
  const std::uint32_t index = input.selection.index;
  switch (input.selection.kind) {
    case PickId::Kind::county_area:
      return {two_digits(index)};
    case PickId::Kind::county_pair:
      return {two_digits(index / 100), two_digits(index % 100)};
    case PickId::Kind::municipality_area:
      return {two_digits(index / 100)};
    case PickId::Kind::actor:
    case PickId::Kind::fold:
      if (index < input.network.actors.size()) return {county_of(input.network, ActorId(index))};
      break;
    case PickId::Kind::agreement: {
      std::vector<std::string> counties;
      for (const Participation& p : input.part.participations) {
        if (p.agreement.value == index) counties.push_back(county_of(input.network, p.actor));
      }
      return counties;
    }
    case PickId::Kind::party:
    case PickId::Kind::tie:
    case PickId::Kind::cluster:
    case PickId::Kind::none:
      break;
  }
  return {};
}

bool is_among(const std::vector<std::string>& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

const CountryPicture::County* find_county(const CountryPicture& country, const std::string& code) {
  const auto found = std::find_if(country.counties.begin(), country.counties.end(),
                                  [&](const CountryPicture::County& c) { return c.shape->code == code; });
  return found == country.counties.end() ? nullptr : &*found;
}

float disc_radius(const CountryPicture::County& county, std::size_t most) {
  const float share = static_cast<float>(county.agreements) / static_cast<float>(std::max<std::size_t>(most, 1));
  return least_disc_px + (greatest_disc_px - least_disc_px) * std::sqrt(share);
}

std::size_t most_agreements(const CountryPicture& country) {
  std::size_t most = 0;
  for (const CountryPicture::County& county : country.counties) most = std::max(most, county.agreements);
  return most;
}

Vec2 middle_of(const Link& link) {
  return (link.from + link.to) * 0.25F + bend_control(link.from, link.to, link.bend) * 0.5F;
}

// A number in the middle of what it counts.
Label number_label(const SceneInput& input, Vec2 at, std::size_t number, PickId pick) {
  Label label;
  label.at = at;
  label.text = std::to_string(number);
  label.is_bold = label.is_inside = true;
  label.may_hide = 1;
  label.importance = 95;
  label.colour = input.theme.text;
  label.halo = input.theme.land;
  label.pick = pick;
  return label;
}

// The number of a line, on a small disc of its own, or the line would strike it through.
void add_badge(Scene& scene, const SceneInput& input, const Link& link, std::size_t number, bool is_selected) {
  Mark badge;
  badge.centre = middle_of(link);
  badge.radius_px = number < 10 ? badge_px : badge_px + 2;
  badge.fill = input.theme.land;
  badge.outline = is_selected ? input.theme.accent : input.theme.tie;
  badge.outline_px = 1;
  badge.pick = link.pick;
  scene.marks.push_back(badge);
  Label label = number_label(input, badge.centre, number, link.pick);
  label.size_px = 10;
  label.colour = badge.outline;
  label.importance = 94;
  scene.labels.push_back(std::move(label));
}

void add_county_link(Scene& scene, const SceneInput& input, const CountryPicture& country,
                     const CountyTies::Between& pair, const std::vector<std::string>& selected) {
  const auto* first = find_county(country, pair.first);
  const auto* second = find_county(country, pair.second);
  if (!first || !second) return;
  Link link;
  link.from = first->spot;
  link.to = second->spot;
  link.bend = link_bend;
  link.width_px = std::min(0.9F + 1.1F * std::sqrt(static_cast<float>(pair.agreements.size())), 9.0F);
  link.is_dashed = pair.confirmed == 0;
  link.pick = {PickId::Kind::county_pair, code_number(pair.first) * 100 + code_number(pair.second)};
  const bool is_pair = input.selection.kind == PickId::Kind::county_pair;
  const bool is_selected =
      is_pair ? input.selection == link.pick : is_among(selected, pair.first) || is_among(selected, pair.second);
  const float alpha = selected.empty() ? 0.62F : 0.25F;
  link.colour = is_selected ? with_alpha(input.theme.accent, 0.95F) : with_alpha(input.theme.tie, alpha);
  scene.links.push_back(link);
  if (country.ties.between.size() > few_links && !is_selected) return;
  add_badge(scene, input, link, pair.agreements.size(), is_selected);
}

void add_disc(Scene& scene, const SceneInput& input, const CountryPicture::County& county, float radius,
              bool is_selected) {
  Mark disc;
  disc.centre = county.spot;
  disc.radius_px = radius;
  disc.fill = is_selected ? input.theme.accent : input.theme.tie;
  disc.outline = input.theme.land;
  disc.outline_px = 1.5F;
  disc.pick = county_pick(county.shape->code);
  scene.marks.push_back(disc);
  Label number = number_label(input, county.spot, county.agreements, disc.pick);
  number.size_px = radius > 14 ? 12 : 10.5F;
  number.colour = input.theme.land;
  number.halo = disc.fill;
  scene.labels.push_back(std::move(number));
}

}  // namespace

CountryPicture make_country(const SceneInput& input, const Parts& parts) {
  CountryPicture country;
  const auto inhabited = counties_with_actors(input, parts);
  for (const MapShapes::Place& place : input.shapes->counties) {
    if (inhabited.count(place.code) > 0) country.counties.push_back({&place, {}, 0});
  }
  if (!country.is_worth_drawing()) return country;
  const auto shown = switched_on(input.network, input.taxonomy, input.part, input.hidden_groups);
  country.ties = county_ties(input.network, shown);
  for (CountryPicture::County& county : country.counties) {
    county.spot = spot_of(input, *county.shape);
    const CountyTies::Within* within = country.ties.find(county.shape->code);
    county.agreements = within ? within->agreements.size() : 0;
  }
  return country;
}

void add_county_land(Scene& scene, const SceneInput& input, const MapFill& fill) {
  const std::vector<std::string> selected = selected_counties(input);
  for (const MapShapes::Place& place : input.shapes->counties) {
    Polygon polygon;
    polygon.rings = place.rings;
    polygon.pick = county_pick(place.code);
    const AreaLook look = look_of_area(input, fill, place.code);
    polygon.fill = is_among(selected, place.code) && !fill.is_on ? input.theme.accent_soft : look.fill;
    polygon.hatch = look.hatch;
    scene.polygons.push_back(std::move(polygon));
  }
}

void add_county_ties(Scene& scene, const SceneInput& input, const CountryPicture& country) {
  const std::vector<std::string> selected = selected_counties(input);
  for (const CountyTies::Between& pair : country.ties.between) {
    add_county_link(scene, input, country, pair, selected);
  }
  const std::size_t most = most_agreements(country);
  for (const CountryPicture::County& county : country.counties) {
    if (county.agreements == 0) continue;  // unknown is not none: no disc with a nought
    add_disc(scene, input, county, disc_radius(county, most), is_among(selected, county.shape->code));
  }
}

void add_county_names(Scene& scene, const SceneInput& input, const CountryPicture& country) {
  const std::size_t most = most_agreements(country);
  for (const CountryPicture::County& county : country.counties) {
    Label name;
    name.at = county.spot;
    name.clear_px = county.agreements > 0 ? disc_radius(county, most) : 0;
    name.text = drawn_name(input, short_county_name(county.shape->name), 32);
    name.size_px = 12;
    name.is_bold = true;
    name.importance = 8 + std::log10(1 + static_cast<float>(county.agreements));
    name.may_hide = 0.5F;
    name.colour = county.agreements > 0 ? input.theme.text : input.theme.muted;
    name.halo = input.theme.land;
    name.pick = county_pick(county.shape->code);
    scene.labels.push_back(std::move(name));
  }
}

std::vector<LegendRow> country_legend(const SceneInput& input, const CountryPicture& country) {
  std::vector<LegendRow> rows;
  const auto add = [&](const char* word, LegendRow::Sign sign, std::size_t count) {
    LegendRow row = explaining_row(std::string("country.") + word, word_of(input, std::string("legend.") + word), sign);
    row.count = count;
    row.colour = input.theme.tie;
    rows.push_back(std::move(row));
  };
  std::size_t within = 0;
  for (const CountyTies::Within& county : country.ties.within) within += county.agreements.size();
  add("by_county", LegendRow::Sign::heading, 0);
  add("within_county", LegendRow::Sign::symbol, within);
  add("between_counties", LegendRow::Sign::line, country.ties.crossing.size());
  const std::size_t crowded = country.ties.crowded.size();
  const std::size_t countyless = country.ties.countyless.size();
  if (crowded > 0) add("crowded", LegendRow::Sign::text, crowded);
  if (countyless > 0) add("countyless", LegendRow::Sign::text, countyless);
  return rows;
}

}  // namespace samverka
