#pragma once
// Many rows put into a network at once, and checked once: what pasting, importing and bulk edits are made of. One by
// one (io/edit.h) each would cost two checks of the whole network and a look through all its keys.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "io/edit.h"
#include "io/edit_rows.h"

namespace samverka {

struct PutRow {
  RowKind kind = RowKind::actor;
  std::optional<std::size_t> at;  // its place in the table, whose id the text keeps; none: a new row
  std::string text;               // JSON
  std::string name;               // what its problems are told of
};

struct PutRows {
  Network network;                             // with every row put, sound or not
  std::vector<std::vector<Problem>> problems;  // by row put: the errors that it makes, with pointers inside the row
  std::vector<Problem> elsewhere;              // errors that they make in others
  bool is_sound() const;
};

class RowPutter {
 public:
  // References; they must outlive it. Checks the network once.
  RowPutter(const Network& before, const Taxonomy& taxonomy);

  // Rows may refer to each other in any order. What led nowhere and finds a new row finds it from now on. Costs one
  // check of the network.
  PutRows put(std::span<const PutRow> rows) const;

 private:
  const Network& before_;
  const Taxonomy& taxonomy_;
  std::vector<Problem> unsound_before_;
};

// What becomes of many edits where one of them is refused.
enum class EditWish : std::uint8_t { all_or_none, possible_ones };

struct EditedAll {
  Network network;            // as before where nothing was done
  std::vector<Edited> edits;  // by edit; their own networks are empty
  std::size_t done = 0, refused = 0;
};

// All edits as one, in their order; rows that they add may refer to each other whatever the order. The same as one by
// one where each is done by itself. An edit of a row that is refused takes no other along but those of the same row.
// Edits that remove, merge or give another id are done one by one.
EditedAll apply_all(const Network& network, const Taxonomy& taxonomy, std::span<const Edit> edits, EditWish wish);

}  // namespace samverka
