#include "layout/assemble.h"

#include <algorithm>
#include <cmath>

#include "layout/pack.h"

namespace samverka {
namespace {

constexpr float gap = 1.6F;                 // between pieces, in edge lengths
constexpr Vec2 singleton_step{1.5F, 1.0F};  // between vertices without edges: names are wider than high

Rect bounds_of(std::span<const Vec2> points) {
  Rect bounds;
  for (const Vec2& p : points) bounds.include(p);
  return bounds;
}

bool has_start(const Positions& start, std::uint32_t vertex) { return !start.empty() && is_finite(start[vertex]); }

// What is placed already, and the rectangle that it fills.
class Picture {
 public:
  explicit Picture(std::size_t vertices) : positions_(vertices) {}

  void set(std::uint32_t vertex, Vec2 place) {
    positions_[vertex] = place;
    bounds_.include(place);
  }
  void add(const Piece& piece, Vec2 moved_by) {
    for (std::size_t i = 0; i < piece.points.size(); ++i) set(piece.graph->vertices[i], piece.points[i] + moved_by);
  }
  const Rect& bounds() const { return bounds_; }
  Positions take() { return std::move(positions_); }

 private:
  Positions positions_;
  Rect bounds_;
};

// The vertices without edges, as a small grid of the picture's own shape.
struct PackingGrid {
  std::span<const std::uint32_t> vertices;
  std::size_t columns = 1;

  explicit PackingGrid(std::span<const std::uint32_t> of) : vertices(of) {
    const float cells_wide =
        std::sqrt(static_cast<float>(of.size()) * picture_aspect * singleton_step.y / singleton_step.x);
    columns = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(cells_wide)));
  }
  Vec2 place(std::size_t i) const {
    const std::size_t row = i / columns;
    return {static_cast<float>(i % columns) * singleton_step.x, static_cast<float>(row) * singleton_step.y};
  }
  Vec2 size() const {
    const std::size_t last = vertices.size() - 1;
    return {place(std::min(last, columns - 1)).x, place(last).y};
  }
};

void add_packed(std::span<const Piece* const> free, const PackingGrid& grid, Picture& picture) {
  const Vec2 air{gap, gap};
  std::vector<Vec2> sizes;
  const Rect held = picture.bounds();
  if (!held.is_empty()) sizes.push_back(held.max - held.min + air);
  std::vector<Rect> bounds;
  for (const Piece* piece : free) {
    bounds.push_back(bounds_of(piece->points));
    sizes.push_back(bounds.back().max - bounds.back().min + air);
  }
  if (!grid.vertices.empty()) sizes.push_back(grid.size() + air);
  const std::vector<Vec2> corners = pack_boxes(sizes);
  const Vec2 origin = held.is_empty() ? Vec2{} : held.min;
  const std::size_t first = held.is_empty() ? 0 : 1;
  for (std::size_t i = 0; i < free.size(); ++i) picture.add(*free[i], origin + corners[first + i] - bounds[i].min);
  for (std::size_t i = 0; i < grid.vertices.size(); ++i) {
    picture.set(grid.vertices[i], origin + corners.back() + grid.place(i));
  }
}

// Turned about the centre of the points, after mirroring left and right if wanted.
void turn(std::span<Vec2> points, Vec2 centre, double angle, bool is_mirrored) {
  const auto cosine = static_cast<float>(std::cos(angle));
  const auto sine = static_cast<float>(std::sin(angle));
  for (Vec2& p : points) {
    Vec2 out = p - centre;
    if (is_mirrored) out.x = -out.x;
    p = centre + Vec2{cosine * out.x - sine * out.y, sine * out.x + cosine * out.y};
  }
}

}  // namespace

void lay_flat(std::span<Vec2> points) {
  Vec2 centre;
  for (const Vec2& p : points) centre = centre + p * (1 / static_cast<float>(points.size()));
  double xx = 0, xy = 0, yy = 0;
  for (const Vec2& p : points) {
    const Vec2 out = p - centre;
    xx += static_cast<double>(out.x * out.x);
    xy += static_cast<double>(out.x * out.y);
    yy += static_cast<double>(out.y * out.y);
  }
  turn(points, centre, -0.5 * std::atan2(2 * xy, xx - yy), false);
}

void turn_towards(std::span<Vec2> points, std::span<const Vec2> wanted) {
  Vec2 centre, wanted_centre;
  float count = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_finite(wanted[i])) continue;
    centre = centre + points[i];
    wanted_centre = wanted_centre + wanted[i];
    ++count;
  }
  if (count < 3) return lay_flat(points);
  centre = centre * (1 / count);
  wanted_centre = wanted_centre * (1 / count);
  // Sums of the products of both as complex numbers: the angle of conj(p) w is how far p must turn to meet w.
  double straight_re = 0, straight_im = 0, mirrored_re = 0, mirrored_im = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_finite(wanted[i])) continue;
    const Vec2 p = points[i] - centre;
    const Vec2 w = wanted[i] - wanted_centre;
    straight_re += static_cast<double>(p.x * w.x + p.y * w.y);
    straight_im += static_cast<double>(p.x * w.y - p.y * w.x);
    mirrored_re += static_cast<double>(-p.x * w.x + p.y * w.y);
    mirrored_im += static_cast<double>(-p.x * w.y - p.y * w.x);
  }
  const bool is_mirrored = std::hypot(mirrored_re, mirrored_im) > std::hypot(straight_re, straight_im);
  turn(points, centre, is_mirrored ? std::atan2(mirrored_im, mirrored_re) : std::atan2(straight_im, straight_re),
       is_mirrored);
}

Positions assemble(const std::vector<Piece>& pieces, std::span<const std::uint32_t> singletons, const Positions& start,
                   std::size_t vertices) {
  Picture picture(vertices);
  std::vector<const Piece*> free;
  for (const Piece& piece : pieces) {
    if (piece.is_held) {
      picture.add(piece, {});
    } else {
      free.push_back(&piece);
    }
  }
  std::vector<std::uint32_t> free_singletons;
  for (const std::uint32_t v : singletons) {
    if (has_start(start, v)) {
      picture.set(v, start[v]);
    } else {
      free_singletons.push_back(v);
    }
  }
  add_packed(free, PackingGrid(free_singletons), picture);
  return picture.take();
}

}  // namespace samverka
