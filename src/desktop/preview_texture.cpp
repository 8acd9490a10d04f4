#include "desktop/preview_texture.h"

#include <epoxy/gl.h>

#include <cstdint>

namespace samverka {

GlPreview::~GlPreview() { glDeleteTextures(static_cast<GLsizei>(textures_.size()), textures_.data()); }

void* GlPreview::show(const Pixels& pixels) {
  shown_ = 1 - shown_;
  unsigned& texture = textures_[shown_];
  if (!texture) glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  for (const GLenum side : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
    glTexParameteri(GL_TEXTURE_2D, side, GL_LINEAR);
  }
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, pixels.width, pixels.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               pixels.rgba.data());
  return reinterpret_cast<void*>(static_cast<std::uintptr_t>(texture));  // NOLINT: ImGui's name for a texture
}

}  // namespace samverka
