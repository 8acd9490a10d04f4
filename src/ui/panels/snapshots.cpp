// Snapshots of the network: taken, listed, opened, compared with, copied and taken away.
#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/snapshots.h"
#include "base/posix.h"
#include "ui/panels.h"
#include "ui/panels/compare.h"
#include "ui/panels/dialog.h"
#include "ui/ui.h"

namespace samverka {
namespace {

VersionsState& versions_of(UiContext& ui) { return ui.state.versions; }

void take(UiContext& ui) {
  VersionsState& state = versions_of(ui);
  Session& session = ui.session;
  const SnapshotRequest request = snapshot_request(session, state.snapshot_title, state.snapshot_note);
  const Assets& assets = session.assets();
  const std::uint64_t shows = session.files().shows;
  state.snapshot_job.start("job.snapshot", [&session, &state, request, &assets, shows](Progress&) -> JobSlot::Deliver {
    const Result<Snapshot> taken = write_snapshot(request, assets);
    return [&session, &state, taken, shows] {
      if (!taken) return session.set_notice(Notice{session.told(taken.problem()), true});
      if (session.files().shows != shows) return;  // another network came while it was written
      add_snapshot(session, *taken);
      session.set_notice(Notice{session.texts().tr("version_snapshot.taken", {{"file", taken->file}}), false});
      state.snapshot_title.clear();
      state.snapshot_note.clear();
    };
  });
}

void draw_take(UiContext& ui) {
  VersionsState& state = versions_of(ui);
  heading(ui, ui.tr("version_snapshot.new"));
  const bool has_place = ui.session.file() != "-" && ui.session.has_document();
  if (!has_place) return muted(ui, ui.tr("version_snapshot.no_place"));
  if (ui.state.dialog_wants_focus) ImGui::SetKeyboardFocusHere();
  ui.state.dialog_wants_focus = false;
  const std::string title_hint = ui.tr("version_snapshot.title_hint"), note_hint = ui.tr("version_snapshot.note_hint");
  ImGui::SetNextItemWidth(-1);
  const bool entered = ImGui::InputTextWithHint("###title", title_hint.c_str(), &state.snapshot_title,
                                                ImGuiInputTextFlags_EnterReturnsTrue);
  record(ui, title_hint, "input");
  ImGui::SetNextItemWidth(-1);
  ImGui::InputTextWithHint("###note", note_hint.c_str(), &state.snapshot_note);
  record(ui, note_hint, "input");
  const bool is_working = state.snapshot_job.is_running();
  const bool may = !state.snapshot_title.empty() && !is_working;
  ImGui::BeginDisabled(!may);
  if ((button(ui, "take", ui.tr("version_snapshot.take"), Look::accent) || entered) && may) take(ui);
  ImGui::EndDisabled();
  if (is_working) {
    ImGui::SameLine();
    muted(ui, ui.tr("version_snapshot.working"));
  }
}

// What is done with it when the list is drawn.
struct SnapshotWish {
  enum class Kind { none, open, compare, copy, show, retitle, remove, remove_files } kind = Kind::none;
  std::size_t place = 0;
};

constexpr Vec2 shown_px{560, 350};

void forget_picture(VersionsState& state) {
  state.shown_snapshot.reset();
  state.snapshot_picture.reset();
  state.snapshot_problem.clear();
  state.snapshot_image = nullptr;
}

void show_picture(UiContext& ui, std::size_t place) {
  VersionsState& state = versions_of(ui);
  const bool is_shown = state.shown_snapshot == place;
  forget_picture(state);
  if (is_shown) return;  // pressed once more: away with it
  state.shown_snapshot = place;
  Result<Pixels> picture =
      read_snapshot_picture(ui.session.file(), ui.session.document().snapshots[place], shown_px * ui.scale);
  if (picture)
    state.snapshot_picture = *std::move(picture);
  else
    state.snapshot_problem = ui.session.told(picture.problem());
}

void draw_shown_picture(UiContext& ui) {
  VersionsState& state = versions_of(ui);
  if (!state.snapshot_picture) return text(ui, state.snapshot_problem);
  const ImVec2 size{static_cast<float>(state.snapshot_picture->width),
                    static_cast<float>(state.snapshot_picture->height)};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Dummy(size);
  record(ui, ui.tr("version_snapshot.picture"), "image");
  if (!state.snapshot_image && ui.state.preview_texture) {
    state.snapshot_image = ui.state.preview_texture->show(*state.snapshot_picture);
  }
  if (!state.snapshot_image) return;
  ImGui::GetWindowDrawList()->AddImage(state.snapshot_image, at, {at.x + size.x, at.y + size.y});
}

void begin_retitling(UiContext& ui, std::size_t place) {
  VersionsState& state = versions_of(ui);
  const Snapshot& snapshot = ui.session.document().snapshots[place];
  state.retitled_snapshot = place;
  state.new_title = snapshot.title;
  state.new_note = snapshot.note;
}

// Two fields in place of the title and the note.
void draw_retitling(UiContext& ui, std::size_t place) {
  VersionsState& state = versions_of(ui);
  const std::string title_hint = ui.tr("version_snapshot.new_title"), note_hint = ui.tr("version_snapshot.new_note");
  ImGui::SetNextItemWidth(-1);
  bool is_done = ImGui::InputTextWithHint("###new_title", title_hint.c_str(), &state.new_title,
                                          ImGuiInputTextFlags_EnterReturnsTrue);
  record(ui, title_hint, "input");
  ImGui::SetNextItemWidth(-1);
  is_done |=
      ImGui::InputTextWithHint("###new_note", note_hint.c_str(), &state.new_note, ImGuiInputTextFlags_EnterReturnsTrue);
  record(ui, note_hint, "input");
  if (button(ui, "keep_title", ui.tr("version_snapshot.keep_title"), Look::accent) || is_done) {
    retitle_snapshot(ui.session, place, state.new_title, state.new_note);
    state.retitled_snapshot.reset();
  }
  ImGui::SameLine(0, ui.px(4));
  if (button(ui, "leave_title", ui.tr("ui.cancel"), Look::quiet)) state.retitled_snapshot.reset();
}

void draw_snapshot_row(UiContext& ui, std::size_t place, SnapshotWish& wish) {
  const Snapshot& snapshot = ui.session.document().snapshots[place];
  const auto path = snapshot_path(ui.session.file(), snapshot.file);
  const bool is_there = path && file_exists(*path);
  ImGui::PushID(static_cast<int>(place));
  if (versions_of(ui).retitled_snapshot == place) {
    draw_retitling(ui, place);
    return ImGui::PopID();
  }
  ImGui::PushFont(ui.fonts.bold);
  text(ui, shown_text(ui, snapshot.title));
  ImGui::PopFont();
  std::string about = to_string(snapshot.date);
  if (!snapshot.note.empty()) about += (about.empty() ? "" : " · ") + snapshot.note;
  muted(ui, shown_text(ui, about));
  if (!is_there) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
    text(ui, ui.tr(path ? "version_snapshot.is_missing" : "version_snapshot.is_no_name"));
    ImGui::PopStyleColor();
  }
  ImGui::Dummy({0, 0});  // the first button flows after it
  const auto offer = [&](const char* key, SnapshotWish::Kind kind) {
    flow(ui, button_width(ui.tr(key)), ui.px(4));
    if (button(ui, key, ui.tr(key), Look::plain)) wish = {kind, place};
  };
  VersionsState& state = versions_of(ui);
  if (state.removed_snapshot == place) {
    text(ui, ui.tr("version_snapshot.remove_sure"));
    offer("version_snapshot.remove_entry", SnapshotWish::Kind::remove);
    if (is_there) offer("version_snapshot.remove_files", SnapshotWish::Kind::remove_files);
    flow(ui, button_width(ui.tr("ui.cancel")), ui.px(4));
    if (button(ui, "keep", ui.tr("ui.cancel"), Look::quiet)) state.removed_snapshot.reset();
  } else {
    ImGui::BeginDisabled(!is_there);
    offer("version_snapshot.compare", SnapshotWish::Kind::compare);
    offer("version_snapshot.open", SnapshotWish::Kind::open);
    offer("version_snapshot.copy", SnapshotWish::Kind::copy);
    ImGui::EndDisabled();
    offer("version_snapshot.show", SnapshotWish::Kind::show);
    offer("version_snapshot.retitle", SnapshotWish::Kind::retitle);
    flow(ui, button_width(ui.tr("version_view.remove")), ui.px(4));
    if (button(ui, "remove", ui.tr("version_view.remove"), Look::quiet)) state.removed_snapshot = place;
  }
  if (state.shown_snapshot == place) draw_shown_picture(ui);
  ImGui::Dummy({0, ui.px(6)});
  ImGui::PopID();
}

// True when the dialog is done.
bool do_with_snapshot(UiContext& ui, const SnapshotWish& wish) {
  VersionsState& state = versions_of(ui);
  switch (wish.kind) {
    case SnapshotWish::Kind::none:
      return false;
    case SnapshotWish::Kind::show:
      show_picture(ui, wish.place);
      return false;
    case SnapshotWish::Kind::retitle:
      begin_retitling(ui, wish.place);
      return false;
    case SnapshotWish::Kind::open:
      open_snapshot(ui.session, wish.place);
      return true;
    case SnapshotWish::Kind::compare:
      compare_with_present(ui, {VersionChoice::Kind::snapshot, wish.place, {}});
      return true;
    case SnapshotWish::Kind::copy:
      state.exported_snapshot = wish.place;
      ui.session.view.dialog = ViewState::Dialog::export_snapshot;
      ImGui::CloseCurrentPopup();
      return false;
    case SnapshotWish::Kind::remove:
    case SnapshotWish::Kind::remove_files:
      remove_snapshot(ui.session, wish.place, wish.kind == SnapshotWish::Kind::remove_files);
      state.removed_snapshot.reset();
      forget_picture(state);  // the places of the others are others now
      return false;
  }
  return false;
}

}  // namespace

void draw_snapshots(UiContext& ui) {
  if (!begin_dialog_window(ui, "###snapshots", ui.tr("version_snapshot.dialog"), {660, 600})) return;
  muted(ui, ui.tr("version_snapshot.about"));
  draw_take(ui);
  ImGui::Dummy({0, ui.px(6)});
  SnapshotWish wish;
  const float room = ImGui::GetContentRegionAvail().y - ui.px(56);
  if (ImGui::BeginChild("list", {0, std::max(room, ui.px(60))}, false)) {
    const std::size_t count = ui.session.document().snapshots.size();
    if (count == 0) muted(ui, ui.tr("version_snapshot.none"));
    for (std::size_t i = count; i > 0; --i) draw_snapshot_row(ui, i - 1, wish);  // the newest first
  }
  ImGui::EndChild();
  begin_dialog_buttons(ui);
  if (do_with_snapshot(ui, wish) || button(ui, "close", ui.tr("ui.close"))) {
    versions_of(ui).removed_snapshot.reset();
    versions_of(ui).retitled_snapshot.reset();
    forget_picture(versions_of(ui));
    close_dialog(ui);
  }
  ImGui::EndPopup();
}

void take_snapshot_copy(UiContext& ui, const std::string& path) {
  const auto place = std::exchange(versions_of(ui).exported_snapshot, std::nullopt);
  if (place) export_snapshot(ui.session, *place, path);
}

}  // namespace samverka
