// Cells of the table as edits, and the same of many rows.
#include "app/cell_edit.h"

#include <doctest/doctest.h>

#include "app/sheet_names.h"
#include "app/sheet_preview.h"
#include "app/table_editor.h"
#include "support/asked_question.h"

namespace samverka {
namespace {

using test::example;

const Network& facts() { return example().network(); }

std::size_t cell(RowSheet sheet, const char* member) { return *cell_spec(sheet, member); }

CellsDone typed_into(const std::vector<CellOwner>& owners, const char* member, const std::string& typed) {
  const CellsTyped cells{owners, cell(owners.front().sheet, member), typed};
  return try_typed(facts(), example().assets(), cells, Date{2026, 1, 15});
}

CellOwner actor(const char* key) { return {RowSheet::actors, key, 0}; }
CellOwner agreement(const char* key) { return {RowSheet::agreements, key, 0}; }

const Actor& actor_in(const Network& network, const char* key) {
  return network.actor(NetworkIndex(network).actor(key));
}

}  // namespace

TEST_CASE("every column that can be typed in says what is typed in it, and typing that again changes nothing") {
  for (const TableKind kind : {TableKind::actors, TableKind::agreements, TableKind::parties}) {
    for (const TableColumn& column : table_columns(kind)) {
      const auto at = edited_cell(kind, column.id);
      if (!at) continue;
      CAPTURE(column.id);
      CellOwner owner = kind == TableKind::actors ? actor("k-granby") : agreement("a-lansok");
      owner.sheet = sheet_of(kind);
      const std::string typed = typed_in(facts(), owner, *at);
      const CellsDone done = try_typed(facts(), example().assets(), {{owner}, *at, typed}, Date{2026, 1, 1});
      CHECK(done.changed == 0);
      CHECK(done.unchanged == 1);
      CHECK(write_network(done.network) == write_network(facts()));
    }
  }
}

TEST_CASE("labels, names, decimal commas, blanks and days without hyphens are understood; the day is recorded") {
  const CellsDone done = typed_into({actor("k-granby")}, "population", "48 123");
  REQUIRE(done.changed == 1);
  CHECK(actor_in(done.network, "k-granby").population == 48123);
  CHECK(to_string(actor_in(done.network, "k-granby").provenance->recorded) == "2026-01-15");
  CHECK(typed_into({actor("k-granby")}, "type", "Region").changed == 1);
  CHECK(actor_in(typed_into({actor("k-granby")}, "valid/from", "20240401").network, "k-granby").valid->from.year ==
        2024);
  const CellsDone parent = typed_into({actor("k-granby")}, "parent", actor_in(facts(), "r-exempel").name);
  CHECK(actor_in(parent.network, "k-granby").parent.id == NetworkIndex(facts()).actor("r-exempel"));
  const CellsDone gone = typed_into({actor("k-granby")}, "population", "");
  CHECK_FALSE(actor_in(gone.network, "k-granby").population);
}

TEST_CASE("what check calls an error is refused, in its words, and the others are done") {
  const CellsDone done = typed_into({actor("k-granby"), actor("k-sjoby")}, "county", "9");
  CHECK(done.changed == 0);
  REQUIRE(done.refused.size() == 2);
  CHECK(done.refused[0].problems.front().code == "E_CODE");
  CHECK(write_network(done.network) == write_network(facts()));
  const CellsDone loop = typed_into({actor("r-exempel"), actor("k-granby")}, "parent", "r-exempel");
  CHECK(loop.changed == 1);
  REQUIRE(loop.refused.size() == 1);
  CHECK(loop.refused[0].owner.key == "r-exempel");
}

TEST_CASE("one cell of many rows is one step of undo") {
  test::Desk desk(test::three_counties());
  const std::string before = write_network(desk.session.document().network);
  std::vector<CellOwner> owners;
  for (const Actor& row : desk.session.network().actors) owners.push_back(actor(row.key.c_str()));
  TableEditor editor;
  editor.start(desk.session, {owners, cell(RowSheet::actors, "note"), "=same"}, Date{2026, 1, 1});
  REQUIRE(editor.done());
  CHECK(editor.done()->changed == owners.size());
  REQUIRE(editor.take(desk.session, {"sheet_history.several", {{"member", "note"}, {"n", "3"}}}));
  CHECK(desk.session.history().done().size() == 1);
  for (const Actor& row : desk.session.document().network.actors) CHECK(row.note == "=same");
  desk.session.undo();
  CHECK(write_network(desk.session.document().network) == before);
}

TEST_CASE("the rows that the table copies can be pasted back: everything is the same") {
  Session& session = const_cast<Session&>(example());
  const TableSource source{session.network(), session.index(),      session.assets(),
                           session.texts(),   session.shown().part, session.view.date};
  for (const TableKind kind : {TableKind::actors, TableKind::parties}) {
    TableRows rows(kind, table_rows(source, session.shown().folding, kind, TableScope::everything, {}));
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table_columns(kind).size(); ++i) {
      if (table_columns(kind)[i].id != "tie") columns.push_back(i);
    }
    const std::vector<std::uint32_t> places = rows.ordered(source, {"", false, "", columns});
    const std::string text = rows.as_tsv(source, places, columns);
    SheetPreview preview;
    preview.read(session, text, sheet_of(kind), false);
    preview.wait();
    preview.deliver();
    REQUIRE(preview.found());
    const SheetImport& import = *preview.found();
    CHECK(import.added == 0);
    for (const SheetRow& row : import.rows) {
      if (row.fate == SheetRow::Fate::changed)
        MESSAGE(row.key << " " << row.changes.front().member << ": " << row.changes.front().before << " -> "
                        << row.changes.front().after);
      if (row.fate == SheetRow::Fate::refused)
        MESSAGE(row.key << " " << row.name << " " << row.problems.front().message.key);
    }
    CHECK(import.read == places.size());
    CHECK(import.changed == 0);
    CHECK(import.refused == 0);
  }
}

TEST_CASE("headings in either language are members, and two tables' own do not clash") {
  const SheetNames names = sheet_names(example().assets(), facts());
  const auto& actors = names.headings[static_cast<std::size_t>(RowSheet::actors)];
  CHECK(actors.at("namn") == "name");
  CHECK(actors.at("population") == "population");
  CHECK(names.municipalities.at("granby") == "9901");
}

}  // namespace samverka
