#include "desktop/gl_texture.h"

#include <epoxy/gl.h>

#include <cstdint>

namespace samverka {
namespace {

unsigned make_texture() {
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  for (const GLenum side : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
    glTexParameteri(GL_TEXTURE_2D, side, GL_NEAREST);
  for (const GLenum side : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
    glTexParameteri(GL_TEXTURE_2D, side, GL_CLAMP_TO_EDGE);
  return texture;
}

}  // namespace

GlTexture::~GlTexture() {
  if (texture_) glDeleteTextures(1, &texture_);
}

void* GlTexture::update(const Pixels& pixels) {
  if (!texture_) texture_ = make_texture();
  glBindTexture(GL_TEXTURE_2D, texture_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (pixels.width == width_ && pixels.height == height_) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
  } else {
    width_ = pixels.width;
    height_ = pixels.height;
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_, height_, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
  }
  return reinterpret_cast<void*>(static_cast<std::uintptr_t>(texture_));
}

}  // namespace samverka
