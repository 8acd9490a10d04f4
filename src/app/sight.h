#pragma once
#include <string>

#include "app/session.h"

namespace samverka {

// Whether an actor or agreement is in the pictures and tables now, or the first thing that keeps it out.
enum class Sight {
  shown,
  not_on_day,     // ended, not begun, or not existing on the chosen day: no filter brings it back
  no_parties,     // an agreement of which no party is known: there is nothing to draw
  hidden,         // put away by hand
  switched_off,   // its group, or all agreements, in the legend
  folded,         // a unit told of by the actor that answers for it
  outside_focus,  // not in the neighbourhood that is looked at
  filtered
};

// Folds are looked through: linear in the folded units.
Sight sight_of(const Session& session, PickId pick);

bool can_be_shown(Sight sight);  // something can be undone that brings it back

// "inte i bilden: ihopfälld i Granby kommun"; empty where it is shown.
std::string sight_in_words(const Session& session, PickId pick, Sight sight);

// Undoes, one after the other, whatever keeps it out of the picture, and no more. False where that cannot be done.
bool show_anyway(Session& session, PickId pick);

}  // namespace samverka
