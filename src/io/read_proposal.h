#pragma once
#include <string>
#include <string_view>

#include "io/read_network.h"
#include "model/scenario.h"

namespace samverka {

// One agreement that is proposed and no fact, as in a network file (docs/format.md, section 3). What it refers to stays
// keys (Reference::unresolved) until the scenario is applied.
struct ReadProposal {
  Agreement agreement;
  ReadReport report;
};
ReadProposal read_proposal(std::string_view json, const std::string& file_name);

}  // namespace samverka
