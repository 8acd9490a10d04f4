#pragma once
#include "app/session.h"
#include "model/workspace.h"

namespace samverka {

// How the network is looked at now, to be shown again another day. `from` gives what the window does not use: its title
// and unknown members.
SavedView view_of(const Session& session, SavedView from = {});

// Looks so again. What is absent stays as it is; a filter that is no filter and words that are unknown are left alone,
// and so is a selection of what the network no longer has.
void apply_view(const SavedView& saved, Session& session);

}  // namespace samverka
