// Choosing a file, to open it or to save to it: recent files and folders at the left, the folder in the middle, what
// the marked file holds at the right. One can get by with the keyboard alone: what is typed narrows the list, the
// arrows move the mark, Enter opens, Backspace in an empty field goes up.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/recent_files.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/panels/file_errand.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float dialog_width = 940, dialog_height = 600;
constexpr float places_width = 220, preview_width = 240;
constexpr float least_width_for_sides = 720;

std::string home_folder() { return environment("HOME").value_or("/"); }

// Datasets that come with the program may be read only, so saving begins in the user's own folder.
std::string first_folder(const Session& session) {
  if (!session.has_document()) return home_folder();
  const std::string folder = folder_of(absolute_path(session.file()));
  const std::string bundled = bundled_file(session.assets(), name_of(session.file()));
  return !bundled.empty() && absolute_path(bundled) == absolute_path(session.file()) ? home_folder() : folder;
}

std::vector<std::string> folders_of(const std::vector<std::string>& files) {
  std::vector<std::string> folders;
  for (const std::string& file : files) {
    const std::string folder = folder_of(file);
    if (std::find(folders.begin(), folders.end(), folder) == folders.end()) folders.push_back(folder);
  }
  if (folders.size() > 4) folders.resize(4);
  return folders;
}

// A disk that has gone to sleep answers late, so the window does not ask it.
void look_for_recent(BrowserState& state) {
  state.look_job.start("job.list", [&state, files = state.recent](Progress&) -> JobSlot::Deliver {
    std::vector<bool> missing;
    for (const std::string& file : files) missing.push_back(!file_exists(file));
    return [&state, missing] { state.is_missing = missing; };
  });
}

void begin(UiContext& ui, const std::string& folder) {
  ui.state.files.browser = std::make_unique<BrowserState>(ui.session.taxonomy());
  BrowserState& state = *ui.state.files.browser;
  state.recent = ui.session.view.recent_files;
  state.folders = folders_of(state.recent);
  look_for_recent(state);
  state.browser.go(folder);
}

// ---- going about ----

void finish(UiContext& ui) {
  close_dialog(ui);
  ui.state.files.browser.reset();
}

void choose(UiContext& ui, const FileErrand& errand, const std::string& path) {
  finish(ui);
  errand.take(ui, path);
}

void go_to(BrowserState& state, const std::string& folder) {
  state.browser.go(folder);
  state.filter.clear();
  state.complaint.clear();
  state.wants_focus = true;
  state.wants_mark_in_view = true;
}

void go_up(BrowserState& state) {
  state.browser.go_up();
  state.filter.clear();
  state.wants_focus = true;
  state.wants_mark_in_view = true;
}

// What was typed: a folder is entered, a file is opened or named. False when there is nothing of that name.
void take_path(UiContext& ui, const FileErrand& errand) {
  BrowserState& state = *ui.state.files.browser;
  const std::string path = absolute_path(state.path);
  if (folder_exists(path)) return go_to(state, path);
  if (!errand.is_save && file_exists(path)) return choose(ui, errand, path);
  if (errand.is_save && folder_exists(folder_of(path))) {
    go_to(state, folder_of(path));
    state.name = name_of(path);
    return;
  }
  state.complaint = ui.session.texts().tr("browse.nothing_there", {{"path", displayable(path)}});
  state.wants_focus = true;
}

std::string with_ending(std::string name, const FileErrand& errand) {
  const bool is_other = !errand.other_ending.empty() && name.ends_with(errand.other_ending);
  if (!name.empty() && !is_other && !name.ends_with(errand.ending)) name += errand.ending;
  return name;
}

void save_here(UiContext& ui, const FileErrand& errand) {
  BrowserState& state = *ui.state.files.browser;
  const std::string name = with_ending(state.name, errand);
  if (name.empty() || name.find('/') != std::string::npos) {
    state.complaint = ui.tr("browse.name_needed");
    return;
  }
  const std::string path = state.browser.path_of({BrowserRow::Kind::other, name, {}});
  if ((errand.is_network() ? would_replace(path) : file_exists(path)) && state.replace != path) {
    state.replace = path;
    state.complaint = ui.session.texts().tr("browse.exists", {{"name", displayable(name)}});
    return;
  }
  choose(ui, errand, path);
}

void choose_marked(UiContext& ui, const FileErrand& errand) {
  BrowserState& state = *ui.state.files.browser;
  const BrowserRow* row = state.browser.marked_row();
  if (!row) return;
  if (row->kind == BrowserRow::Kind::folder) return go_to(state, state.browser.path_of(*row));
  if (!errand.is_save) return choose(ui, errand, state.browser.path_of(*row));
  state.name = row->name;
  state.wants_focus = true;
}

// ---- the fields ----

int on_arrows(ImGuiInputTextCallbackData* data) {
  BrowserState& state = *static_cast<BrowserState*>(data->UserData);
  state.browser.step(data->EventKey == ImGuiKey_UpArrow ? -1 : 1);
  state.wants_mark_in_view = true;
  return 0;
}

void take_page_keys(BrowserState& state) {
  constexpr int page = 12;
  if (!ImGui::IsItemActive()) return;
  const int by = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_PageDown))
                     ? page
                     : (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_PageUp)) ? -page : 0);
  if (by == 0) return;
  state.browser.step(by);
  state.wants_mark_in_view = true;
}

void focus_if_wanted(BrowserState& state, bool is_first_field) {
  if (!is_first_field || !state.wants_focus) return;
  ImGui::SetKeyboardFocusHere();
  state.wants_focus = false;
}

void draw_path_field(UiContext& ui, const FileErrand& errand) {
  BrowserState& state = *ui.state.files.browser;
  if (state.shown_folder != state.browser.folder()) {
    state.shown_folder = state.browser.folder();
    state.path = state.shown_folder;
  }
  if (button(ui, "browse.up", ui.tr("browse.up"))) go_up(state);
  tooltip(ui, ui.tr("browse.up_help"));
  ImGui::SameLine(0, ui.px(6));
  ImGui::SetNextItemWidth(-1);
  const bool entered = ImGui::InputText("###path", &state.path, ImGuiInputTextFlags_EnterReturnsTrue);
  record(ui, ui.tr("ui.path"), "input");
  if (entered) take_path(ui, errand);
}

// The first field of the dialog for opening; that for saving has the name at the bottom.
void draw_filter_field(UiContext& ui, const FileErrand& errand) {
  BrowserState& state = *ui.state.files.browser;
  const bool was_empty = state.filter.empty();
  focus_if_wanted(state, !errand.is_save);
  ImGui::SetNextItemWidth(-1);
  const bool entered = ImGui::InputTextWithHint(
      "###filter", ui.tr("browse.filter").c_str(), &state.filter,
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackHistory, on_arrows, &state);
  record(ui, ui.tr("browse.filter"), "input");
  take_page_keys(state);
  const bool erases = ImGui::IsItemActive() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Backspace));
  state.browser.set_filter(state.filter);
  if (was_empty && erases) return go_up(state);
  if (entered) choose_marked(ui, errand);
}

// ---- the list ----

void draw_row_sign(UiContext& ui, BrowserRow::Kind kind, Vec2 middle) {
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float r = ui.px(5);
  if (kind == BrowserRow::Kind::folder) {
    const unsigned colour = colour_u32(theme.muted);
    list.AddRectFilled({middle.x - r, middle.y - r * 0.8F}, {middle.x - r * 0.1F, middle.y}, colour, ui.px(1));
    list.AddRectFilled({middle.x - r, middle.y - r * 0.5F}, {middle.x + r, middle.y + r * 0.8F}, colour, ui.px(1));
  } else if (kind == BrowserRow::Kind::network) {
    const unsigned colour = colour_u32(theme.accent);
    const Vec2 left{middle.x - r * 0.7F, middle.y + r * 0.5F};
    const Vec2 right{middle.x + r * 0.8F, middle.y + r * 0.1F};
    const Vec2 top{middle.x - r * 0.1F, middle.y - r * 0.8F};
    for (const Vec2 to : {right, top}) list.AddLine({left.x, left.y}, {to.x, to.y}, colour, ui.px(1));
    for (const Vec2 at : {left, right, top}) list.AddCircleFilled({at.x, at.y}, ui.px(2.2F), colour);
  }
}

// Of the kind that is looked for, or a way to it.
bool fits(const BrowserRow& row, const FileErrand& errand) {
  if (row.kind == BrowserRow::Kind::folder) return true;
  const bool is_network = row.kind == BrowserRow::Kind::network;
  const bool is_other = !errand.other_ending.empty() && row.name.ends_with(errand.other_ending);
  return errand.is_network() ? is_network : !is_network && (row.name.ends_with(errand.ending) || is_other);
}

void draw_row(UiContext& ui, std::size_t index, const FileErrand& errand) {
  BrowserState& state = *ui.state.files.browser;
  const BrowserRow row = state.browser.rows()[index];  // a copy: a double click leaves the folder
  const bool is_marked = state.browser.marked() == index;
  const Theme& theme = ui.session.theme();
  ImGui::PushID(static_cast<int>(index));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetTextLineHeight() + ui.px(6);
  if (ImGui::Selectable("###row", is_marked, ImGuiSelectableFlags_AllowDoubleClick, {0, height - ui.px(2)})) {
    state.browser.mark(index);
    if (errand.is_save && row.kind != BrowserRow::Kind::folder) state.name = row.name;
  }
  record(ui, row.name, row.kind == BrowserRow::Kind::folder ? "folder" : "file", is_marked);
  const bool is_chosen = ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  if (is_marked && std::exchange(state.wants_mark_in_view, false)) ImGui::SetScrollHereY(0.5F);
  const std::string name = fitting(displayable(row.name), ImGui::GetContentRegionAvail().x - ui.px(30));
  draw_row_sign(ui, row.kind, {at.x + ui.px(11), at.y + height * 0.5F - ui.px(1)});
  ImGui::GetWindowDrawList()->AddText({at.x + ui.px(26), at.y + ui.px(2)},
                                      colour_u32(fits(row, errand) ? theme.text : theme.muted), name.data(),
                                      name.data() + name.size());
  ImGui::PopID();
  if (is_chosen) choose_marked(ui, errand);
}

void say_why_empty(UiContext& ui) {
  const FolderBrowser& browser = ui.state.files.browser->browser;
  if (browser.is_listing()) return muted(ui, ui.tr("job.list"));
  if (browser.problem()) return text(ui, displayable(ui.session.texts().tr(browser.problem()->message)));
  muted(ui, ui.tr(browser.all_count() == 0 ? "browse.empty" : "browse.no_match"));
}

void draw_list(UiContext& ui, Vec2 size, const FileErrand& errand) {
  BrowserState& state = *ui.state.files.browser;
  ImGui::BeginChild("rows", {size.x, size.y}, true, ImGuiWindowFlags_AlwaysUseWindowPadding);
  if (state.browser.rows().empty()) say_why_empty(ui);
  const float height = ImGui::GetTextLineHeight() + ui.px(6);
  if (state.wants_mark_in_view && state.browser.marked()) {
    const float at = static_cast<float>(*state.browser.marked()) * height;
    const float top = ImGui::GetScrollY();
    const float seen = ImGui::GetWindowHeight() - ui.px(40);
    if (at < top || at > top + seen) ImGui::SetScrollY(std::max(0.0F, at - seen * 0.5F));
    state.wants_mark_in_view = false;
  }
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(2)});
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(state.browser.rows().size()), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      if (ui.state.files.browser && static_cast<std::size_t>(i) < state.browser.rows().size()) {
        draw_row(ui, static_cast<std::size_t>(i), errand);
      }
    }
  }
  ImGui::PopStyleVar();
  ImGui::EndChild();
}

// ---- at the left: where one has been ----

void draw_recent(UiContext& ui, const FileErrand& errand) {
  BrowserState& state = *ui.state.files.browser;
  if (state.recent.empty()) return;
  heading(ui, ui.tr("browse.recent"));
  std::string wanted;
  for (std::size_t i = 0; i < state.recent.size(); ++i) {
    const std::string& file = state.recent[i];
    const bool is_missing = i < state.is_missing.size() && state.is_missing[i];
    const std::string where = is_missing ? ui.tr("browse.missing") : folder_of(file);
    const float width = ImGui::GetContentRegionAvail().x;
    if (link(ui, file, fitting(displayable(name_of(file)), width), fitting(displayable(where), width))) wanted = file;
    tooltip(ui, displayable(file));
  }
  if (!wanted.empty()) choose(ui, errand, wanted);
}

void draw_folders(UiContext& ui) {
  BrowserState& state = *ui.state.files.browser;
  heading(ui, ui.tr("browse.folders"));
  std::string wanted;
  if (link(ui, "home", ui.tr("browse.home"))) wanted = home_folder();
  const std::string bundled = bundled_file(ui.session.assets(), "sverige-2025.json");
  if (!bundled.empty() && link(ui, "bundled", ui.tr("open.bundled"))) wanted = folder_of(bundled);
  for (const std::string& folder : state.folders) {
    const float width = ImGui::GetContentRegionAvail().x;
    if (link(ui, folder, fitting(displayable(name_of(folder)), width))) wanted = folder;
    tooltip(ui, displayable(folder));
  }
  if (!wanted.empty()) go_to(state, wanted);
}

void draw_places(UiContext& ui, Vec2 size, const FileErrand& errand) {
  ImGui::BeginChild("places", {size.x, size.y}, false);
  draw_folders(ui);
  if (!errand.is_save && errand.is_network()) draw_recent(ui, errand);
  ImGui::EndChild();
}

// ---- at the right: what the marked file holds ----

void draw_counts(UiContext& ui, const FilePreview& preview) {
  const Texts& texts = ui.session.texts();
  text(ui, shown_text(ui, preview.title));
  ImGui::Dummy({0, ui.px(4)});
  muted(ui, texts.plural("top.actors", static_cast<long long>(preview.actors)));
  muted(ui, texts.plural("top.agreements", static_cast<long long>(preview.agreements)));
  muted(ui, texts.tr("caption.date", {{"date", to_string(preview.as_of)}}));
  if (preview.is_synthetic) muted(ui, texts.tr("caption.illustrative"));
  if (preview.errors > 0) text(ui, texts.plural("status.errors", static_cast<long long>(preview.errors)));
}

void draw_preview(UiContext& ui, Vec2 size, const FileErrand& errand) {
  const FolderBrowser& browser = ui.state.files.browser->browser;
  ImGui::BeginChild("preview", {size.x, size.y}, false);
  const BrowserRow* row = browser.marked_row();
  const FilePreview* preview = browser.preview();
  if (!errand.is_network()) {
    muted(ui, ui.tr(errand.about));
    if (errand.draw_beside) errand.draw_beside(ui);
  } else if (preview && preview->problem) {
    text(ui, ui.tr("browse.cannot_open"));
    muted(ui, displayable(ui.session.texts().tr(preview->problem->message)));
  } else if (preview) {
    draw_counts(ui, *preview);
  } else if (row && row->kind == BrowserRow::Kind::network) {
    muted(ui, ui.tr("job.preview"));
  } else if (row && row->kind == BrowserRow::Kind::other) {
    muted(ui, ui.tr("browse.other_file"));
  }
  ImGui::EndChild();
}

// ---- the whole ----

void draw_middle(UiContext& ui, const FileErrand& errand, float height) {
  const float width = ImGui::GetContentRegionAvail().x;
  const bool has_sides = width > ui.px(least_width_for_sides);
  const float gap = ui.px(12);
  if (has_sides) {
    draw_places(ui, {ui.px(places_width), height}, errand);
    if (!ui.state.files.browser) return;
    ImGui::SameLine(0, gap);
  }
  const float list_width = has_sides ? width - ui.px(places_width + preview_width) - 2 * gap : width;
  draw_list(ui, {list_width, height}, errand);
  if (!has_sides || !ui.state.files.browser) return;
  ImGui::SameLine(0, gap);
  draw_preview(ui, {ui.px(preview_width), height}, errand);
}

void draw_name_field(UiContext& ui, const FileErrand& errand) {
  BrowserState& state = *ui.state.files.browser;
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui.tr("browse.name").c_str());
  ImGui::SameLine(0, ui.px(8));
  focus_if_wanted(state, true);
  ImGui::SetNextItemWidth(-1);
  const bool entered = ImGui::InputText("###name", &state.name,
                                        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  record(ui, ui.tr("browse.name"), "input");
  if (entered) save_here(ui, errand);
}

void draw_buttons(UiContext& ui, const FileErrand& errand) {
  BrowserState& state = *ui.state.files.browser;
  const bool replaces =
      errand.is_save && !state.replace.empty() &&
      state.replace == state.browser.path_of({BrowserRow::Kind::other, with_ending(state.name, errand), {}});
  const char* words = replaces ? "browse.replace" : errand.done;
  if (button(ui, "browse.do", ui.tr(words), Look::accent)) {
    errand.is_save ? save_here(ui, errand) : choose_marked(ui, errand);
  }
  if (!ui.state.files.browser) return;
  ImGui::SameLine();
  if (!button(ui, "cancel", ui.tr("ui.cancel"))) return;
  finish(ui);
  answer_cancel(ui.session);
}

void draw_complaint(UiContext& ui, const std::string& words) {
  if (words.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  record(ui, words, "text");
}

void draw_browser(UiContext& ui, const FileErrand& errand) {
  BrowserState& state = *ui.state.files.browser;
  if (state.browser.deliver()) state.wants_mark_in_view = true;
  state.look_job.deliver();
  draw_path_field(ui, errand);
  if (ui.state.files.browser) draw_filter_field(ui, errand);
  if (!ui.state.files.browser) return;
  const bool has_complaint = !state.complaint.empty();
  const float below = ImGui::GetFrameHeightWithSpacing() * (errand.is_save ? 2.0F : 1.0F) +
                      (has_complaint ? ImGui::GetTextLineHeightWithSpacing() * 1.5F : 0) + ui.px(6);
  draw_middle(ui, errand, std::max(ui.px(60), ImGui::GetContentRegionAvail().y - below));
  if (!ui.state.files.browser) return;
  draw_complaint(ui, state.complaint);
  if (errand.is_save) draw_name_field(ui, errand);
  if (ui.state.files.browser) draw_buttons(ui, errand);
}

void begin_open(UiContext& ui) {
  const std::string wished = std::exchange(ui.session.view.browse_folder, {});
  begin(ui, wished.empty() ? first_folder(ui.session) : wished);
}

void begin_save(UiContext& ui, const FileErrand& errand) {
  begin(ui, first_folder(ui.session));
  BrowserState& state = *ui.state.files.browser;
  const bool has_name = errand.is_network() && ui.session.file() != "-";
  state.name = has_name ? name_of(ui.session.file()) : ui.session.network().id + std::string(errand.ending);
  if (errand.proposed_name) state.name = errand.proposed_name(ui);
  if (errand.is_network()) state.complaint = std::exchange(ui.session.files().failure, {});
}

}  // namespace

void draw_file_dialog(UiContext& ui) {
  const FileErrand* errand = file_errand(ui.session.view.dialog);
  SAM_CHECK(errand, "a dialog that chooses no file");
  const bool is_new = !ui.state.files.browser;
  if (errand->is_save && is_new) begin_save(ui, *errand);
  if (!errand->is_save && (is_new || !ui.session.view.browse_folder.empty())) begin_open(ui);
  if (!begin_dialog_window(ui, errand->title, ui.tr(errand->title), {dialog_width, dialog_height})) return;
  draw_browser(ui, *errand);
  ImGui::EndPopup();
}

}  // namespace samverka
