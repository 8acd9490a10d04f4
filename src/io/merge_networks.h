#pragma once
// Two planners' copies of one network made one again, by what each has changed since the copy that both began from:
// rows by id, members by name, parties by actor, role and service, lists whose order says nothing as sets
// (docs/format.md, section 8). What only one of them has changed is taken; what both have changed differently is a
// conflict, and somebody must choose.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "io/read_network.h"
#include "model/network.h"

namespace samverka {

enum class MergeSide { mine, theirs };

struct MergeConflict {
  std::string table;  // "actors", "agreements", "sources", "surveys", "registers", "milestones", "contacts"; empty: the
                      // network's own members
  Key row;            // id; of milestones and contacts what tells them apart
  std::string member;  // "valid/to", "parties/k-alby:host/state"; empty: the row, which one took away and the other
                       // changed or began to refer to
  // As they are written; nothing: it is not there.
  std::optional<std::string> base, mine, theirs;
  bool operator==(const MergeConflict&) const = default;
};

struct MergedNetwork {
  Network network;                                            // with the chosen side of each conflict
  std::vector<MergeConflict> conflicts;                       // the same whatever is chosen, in the order of the file
  std::size_t from_mine = 0, from_theirs = 0, from_both = 0;  // rows and members changed by one of them, or alike
  // Of reading it as a file: what is wrong with the whole that may be wrong with neither part, such as an id that both
  // gave to something new.
  ReadReport report;
};

// `choices` has a side for each conflict; conflicts without one get mine. Without a base (null) nothing can be told to
// have been taken away: what one of them lacks comes back, and whatever differs is a conflict. Of `recorded` in the
// provenance the later is taken, since it says when we learned of it. Linear, plus what differs.
MergedNetwork merge_networks(const Network* base, const Network& mine, const Network& theirs, const Taxonomy& taxonomy,
                             std::span<const MergeSide> choices = {});

}  // namespace samverka
