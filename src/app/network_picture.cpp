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

}  // namespace

Key key_of_class(CollapseBy by, const std::string& code) { return std::string(word(by)) + ":" + code; }

NetworkPicture network_picture(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                               const ShownGraph& shown, const NetworkLook& look,
                               const std::vector<std::string>& hidden_groups) {
  const bool is_collapsed = look.collapse != CollapseBy::none;
  NetworkPicture picture;
  picture.is_joined = look.is_actors_only || is_collapsed;
  if (!picture.is_joined) {
    picture.placed = placed_incidence(network, shown);
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
  return picture;
}

}  // namespace samverka
