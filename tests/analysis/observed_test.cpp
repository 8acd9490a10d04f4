#include "analysis/observed.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

struct Asked {
  NetworkMaker maker;
  Asked() {
    maker.municipality("Alby", "2080");
    maker.municipality("Ekby", "2180");
    maker.network.coverage = Coverage{};
  }
  void survey(std::optional<std::vector<AreaCode>> areas) {
    Survey row;
    row.areas = std::move(areas);
    row.asked = {{maker.id("Alby"), ""}, {maker.id("Ekby"), ""}};
    row.answered = {{maker.id("Alby"), ""}};
    maker.network.coverage->surveys = {row};
  }
  bool is(const char* actor, const char* area) const {
    return is_observed(maker.network, small_taxonomy(), maker.id(actor), area);
  }
};

}  // namespace

TEST_CASE("without surveys and registers nothing is observed") {
  Asked asked;
  CHECK_FALSE(asked.is("Alby", "A4"));
  asked.maker.network.coverage.reset();
  CHECK_FALSE(asked.is("Alby", "A4"));
  CHECK_FALSE(is_observed(asked.maker.network, small_taxonomy(), ActorId(), "A4"));
}

TEST_CASE("an answer says nothing of the days before it was given") {
  Asked asked;
  asked.survey(std::nullopt);
  asked.maker.network.coverage->surveys[0].date = *parse_partial_date("2025-10");
  const auto is_on = [&](Date day) {
    return is_observed(asked.maker.network, small_taxonomy(), asked.maker.id("Alby"), "A7", day);
  };
  CHECK_FALSE(is_on({2025, 9, 30}));
  CHECK(is_on({2025, 10, 1}));
  CHECK(asked.is("Alby", "A7"));
}

TEST_CASE("who has answered is observed, who was only asked is not") {
  Asked asked;
  asked.survey(std::nullopt);
  CHECK(asked.is("Alby", "A7"));
  CHECK_FALSE(asked.is("Ekby", "A7"));
}

TEST_CASE("a question about an area is about its clauses; one about some clauses is not about the area") {
  Asked asked;
  asked.survey({{"A4"}});
  CHECK(asked.is("Alby", "A4"));
  CHECK(asked.is("Alby", "A4.2"));
  CHECK_FALSE(asked.is("Alby", "A7"));
  asked.survey({{"A4.1"}});
  CHECK(asked.is("Alby", "A4.1"));
  CHECK_FALSE(asked.is("Alby", "A4"));
  CHECK_FALSE(asked.is("Alby", "A4.2"));
  asked.survey({{"A4.2", "A4.1"}});
  CHECK(asked.is("Alby", "A4"));
  asked.survey({std::vector<AreaCode>{}});
  CHECK_FALSE(asked.is("Alby", "A4"));
}

TEST_CASE("a register proves a no only where it is declared complete and holds the county") {
  Asked asked;
  Register row;
  row.areas = {{"A7"}};
  row.counties = {{"20"}};
  asked.maker.network.coverage->registers = {row};
  CHECK_FALSE(asked.is("Alby", "A7"));
  asked.maker.network.coverage->registers[0].complete = true;
  CHECK(asked.is("Alby", "A7"));
  CHECK_FALSE(asked.is("Ekby", "A7"));
  CHECK_FALSE(asked.is("Alby", "A4"));
  asked.maker.network.coverage->registers[0].counties.reset();
  CHECK(asked.is("Ekby", "A7"));
}
