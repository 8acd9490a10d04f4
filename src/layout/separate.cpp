#include "layout/separate.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "layout/sunflower.h"

namespace samverka {
namespace {

// Points sorted into square cells; a row of cells is a row of the sorted list, so that the three cells beside each
// other are one run. The grid is never larger than a few cells a point: farther spread gives larger cells.
class Grid {
 public:
  Grid(std::span<const Vec2> points, float cell) {
    Rect bounds;
    for (const Vec2& p : points) bounds.include(p);
    min_ = bounds.min;
    const float most_cells = 2.0F * static_cast<float>(points.size()) + 64.0F;
    cell_ = std::max(cell, std::sqrt((bounds.width() + cell) * (bounds.height() + cell) / most_cells));
    cell_ = std::max(cell_, std::max(bounds.width(), bounds.height()) / most_cells);
    columns_ = static_cast<std::size_t>(bounds.width() / cell_) + 1;
    rows_ = static_cast<std::size_t>(bounds.height() / cell_) + 1;
    fill(points);
  }

  std::size_t cell_of(Vec2 p) const {
    const auto column = std::min(columns_ - 1, static_cast<std::size_t>(std::max(0.0F, (p.x - min_.x) / cell_)));
    const auto row = std::min(rows_ - 1, static_cast<std::size_t>(std::max(0.0F, (p.y - min_.y) / cell_)));
    return row * columns_ + column;
  }

  // Calls visit(other) for every point of higher index in the nine cells around `cell`.
  template <class Visit>
  void visit_after(std::uint32_t index, std::size_t cell, Visit visit) const {
    const std::size_t column = cell % columns_;
    const std::size_t row = cell / columns_;
    const std::size_t left = column > 0 ? column - 1 : 0;
    const std::size_t right = std::min(column + 1, columns_ - 1);
    for (std::size_t r = row > 0 ? row - 1 : 0; r <= std::min(row + 1, rows_ - 1); ++r) {
      const std::size_t end = start_[r * columns_ + right + 1];
      for (std::size_t at = start_[r * columns_ + left]; at < end; ++at) {
        if (items_[at] > index) visit(items_[at]);
      }
    }
  }

 private:
  void fill(std::span<const Vec2> points) {
    start_.assign(columns_ * rows_ + 1, 0);
    for (const Vec2& p : points) ++start_[cell_of(p) + 1];
    for (std::size_t c = 0; c + 1 < start_.size(); ++c) start_[c + 1] += start_[c];
    std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
    items_.resize(points.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) items_[next[cell_of(points[i])]++] = i;
  }

  Vec2 min_;
  float cell_ = 1;
  std::size_t columns_ = 1, rows_ = 1;
  std::vector<std::uint32_t> start_, items_;
};

Vec2 own_direction(std::uint32_t index) {
  const float turn = golden_angle * static_cast<float>(index % 100000);
  return {std::cos(turn), std::sin(turn)};
}

}  // namespace

std::size_t push_apart(std::span<Vec2> points, std::span<const float> gives, float distance_wanted, float strength) {
  if (points.size() < 2) return 0;
  const Grid grid(points, distance_wanted);
  const auto give_of = [&](std::uint32_t i) { return gives.empty() ? 1.0F : gives[i]; };
  std::vector<std::size_t> cells(points.size());
  for (std::uint32_t i = 0; i < points.size(); ++i) cells[i] = grid.cell_of(points[i]);
  std::size_t too_near = 0;
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    grid.visit_after(i, cells[i], [&](std::uint32_t j) {
      const Vec2 step = points[j] - points[i];
      const float now_squared = dot(step, step);
      const float both_give = give_of(i) + give_of(j);
      if (now_squared >= distance_wanted * distance_wanted || both_give <= 0) return;
      ++too_near;
      const float now = std::sqrt(now_squared);
      const Vec2 direction = now > 1e-6F * distance_wanted ? step * (1 / now) : own_direction(j);
      const float missing = (distance_wanted - now) * strength / both_give;
      points[i] = points[i] - direction * (missing * give_of(i));
      points[j] = points[j] + direction * (missing * give_of(j));
    });
  }
  return too_near;
}

void ensure_distinct(std::span<Vec2> points, float unit) {
  struct Hash {
    std::size_t operator()(Vec2 p) const {
      return std::hash<float>()(p.x) * 0x9E3779B97F4A7C15ULL ^ std::hash<float>()(p.y);
    }
  };
  std::unordered_set<Vec2, Hash> taken;
  taken.reserve(points.size());
  for (Vec2& p : points) {
    if (!is_finite(p)) p = {};
    const Vec2 wanted = p;
    // Far from the origin a float cannot tell small steps apart: the steps grow until they land somewhere free.
    for (std::size_t try_number = 1; !taken.insert(p).second; ++try_number) {
      const std::size_t longer = 1 + try_number / 64;
      p = wanted + sunflower(try_number, unit * static_cast<float>(longer));
    }
  }
}

}  // namespace samverka
