#pragma once
// Where things go. A layout is a pure function: same graph, seed and start give the same positions on any number of
// threads. All positions are finite and no two vertices coincide.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/progress.h"
#include "graph/graph.h"
#include "graph/subnetwork.h"

namespace samverka {

using Positions = std::vector<Vec2>;  // one a vertex

struct LayoutOptions {
  std::uint64_t seed = 1;
  unsigned threads = 0;  // 0 = all cores; changes nothing but the time
  // Positions to begin from, one a vertex; a vertex without one is NaN. Empty: none. What has a start stays near it.
  Positions start;
  // Where some vertices must stay while the others may leave their start: one a vertex, with a start. Empty: all stay.
  std::vector<bool> pinned;
  bool is_fast = false;  // stress: pivots above 500 vertices already; rougher, and 8 times as fast at 4 500
};

// A layout under way, advanced in steps so that a window can show it as it settles and cancel it.
class LayoutStepper {
 public:
  virtual ~LayoutStepper() = default;
  virtual bool step() = 0;  // a few ms of work; false when done
  virtual float fraction() const = 0;
  virtual const Positions& positions() const = 0;
};

struct LayoutInput {
  const Graph& graph;
  std::span<const Anchor> anchors;  // one a vertex; empty for a plain graph (`map` then refuses)
};

// Stress, by stochastic gradient descent over all pairs of each component (Zheng, Pawar & Goodman, "Graph Drawing by
// Stochastic Gradient Descent", 2018), components packed beside each other. Unit: an edge is about 1 long.
// Without anchors it is a plain graph, and every edge wants to be 1. With anchors it is a collaboration network, and
// the edges of an agreement of many are longer, so that its parties have room (EdgeLengths::by_degree). A vertex with a
// start stays there, and only the rest is laid out around it: an edit moves nothing it need not move. O(V²) a component
// up to 5 000 vertices; above that sparse pivots, O(V + E) a pivot. Nothing when cancelled (within 50 ms).
std::optional<Positions> stress_layout(const LayoutInput& input, const LayoutOptions& options, Progress& progress);
// The same in steps of some milliseconds. Keeps what it needs of `input`.
std::unique_ptr<LayoutStepper> begin_stress(const LayoutInput& input, const LayoutOptions& options);

// Every vertex at its anchor (map kilometres); what is known only to municipality or county is spread around it on a
// sunflower so that nothing coincides; agreements stand near the mean of their placed neighbours, of which the local
// ones count most, apart from each other and from every actor. What has no place at all stands in rows beside the map,
// right of everything: from map_unplaced_origin beside a country, near by and closer together beside a part of it. What
// has an anchor and a start is at its start; so is an agreement, unless its neighbours are far from there. Without
// anchors there is no map, and the answer is as if cancelled. About linear.
std::optional<Positions> map_layout(const LayoutInput& input, const LayoutOptions& options, Progress& progress);

// What an anchored map is seen as: where the places known to a municipality or better are, and whether they span so
// little from north to south (half of Sweden) that they are shown by themselves and not in the country.
struct MapExtent {
  Rect placed_km;
  bool is_part = false;
  float side_km() const { return std::max(placed_km.width(), placed_km.height()) + 10; }  // with some land around it
};
MapExtent map_extent(std::span<const Anchor> anchors);

// In the Gulf of Bothnia, east of Västerbotten and north-east of Uppland: 60 km right of the easternmost point of
// Sweden.
constexpr Vec2 map_unplaced_origin{980, -7300};

struct LayoutKind {
  std::string_view name;  // "map", "stress": the command line's word
  bool needs_anchors;
  std::optional<Positions> (*run)(const LayoutInput&, const LayoutOptions&, Progress&);
};
std::span<const LayoutKind> layouts();
const LayoutKind* find_layout(std::string_view name);

}  // namespace samverka
