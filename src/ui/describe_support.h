#pragma once
#include <string>
#include <vector>

#include "ui/describe.h"
#include "ui/panels/support_state.h"

namespace samverka {

// Reads who supports whom again where the document or the day is another than `support` was read from.
void renew_support(const Session& session, SupportState& support);

// Of a municipality on the layer of support structures: which of them serve it, and what nobody has confirmed. Nothing
// where the picture shows no such layer, or of anything else.
std::vector<std::string> support_lines(const Session& session, SupportState& support, PickId pick);

}  // namespace samverka
