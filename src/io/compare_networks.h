#pragma once
// What differs between two network files, by id and by member as they would be written. Ids say what is the same thing:
// an actor with another name is renamed, one with another id is another actor.
#include <optional>
#include <string>
#include <vector>

#include "model/network.h"

namespace samverka {

struct ChangedRow {
  Key id;
  std::vector<std::string> fields;  // names of the members that differ, but for the name (title) and the parties
  bool operator==(const ChangedRow&) const = default;
};

struct RenamedRow {
  Key id;
  std::string before, after;
  bool operator==(const RenamedRow&) const = default;
};

struct RowsApart {
  std::vector<Key> only_after, only_before;  // by key
  std::vector<ChangedRow> changed;
  std::vector<RenamedRow> renamed;  // `name` of an actor, `title` of an agreement; may be changed too
  bool operator==(const RowsApart&) const = default;
  bool empty() const { return only_after.empty() && only_before.empty() && changed.empty() && renamed.empty(); }
};

// The parties of an agreement that both files have. A party is the same by actor, role and service.
struct PartiesApart {
  Key agreement;
  std::vector<Key> only_after, only_before, changed;  // actors, in the order of the file that has them
  bool operator==(const PartiesApart&) const = default;
};

// A member as it was and as it is, in JSON on one line; nothing where it was not there.
struct FieldChange {
  std::string member;
  std::optional<std::string> before, after;
  bool operator==(const FieldChange&) const = default;
};

struct NetworksApart {
  RowsApart actors, agreements;
  std::vector<PartiesApart> parties;  // by agreement; only those with a difference
  std::vector<std::string> header;    // other members of the network that differ: "as_of", "coverage", "sources" ...
  bool operator==(const NetworksApart&) const = default;
  bool empty() const { return actors.empty() && agreements.empty() && parties.empty() && header.empty(); }
};

// What `changed` and `renamed` tell of, with values: every member that differs, but for the parties; by name.
std::vector<FieldChange> fields_between(const Network& before, const Actor& a, const Network& after, const Actor& b);
std::vector<FieldChange> fields_between(const Network& before, const Agreement& a, const Network& after,
                                        const Agreement& b);

// compare(a, b) mirrors compare(b, a). Of rows that share an id the first counts. O(rows log rows), and writing each
// row that both have.
NetworksApart compare_networks(const Network& before, const Network& after);

}  // namespace samverka
