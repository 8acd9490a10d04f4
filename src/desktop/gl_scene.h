#pragma once
// The picture drawn by a graphics card: every link, mark and border in one instanced call a kind, in the scene's order.
// The shapes are sent once a scene; a new camera costs a few numbers. What the CPU raster draws is the measure (a test
// compares the two); where OpenGL is software that raster is far faster, see docs/architecture.md.
#include <array>
#include <cstdint>
#include <vector>

#include "desktop/gl_program.h"
#include "render/picture.h"

namespace samverka {

// Needs OpenGL 3.3, and a current context for as long as it lives.
class GlScene {
 public:
  GlScene() = default;
  ~GlScene();
  GlScene(const GlScene&) = delete;
  GlScene& operator=(const GlScene&) = delete;

  // Compiles its programs. False where OpenGL cannot: then the CPU draws.
  bool set_up();
  // As rasterize() draws it, into a framebuffer of its own. `scene_revision` tells scenes apart. A picture larger than
  // OpenGL can hold is cut at the right and below. False if there is no room for it on the card.
  bool draw(const Scene& scene, std::uint64_t scene_revision, const Camera& camera, float pixel_ratio);
  // Lays pixels over the picture, their colours already times their alpha: names, and what else the CPU has drawn.
  void lay_over(const Pixels& premultiplied);

  unsigned framebuffer() const { return flat_; }  // bottom row first
  int width() const { return width_; }
  int height() const { return height_; }

 private:
  struct Area {
    std::size_t first_ring = 0, rings = 0;  // in ring_starts_ and ring_counts_
    int cover = 0;                          // first of the four corners of its box in points
    Rect box;                               // world
    Rgba fill, hatch;
  };
  struct Batch {  // borders in one colour, one after the other
    int first = 0, count = 0;
    Rgba colour;
  };
  void take_areas(const Scene& scene);
  void take_borders(const Scene& scene);
  void take_links(const Scene& scene);
  void take_marks(const Scene& scene);
  bool fit(int width, int height);
  void draw_areas(const Camera& camera, float ratio) const;
  void draw_borders(const Camera& camera, float ratio) const;
  void draw_links(const Camera& camera, float ratio) const;
  void draw_marks(const Camera& camera, float ratio) const;
  void set_camera(const GlProgram& program, const Camera& camera, float ratio) const;

  GlProgram area_program_, border_program_, link_program_, mark_program_, overlay_program_;
  GlRows points_, borders_, links_, marks_, overlay_rows_;
  std::vector<int> ring_starts_, ring_counts_;
  std::vector<Area> areas_;
  std::vector<Batch> batches_;
  int link_count_ = 0, mark_count_ = 0;
  float greatest_sagitta_ = 0;  // of the links, world
  std::uint64_t taken_scene_ = 0;
  bool has_scene_ = false;
  unsigned soft_ = 0, soft_colour_ = 0, soft_stencil_ = 0;  // several samples a pixel: areas and borders
  unsigned flat_ = 0, flat_colour_ = 0;                     // the picture
  unsigned overlay_ = 0;
  int overlay_width_ = 0, overlay_height_ = 0;
  int width_ = 0, height_ = 0;
};

}  // namespace samverka
