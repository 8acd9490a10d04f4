#include "analysis/completeness.h"

#include "support/small_network.h"

namespace samverka {
namespace {

using test::from_to;
using test::NetworkMaker;

constexpr Date day = {2025, 12, 31};

Survey survey_of(const NetworkMaker& made, const char* date, std::initializer_list<const char*> asked,
                 std::initializer_list<const char*> answered) {
  Survey survey;
  survey.date = *parse_partial_date(date);
  for (const char* name : asked) survey.asked.push_back({made.id(name), {}});
  for (const char* name : answered) survey.answered.push_back({made.id(name), {}});
  return survey;
}

}  // namespace

TEST_CASE("the card counts who was asked and has answered, survey by survey, the newest first") {
  NetworkMaker made;
  made.municipality("Alby", "9901");
  made.municipality("Ekby", "9902");
  made.municipality("Väby", "9903");
  made.network.coverage = Coverage{};
  made.network.coverage->surveys = {survey_of(made, "2023", {"Alby", "Ekby"}, {"Alby"}),
                                    survey_of(made, "2025-05", {}, {"Ekby"}),
                                    survey_of(made, "2026-01", {"Väby"}, {"Väby"})};  // after the day
  const std::vector<ActorId> all = {made.id("Alby"), made.id("Ekby"), made.id("Väby")};
  const Completeness card = completeness_of(made.network, all, {}, day, 24);
  REQUIRE(card.surveys.size() == 2);
  CHECK(card.surveys[0].survey == 1);
  CHECK(card.surveys[0].asked == 1);
  CHECK(card.surveys[0].answered == 1);
  CHECK(card.surveys[1].asked == 2);
  CHECK(card.asked == 2);
  CHECK(card.answered == 2);
  CHECK(card.municipalities == 3);
}

TEST_CASE("the card counts what is noted of agreements, and how old it is") {
  NetworkMaker made;
  made.municipality("Alby", "9901");
  Agreement& noted = made.agreement("A", {"Alby"});
  noted.valid = from_to("2020", "2026");
  noted.perspectives = std::vector<std::string>{};
  noted.provenance = Provenance{};
  noted.provenance->method = "web";
  noted.provenance->source = {{{}, "q1"}};
  noted.provenance->recorded = *parse_partial_date("2023-12-31");  // two years to the day
  made.agreement("B", {"Alby"}).status = AgreementStatus::unknown;
  Agreement& old = made.agreement("C", {"Alby"});
  old.provenance = Provenance{};
  old.provenance->recorded = *parse_partial_date("2021");
  const std::vector<AgreementId> all = {AgreementId(0), AgreementId(1), AgreementId(2)};
  const Completeness card = completeness_of(made.network, {}, all, day, 24);
  CHECK(card.agreements == 3);
  CHECK(card.with_source == 1);
  CHECK(card.with_begin == 1);
  CHECK(card.with_end == 1);
  CHECK(card.with_perspectives == 1);
  CHECK(card.confirmed_status == 2);
  CHECK(card.with_record == 2);
  CHECK(card.fresh == 1);
  CHECK(to_string(card.oldest) == "2021");
  CHECK(to_string(card.newest) == "2023-12-31");
  CHECK(card.methods == std::map<std::string, std::size_t>{{"", 2}, {"web", 1}});
}

}  // namespace samverka
