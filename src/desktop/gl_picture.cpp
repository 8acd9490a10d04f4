// The picture is opaque and shown pixel for pixel, so it is copied into the window's framebuffer instead of being drawn
// as a textured rectangle: in software OpenGL a copy is as fast as memory, and a rectangle is shaded and blended pixel
// by pixel. Like the framebuffer it is stored bottom row first; otherwise it would have to be turned while it is
// copied.
#include "desktop/gl_picture.h"

#include <epoxy/gl.h>
#include <imgui.h>

#include <algorithm>
#include <array>

#include "base/posix.h"
#include "desktop/gl_scene.h"
#include "desktop/gl_texture.h"

namespace samverka {
namespace {

// Falls back on the CPU's pixels when the card has no room for a picture of that size.
class PictureByCard : public GlPicture {
 public:
  bool set_up() { return scene_.set_up(); }
  bool draw_scene(const Scene& scene, std::uint64_t revision, const Camera& camera, float pixel_ratio) override {
    has_room_ = scene_.draw(scene, revision, camera, pixel_ratio);
    return has_room_;
  }
  void update(const Pixels& pixels) override {
    if (has_room_) {
      scene_.lay_over(pixels);
    } else {
      fallback_.update(pixels);
    }
    note_change();
  }
  bool is_by_card() const override { return has_room_; }

 protected:
  Held held() const override {
    if (!has_room_) return fallback_.pixels_held();
    return {scene_.framebuffer(), scene_.width(), scene_.height()};
  }

 private:
  GlScene scene_;
  GlTexture fallback_;
  bool has_room_ = true;
};

}  // namespace

bool is_software_renderer(std::string_view renderer) {
  constexpr std::array<std::string_view, 6> words = {"llvmpipe", "softpipe",   "swrast", "Software Rasterizer",
                                                     "SWR",      "SwiftShader"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return renderer.find(word) != std::string_view::npos; });
}

bool wants_card(std::string_view wish, std::string_view renderer) {
  if (wish == "gpu" || wish == "cpu") return wish == "gpu";
  return !is_software_renderer(renderer);
}

std::unique_ptr<GlPicture> make_picture_by_card() {
  auto picture = std::make_unique<PictureByCard>();
  if (!picture->set_up()) return nullptr;
  return picture;
}

std::unique_ptr<GlPicture> make_picture() {
  const auto* name = glGetString(GL_RENDERER);
  const std::string_view renderer = name ? reinterpret_cast<const char*>(name) : "";
  const std::string wish = environment("SAMVERKA_RENDERER").value_or("");
  std::unique_ptr<GlPicture> picture = wants_card(wish, renderer) ? make_picture_by_card() : nullptr;
  return picture ? std::move(picture) : std::make_unique<GlTexture>();
}

void GlPicture::draw(ImDrawList& list, Vec2 at) {
  at_ = at;
  if (held().framebuffer) list.AddCallback(copy, this);
}

void GlPicture::copy(const ImDrawList*, const ImDrawCmd* command) {
  const GlPicture& self = *static_cast<const GlPicture*>(command->UserCallbackData);
  const Held held = self.held();
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
  glBindFramebuffer(GL_READ_FRAMEBUFFER, held.framebuffer);
  const GLint left = px(self.at_.x * scale_x);
  const GLint top = viewport[3] - px(self.at_.y * scale_y);
  const GLint width = px(static_cast<float>(held.width) * scale_x);
  const GLint height = px(static_cast<float>(held.height) * scale_y);
  glBlitFramebuffer(0, 0, held.width, held.height, left, top - height, left + width, top, GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(target));
}

}  // namespace samverka
