#pragma once
#include <optional>
#include <string>
#include <utility>

#include "ui/describe.h"

namespace samverka {

// A tie straight between two nodes of the network picture: who, how strong, and which agreements.
Described describe_tie(const Session& session, PickId pick);
// A class drawn as one: its members by group, and the agreements within it.
Described describe_cluster(const Session& session, PickId pick);

// The node's pick: its actor, or its class.
PickId pick_of_node(const Session& session, std::uint32_t node);
// The two that a tie joins; nothing for another pick, and for a tie of a picture that is gone.
std::optional<std::pair<PickId, PickId>> ends_of_tie(const Session& session, PickId pick);
// Of the agreements behind a tie, the one of fewest parties: it says most of the two.
PickId closest_agreement(const Session& session, PickId tie);

// The cluster that is drawn for a class now; null where none is.
const Cluster* drawn_cluster(const Session& session, PickId pick);
std::string class_in_words(const Session& session, std::uint32_t number);

}  // namespace samverka
