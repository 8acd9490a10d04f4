#include "analysis/place_figures.h"

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

//  county 90: Alby 9001, Ekby 9002      county 91: Sjöby 9101
struct Stage {
  NetworkMaker maker;
  Taxonomy taxonomy = small_taxonomy();
  Filter filter;

  Stage() {
    maker.municipality("Alby", "9001");
    maker.municipality("Ekby", "9002");
    maker.municipality("Sjöby", "9101");
  }
  std::map<std::string, std::int64_t> known(MatrixRows rows, PlaceFigure figure) const {
    return figures(rows, figure).known;
  }
  PlaceFigures figures(MatrixRows rows, PlaceFigure figure) const {
    const Date day = maker.network.as_of;
    const SubNetwork part = restrict(maker.network, taxonomy, filter, day);
    return place_figures(maker.network, taxonomy, part, filter, day, rows, figure);
  }
};
using Known = std::map<std::string, std::int64_t>;
constexpr auto counties = MatrixRows::counties;
constexpr auto municipalities = MatrixRows::municipalities;

}  // namespace

TEST_CASE("nothing recorded is not known, and never none") {
  const Stage stage;
  CHECK(stage.figures(municipalities, PlaceFigure::agreements).places == std::set<std::string>{"9001", "9002", "9101"});
  CHECK(stage.figures(counties, PlaceFigure::areas).places == std::set<std::string>{"90", "91"});
  for (const auto figure : {PlaceFigure::agreements, PlaceFigure::areas, PlaceFigure::population}) {
    CHECK(stage.known(municipalities, figure).empty());
    CHECK(stage.known(counties, figure).empty());
  }
}

TEST_CASE("an agreement counts once for each place with a confirmed tie; an unconfirmed one makes nobody known") {
  Stage stage;
  stage.maker.agreement("A", {"Alby", "Ekby"});
  stage.maker.agreement("B", {"Alby", "Sjöby"}, "A7");
  stage.maker.agreement("C", {"Alby"}).parties.push_back(stage.maker.party("Ekby", PartyState::recommended));
  CHECK(stage.known(municipalities, PlaceFigure::agreements) == Known{{"9001", 3}, {"9002", 1}, {"9101", 1}});
  CHECK(stage.known(counties, PlaceFigure::agreements) == Known{{"90", 3}, {"91", 1}});
  CHECK(stage.known(municipalities, PlaceFigure::areas) == Known{{"9001", 2}, {"9002", 1}, {"9101", 1}});
  CHECK(stage.known(counties, PlaceFigure::areas) == Known{{"90", 2}, {"91", 1}});
}

TEST_CASE("a municipality that has answered of every area and has nothing is none; of one area it is still unknown") {
  Stage stage;
  stage.maker.agreement("A", {"Alby"});
  Coverage coverage;
  Survey survey;
  survey.answered.push_back({stage.maker.id("Ekby"), {}});
  coverage.surveys = {survey};
  stage.maker.network.coverage = coverage;
  CHECK(stage.known(municipalities, PlaceFigure::agreements) == Known{{"9001", 1}, {"9002", 0}});
  CHECK(stage.known(counties, PlaceFigure::agreements) == Known{{"90", 1}});  // others of a county were not asked
  stage.maker.network.coverage->surveys[0].areas = {"A4"};
  CHECK(stage.known(municipalities, PlaceFigure::agreements) == Known{{"9001", 1}});
}

TEST_CASE("a county has a population where all of its municipalities have one") {
  Stage stage;
  stage.maker.network.actors.mutable_row(0).population = 1000;
  stage.maker.network.actors.mutable_row(2).population = 0;
  CHECK(stage.known(municipalities, PlaceFigure::population) == Known{{"9001", 1000}, {"9101", 0}});
  CHECK(stage.known(counties, PlaceFigure::population) == Known{{"91", 0}});
  stage.maker.network.actors.mutable_row(1).population = 250;
  CHECK(stage.known(counties, PlaceFigure::population) == Known{{"90", 1250}, {"91", 0}});
}

TEST_CASE("places that the filter leaves out are not spoken of; those without an agreement of its area are unknown") {
  Stage stage;
  stage.maker.agreement("A", {"Alby", "Sjöby"});
  stage.filter = *parse_filter("county=90 area=A4");
  const PlaceFigures figures = stage.figures(municipalities, PlaceFigure::agreements);
  CHECK(figures.places == std::set<std::string>{"9001", "9002"});
  CHECK(figures.known.at("9001") == 1);
  CHECK_FALSE(figures.is_known("9002"));
}
