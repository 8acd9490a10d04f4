#include "analysis/search.h"

#include <algorithm>
#include <unordered_set>

namespace samverka {
namespace {

void add(IndexedThing& thing, FoundIn in, const std::string& text, bool is_name = false) {
  if (!text.empty()) thing.texts.push_back({static_cast<std::uint8_t>(in), is_name, text});
}

std::string digits_of(const std::string& text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

// An organisation number is written with and without its hyphen.
void add_org_number(IndexedThing& thing, const std::string& number) {
  add(thing, FoundIn::org_number, number);
  if (const std::string digits = digits_of(number); digits != number) add(thing, FoundIn::org_number, digits);
}

// Agreements weigh most: who cooperates is looked for first. People part those of equally many.
std::uint32_t size_of(const Actor& actor, std::size_t parties) {
  constexpr std::size_t most_parties = 1023;
  constexpr std::int64_t most_people = (std::int64_t{1} << 18) - 1;
  constexpr std::int64_t people_in_a_step = 8;
  const auto people = std::clamp<std::int64_t>(actor.population.value_or(0) / people_in_a_step, 0, most_people);
  return static_cast<std::uint32_t>(std::min(parties, most_parties) << 18U | static_cast<std::size_t>(people));
}

IndexedThing indexed(const Actor& actor, std::size_t parties) {
  IndexedThing thing{static_cast<std::uint8_t>(FoundKind::actor), size_of(actor, parties), actor.name, {}};
  add(thing, FoundIn::name, actor.name, true);
  add(thing, FoundIn::short_name, actor.short_name, true);
  add(thing, FoundIn::english_name, actor.name_en, true);
  if (!actor.ids) return thing;
  add(thing, FoundIn::municipality_code, actor.ids->municipality_code);
  add(thing, FoundIn::county_code, actor.ids->county_code);
  add(thing, FoundIn::school_unit_code, actor.ids->school_unit_code);
  add_org_number(thing, actor.ids->org_number);
  return thing;
}

IndexedThing indexed(const Agreement& agreement) {
  IndexedThing thing{static_cast<std::uint8_t>(FoundKind::agreement),
                     static_cast<std::uint32_t>(agreement.parties.size()),
                     agreement.title,
                     {}};
  add(thing, FoundIn::title, agreement.title, true);
  return thing;
}

IndexedThing indexed(const FoundPlace& place) {
  IndexedThing thing{static_cast<std::uint8_t>(FoundKind::place), place.code.size() == 2 ? 1U : 0U, place.name, {}};
  add(thing, FoundIn::name, place.name, true);
  add(thing, place.code.size() == 2 ? FoundIn::county_code : FoundIn::municipality_code, place.code);
  return thing;
}

// Named in both languages, since people use the words of the document they have before them. The taxonomy's own order
// stands in for size.
IndexedThing indexed(const Area& area, std::size_t place_from_end, std::string_view language) {
  const std::string_view other = language == "en" ? "sv" : "en";
  IndexedThing thing{static_cast<std::uint8_t>(FoundKind::area),
                     static_cast<std::uint32_t>(place_from_end),
                     area.label.in(language),
                     {}};
  add(thing, FoundIn::area_name, area.label.in(language), true);
  if (area.short_label.in(language) != area.label.in(language)) {
    add(thing, FoundIn::area_name, area.short_label.in(language), true);
  }
  if (area.label.in(other) != area.label.in(language)) add(thing, FoundIn::area_name, area.label.in(other), true);
  add(thing, FoundIn::area_code, area.code);
  return thing;
}

std::vector<FoundPlace> places_of(const Network& network, const NetworkIndex& index, const MapShapes& shapes) {
  std::unordered_set<std::string> peopled;
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    peopled.insert(network.actors[i].county);
    peopled.insert(network.actors[i].municipality);
  }
  std::vector<FoundPlace> places;
  for (const MapShapes::Place& county : shapes.counties) {
    if (peopled.count(county.code) > 0) places.push_back({county.code, county.name});
  }
  for (const MapShapes::Place& place : shapes.municipalities) {
    if (peopled.count(place.code) > 0 && !index.municipality(place.code).is_set())
      places.push_back({place.code, place.name});
  }
  return places;
}

}  // namespace

SearchIndex::SearchIndex(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                         const MapShapes& shapes, std::string_view language)
    : places_(places_of(network, index, shapes)) {
  std::vector<IndexedThing> things;
  things.reserve(network.actors.size() + network.agreements.size());
  const auto take = [&](FoundKind kind, std::size_t row, IndexedThing thing) {
    rows_.push_back({kind, static_cast<std::uint32_t>(row)});
    things.push_back(std::move(thing));
  };
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    take(FoundKind::actor, i, indexed(network.actors[i], index.parties_of(ActorId(i)).size()));
  }
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    take(FoundKind::agreement, i, indexed(network.agreements[i]));
  }
  for (std::size_t i = 0; i < places_.size(); ++i) take(FoundKind::place, i, indexed(places_[i]));
  const std::vector<Area>& areas = taxonomy.areas.rows();
  for (std::size_t i = 0; i < areas.size(); ++i) {
    take(FoundKind::area, i, indexed(areas[i], areas.size() - i, language));
  }
  index_ = TextIndex(things, found_kinds);
}

SearchResult SearchIndex::find(std::string_view typed, std::size_t at_most_each) const {
  SearchResult result;
  const std::vector<TextIndex::Group> groups = index_.find(typed, at_most_each);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    result.counts[g] = groups[g].count;
    for (const TextHit& hit : groups[g].hits) {
      const Row& row = rows_[hit.thing];
      result.hits.push_back({row.kind, row.index, hit.match, static_cast<FoundIn>(hit.field), hit.text, hit.marked});
    }
  }
  return result;
}

}  // namespace samverka
