#include "ui/ui.h"

#include <imgui.h>

#include <algorithm>

#include "base/posix.h"
#include "ui/panels.h"
#include "ui/panels/timeline_play.h"
#include "ui/places.h"

namespace samverka {
namespace {

constexpr float rows_height = 46;  // of the tabs and of the tools under them, at least

bool begin_panel(const char* id, const Rect& at, bool has_border, ImGuiWindowFlags flags = 0) {
  ImGui::SetCursorScreenPos({at.min.x, at.min.y});
  // Flattened: the keyboard walks over all panels as one, and no frame is drawn around a whole bar.
  return ImGui::BeginChild(id, {at.width(), at.height()}, has_border, flags | ImGuiWindowFlags_NavFlattened);
}

using Draw = void (*)(UiContext&);

void panel(UiContext& ui, const char* id, const Rect& at, Draw draw) {
  if (begin_panel(id, at, true, ImGuiWindowFlags_AlwaysUseWindowPadding)) draw(ui);
  ImGui::EndChild();
}

// A bar has no frame of its own and lies on the window's background.
void bar(UiContext& ui, const char* id, const Rect& at, float top_padding, Draw draw) {
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colour_u32(ui.session.theme().background));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(4), ui.px(top_padding)});
  const auto flags =
      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_AlwaysUseWindowPadding;
  if (begin_panel(id, at, false, flags)) draw(ui);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
}

// The colour of the mode around the middle: what stands there is no fact, or two networks at once. In a window of its
// own, over what stands in the middle and under every card, menu and dialog.
void frame_of_mode(UiContext& ui, const Rect& at) {
  const float half = ui.px(1.5F);
  const Theme& theme = ui.session.theme();
  const Rgba colour = ui.session.view.mode == Mode::compare ? theme.accent : theme.warning;
  if (begin_panel("frame of the mode", at, false, ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground)) {
    ImGui::GetWindowDrawList()->AddRect({at.min.x + half, at.min.y + half}, {at.max.x - half, at.max.y - half},
                                        colour_u32(colour), ImGui::GetStyle().ChildRounding, 0, 2 * half);
  }
  ImGui::EndChild();
}

// The tabs, their tools, and below them the open tab: the picture, or a panel that scrolls by itself.
void middle(UiContext& ui, Canvas& canvas, const Rect& at) {
  const auto flags =
      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_AlwaysUseWindowPadding;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(8), ui.px(6)});
  const bool is_open = begin_panel("middle", at, true, flags);
  ImGui::PopStyleVar();
  if (is_open) {
    const TabPanel& tab = tab_panel(ui.session.view.tab);
    draw_tabs(ui);
    draw_picture_tools(ui);
    const float top = std::max(ImGui::GetCursorScreenPos().y + ui.px(2), at.min.y + ui.px(rows_height));
    const Rect rest{{at.min.x + 1, top}, {at.max.x - 1, std::max(at.max.y - 1, top + 1)}};
    if (tab.draw) {
      if (begin_panel(tab.action.data(), rest, false, ImGuiWindowFlags_AlwaysUseWindowPadding)) tab.draw(ui);
      ImGui::EndChild();
    } else {
      canvas.draw(ui, rest);
    }
    if (ui.session.view.mode != Mode::explore) frame_of_mode(ui, at);
  }
  ImGui::EndChild();
}

}  // namespace

Ui::Ui(Session& session, CanvasTexture& texture, float screen_scale)
    : session_(session),
      screen_scale_(screen_scale),
      canvas_(std::make_unique<Canvas>(texture,
                                       load_text_measure(session.assets().regular_font, session.assets().bold_font))) {}

Ui::~Ui() = default;

Rect Ui::canvas_rect() const { return canvas_->area(); }

void Ui::set_up() {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // nothing is written that the user did not ask for
  io.LogFilename = nullptr;
  bake_fonts();
  renew_style();
}

// The largest letters that leave room for a picture, in quarters, so that dragging the window's edge makes few fonts.
float Ui::room_for_scale() {
  constexpr Vec2 least_room{560, 400};  // at scale 1
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  if (!(size.x > 0) || !(size.y > 0)) return greatest_scale;  // no frame yet
  return std::max(1.0F, std::floor(4 * std::min(size.x / least_room.x, size.y / least_room.y)) / 4);
}

float Ui::wanted_scale() const {
  const float wished = session_.view.scale > 0 ? session_.view.scale : screen_scale_;
  return std::clamp(std::min(wished, room_for_scale()), least_scale, greatest_scale);
}

void Ui::bake_fonts() {
  scale_ = wanted_scale();
  fonts_ = load_fonts(session_.assets().regular_font, session_.assets().bold_font, scale_);
  mark_unknown_glyphs();
}

void Ui::renew_style() {
  apply_style(session_.theme(), scale_);
  style_theme_ = session_.view.theme_choice();
}

bool Ui::renew_fonts() {
  if (wanted_scale() == scale_) return false;
  ImGui::GetIO().Fonts->Clear();
  bake_fonts();
  renew_style();
  state_.top_height = 0;
  canvas_->forget();
  return true;
}

void Ui::drop_file(const std::string& path) {
  if (!folder_exists(path)) return ask_to_open(session_, path);
  session_.view.browse_folder = path;
  session_.view.dialog = ViewState::Dialog::open;
}

bool Ui::gaps_are_busy() const {
  const GapsState& gaps = state_.gaps;
  return gaps.finder.is_running() || gaps.questions.is_running() || state_.files.data.exporter.is_running() ||
         gaps.answers.is_running() || gaps.weakness.finder.is_running() || gaps.closing.is_running();
}

bool Ui::wants_frames() const {
  const BrowserState* browser = state_.files.browser.get();
  return session_.is_busy() || canvas_->wants_frames() || state_.finding.searcher.is_running() ||
         state_.what_if.finder.is_running() || state_.versions.is_busy() || state_.exporting.is_busy() ||
         state_.inspector.advice.is_running() || state_.questions.asker.is_running() || gaps_are_busy() ||
         state_.form_job.is_running() || state_.row_form.is_waiting() || state_.ways.finder.is_running() ||
         state_.builder.counter.is_running() || state_.report.writer.is_running() ||
         (browser && (browser->browser.is_busy() || browser->look_job.is_running()));
}

void Ui::wait_for_work() {
  session_.wait_for_jobs();
  if (state_.form_job.is_running()) state_.form_job.wait();
  if (state_.finding.searcher.is_running()) state_.finding.searcher.wait();
  if (state_.what_if.finder.is_running()) state_.what_if.finder.wait();
  state_.versions.wait();
  state_.exporting.wait();
  if (state_.inspector.advice.is_running()) state_.inspector.advice.wait();
  GapsState& gaps = state_.gaps;
  if (gaps.finder.is_running()) gaps.finder.wait();
  if (gaps.questions.is_running()) gaps.questions.wait();
  if (state_.files.data.exporter.is_running()) state_.files.data.exporter.wait();
  if (gaps.answers.is_running()) gaps.answers.wait();
  if (gaps.weakness.finder.is_running()) gaps.weakness.finder.wait();
  if (gaps.closing.is_running()) gaps.closing.wait();
  if (state_.questions.asker.is_running()) state_.questions.asker.wait();
  if (state_.report.writer.is_running()) state_.report.writer.wait();
  if (state_.ways.finder.is_running()) state_.ways.finder.wait();
  if (state_.builder.counter.is_running()) state_.builder.counter.wait();
}

void Ui::frame() {
  take_keys();
  session_.tick();
  if (style_theme_ != session_.view.theme_choice()) renew_style();
  items_.clear();
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  draw_frame({std::max(size.x, 1.0F), std::max(size.y, 1.0F)});
}

void Ui::draw_frame(Vec2 size) {
  UiContext ui{session_, state_, fonts_, scale_, items_};
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({size.x, size.y});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
  ImGui::PushFont(fonts_.body);
  ImGui::Begin("Samverka###window", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar(3);  // for this window alone: dialogs have round corners
  const Places at = places_in(size, scale_, state_, session_.view, tab_panel(session_.view.tab).has_legend);
  state_.is_narrow = at.is_narrow;
  bar(ui, "top", at.top, 9, draw_top_bar);
  give_keys_by_click(at);
  if (at.has_legend) panel(ui, "legend", at.legend, draw_legend);
  if (at.middle.width() > ui.px(40)) middle(ui, *canvas_, at.middle);
  const Mode mode = session_.view.mode;
  const Draw draw_side = mode == Mode::what_if ? draw_what_if : mode == Mode::compare ? draw_compare : draw_inspector;
  if (at.has_inspector) panel(ui, "inspector", at.inspector, draw_side);
  if (session_.view.drawer != ViewState::Drawer::timeline) stop_play(state_.timeline);
  if (at.has_drawer) panel(ui, "drawer", at.drawer, draw_drawer);
  draw_splitters(ui, at);
  draw_hint(ui, at.middle);
  bar(ui, "status", at.status, 5, draw_status_bar);
  state_.gaps.questions.deliver(session_);
  state_.files.data.exporter.deliver(session_);
  state_.report.writer.deliver(session_);
  state_.versions.snapshot_job.deliver();
  state_.exporting.write_job.deliver();
  if (state_.dialog_shown != session_.view.dialog) begin_dialog(ui);
  draw_dialogs(ui);
  draw_context_menu(ui);
  is_popup_open_ = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  ImGui::End();
  ImGui::PopFont();
}

}  // namespace samverka
