#include "desktop/fullscreen.h"

#include <epoxy/gl.h>
// epoxy first: it must come before whatever brings OpenGL's own header.
#include <GLFW/glfw3.h>

namespace samverka {
namespace {

// The screen that the window's middle is on.
GLFWmonitor* monitor_at(int x, int y) {
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  for (int i = 0; i < count; ++i) {
    int left = 0;
    int top = 0;
    glfwGetMonitorPos(monitors[i], &left, &top);
    const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
    if (mode && x >= left && x < left + mode->width && y >= top && y < top + mode->height) return monitors[i];
  }
  return glfwGetPrimaryMonitor();
}

}  // namespace

void Fullscreen::set(GLFWwindow* window, bool is_full) {
  if (is_full == is_full_) return;
  is_full_ = is_full;
  if (!is_full) return glfwSetWindowMonitor(window, nullptr, x_, y_, width_, height_, GLFW_DONT_CARE);
  glfwGetWindowPos(window, &x_, &y_);
  glfwGetWindowSize(window, &width_, &height_);
  GLFWmonitor* monitor = monitor_at(x_ + width_ / 2, y_ + height_ / 2);
  const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
  if (mode) glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

}  // namespace samverka
