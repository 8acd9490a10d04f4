// Marks lie in the cell of their middle, and a question looks at the cells within the widest mark's reach. Links and
// areas have a box each: a grid of the cells that 200 000 curves pass took a quarter of a second to make and answered
// hardly faster than looking through their boxes, which takes a quarter of a millisecond.
#include "scene/pick_index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace samverka {
namespace {

constexpr float widest_px = 40;  // a radius over this is looked at every time
constexpr float slack_px = 1;    // what a float and the flattening of a curve may make
constexpr int most_columns = 512;

bool is_sound(const Camera& camera) {
  return is_finite(camera.centre) && is_finite(camera.viewport_px) && std::isfinite(camera.mark_scale) &&
         std::isfinite(camera.scale) && camera.scale > 0;
}

Rect box_around(Vec2 middle, float reach) { return Rect{middle, middle}.grown(reach); }

bool is_sound(const Link& link) {
  return link.pick.kind != PickId::Kind::none && is_finite(link.from) && is_finite(link.to) &&
         is_finite(bend_control(link.from, link.to, link.bend));
}

// One answer from four comparisons, without a branch to guess wrong between them.
bool touches(const Rect& a, const Rect& b) {
  return (static_cast<int>(a.min.x <= b.max.x) & static_cast<int>(b.min.x <= a.max.x) &
          static_cast<int>(a.min.y <= b.max.y) & static_cast<int>(b.min.y <= a.max.y)) != 0;
}

Rect box_of(const Polygon& polygon) {
  Rect box;
  for (const std::vector<Vec2>& ring : polygon.rings) {
    for (const Vec2 p : ring) box.include(p);
  }
  return box;
}

}  // namespace

PickIndex::Grid::Grid(const Rect& bounds, std::size_t wanted_cells) {
  if (bounds.is_empty() || wanted_cells == 0) return;
  const float longest = std::max(bounds.width(), bounds.height());
  if (!std::isfinite(longest)) return;
  const auto wanted = static_cast<float>(wanted_cells);
  size_ = std::max({std::sqrt(bounds.width() / wanted * bounds.height()), longest / static_cast<float>(most_columns),
                    std::numeric_limits<float>::min()});
  origin_ = bounds.min;
  columns_ = std::min(static_cast<int>(bounds.width() / size_), most_columns) + 1;
  rows_ = std::min(static_cast<int>(bounds.height() / size_), most_columns) + 1;
  first_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
}

std::optional<PickIndex::Grid::Cells> PickIndex::Grid::cells_of(const Rect& box) const {
  const auto cell = [&](float at, float origin) { return std::floor((at - origin) / size_); };
  const float left = cell(box.min.x, origin_.x);
  const float top = cell(box.min.y, origin_.y);
  const float right = cell(box.max.x, origin_.x);
  const float bottom = cell(box.max.y, origin_.y);
  const auto columns = static_cast<float>(columns_);
  const auto rows = static_cast<float>(rows_);
  if (!(left < columns && top < rows && right >= 0 && bottom >= 0)) return std::nullopt;  // NaN too
  return Cells{static_cast<int>(std::max(left, 0.0F)), static_cast<int>(std::max(top, 0.0F)),
               static_cast<int>(std::min(right, columns - 1)), static_cast<int>(std::min(bottom, rows - 1))};
}

// Of a place within the bounds.
std::size_t PickIndex::Grid::cell_of(Vec2 place) const {
  const auto cell = [&](float at, float origin, int count) {
    return static_cast<std::size_t>(std::clamp((at - origin) / size_, 0.0F, static_cast<float>(count - 1)));
  };
  return cell(place.y, origin_.y, rows_) * static_cast<std::size_t>(columns_) + cell(place.x, origin_.x, columns_);
}

void PickIndex::Grid::note(Vec2 place) {
  if (!first_.empty()) ++first_[cell_of(place)];
}

// Each cell's count becomes one past its end; adding counts down to its begin.
void PickIndex::Grid::begin_adding() {
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  shapes_.resize(first_.empty() ? 0 : first_.back());
}

void PickIndex::Grid::add(Vec2 place, std::uint32_t shape) {
  if (!first_.empty()) shapes_[--first_[cell_of(place)]] = shape;
}

template <class Visit>
void PickIndex::Grid::visit(const Rect& box, Visit visit) const {
  if (first_.empty()) return;
  const auto cells = cells_of(box);
  if (!cells) return;
  for (int row = cells->top; row <= cells->bottom; ++row) {
    const std::size_t line = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_);
    const auto begin = first_[line + static_cast<std::size_t>(cells->left)];
    const auto end = first_[line + static_cast<std::size_t>(cells->right) + 1];
    for (auto i = begin; i < end; ++i) visit(shapes_[i]);
  }
}

PickIndex::PickIndex(const Scene& scene) {
  add_marks(scene);
  add_links(scene);
  for (const Polygon& polygon : scene.polygons) areas_.push_back(box_of(polygon));
}

void PickIndex::add_marks(const Scene& scene) {
  const auto is_small = [](const Mark& mark) { return mark.radius_px <= widest_px; };  // false for NaN
  Rect bounds;
  for (std::uint32_t i = 0; i < scene.marks.size(); ++i) {
    const Mark& mark = scene.marks[i];
    if (mark.pick.kind == PickId::Kind::none || !is_finite(mark.centre)) continue;
    if (is_small(mark)) {
      bounds.include(mark.centre);
      greatest_radius_px_ = std::max(greatest_radius_px_, mark.radius_px);
    } else {
      wide_marks_.push_back(i);
    }
  }
  marks_ = Grid(bounds, scene.marks.size());
  const auto each = [&](auto take) {
    for (auto i = static_cast<std::uint32_t>(scene.marks.size()); i-- > 0;) {
      const Mark& mark = scene.marks[i];
      if (mark.pick.kind == PickId::Kind::none || !is_finite(mark.centre) || !is_small(mark)) continue;
      take(mark.centre, i);
    }
  };
  each([&](Vec2 place, std::uint32_t) { marks_.note(place); });
  marks_.begin_adding();
  each([&](Vec2 place, std::uint32_t i) { marks_.add(place, i); });
}

void PickIndex::add_links(const Scene& scene) {
  links_.reserve(scene.links.size());
  for (const Link& link : scene.links) {
    Rect box;  // stays empty, and is never near, where the link cannot be picked
    if (is_sound(link)) {
      for (const Vec2 p : {link.from, link.to, bend_control(link.from, link.to, link.bend)}) box.include(p);
    }
    links_.push_back(box);
  }
}

PickId PickIndex::mark_at(const Scene& scene, const Camera& camera, Vec2 px) const {
  PickId found;
  float nearest = std::numeric_limits<float>::max();
  std::uint32_t last = 0;
  const auto look_at = [&](std::uint32_t i) {
    float away = 0;
    if (!reaches(scene.marks[i], camera, px, away) || away > nearest || (away == nearest && i < last)) return;
    nearest = away;
    last = i;
    found = scene.marks[i].pick;
  };
  const float reach_px = std::max(greatest_radius_px_ * camera.mark_scale, 0.0F) + mark_reach_px + slack_px;
  marks_.visit(box_around(camera.world_from_screen(px), reach_px / camera.scale), look_at);
  for (const std::uint32_t i : wide_marks_) look_at(i);
  return found;
}

PickId PickIndex::link_at(const Scene& scene, const Camera& camera, Vec2 px) const {
  const Rect near = box_around(camera.world_from_screen(px), (link_reach_px + slack_px) / camera.scale);
  PickId found;
  float nearest = link_reach_px;
  std::vector<Vec2> curve;
  for (std::size_t i = 0; i < links_.size(); ++i) {
    if (!touches(near, links_[i])) continue;
    const auto away = reached(scene.links[i], camera, px, nearest, curve);
    if (!away) continue;
    nearest = *away;
    found = scene.links[i].pick;
  }
  return found;
}

PickId PickIndex::area_at(const Scene& scene, Vec2 world) const {
  for (std::size_t i = areas_.size(); i-- > 0;) {
    if (areas_[i].contains(world) && contains(scene.polygons[i], world)) return scene.polygons[i].pick;
  }
  return {};
}

PickId PickIndex::pick(const Scene& scene, const Camera& camera, Vec2 px) const {
  if (!is_finite(px)) return {};
  if (!is_sound(camera)) return pick_at(scene, camera, px);
  if (const PickId mark = mark_at(scene, camera, px); mark.kind != PickId::Kind::none) return mark;
  if (const PickId link = link_at(scene, camera, px); link.kind != PickId::Kind::none) return link;
  return area_at(scene, camera.world_from_screen(px));
}

}  // namespace samverka
