#include "app/evidence.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

NetworkMaker two_municipalities() {
  NetworkMaker maker;
  maker.municipality("alby", "2001");
  maker.municipality("boda", "2002");
  return maker;
}

}  // namespace

TEST_CASE("a new survey gets a key that no other has, and stands last") {
  NetworkMaker maker = two_municipalities();
  maker.network.coverage.emplace();
  maker.network.coverage->surveys.resize(2);
  maker.network.coverage->surveys[0].key = "s3";
  maker.network.coverage->surveys[1].key = "s1";
  EvidenceDraft draft = new_evidence(maker.network, EvidenceDraft::Kind::survey);
  CHECK(draft.survey.key == "s4");
  draft.date = "2025-10";
  set_answered(draft.survey, maker.id("boda"), true);
  const Network changed = with_evidence(maker.network, draft);
  REQUIRE(changed.coverage->surveys.size() == 3);
  CHECK(to_string(changed.coverage->surveys[2].date) == "2025-10");
  CHECK(changed.coverage->surveys[2].asked == changed.coverage->surveys[2].answered);
}

TEST_CASE("who is no longer asked has not answered either") {
  NetworkMaker maker = two_municipalities();
  Survey survey;
  set_asked(survey, maker.id("alby"), true);
  set_answered(survey, maker.id("boda"), true);
  CHECK(survey.asked.size() == 2);
  REQUIRE(without_answer(survey).size() == 1);
  CHECK(without_answer(survey).front().id == maker.id("alby"));
  set_asked(survey, maker.id("boda"), false);
  CHECK(survey.answered.empty());
}

TEST_CASE("the last one removed leaves a network that says nothing of its evidence") {
  NetworkMaker maker = two_municipalities();
  const EvidenceDraft draft = new_evidence(maker.network, EvidenceDraft::Kind::complete_register);
  const Network with = with_evidence(maker.network, draft);
  REQUIRE(with.coverage.has_value());
  CHECK(with.coverage->registers.front().complete == true);
  CHECK(equal(without_evidence(with, EvidenceDraft::Kind::complete_register, 0), maker.network));
}

TEST_CASE("problems are those of the row alone, with the codes of check") {
  NetworkMaker maker = two_municipalities();
  maker.network.coverage.emplace();
  maker.network.coverage->registers.resize(1);
  maker.network.coverage->registers[0].counties = {"X"};  // another row's problem
  EvidenceDraft draft = new_evidence(maker.network, EvidenceDraft::Kind::complete_register);
  CHECK(problems_of(maker.network, small_taxonomy(), draft).empty());
  draft.complete.counties = {"2"};
  draft.complete.areas = {"A77"};
  draft.date = "2025-13-01";
  const std::vector<Problem> problems = problems_of(maker.network, small_taxonomy(), draft);
  std::vector<std::string> codes;
  for (const Problem& problem : problems) codes.push_back(problem.code);
  CHECK(codes == std::vector<std::string>{"E_DATE", "E_CODE", "W_UNKNOWN"});
  CHECK(has_error(problems));
}
