#pragma once
// What the network tab is drawn from, beside the sub-network itself: which nodes there are in the chosen look, what
// ties them, and the graph that is laid out.
#include <optional>
#include <string>
#include <vector>

#include "app/pictures.h"
#include "graph/collapse.h"
#include "graph/project.h"
#include "scene/build.h"

namespace samverka {

// A graph whose vertices keep their places under a name that outlives filters and dates.
struct PlacedGraph {
  std::string store;  // which set of places: "" by agreements and for actors only, else what it is collapsed by
  Graph graph;
  std::vector<Anchor> anchors;  // one a vertex
  std::vector<Key> keys;        // one a vertex
};

struct NetworkPicture {
  bool is_joined = false;  // ties straight between nodes: actors only, or collapsed. Else by agreements
  Classes classes;         // what the clusters are; by none where nothing is collapsed
  JoinedNodes joined;      // set if is_joined
  // What is laid out: the incidence, also for actors only, who thus keep their places; the nodes where collapsed.
  PlacedGraph placed;
  std::optional<Rings> rings;  // around the look's centre, if it is among the vertices
  std::uint32_t edges_a_step = 1;
  bool is_centre_agreement = false;

  NetworkParts parts(std::vector<bool> is_pinned) const;  // refers to this
  // Of what is drawn: on rings their own, else the `places` of the placed graph.
  const Positions& positions(const Positions& places) const { return rings ? rings->positions : places; }
};

// Groups in `hidden_groups` are in no cluster and give no ties where actors are collapsed; elsewhere the scene hides
// them. Pure; linear but for the pairs of an agreement (graph/project.h).
NetworkPicture network_picture(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                               const ShownGraph& shown, const NetworkLook& look,
                               const std::vector<std::string>& hidden_groups);

// The key that a class is placed, pinned and remembered by: "county:20".
Key key_of_class(CollapseBy by, const std::string& code);

}  // namespace samverka
