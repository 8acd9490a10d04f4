#pragma once
#include "app/session.h"

namespace samverka {

// The actor or agreement of the open network that a problem is about: nothing for problems of the file as a whole, and
// of other files.
PickId target_of(const Problem& problem, const Session& session);

// What it says, in the window's language and the taxonomy's words, without place and code.
std::string words_of(const Problem& problem, const Session& session);

// All there is to tell of the open files: of the network, then of its workspace.
std::vector<const Problem*> all_problems(const Session& session);

}  // namespace samverka
