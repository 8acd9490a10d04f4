#pragma once
#include <memory>

#include "render/moving_raster.h"
#include "ui/label_painter.h"
#include "ui/widgets.h"

struct ImDrawList;

namespace samverka {

// Where the canvas' pixels go: a texture in the window, nothing in a test.
class CanvasTexture {
 public:
  virtual ~CanvasTexture() = default;
  virtual void update(const Pixels& pixels) = 0;  // the newest picture replaces the one before
  // Draws the newest picture pixel for pixel, its upper left corner at `at`, within the list's clip rectangle.
  virtual void draw(ImDrawList& list, Vec2 at) = 0;
};

// The camera in the pixels of scale 1, which labels, marks and reaches are measured in.
Camera at_scale_1(const Camera& camera, float ui_scale);

// The picture: shapes from a cached raster, labels on top; pan by drag, zoom at the cursor, hover card, click selects,
// double click zooms in. Drawn anew only when the scene, the camera or the size is another.
class Canvas {
 public:
  Canvas(CanvasTexture& texture, std::unique_ptr<TextMeasure> measure);
  // Into `area` (pixels) of the current ImGui window.
  void draw(UiContext& ui, const Rect& area);
  const Rect& area() const { return area_; }
  void forget() { drawn_scene_ = 0; }  // the next frame draws the picture anew, whatever has changed

 private:
  void take_input(UiContext& ui);
  void renew(UiContext& ui);
  void round_corners(UiContext& ui) const;
  void draw_scale_bar(UiContext& ui) const;
  void draw_illustrative_mark(UiContext& ui) const;
  void draw_hover_card(UiContext& ui) const;
  void draw_nothing_shown(UiContext& ui) const;
  void draw_centred(UiContext& ui, const std::string& words) const;
  void draw_waiting(UiContext& ui) const;

  CanvasTexture& texture_;
  std::unique_ptr<TextMeasure> measure_;
  Rect area_;
  std::uint64_t drawn_scene_ = 0;
  Camera drawn_camera_;
  bool has_picture_ = false;
  MovingRaster raster_;
  LabelPainter labels_;
  Pixels frame_;  // shapes and labels
  bool is_dragging_ = false;
};

}  // namespace samverka
