#pragma once
// Actors that belong together drawn as one: by county, municipality, group or support structure.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/subnetwork.h"

namespace samverka {

enum class CollapseBy : std::uint8_t { none, county, municipality, group, structure };

// Which class each actor of a network is in. Numbered over the whole network, so that a class keeps its number whatever
// a filter shows of it.
struct Classes {
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  CollapseBy by = CollapseBy::none;
  std::vector<std::string> codes;       // by number, ascending: "20", "2080", "school", the key of a structure
  std::vector<std::uint32_t> of_actor;  // by ActorId; none: stands by itself, in no class
};

// county, municipality: its own code, that of its municipality, or of the nearest ancestor that has one; a region is in
// no municipality. group: the group of its type. structure: the support structure (group "rss") that lists it among its
// members, else the one that its municipality or county has: of several the one of fewest members, then the first.
// What spans the country is in no class (but has a group). Linear but for structures.
Classes classes_of(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, CollapseBy by);

// Actors drawn as one.
struct Cluster {
  std::uint32_t number = 0;      // of the class
  std::vector<ActorId> members;  // ascending; units that are folded into others included
};

// The nodes of a picture: actors that stand by themselves, then clusters.
struct Nodes {
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  std::vector<ActorId> actors;               // ascending
  std::vector<Cluster> clusters;             // by number
  std::vector<std::uint32_t> node_of_actor;  // by ActorId; none: not shown

  std::size_t size() const { return actors.size() + clusters.size(); }
  bool is_cluster(std::uint32_t node) const { return node >= actors.size(); }
  const Cluster& cluster(std::uint32_t node) const { return clusters[node - actors.size()]; }
};

// `shown` are the actors that a picture would draw one by one, `folded` those folded away. A class that is `expanded`
// (by code), and one of a single actor, is not drawn as one: its shown actors stand by themselves. Linear.
Nodes collapse(const Classes& classes, std::span<const ActorId> shown, std::span<const ActorId> folded,
               std::span<const std::string> expanded = {});

}  // namespace samverka
