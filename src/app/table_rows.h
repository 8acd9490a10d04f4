#pragma once
// The picture's twin for those who read: every actor, agreement and party as rows and columns. Pure; the window's table
// and whoever else wants rows use the same columns, the same order and the same text to copy.
//
// Speed: 200 000 rows must sort and search as one types. So a column is read once into its distinct words (names of
// actors, labels of codes, dates) and, for each row, which of them it has; sorting ranks the words and counts the rows
// into place, searching looks through the words and not the rows. A column is read when it is first needed. Words of
// cells that are drawn are made when they are drawn.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/assets.h"
#include "graph/subnetwork.h"
#include "model/network.h"
#include "model/network_index.h"
#include "model/workspace.h"

namespace samverka {

enum class TableKind : std::uint8_t { actors, agreements, parties };

// Which rows: those in the picture; also the units that the picture folds into their hosts; everything in the file,
// whatever the filter and the day.
enum class TableScope : std::uint8_t { shown, folded_too, everything };

struct TableColumn {
  enum class Holds : std::uint8_t { text, number, date };
  std::string_view id;    // "population": stable
  std::string_view text;  // text key of the heading
  Holds holds = Holds::text;
  float width = 8;  // to begin with, in line heights
  bool is_shown_at_first = true;
  bool is_name = false;  // searched even where it is not shown
};
std::span<const TableColumn> table_columns(TableKind kind);
std::optional<std::size_t> table_column(TableKind kind, std::string_view id);

// `index` is an ActorId of actors, an AgreementId of the others; `party` is a place among the agreement's parties.
struct TableRow {
  std::uint32_t index = 0;
  std::uint32_t party = 0;
  bool operator==(const TableRow&) const = default;
};

// What rows are read from; references live through the call only. `part` is what the filter and the day let through:
// agreements of an actor are counted in it. An agreement's own parties are counted whole.
struct TableSource {
  const Network& network;
  const NetworkIndex& index;
  const Assets& assets;
  const Texts& texts;
  const SubNetwork& part;
  Date day;
  const std::vector<PlannerNote>* notes = nullptr;  // of the planner's own; none: no such words
};

// In the file's order. Actors of `hidden_groups` are left out, and parties with them, unless everything is asked for.
std::vector<TableRow> table_rows(const TableSource& source, const Folding& folding, TableKind kind, TableScope scope,
                                 const std::vector<std::string>& hidden_groups);

// Of a column of rows: what is known of them.
struct TableTotal {
  std::size_t known = 0, unknown = 0;
  std::int64_t sum = 0;  // of numbers that can be added
  // Of people: those of regions and others are the same as the municipalities' in sight, and are not added to them.
  bool is_of_municipalities = false;
};

struct TableWish {
  struct ThenBy {
    std::string column;  // its id
    bool is_descending = false;
    bool operator==(const ThenBy&) const = default;
  };
  std::string sort_by;  // a column's id; another word sorts by the first column
  bool is_descending = false;
  std::string search;  // every word of it must stand in some cell of the row; å ä ö and case do not matter
  std::vector<std::size_t> columns;  // text and dates in these are searched, and names always
  std::vector<ThenBy> then_by = {};  // for rows that are equal by sort_by
  bool operator==(const TableWish&) const = default;
};

// One table of one network value in one language. Every call must be given the source that it was made of.
class TableRows {
 public:
  TableRows() = default;
  TableRows(TableKind kind, std::vector<TableRow> rows) : kind_(kind), rows_(std::move(rows)) {}

  TableKind kind() const { return kind_; }
  std::size_t size() const { return rows_.size(); }
  bool has_same_rows(const TableRows& other) const { return rows_ == other.rows_; }
  const TableRow& row(std::size_t place) const { return rows_[place]; }

  // Places of the rows that the search leaves, in the wished order. Text in Swedish order, numbers and dates by value;
  // what is not known stands last both ways; equal rows stand by the first column, then in the file's order.
  // Linear once the columns have been read; reading one sorts its distinct words.
  std::vector<std::uint32_t> ordered(const TableSource& source, const TableWish& wish);

  // Words for people; empty where nothing is recorded. As long as they are in the file: cut them before drawing.
  std::string cell(const TableSource& source, std::size_t place, std::size_t column);

  // The rows at these places as tab-separated text with a line of headings. Numbers without separators between
  // thousands, tabs and line feeds as blanks, and an apostrophe before what a spreadsheet would take for a formula.
  std::string as_tsv(const TableSource& source, std::span<const std::uint32_t> places,
                     const std::vector<std::size_t>& columns);

  // Linear in the places.
  TableTotal total(const TableSource& source, std::span<const std::uint32_t> places, std::size_t column);

  // What each actor takes part in; made when first needed.
  struct Counts {
    std::vector<std::uint32_t> confirmed, unconfirmed;  // agreements of `part`, by ActorId
    std::vector<std::uint32_t> partners;                // as partners_of tells them, by ActorId
  };

 private:
  // A column read: its distinct words and which of them each row has.
  struct Words {
    std::vector<std::uint32_t> of_row;
    std::vector<std::string> words;    // the first is of those where nothing is recorded
    std::vector<std::int64_t> values;  // of each of the words: what numbers and dates are ordered by
    std::vector<std::uint32_t> rank;   // of each of the words; when first sorted by
    std::vector<std::string> folded;   // of each of the words; when first searched
    bool is_read() const { return !words.empty(); }
  };
  const Counts& counts_for(const TableSource& source, std::size_t column);
  Words& words_of(const TableSource& source, std::size_t column);
  void read(const TableSource& source, std::size_t column, Words& into);
  const std::vector<std::uint32_t>& ranks_of(const TableSource& source, std::size_t column);
  std::vector<std::uint32_t> found(const TableSource& source, const TableWish& wish);
  std::vector<std::uint32_t> sorted(const TableSource& source, const std::vector<std::uint32_t>& places,
                                    std::size_t column, bool is_descending);

  TableKind kind_ = TableKind::actors;
  std::vector<TableRow> rows_;
  std::vector<Words> columns_;
  Counts counts_;
};

}  // namespace samverka
