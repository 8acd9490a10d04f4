#pragma once
#include <string>
#include <vector>

#include "ui/describe.h"

namespace samverka {

// Of a municipality on the layer of support structures: which of them serve it, and what nobody has confirmed. Nothing
// where the picture shows no such layer, or of another kind of actor.
std::vector<std::string> support_lines(const Session& session, ActorId actor);

}  // namespace samverka
