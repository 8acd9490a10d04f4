// The map: actors where they are, agreements among their parties. What must move to be seen moves as little as it can:
// each vertex takes the first free place of a sunflower around where it belongs.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/check.h"
#include "layout/layout.h"
#include "layout/sunflower.h"

namespace samverka {
namespace {

using Precision = Anchor::Precision;

constexpr float exact_spacing_km = 0.1F;  // those at one address
constexpr float municipality_spacing_km = 1.2F;
constexpr float county_spacing_km = 3.0F;
constexpr float agreement_spacing_km = 2.0F;
// An agreement keeps this far from every actor, or the actor nearest to the middle looks like the hub of a county. Less
// where little is shown, so that it stays among its parties.
constexpr float agreement_clearance_km = 4.5F;
constexpr float agreement_clearance_share = 0.02F;  // of what is shown
constexpr float open_ground_factor = 2.2F;          // the many agreements of a county gather on ground this much opener
constexpr float greatest_part_km = 860;             // from north to south; Sweden is 1 570

// Where what has no place stands: rows of so many, so far apart.
struct Rows {
  Vec2 corner;
  std::size_t columns;
  float step_km;
};

// The places taken so far, in cells, so that "is anything within this distance" looks at few of them.
class TakenPlaces {
 public:
  void take(Vec2 place) { cells_[cell(column(place.x), column(place.y))].push_back(place); }

  bool is_free(Vec2 place, float distance_km) const {
    for (std::int64_t x = column(place.x - distance_km); x <= column(place.x + distance_km); ++x) {
      for (std::int64_t y = column(place.y - distance_km); y <= column(place.y + distance_km); ++y) {
        const auto found = cells_.find(cell(x, y));
        if (found == cells_.end()) continue;
        for (const Vec2& taken : found->second) {
          if (distance(taken, place) < distance_km) return false;
        }
      }
    }
    return true;
  }

 private:
  static constexpr float cell_km = 2;
  static std::int64_t column(float km) { return static_cast<std::int64_t>(std::floor(km / cell_km)); }
  static std::int64_t cell(std::int64_t x, std::int64_t y) { return x * 0x100000000LL + y; }
  std::unordered_map<std::int64_t, std::vector<Vec2>> cells_;
};

// Hands out places around centres. Remembers per centre how far out it has come, so that a thousand schools known only
// to their municipality are placed in linear time.
class Sunflowers {
 public:
  Sunflowers() = default;
  // Also keeps `away_km` from all that `others` has handed out. They must outlive this.
  Sunflowers(const Sunflowers& others, float away_km) : others_(&others.taken_), away_km_(away_km) {}

  bool is_free(Vec2 place, float distance_km) const { return taken_.is_free(place, distance_km); }

  // `first` is the first number to try: 0 is the centre itself.
  Vec2 place(Vec2 centre, float spacing, std::size_t first) {
    std::size_t& next = next_.try_emplace(Seat{centre, spacing}, first).first->second;
    while (true) {
      const Vec2 candidate = centre + sunflower(next++, spacing);
      if (!taken_.is_free(candidate, 0.8F * spacing)) continue;
      if (others_ && !others_->is_free(candidate, away_km_)) continue;
      taken_.take(candidate);
      return candidate;
    }
  }

 private:
  struct Seat {
    Vec2 centre;
    float spacing;
    bool operator==(const Seat&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Seat& s) const {
      const std::hash<float> hash;
      return (hash(s.centre.x) * 31 + hash(s.centre.y)) * 31 + hash(s.spacing);
    }
  };
  TakenPlaces taken_;
  const TakenPlaces* others_ = nullptr;
  float away_km_ = 0;
  std::unordered_map<Seat, std::size_t, Hash> next_;
};

class MapPlacing {
 public:
  explicit MapPlacing(const LayoutInput& input)
      : input_(input), positions_(input.anchors.size()), is_placed_(input.anchors.size(), false) {}

  // The better known go first: they get their own place, the others go around them.
  void place_anchored(Precision precision, float spacing, std::size_t first) {
    for (std::uint32_t v = 0; v < positions_.size(); ++v) {
      const Anchor& anchor = input_.anchors[v];
      if (anchor.precision != precision || !is_finite(anchor.map_km)) continue;
      put(v, sunflowers_.place(anchor.map_km, spacing, first));
    }
  }

  // What has no anchor but neighbours that are placed: agreements, as they alone have actors for neighbours (parties,
  // and what they found).
  void place_among_neighbours() {
    const std::vector<bool> anchored = is_placed_;
    const float share = agreement_clearance_share * std::max(bounds_.width(), bounds_.height());
    const float clearance = std::clamp(share, 0.8F * agreement_spacing_km, agreement_clearance_km);
    Sunflowers agreements(sunflowers_, clearance);
    for (std::uint32_t v = 0; v < positions_.size(); ++v) {
      if (anchored[v]) continue;
      double x = 0, y = 0, count = 0;
      for (const std::uint32_t w : input_.graph.neighbours(v)) {
        if (!anchored[w]) continue;
        x += static_cast<double>(positions_[w].x);
        y += static_cast<double>(positions_[w].y);
        ++count;
      }
      if (count == 0) continue;
      const Vec2 middle{static_cast<float>(x / count), static_cast<float>(y / count)};
      const bool is_star = count > 2;
      put(v, agreements.place(is_star ? open_ground_near(middle, clearance) : middle, agreement_spacing_km, 0));
    }
  }

  void place_the_rest_in_rows() {
    std::vector<std::uint32_t> rest;
    for (std::uint32_t v = 0; v < positions_.size(); ++v) {
      if (!is_placed_[v]) rest.push_back(v);
    }
    const Rows rows = rows_for(rest.size());
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const std::size_t row = i / rows.columns;
      const Vec2 cell{static_cast<float>(i % rows.columns), static_cast<float>(row)};
      positions_[rest[i]] = rows.corner + cell * rows.step_km;
    }
  }

  Positions take() { return std::move(positions_); }

 private:
  // Beside a country many stand close, as a field to choose from. Beside a part of it they are few, and stand under
  // each other so that each has room for its name.
  Rows rows_for(std::size_t count) const {
    const MapExtent extent = map_extent(input_.anchors);
    if (extent.is_part) {
      constexpr std::size_t most_rows = 20;
      const float side = extent.side_km();
      const Vec2 corner{bounds_.max.x + 0.1F * side, extent.placed_km.min.y + 0.12F * side};
      return {corner, (count + most_rows - 1) / most_rows, 0.026F * side};
    }
    constexpr float step_km = 16;
    const auto square = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<float>(count))));
    const float right = bounds_.is_empty() ? 0 : bounds_.max.x + 2 * step_km;
    const Vec2 corner{std::max(map_unplaced_origin.x, right), map_unplaced_origin.y};
    return {corner, std::max<std::size_t>(12, square), step_km};
  }

  // The nearest place to `middle` with room around it, if there is one close by; else the middle itself.
  Vec2 open_ground_near(Vec2 middle, float clearance_km) const {
    constexpr std::size_t tries = 12;
    const float room = open_ground_factor * clearance_km;
    for (std::size_t i = 0; i < tries; ++i) {
      const Vec2 candidate = middle + sunflower(i, room);
      if (sunflowers_.is_free(candidate, room)) return candidate;
    }
    return middle;
  }

  void put(std::uint32_t vertex, Vec2 place) {
    positions_[vertex] = place;
    is_placed_[vertex] = true;
    bounds_.include(positions_[vertex]);
  }

  const LayoutInput& input_;
  Positions positions_;
  std::vector<bool> is_placed_;
  Rect bounds_;
  Sunflowers sunflowers_;
};

}  // namespace

MapExtent map_extent(std::span<const Anchor> anchors) {
  MapExtent extent;
  for (const Anchor& anchor : anchors) {
    const bool is_local = anchor.precision == Precision::exact || anchor.precision == Precision::municipality;
    if (is_local && is_finite(anchor.map_km)) extent.placed_km.include(anchor.map_km);
  }
  extent.is_part = !extent.placed_km.is_empty() && extent.placed_km.height() <= greatest_part_km;
  return extent;
}

std::optional<Positions> map_layout(const LayoutInput& input, const LayoutOptions&, Progress& progress) {
  if (input.anchors.size() != input.graph.vertex_count()) return {};
  MapPlacing placing(input);
  // A few ms each up to the sizes that have a map.
  placing.place_anchored(Precision::exact, exact_spacing_km, 0);
  placing.place_anchored(Precision::municipality, municipality_spacing_km, 1);
  placing.place_anchored(Precision::county, county_spacing_km, 1);
  progress.report(0.5F);
  if (progress.cancelled()) return {};
  placing.place_among_neighbours();
  placing.place_the_rest_in_rows();
  progress.report(1);
  return placing.take();
}

}  // namespace samverka
