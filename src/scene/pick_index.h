#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "scene/scene.h"

namespace samverka {

// Shapes by place, so that a question about a point looks at those near it and not at all: a hover in a picture of
// 30 000 marks. Made once for a scene, linear in its shapes; it keeps places only, and the same scene is handed to each
// question.
class PickIndex {
 public:
  PickIndex() = default;
  explicit PickIndex(const Scene& scene);
  // The same answer as pick_at(), which is its oracle.
  PickId pick(const Scene& scene, const Camera& camera, Vec2 px) const;

 private:
  // Numbers of shapes in square cells over `bounds`.
  class Grid {
   public:
    Grid() = default;
    Grid(const Rect& bounds, std::size_t wanted_cells);
    void note(Vec2 place);  // first all that will be added are noted, then they are added, the last one first
    void begin_adding();
    void add(Vec2 place, std::uint32_t shape);
    template <class Visit>
    void visit(const Rect& box, Visit visit) const;

   private:
    struct Cells {
      int left, top, right, bottom;  // inclusive
    };
    std::optional<Cells> cells_of(const Rect& box) const;
    std::size_t cell_of(Vec2 place) const;
    Vec2 origin_;
    float size_ = 0;
    int columns_ = 0, rows_ = 0;
    std::vector<std::uint32_t> first_;  // of each cell in shapes_, and one past the end
    std::vector<std::uint32_t> shapes_;
  };
  PickId mark_at(const Scene& scene, const Camera& camera, Vec2 px) const;
  PickId link_at(const Scene& scene, const Camera& camera, Vec2 px) const;
  PickId area_at(const Scene& scene, Vec2 world) const;
  void add_marks(const Scene& scene);
  void add_links(const Scene& scene);

  Grid marks_;
  float greatest_radius_px_ = 0;           // of the marks in the grid
  std::vector<std::uint32_t> wide_marks_;  // too large for it: looked at every time
  std::vector<Rect> links_, areas_;        // box of each
};

// The marks whose middle lies within the closed line (even-odd), each thing once, in the scene's order. Linear.
std::vector<PickId> marks_inside(const Scene& scene, const Camera& camera, std::span<const Vec2> line_px);
// What a point in a scene is to a pick, in its parts: shared by pick_at() and PickIndex.
bool reaches(const Mark& mark, const Camera& camera, Vec2 px, float& away);
// The distance to a link's curve, if it is within reach and at most `nearest`. `scratch` saves an allocation a link.
std::optional<float> reached(const Link& link, const Camera& camera, Vec2 px, float nearest,
                             std::vector<Vec2>& scratch);
bool contains(const Polygon& polygon, Vec2 world);
constexpr float mark_reach_px = 3;
constexpr float link_reach_px = 4;

}  // namespace samverka
