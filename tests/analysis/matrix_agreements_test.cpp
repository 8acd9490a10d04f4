#include "analysis/matrix.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "analysis/partners.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};

Matrix matrix_of(const NetworkMaker& maker, const Filter& filter = default_filter(),
                 MatrixRows rows = MatrixRows::counties) {
  const Taxonomy taxonomy = small_taxonomy();
  const SubNetwork part = restrict(maker.network, taxonomy, filter, day);
  return matrix_of_agreements({maker.network, taxonomy, part, filter, day}, rows, MatrixKind::area);
}

const MatrixRow& row_of(const Matrix& matrix, const std::string& code) {
  const auto found =
      std::find_if(matrix.rows.begin(), matrix.rows.end(), [&](const auto& r) { return r.code == code; });
  REQUIRE(found != matrix.rows.end());
  return *found;
}

using Codes = std::vector<std::string>;

// What a cell of agreements comes down to where nobody has been asked.
struct Four {
  std::size_t agreements = 0, municipalities = 0, reached = 0, unknown = 0;
  bool operator==(const Four&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Four& f) {
  return out << f.agreements << " of " << f.municipalities << ": " << f.reached << ", " << f.unknown << " unknown";
}
Four four_of(const MatrixCell& cell) { return {cell.n, cell.of, cell.met, cell.unknown}; }

Codes codes_of(const Matrix& matrix) {
  Codes codes;
  for (const MatrixRow& row : matrix.rows) codes.push_back(row.code);
  return codes;
}

Codes columns_of(const Matrix& matrix) {
  Codes codes;
  for (const MatrixColumn& column : matrix.columns) codes.push_back(column.code);
  return codes;
}

//   01: Alby --- A (A4.1) --- Ekby (02)       02: Ekby, Åby;  Åby is in B (A7), unconfirmed;  Ö (02) in nothing
NetworkMaker two_counties() {
  NetworkMaker maker;
  maker.municipality("Alby", "0101");
  maker.municipality("Ekby", "0201");
  maker.municipality("Åby", "0202");
  maker.municipality("Ö", "0203");
  maker.agreement("A", {"Alby", "Ekby"}, "A4.1");
  maker.agreement("B", {"Åby", "Alby"}, "A7").status = AgreementStatus::unknown;
  return maker;
}

}  // namespace

TEST_CASE("a network of nothing has a matrix without rows") {
  const Matrix matrix = matrix_of(NetworkMaker());
  CHECK(columns_of(matrix) == Codes{"A4", "A7"});
  CHECK(matrix.rows.empty());
  CHECK(four_of(matrix.sum.all) == Four{});
  CHECK(MatrixCell{}.unknown_share() == 0);
}

TEST_CASE("a clause counts in its area, a county by any of its parties, an agreement of two counties once in the sum") {
  const Matrix matrix = matrix_of(two_counties());
  CHECK(codes_of(matrix) == Codes{"01", "02"});
  CHECK(four_of(row_of(matrix, "01").cells[0]) == Four{1, 1, 1, 0});
  CHECK(four_of(row_of(matrix, "02").cells[0]) == Four{1, 3, 1, 2});
  CHECK(four_of(matrix.sum.cells[0]) == Four{1, 4, 2, 2});
}

TEST_CASE("a record without a confirmed tie is unknown, as what no record speaks of, until the municipality answers") {
  const Matrix matrix = matrix_of(two_counties());
  CHECK(four_of(row_of(matrix, "02").cells[1]) == Four{0, 3, 0, 3});
  CHECK(row_of(matrix, "02").cells[1].silent == 2);  // of Åby there is a record that nobody has confirmed
  CHECK(row_of(matrix, "02").cells[1].unknown_share() == 1);
  CHECK(four_of(row_of(matrix, "02").all) == Four{1, 3, 1, 2});
  NetworkMaker asked = two_counties();
  Survey survey;
  survey.areas = {"A7"};
  survey.answered.resize(1);
  survey.answered[0].id = asked.id("Åby");
  asked.network.coverage.emplace().surveys.push_back(survey);
  CHECK(four_of(row_of(matrix_of(asked), "02").cells[1]) == Four{0, 3, 0, 2});
}

TEST_CASE("municipalities stand by themselves, each with its county") {
  const Matrix matrix = matrix_of(two_counties(), default_filter(), MatrixRows::municipalities);
  CHECK(codes_of(matrix) == Codes{"0101", "0201", "0202", "0203"});
  CHECK(row_of(matrix, "0101").county == "01");
  CHECK(row_of(matrix_of(two_counties()), "01").county == "01");
  CHECK(four_of(row_of(matrix, "0201").cells[0]) == Four{1, 1, 1, 0});
  CHECK(four_of(row_of(matrix, "0202").cells[1]) == Four{0, 1, 0, 1});
  CHECK(four_of(row_of(matrix, "0203").all) == Four{0, 1, 0, 1});
}

TEST_CASE("a school speaks for its municipality, and a region for its county but for no municipality") {
  NetworkMaker maker;
  maker.municipality("Alby", "0101");
  Actor& school = maker.actor("Skolan", "school");
  school.county = "01";
  school.municipality = "0101";
  maker.region("R", "01");
  maker.actor("Staten", "other");
  maker.agreement("Skolavtal", {"Skolan", "Staten"}, "A4.1");
  maker.agreement("Regionavtal", {"R", "Staten"}, "A7");
  const Matrix matrix = matrix_of(maker);
  CHECK(four_of(row_of(matrix, "01").cells[0]) == Four{1, 1, 1, 0});
  CHECK(four_of(row_of(matrix, "01").cells[1]) == Four{1, 1, 0, 1});
  CHECK(four_of(row_of(matrix_of(maker, default_filter(), MatrixRows::municipalities), "0101").cells[1]) ==
        Four{0, 1, 0, 1});
}

TEST_CASE("agreements with a crowd of parties are left out, counted and as knowledge") {
  NetworkMaker maker;
  std::vector<std::string> names;
  for (std::size_t i = 0; i <= crowd_parties; ++i) {
    const std::string code = std::to_string(1000 + i);
    names.push_back("K" + code);
    maker.municipality(names.back(), code);
  }
  maker.agreement("Alla", names, "A7");
  CHECK(matrix_of(maker).left_out == 1);
  CHECK(four_of(matrix_of(maker).sum.all) == Four{0, 61, 0, 61});
  names.pop_back();
  maker.agreement("Nästan alla", names, "A7");
  CHECK(four_of(matrix_of(maker).sum.all) == Four{1, 61, 60, 1});
}

TEST_CASE("what is outside the agreement is no column, and an agreement in several areas counts in each") {
  NetworkMaker maker = two_counties();
  maker.agreement("C", {"Ö", "Åby"}, "A0").areas = {"A0", "A4.2", "A4.1", "A7"};
  maker.agreement("Bara utanför", {"Ö", "Åby"}, "A0");
  const Matrix matrix = matrix_of(maker, Filter{});
  CHECK(row_of(matrix, "02").cells[0].n == 2);
  CHECK(row_of(matrix, "02").cells[1].n == 1);
  CHECK(row_of(matrix, "02").all.n == 2);
}

TEST_CASE("a filter on places takes rows away, one on kinds of actors takes no municipality away") {
  NetworkMaker maker = two_counties();
  Actor& school = maker.actor("Skolan", "school");
  school.county = "02";
  school.municipality = "0203";
  maker.actor("Skola till", "school").county = "02";
  maker.agreement("Skolavtal", {"Skolan", "Skola till"}, "A4.1");
  CHECK(codes_of(matrix_of(maker, *parse_filter("county=02"))) == Codes{"02"});
  const Matrix schools = matrix_of(maker, *parse_filter("type=school"));
  CHECK(four_of(row_of(schools, "02").cells[0]) == Four{1, 3, 1, 2});
  CHECK(four_of(row_of(schools, "01").cells[0]) == Four{0, 1, 0, 1});
  CHECK(matrix_of(maker, *parse_filter("municipality=0203")).sum.all.of == 1);
}

TEST_CASE("two municipalities with one code are one, and one without a county has no row") {
  NetworkMaker maker;
  maker.municipality("Alby", "0101");
  maker.municipality("Alby igen", "0101");
  maker.municipality("Utan län", "0301").county.clear();
  const Matrix matrix = matrix_of(maker);
  CHECK(codes_of(matrix) == Codes{"01"});
  CHECK(matrix.sum.all.of == 1);
}

namespace {

// The definition taken by its words: for every row and area, look at every agreement and every party.
Four plain_cell(const Network& network, const SubNetwork& part, const std::string& code, bool is_county,
                const std::string& area) {
  const Taxonomy taxonomy = small_taxonomy();
  const auto is_of_row = [&](const Actor& actor) { return (is_county ? actor.county : actor.municipality) == code; };
  const auto is_in_area = [&](const Agreement& agreement) {
    return agreement.parties.size() <= crowd_parties &&
           std::any_of(agreement.areas.begin(), agreement.areas.end(), [&](const AreaCode& of) {
             return area.empty() ? of.substr(0, 2) != "A0" : of.substr(0, 2) == area;
           });
  };
  Four cell;
  std::set<std::uint32_t> agreements;
  for (const Participation& p : part.participations) {
    const bool counts =
        p.is_confirmed && is_of_row(network.actor(p.actor)) && is_in_area(network.agreement(p.agreement));
    if (counts) agreements.insert(p.agreement.value);
  }
  cell.agreements = agreements.size();
  for (const Actor& municipality : network.actors) {
    if (municipality.type != "municipality" || !is_of_row(municipality)) continue;
    bool is_reached = false;
    for (const Participation& p : part.participations) {
      const bool speaks = network.actor(p.actor).municipality == municipality.municipality &&
                          is_in_area(network.agreement(p.agreement));
      is_reached = is_reached || (speaks && p.is_confirmed);
    }
    ++cell.municipalities;
    cell.unknown += is_reached ? 0U : 1U;  // nobody has been asked
    cell.reached += is_reached ? 1U : 0U;
  }
  return cell;
}

NetworkMaker random_network(std::mt19937& random) {
  NetworkMaker maker;
  for (int i = 0; i < 9; ++i) {
    const std::string code = "0" + std::to_string(1 + i % 3) + "0" + std::to_string(i);
    maker.municipality("K" + std::to_string(i), code);
    Actor& school = maker.actor("S" + std::to_string(i), "school");
    school.county = code.substr(0, 2);
    school.municipality = code;
  }
  const Codes areas = {"A4.1", "A4.2", "A4", "A7", "A0"};
  const PartyState states[] = {PartyState::adopted, PartyState::unknown, PartyState::withdrawn,
                               PartyState::recommended};
  for (int g = 0; g < 7; ++g) {
    Agreement& agreement = maker.agreement("g" + std::to_string(g), {}, areas[random() % areas.size()]);
    if (random() % 2 == 0) agreement.areas.push_back(areas[random() % areas.size()]);
    if (random() % 3 == 0) agreement.status = AgreementStatus::unknown;
    for (auto parties = random() % 5; parties > 0; --parties) {
      Party party;
      party.actor.id = ActorId(random() % 18);
      party.state = states[random() % 4];
      agreement.parties.push_back(party);
    }
  }
  return maker;
}

}  // namespace

TEST_CASE("on random networks every cell is what the definition says, word by word") {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    const NetworkMaker maker = random_network(random);
    const Taxonomy taxonomy = small_taxonomy();
    const SubNetwork part = restrict(maker.network, taxonomy, {}, day);
    for (const MatrixRows rows : {MatrixRows::counties, MatrixRows::municipalities}) {
      const Matrix matrix =
          matrix_of_agreements({maker.network, taxonomy, part, Filter{}, day}, rows, MatrixKind::area);
      const bool is_county = rows == MatrixRows::counties;
      CHECK(matrix.rows.size() == (is_county ? 3 : 9));
      for (const MatrixRow& row : matrix.rows) {
        INFO(row.code);
        CHECK(four_of(row.cells[0]) == plain_cell(maker.network, part, row.code, is_county, "A4"));
        CHECK(four_of(row.cells[1]) == plain_cell(maker.network, part, row.code, is_county, "A7"));
        CHECK(four_of(row.all) == plain_cell(maker.network, part, row.code, is_county, ""));
      }
    }
  }
}
