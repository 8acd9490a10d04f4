#include "app/network_picture.h"

#include <algorithm>

namespace samverka {
namespace {

const char* word(CollapseBy by) {
  switch (by) {
    case CollapseBy::county:
      return "county";
    case CollapseBy::municipality:
      return "municipality";
    case CollapseBy::group:
      return "group";
    case CollapseBy::structure:
      return "structure";
    case CollapseBy::none:
      break;
  }
  return "";
}

PlacedGraph placed_incidence(const Network& network, const ShownGraph& shown) {
  PlacedGraph placed{"", shown.incidence.graph, shown.anchors, {}};
  placed.keys.reserve(shown.incidence.vertex_count());
  for (std::uint32_t v = 0; v < shown.incidence.vertex_count(); ++v) {
    placed.keys.push_back(shown.incidence.key(network, v));
  }
  return placed;
}

std::vector<ActorId> folded_actors(const Folding& folding) {
  std::vector<ActorId> folded;
  for (const Fold& fold : folding.folds) folded.insert(folded.end(), fold.units.begin(), fold.units.end());
  return folded;
}

// What is switched off in the legend is in no cluster.
void leave_out(const Network& network, const Taxonomy& taxonomy, const std::vector<std::string>& groups,
               std::vector<ActorId>& actors) {
  if (groups.empty()) return;
  std::erase_if(actors, [&](ActorId actor) {
    const std::string& group = taxonomy.group_of(network.actor(actor).type).code;
    return std::find(groups.begin(), groups.end(), group) != groups.end();
  });
}

Anchor middle_of(const std::vector<ActorId>& members, const std::vector<Anchor>& anchor_of_actor) {
  Anchor middle;
  float count = 0;
  for (const ActorId member : members) {
    const Anchor& anchor = anchor_of_actor[member.value];
    if (anchor.precision != Anchor::Precision::exact && anchor.precision != Anchor::Precision::municipality) continue;
    middle.map_km = middle.map_km + anchor.map_km;
    ++count;
  }
  if (count == 0) return {};
  return {middle.map_km * (1 / count), Anchor::Precision::county};
}

// Each node where it is on the map, a cluster in the middle of its members. Groups lie over the whole country, so that
// their middles say nothing.
std::vector<Anchor> anchors_of_nodes(const Network& network, const NetworkIndex& index, const Nodes& nodes,
                                     CollapseBy by) {
  std::vector<Anchor> anchors(nodes.size());
  if (by == CollapseBy::group) return anchors;
  Incidence everybody;
  for (std::size_t i = 0; i < network.actors.size(); ++i) everybody.actors.emplace_back(i);
  everybody.graph = Graph(everybody.actors.size(), {});
  const std::vector<Anchor> anchor_of_actor = anchors_of(network, index, everybody);
  for (std::size_t v = 0; v < nodes.actors.size(); ++v) anchors[v] = anchor_of_actor[nodes.actors[v].value];
  for (std::size_t i = 0; i < nodes.clusters.size(); ++i) {
    anchors[nodes.actors.size() + i] = middle_of(nodes.clusters[i].members, anchor_of_actor);
  }
  return anchors;
}

PlacedGraph placed_nodes(const Network& network, const NetworkIndex& index, const Classes& classes,
                         const JoinedNodes& joined) {
  const Nodes& nodes = joined.nodes;
  PlacedGraph placed{word(classes.by), joined.graph, anchors_of_nodes(network, index, nodes, classes.by), {}};
  placed.keys.reserve(nodes.size());
  for (const ActorId actor : nodes.actors) placed.keys.push_back(network.actor(actor).key);
  for (const Cluster& cluster : nodes.clusters) {
    placed.keys.push_back(key_of_class(classes.by, classes.codes[cluster.number]));
  }
  return placed;
}

// ---- rings ----

std::uint32_t sector_of(const Network& network, const Taxonomy& taxonomy, ActorId actor) {
  const auto& groups = taxonomy.groups.rows();
  const std::string& code = taxonomy.group_of(network.actor(actor).type).code;
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const ActorGroup& g) { return g.code == code; });
  return static_cast<std::uint32_t>(found - groups.begin());
}

// By group, agreements between. Classes of many groups stand together, before the single actors.
std::vector<std::uint32_t> sectors_by_agreement(const Network& network, const Taxonomy& taxonomy,
                                                const Incidence& incidence) {
  std::vector<std::uint32_t> sectors(incidence.vertex_count(), RingsInput::between);
  for (std::size_t v = 0; v < incidence.actors.size(); ++v) {
    sectors[v] = sector_of(network, taxonomy, incidence.actors[v]);
  }
  return sectors;
}

std::vector<std::uint32_t> sectors_of_nodes(const Network& network, const Taxonomy& taxonomy, const Nodes& nodes,
                                            CollapseBy by) {
  std::vector<std::uint32_t> sectors;
  for (const ActorId actor : nodes.actors) sectors.push_back(1 + sector_of(network, taxonomy, actor));
  for (const Cluster& cluster : nodes.clusters) {
    const bool is_group = by == CollapseBy::group;
    sectors.push_back(is_group ? 1 + sector_of(network, taxonomy, cluster.members.front()) : 0);
  }
  return sectors;
}

std::optional<std::uint32_t> place_in(std::span<const ActorId> sorted, ActorId actor) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), actor);
  if (found == sorted.end() || *found != actor) return {};
  return static_cast<std::uint32_t>(found - sorted.begin());
}

std::optional<std::uint32_t> centre_in(const NetworkIndex& index, const ShownGraph& shown, const Key& key) {
  if (const ActorId actor = index.actor(key); actor.is_set()) return place_in(shown.incidence.actors, actor);
  const AgreementId agreement = index.agreement(key);
  const auto& all = shown.incidence.agreements;
  const auto found = std::lower_bound(all.begin(), all.end(), agreement);
  if (!agreement.is_set() || found == all.end() || *found != agreement) return {};
  return static_cast<std::uint32_t>(shown.incidence.actors.size() + static_cast<std::size_t>(found - all.begin()));
}

// Paths do not go through an umbrella: everybody would be one step away.
void add_rings_by_agreement(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                            const ShownGraph& shown, const Key& key, NetworkPicture& picture) {
  const auto centre = centre_in(index, shown, key);
  if (!centre) return;
  // Without the edges that keep unfolded units by their hosts: they are no steps.
  const Incidence incidence = incidence_of(shown.part, shown.incidence.actors, Joined::parties_and_founded);
  std::vector<bool> is_dead_end(incidence.vertex_count(), false);
  std::vector<std::size_t> parties(network.agreements.size(), 0);
  for (const Participation& p : shown.part.participations) ++parties[p.agreement.value];
  for (std::size_t i = 0; i < incidence.agreements.size(); ++i) {
    is_dead_end[incidence.actors.size() + i] = parties[incidence.agreements[i].value] > umbrella_parties;
  }
  const std::vector<std::uint32_t> sectors = sectors_by_agreement(network, taxonomy, incidence);
  picture.edges_a_step = 2;
  picture.is_centre_agreement = !incidence.is_actor(*centre);
  picture.rings = rings_layout({incidence.graph, *centre, sectors, std::move(is_dead_end)});
}

void add_rings_of_nodes(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, const Key& key,
                        NetworkPicture& picture) {
  const Nodes& nodes = picture.joined.nodes;
  const ActorId actor = index.actor(key);
  const std::uint32_t centre = actor.is_set() ? nodes.node_of_actor[actor.value] : Nodes::none;
  if (centre == Nodes::none) return;
  const std::vector<std::uint32_t> sectors = sectors_of_nodes(network, taxonomy, nodes, picture.classes.by);
  picture.rings = rings_layout({picture.joined.graph, centre, sectors, {}});
}

}  // namespace

NetworkParts NetworkPicture::parts(std::vector<bool> is_pinned) const {
  NetworkParts parts;
  parts.joined = is_joined ? &joined : nullptr;
  parts.classes = &classes;
  parts.rings = rings ? &*rings : nullptr;
  parts.edges_a_step = edges_a_step;
  parts.is_centre_agreement = is_centre_agreement;
  if (!rings) parts.is_pinned = std::move(is_pinned);
  return parts;
}

Key key_of_class(CollapseBy by, const std::string& code) { return std::string(word(by)) + ":" + code; }

NetworkPicture network_picture(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                               const ShownGraph& shown, const NetworkLook& look,
                               const std::vector<std::string>& hidden_groups) {
  const bool is_collapsed = look.collapse != CollapseBy::none;
  NetworkPicture picture;
  picture.is_joined = look.is_actors_only || is_collapsed;
  if (!picture.is_joined) {
    picture.placed = placed_incidence(network, shown);
    if (look.has_rings) add_rings_by_agreement(network, index, taxonomy, shown, look.ring_centre, picture);
    return picture;
  }
  picture.classes = classes_of(network, index, taxonomy, look.collapse);
  std::vector<ActorId> alone = shown.folding.shown;
  std::vector<ActorId> folded = folded_actors(shown.folding);
  if (is_collapsed) {
    leave_out(network, taxonomy, hidden_groups, alone);
    leave_out(network, taxonomy, hidden_groups, folded);
  }
  picture.joined = join_nodes(shown.part, collapse(picture.classes, alone, folded, look.expanded), umbrella_parties);
  picture.placed =
      is_collapsed ? placed_nodes(network, index, picture.classes, picture.joined) : placed_incidence(network, shown);
  if (look.has_rings) add_rings_of_nodes(network, index, taxonomy, look.ring_centre, picture);
  return picture;
}

}  // namespace samverka
