#pragma once

namespace samverka {

// ImGui's context with its OpenGL back end, for as long as it lives. A GL context must be current.
class ImguiHost {
 public:
  ImguiHost();
  ~ImguiHost();
  ImguiHost(const ImguiHost&) = delete;
  ImguiHost& operator=(const ImguiHost&) = delete;
};

}  // namespace samverka
