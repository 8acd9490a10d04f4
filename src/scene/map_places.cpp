#include "scene/map_places.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_map>

#include "layout/sunflower.h"
#include "layout/taken_places.h"

namespace samverka {
namespace {

using Precision = Anchor::Precision;

constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float greatest_spacing_km = 2.2F;  // wide municipalities keep their units around the town, not in the wild
constexpr float share_of_land = 0.9F;        // of the spacing that would fill the land

// Everything, on no day in particular.
SubNetwork whole(const Network& network) {
  SubNetwork part;
  for (std::size_t i = 0; i < network.actors.size(); ++i) part.actors.push_back(ActorId(i));
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    const AgreementId id(i);
    const Agreement& agreement = network.agreement(id);
    part.agreements.push_back(id);
    for (std::uint32_t party = 0; party < agreement.parties.size(); ++party) {
      const ActorId actor = agreement.parties[party].actor.id;
      if (actor.is_set()) part.participations.push_back({id, party, actor, false});
    }
    if (agreement.founds.id.is_set()) part.foundings.push_back({id, agreement.founds.id});
  }
  return part;
}

// Outer rings turn one way and holes the other.
float area_of(const MapShapes::Place& land) {
  double twice = 0;
  for (const std::vector<Vec2>& ring : land.rings) {
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
      const Vec2 a = ring[before] - land.bounds.min;
      const Vec2 b = ring[i] - land.bounds.min;
      twice +=
          static_cast<double>(a.x) * static_cast<double>(b.y) - static_cast<double>(b.x) * static_cast<double>(a.y);
    }
  }
  return static_cast<float>(std::abs(twice) / 2);
}

// A municipality's land, and who seeks a place on it.
struct Ground {
  const MapShapes::Place* land = nullptr;
  Vec2 middle;                         // the municipality's own place, which is its town; else well inside
  std::vector<Vec2> taken;             // by those whose place is known
  std::vector<std::uint32_t> seekers;  // actors, in the network's order
};

// The places of a sunflower's head that are on the land and free, one after the other.
class Spreading {
 public:
  explicit Spreading(const Ground& ground)
      : ground_(ground),
        spacing_km_(spacing_on(ground)),
        reach_km_(ground.land->bounds.width() + ground.land->bounds.height()),
        taken_(std::max(spacing_km_, 0.05F)) {
    for (const Vec2 place : ground.taken) taken_.take(place);
  }

  // Nothing where the shape has no land to stand on.
  std::optional<Vec2> next() {
    constexpr float least_spacing_km = 1e-3F;
    while (spacing_km_ > least_spacing_km) {
      const Vec2 step = sunflower(index_++, spacing_km_);
      const Vec2 place = ground_.middle + step;
      if (taken_.is_free(place, 0.8F * spacing_km_) && is_inside(*ground_.land, place)) {
        taken_.take(place);
        return place;
      }
      if (length(step) <= reach_km_) continue;
      spacing_km_ *= 0.8F;  // the land is full: the rest stand closer
      index_ = 0;
    }
    return {};
  }

 private:
  static float spacing_on(const Ground& ground) {
    const auto all = static_cast<float>(ground.seekers.size() + ground.taken.size());
    return std::min(share_of_land * std::sqrt(area_of(*ground.land) / all), greatest_spacing_km);
  }

  const Ground& ground_;
  float spacing_km_, reach_km_;
  TakenPlaces taken_;
  std::size_t index_ = 0;
};

class Spreader {
 public:
  Spreader(const Network& network, const NetworkIndex& index, const MapShapes& shapes)
      : network_(network), index_(index), shapes_(shapes) {}

  void add(std::uint32_t actor, const Anchor& anchor) {
    const bool is_exact = anchor.precision == Precision::exact;
    if (!is_exact && anchor.precision != Precision::municipality) return;
    Ground* ground = ground_of(code_of(ActorId(actor)));
    if (!ground) return;
    if (is_exact) {
      ground->taken.push_back(anchor.map_km);
    } else {
      ground->seekers.push_back(actor);
    }
  }

  void place_all(Positions& places) const {
    for (const Ground& ground : grounds_) {
      if (ground.seekers.empty()) continue;
      Spreading spreading(ground);
      for (const std::uint32_t actor : ground.seekers) {
        if (const auto place = spreading.next()) places[actor] = *place;
      }
    }
  }

 private:
  const std::string& code_of(ActorId actor) const {
    constexpr int deepest = 64;  // E_CYCLE is told elsewhere; here it must only end
    static const std::string none;
    for (int depth = 0; actor.is_set() && depth < deepest; ++depth) {
      const Actor& row = network_.actor(actor);
      if (!row.municipality.empty()) return row.municipality;
      actor = row.parent.id;
    }
    return none;
  }

  Ground* ground_of(const std::string& code) {
    const auto [found, is_new] = by_code_.try_emplace(code, grounds_.size());
    if (is_new) {
      grounds_.emplace_back();
      grounds_.back().land = find_place(shapes_.municipalities, code);
      if (grounds_.back().land) grounds_.back().middle = middle_of(*grounds_.back().land);
    }
    Ground& ground = grounds_[found->second];
    return ground.land ? &ground : nullptr;
  }

  Vec2 middle_of(const MapShapes::Place& land) const {
    const ActorId municipality = index_.municipality(land.code);
    if (municipality.is_set()) {
      const std::optional<LatLon>& position = network_.actor(municipality).position;
      if (position && is_on_earth(*position)) {
        if (const Vec2 place = map_from_wgs84(*position); is_inside(land, place)) return place;
      }
    }
    return label_point(land);
  }

  const Network& network_;
  const NetworkIndex& index_;
  const MapShapes& shapes_;
  std::vector<Ground> grounds_;
  std::unordered_map<std::string, std::size_t> by_code_;
};

}  // namespace

MapPlaces map_places(const Network& network, const NetworkIndex& index, const MapShapes& shapes) {
  const SubNetwork part = whole(network);
  const Incidence incidence = incidence_of(part, part.actors, Joined::parties_and_founded);
  const std::vector<Anchor> anchors = anchors_of(network, index, incidence, &shapes);
  LayoutOptions options;
  options.start.assign(incidence.vertex_count(), {nan, nan});
  Spreader spreader(network, index, shapes);
  for (std::uint32_t v = 0; v < incidence.actors.size(); ++v) spreader.add(v, anchors[v]);
  spreader.place_all(options.start);
  Progress progress;
  Positions all = map_layout({incidence.graph, anchors}, options, progress).value_or(Positions{});
  all.resize(incidence.vertex_count(), {nan, nan});
  std::vector<bool> is_placed(all.size(), false);
  for (std::uint32_t v = 0; v < incidence.actors.size(); ++v) {
    is_placed[v] = anchors[v].precision != Precision::none;
    if (!is_placed[v]) continue;
    for (const std::uint32_t agreement : incidence.graph.neighbours(v)) is_placed[agreement] = true;
  }
  for (std::size_t v = 0; v < all.size(); ++v) {
    if (!is_placed[v]) all[v] = {nan, nan};  // rows are of one picture, not of the network
  }
  const auto first_agreement = all.begin() + static_cast<std::ptrdiff_t>(incidence.actors.size());
  return {{all.begin(), first_agreement}, {first_agreement, all.end()}};
}

Positions map_positions(const Incidence& incidence, const std::vector<Anchor>& anchors, const MapPlaces& places) {
  LayoutOptions options;
  for (const ActorId actor : incidence.actors) options.start.push_back(places.actors[actor.value]);
  for (const AgreementId agreement : incidence.agreements) options.start.push_back(places.agreements[agreement.value]);
  Progress progress;
  return map_layout({incidence.graph, anchors}, options, progress).value_or(Positions{});
}

}  // namespace samverka
