// The timeline at the bottom: what has a date, with the chosen day as a line that can be dragged. Where hardly anything
// has an end date it says so, and shows how old the information is instead.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/panels/timeline_chart.h"
#include "ui/panels/timeline_play.h"
#include "ui/ui.h"

namespace samverka {
namespace {

using Shows = TimelineState::Shows;

constexpr std::size_t follows_hand = 10'000;  // agreements: beyond that, a date is taken when the hand lets go
constexpr std::size_t most_named = 6;         // titles in the card under the cursor
constexpr double least_days = 62;             // zooming ends there

std::string counted(const UiContext& ui, std::string_view key, std::size_t count) {
  return ui.session.texts().plural(key, static_cast<long long>(count));
}

Shows shows(const TimelineState& state) {
  return state.chosen.value_or(state.timeline.tells_little_of_ends() ? Shows::age : Shows::bounds);
}

bool is_drawn(DatedKind kind, Shows what) {
  if (kind == DatedKind::begins || kind == DatedKind::ends) return what == Shows::bounds;
  return kind != DatedKind::recorded || what == Shows::age;
}

// ---- what there is to show ----

struct StripSpan {
  double from = 0, to = 1;
};

// From the first year to the last of what is drawn, the chosen day and the data's own day in it.
StripSpan whole_span(const UiContext& ui, const TimelineState& state) {
  const Date as_of = ui.session.network().as_of;
  Date first = std::min(as_of, ui.session.view.date);
  Date last = std::max(as_of, ui.session.view.date);
  for (const Dated& one : state.timeline.dated) {
    if (!is_drawn(one.kind, shows(state))) continue;
    first = std::min(first, one.date.earliest());
    last = std::max(last, one.date.latest());
  }
  return {static_cast<double>(day_number({first.year, 1, 1})),
          static_cast<double>(day_number({last.year, 12, 31})) + 1};
}

void show_whole(const UiContext& ui, TimelineState& state) {
  const StripSpan whole = whole_span(ui, state);
  state.from_day = whole.from;
  state.to_day = whole.to;
  state.is_whole = true;
}

void renew(UiContext& ui, TimelineState& state) {
  const Session& session = ui.session;
  if (state.filter == session.view.filter && state.document == session.document_revision()) return;
  if (state.document != session.document_revision()) {
    state.milestone.reset();
    state.chosen.reset();
    state.is_whole = true;
  }
  state.document = session.document_revision();
  state.filter = session.view.filter;
  state.timeline = timeline_of(session.network(), session.taxonomy(), session.view.filter);
  state.years = bars_of(state.timeline, TimelineUnit::year);
  state.months = bars_of(state.timeline, TimelineUnit::month);
  if (state.is_whole) show_whole(ui, state);
}

// ---- over the strip ----

void draw_choice(UiContext& ui, TimelineState& state) {
  const auto choose = [&](Shows what, std::string_view id, std::string_view key) {
    if (!button(ui, id, ui.tr(key), Look::plain, shows(state) == what)) return;
    state.chosen = what;
    if (state.is_whole) show_whole(ui, state);
  };
  choose(Shows::bounds, "bounds", "timeline.bounds");
  ImGui::SameLine(0, ui.px(4));
  choose(Shows::age, "age", "timeline.age");
  ImGui::SameLine(0, ui.px(10));
  const StripSpan whole = whole_span(ui, state);
  const auto first = date_from_day_number(static_cast<std::int64_t>(whole.from));
  const auto last = date_from_day_number(static_cast<std::int64_t>(whole.to) - 1);
  draw_play(ui, state, first, last);
}

std::string share_in_words(const UiContext& ui, const Timeline& timeline, std::string_view key, std::size_t part) {
  const Texts& texts = ui.session.texts();
  const double share =
      timeline.agreements == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(timeline.agreements);
  return texts.tr(key, {{"part", texts.number(static_cast<long long>(part))},
                        {"all", texts.number(static_cast<long long>(timeline.agreements))},
                        {"share", texts.number(std::llround(share))}});
}

// What a milestone says and where it stands written; else how much of the dates is known.
std::string told(const UiContext& ui, const TimelineState& state) {
  const Network& network = ui.session.network();
  if (state.milestone && *state.milestone < network.milestones.size()) {
    const Milestone& milestone = network.milestones[*state.milestone];
    std::string words = ui.session.texts().date(milestone.date) + " " + shown_text(ui, milestone.title);
    if (!milestone.source.id.is_set()) return words + " · " + ui.tr("inspector.no_source");
    const Source& source = network.sources[milestone.source.id.value];
    words +=
        " · " + ui.session.texts().tr("timeline.source",
                                      {{"source", shown_text(ui, source.title.empty() ? source.key : source.title)}});
    return source.url.empty() ? words : words + " · " + shown_text(ui, source.url);
  }
  const Timeline& timeline = state.timeline;
  if (shows(state) == Shows::age) {
    const std::string records = share_in_words(ui, timeline, "timeline.with_record", timeline.with_record);
    if (!timeline.tells_little_of_ends()) return records;
    return share_in_words(ui, timeline, "timeline.few_ends", timeline.with_end) + " " + records;
  }
  return share_in_words(ui, timeline, "timeline.with_end", timeline.with_end);
}

// The words that are told, on what is left of the line.
void draw_told(UiContext& ui, const TimelineState& state, float right) {
  ImGui::SameLine(0, ui.px(14));
  ImGui::PushFont(ui.fonts.small);
  const std::string words = told(ui, state);
  const std::string shown = fitting(words, std::max(right - ImGui::GetCursorScreenPos().x, ui.px(20)));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(5));
  ImGui::PushStyleColor(ImGuiCol_Text,
                        colour_u32(state.milestone ? ui.session.theme().text : ui.session.theme().muted));
  ImGui::TextUnformatted(shown.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  record(ui, words, "text");
  if (shown != words) tooltip(ui, words);
}

struct KeyRow {
  DatedKind kind;
  std::string_view text;
};
constexpr KeyRow key_rows[] = {{DatedKind::begins, "timeline.key.begins"},
                               {DatedKind::ends, "timeline.key.ends"},
                               {DatedKind::recorded, "timeline.key.recorded"},
                               {DatedKind::duty, "timeline.key.duty"},
                               {DatedKind::review, "timeline.key.review"}};

bool has_any(const TimelineState& state, DatedKind kind) {
  return std::any_of(state.years.begin(), state.years.end(), [&](const TimelineBar& bar) { return bar.of(kind) > 0; });
}

// What the signs mean, of those that are there. Gives the width it took, drawn leftwards from `right`.
float draw_key(UiContext& ui, const TimelineState& state, Vec2 right_top) {
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::PushFont(ui.fonts.small);
  float x = right_top.x;
  const float y = right_top.y + ui.px(5);
  const float middle = y + ImGui::GetFontSize() * 0.5F;
  for (auto row = std::rbegin(key_rows); row != std::rend(key_rows); ++row) {
    if (!is_drawn(row->kind, shows(state)) || !has_any(state, row->kind)) continue;
    const std::string words = ui.tr(row->text);
    x -= ImGui::CalcTextSize(words.c_str()).x;
    list.AddText({x, y}, colour_u32(theme.muted), words.c_str());
    x -= ui.px(10);
    const bool is_bar = row->kind != DatedKind::duty && row->kind != DatedKind::review;
    const Rgba colour = row->kind == DatedKind::ends ? theme.warning : theme.accent;
    if (is_bar) draw_symbol(Symbol::square, {x, middle}, ui.px(4.5F), colour);
    if (!is_bar) draw_mark(ui, row->kind, {x, middle});
    x -= ui.px(16);
  }
  ImGui::PopFont();
  return right_top.x - x;
}

void draw_head(UiContext& ui, TimelineState& state) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float right = at.x + ImGui::GetContentRegionAvail().x;
  const std::string whole = ui.tr("timeline.whole");
  if (!state.is_whole) {
    right -= button_width(whole);
    ImGui::SetCursorScreenPos({right, at.y});
    if (button(ui, "whole", whole)) show_whole(ui, state);
    ImGui::SetCursorScreenPos(at);
    right -= ui.px(12);
  }
  draw_choice(ui, state);
  const float choice_end = ImGui::GetItemRectMax().x;
  const bool has_room = right - choice_end > ui.px(520);
  if (has_room) right -= draw_key(ui, state, {right, at.y});
  draw_told(ui, state, right);
  ImGui::SetCursorScreenPos({at.x, at.y + ImGui::GetFrameHeight() + ui.px(5)});
}

// ---- in the strip ----

void draw_milestone(UiContext& ui, TimelineState& state, const TimeAxis& axis, const TimelineLanes& lanes,
                    const Dated& one, float room) {
  const float x = axis.x(one.date.latest());
  const Milestone& milestone = ui.session.network().milestones[one.which];
  const std::string title = shown_text(ui, milestone.title);
  const std::string words = fitting(title, std::max(room - ui.px(18), 0.0F));
  const float width = ImGui::CalcTextSize(words.c_str()).x + ui.px(14);
  ImGui::SetCursorScreenPos({x - ui.px(6), lanes.flags.min.y});
  ImGui::PushID(static_cast<int>(one.which));
  const bool clicked =
      ImGui::InvisibleButton("milestone", {std::max(std::min(width, room), ui.px(12)), lanes.flags.height()});
  ImGui::PopID();
  record(ui, title, "milestone", state.milestone == one.which);
  const bool is_near = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  tooltip(ui, ui.session.texts().date(one.date) + "\n" + title + "\n" + ui.tr("timeline.milestone_help"));
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({x, lanes.flags.min.y + ui.px(6)}, {x, lanes.bars.max.y}, colour_u32(with_alpha(theme.accent, 0.5F)));
  draw_mark(ui, DatedKind::milestone, {x, lanes.flags.min.y + ui.px(7)});
  const bool is_chosen_one = state.milestone == one.which;
  list.AddText({x + ui.px(8), lanes.flags.min.y}, colour_u32(is_near || is_chosen_one ? theme.accent : theme.text),
               words.c_str());
  if (!clicked) return;
  state.milestone = one.which;
  ui.session.view.date = one.date.latest();
}

void draw_milestones(UiContext& ui, TimelineState& state, const TimeAxis& axis, const TimelineLanes& lanes) {
  std::vector<Dated> shown;
  for (const Dated& one : state.timeline.dated) {
    if (one.kind != DatedKind::milestone) continue;
    const float x = axis.x(one.date.latest());
    if (x >= axis.left && x <= axis.right) shown.push_back(one);
  }
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const float end = i + 1 < shown.size() ? axis.x(shown[i + 1].date.latest()) : axis.right;
    draw_milestone(ui, state, axis, lanes, shown[i], end - axis.x(shown[i].date.latest()) + ui.px(6));
  }
}

// Duties and reviews where they are due, as signs on the line; so near that one would hide another, only the first.
void draw_marks(UiContext& ui, const TimelineState& state, const TimeAxis& axis, const TimelineLanes& lanes) {
  float last_duty = -1e9F;
  float last_review = -1e9F;
  for (const Dated& one : state.timeline.dated) {
    if (one.kind != DatedKind::duty && one.kind != DatedKind::review) continue;
    const float x = axis.x(one.date.latest());
    float& last = one.kind == DatedKind::duty ? last_duty : last_review;
    if (x < axis.left || x > axis.right || x - last < ui.px(6)) continue;
    last = x;
    draw_mark(ui, one.kind, {x, lanes.base});
  }
}

// ---- the chosen day ----

void hold_date(UiContext& ui, TimelineState& state, const TimeAxis& axis) {
  const double day = std::clamp(axis.day(ImGui::GetIO().MousePos.x), axis.from, axis.to - 1);
  const Date date = date_from_day_number(static_cast<std::int64_t>(std::floor(day)));
  if (!is_calendar_day(date.year, date.month, date.day)) return;
  if (ui.session.network().agreements.size() <= follows_hand) {
    ui.session.view.date = date;
  } else {
    state.dragged = date;
  }
}

void let_go(UiContext& ui, TimelineState& state) {
  if (state.dragged) ui.session.view.date = *state.dragged;
  state.dragged.reset();
}

void draw_own_day(UiContext& ui, const TimeAxis& axis, const TimelineLanes& lanes) {
  const float x = axis.x(ui.session.network().as_of);
  if (x < axis.left || x > axis.right) return;
  const unsigned colour = colour_u32(ui.session.theme().muted);
  for (float y = lanes.bars.min.y; y < lanes.bars.max.y; y += ui.px(5)) {
    ImGui::GetWindowDrawList()->AddLine({x, y}, {x, y + ui.px(2.5F)}, colour);
  }
}

// The line with its date on a plate among the years. It is taken hold of by either.
void draw_date_line(UiContext& ui, TimelineState& state, const TimeAxis& axis, const TimelineLanes& lanes) {
  const Theme& theme = ui.session.theme();
  const std::string words = ui.session.texts().date(partial(state.dragged.value_or(ui.session.view.date)));
  const float x = std::clamp(axis.x(state.dragged.value_or(ui.session.view.date)), axis.left, axis.right);
  const float width = ImGui::CalcTextSize(words.c_str()).x + ui.px(12);
  const float left = std::clamp(x - width * 0.5F, axis.left, std::max(axis.right - width, axis.left));
  ImGui::SetCursorScreenPos({left, lanes.years.min.y});
  ImGui::InvisibleButton("plate", {width, lanes.years.height()});
  record(ui, ui.tr("timeline.date"), "handle");
  const bool is_held = ImGui::IsItemActive();
  const bool is_near = ImGui::IsItemHovered() || ImGui::IsItemFocused() || is_held;
  tooltip(ui, is_held ? "" : ui.tr("timeline.date_help"));
  if (is_near) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  if (is_held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 1)) hold_date(ui, state, axis);
  if (ImGui::IsItemDeactivated()) let_go(ui, state);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({x, lanes.flags.max.y - ui.px(2)}, {x, lanes.years.min.y + ui.px(2)}, colour_u32(theme.accent),
               ui.px(2));
  list.AddRectFilled({left, lanes.years.min.y + ui.px(1)}, {left + width, lanes.years.max.y}, colour_u32(theme.accent),
                     ui.px(5));
  list.AddText({left + ui.px(6), lanes.years.min.y + ui.px(3)}, colour_u32(theme.panel), words.c_str());
}

// ---- under the cursor ----

constexpr std::string_view sentence_of(DatedKind kind) {
  switch (kind) {
    case DatedKind::begins:
      return "timeline.n.begins";
    case DatedKind::ends:
      return "timeline.n.ends";
    case DatedKind::review:
      return "timeline.n.review";
    case DatedKind::duty:
      return "timeline.n.duty";
    case DatedKind::recorded:
      return "timeline.n.recorded";
    case DatedKind::milestone:
      break;
  }
  return "timeline.n.milestone";
}

std::string title_of(const UiContext& ui, const Dated& one) {
  const Network& network = ui.session.network();
  if (one.kind == DatedKind::milestone) return shown_text(ui, network.milestones[one.which].title);
  const Agreement& agreement = network.agreement(one.agreement);
  if (one.kind == DatedKind::duty && !agreement.duties[one.which].text.empty()) {
    return shown_text(ui, agreement.duties[one.which].text);
  }
  return shown_text(ui, agreement.title);
}

// "2026-03: 4 börjar gälla" and the first few by name.
std::string card_of(const UiContext& ui, const TimelineState& state, const TimelineBar& bar, TimelineUnit unit) {
  std::string card = ui.session.texts().date(bar.period);
  for (std::size_t i = 0; i < dated_kinds; ++i) {
    const auto kind = static_cast<DatedKind>(i);
    if (bar.counts[i] > 0 && is_drawn(kind, shows(state))) card += "\n" + counted(ui, sentence_of(kind), bar.counts[i]);
  }
  std::size_t named = 0;
  std::size_t left_out = 0;
  std::string names;
  for (const Dated& one : state.timeline.dated) {
    if (!is_drawn(one.kind, shows(state)) || !(period_of(one.date, unit) == bar.period)) continue;
    if (named < most_named) names += "\n– " + fitting(title_of(ui, one), ui.px(300));
    named < most_named ? ++named : ++left_out;
  }
  if (left_out > 0) names += "\n" + counted(ui, "timeline.more", left_out);
  return card + names;
}

const TimelineBar* bar_of(const std::vector<TimelineBar>& bars, PartialDate period) {
  const auto found =
      std::find_if(bars.begin(), bars.end(), [&](const TimelineBar& bar) { return bar.period == period; });
  return found == bars.end() ? nullptr : &*found;
}

void draw_card(UiContext& ui, const TimelineState& state, const TimeAxis& axis) {
  const double day = std::floor(axis.day(ImGui::GetIO().MousePos.x));
  const Date date = date_from_day_number(static_cast<std::int64_t>(day));
  if (!is_calendar_day(date.year, date.month, date.day)) return;
  const TimelineUnit unit = unit_of(ui, axis);
  const std::vector<TimelineBar>& bars = unit == TimelineUnit::year ? state.years : state.months;
  std::string words;
  for (const PartialDate period : {period_of(partial(date), unit), period_of(partial(date), TimelineUnit::year)}) {
    const TimelineBar* bar = bar_of(bars, period);
    if (bar) words += (words.empty() ? "" : "\n\n") + card_of(ui, state, *bar, unit);
    if (unit == TimelineUnit::year) break;
  }
  tooltip(ui, words.empty() ? ui.session.texts().date(period_of(partial(date), unit)) : words);
}

// The wheel brings the day under the cursor nearer or farther.
void zoom(UiContext& ui, TimelineState& state, const TimeAxis& axis) {
  const float wheel = ImGui::GetIO().MouseWheel;
  if (wheel == 0) return;
  const StripSpan whole = whole_span(ui, state);
  const double day = axis.day(ImGui::GetIO().MousePos.x);
  const double share = (day - state.from_day) / (state.to_day - state.from_day);
  const double factor = std::pow(0.8, static_cast<double>(wheel));
  const double days = std::clamp((state.to_day - state.from_day) * factor, least_days, whole.to - whole.from);
  state.from_day = std::clamp(day - share * days, whole.from, whole.to - days);
  state.to_day = state.from_day + days;
  state.is_whole = days >= whole.to - whole.from;
}

void draw_ground(UiContext& ui, TimelineState& state, const TimeAxis& axis, const Rect& strip) {
  ImGui::SetCursorScreenPos({strip.min.x, strip.min.y});
  ImGui::InvisibleButton("strip", {strip.width(), strip.height()});
  record(ui, ui.tr("timeline.strip"), "timeline");
  const bool draws_period = is_period_drawn(ui, state);
  if (ImGui::IsItemActive() && draws_period) {
    draw_out_period(state, axis);
  } else if (ImGui::IsItemActive()) {
    hold_date(ui, state, axis);
  } else if (ImGui::IsItemHovered()) {
    draw_card(ui, state, axis);
    zoom(ui, state, axis);
  }
  if (ImGui::IsItemDeactivated()) draws_period ? take_period(ui, state) : let_go(ui, state);
}

void draw_strip(UiContext& ui, TimelineState& state) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  if (room.x < ui.px(60) || room.y < ui.px(50)) return;
  const Rect strip{{at.x, at.y}, {at.x + room.x, at.y + room.y}};
  const Shows what = shows(state);
  const TimeAxis axis{strip.min.x, strip.max.x, state.from_day, state.to_day};
  const TimelineLanes lanes = timeline_lanes(ui, strip, what == Shows::bounds);
  ImGui::PushFont(ui.fonts.small);
  const TimelineUnit unit = unit_of(ui, axis);
  draw_years(ui, axis, lanes);
  draw_bars(ui, axis, lanes, unit == TimelineUnit::year ? state.years : state.months,
            what == Shows::bounds ? BarKinds{} : BarKinds{DatedKind::recorded, false, DatedKind::ends});
  draw_own_day(ui, axis, lanes);
  draw_period(ui, state, axis, lanes);
  draw_marks(ui, state, axis, lanes);
  draw_milestones(ui, state, axis, lanes);
  draw_date_line(ui, state, axis, lanes);
  draw_ground(ui, state, axis, strip);
  ImGui::PopFont();
}

}  // namespace

void draw_timeline(UiContext& ui) {
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  TimelineState& state = ui.state.timeline;
  renew(ui, state);
  draw_head(ui, state);
  draw_strip(ui, state);
}

}  // namespace samverka
