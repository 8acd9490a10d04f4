#pragma once
// Tables of actors, agreements and parties read back: from `export`, or from whoever made a table by hand. Told apart
// by their headings, in any order; rows may refer to each other. What `check` would call an error keeps a row out, and
// the row is named with file and line.
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "io/read_network.h"
#include "io/sheet_cells.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// What headings and places may be called beside the format's own words; keys are folded (base/collate.h).
struct SheetNames {
  std::array<std::unordered_map<std::string, std::string>, sheet_count> headings;  // to members
  std::unordered_map<std::string, std::string> counties, municipalities;           // to codes
};

struct SheetFile {
  std::string name;  // as problems tell it
  std::string text;  // UTF-8 (io/table_text.h)
};

struct SheetWish {
  bool restores_zeros = false;               // codes that are too short get the zeros that a spreadsheet took
  std::optional<RowSheet> most_likely = {};  // where the headings do not say
};

struct SheetRow {
  enum class Fate : std::uint8_t { added, changed, unchanged, refused };
  struct Change {
    std::string member, before, after;  // as cells
  };
  RowSheet sheet = RowSheet::actors;
  Fate fate = Fate::unchanged;
  std::size_t file = 0;  // which of the files
  std::size_t line = 0;
  Key key;                        // of a party, its agreement's
  std::string name;               // name, title, or whose party
  std::vector<Change> changes;    // of a changed row
  std::vector<Problem> problems;  // of a refused one, with their places
};

struct SheetImport {
  Network network;
  std::vector<SheetRow> rows;  // by file and line
  std::size_t read = 0, added = 0, changed = 0, unchanged = 0, refused = 0;
  std::size_t lost_zeros = 0;     // cells with a code that is too short, restored or not
  std::vector<Problem> problems;  // of files and headings; those of rows are with them
  // read = kept + merged + refused: kept is what is new or changed something, merged what says what is known already.
  std::size_t kept() const { return added + changed; }
  std::size_t merged() const { return unchanged; }
};

// Into `base`, or, without one, as a network of its own whose other members stand in the actors' column `network`:
// E_MISSING where no table has them. Empty cells change nothing. Rows are found by id, else by a name that one alone
// has; a party by agreement, actor, role and service. New rows without an id get one made of their name.
// Errors of read_csv(), and E_TABLE for a table that is none of the three. Costs a check of the network for each time
// that rows must be refused because of others.
Result<SheetImport> import_sheets(const Network* base, const Taxonomy& taxonomy, const std::vector<SheetFile>& files,
                                  const SheetNames& names, const SheetWish& wish = {});

}  // namespace samverka
