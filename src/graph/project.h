#pragma once
// Agreements as ties straight between their parties: what remains of the bipartite picture when only actors are drawn,
// or actors that are drawn as one.
#include <cstdint>
#include <span>
#include <vector>

#include "graph/collapse.h"
#include "graph/subnetwork.h"

namespace samverka {

// What two nodes share. Confirmed and unconfirmed are kept apart, as two ties of the same pair: an agreement counts as
// confirmed for a pair if both stand in it with a tie on the day.
struct ProjectedTie {
  std::uint32_t a = 0, b = 0;  // nodes, a < b
  bool is_confirmed = false;
  std::uint32_t agreements = 0;
  // Each agreement adds 1 / (n - 1), where n is the number of nodes that it joins: an agreement of many says less of
  // each pair, and the strengths around a node add up to the number of its agreements.
  float strength = 0;
};

struct Projection {
  std::vector<ProjectedTie> ties;     // by a, b, confirmed first
  std::vector<std::uint32_t> inside;  // each node: agreements all of whose shown parties are in it
  std::vector<std::uint32_t> all;     // each node: agreements that it takes part in, umbrellas too
  std::size_t umbrellas = 0;          // agreements left out of the ties
};

// Agreements with more shown parties than `umbrella` tie everybody to everybody and say nothing: they are left out of
// the ties and counted. Pairs are thus at most umbrella² / 2 an agreement. Deterministic.
Projection project(const SubNetwork& part, const Nodes& nodes, std::size_t umbrella);

// The agreements behind a tie, ascending. Linear in what is shown.
std::vector<AgreementId> agreements_of(const ProjectedTie& tie, const SubNetwork& part, const Nodes& nodes,
                                       std::size_t umbrella);

// Charters and the bodies they found, between nodes: from the body to each party of its charter, once a pair; a body of
// more than `umbrella` founders is joined to nobody. Structure, never counted as a tie.
std::vector<Graph::Edge> founding_edges(const SubNetwork& part, const Nodes& nodes, std::size_t umbrella);

// A picture without agreements: nodes, what ties them, and both as a graph, which has an edge for each pair with a tie
// and for each founding edge.
struct JoinedNodes {
  Nodes nodes;
  Projection projection;
  std::vector<Graph::Edge> foundings;
  Graph graph;
};
JoinedNodes join_nodes(const SubNetwork& part, Nodes nodes, std::size_t umbrella);

}  // namespace samverka
