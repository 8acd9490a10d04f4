#pragma once
#include <cstdint>
#include <vector>

#include "desktop/gl_picture.h"

namespace samverka {

// The picture as pixels that the CPU has drawn. What is larger than OpenGL can hold is cut at the right and below.
class GlTexture : public GlPicture {
 public:
  GlTexture() = default;
  ~GlTexture() override;
  GlTexture(const GlTexture&) = delete;
  GlTexture& operator=(const GlTexture&) = delete;
  void update(const Pixels& pixels) override;
  bool is_by_card() const override { return false; }
  Held pixels_held() const { return {framebuffer_, width_, height_}; }

 protected:
  Held held() const override { return pixels_held(); }

 private:
  void attach();
  unsigned texture_ = 0;
  unsigned framebuffer_ = 0;
  int width_ = 0;
  int height_ = 0;
  std::vector<std::uint8_t> upside_down_;
};

}  // namespace samverka
