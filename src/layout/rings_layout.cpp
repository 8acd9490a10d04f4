// Concentric rings. Three steps: how far away each vertex is; how wide a sector each group needs, so that it stands in
// the same direction on every ring; then ring by ring outwards, each ordered by the one inside it, so that lines run
// outwards rather than across.
#include "layout/rings_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "base/check.h"
#include "layout/separate.h"
#include "layout/sunflower.h"

namespace samverka {
namespace {

constexpr float full_turn = 2 * std::numbers::pi_v<float>;
constexpr float ring_gap = 1.7F;     // from the last row of one ring to the first of the next
constexpr float between_gap = 1.0F;  // the same to and from what stands between
constexpr float spacing = 1.0F;      // along a row, and of those between
constexpr float between_spacing = 0.55F;
constexpr float row_step = 0.85F;
constexpr float most_rows = 4;  // then the ring is widened instead
constexpr float sector_air = 0.09F;

// Clockwise from the top, as hours are read.
Vec2 at_angle(float angle, float radius) { return {radius * std::sin(angle), -radius * std::cos(angle)}; }
float angle_of(Vec2 p) { return std::atan2(p.x, -p.y); }

std::vector<std::uint32_t> edges_from(const RingsInput& input) {
  std::vector<std::uint32_t> edges(input.graph.vertex_count(), Rings::unreached);
  std::vector<std::uint32_t> reached{input.centre};
  edges[input.centre] = 0;
  for (std::size_t next = 0; next < reached.size(); ++next) {
    const std::uint32_t v = reached[next];
    const bool is_dead_end = !input.is_dead_end.empty() && input.is_dead_end[v] && v != input.centre;
    if (is_dead_end) continue;
    for (const std::uint32_t w : input.graph.neighbours(v)) {
      if (edges[w] != Rings::unreached) continue;
      edges[w] = edges[v] + 1;
      reached.push_back(w);
    }
  }
  return edges;
}

// What stands so many edges away: those of each sector, and those between.
struct Ring {
  std::map<std::uint32_t, std::vector<std::uint32_t>> sectors;
  std::vector<std::uint32_t> between;
  std::size_t in_sectors = 0;
};

// From 1 edge outwards; what is not reached comes last.
std::vector<Ring> rings_of(const RingsInput& input, const std::vector<std::uint32_t>& edges) {
  std::uint32_t farthest = 0;
  for (const std::uint32_t e : edges) farthest = e == Rings::unreached ? farthest : std::max(farthest, e);
  std::vector<Ring> rings(farthest + std::size_t{1});
  for (std::uint32_t v = 0; v < edges.size(); ++v) {
    if (v == input.centre) continue;
    Ring& ring = edges[v] == Rings::unreached ? rings.back() : rings[edges[v] - 1];
    if (input.sectors[v] == RingsInput::between) {
      ring.between.push_back(v);
    } else {
      ring.sectors[input.sectors[v]].push_back(v);
      ++ring.in_sectors;
    }
  }
  return rings;
}

struct Span {
  float begin = 0, width = 0;
};

// How far out a ring must begin so that its vertices fit in a few rows.
float least_radius(std::size_t vertices, float apart) {
  return static_cast<float>(vertices) * apart / (full_turn * most_rows);
}

// Each sector as wide as the ring where it is most crowded asks for, of a full turn.
std::map<std::uint32_t, Span> spans_of(const std::vector<Ring>& rings) {
  std::map<std::uint32_t, float> need;
  float radius = 0;
  for (const Ring& ring : rings) {
    radius = std::max(radius + ring_gap, least_radius(ring.in_sectors, spacing));
    for (const auto& [sector, vertices] : ring.sectors) {
      need[sector] = std::max(need[sector], static_cast<float>(vertices.size()) / radius);
    }
  }
  float all = 0;
  // Some room for the smallest too, or a single region among a hundred schools has no direction of its own.
  for (auto& [sector, n] : need) all += n = std::sqrt(n + 0.02F);
  std::map<std::uint32_t, Span> spans;
  float begin = 0;
  for (const auto& [sector, n] : need) {
    spans[sector] = {begin, full_turn * n / all};
    begin += spans[sector].width;
  }
  return spans;
}

// From -pi to pi.
float turned(float angle) { return std::remainder(angle, full_turn); }

// As near as may be to where each wants to be, in its order, `apart` at least: neighbours that would overlap become one
// block in the middle of their wishes (pool adjacent violators).
std::vector<float> spread(const std::vector<float>& wanted, float apart) {
  struct Block {
    float sum = 0;
    std::size_t count = 0;
    float mean() const { return sum / static_cast<float>(count); }
  };
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    blocks.push_back({wanted[i] - apart * static_cast<float>(i), 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().sum += last.sum;
      blocks.back().count += last.count;
    }
  }
  std::vector<float> angles;
  for (const Block& block : blocks) {
    for (std::size_t i = 0; i < block.count; ++i) {
      angles.push_back(block.mean() + apart * static_cast<float>(angles.size()));
    }
  }
  return angles;
}

class Placing {
 public:
  Placing(const RingsInput& input, Rings& rings) : input_(input), rings_(rings) {
    rings_.positions.assign(input.graph.vertex_count(), {});
  }

  // Those between wait until what they stand between has its place: only their room is kept.
  void place(std::uint32_t edges, const Ring& ring, const std::map<std::uint32_t, Span>& spans) {
    if (ring.in_sectors > 0) {
      const float gap = ended_between_ ? between_gap : ring_gap;
      const float radius = std::max(outer_ + gap, least_radius(ring.in_sectors, spacing));
      outer_ = radius;
      for (const auto& [sector, members] : ring.sectors) place_sector(edges, members, spans.at(sector), radius);
      rings_.radii.push_back((radius + outer_) / 2);
    }
    ended_between_ = !ring.between.empty();
    if (!ring.between.empty()) {
      const float radius = std::max(outer_ + between_gap, least_radius(ring.between.size(), between_spacing));
      waiting_.push_back({edges, &ring.between, radius});
      outer_ = radius + between_step * static_cast<float>(between_rows(ring.between.size(), radius) - 1);
      if (ring.in_sectors == 0) rings_.radii.push_back((radius + outer_) / 2);
    }
    if (ring.in_sectors == 0 && ring.between.empty()) rings_.radii.push_back(outer_);
  }

  void place_waiting() {
    for (const Waiting& w : waiting_) place_between(w);
  }

 private:
  static constexpr float between_step = row_step * between_spacing;
  struct Waiting {
    std::uint32_t edges;
    const std::vector<std::uint32_t>* vertices;
    float radius;
  };

  static std::size_t between_rows(std::size_t vertices, float radius) {
    const float needed = static_cast<float>(vertices) * between_spacing / (full_turn * radius);
    return static_cast<std::size_t>(std::max(1.0F, std::ceil(needed)));
  }

  bool is_between(std::uint32_t vertex) const { return input_.sectors[vertex] == RingsInput::between; }

  void add_directions(std::uint32_t vertex, std::uint32_t edges, Vec2& sum) const {
    for (const std::uint32_t w : input_.graph.neighbours(vertex)) {
      if (rings_.edges[w] != edges) continue;
      const Vec2 place = rings_.positions[w];
      if (length(place) > 0) sum = sum + place * (1 / length(place));
    }
  }

  // Towards those inside that it hangs on, through what stands between if need be. Zero where all pull alike.
  Vec2 inward_direction(std::uint32_t vertex, std::uint32_t edges) const {
    Vec2 sum;
    if (edges == 0) return sum;
    add_directions(vertex, edges - 1, sum);
    for (const std::uint32_t w : input_.graph.neighbours(vertex)) {
      if (edges >= 2 && is_between(w) && rings_.edges[w] == edges - 1) add_directions(w, edges - 2, sum);
    }
    return sum;
  }

  // Where nothing inside gives a direction, those that hang on the same still stand beside each other.
  float first_inside(std::uint32_t vertex, std::uint32_t edges) const {
    for (const std::uint32_t w : input_.graph.neighbours(vertex)) {
      if (rings_.edges[w] + 1 == edges) return static_cast<float>(w);
    }
    return 0;
  }

  void place_sector(std::uint32_t edges, const std::vector<std::uint32_t>& members, Span span, float radius) {
    struct Seat {
      float angle = 0, inside = 0;
      std::uint32_t vertex = 0;
      auto operator<=>(const Seat&) const = default;
    };
    const float air = std::min(sector_air, span.width * 0.1F);
    const float width = span.width - air;
    std::vector<Seat> seats;
    for (const std::uint32_t v : members) {
      const Vec2 inward = inward_direction(v, edges);
      const float middle = span.begin + span.width / 2;
      const float angle = length(inward) < 0.05F ? 0 : turned(angle_of(inward) - middle);
      seats.push_back({angle, first_inside(v, edges), v});
    }
    std::sort(seats.begin(), seats.end());
    const auto count = static_cast<float>(seats.size());
    const auto rows = static_cast<std::size_t>(std::max(1.0F, std::ceil(count * spacing / (width * radius))));
    for (std::size_t i = 0; i < seats.size(); ++i) {
      const float angle = span.begin + air / 2 + width * (static_cast<float>(i) + 0.5F) / count;
      put(seats[i].vertex, angle, radius + row_step * static_cast<float>(i % rows));
    }
  }

  // Towards those it joins, outside rather than inside.
  void place_between(const Waiting& waiting) {
    std::vector<std::pair<float, std::uint32_t>> order;
    for (const std::uint32_t v : *waiting.vertices) {
      Vec2 outward;
      add_directions(v, waiting.edges + 1, outward);
      if (length(outward) < 0.05F) outward = inward_direction(v, waiting.edges);
      const float otherwise = golden_angle * static_cast<float>(order.size());
      order.emplace_back(turned(length(outward) < 0.05F ? otherwise : angle_of(outward)), v);
    }
    std::sort(order.begin(), order.end());
    const auto count = static_cast<float>(order.size());
    const std::size_t rows = between_rows(order.size(), waiting.radius);
    const float apart =
        std::min(between_spacing / (waiting.radius * static_cast<float>(rows)), full_turn / (count + 1));
    std::vector<float> angles;
    for (const auto& [angle, vertex] : order) angles.push_back(angle);
    angles = spread(angles, apart);
    const bool is_all_round = angles.back() - angles.front() > full_turn - apart;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (is_all_round) angles[i] = full_turn * (static_cast<float>(i) / count - 0.5F);
      put(order[i].second, angles[i], waiting.radius + between_step * static_cast<float>(i % rows));
    }
  }

  void put(std::uint32_t vertex, float angle, float out) {
    rings_.positions[vertex] = at_angle(angle, out);
    outer_ = std::max(outer_, out);
  }

  const RingsInput& input_;
  Rings& rings_;
  std::vector<Waiting> waiting_;
  float outer_ = 0;
  bool ended_between_ = false;
};

}  // namespace

Rings rings_layout(const RingsInput& input) {
  const std::size_t vertices = input.graph.vertex_count();
  if (input.centre >= vertices) return {};
  SAM_CHECK(input.sectors.size() == vertices, "sectors of another graph");
  SAM_CHECK(input.is_dead_end.empty() || input.is_dead_end.size() == vertices, "dead ends of another graph");
  Rings rings;
  rings.edges = edges_from(input);
  const std::vector<Ring> by_edges = rings_of(input, rings.edges);
  const auto spans = spans_of(by_edges);
  Placing placing(input, rings);
  for (std::uint32_t i = 0; i < by_edges.size(); ++i) placing.place(i + 1, by_edges[i], spans);
  placing.place_waiting();
  rings.radii.pop_back();  // of what is not reached
  ensure_distinct(rings.positions, 0.05F);
  return rings;
}

}  // namespace samverka
