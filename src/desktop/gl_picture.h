#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ui/canvas.h"

struct ImDrawCmd;

namespace samverka {

// The canvas' picture in OpenGL, however it comes there. Needs a current context from the first picture to the end of
// its life.
class GlPicture : public CanvasTexture {
 public:
  void draw(ImDrawList& list, Vec2 at) final;
  std::uint64_t revision() const { return revision_; }  // grows with every new picture
  virtual bool is_by_card() const = 0;                  // whether a graphics card draws the shapes

 protected:
  // What holds the picture, bottom row first, and its size; framebuffer 0 while there is none.
  struct Held {
    unsigned framebuffer = 0;
    int width = 0, height = 0;
  };
  virtual Held held() const = 0;
  void note_change() { ++revision_; }

 private:
  static void copy(const ImDrawList* list, const ImDrawCmd* command);
  Vec2 at_;
  std::uint64_t revision_ = 0;
};

// Whether OpenGL of that name runs on the CPU: there a raster made for the CPU is many times faster.
bool is_software_renderer(std::string_view renderer);
// SAMVERKA_RENDERER in the environment decides if it is "gpu" or "cpu", else what OpenGL calls itself.
bool wants_card(std::string_view wish, std::string_view renderer);
// The one for this machine. Without OpenGL 3.3 it is the CPU's whatever was wished.
std::unique_ptr<GlPicture> make_picture();
std::unique_ptr<GlPicture> make_picture_by_card();  // null without OpenGL 3.3

}  // namespace samverka
