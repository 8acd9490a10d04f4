#pragma once
// Edits of a network: rows added, changed, removed and merged. An edit is data, so that the window, the command line
// and a pasted table make the same ones; each gives a new network, and undo is to go back to the old (history.h).
#include <string>
#include <vector>

#include "io/read_network.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

enum class RowKind { actor, agreement, source, survey, complete_register };

struct Edit {
  enum class Kind {
    add,     // the row in `value`, of `row`
    set,     // `member` of the row `key` becomes `value`
    unset,   // `member` of the row `key` goes
    remove,  // the row `key` goes, with every party and reference that speaks of it
    merge  // the actor `key` goes into `into`, which takes over what it is party in and referred to by, and what it has
           // and `into` lacks (merge_actors.h)
  };
  Kind kind = Kind::set;
  RowKind row = RowKind::actor;
  Key key, into;
  std::string member;  // a JSON pointer inside the row, with or without its first slash: "valid/to", "parties/-"
  std::string value;   // JSON
};

struct Edited {
  Network network;  // as before where it was refused
  bool is_done = false;
  // Of the row, in the words of `samverka check`, with pointers inside it, and every error that the edit would make in
  // another row; `file` is the row's id. An edit that makes an error is refused: also one after which an agreement is
  // left without parties. E_PATH and E_PARSE for a member or value that are none, E_REF for a row that is not there.
  std::vector<Problem> problems;
  // Places that spoke of the row and do no longer, or of it by another name: references, parties, contacts.
  std::size_t taken_along = 0;
  // By merge: members that both rows have and that differ (those of `into` stay), as pointers; and agreements in which
  // both stood in the same way, where the firmer party stays.
  std::vector<std::string> clashes;
  std::vector<Key> joined;
};

// An id is looked for among actors, agreements, sources, surveys and registers, in that order. Costs two checks of the
// network.
Edited apply(const Network& network, const Taxonomy& taxonomy, const Edit& edit);

}  // namespace samverka
