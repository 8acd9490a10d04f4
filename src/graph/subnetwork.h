#pragma once
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"
#include "model/filter.h"
#include "model/map_shapes.h"
#include "model/network.h"
#include "model/network_index.h"
#include "model/taxonomy.h"

namespace samverka {

// A party that is shown. Confirmed = a tie (FORMAT section 1) on the day; the rest is recommended, pending, of unknown
// state, or hangs on an agreement whose validity is unknown: drawn faint and dashed, counted apart.
struct Participation {
  AgreementId agreement;
  std::uint32_t party = 0;  // which of the agreement's parties
  ActorId actor;
  bool is_confirmed = false;
};

// A shown agreement and the shown actor that it constitutes (`founds`). Structure, never a tie: a federation's members
// are parties of its charter, the federation itself is not.
struct Founding {
  AgreementId agreement;
  ActorId actor;
};

// The part of a network that a filter and a day let through.
struct SubNetwork {
  std::vector<ActorId> actors;                // ascending
  std::vector<AgreementId> agreements;        // ascending
  std::vector<Participation> participations;  // by agreement, then party
  std::vector<Founding> foundings;            // by agreement
};

// Agreements: those the filter accepts, that stand on the day (not ended, not ended before it, not begun after it
// unless planned or decided) and keep at least one shown party. Parties: accepted by the filter, their actor too;
// withdrawn and declined ones are left out unless the filter asks for that state; so are those whose own time has ended
// or not begun, but for those on their way in (recommended, decided, or of an agreement still to come). Actors:
// accepted, existing on the day and, if the filter speaks of agreements, party in one that is left or founded by one.
// Where the filter names a period (`during=`), what that shows on some day of it. Of alternatives, all that one of them
// shows. Linear, for each alternative.
SubNetwork restrict(const Network& network, const Taxonomy& taxonomy, const Filter& filter, Date day);

// Units without a recorded agreement, folded into the actor that answers for them: "Falun · 9 skolor, ingen uppgift".
struct Fold {
  ActorId host;  // organiser, municipality or region; unset where none is known
  std::vector<ActorId> units;
};

struct Folding {
  std::vector<ActorId> shown;  // the actors that stay, ascending
  std::vector<Fold> folds;     // by host; the one without a host last
  std::size_t folded_count = 0;
};

// Folds every actor of groups school, health, civil, support, state or other that takes no part in `part` and is not
// founded there. The host is the nearest shown ancestor by `parent`; else the municipality, else the region of the
// county, of the unit or of the nearest ancestor that has one that is shown. Municipalities, regions and support
// structures are never folded. With `unfold_all`, nothing is.
Folding fold_units(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, const SubNetwork& part,
                   bool unfold_all = false);
// The same with the units of some hosts (by key) among the shown.
Folding unfold_hosts(const Network& network, Folding folding, std::span<const Key> hosts);

// The bipartite graph of a sub-network: vertices are the given actors, then the agreements; an edge joins a party to
// its agreement. One agreement of n parties is n edges, never n² pairs. An actor that is party twice is joined twice.
struct Incidence {
  Graph graph;
  std::vector<ActorId> actors;          // vertex v < actors.size()
  std::vector<AgreementId> agreements;  // vertex v - actors.size()

  std::size_t vertex_count() const { return actors.size() + agreements.size(); }
  bool is_actor(std::uint32_t vertex) const { return vertex < actors.size(); }
  const Key& key(const Network& network, std::uint32_t vertex) const;
};
// A picture also joins a charter to the body it founds, so that the two stand together; an analysis of cooperation does
// not. `belonging` joins unfolded units to their hosts for the same reason: without it two thousand schools that
// nothing is recorded of would lie in a field of their own.
enum class Joined { parties, parties_and_founded };
Incidence incidence_of(const SubNetwork& part, const std::vector<ActorId>& actors, Joined with = Joined::parties,
                       std::span<const Fold> belonging = {});

// Where a vertex belongs on the earth, and how well that is known.
struct Anchor {
  enum class Precision { none, county, municipality, exact };
  Vec2 map_km;  // see geodesy.h
  Precision precision = Precision::none;
  bool is_local = false;  // of one municipality: its agreements belong near it more than near a region or an authority
};
// An actor's own (sound) position; else its municipality's; its parent's; its region's; else the middle of its members.
// A sensitive actor is anchored to its municipality at best, and never to its parent's own address. An agreement has no
// anchor: the layout puts it among its parties. With shapes, those of a county whose region nobody has placed are
// anchored well inside it.
std::vector<Anchor> anchors_of(const Network& network, const NetworkIndex& index, const Incidence& incidence,
                               const MapShapes* shapes = nullptr);

}  // namespace samverka
