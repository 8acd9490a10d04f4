#pragma once
// The only links: an agreement or an actor without which others are cut off, told by who they are. In graph words, the
// articulation points and bridges of the bipartite graph of confirmed ties that part actors from actors.
#include <span>
#include <utility>
#include <vector>

#include "analysis/ties.h"
#include "graph/subnetwork.h"

namespace samverka {

// The graph that the answers speak of.
struct TieGraph {
  Incidence incidence;     // one edge for each tie, however many roles somebody has
  std::size_t actors = 0;  // of them, with a tie
  std::size_t ties = 0;
};
// Of some actors (ascending), and of those of the agreements that are chosen (places in `ties`). Linear.
TieGraph tie_graph_of(const Ties& ties, std::span<const std::uint32_t> chosen, const std::vector<ActorId>& actors);

// What is lost with an agreement that ends, an actor that leaves, or one actor leaving one agreement.
struct CutOff {
  ActorId actor;          // unset: an agreement that ends
  AgreementId agreement;  // unset: an actor that leaves; both set: a bridge
  std::size_t rest = 0;   // actors in the largest part that still hangs together; 0: everybody is left alone
  // The other parts, who still have each other within a part; the largest first. Where rest is 0, one for each actor.
  std::vector<std::vector<ActorId>> parts;

  std::size_t count() const;  // of those who are cut off
};

struct OnlyLinks {
  std::vector<CutOff> points;   // those that cut off most first; of as many, agreements first, then by id
  std::vector<CutOff> bridges;  // the same order
  std::size_t components = 0;   // loners among them
  std::size_t loners = 0;
};

// The same graph's cut vertices and edges as graph theory has them, whether or not anybody is cut off.
struct GraphCuts {
  std::vector<ActorId> actors;                           // ascending
  std::vector<AgreementId> agreements;                   // ascending
  std::vector<std::pair<ActorId, AgreementId>> bridges;  // by actor, agreement
  std::size_t components = 0;
};
GraphCuts graph_cuts(const TieGraph& graph);

// A part without any actor is no part: an agreement with one party hangs on it, but nobody is cut off. O(V + E) and the
// answer, which lists everything but the largest part of each.
OnlyLinks only_links(const TieGraph& graph);

}  // namespace samverka
