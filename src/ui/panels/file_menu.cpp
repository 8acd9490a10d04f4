// What hangs under the network's name: everything that is done with files.
#include <imgui.h>

#include "base/posix.h"
#include "base/utf8.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

void item(UiContext& ui, std::string_view action_id) {
  const Action& action = *find_action(action_id);
  const std::string words = ui.tr(action.text);
  const bool is_enabled = action.is_enabled(ui.session);
  if (ImGui::MenuItem((words + "###" + std::string(action_id)).c_str(), chord_text(action.chord).c_str(), false,
                      is_enabled)) {
    action.run(ui.session);
  }
  record(ui, words, "menu");
}

void draw_recent(UiContext& ui) {
  const std::vector<std::string>& recent = ui.session.view.recent_files;
  if (recent.empty()) return;
  ImGui::Separator();
  muted(ui, ui.tr("browse.recent"));
  std::string wanted;
  for (const std::string& file : recent) {
    ImGui::PushID(file.c_str());
    const std::string name = displayable(shortened(name_of(file), 48));
    if (ImGui::MenuItem((name + "###file").c_str())) wanted = file;
    record(ui, name, "menu");
    tooltip(ui, displayable(file));
    ImGui::PopID();
  }
  if (!wanted.empty()) ask_to_open(ui.session, wanted);
}

}  // namespace

void draw_file_menu(UiContext& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(12), ui.px(10)});
  if (ImGui::BeginPopup("###file_menu")) {
    for (const char* id : {"file.open", "file.reload"}) item(ui, id);
    ImGui::Separator();
    for (const char* id : {"file.save", "file.save_as", "file.previous", "file.export", "file.export_data"})
      item(ui, id);
    ImGui::Separator();
    for (const char* id : {"file.snapshots", "file.views", "file.merge"}) item(ui, id);
    draw_recent(ui);
    ImGui::Separator();
    for (const char* id : {"file.settings", "file.close", "file.quit"}) item(ui, id);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

}  // namespace samverka
