#include "ui/panels/timeline_chart.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/ui.h"

namespace samverka {
namespace {

constexpr double least_month_px = 5;
constexpr float least_label_px = 46;

// Every so many months, the first that leaves room for its label.
int months_between_labels(const UiContext& ui, const TimeAxis& axis) {
  const double month_px = axis.px_per_year() / 12;
  for (const int months : {1, 3, 6, 12, 24, 60, 120, 240, 600}) {
    if (month_px * months >= ui.px(months < 12 ? least_label_px * 1.3F : least_label_px)) return months;
  }
  return 1200;
}

std::size_t greatest(const std::vector<TimelineBar>& bars, DatedKind kind) {
  std::size_t most = 0;
  for (const TimelineBar& bar : bars) most = std::max(most, bar.of(kind));
  return most;
}

// Pixels for one, such that both the highest and the deepest bar have room.
float px_per_one(const UiContext& ui, const TimelineLanes& lanes, const std::vector<TimelineBar>& bars,
                 BarKinds kinds) {
  const float up = lanes.base - lanes.bars.min.y - ui.px(3);
  const float down = lanes.bars.max.y - lanes.base - ui.px(3);
  const std::size_t most_up = std::max<std::size_t>(greatest(bars, kinds.up), 1);
  const std::size_t most_down = kinds.has_down ? std::max<std::size_t>(greatest(bars, kinds.down), 1) : 1;
  const float per_up = up / static_cast<float>(most_up);
  return std::max(0.0F, kinds.has_down ? std::min(per_up, down / static_cast<float>(most_down)) : per_up);
}

// The whole of a period, with a hair's breadth to the next.
struct Span {
  float from = 0, to = 0;
};
Span span_of(const UiContext& ui, const TimeAxis& axis, PartialDate period) {
  const float from = axis.x(period.earliest());
  const float to = axis.x(static_cast<double>(day_number(period.latest())) + 1) - ui.px(1);
  return {from, std::max(to, from + ui.px(1.5F))};
}

}  // namespace

TimelineLanes timeline_lanes(const UiContext& ui, const Rect& strip, bool has_ends) {
  const float line = ui.fonts.small->FontSize;
  TimelineLanes lanes;
  lanes.flags = {strip.min, {strip.max.x, strip.min.y + line + ui.px(4)}};
  lanes.years = {{strip.min.x, strip.max.y - line - ui.px(5)}, strip.max};
  lanes.bars = {{strip.min.x, lanes.flags.max.y}, {strip.max.x, std::max(lanes.years.min.y, lanes.flags.max.y + 1)}};
  lanes.base = has_ends ? lanes.bars.min.y + lanes.bars.height() * 0.6F : lanes.bars.max.y - ui.px(5);
  return lanes;
}

TimelineUnit unit_of(const UiContext& ui, const TimeAxis& axis) {
  return axis.px_per_year() / 12 >= ui.px(static_cast<float>(least_month_px)) ? TimelineUnit::month
                                                                              : TimelineUnit::year;
}

void draw_years(UiContext& ui, const TimeAxis& axis, const TimelineLanes& lanes) {
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const int step = months_between_labels(ui, axis);
  const int first_year = date_from_day_number(static_cast<std::int64_t>(std::floor(axis.from))).year;
  const int whole_years = std::max(1, step / 12);
  Date tick{std::max(1, first_year / whole_years * whole_years), 1, 1};
  const float y = lanes.years.min.y + ui.px(4);
  for (int i = 0; i < 2000 && is_calendar_day(tick.year, tick.month, 1) && axis.x(tick) <= axis.right; ++i) {
    const float x = axis.x(tick);
    if (x >= axis.left) {
      const std::string words = tick.month == 1 ? std::to_string(tick.year) : to_string(tick).substr(0, 7);
      list.AddLine({x, lanes.bars.min.y}, {x, lanes.years.min.y + ui.px(3)},
                   colour_u32(with_alpha(theme.border, 0.8F)));
      const float width = ImGui::CalcTextSize(words.c_str()).x;
      if (x + width <= axis.right) {
        list.AddText({x + ui.px(3), y}, colour_u32(theme.muted), words.c_str());
      }
    }
    const Date next = add_months(tick, step);
    if (next == tick) break;
    tick = next;
  }
  list.AddLine({axis.left, lanes.base}, {axis.right, lanes.base}, colour_u32(theme.border));
}

void draw_bars(UiContext& ui, const TimeAxis& axis, const TimelineLanes& lanes, const std::vector<TimelineBar>& bars,
               BarKinds kinds) {
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float per_one = px_per_one(ui, lanes, bars, kinds);
  const bool has_months = unit_of(ui, axis) == TimelineUnit::month;
  for (const TimelineBar& bar : bars) {
    const Span at = span_of(ui, axis, bar.period);
    if (at.to < axis.left || at.from > axis.right) continue;
    const float alpha = has_months && bar.period.month == 0 ? 0.3F : 0.85F;  // somewhen in the year
    const float from = std::max(at.from, axis.left);
    const float to = std::min(at.to, axis.right);
    const auto height = [&](std::size_t count) {
      return count == 0 ? 0.0F : std::max(ui.px(2), static_cast<float>(count) * per_one);
    };
    const float up = height(bar.of(kinds.up));
    const float down = kinds.has_down ? height(bar.of(kinds.down)) : 0;
    if (up > 0)
      list.AddRectFilled({from, lanes.base - up}, {to, lanes.base}, colour_u32(with_alpha(theme.accent, alpha)));
    if (down > 0) {
      list.AddRectFilled({from, lanes.base + 1}, {to, lanes.base + 1 + down},
                         colour_u32(with_alpha(theme.warning, alpha)));
    }
  }
}

void draw_mark(UiContext& ui, DatedKind kind, Vec2 centre) {
  const Theme& theme = ui.session.theme();
  if (kind == DatedKind::duty) draw_symbol(Symbol::diamond, centre, ui.px(5), theme.text);
  if (kind == DatedKind::review) draw_symbol(Symbol::triangle, centre, ui.px(4.5F), theme.text);
  if (kind == DatedKind::milestone) draw_symbol(Symbol::triangle_down, centre, ui.px(4.5F), theme.accent);
}

}  // namespace samverka
