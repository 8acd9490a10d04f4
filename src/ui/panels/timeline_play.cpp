#include "ui/panels/timeline_play.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/period.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr std::size_t glides_below = 10'000;  // agreements: of more, a month takes as long as a year
constexpr double paces_s[] = {2, 1, 0.5};     // a year, in seconds

// Month by month, or, where nothing shall move by itself, year by year.
int months_a_step(const UiContext& ui) {
  const bool steps = ui.session.view.is_motion_reduced || ui.session.network().agreements.size() > glides_below;
  return steps ? 12 : 1;
}

void go_on(UiContext& ui, TimelineState& state, Date last) {
  const double now = ImGui::GetTime();
  if (!state.is_playing || now < state.next_step) return;
  const int months = months_a_step(ui);
  state.is_playing = play_on(ui.session, last, months);
  state.next_step = now + state.step_s * months / 12;
}

void begin_play(UiContext& ui, TimelineState& state, Date first, Date last) {
  state.is_playing = !state.is_playing;
  if (!state.is_playing) return;
  set_period(ui.session, std::nullopt);  // a day moves, and a period would hide it
  if (ui.session.view.date >= last) ui.session.view.date = first;
  state.next_step = ImGui::GetTime() + state.step_s * months_a_step(ui) / 12;
}

void draw_pace(UiContext& ui, TimelineState& state) {
  const auto at = std::find(std::begin(paces_s), std::end(paces_s), state.step_s);
  const std::size_t place = at == std::end(paces_s) ? 1 : static_cast<std::size_t>(at - std::begin(paces_s));
  constexpr const char* words[] = {"deep_play.slow", "deep_play.usual", "deep_play.fast"};
  if (button(ui, "pace", ui.tr(words[place]), Look::quiet)) state.step_s = paces_s[(place + 1) % std::size(paces_s)];
  tooltip(ui, ui.tr("deep_play.pace_help"));
}

Date day_at_mouse(const TimeAxis& axis) {
  const double day = std::clamp(axis.day(ImGui::GetIO().MousePos.x), axis.from, axis.to - 1);
  return date_from_day_number(static_cast<std::int64_t>(std::floor(day)));
}

// Where the band is: being drawn, or shown.
std::optional<DaySpan> band_of(const UiContext& ui, const TimelineState& state) {
  if (state.period_from && state.period_to) {
    return DaySpan{std::min(*state.period_from, *state.period_to), std::max(*state.period_from, *state.period_to)};
  }
  return shown_period(ui.session);
}

// An end of the band: dragged, or moved a month by the arrows when it has the keyboard.
void draw_end(UiContext& ui, TimelineState& state, const TimeAxis& axis, const TimelineLanes& lanes, DaySpan band,
              bool is_first) {
  const float x = axis.x(is_first ? band.from : band.to);
  if (x < axis.left - 1 || x > axis.right + 1) return;
  const float width = ui.px(9);
  ImGui::SetCursorScreenPos({x - width * 0.5F, lanes.bars.min.y});
  ImGui::InvisibleButton(is_first ? "from" : "to", {width, std::max(lanes.bars.height(), 1.0F)});
  const std::string label = ui.tr(is_first ? "deep_period.from" : "deep_period.to");
  record(ui, label, "handle");
  tooltip(ui, label + ": " + to_string(is_first ? band.from : band.to) + "\n" + ui.tr("deep_period.end_help"));
  const bool is_near = ImGui::IsItemHovered() || ImGui::IsItemFocused() || ImGui::IsItemActive();
  if (is_near) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  ImGui::GetWindowDrawList()->AddLine({x, lanes.bars.min.y}, {x, lanes.bars.max.y},
                                      colour_u32(ui.session.theme().accent), ui.px(is_near ? 3 : 1.5F));
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 1)) {
    state.period_from = is_first ? band.to : band.from;
    state.period_to = day_at_mouse(axis);
  }
  if (ImGui::IsItemDeactivated()) take_period(ui, state);
}

}  // namespace

bool is_period_drawn(const UiContext& ui, const TimelineState& state) {
  return state.draws_period || state.period_from.has_value() || (ImGui::GetIO().KeyShift && !ui.state.is_narrow);
}

void draw_out_period(TimelineState& state, const TimeAxis& axis) {
  const Date day = day_at_mouse(axis);
  if (!is_calendar_day(day.year, day.month, day.day)) return;
  if (!state.period_from) state.period_from = day;
  state.period_to = day;
}

void take_period(UiContext& ui, TimelineState& state) {
  const std::optional<DaySpan> drawn = band_of(ui, state);
  if (state.period_from && drawn) set_period(ui.session, drawn);
  state.period_from.reset();
  state.period_to.reset();
}

void draw_period(UiContext& ui, TimelineState& state, const TimeAxis& axis, const TimelineLanes& lanes) {
  const std::optional<DaySpan> band = band_of(ui, state);
  if (!band) return;
  const float from = std::clamp(axis.x(band->from), axis.left, axis.right);
  const float to = std::clamp(axis.x(add_days(band->to, 1)), axis.left, axis.right);
  ImGui::GetWindowDrawList()->AddRectFilled({from, lanes.bars.min.y}, {to, lanes.bars.max.y},
                                            colour_u32(with_alpha(ui.session.theme().accent, 0.18F)));
  draw_end(ui, state, axis, lanes, *band, true);
  draw_end(ui, state, axis, lanes, *band, false);
}

void draw_play(UiContext& ui, TimelineState& state, Date first, Date last) {
  go_on(ui, state, last);
  if (state.wants_toggle) begin_play(ui, state, first, last);
  state.wants_toggle = false;
  if (button(ui, "play", ui.tr(state.is_playing ? "deep_play.pause" : "deep_play.play"), Look::plain,
             state.is_playing)) {
    begin_play(ui, state, first, last);
  }
  tooltip(ui, ui.tr("deep_play.help"));
  ImGui::SameLine(0, ui.px(2));
  draw_pace(ui, state);
  ImGui::SameLine(0, ui.px(8));
  const bool has_period = with_period(ui.session);
  if (button(ui, "period", ui.tr(has_period ? "deep_period.clear" : "deep_period.draw"), Look::plain,
             state.draws_period || has_period)) {
    if (has_period) {
      set_period(ui.session, std::nullopt);
      state.draws_period = false;
    } else {
      state.draws_period = !state.draws_period;
    }
  }
  tooltip(ui, ui.tr("deep_period.help"));
}

bool take_play_key(UiContext& ui, Chord chord) {
  const ViewState& view = ui.session.view;
  const bool is_open = view.drawer == ViewState::Drawer::timeline && view.dialog == ViewState::Dialog::none;
  if (chord != Chord{Chord::space} || !is_open || ImGui::GetIO().WantTextInput || !ui.state.picture_has_keys) {
    return false;
  }
  ui.state.timeline.wants_toggle = true;
  return true;
}

bool stop_play(TimelineState& state) { return std::exchange(state.is_playing, false); }

std::optional<double> play_wakes_in_s(const TimelineState& state, double now) {
  if (!state.is_playing) return std::nullopt;
  return std::max(0.0, state.next_step - now);
}

}  // namespace samverka
