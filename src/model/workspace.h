#pragma once
// What a planner has arranged around a network, and no fact (docs/format.md, section 6): own place, pins, how it was
// looked at. It refers to actors and agreements by key, so that it outlives rows that come and go; a key that nothing
// has is kept.
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/network.h"
#include "model/scenario.h"

namespace samverka {

// A place in the network picture that a person has chosen.
struct Pin {
  Key key;
  std::optional<double> x, y;  // in edge lengths, y down
  Extra extra;
  bool operator==(const Pin&) const = default;
};

// What a picture shows: the world's point in its middle, and pixels (at scale 1) to a unit of the world.
struct SavedCamera {
  std::optional<double> x, y, scale;
  Extra extra;
  bool operator==(const SavedCamera&) const = default;
};

// What stands against what in the matrix.
struct SavedMatrix {
  std::string rows;     // "municipalities", "groups"; empty: counties
  std::string columns;  // "form", "group", "rule", "chain" or the id of an agreement; empty: areas
  std::string people;   // of chains: "disability", "older"; empty: children
  std::string sort;     // "need"; empty: by name
  std::optional<bool> ranks_all;
  Extra extra;
  bool operator==(const SavedMatrix&) const = default;
};

struct SavedView {
  std::string title;   // empty: where the work was left
  std::string tab;     // "map", "network" ...
  std::string filter;  // in the words of --filter
  PartialDate date;
  std::vector<std::string> hidden_groups;
  std::vector<Key> hidden, focus, selected;
  std::optional<std::int64_t> focus_steps;
  std::optional<bool> unfolded;
  std::vector<Key> unfolded_hosts;
  std::string map_fill;  // "agreements" ...: what the areas are coloured by
  std::optional<bool> support;
  std::string lens;  // code of the perspective that agreements are told apart by
  std::optional<bool> actors_only, rings;
  std::string collapse;               // "county" ...
  std::vector<std::string> expanded;  // codes of the classes that are opened again
  Key ring_centre;
  std::optional<SavedCamera> map, network;  // absent: all of it
  std::string mode;                         // "what_if"; empty: explore
  std::optional<std::int64_t> scenario;     // its place among the scenarios; absent: the first
  std::optional<SavedMatrix> matrix;        // absent: counties by areas, by name
  Extra extra;
  bool operator==(const SavedView&) const = default;
};

// A finding of the gap analysis that a planner has decided to live with, and why. It is counted apart and never as met.
struct AcceptedFinding {
  std::string finding;  // rule and subject: "R1/k-granby"
  std::string reason;
  PartialDate date;  // of the decision
  Extra extra;
  bool operator==(const AcceptedFinding&) const = default;
};

// What a planner has written about an actor or agreement.
struct PlannerNote {
  Key about;
  std::string text;
  PartialDate date;  // when it was written
  Extra extra;
  bool operator==(const PlannerNote&) const = default;
};

// A filter by a name of the planner's own.
struct NamedFilter {
  std::string name;
  std::string filter;  // in the words of --filter
  Extra extra;
  bool operator==(const NamedFilter&) const = default;
};

// The network as it was, kept in a file in the folder of snapshots beside it (app/snapshots.h).
struct Snapshot {
  std::string title;
  PartialDate date;  // when it was taken
  std::string note;
  std::string hash;           // SHA-256 of the file's bytes
  std::string file, picture;  // names in that folder; empty: none. Never a way to somewhere else
  Extra extra;
  bool operator==(const Snapshot&) const = default;
};

struct Workspace {
  std::string format_version = "1.0";
  Key network;            // id of the network that it belongs to
  std::string own_place;  // code of a county or municipality
  std::vector<Pin> pins;  // by key
  std::optional<SavedView> view;
  std::vector<SavedView> views;
  std::vector<AcceptedFinding> accepted;  // by finding
  std::vector<Scenario> scenarios;        // in the order they were made
  std::vector<PlannerNote> notes;         // in the order they were written
  std::vector<NamedFilter> filters;       // in the order they were made
  std::vector<Snapshot> snapshots;        // in the order they were taken
  Extra extra;
  bool operator==(const Workspace&) const = default;
};

}  // namespace samverka
