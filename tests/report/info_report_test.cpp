#include "report/info_report.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace samverka;

namespace {

Texts texts_in(const std::string& language) {
  std::ifstream file(SAMVERKA_SOURCE_DIR "/assets/lang/" + language + ".json");
  std::ostringstream json;
  json << file.rdbuf();
  return *Texts::parse(json.str(), language);
}

template <class T>
T term(const std::string& code, const std::string& sv, const std::string& en) {
  T made;
  made.code = code;
  made.label = made.short_label = {sv, en};
  return made;
}

Taxonomy small_taxonomy() {
  Taxonomy taxonomy;
  taxonomy.groups.add(term<ActorGroup>("municipality", "Kommun", "Municipality"));
  taxonomy.groups.add(term<ActorGroup>("region", "Region", "Region"));
  taxonomy.areas.add(term<Area>("A4", "Skola och vård", "School and care"));
  taxonomy.states.add(term<Term>("adopted", "antagen", "adopted"));
  return taxonomy;
}

// Three actors, of whom one is in no agreement; one agreement without dates.
Census small_census() {
  Census census;
  census.id = "litet";
  census.as_of = {2025, 12, 31};
  census.actors = 3;
  census.actors_by_group = {{"region", 1}, {"municipality", 2}};
  census.actors_by_type = {{"region", 1}, {"municipality", 2}};
  census.actors_without_agreement = 1;
  census.agreements = 1;
  census.agreements_active = 1;
  census.agreements_by_form = {{"unheard_of", 1}};
  census.agreements_by_area = {{"A4", 1}};
  census.agreements_by_status = {{"active", 1}};
  census.parties = 2;
  census.ties = 1;
  census.party_states = {{"adopted", 1}, {"unknown", 1}};
  census.municipalities_with_tie = 1;
  return census;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the census as JSON has the contract's members in the contract's order") {
  CHECK(info_json(small_census()) == R"({
  "id": "litet",
  "as_of": "2025-12-31",
  "actors": {
    "total": 3,
    "by_group": {
      "municipality": 2,
      "region": 1
    },
    "by_type": {
      "municipality": 2,
      "region": 1
    },
    "without_agreement": 1
  },
  "agreements": {
    "total": 1,
    "active": 1,
    "by_form": {
      "unheard_of": 1
    },
    "by_area": {
      "A4": 1
    },
    "by_status": {
      "active": 1
    },
    "with_from": 0,
    "with_to": 0
  },
  "parties": 2,
  "ties": 1,
  "party_states": {
    "adopted": 1,
    "unknown": 1
  },
  "municipalities_with_tie": 1
}
)");
}

TEST_CASE("the census for people lines up, in the order of the taxonomy, and says what is not known") {
  Network network;
  network.title = "Litet nät";
  network.synthetic = true;
  const std::string text = info_text(small_census(), network, small_taxonomy(), texts_in("sv"));
  CHECK(holds(text, "Litet nät (litet)\nUnderlag per 2025-12-31\nPåhittade exempeldata\n"));
  CHECK(text.find("  Kommun ") < text.find("  Region "));
  CHECK(holds(text, "unheard_of"));
  CHECK(holds(text, "A4 Skola och vård"));
  CHECK(holds(text, "Vad som inte är känt"));
  CHECK(holds(text, "1 av 3\n"));
  CHECK(holds(text, "kan ändå samverka"));
  CHECK(holds(text, "Ingen enkät och inget fullständigt register"));
  CHECK_FALSE(holds(text, "⟦"));
}

TEST_CASE("the census speaks English, and tells how many of those asked have answered") {
  Network network;
  network.title = "Small";
  Survey survey;
  survey.asked = {{ActorId(0), ""}, {ActorId(1), ""}};
  survey.answered = {{ActorId(1), ""}};
  network.coverage.emplace().surveys = {survey, survey};
  const std::string text = info_text(small_census(), network, small_taxonomy(), texts_in("en"));
  CHECK(holds(text, "What is not known"));
  CHECK(holds(text, "1 of 2\n"));
  CHECK_FALSE(holds(text, "Invented"));
  CHECK_FALSE(holds(text, "No survey"));
  CHECK_FALSE(holds(text, "⟦"));
}

TEST_CASE("a file without a date is reported without one") {
  Census census = small_census();
  census.as_of = {};
  CHECK(holds(info_json(census), "\"as_of\": null"));
  const std::string text = info_text(census, {}, small_taxonomy(), texts_in("en"));
  CHECK_FALSE(holds(text, "0001"));
  CHECK(holds(text, "The file has no date (as_of)"));
}

TEST_CASE("those who answered and are no actor of the file are not counted as one") {
  Network network;
  Survey survey;
  survey.asked = {{ActorId(0), ""}, {{}, "k-x"}, {{}, "k-y"}};
  network.coverage.emplace().surveys = {survey};
  CHECK(holds(info_text(small_census(), network, small_taxonomy(), texts_in("en")), "0 of 1\n"));
}

TEST_CASE("an empty network is reported without dividing by nothing") {
  const std::string text = info_text({}, {}, {}, texts_in("sv"));
  CHECK(holds(text, "0 av 0"));
  CHECK_FALSE(holds(text, "⟦"));
}

TEST_CASE("a plain graph has nodes and edges and no date") {
  const EdgeList graph{{"a", "b", "c"}, {{0, 1}, {1, 2}}};
  CHECK(holds(info_json(graph, "g"), "\"as_of\": null"));
  CHECK(holds(info_json(graph, "g"), "\"total\": 3"));
  CHECK(holds(info_json(graph, "g"), "\"ties\": 2"));
  const std::string text = info_text(graph, "g.csv", texts_in("en"));
  CHECK(holds(text, "g.csv: a plain graph"));
  CHECK(holds(text, "\nNodes  3\nEdges  2\n"));
}
