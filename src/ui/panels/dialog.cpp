#include "ui/panels/dialog.h"

#include <imgui.h>

#include <algorithm>

#include "app/problem_words.h"
#include "app/session.h"
#include "base/utf8.h"

namespace samverka {

bool begin_dialog_window(UiContext& ui, const char* id, std::string_view title_words, DialogSize size) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  if (!ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
  ImGui::SetNextWindowPos({display.x * 0.5F, display.y * (size.height > 0 ? 0.5F : 0.4F)}, ImGuiCond_Always,
                          {0.5F, 0.5F});
  ImGui::SetNextWindowSize({std::max(1.0F, std::min(ui.px(size.width), display.x - ui.px(20))),
                            std::max(0.0F, std::min(ui.px(size.height), display.y - ui.px(20)))});
  const bool is_open = ImGui::BeginPopupModal(
      id, nullptr, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove);
  if (is_open) title(ui, title_words);
  return is_open;
}

void close_dialog(UiContext& ui) {
  ui.session.view.dialog = ViewState::Dialog::none;
  ImGui::CloseCurrentPopup();
}

void begin_dialog_buttons(UiContext& ui) { ImGui::Dummy({0, ui.px(6)}); }

void draw_problem_lines(UiContext& ui, const std::vector<Problem>& problems) {
  for (const Problem& problem : problems) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
    const Message message = with_labels(problem.message, ui.session.taxonomy(), ui.session.view.language);
    const std::string words = displayable(problem.code + ": " + ui.session.texts().tr(message));
    ImGui::TextWrapped("%s", words.c_str());
    record(ui, words, "text");
    ImGui::PopStyleColor();
  }
}

}  // namespace samverka
