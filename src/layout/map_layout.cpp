// The map: actors where they are, agreements among their parties. What must move to be seen moves as little as it can:
// each vertex takes the first free place of a sunflower around where it belongs.
//
// An agreement belongs in the middle of its local parties: a region or an authority that is party everywhere would draw
// all of a county's to one spot. The wider apart the parties are, the more room it takes from others, so that those of
// a county stand apart between its municipalities and those of a municipality and its school close beside the two.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <unordered_map>

#include "base/check.h"
#include "layout/layout.h"
#include "layout/sunflower.h"
#include "layout/taken_places.h"

namespace samverka {
namespace {

using Precision = Anchor::Precision;

constexpr float exact_spacing_km = 0.1F;  // those at one address
constexpr float municipality_spacing_km = 1.2F;
constexpr float county_spacing_km = 3.0F;
constexpr float agreement_spacing_km = 2.0F;           // at least
constexpr float greatest_agreement_spacing_km = 6.5F;  // of those that span a county
constexpr float spacing_share = 0.16F;                 // of how far off the parties are
// An agreement keeps this far from every actor, or the actor nearest to the middle looks like the hub of a county. Less
// where little is shown, so that it stays among its parties.
constexpr float agreement_clearance_km = 8;
constexpr float agreement_clearance_share = 0.02F;  // of what is shown
constexpr float local_clearance_km = 1.6F;          // and this far at least, of near neighbours
constexpr float clearance_share = 0.12F;            // of how far off the parties are
constexpr float bystander_clearance_km = 0.5F;      // from who is party to nothing: mostly not in the picture
constexpr double wide_pull = 0.15;                  // of a region or an authority, against 1 of one who is local
constexpr float greatest_part_km = 860;             // from north to south; Sweden is 1 570

// Where what has no place stands: rows of so many, so far apart.
struct Rows {
  Vec2 corner;
  std::size_t columns;
  float step_km;
};

// Where an agreement belongs: in the middle of its placed parties, and how far off they are from there.
struct Middle {
  std::uint32_t vertex = 0;
  Vec2 place;
  float reach_km = 0;
};

// Hands out places around centres. Remembers per centre how far out it has come, so that a thousand schools known only
// to their municipality are placed in linear time.
class Sunflowers {
 public:
  // What others have taken, and how far to keep from it. They must outlive the call.
  struct Others {
    const TakenPlaces* taken = nullptr;
    float away_km = 0;
  };
  void take(Vec2 place) { taken_.take(place); }
  const TakenPlaces& taken() const { return taken_; }

  // `first` is the first number to try: 0 is the centre itself.
  Vec2 place(Vec2 centre, float spacing, std::size_t first, std::span<const Others> others = {}) {
    std::size_t& next = next_.try_emplace(Seat{centre, spacing}, first).first->second;
    while (true) {
      const Vec2 candidate = centre + sunflower(next++, spacing);
      if (!taken_.is_free(candidate, 0.8F * spacing)) continue;
      const bool is_clear = std::all_of(others.begin(), others.end(), [candidate](const Others& other) {
        return other.taken->is_free(candidate, other.away_km);
      });
      if (!is_clear) continue;
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
  std::unordered_map<Seat, std::size_t, Hash> next_;
};

class MapPlacing {
 public:
  MapPlacing(const LayoutInput& input, const Positions& start)
      : input_(input), start_(start), positions_(input.anchors.size()), is_placed_(input.anchors.size(), false) {}

  // What has a place already has been put there among all others, and keeps it.
  void keep_actors() {
    for (std::uint32_t v = 0; v < positions_.size(); ++v) {
      if (!is_anchored(v) || !has_start(v)) continue;
      sunflowers_.take(start_[v]);
      put(v, start_[v]);
    }
  }

  // The better known go first: they get their own place, the others go around them.
  void place_anchored(Precision precision, float spacing, std::size_t first) {
    for (std::uint32_t v = 0; v < positions_.size(); ++v) {
      const Anchor& anchor = input_.anchors[v];
      if (is_placed_[v] || anchor.precision != precision || !is_finite(anchor.map_km)) continue;
      put(v, sunflowers_.place(anchor.map_km, spacing, first));
    }
  }

  // What has no anchor but neighbours that are placed: agreements, as they alone have actors for neighbours (parties,
  // and what they found). Those of near neighbours first: they have the fewest places to stand.
  void place_among_neighbours() {
    std::vector<Middle> middles;
    for (std::uint32_t v = 0; v < positions_.size(); ++v) {
      if (is_placed_[v]) continue;
      if (const auto middle = middle_of(v)) middles.push_back(*middle);
    }
    std::stable_sort(middles.begin(), middles.end(),
                     [](const Middle& a, const Middle& b) { return a.reach_km < b.reach_km; });
    for (const Middle& middle : middles) {
      if (!is_start_among_neighbours(middle)) continue;
      agreements_.take(start_[middle.vertex]);
      put(middle.vertex, start_[middle.vertex]);
    }
    part_actors();
    for (const Middle& middle : middles) {
      if (!is_placed_[middle.vertex]) place_agreement(middle);
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

  bool is_anchored(std::uint32_t v) const {
    return input_.anchors[v].precision != Precision::none && is_finite(input_.anchors[v].map_km);
  }
  bool has_start(std::uint32_t v) const { return v < start_.size() && is_finite(start_[v]); }
  double pull_of(std::uint32_t v) const { return input_.anchors[v].is_local ? 1 : wide_pull; }

  std::optional<Middle> middle_of(std::uint32_t vertex) const {
    double x = 0, y = 0, pull = 0;
    for (const std::uint32_t w : input_.graph.neighbours(vertex)) {
      if (!is_anchored(w)) continue;
      x += pull_of(w) * static_cast<double>(positions_[w].x);
      y += pull_of(w) * static_cast<double>(positions_[w].y);
      pull += pull_of(w);
    }
    if (pull <= 0) return {};
    Middle middle{vertex, {static_cast<float>(x / pull), static_cast<float>(y / pull)}, 0};
    double squares = 0;
    for (const std::uint32_t w : input_.graph.neighbours(vertex)) {
      if (!is_anchored(w)) continue;
      const Vec2 step = positions_[w] - middle.place;
      squares += pull_of(w) * static_cast<double>(dot(step, step));
    }
    middle.reach_km = static_cast<float>(std::sqrt(squares / pull));
    return middle;
  }

  // Where all its parties are not shown, an agreement may have its place far from those that are: it then takes a new
  // one among them.
  bool is_start_among_neighbours(const Middle& middle) const {
    constexpr float astray_km = 15;
    if (!has_start(middle.vertex)) return false;
    return distance(start_[middle.vertex], middle.place) < astray_km + middle.reach_km;
  }

  // Parties on one side, to keep well clear of; bystanders on the other.
  void part_actors() {
    for (std::uint32_t v = 0; v < positions_.size(); ++v) {
      if (!is_anchored(v)) continue;
      const auto neighbours = input_.graph.neighbours(v);
      const bool is_party =
          std::any_of(neighbours.begin(), neighbours.end(), [&](std::uint32_t w) { return !is_anchored(w); });
      (is_party ? parties_ : bystanders_).take(positions_[v]);
    }
    const float share = agreement_clearance_share * std::max(bounds_.width(), bounds_.height());
    greatest_clearance_km_ = std::clamp(share, local_clearance_km, agreement_clearance_km);
  }

  void place_agreement(const Middle& middle) {
    const float wide = spacing_share * middle.reach_km;
    const float spacing = std::clamp(wide, agreement_spacing_km, greatest_agreement_spacing_km);
    const float clearance = std::min(greatest_clearance_km_, local_clearance_km + clearance_share * middle.reach_km);
    const std::array<Sunflowers::Others, 2> others = {{{&parties_, clearance}, {&bystanders_, bystander_clearance_km}}};
    put(middle.vertex, agreements_.place(middle.place, spacing, 0, others));
  }

  void put(std::uint32_t vertex, Vec2 place) {
    positions_[vertex] = place;
    is_placed_[vertex] = true;
    bounds_.include(positions_[vertex]);
  }

  const LayoutInput& input_;
  const Positions& start_;
  Positions positions_;
  std::vector<bool> is_placed_;
  Rect bounds_;
  Sunflowers sunflowers_;  // of actors
  Sunflowers agreements_;
  TakenPlaces parties_, bystanders_;
  float greatest_clearance_km_ = 0;
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

std::optional<Positions> map_layout(const LayoutInput& input, const LayoutOptions& options, Progress& progress) {
  if (input.anchors.size() != input.graph.vertex_count()) return {};
  MapPlacing placing(input, options.start);
  placing.keep_actors();
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
