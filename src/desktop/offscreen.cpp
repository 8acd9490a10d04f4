// The one file that calls EGL.
#include "desktop/offscreen.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <array>

namespace samverka {
namespace {

Problem no_opengl(const char* step) { return error("E_GL", {"problem.no_opengl", {{"step", step}}}, Exit::usage); }

EGLDisplay surfaceless_display() {
  if (!epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
    return eglGetDisplay(EGL_DEFAULT_DISPLAY);
  }
  return eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
}

EGLContext core_context(EGLDisplay display) {
  constexpr std::array<EGLint, 5> wanted = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (!eglChooseConfig(display, wanted.data(), &config, 1, &count) || count == 0) config = nullptr;
  constexpr std::array<EGLint, 7> version = {
      EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 2, EGL_CONTEXT_OPENGL_PROFILE_MASK,
      EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
  return eglCreateContext(display, config, EGL_NO_CONTEXT, version.data());
}

}  // namespace

struct Offscreen::Handles {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;
  GLuint framebuffer = 0;
  GLuint colour = 0;

  ~Handles() {
    if (framebuffer) glDeleteFramebuffers(1, &framebuffer);
    if (colour) glDeleteRenderbuffers(1, &colour);
    if (display == EGL_NO_DISPLAY) return;
    eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
    eglTerminate(display);
  }
  bool make_framebuffer(int width, int height) {
    glGenFramebuffers(1, &framebuffer);
    glGenRenderbuffers(1, &colour);
    glBindRenderbuffer(GL_RENDERBUFFER, colour);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour);
    return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  }
};

Result<std::unique_ptr<Offscreen>> Offscreen::make(Vec2 size_px) {
  auto handles = std::make_unique<Handles>();
  handles->display = surfaceless_display();
  if (handles->display == EGL_NO_DISPLAY) return no_opengl("eglGetDisplay");
  if (!eglInitialize(handles->display, nullptr, nullptr)) {
    handles->display = EGL_NO_DISPLAY;
    return no_opengl("eglInitialize");
  }
  if (!eglBindAPI(EGL_OPENGL_API)) return no_opengl("eglBindAPI");
  handles->context = core_context(handles->display);
  if (handles->context == EGL_NO_CONTEXT) return no_opengl("eglCreateContext");
  if (!eglMakeCurrent(handles->display, EGL_NO_SURFACE, EGL_NO_SURFACE, handles->context))
    return no_opengl("eglMakeCurrent");
  std::unique_ptr<Offscreen> made(new Offscreen);  // NOLINT: the constructor is private
  made->width_ = std::max(1, static_cast<int>(size_px.x));
  made->height_ = std::max(1, static_cast<int>(size_px.y));
  if (!handles->make_framebuffer(made->width_, made->height_)) return no_opengl("glCheckFramebufferStatus");
  made->handles_ = std::move(handles);
  return made;
}

Offscreen::~Offscreen() = default;

void Offscreen::begin_frame(Rgba clear) const {
  constexpr float full = 255.0F;
  glBindFramebuffer(GL_FRAMEBUFFER, handles_->framebuffer);
  glViewport(0, 0, width_, height_);
  glClearColor(static_cast<float>(clear.r) / full, static_cast<float>(clear.g) / full,
               static_cast<float>(clear.b) / full, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

void Offscreen::bind() const { glBindFramebuffer(GL_FRAMEBUFFER, handles_->framebuffer); }

void Offscreen::read_into(std::vector<std::uint8_t>& bytes) const {
  bytes.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 4);
  glFinish();
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, bytes.data());
}

std::string Offscreen::renderer() const {
  const auto* name = glGetString(GL_RENDERER);
  return name ? reinterpret_cast<const char*>(name) : "";
}

Pixels Offscreen::read() const {
  Pixels upside_down{width_, height_, {}};
  read_into(upside_down.rgba);
  Pixels pixels = upside_down;
  const std::size_t row = static_cast<std::size_t>(width_) * 4;
  for (std::size_t y = 0; y < static_cast<std::size_t>(height_); ++y) {
    const auto from =
        upside_down.rgba.begin() + static_cast<std::ptrdiff_t>((static_cast<std::size_t>(height_) - 1 - y) * row);
    std::copy(from, from + static_cast<std::ptrdiff_t>(row),
              pixels.rgba.begin() + static_cast<std::ptrdiff_t>(y * row));
  }
  for (std::size_t i = 3; i < pixels.rgba.size(); i += 4) pixels.rgba[i] = 255;
  return pixels;
}

}  // namespace samverka
