#include "graph/collapse.h"

#include <algorithm>
#include <unordered_map>

#include "base/check.h"

namespace samverka {
namespace {

using Codes = std::vector<std::string>;  // of each actor; empty: in no class

// The actor and its ancestors, nearest first. A cycle of parents is an error of the file (E_CYCLE), which must not hang
// us.
std::vector<ActorId> actor_and_ancestors(const Network& network, ActorId actor) {
  constexpr std::size_t deepest = 64;
  std::vector<ActorId> chain;
  for (ActorId at = actor; at.is_set() && chain.size() < deepest; at = network.actor(at).parent.id) chain.push_back(at);
  return chain;
}

std::string own_county(const Actor& actor) {
  return actor.county.empty() && actor.municipality.size() == 4 ? actor.municipality.substr(0, 2) : actor.county;
}

// The first that is not empty, of the actor and its ancestors.
template <class OwnCode>
Codes codes_by_ancestors(const Network& network, OwnCode own_code) {
  Codes codes(network.actors.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    for (const ActorId actor : actor_and_ancestors(network, ActorId(i))) {
      codes[i] = own_code(network.actor(actor));
      if (!codes[i].empty()) break;
    }
  }
  return codes;
}

Codes group_codes(const Network& network, const Taxonomy& taxonomy) {
  Codes codes(network.actors.size());
  for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = taxonomy.group_of(network.actors[i].type).code;
  return codes;
}

// Which support structure serves whom. A structure that lists no municipality, neither itself nor by a body that is its
// member or parent, serves its county if it is the only one there: many county structures list just their region.
class Structures {
 public:
  Structures(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy)
      : network_(network), index_(index), of_actor_(network.actors.size()) {
    std::vector<std::pair<std::size_t, ActorId>> by_size;
    for (std::size_t i = 0; i < network.actors.size(); ++i) {
      const ActorId id(i);
      if (taxonomy.group_of(network.actor(id).type).code != "rss") continue;
      by_size.emplace_back(members_of(id).size(), id);
      if (!network.actor(id).county.empty()) in_county_[network.actor(id).county].push_back(id);
    }
    std::sort(by_size.begin(), by_size.end());
    for (const auto& [size, structure] : by_size) {
      claim(structure, structure);
      for (const ActorId member : members_of(structure)) claim(member, structure);
    }
  }

  std::string code_of(ActorId actor) const {
    for (const ActorId at : actor_and_ancestors(network_, actor)) {
      if (const ActorId structure = structure_of(at); structure.is_set()) return network_.actor(structure).key;
    }
    return {};
  }

 private:
  ActorId structure_of(ActorId actor) const {
    if (of_actor_[actor.value].is_set()) return of_actor_[actor.value];
    const Actor& row = network_.actor(actor);
    const ActorId municipality = index_.municipality(row.municipality);
    if (municipality.is_set() && of_actor_[municipality.value].is_set()) return of_actor_[municipality.value];
    const auto found = in_county_.find(own_county(row));
    return found != in_county_.end() && found->second.size() == 1 ? found->second.front() : ActorId();
  }

  // Its own members, and those of the bodies among them and of its parent where that is no region or municipality.
  std::vector<ActorId> members_of(ActorId structure) const {
    std::vector<ActorId> members;
    const auto add_members = [&](ActorId of) {
      for (const ActorRef& member : network_.actor(of).members) {
        if (member.id.is_set()) members.push_back(member.id);
      }
    };
    add_members(structure);
    const std::vector<ActorId> own = members;
    for (const ActorId member : own) add_members(member);
    if (const ActorId parent = network_.actor(structure).parent.id; parent.is_set()) add_members(parent);
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    return members;
  }

  void claim(ActorId actor, ActorId structure) {
    if (!of_actor_[actor.value].is_set()) of_actor_[actor.value] = structure;
  }

  const Network& network_;
  const NetworkIndex& index_;
  std::vector<ActorId> of_actor_;
  std::unordered_map<std::string, std::vector<ActorId>> in_county_;
};

Codes structure_codes(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy) {
  const Structures structures(network, index, taxonomy);
  Codes codes(network.actors.size());
  for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = structures.code_of(ActorId(i));
  return codes;
}

Codes codes_by(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, CollapseBy by) {
  switch (by) {
    case CollapseBy::county:
      return codes_by_ancestors(network, own_county);
    case CollapseBy::municipality:
      return codes_by_ancestors(network, [](const Actor& actor) { return actor.municipality; });
    case CollapseBy::group:
      return group_codes(network, taxonomy);
    case CollapseBy::structure:
      return structure_codes(network, index, taxonomy);
    case CollapseBy::none:
      break;
  }
  return Codes(network.actors.size());
}

bool is_any_of(std::span<const std::string> words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The classes that are drawn as one, each with all its members; the others empty.
std::vector<Cluster> gathered(const Classes& classes, std::span<const ActorId> shown, std::span<const ActorId> folded,
                              std::span<const std::string> expanded) {
  std::vector<Cluster> clusters(classes.codes.size());
  for (const std::span<const ActorId> actors : {shown, folded}) {
    for (const ActorId actor : actors) {
      const std::uint32_t number = classes.of_actor[actor.value];
      if (number != Classes::none) clusters[number].members.push_back(actor);
    }
  }
  for (std::uint32_t number = 0; number < clusters.size(); ++number) {
    Cluster& cluster = clusters[number];
    cluster.number = number;
    if (cluster.members.size() == 1 || is_any_of(expanded, classes.codes[number])) cluster.members.clear();
    std::sort(cluster.members.begin(), cluster.members.end());
  }
  return clusters;
}

}  // namespace

Classes classes_of(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, CollapseBy by) {
  const Codes codes = codes_by(network, index, taxonomy, by);
  Classes classes;
  classes.by = by;
  classes.codes = codes;
  std::sort(classes.codes.begin(), classes.codes.end());
  classes.codes.erase(std::unique(classes.codes.begin(), classes.codes.end()), classes.codes.end());
  if (!classes.codes.empty() && classes.codes.front().empty()) classes.codes.erase(classes.codes.begin());
  classes.of_actor.assign(codes.size(), Classes::none);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i].empty()) continue;
    const auto at = std::lower_bound(classes.codes.begin(), classes.codes.end(), codes[i]);
    classes.of_actor[i] = static_cast<std::uint32_t>(at - classes.codes.begin());
  }
  return classes;
}

Nodes collapse(const Classes& classes, std::span<const ActorId> shown, std::span<const ActorId> folded,
               std::span<const std::string> expanded) {
  std::vector<Cluster> clusters = gathered(classes, shown, folded, expanded);
  Nodes nodes;
  nodes.node_of_actor.assign(classes.of_actor.size(), Nodes::none);
  for (const ActorId actor : shown) {
    SAM_CHECK(actor.value < classes.of_actor.size(), "an actor of another network");
    const std::uint32_t number = classes.of_actor[actor.value];
    if (number != Classes::none && !clusters[number].members.empty()) continue;
    nodes.node_of_actor[actor.value] = static_cast<std::uint32_t>(nodes.actors.size());
    nodes.actors.push_back(actor);
  }
  for (Cluster& cluster : clusters) {
    if (cluster.members.empty()) continue;
    const auto node = static_cast<std::uint32_t>(nodes.size());
    for (const ActorId member : cluster.members) nodes.node_of_actor[member.value] = node;
    nodes.clusters.push_back(std::move(cluster));
  }
  return nodes;
}

}  // namespace samverka
