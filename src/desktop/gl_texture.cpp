#include "desktop/gl_texture.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cstring>

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

// The upper left `width` × `height` pixels, bottom row first.
void turn(const Pixels& pixels, int width, int height, std::vector<std::uint8_t>& upside_down) {
  const std::size_t from_row = static_cast<std::size_t>(pixels.width) * 4;
  const std::size_t row = static_cast<std::size_t>(width) * 4;
  const auto rows = static_cast<std::size_t>(height);
  upside_down.resize(row * rows);
  for (std::size_t y = 0; y < rows; ++y) {
    std::memcpy(upside_down.data() + (rows - 1 - y) * row, pixels.rgba.data() + y * from_row, row);
  }
}

}  // namespace

GlTexture::~GlTexture() {
  if (framebuffer_) glDeleteFramebuffers(1, &framebuffer_);
  if (texture_) glDeleteTextures(1, &texture_);
}

void GlTexture::update(const Pixels& pixels) {
  GLint limit = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &limit);
  const int width = std::min(pixels.width, limit);
  const int height = std::min(pixels.height, limit);
  turn(pixels, width, height, upside_down_);
  if (!texture_) texture_ = make_texture();
  glBindTexture(GL_TEXTURE_2D, texture_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (width == width_ && height == height_) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down_.data());
  } else {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, upside_down_.data());
  }
  width_ = width;
  height_ = height;
  if (!framebuffer_) attach();
  note_change();
}

void GlTexture::attach() {
  GLint before = 0;
  glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &before);
  glGenFramebuffers(1, &framebuffer_);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
  glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(before));
}

}  // namespace samverka
