#pragma once
// What the timeline keeps between frames.
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/timeline.h"

namespace samverka {

struct TimelineState {
  // Starts and ends, or the age of the information; unset: whichever the data has more to say of.
  enum class Shows : std::uint8_t { bounds, age };
  std::optional<Shows> chosen;

  // The part of time in the strip, as day numbers; the whole until somebody zooms.
  double from_day = 0, to_day = 1;
  bool is_whole = true;

  std::optional<Date> dragged;                 // where the line is held, in a network too large to follow the hand
  std::optional<Date> period_from, period_to;  // while a period is drawn with the mouse: from where, to where
  bool draws_period = false;                   // a drag draws one, without Shift
  bool is_playing = false;
  bool wants_toggle = false;  // a key asked to begin or end it
  double step_s = 1;          // between two steps of the play
  double next_step = 0;       // when the next one is, in the window's seconds

  std::optional<std::uint32_t> milestone;  // the one that was clicked: its source is told

  // What is shown, and of what it was made.
  std::uint64_t document = 0;
  std::optional<Filter> filter;
  Timeline timeline;
  std::vector<TimelineBar> years, months;
};

}  // namespace samverka
