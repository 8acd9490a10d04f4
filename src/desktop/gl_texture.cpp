// The picture is opaque and shown pixel for pixel, so it is copied into the window's framebuffer instead of being drawn
// as a textured rectangle: in software OpenGL a copy is as fast as memory, and a rectangle is shaded and blended pixel
// by pixel. Like the framebuffer it is stored bottom row first; otherwise it would have to be turned while it is
// copied.
#include "desktop/gl_texture.h"

#include <epoxy/gl.h>
#include <imgui.h>

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

void turn(const Pixels& pixels, std::vector<std::uint8_t>& upside_down) {
  upside_down.resize(pixels.rgba.size());
  const std::size_t row = static_cast<std::size_t>(pixels.width) * 4;
  const auto rows = static_cast<std::size_t>(pixels.height);
  for (std::size_t y = 0; y < rows; ++y) {
    std::memcpy(upside_down.data() + (rows - 1 - y) * row, pixels.rgba.data() + y * row, row);
  }
}

}  // namespace

GlTexture::~GlTexture() {
  if (framebuffer_) glDeleteFramebuffers(1, &framebuffer_);
  if (texture_) glDeleteTextures(1, &texture_);
}

void GlTexture::update(const Pixels& pixels) {
  if (!texture_) {
    texture_ = make_texture();
    glGenFramebuffers(1, &framebuffer_);
  }
  glBindTexture(GL_TEXTURE_2D, texture_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  turn(pixels, upside_down_);
  if (pixels.width == width_ && pixels.height == height_) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, upside_down_.data());
  } else {
    width_ = pixels.width;
    height_ = pixels.height;
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_, height_, 0, GL_RGBA, GL_UNSIGNED_BYTE, upside_down_.data());
  }
  ++revision_;
}

void GlTexture::draw(ImDrawList& list, Vec2 at) {
  at_ = at;
  if (texture_) list.AddCallback(copy, this);
}

void GlTexture::copy(const ImDrawList*, const ImDrawCmd* command) {
  const GlTexture& self = *static_cast<const GlTexture*>(command->UserCallbackData);
  const ImVec4 clip = command->ClipRect;
  if (!(clip.x < clip.z && clip.y < clip.w)) return;
  GLint viewport[4] = {};
  GLint target = 0;
  glGetIntegerv(GL_VIEWPORT, viewport);
  glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const float scale_x = static_cast<float>(viewport[2]) / std::max(size.x, 1.0F);
  const float scale_y = static_cast<float>(viewport[3]) / std::max(size.y, 1.0F);
  const auto px = [](float v) { return static_cast<GLint>(v); };
  glEnable(GL_SCISSOR_TEST);
  glScissor(px(clip.x * scale_x), viewport[3] - px(clip.w * scale_y), px((clip.z - clip.x) * scale_x),
            px((clip.w - clip.y) * scale_y));
  glBindFramebuffer(GL_READ_FRAMEBUFFER, self.framebuffer_);
  glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, self.texture_, 0);
  const GLint left = px(self.at_.x * scale_x);
  const GLint top = viewport[3] - px(self.at_.y * scale_y);
  const GLint width = px(static_cast<float>(self.width_) * scale_x);
  const GLint height = px(static_cast<float>(self.height_) * scale_y);
  glBlitFramebuffer(0, 0, self.width_, self.height_, left, top - height, left + width, top, GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(target));
}

}  // namespace samverka
