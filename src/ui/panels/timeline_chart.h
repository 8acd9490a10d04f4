#pragma once
// The drawn part of the timeline: where a day stands, bars, marks and years.
#include <vector>

#include "analysis/timeline.h"
#include "base/geometry.h"
#include "ui/widgets.h"

namespace samverka {

// Days across the strip.
struct TimeAxis {
  float left = 0, right = 1;  // pixels
  double from = 0, to = 1;    // day numbers

  float x(double day) const { return left + static_cast<float>((day - from) / (to - from)) * (right - left); }
  float x(Date date) const { return x(static_cast<double>(day_number(date))); }
  double day(float px) const { return from + (to - from) * static_cast<double>((px - left) / (right - left)); }
  double px_per_year() const { return 365.25 * static_cast<double>(right - left) / (to - from); }
};

// The strip from top to bottom: names of milestones, bars over and under their line, years.
struct TimelineLanes {
  Rect flags, bars, years;
  float base = 0;  // y of the line that bars stand on
};
TimelineLanes timeline_lanes(const UiContext& ui, const Rect& strip, bool has_ends);

// Months where they are wide enough to see, else years.
TimelineUnit unit_of(const UiContext& ui, const TimeAxis& axis);

void draw_years(UiContext& ui, const TimeAxis& axis, const TimelineLanes& lanes);
// `up` stands on the line, `down` hangs under it (or nothing does); one scale for both.
struct BarKinds {
  DatedKind up = DatedKind::begins;
  bool has_down = true;
  DatedKind down = DatedKind::ends;
};
void draw_bars(UiContext& ui, const TimeAxis& axis, const TimelineLanes& lanes, const std::vector<TimelineBar>& bars,
               BarKinds kinds);
void draw_mark(UiContext& ui, DatedKind kind, Vec2 centre);

}  // namespace samverka
