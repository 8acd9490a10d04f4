// Columns that are not areas, and the order by need. Areas: matrix_agreements_test.cpp.
#include "analysis/matrix.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};

struct Made {
  Taxonomy taxonomy = small_taxonomy();
  Filter filter;
  SubNetwork part;
  const Network& network;

  explicit Made(const NetworkMaker& maker, Filter narrowed = {}) : filter(std::move(narrowed)), network(maker.network) {
    part = restrict(network, taxonomy, filter, day);
  }
  MatrixGround ground() const { return {network, taxonomy, part, filter, day}; }
};

std::vector<std::string> codes(const std::vector<MatrixRow>& rows) {
  std::vector<std::string> list;
  for (const MatrixRow& row : rows) list.push_back(row.code);
  return list;
}
std::vector<std::string> codes(const std::vector<MatrixColumn>& columns) {
  std::vector<std::string> list;
  for (const MatrixColumn& column : columns) list.push_back(column.code);
  return list;
}
using Codes = std::vector<std::string>;

const MatrixCell& cell(const Matrix& matrix, const std::string& row, const std::string& column) {
  const Codes rows = codes(matrix.rows), columns = codes(matrix.columns);
  const auto r = std::find(rows.begin(), rows.end(), row);
  const auto c = std::find(columns.begin(), columns.end(), column);
  REQUIRE(r != rows.end());
  REQUIRE(c != columns.end());
  return matrix.rows[static_cast<std::size_t>(r - rows.begin())].cells[static_cast<std::size_t>(c - columns.begin())];
}

//   01: Alby, Ekby (B3)   02: Öby (no group)   R (01), police
NetworkMaker three_municipalities() {
  NetworkMaker maker;
  maker.municipality("Alby", "0101").municipality_group = "B3";
  maker.municipality("Ekby", "0102").municipality_group = "B3";
  maker.municipality("Öby", "0201");
  maker.region("R", "01");
  maker.actor("Polis", "police");
  return maker;
}

}  // namespace

TEST_CASE("a kind of partner counts for a party only if another party is of it") {
  NetworkMaker maker = three_municipalities();
  maker.agreement("a", {"Alby", "R"});
  maker.agreement("b", {"Alby", "Ekby"});
  const Made made(maker);
  const Matrix matrix = matrix_of_agreements(made.ground(), MatrixRows::municipalities, MatrixKind::partner_group);
  CHECK(codes(matrix.columns) == Codes{"municipality", "region"});
  CHECK(cell(matrix, "0101", "region").n == 1);
  CHECK(cell(matrix, "0101", "municipality").n == 1);
  CHECK(cell(matrix, "0102", "region").n == 0);
  CHECK(cell(matrix, "0102", "region").unknown == 1);
  CHECK(cell(matrix, "0201", "municipality").unknown == 1);
  CHECK(matrix.sum.all.n == 2);
}

TEST_CASE("forms in use are columns, and groups of municipalities rows, with one for the ungrouped") {
  NetworkMaker maker = three_municipalities();
  maker.agreement("a", {"Alby", "R"}).form = "iop";
  maker.agreement("b", {"Öby", "Polis"}).form = "barnahus";
  const Made made(maker);
  const Matrix matrix = matrix_of_agreements(made.ground(), MatrixRows::groups, MatrixKind::form);
  CHECK(codes(matrix.columns) == Codes{"barnahus", "iop"});
  CHECK(codes(matrix.rows) == Codes{"B3", std::string(no_group)});
  CHECK(cell(matrix, "B3", "iop").met == 1);
  CHECK(cell(matrix, "B3", "iop").of == 2);
  CHECK(cell(matrix, std::string(no_group), "barnahus").n == 1);
}

TEST_CASE("who has answered a survey about an area is known there, though no record speaks of it") {
  NetworkMaker maker = three_municipalities();
  Survey survey;
  survey.areas = {"A7"};
  survey.asked.resize(2);
  survey.answered.resize(1);
  survey.asked[0].id = survey.answered[0].id = maker.id("Alby");
  survey.asked[1].id = maker.id("Ekby");
  maker.network.coverage = Coverage{};
  maker.network.coverage->surveys = {survey};
  const Made made(maker);
  const Matrix matrix = matrix_of_agreements(made.ground(), MatrixRows::counties, MatrixKind::area);
  CHECK(cell(matrix, "01", "A7").silent == 2);
  CHECK(cell(matrix, "01", "A7").unknown == 1);
  CHECK(cell(matrix, "01", "A4").unknown == 2);
  CHECK(matrix.rows[0].municipalities == 2);
  CHECK(matrix.rows[0].asked == 2);
  CHECK(matrix.rows[0].answered == 1);
  CHECK(matrix.rows[0].is_rankable);
  CHECK_FALSE(matrix.rows[1].is_rankable);
}

TEST_CASE("through a lens the agreements of a cell are told apart, and what is not recorded is told") {
  NetworkMaker maker = three_municipalities();
  maker.agreement("a", {"Alby", "R"}).perspectives = Codes{"P1"};
  maker.agreement("b", {"Alby", "R"});
  const Made made(maker);
  const Matrix matrix = matrix_of_agreements(made.ground(), MatrixRows::counties, MatrixKind::area, "P1");
  CHECK(cell(matrix, "01", "A4").lens == LensCount{1, 0, 1});
  CHECK(matrix.sum.all.lens == LensCount{1, 0, 1});
}

TEST_CASE("an agreement's adoption: the firmest state of each, who is signed for, and who is no party") {
  NetworkMaker maker = three_municipalities();
  maker.municipality("Dalby", "0103").municipality_group = "B3";
  maker.municipality("Framby", "0104");
  Agreement& row = maker.agreement("lag", {"Alby", "R"});
  row.parties.push_back(maker.party("Ekby", PartyState::recommended));
  row.parties.push_back(maker.party("Ekby", PartyState::unknown));
  row.parties[1].on_behalf_of.resize(1);
  row.parties[1].on_behalf_of[0].id = maker.id("Dalby");
  const Made made(maker);
  const AgreementId id{0U};
  const Matrix one = matrix_of_adoption(made.ground(), MatrixRows::municipalities, id);
  CHECK(codes(one.rows) == Codes{"0101", "0102", "0103", "0104", "R"});  // Öby's county has no party
  CHECK(cell(one, "0101", "adopted").n == 1);
  CHECK(cell(one, "0102", "recommended").n == 1);
  CHECK(cell(one, "0103", "adopted").n == 1);
  CHECK(cell(one, "0104", "none").n == 1);
  CHECK(cell(one, "R", "adopted").n == 1);
  CHECK(one.sum.cells[0].of == 4);  // municipalities alone
  const Matrix county = matrix_of_adoption(made.ground(), MatrixRows::counties, id);
  REQUIRE(codes(county.rows) == Codes{"01"});
  CHECK(cell(county, "01", "adopted").n == 2);
  CHECK(cell(county, "01", "adopted").unknown == 1);
}

TEST_CASE("who has adopted from a later day has decided, and one whose time is over has left") {
  NetworkMaker maker = three_municipalities();
  Agreement& row = maker.agreement("a", {"Alby", "Ekby"});
  row.parties[0].from = *parse_partial_date("2026-05-01");
  row.parties[1].end = Validity::End::date;
  row.parties[1].to = *parse_partial_date("2025-01-31");
  const Made made(maker);
  const Matrix matrix = matrix_of_adoption(made.ground(), MatrixRows::municipalities, AgreementId{0U});
  CHECK(cell(matrix, "0101", "decided").n == 1);
  CHECK(cell(matrix, "0102", "withdrawn").n == 1);
}

namespace {

RuleSet two_rules() {
  RuleSet rules;
  Rule law;
  law.id = "lag";
  law.rule_class = RuleClass::law;
  law.for_each.type = "municipality";
  law.need.partner.type = "region";
  law.weight = RuleWeight::population;
  Rule wish = law;
  wish.id = "vilja";
  wish.rule_class = RuleClass::ambition;
  wish.need.partner.type = "police";
  wish.weight = RuleWeight::one;
  rules.rules = {law, wish};
  return rules;
}

}  // namespace

TEST_CASE("norms: how many meet each, and an interval weighed by people over those it knows the people of") {
  NetworkMaker maker = three_municipalities();
  maker.network.actors.mutable_row(0).population = 3000;
  maker.network.actors.mutable_row(1).population = 1000;
  maker.agreement("a", {"Alby", "R"});
  const Made made(maker);
  const RuleSet rules = two_rules();
  const GapAnalysis found = find_gaps(maker.network, NetworkIndex(maker.network), made.taxonomy, rules, day);
  const Matrix matrix = matrix_of_rules(made.ground(), MatrixRows::counties, rules, found);
  CHECK(codes(matrix.columns) == Codes{"lag", "vilja"});
  CHECK(matrix.columns[0].rule_class == RuleClass::law);
  const MatrixCell& law = cell(matrix, "01", "lag");
  CHECK(law.n == 1);
  CHECK(law.of == 2);
  CHECK(law.unknown == 1);
  CHECK(law.low() == doctest::Approx(0.75));
  CHECK(law.high() == doctest::Approx(1.0));
  CHECK(cell(matrix, "02", "lag").low() == std::nullopt);
  CHECK(cell(matrix, "02", "lag").without_population == 1);
  CHECK(matrix.rows[0].all == MatrixCell{});  // no sum of a law and a wish
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(matrix.sum.cells[i].met == found.rules[i].count(Outcome::met));
    CHECK(matrix.sum.cells[i].low() == found.rules[i].coverage.low);
    CHECK(matrix.sum.cells[i].high() == found.rules[i].coverage.high);
  }
}

TEST_CASE("by need: gaps against law first, whatever the ambitions; who has not answered stands last by name") {
  Matrix matrix;
  matrix.kind = MatrixKind::rule;
  matrix.columns = {{"lag", RuleClass::law, false, 0}, {"vilja", RuleClass::ambition, false, 1}};
  const auto add = [&](const char* code, std::size_t law_gaps, std::size_t wish_gaps, bool is_rankable) {
    MatrixRow row;
    row.code = code;
    row.cells.resize(2);
    row.cells[0].of = row.cells[1].of = 10;
    row.cells[0].gaps = law_gaps;
    row.cells[1].gaps = wish_gaps;
    row.cells[0].met = 10 - law_gaps;
    row.cells[1].met = 10 - wish_gaps;
    row.is_rankable = is_rankable;
    matrix.rows.push_back(row);
  };
  add("1", 1, 9, true);
  add("2", 2, 0, true);
  add("3", 9, 9, false);
  add("4", 1, 9, true);
  const std::vector<std::string> names = {"Östra", "Västra", "Dal", "Ärlan"};
  const NeedOrder order = rows_by_need(matrix, names);
  CHECK(order.rows == std::vector<std::size_t>{1, 3, 0, 2});
  CHECK(order.ranked == 3);
  const NeedOrder all = rows_by_need(matrix, names, true);
  CHECK(all.rows == std::vector<std::size_t>{2, 1, 3, 0});
  CHECK(all.ranked == 4);
}

TEST_CASE("by need: what is unknown is no need, and known gaps come before what is on its way") {
  Matrix matrix;
  matrix.kind = MatrixKind::rule;
  matrix.columns = {{"lag", RuleClass::law, false, 0}};
  const auto add = [&](std::size_t met, std::size_t gaps, std::size_t pending, std::size_t unknown) {
    MatrixRow row;
    row.cells.resize(1);
    MatrixCell& cell = row.cells[0];
    cell.of = 10;
    cell.met = met;
    cell.gaps = gaps;
    cell.pending = pending;
    cell.unknown = unknown;
    row.is_rankable = true;
    matrix.rows.push_back(row);
  };
  add(0, 0, 0, 10);
  add(10, 0, 0, 0);
  add(1, 0, 9, 0);
  add(9, 1, 0, 0);
  CHECK(rows_by_need(matrix, {"Åby", "Alby", "Dal", "Ekby"}).rows == std::vector<std::size_t>{3, 2, 1, 0});
}

TEST_CASE("by need: of agreements who has answered that there is none comes before the unknown") {
  Matrix matrix;
  matrix.columns = {{"A7", {}, false, 0}};
  for (const std::size_t unknown : {4U, 1U}) {
    MatrixRow row;
    row.cells.resize(1);
    row.cells[0].of = 4;
    row.cells[0].unknown = unknown;
    row.is_rankable = true;
    matrix.rows.push_back(row);
  }
  CHECK(rows_by_need(matrix, {"Alby", "Ekby"}).rows == std::vector<std::size_t>{1, 0});
}

TEST_CASE("by need: of an agreement's adoption who has left comes first, and an unknown answer last") {
  Matrix matrix;
  matrix.kind = MatrixKind::adoption;
  for (const std::size_t state : {4U, 5U, 2U, 3U}) {  // not told, no party, recommended, withdrawn
    MatrixRow row;
    row.cells.resize(adoption_columns.size());
    for (MatrixCell& cell : row.cells) cell.of = 1;
    row.cells[state].n = 1;
    row.is_rankable = true;
    matrix.rows.push_back(row);
  }
  CHECK(rows_by_need(matrix, {"A", "B", "C", "D"}).rows == std::vector<std::size_t>{3, 2, 0, 1});
}

namespace {

// The definition taken by its words, for one cell of kinds of partner or forms.
struct PlainCell {
  std::size_t n = 0, of = 0, met = 0, unknown = 0;
};

PlainCell plain_cell(const Made& made, bool is_form, const std::string& row, const std::string& column) {
  const Network& network = made.network;
  const auto is_in_column = [&](const Participation& p) {
    if (!p.is_confirmed) return false;
    if (is_form) return network.agreement(p.agreement).form == column;
    return std::any_of(made.part.participations.begin(), made.part.participations.end(), [&](const Participation& q) {
      const std::string& group = made.taxonomy.group_of(network.actor(q.actor).type).code;
      return q.agreement == p.agreement && q.actor != p.actor && group == column && q.is_confirmed;
    });
  };
  PlainCell cell;
  std::set<std::uint32_t> agreements;
  for (const Participation& p : made.part.participations) {
    if (network.actor(p.actor).county == row && is_in_column(p)) agreements.insert(p.agreement.value);
  }
  cell.n = agreements.size();
  for (const Actor& municipality : network.actors) {
    if (municipality.type != "municipality" || municipality.county != row) continue;
    bool is_met = false;
    for (const Participation& p : made.part.participations) {
      if (network.actor(p.actor).municipality != municipality.municipality) continue;
      is_met = is_met || is_in_column(p);
    }
    ++cell.of;
    cell.met += is_met ? 1U : 0U;
    cell.unknown += is_met ? 0U : 1U;  // nobody has been asked
  }
  return cell;
}

}  // namespace

TEST_CASE("on random networks forms and kinds of partner are what the definition says, word by word") {
  std::mt19937 random(23);
  for (int round = 0; round < 80; ++round) {
    NetworkMaker maker;
    for (int i = 0; i < 6; ++i)
      maker.municipality("K" + std::to_string(i), "0" + std::to_string(i % 2 + 1) + "0" + std::to_string(i));
    Actor& school = maker.actor("S", "school");
    school.county = "01";
    school.municipality = "0100";
    maker.region("R1", "01");
    maker.region("R2", "02");
    maker.actor("P", "police");
    for (int g = 0; g < 7; ++g) {
      Agreement& row = maker.agreement("g" + std::to_string(g), {});
      row.form = random() % 2 == 0 ? "iop" : "barnahus";
      if (random() % 3 == 0) row.status = AgreementStatus::unknown;
      for (auto parties = random() % 5; parties > 0; --parties) {
        Party party;
        party.actor.id = ActorId(random() % 10);
        party.state = random() % 3 == 0 ? PartyState::unknown : PartyState::adopted;
        row.parties.push_back(party);
      }
    }
    const Made made(maker);
    for (const MatrixKind kind : {MatrixKind::form, MatrixKind::partner_group}) {
      const Matrix matrix = matrix_of_agreements(made.ground(), MatrixRows::counties, kind);
      for (const MatrixRow& row : matrix.rows) {
        for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
          const PlainCell plain = plain_cell(made, kind == MatrixKind::form, row.code, matrix.columns[i].code);
          INFO(round, " ", row.code, " ", matrix.columns[i].code);
          CHECK(row.cells[i].n == plain.n);
          CHECK(row.cells[i].of == plain.of);
          CHECK(row.cells[i].met == plain.met);
          CHECK(row.cells[i].unknown == plain.unknown);
        }
      }
    }
  }
}
