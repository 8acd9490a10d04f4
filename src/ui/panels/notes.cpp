// Notes of the planner's own: under what is selected, and all of them in the drawer.
#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/planner_notes.h"
#include "base/posix.h"
#include "ui/panels.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/note_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

// Words over several lines; false where they are not kept yet. Ctrl+Enter keeps them, as a click on the button.
bool write_words(UiContext& ui, const char* id, std::string& words) {
  const float height = ImGui::GetTextLineHeight() * 3 + ui.px(10);
  const bool entered = ImGui::InputTextMultiline(
      id, &words, {-1, height}, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CtrlEnterForNewLine);
  record(ui, ui.tr("deep_notes.text"), "input");
  return entered;
}

bool is_blank(const std::string& words) { return words.find_first_not_of(" \n\t") == std::string::npos; }

void change_words(UiContext& ui, NotesState& state, std::size_t place) {
  const bool entered = write_words(ui, "###change", state.text);
  ImGui::BeginDisabled(is_blank(state.text));
  const bool is_kept = button(ui, "keep", ui.tr("deep_notes.keep"), Look::accent) || entered;
  ImGui::EndDisabled();
  ImGui::SameLine();
  const bool is_left = button(ui, "leave", ui.tr("ui.cancel"));
  if (is_kept && !is_blank(state.text)) change_note(ui.session, place, state.text, today());
  if (is_kept || is_left) state.edited = -1;
}

void draw_note(UiContext& ui, NotesState& state, std::size_t place) {
  const PlannerNote note = ui.session.document().notes[place];
  ImGui::PushID(static_cast<int>(place));
  if (state.edited == static_cast<int>(place)) {
    change_words(ui, state, place);
  } else {
    text(ui, shown_text(ui, note.text));
    if (note.date.is_set()) {
      muted(ui, ui.session.texts().date(note.date));
      ImGui::SameLine(0, ui.px(8));
    }
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
    if (button(ui, "change", ui.tr("deep_notes.change"), Look::quiet)) {
      state.edited = static_cast<int>(place);
      state.text = note.text;
    }
    ImGui::SameLine(0, ui.px(4));
    const bool is_removed = button(ui, "remove", ui.tr("deep_notes.remove"), Look::quiet);
    ImGui::PopStyleVar();
    if (is_removed) {
      state.edited = -1;
      remove_note(ui.session, place);
    }
  }
  ImGui::PopID();
}

void write_new(UiContext& ui, NotesState& state, const Key& about) {
  if (state.about != about) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
    const bool is_begun = button(ui, "new", ui.tr("deep_notes.new"), Look::quiet);
    ImGui::PopStyleVar();
    if (is_begun) {
      state.about = about;
      state.draft.clear();
    }
    return;
  }
  const bool entered = write_words(ui, "###draft", state.draft);
  ImGui::BeginDisabled(is_blank(state.draft));
  const bool is_kept = button(ui, "keep_new", ui.tr("deep_notes.keep"), Look::accent) || entered;
  ImGui::EndDisabled();
  ImGui::SameLine();
  const bool is_left = button(ui, "leave_new", ui.tr("ui.cancel"));
  if (is_kept && !is_blank(state.draft)) add_note(ui.session, about, state.draft, today());
  if (is_kept || is_left) state.about.clear();
}

void draw_listed(UiContext& ui, std::size_t place) {
  const Session& session = ui.session;
  const PlannerNote& note = session.document().notes[place];
  const bool is_known = session.index().actor(note.about).is_set() || session.index().agreement(note.about).is_set();
  std::string line = note.date.is_set() ? session.texts().date(note.date) + " · " + note.text : note.text;
  ImGui::PushID(static_cast<int>(place));
  if (!is_known) line = ui.tr("deep_notes.unknown") + " · " + line;
  if (link(ui, "about", shown_text(ui, about_in_words(session, note.about)), shown_text(ui, line)) && is_known) {
    ui.session.select(Key(note.about));
    ui.session.view.panels.has_inspector = true;
  }
  ImGui::SameLine(0, ui.px(8));
  const bool is_removed = button(ui, "remove", ui.tr("deep_notes.remove"), Look::quiet);
  ImGui::PopID();
  if (is_removed) remove_note(ui.session, place);
}

}  // namespace

void draw_notes_of_selected(UiContext& ui) {
  const Key about = ui.session.key_of(ui.session.view.selection);
  if (about.empty()) return;
  NotesState& state = ui.state.notes;
  const std::vector<std::size_t> places = notes_about(ui.session, about);
  if (!places.empty()) heading(ui, ui.tr("deep_notes.heading"));
  for (const std::size_t place : places) {
    if (place < ui.session.document().notes.size()) draw_note(ui, state, place);
  }
  write_new(ui, state, about);
}

void draw_note_list(UiContext& ui) {
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  NotesState& state = ui.state.notes;
  if (ui.session.document().notes.empty()) return muted(ui, ui.tr("deep_notes.none"));
  ImGui::SetNextItemWidth(std::min(ui.px(280), ImGui::GetContentRegionAvail().x));
  const std::string hint = ui.tr("deep_notes.search");
  ImGui::InputTextWithHint("###search", hint.c_str(), &state.search);
  record(ui, hint, "input");
  const std::vector<std::size_t> places = notes_with(ui.session, state.search);
  ImGui::SameLine();
  ImGui::AlignTextToFramePadding();
  muted(ui, ui.session.texts().plural("deep_notes.count", static_cast<long long>(places.size())));
  ImGui::BeginChild("notes", {0, 0});
  for (const std::size_t place : places) {
    if (place < ui.session.document().notes.size()) draw_listed(ui, place);
  }
  ImGui::EndChild();
}

}  // namespace samverka
