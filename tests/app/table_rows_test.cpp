#include "app/table_rows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "analysis/partners.h"
#include "base/collate.h"
#include "base/posix.h"
#include "model/filter.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

const Assets& assets() {
  static const Assets loaded = [] {
    setenv("SAMVERKA_ASSETS", SAMVERKA_SOURCE_DIR "/assets", 1);
    Result<Assets> found = load_assets(true);
    REQUIRE(found);
    return std::move(*found);
  }();
  return loaded;
}

// A network with its part, its rows and a way to ask as the window does.
struct Desk {
  Network network;
  NetworkIndex index;
  SubNetwork part;
  Folding folding;
  std::string language = "sv";
  TableKind kind = TableKind::actors;
  TableRows rows;

  explicit Desk(Network of, TableKind of_kind = TableKind::actors, const Filter& filter = default_filter(),
                TableScope scope = TableScope::shown, const std::vector<std::string>& hidden = {})
      : network(std::move(of)), index(network), kind(of_kind) {
    part = restrict(network, assets().taxonomy, filter, network.as_of);
    folding = fold_units(network, index, assets().taxonomy, part);
    rows = TableRows(kind, table_rows(source(), folding, kind, scope, hidden));
  }

  TableSource source() const { return {network, index, assets(), assets().texts(language), part, network.as_of}; }
  std::size_t column(std::string_view id) const { return table_column(kind, id).value(); }
  std::string cell(std::size_t place, std::string_view id) { return rows.cell(source(), place, column(id)); }

  std::vector<std::string> listed(std::string_view column_id, const TableWish& wish = {}) {
    std::vector<std::string> words;
    for (const std::uint32_t place : rows.ordered(source(), wish)) words.push_back(cell(place, column_id));
    return words;
  }
};

TableWish sorted_by(const std::string& column, bool is_descending = false) { return {column, is_descending, "", {}}; }

using Words = std::vector<std::string>;

//  Åmål --- A1 --- Region --- A2 --- Zinkgruvan     Ärla (alone)   Öckerö (alone, 900 people)
Network five_actors() {
  NetworkMaker maker;
  maker.municipality("Åmål", "1492").population = 12'000;
  maker.municipality("Zinkgruvan", "1882").population = 2'000;
  maker.municipality("Ärla", "0484");
  maker.municipality("Öckerö", "1407").population = 900;
  maker.region("Region", "18");
  maker.agreement("A1", {"Åmål", "Region"});
  maker.agreement("A2", {"Zinkgruvan", "Region"}).status = AgreementStatus::unknown;
  return maker.network;
}

}  // namespace

TEST_CASE("every column of every table has an id of its own and its heading in both languages") {
  for (const TableKind kind : {TableKind::actors, TableKind::agreements, TableKind::parties}) {
    const auto columns = table_columns(kind);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      INFO(std::string(columns[i].id));
      CHECK(table_column(kind, columns[i].id) == i);
      CHECK(assets().sv.has(columns[i].text));
      CHECK(assets().en.has(columns[i].text));
    }
    CHECK(columns[0].is_name);
    CHECK(columns[0].is_shown_at_first);
  }
  CHECK_FALSE(table_column(TableKind::actors, "no such column"));
}

TEST_CASE("a table of nothing has no rows, whatever is asked of it") {
  for (const TableKind kind : {TableKind::actors, TableKind::agreements, TableKind::parties}) {
    Desk desk(NetworkMaker().network, kind);
    CHECK(desk.rows.size() == 0);
    CHECK(desk.rows.ordered(desk.source(), {"population", true, "skola", {0, 1}}).empty());
    CHECK(desk.rows.as_tsv(desk.source(), {}, {0}).find('\n') != std::string::npos);
  }
}

TEST_CASE("names stand in Swedish order, and backwards") {
  Desk desk(five_actors());
  CHECK(desk.listed("name") == Words{"Region", "Zinkgruvan", "Åmål", "Ärla", "Öckerö"});
  CHECK(desk.listed("name", sorted_by("name", true)) == Words{"Öckerö", "Ärla", "Åmål", "Zinkgruvan", "Region"});
}

TEST_CASE("numbers stand by value and not by letter; what is not known is last both ways") {
  Desk desk(five_actors());
  CHECK(desk.listed("name", sorted_by("population")) == Words{"Öckerö", "Zinkgruvan", "Åmål", "Region", "Ärla"});
  CHECK(desk.listed("name", sorted_by("population", true)) == Words{"Åmål", "Zinkgruvan", "Öckerö", "Region", "Ärla"});
  CHECK(desk.cell(0, "population") == "12\u202F000");
  CHECK(desk.cell(2, "population").empty());
  desk.language = "en";
  CHECK(desk.cell(0, "population") == "12,000");
}

TEST_CASE("agreements are counted confirmed and not; where nothing is recorded the number is not known") {
  Desk desk(five_actors());
  const Words names = desk.listed("name");
  CHECK(desk.listed("confirmed") == Words{"1", "0", "1", "", ""});
  CHECK(desk.listed("unconfirmed") == Words{"1", "1", "0", "", ""});
  CHECK(desk.listed("partners") == Words{"2", "1", "1", "", ""});
  CHECK(desk.listed("name", sorted_by("confirmed", true)).front() == "Region");
  CHECK(desk.listed("name", sorted_by("confirmed", true)).back() == "Öckerö");
}

TEST_CASE("an actor that is party twice has one agreement, confirmed if either part is") {
  NetworkMaker maker;
  maker.municipality("Alby", "0101");
  maker.region("R", "01");
  Agreement& agreement = maker.agreement("A", {"Alby", "R"});
  Party again = maker.party("Alby", PartyState::recommended);
  again.role = "funder";
  agreement.parties.push_back(again);
  Desk desk(maker.network);
  CHECK(desk.listed("confirmed") == Words{"1", "1"});
  CHECK(desk.listed("unconfirmed") == Words{"0", "0"});
  Desk parties(maker.network, TableKind::parties);
  CHECK(parties.rows.size() == 3);
  CHECK(parties.listed("tie", sorted_by("tie", false)) == Words{"bekräftad", "bekräftad", "ej bekräftad"});
}

TEST_CASE("dates stand by day as well as they are known; until further notice comes after them, unknown last") {
  NetworkMaker maker;
  maker.municipality("Alby", "0101");
  maker.region("R", "01");
  maker.agreement("not known", {"Alby", "R"});
  maker.agreement("open", {"Alby", "R"}).valid = from_to("2020", "");
  maker.network.agreements.mutable_row(1).valid->end = Validity::End::open;
  maker.agreement("late", {"Alby", "R"}).valid = from_to("2021-05-01", "2030-01-31");
  maker.agreement("soon", {"Alby", "R"}).valid = from_to("2021", "2026");
  Desk desk(maker.network, TableKind::agreements);
  CHECK(desk.listed("title", sorted_by("to")) == Words{"soon", "late", "open", "not known"});
  CHECK(desk.listed("title", sorted_by("from", true)) == Words{"late", "soon", "open", "not known"});
  CHECK(desk.listed("to", sorted_by("to")) == Words{"2026", "2030-01-31", "tills vidare", ""});
}

TEST_CASE("rows that are alike stand by name, also backwards") {
  NetworkMaker maker;
  for (const char* name : {"Östra", "Alby", "Ekby"}) maker.actor(name, "school");
  maker.actor("Region", "region");
  Desk desk(maker.network, TableKind::actors, default_filter(), TableScope::everything);
  CHECK(desk.listed("name", sorted_by("type")) == Words{"Region", "Alby", "Ekby", "Östra"});
  CHECK(desk.listed("name", sorted_by("type", true)) == Words{"Alby", "Ekby", "Östra", "Region"});
}

TEST_CASE("each word typed must stand somewhere in the row, whatever its case and dots") {
  Desk desk(five_actors());
  const auto found = [&](const std::string& search, std::vector<std::size_t> columns = {}) {
    return desk.listed("name", {"", false, search, std::move(columns)});
  };
  CHECK(found("oc") == Words{"Öckerö"});
  CHECK(found("ÅM") == Words{"Åmål"});
  CHECK(found("ar") == Words{"Ärla"});
  CHECK(found("  ") == found(""));
  CHECK(found("finns inte").empty());
  const std::size_t type = desk.column("type");
  CHECK(found("kommun z").empty());  // no column with the word is shown
  CHECK(found("kommun z", {type}) == Words{"Zinkgruvan"});
  CHECK(found("kommun", {type}).size() == 4);
  CHECK(found("12", {desk.column("population")}).empty());  // a number is not its digits
}

TEST_CASE("a short name is found where it is not shown") {
  NetworkMaker maker;
  maker.actor("Kommunförbundet", "support_structure").short_name = "RSS Norr";
  Desk desk(maker.network);
  CHECK(desk.listed("name", {"", false, "rss", {}}) == Words{"Kommunförbundet"});
}

TEST_CASE("what the picture folds and what the filter leaves out come back when they are asked for") {
  NetworkMaker maker;
  maker.municipality("Alby", "0101");
  maker.municipality("Ekby", "0201");
  maker.actor("Skolan", "school").municipality = "0101";
  maker.agreement("A", {"Alby", "Ekby"});
  maker.agreement("Slut", {"Alby", "Ekby"}).status = AgreementStatus::ended;
  const Filter of_county = *parse_filter("county=01");
  const auto names = [&](TableKind kind, TableScope scope, const std::vector<std::string>& hidden = {}) {
    return Desk(maker.network, kind, of_county, scope, hidden).rows.size();
  };
  maker.network.actors.mutable_row(2).county = "01";
  CHECK(names(TableKind::actors, TableScope::shown) == 1);
  CHECK(names(TableKind::actors, TableScope::folded_too) == 2);
  CHECK(names(TableKind::actors, TableScope::everything) == 3);
  CHECK(names(TableKind::agreements, TableScope::shown) == 1);
  CHECK(names(TableKind::agreements, TableScope::everything) == 2);
  CHECK(names(TableKind::parties, TableScope::shown) == 1);
  CHECK(names(TableKind::parties, TableScope::everything) == 4);
  CHECK(names(TableKind::actors, TableScope::folded_too, {"municipality"}) == 1);
  CHECK(names(TableKind::parties, TableScope::shown, {"municipality"}) == 0);
  CHECK(names(TableKind::actors, TableScope::everything, {"municipality"}) == 3);
}

TEST_CASE("copied text keeps its columns and rows, and is no formula") {
  NetworkMaker maker;
  maker.actor("Två\tkolumner\noch\rrader", "other").population = 12'345;
  maker.actor("=SUMMA(A1:A9)", "other");
  maker.actor("", "other");
  Desk desk(maker.network, TableKind::actors, default_filter(), TableScope::everything);
  const std::vector<std::uint32_t> places = {0, 1, 2};
  CHECK(desk.rows.as_tsv(desk.source(), places, {desk.column("name"), desk.column("population")}) ==
        "Namn\tInvånare\n"
        "Två kolumner och rader\t12345\n"
        "'=SUMMA(A1:A9)\t\n"
        "(utan namn)\t\n");
}

TEST_CASE("a party whose actor is not in the file is told by the key it is called by") {
  NetworkMaker maker;
  maker.municipality("Alby", "0101");
  Agreement& agreement = maker.agreement("A", {"Alby"});
  for (const char* key : {"k-x", "k-y"}) {
    Party lost;
    lost.actor.unresolved = key;
    agreement.parties.push_back(lost);
  }
  Desk desk(maker.network, TableKind::parties, default_filter(), TableScope::everything);
  CHECK(desk.listed("actor", sorted_by("actor", true)) ==
        Words{"k-y (finns inte i filen)", "k-x (finns inte i filen)", "Alby"});
  CHECK(desk.listed("actor", {"", false, "k-y", {}}) == Words{"k-y (finns inte i filen)"});
}

// Brute force: read every cell, sort the words, look up partners one actor at a time.
TEST_CASE("order, search and partners are those of the plain way, on random networks") {
  std::mt19937 random(7);
  const std::vector<std::string> names = {"Åsa", "alby", "Alby", "Öja", "skola 2", "skola 10", "", "Éd", "zz"};
  for (int round = 0; round < 40; ++round) {
    NetworkMaker maker;
    for (int i = 0; i < 12; ++i) {
      Actor row;
      row.key = "a" + std::to_string(i);
      row.name = names[random() % names.size()];
      row.type = random() % 2 == 0 ? "school" : "region";
      if (random() % 3 != 0) row.population = static_cast<std::int64_t>(random() % 5);
      maker.network.actors.push_back(row);
    }
    for (int g = 0; g < 6; ++g) {
      Agreement& agreement = maker.agreement("g" + std::to_string(g), {});
      for (auto parties = random() % 5; parties > 0; --parties) {
        Party party;
        party.actor.id = ActorId(random() % 12);
        party.state = random() % 2 == 0 ? PartyState::adopted : PartyState::unknown;
        agreement.parties.push_back(party);
      }
    }
    Desk desk(maker.network, TableKind::actors, default_filter(), TableScope::everything);
    const TableWish wish{"population", random() % 2 == 0, random() % 2 == 0 ? "a" : "", {0, 2}};
    std::vector<std::uint32_t> plain;
    for (std::uint32_t i = 0; i < 12; ++i) {
      const std::string words = folded(desk.cell(i, "name")) + "\n" + folded(desk.cell(i, "type"));
      if (words.find(wish.search) != std::string::npos) plain.push_back(i);
    }
    std::stable_sort(plain.begin(), plain.end(), [&](std::uint32_t a, std::uint32_t b) {
      return swedish_less(desk.cell(a, "name"), desk.cell(b, "name"));
    });
    std::stable_sort(plain.begin(), plain.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto& of_a = desk.network.actors[a].population;
      const auto& of_b = desk.network.actors[b].population;
      if (!of_a || !of_b) return of_a && !of_b;
      return wish.is_descending ? *of_b < *of_a : *of_a < *of_b;
    });
    CHECK(desk.rows.ordered(desk.source(), wish) == plain);
    for (std::uint32_t i = 0; i < 12; ++i) {
      const std::size_t partners = partners_of(desk.network, desk.part, ActorId(i)).partners.size();
      const bool is_recorded = !desk.index.parties_of(ActorId(i)).empty();
      CHECK(desk.cell(i, "partners") == (is_recorded ? std::to_string(partners) : ""));
    }
  }
}

// Run by hand: test_app -tc='*200 000*' --no-skip
TEST_CASE("200 000 rows are read, sorted and searched in a moment" * doctest::skip()) {
  std::mt19937 random(3);
  const std::vector<std::string> first = {"Åby", "Östra", "Södra", "Norra", "Ärla", "Björk", "Kvarn", "Sankt Eriks"};
  const std::vector<std::string> second = {"skolan", "vårdcentral", "kommun", "förskola", "gård", "hälsocentral"};
  NetworkMaker maker;
  for (int i = 0; i < 200'000; ++i) {
    Actor row;
    row.key = "a" + std::to_string(i);
    row.name =
        first[random() % first.size()] + second[random() % second.size()] + " " + std::to_string(random() % 90'000);
    row.type = i % 3 == 0 ? "school" : "primary_care";
    row.county = "20";
    row.municipality = "2080";
    row.population = static_cast<std::int64_t>(random() % 100'000);
    maker.network.actors.push_back(row);
  }
  for (int i = 0; i < 100'000; ++i) {
    Agreement row;
    row.key = row.title = "Överenskommelse " + std::to_string(random());
    row.status = AgreementStatus::active;
    row.areas = {"A4"};
    for (int p = 0; p < 4; ++p) {
      Party party;
      party.actor.id = ActorId(random() % 200'000);
      party.state = PartyState::adopted;
      row.parties.push_back(party);
    }
    maker.network.agreements.push_back(row);
  }
  Desk desk(maker.network, TableKind::actors, default_filter(), TableScope::everything);
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table_columns(TableKind::actors).size(); ++i) {
    if (table_columns(TableKind::actors)[i].is_shown_at_first) shown.push_back(i);
  }
  std::vector<std::uint32_t> order;
  const auto told = [&](const char* what, const TableWish& wish) {
    const double start = cpu_seconds();
    order = desk.rows.ordered(desk.source(), wish);
    MESSAGE(std::string(what) << ": " << (cpu_seconds() - start) * 1000 << " ms, " << order.size() << " rows");
  };
  told("first sort by name", {"name", false, "", shown});
  told("sort by name again", {"name", true, "", shown});
  told("first sort by population", {"population", false, "", shown});
  told("first sort by type", {"type", false, "", shown});
  told("first sort by agreements", {"confirmed", false, "", shown});
  told("first sort by partners", {"partners", false, "", shown});
  told("first letter searched", {"name", false, "o", shown});
  told("second letter searched", {"name", false, "os", shown});
  told("two words searched", {"name", false, "ostra vardcentral", shown});
  const double start = cpu_seconds();
  const std::string tsv =
      desk.rows.as_tsv(desk.source(), desk.rows.ordered(desk.source(), {"name", false, "", shown}), shown);
  MESSAGE("copy: " << (cpu_seconds() - start) * 1000 << " ms, " << tsv.size() << " bytes");
}
