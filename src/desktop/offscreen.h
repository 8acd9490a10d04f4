#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"
#include "render/picture.h"

namespace samverka {

// An OpenGL context and a framebuffer without a display (EGL surfaceless): screenshots on a server, in tests, in
// documents. The context is current from make() until the object is gone.
class Offscreen {
 public:
  // E_GL (exit 2) when there is no EGL or no OpenGL 3.2.
  static Result<std::unique_ptr<Offscreen>> make(Vec2 size_px);
  ~Offscreen();
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;

  void begin_frame(Rgba clear) const;  // binds the framebuffer and clears it
  void bind() const;
  Pixels read() const;  // what was drawn, top row first
  // Finishes what was drawn and copies it as it lies, bottom row first: no more work than showing it would be.
  void read_into(std::vector<std::uint8_t>& bytes) const;
  std::string renderer() const;  // what OpenGL calls itself

 private:
  Offscreen() = default;
  struct Handles;
  std::unique_ptr<Handles> handles_;
  int width_ = 0;
  int height_ = 0;
};

}  // namespace samverka
