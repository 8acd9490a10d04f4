#pragma once
// What the timeline does beside showing one day: a period drawn with the mouse, and playing through the years.
#include "app/actions.h"
#include "ui/panels/timeline_chart.h"
#include "ui/panels/timeline_state.h"

namespace samverka {

// The buttons of both; goes a step on when it is time for one. `first` and `last`: between what days is played.
void draw_play(UiContext& ui, TimelineState& state, Date first, Date last);
bool take_play_key(UiContext& ui, Chord chord);  // Space, while the timeline is open and nobody writes
bool stop_play(TimelineState& state);            // false if nothing played
// Seconds until the next step; nothing where nothing plays. `now` as ImGui::GetTime().
std::optional<double> play_wakes_in_s(const TimelineState& state, double now);

// A drag in the strip draws a period: the button is on, or Shift is held.
bool is_period_drawn(const UiContext& ui, const TimelineState& state);
void draw_out_period(TimelineState& state, const TimeAxis& axis);
void take_period(UiContext& ui, TimelineState& state);  // the hand lets go
// The band of the period that is shown or being drawn, with an end to take hold of at each side.
void draw_period(UiContext& ui, TimelineState& state, const TimeAxis& axis, const TimelineLanes& lanes);

}  // namespace samverka
