#pragma once

struct GLFWwindow;

namespace samverka {

// The window over a whole screen and back, where it was.
class Fullscreen {
 public:
  void set(GLFWwindow* window, bool is_full);  // cheap where it is so already

 private:
  bool is_full_ = false;
  int x_ = 0, y_ = 0, width_ = 0, height_ = 0;  // before
};

}  // namespace samverka
