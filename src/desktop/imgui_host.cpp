#include "desktop/imgui_host.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace samverka {

ImguiHost::ImguiHost() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGui_ImplOpenGL3_Init("#version 150");
}

ImguiHost::~ImguiHost() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

}  // namespace samverka
