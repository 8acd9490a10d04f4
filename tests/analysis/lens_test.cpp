#include "analysis/lens.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

TEST_CASE("an absent list of perspectives is not recorded, an empty one is a no") {
  Agreement agreement;
  CHECK(seen_through(agreement, "P1") == LensState::not_recorded);
  agreement.perspectives = std::vector<std::string>{};
  CHECK(seen_through(agreement, "P1") == LensState::no);
  agreement.perspectives = std::vector<std::string>{"P2", "P1"};
  CHECK(seen_through(agreement, "P1") == LensState::yes);
  CHECK(seen_through(agreement, "P3") == LensState::no);
}

TEST_CASE("of what is shown each agreement is counted once, whatever its parties") {
  NetworkMaker maker;
  maker.municipality("Alby", "0101");
  maker.municipality("Ekby", "0102");
  maker.agreement("a", {"Alby", "Ekby"}).perspectives = std::vector<std::string>{"P1"};
  maker.agreement("b", {"Alby", "Ekby"}).perspectives = std::vector<std::string>{};
  maker.agreement("c", {"Alby", "Ekby"});
  maker.agreement("d", {"Alby", "Ekby"}).status = AgreementStatus::ended;
  const SubNetwork part = restrict(maker.network, small_taxonomy(), {}, {2025, 12, 31});
  CHECK(count_through_lens(maker.network, part, "P1") == LensCount{1, 1, 1});
  CHECK(count_through_lens(maker.network, part, "P1").all() == 3);
  CHECK(count_through_lens(maker.network, part, "P2") == LensCount{0, 2, 1});
}
