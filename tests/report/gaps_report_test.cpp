#include "report/gaps_report.h"

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

// `count` municipalities, of which the first `gaps` have answered that they lack what the one rule asks for.
struct Told {
  Network network;
  RuleSet rules;

  explicit Told(std::size_t count, std::size_t gaps = 1) {
    network.id = "n";
    network.as_of = {2025, 12, 31};
    Survey survey;
    for (std::size_t i = 0; i < count; ++i) {
      Actor actor;
      actor.key = "k" + std::to_string(i);
      actor.name = "By" + std::to_string(i);
      actor.type = "municipality";
      network.actors.push_back(actor);
      if (i < gaps) survey.answered.push_back({ActorId(i), ""});
    }
    network.coverage.emplace().surveys = {survey};
    Rule rule;
    rule.id = "R";
    rule.basis = {"lag 1 §"};
    rule.title = {"Titel", "Title"};
    rules.id = "normer";
    rules.rules = {rule};
  }
  GapAnalysis analysis() const { return find_gaps(network, NetworkIndex(network), Taxonomy(), rules, network.as_of); }
  std::string text(const char* language = "en") const {
    return gaps_text(analysis(), network, rules, texts_in(language));
  }
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("fewer than five subjects get numbers and no percentages") {
  CHECK(holds(Told(4).text(), "numbers only, no percentages"));
  CHECK_FALSE(holds(Told(4).text(), "%"));
  CHECK(holds(Told(5).text(), "0.0–80.0% of 5"));
}

TEST_CASE("who lacks something is named, unless the norm is told as numbers only") {
  Told told(5);
  CHECK(holds(told.text(), "Missing: By0"));
  told.rules.rules[0].is_counts_only = true;
  CHECK_FALSE(holds(told.text(), "By0"));
  CHECK(holds(told.text(), "missing 1, not known 4"));
}

TEST_CASE("a reference that nobody has checked against the statute is said to be so") {
  Told told(5);
  CHECK(holds(told.text(), "Basis: lag 1 § (not checked against the statute)"));
  told.rules.rules[0].is_verified = true;
  CHECK_FALSE(holds(told.text(), "not checked"));
}

TEST_CASE("norms of one class stand together under its name, and nothing is summed over classes") {
  Told told(5);
  Rule law = told.rules.rules[0];
  law.id = "L";
  law.title = {"Lagtitel", "Law title"};
  law.rule_class = RuleClass::law;
  told.rules.rules.push_back(law);
  const std::string text = told.text();
  const auto at = [&](const char* words) { return text.find(words); };
  CHECK(at("Law: shall be there") < at("Law title"));
  CHECK(at("Law title") < at("Ambition: "));
  CHECK(at("Ambition: ") < at("  Title"));
}

TEST_CASE("who has no known population is counted apart, and a norm about nobody says so") {
  Told told(7);
  told.rules.rules[0].weight = RuleWeight::population;
  for (std::size_t i = 0; i < 6; ++i) told.network.actors.mutable_row(i).population = 100;
  CHECK(holds(told.text(), "of 600 inhabitants"));
  CHECK(holds(told.text(), "Without a known population, and so not in the coverage: 1"));
  told.rules.rules[0].for_each.type = "region";
  CHECK(holds(told.text(), "The norm is about nobody in the data."));
  CHECK_FALSE(holds(told.text(), "%"));
}

TEST_CASE("names cannot drive a terminal") {
  Told told(5);
  told.network.actors.mutable_row(0).name = "By\033[31m";
  CHECK_FALSE(holds(told.text(), "\033"));
  CHECK_FALSE(holds(gaps_json(told.analysis(), told.network, told.rules), "\033"));
}

TEST_CASE("JSON has null where there is nothing to weigh") {
  Told told(0);
  const std::string json = gaps_json(told.analysis(), told.network, told.rules);
  CHECK(holds(json, "\"low\": null"));
  CHECK(holds(json, "\"subjects\": []"));
}
