// Saved views: ways to look at the network, by name.
#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/saved_views.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/ui.h"

namespace samverka {
namespace {

// Done after the list is drawn, since it changes the list.
struct ViewWish {
  enum class Kind { none, show, renew, rename, remove } kind = Kind::none;
  std::size_t place = 0;
};

void draw_view_row(UiContext& ui, std::size_t place, ViewWish& wish) {
  VersionsState& state = ui.state.versions;
  const SavedView& view = ui.session.document().views[place];
  ImGui::PushID(static_cast<int>(place));
  if (state.renamed_view == place) {
    ImGui::SetNextItemWidth(-ui.px(190));
    const bool entered = ImGui::InputText("###title", &state.renamed_title, ImGuiInputTextFlags_EnterReturnsTrue);
    record(ui, ui.tr("version_view.name"), "input");
    ImGui::SameLine();
    ImGui::BeginDisabled(state.renamed_title.empty());
    if (button(ui, "keep", ui.tr("version_view.keep_name"), Look::accent) || entered) {
      wish = {ViewWish::Kind::rename, place};
    }
    ImGui::EndDisabled();
  } else {
    if (link(ui, "show", shown_text(ui, view.title), shown_text(ui, saved_view_words(ui.session, view)))) {
      wish = {ViewWish::Kind::show, place};
    }
    if (button(ui, "renew", ui.tr("version_view.renew"), Look::quiet)) wish = {ViewWish::Kind::renew, place};
    tooltip(ui, ui.tr("version_view.renew_help"));
    ImGui::SameLine(0, ui.px(2));
    if (button(ui, "rename", ui.tr("version_view.rename"), Look::quiet)) {
      state.renamed_view = place;
      state.renamed_title = view.title;
    }
    ImGui::SameLine(0, ui.px(2));
    if (button(ui, "remove", ui.tr("version_view.remove"), Look::quiet)) wish = {ViewWish::Kind::remove, place};
  }
  ImGui::Dummy({0, ui.px(4)});
  ImGui::PopID();
}

// True when the dialog is done.
bool grant(UiContext& ui, const ViewWish& wish) {
  VersionsState& state = ui.state.versions;
  switch (wish.kind) {
    case ViewWish::Kind::none:
      return false;
    case ViewWish::Kind::show:
      show_view(ui.session, wish.place);
      return true;
    case ViewWish::Kind::renew:
      save_view(ui.session, ui.session.document().views[wish.place].title);
      return false;
    case ViewWish::Kind::rename:
      rename_view(ui.session, wish.place, state.renamed_title);
      state.renamed_view.reset();
      return false;
    case ViewWish::Kind::remove:
      remove_view(ui.session, wish.place);
      state.renamed_view.reset();
      return false;
  }
  return false;
}

void draw_new_view(UiContext& ui) {
  VersionsState& state = ui.state.versions;
  heading(ui, ui.tr("version_view.new"));
  if (ui.state.dialog_wants_focus) ImGui::SetKeyboardFocusHere();
  ui.state.dialog_wants_focus = false;
  ImGui::SetNextItemWidth(-ui.px(190));
  const std::string hint = ui.tr("version_view.name_hint");
  const bool entered =
      ImGui::InputTextWithHint("###new", hint.c_str(), &state.view_title, ImGuiInputTextFlags_EnterReturnsTrue);
  record(ui, hint, "input");
  ImGui::SameLine();
  const bool replaces = find_view(ui.session, state.view_title).has_value();
  ImGui::BeginDisabled(state.view_title.empty());
  const bool wanted =
      button(ui, "save", ui.tr(replaces ? "version_view.replace" : "version_view.save"), Look::accent) || entered;
  ImGui::EndDisabled();
  if (!wanted || state.view_title.empty()) return;
  save_view(ui.session, state.view_title);
  state.view_title.clear();
}

}  // namespace

void draw_saved_views(UiContext& ui) {
  if (!begin_dialog_window(ui, "###views", ui.tr("version_view.title"), {600, 520})) return;
  muted(ui, ui.tr("version_view.about"));
  draw_new_view(ui);
  ImGui::Dummy({0, ui.px(6)});
  ViewWish wish;
  const float room = ImGui::GetContentRegionAvail().y - ui.px(56);
  if (ImGui::BeginChild("list", {0, std::max(room, ui.px(60))}, false)) {
    const std::size_t count = ui.session.document().views.size();
    if (count == 0) muted(ui, ui.tr("version_view.none"));
    for (std::size_t i = 0; i < count; ++i) draw_view_row(ui, i, wish);
  }
  ImGui::EndChild();
  begin_dialog_buttons(ui);
  const bool is_done = grant(ui, wish) || button(ui, "close", ui.tr("ui.close"));
  if (is_done) {
    ui.state.versions.renamed_view.reset();
    close_dialog(ui);
  }
  ImGui::EndPopup();
}

}  // namespace samverka
