#include "analysis/redundancy.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "analysis/observed.h"
#include "graph/disjoint_paths.h"

namespace samverka {
namespace {

// Vertices of a small graph, numbered as they come; 0 and 1 are taken.
template <class Id>
class Numbers {
 public:
  explicit Numbers(std::uint32_t& next) : next_(next) {}
  std::uint32_t of(Id id) {
    const auto [at, is_new] = numbers_.try_emplace(id, next_);
    if (is_new) ++next_;
    return at->second;
  }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::uint32_t& next_;
  std::unordered_map<Id, std::uint32_t> numbers_;
};

class FootholdReader {
 public:
  FootholdReader(const Network& network, const Taxonomy& taxonomy, const Ties& ties, bool with_umbrellas)
      : network_(network), taxonomy_(taxonomy), ties_(ties), with_umbrellas_(with_umbrellas) {}

  Footholds read(ActorId municipality, const AreaCode& area) const {
    Footholds found;
    found.municipality = municipality;
    std::vector<PartnerBy> partners;
    std::unordered_set<ActorId> distinct;
    const ActorId root = root_of(network_, municipality);
    for (const std::uint32_t at : ties_.of_actor[municipality.value]) {
      const TiedAgreement& agreement = ties_.agreements[at];
      if (agreement.is_grant || !is_about(network_.agreement(agreement.id), taxonomy_, area)) continue;
      const bool is_left_out = agreement.is_umbrella && !with_umbrellas_ && !asks_for_structures(area);
      for (const ActorId other : agreement.actors) {
        if (other == municipality || root_of(network_, other) == root) continue;
        found.has_umbrella |= is_left_out;
        if (is_left_out) break;
        partners.push_back({other, agreement.id});
        distinct.insert(other);
      }
    }
    found.partners = distinct.size();
    found.independent = independent_partners(network_, partners);
    if (is_observed(network_, taxonomy_, municipality, area)) found.silence = Footholds::Silence::observed_none;
    return found;
  }

 private:
  const Network& network_;
  const Taxonomy& taxonomy_;
  const Ties& ties_;
  bool with_umbrellas_;
};

}  // namespace

std::size_t independent_partners(const Network& network, const std::vector<PartnerBy>& partners) {
  if (partners.empty()) return 0;
  //  0 (the actor) - agreements - roots of partners - 1 (no one)
  std::uint32_t next = 2;
  Numbers<AgreementId> agreements(next);
  Numbers<ActorId> roots(next);
  std::vector<Graph::Edge> edges;
  for (const PartnerBy& p : partners) {
    const std::uint32_t agreement = agreements.of(p.agreement), root = roots.of(root_of(network, p.partner));
    edges.insert(edges.end(), {{0, agreement}, {agreement, root}, {root, 1}});
  }
  if (agreements.size() == 1 || roots.size() == 1) return 1;
  return DisjointPaths(Graph(next, edges)).count(0, 1, agreements.size());
}

std::vector<AreaFootholds> footholds_by_area(const Network& network, const Taxonomy& taxonomy, const Ties& ties,
                                             const std::vector<ActorId>& municipalities,
                                             const std::vector<AreaCode>& areas, bool with_umbrellas) {
  const FootholdReader reader(network, taxonomy, ties, with_umbrellas);
  std::vector<AreaFootholds> found;
  for (const AreaCode& area : areas) {
    found.push_back({area, {}});
    for (const ActorId municipality : municipalities) found.back().rows.push_back(reader.read(municipality, area));
  }
  return found;
}

FootholdCount count_of(const AreaFootholds& area) {
  FootholdCount count;
  for (const Footholds& row : area.rows) {
    if (row.independent > 0) {
      ++(row.independent > 1 ? count.two_or_more : count.one);
    } else if (row.has_umbrella) {
      ++count.umbrella_only;
    } else {
      ++(row.silence == Footholds::Silence::observed_none ? count.observed_none : count.no_record);
    }
  }
  return count;
}

std::vector<WaysToRegion> ways_to_region(const Network& network, const NetworkIndex& index, const TieGraph& graph,
                                         const std::vector<ActorId>& municipalities) {
  const std::vector<ActorId>& actors = graph.incidence.actors;  // ascending
  const auto vertex_of = [&](ActorId id) {
    const auto at = std::lower_bound(actors.begin(), actors.end(), id);
    return at != actors.end() && *at == id ? static_cast<std::uint32_t>(at - actors.begin()) : VertexId::none;
  };
  DisjointPaths paths(graph.incidence.graph);
  std::vector<WaysToRegion> found;
  for (const ActorId municipality : municipalities) {
    const ActorId region = index.region_of_county(network.actor(municipality).county);
    if (!region.is_set()) continue;
    const std::uint32_t from = vertex_of(municipality), to = vertex_of(region);
    if (from == VertexId::none || to == VertexId::none) continue;
    found.push_back({municipality, region, paths.count(from, to, most_ways)});
  }
  return found;
}

}  // namespace samverka
