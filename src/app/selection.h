#pragma once
// What a user does with what is selected. One selection for every tab: `view.selection` is the one that the inspector
// tells of, `view.also_selected` the rest.
#include <optional>
#include <vector>

#include "app/session.h"

namespace samverka {

// Everything in the picture that can be selected: the shown actors of groups that are switched on, then the shown
// agreements, unless those are switched off. Folded units are not in the picture.
std::vector<PickId> shown_picks(const Session& session);

// The vertex of an actor or agreement in shown().incidence, if it is there.
std::optional<std::uint32_t> vertex_of(const Incidence& incidence, PickId pick);

std::vector<Key> selected_keys(const Session& session);

// Selects these and nothing else. What the inspector told of stays the first if it is among them.
void set_selection(Session& session, const std::vector<PickId>& picks);
void select_all_shown(Session& session);
void select_none(Session& session);  // and takes away the path that was found
void invert_selection(Session& session);
// Adds the parties of selected agreements, and the agreements and partners of selected actors, as far as they are
// shown; crowds (analysis/partners.h) are added without their parties.
void select_neighbours(Session& session);

void hide_selected(Session& session);
void show_hidden(Session& session);

// Shows only what is within 1-3 steps of the selection; without one, of what is in focus already.
void set_focus(Session& session, int steps);
void clear_focus(Session& session);
bool can_focus(const Session& session);

// The shortest way between the two selected actors, through what is shown: draws and selects it and tells of it in a
// notice; where there is none the notice says what was left out.
void find_route(Session& session);
bool can_find_route(const Session& session);  // just two actors are selected
void clear_route(Session& session);

}  // namespace samverka
