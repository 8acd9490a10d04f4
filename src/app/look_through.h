#pragma once
#include <string>

#include "app/session.h"

namespace samverka {

// Tells agreements apart by a perspective (its code; empty: no longer). The network is then drawn by agreements: ties
// straight between actors have none to tell apart.
void look_through(Session& session, const std::string& perspective);

}  // namespace samverka
