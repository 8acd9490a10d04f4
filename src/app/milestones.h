#pragma once
// Days that the network's people have to know: a law comes into force, an application closes. Changed one at a time.
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/network.h"

namespace samverka {

// A milestone as it is being written.
struct MilestoneDraft {
  std::optional<std::size_t> row;   // its place; none: a new one
  std::string date, title, source;  // the source by its id
};

MilestoneDraft milestone_at(const Network& network, std::size_t row);
// What stands in the way: no title (E_REQUIRED), no day or one that is none (E_DATE), a source that is not there
// (E_REF).
std::vector<Problem> problems_of(const Network& network, const MilestoneDraft& draft);
// Milestones stay in the order of their days. Call only without problems.
Network with_milestone(const Network& network, const MilestoneDraft& draft);
Network without_milestone(const Network& network, std::size_t row);

}  // namespace samverka
