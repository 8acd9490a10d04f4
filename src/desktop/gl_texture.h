#pragma once
#include <cstdint>

#include "ui/canvas.h"

struct ImDrawCmd;

namespace samverka {

// The canvas' picture as an OpenGL texture. Needs a current context from the first update to the end of its life.
class GlTexture : public CanvasTexture {
 public:
  GlTexture() = default;
  ~GlTexture() override;
  GlTexture(const GlTexture&) = delete;
  GlTexture& operator=(const GlTexture&) = delete;
  void update(const Pixels& pixels) override;
  void draw(ImDrawList& list, Vec2 at) override;
  std::uint64_t revision() const { return revision_; }  // grows with every update

 private:
  static void copy(const ImDrawList* list, const ImDrawCmd* command);
  unsigned texture_ = 0;
  unsigned framebuffer_ = 0;
  int width_ = 0;
  int height_ = 0;
  Vec2 at_;
  std::uint64_t revision_ = 0;
  std::vector<std::uint8_t> upside_down_;
};

}  // namespace samverka
