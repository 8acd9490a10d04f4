#pragma once
#include <memory>

#include "render/picture.h"
#include "ui/widgets.h"

namespace samverka {

// Where the canvas' pixels go: a texture in the window, nothing in a test.
class CanvasTexture {
 public:
  virtual ~CanvasTexture() = default;
  // Takes the picture and gives what ImGui draws it by; the newest picture replaces the one before.
  virtual void* update(const Pixels& pixels) = 0;
};

// The picture: shapes from a cached raster, labels on top; pan by drag, zoom at the cursor, hover card, click selects,
// double click zooms in. Drawn anew only when the scene, the camera or the size is another.
class Canvas {
 public:
  Canvas(CanvasTexture& texture, std::unique_ptr<TextMeasure> measure);
  // Into `area` (pixels) of the current ImGui window.
  void draw(UiContext& ui, const Rect& area);
  const Rect& area() const { return area_; }

 private:
  void take_input(UiContext& ui);
  void renew(UiContext& ui);
  void draw_labels(UiContext& ui) const;
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
  void* picture_ = nullptr;
  std::vector<PlacedLabel> labels_;
  bool is_dragging_ = false;
};

}  // namespace samverka
