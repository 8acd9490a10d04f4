#pragma once
#include "ui/canvas.h"

namespace samverka {

// The canvas' picture as an OpenGL texture. Needs a current context from the first update to the end of its life.
class GlTexture : public CanvasTexture {
 public:
  GlTexture() = default;
  ~GlTexture() override;
  GlTexture(const GlTexture&) = delete;
  GlTexture& operator=(const GlTexture&) = delete;
  void* update(const Pixels& pixels) override;

 private:
  unsigned texture_ = 0;
  int width_ = 0;
  int height_ = 0;
};

}  // namespace samverka
