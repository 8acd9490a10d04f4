// Which names fit in the picture, and where. Greedy by importance (Christensen, Marks & Shieber 1995 found greedy with
// a few candidate places close to the best at a fraction of the cost): each label tries below, above, right and left of
// its mark, takes the place that hides least of other marks, and gives up where only other labels' places are left. A
// grid of cells over the viewport keeps every question local.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "scene/scene.h"

namespace samverka {
namespace {

constexpr float cell_px = 48;
constexpr float gap_px = 3;                 // between a mark and its name
constexpr std::size_t most_refused = 1000;  // in a row: the picture is full, and the rest is of less worth
constexpr float breathing_px = 2;           // between two names

// Boxes in a viewport, found by place.
class BoxGrid {
 public:
  explicit BoxGrid(Vec2 viewport_px)
      : columns_(static_cast<int>(viewport_px.x / cell_px) + 1), rows_(static_cast<int>(viewport_px.y / cell_px) + 1) {
    cells_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
  }

  void add(const Rect& box) {
    const auto index = static_cast<std::uint32_t>(boxes_.size());
    boxes_.push_back(box);
    visit_cells(box, [&](std::vector<std::uint32_t>& cell) {
      cell.push_back(index);
      return true;
    });
  }

  bool is_free(const Rect& box) {
    bool is_free = true;
    visit_cells(box, [&](const std::vector<std::uint32_t>& cell) {
      for (const std::uint32_t index : cell) is_free = is_free && !boxes_[index].overlaps(box);
      return is_free;
    });
    return is_free;
  }

  // Area of `box` under other boxes, those around `own` left out; what lies in two cells is counted once, in the cell
  // of its upper left corner within the box. Stops counting once it is over `enough`.
  float hidden_area(const Rect& box, Vec2 own, float enough) {
    float area = 0;
    visit_numbered_cells(box, [&](const std::vector<std::uint32_t>& cell, int column, int row) {
      for (const std::uint32_t index : cell) {
        const Rect& other = boxes_[index];
        if (!other.overlaps(box) || distance(other.centre(), own) < 0.5F) continue;
        const Vec2 corner{std::max(other.min.x, box.min.x), std::max(other.min.y, box.min.y)};
        if (column_of(corner.x) != column || row_of(corner.y) != row) continue;
        area += (std::min(other.max.x, box.max.x) - corner.x) * (std::min(other.max.y, box.max.y) - corner.y);
      }
      return area <= enough;
    });
    return area;
  }

 private:
  int column_of(float x) const { return std::clamp(static_cast<int>(x / cell_px), 0, columns_ - 1); }
  int row_of(float y) const { return std::clamp(static_cast<int>(y / cell_px), 0, rows_ - 1); }

  template <class Visit>  // visit(cell, column, row) → go on?
  void visit_numbered_cells(const Rect& box, Visit visit) {
    for (int row = row_of(box.min.y); row <= row_of(box.max.y); ++row) {
      for (int column = column_of(box.min.x); column <= column_of(box.max.x); ++column) {
        const std::size_t cell =
            static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
        if (!visit(cells_[cell], column, row)) return;
      }
    }
  }
  template <class Visit>
  void visit_cells(const Rect& box, Visit visit) {
    visit_numbered_cells(box, [&](std::vector<std::uint32_t>& cell, int, int) { return visit(cell); });
  }

  int columns_, rows_;
  std::vector<std::vector<std::uint32_t>> cells_;
  std::vector<Rect> boxes_;
};

float sound_importance(const Label& label) { return std::isnan(label.importance) ? 0 : label.importance; }

std::vector<std::size_t> by_importance(const Scene& scene, const Camera& camera) {
  const Rect view = Rect{{0, 0}, camera.viewport_px}.grown(cell_px);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < scene.labels.size(); ++i) {
    if (!scene.labels[i].text.empty() && view.contains(camera.screen_from_world(scene.labels[i].at)))
      order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sound_importance(scene.labels[a]) > sound_importance(scene.labels[b]);
  });
  return order;
}

BoxGrid marks_in_view(const Scene& scene, const Camera& camera) {
  const Rect view{{0, 0}, camera.viewport_px};
  BoxGrid grid(camera.viewport_px);
  for (const Mark& mark : scene.marks) {
    const Vec2 at = camera.screen_from_world(mark.centre);
    const float radius = std::min(mark.radius_px * camera.mark_scale, 100.0F);
    const Rect box{{at.x - radius, at.y - radius}, {at.x + radius, at.y + radius}};
    if (radius > 0 && is_finite(at) && box.overlaps(view)) grid.add(box);
  }
  return grid;
}

std::vector<Rect> candidates(const Label& label, Vec2 at, Vec2 size, float mark_scale) {
  const auto box = [&](float x, float y) { return Rect{{x, y}, {x + size.x, y + size.y}}; };
  const float centred_x = at.x - size.x / 2;
  const float centred_y = at.y - size.y / 2;
  if (label.is_inside) return {box(centred_x, centred_y)};
  if (label.is_heading) return {box(at.x, at.y - label.clear_px - gap_px - size.y)};
  const float away = label.clear_px * mark_scale + gap_px;
  // Line height has air above and below the letters: above and below may come that much nearer.
  const float air = size.y * 0.14F;
  return {box(centred_x, at.y + away - air), box(centred_x, at.y - away - size.y + air), box(at.x + away, centred_y),
          box(at.x - away - size.x, centred_y)};
}

struct Placer {
  Rect view;
  BoxGrid taken, marks;

  // The free candidate that hides least, if one hides little enough. Earlier ones win where it is the same.
  const Rect* best(const std::vector<Rect>& boxes, Vec2 own, float allowed) {
    const Rect* found = nullptr;
    float least = 0;
    for (const Rect& box : boxes) {
      const bool is_inside = view.contains(box.min) && view.contains(box.max);
      if (!is_inside || !taken.is_free(box.grown(breathing_px))) continue;
      const float most = found ? least : allowed * box.width() * box.height();
      const float hidden = marks.hidden_area(box, own, most);
      if (hidden > most || (found && hidden == least)) continue;
      found = &box;
      least = hidden;
      if (hidden == 0) break;
    }
    return found;
  }
};

}  // namespace

std::vector<PlacedLabel> place_labels(const Scene& scene, const Camera& camera, const TextMeasure& measure,
                                      std::size_t at_most) {
  const bool is_sound = camera.viewport_px.x >= 1 && camera.viewport_px.y >= 1 && is_finite(camera.viewport_px);
  if (!is_sound || camera.viewport_px.x > 1e5F || camera.viewport_px.y > 1e5F) return {};
  Placer placer{{{0, 0}, camera.viewport_px}, BoxGrid(camera.viewport_px), marks_in_view(scene, camera)};
  std::vector<PlacedLabel> placed;
  std::size_t refused = 0;
  for (const std::size_t index : by_importance(scene, camera)) {
    if (placed.size() == at_most || refused == most_refused) break;
    const Label& label = scene.labels[index];
    const Vec2 at = camera.screen_from_world(label.at);
    const float height = measure.height(label.size_px);
    const Vec2 size{measure.width(label.text, label.size_px, label.is_bold), height};
    const std::vector<Rect> boxes = candidates(label, at, size, camera.mark_scale);
    const Rect* box = placer.best(boxes, at, label.may_hide);
    refused = box ? 0 : refused + 1;
    if (!box) continue;
    placer.taken.add(*box);
    const float baseline = box->min.y + (height + measure.ascent(label.size_px)) / 2;
    placed.push_back({index, {box->min.x, baseline}, *box});
  }
  return placed;
}

}  // namespace samverka
