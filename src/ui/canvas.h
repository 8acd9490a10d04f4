#pragma once
#include <memory>

#include "render/moving_raster.h"
#include "scene/pick_index.h"
#include "ui/drawing_pace.h"
#include "ui/label_painter.h"
#include "ui/minimap.h"
#include "ui/widgets.h"

struct ImDrawList;

namespace samverka {

// Where the canvas' pixels go: a texture in the window, nothing in a test.
class CanvasTexture {
 public:
  virtual ~CanvasTexture() = default;
  // Draws the shapes itself, as a graphics card does. False: it cannot, and wants them as pixels.
  virtual bool draw_scene(const Scene&, std::uint64_t /*scene_revision*/, const Camera&, float /*pixel_ratio*/) {
    return false;
  }
  // The newest picture replaces the one before. Where draw_scene() has drawn the shapes these pixels lie over them,
  // their colours times their alpha.
  virtual void update(const Pixels& pixels) = 0;
  // Draws the newest picture pixel for pixel, its upper left corner at `at`, within the list's clip rectangle.
  virtual void draw(ImDrawList& list, Vec2 at) = 0;
};

// The camera in the pixels of scale 1, which labels, marks and reaches are measured in.
Camera at_scale_1(const Camera& camera, float ui_scale);

// The picture: shapes from a cached raster, labels on top; drawn anew only when the scene, the camera or the size is
// another. Drag moves it (a mark of the network: that mark), the wheel zooms at the cursor, a click selects, with Ctrl
// more than one, Shift+drag or a tool selects by a rectangle or a lasso, a double click goes into what is under it.
class Canvas {
 public:
  Canvas(CanvasTexture& texture, std::unique_ptr<TextMeasure> measure);
  // Into `area` (pixels) of the current ImGui window.
  void draw(UiContext& ui, const Rect& area);
  const Rect& area() const { return area_; }
  bool cancel_drag();                  // what Shift+drag or the lasso is drawing; false if nothing
  void forget() { drawn_scene_ = 0; }  // the next frame draws the picture anew, whatever has changed
  // The picture is rough because the wheel was turning: a frame is wanted when it has stood still.
  bool wants_frames() const;

 private:
  // What a press has become. `spent`: nothing more until it is let go.
  enum class Drag { none, pan, rectangle, lasso, mark, minimap, spent };
  struct Hand {
    Drag drag = Drag::none;
    int button = 0;
    Vec2 pressed_px;
    PickId pressed_on;
    Vec2 pan_from_px, pan_centre;
    Vec2 grip_px;            // from the mouse to the middle of the mark that it moves
    std::vector<Vec2> line;  // rectangle or lasso, in the picture's pixels
  };

  void fit_camera(UiContext& ui, const Camera& whole, Vec2 viewport);
  // canvas_input.cpp
  void take_input(UiContext& ui);
  PickId pick(const UiContext& ui, Vec2 px);
  void press(UiContext& ui, Vec2 mouse);
  void double_click(UiContext& ui, PickId on, Vec2 mouse);
  Drag kind_of_drag(const UiContext& ui) const;
  void drag(UiContext& ui, Vec2 mouse);
  void begin_pan(const UiContext& ui, Vec2 mouse);
  void let_go(UiContext& ui, Vec2 mouse, bool is_hovered);
  void choose_cursor(const UiContext& ui, bool is_hovered, Vec2 mouse) const;
  bool is_over_minimap(Vec2 px) const;
  void turn_wheel(UiContext& ui, Vec2 mouse);
  void renew(UiContext& ui);
  void draw_shapes(const UiContext& ui, const Camera& camera);
  // canvas_overlay.cpp
  void draw_overlay(UiContext& ui) const;
  void draw_minimap_frame(UiContext& ui) const;
  void draw_drag_line(UiContext& ui) const;
  void draw_focus_ring(UiContext& ui) const;
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
  DrawingPace pace_;
  bool is_rough_ = false;  // frame_: drawn while the wheel turned
  LabelPainter labels_;
  Pixels frame_;  // shapes and labels
  PickIndex index_;
  std::uint64_t indexed_scene_ = 0;
  Minimap minimap_;
  Hand hand_;
  bool has_focus_ring_ = false;
};

}  // namespace samverka
