#include "analysis/response.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

Survey survey_of(const NetworkMaker& maker, const std::vector<std::string>& asked,
                 const std::vector<std::string>& answered) {
  Survey survey;
  for (const std::string& name : asked) survey.asked.push_back({maker.id(name), {}});
  for (const std::string& name : answered) survey.answered.push_back({maker.id(name), {}});
  return survey;
}

}  // namespace

TEST_CASE("who was asked twice, or answered without being asked, is one") {
  NetworkMaker maker;
  for (const char* name : {"alby", "boda", "dala"}) maker.municipality(name, "2001");
  CHECK(response_of(maker.network) == Response{0, 0});
  maker.network.coverage.emplace();
  maker.network.coverage->surveys = {survey_of(maker, {"alby", "boda"}, {"alby"}),
                                     survey_of(maker, {"alby"}, {"dala"})};
  CHECK(response_of(maker.network) == Response{3, 2});
}

TEST_CASE("a county where less than half have answered is low, and so is one that nobody asked") {
  CHECK(Response{0, 0}.is_low());
  CHECK(Response{3, 1}.is_low());
  CHECK_FALSE(Response{4, 2}.is_low());
  NetworkMaker maker;
  maker.municipality("alby", "2001");
  maker.municipality("boda", "2002");
  maker.municipality("ekby", "2101");
  maker.network.coverage.emplace();
  maker.network.coverage->surveys = {survey_of(maker, {"alby", "boda"}, {"boda"})};
  RuleSet rules;
  Rule rule;
  rule.id = "R";
  rule.for_each.type = "municipality";
  rules.rules = {rule, rule};
  const GapAnalysis analysis =
      find_gaps(maker.network, NetworkIndex(maker.network), small_taxonomy(), rules, maker.network.as_of);
  const auto by_county = response_by_county(maker.network, analysis);
  CHECK(by_county.size() == 2);
  CHECK(by_county.at("20") == Response{2, 1});
  CHECK(by_county.at("21") == Response{0, 0});
}

TEST_CASE("who has said yes to a norm and left others open is asked, not answered, and told of for that norm") {
  //  alby - region by D: recorded from the survey that asked alby; boda - region by E: found elsewhere
  NetworkMaker maker;
  maker.municipality("alby", "2001");
  maker.municipality("boda", "2002");
  maker.region("region", "20");
  const PartialDate day = *parse_partial_date("2025-06-01");
  const auto recorded = [](const char* method, PartialDate when) {
    Provenance provenance;
    provenance.method = method;
    provenance.recorded = when;
    return provenance;
  };
  maker.agreement("D", {"alby", "region"}, "A4.2").parties[0].provenance = recorded("survey", day);
  maker.agreement("E", {"boda", "region"}, "A4.2").provenance = recorded("web", day);
  maker.network.coverage.emplace();
  maker.network.coverage->surveys = {survey_of(maker, {"alby", "boda"}, {})};
  maker.network.coverage->surveys[0].date = day;
  Rule rule;
  rule.id = "R";
  rule.for_each.type = "municipality";
  rule.need.agreement.area = "A4.2";
  RuleSet rules;
  rules.rules = {rule};
  const auto yes = [&] {
    const GapAnalysis analysis =
        find_gaps(maker.network, NetworkIndex(maker.network), small_taxonomy(), rules, maker.network.as_of);
    CHECK(analysis.rules[0].asked == 2);
    return yes_without_answer(maker.network, analysis.rules[0]);
  };
  CHECK(yes() == 1);
  maker.network.agreements.mutable_row(1).provenance = recorded("survey", day);
  CHECK(yes() == 2);
  maker.network.agreements.mutable_row(1).provenance = recorded("survey", *parse_partial_date("2024"));
  CHECK(yes() == 1);  // from before it was asked
  maker.network.coverage->surveys[0].answered = maker.network.coverage->surveys[0].asked;
  CHECK(yes() == 0);
}
