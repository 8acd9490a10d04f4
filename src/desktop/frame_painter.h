#pragma once
// The window's picture, kept from frame to frame, so that a frame costs what is new in it: ImGui says every frame all
// there is to draw, and this finds where that differs from the frame before and draws only there. Panels that stand
// still cost nothing, and a frame in which nothing changed need not be shown at all.
#include <cstdint>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "scene/scene.h"

struct ImDrawData;
struct ImDrawList;
struct ImDrawCmd;

namespace samverka {

// A few triangles of one draw command: what they are, and the pixels that they may touch.
struct DrawnPiece {
  std::uint64_t content = 0;
  Rect box;
};
// What one ImGui window draws.
struct DrawnList {
  std::string window;
  std::vector<DrawnPiece> pieces;
};
// `texture_revision` is part of every command that a callback draws: a new picture is a change though no vertex moved.
std::vector<DrawnList> drawn_lists(const ImDrawData& data, std::uint64_t texture_revision);
// The pixels where the two may differ, as a few rectangles of whole pixels within `size`.
std::vector<Rect> changed_parts(const std::vector<DrawnList>& before, const std::vector<DrawnList>& now, Vec2 size);

// Needs a current OpenGL context for as long as it lives.
class FramePainter {
 public:
  FramePainter() = default;
  ~FramePainter();
  FramePainter(const FramePainter&) = delete;
  FramePainter& operator=(const FramePainter&) = delete;

  // Brings the kept picture up to date. False if it was so already.
  bool paint(ImDrawData& data, Rgba background, std::uint64_t texture_revision);
  // Copies the whole picture to the framebuffer that is bound for drawing.
  void show() const;
  void forget() { before_.clear(); }  // the next frame is drawn whole (a font or another texture was made anew)

 private:
  void fit(int width, int height);
  void paint_part(ImDrawData& data, const Rect& part, Rgba background);
  void clear(const Rect& part, Vec2 scale, Rgba background) const;

  std::vector<DrawnList> before_;
  unsigned framebuffer_ = 0;
  unsigned colour_ = 0;
  int width_ = 0;
  int height_ = 0;
};

}  // namespace samverka
