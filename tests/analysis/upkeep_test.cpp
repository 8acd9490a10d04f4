#include "analysis/upkeep.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};

Agreement& add(NetworkMaker& maker, const char* recorded) {
  Agreement& agreement = maker.agreement("a" + std::to_string(maker.network.agreements.size()), {});
  agreement.provenance = Provenance{};
  if (*recorded != '\0') agreement.provenance->recorded = *parse_partial_date(recorded);
  return agreement;
}

Upkeep upkeep(const NetworkMaker& maker, int months = 12, int stale_months = 24) {
  std::vector<AgreementId> all;
  for (std::size_t i = 0; i < maker.network.agreements.size(); ++i) all.emplace_back(i);
  return upkeep_of(maker.network, all, day, months, stale_months);
}

using Ids = std::vector<AgreementId>;

}  // namespace

TEST_CASE("what was learned too long ago is stale, the oldest first; what is not dated is neither") {
  NetworkMaker maker;
  add(maker, "2023-12-30");
  add(maker, "2023-12-31");
  add(maker, "2023");  // as late as 31 December
  add(maker, "2019-05");
  add(maker, "");
  add(maker, "2026-11-21");  // after the day that is asked about: fresh
  maker.agreement("a6", {});
  const Upkeep found = upkeep(maker);
  CHECK(found.active == 7);
  CHECK(found.stale == Ids{AgreementId(3), AgreementId(0)});
  CHECK(found.not_dated == 2);
  CHECK(upkeep(maker, 12, 1'000'000).stale.empty());
}

TEST_CASE("perspectives that nobody has noted are something else than none") {
  NetworkMaker maker;
  add(maker, "2025");
  add(maker, "2025").perspectives = std::vector<std::string>{};
  add(maker, "2025").perspectives = std::vector<std::string>{"P1"};
  add(maker, "2025").status = AgreementStatus::unknown;  // not in force: not told
  const Upkeep found = upkeep(maker);
  CHECK(found.perspectives_not_recorded == Ids{AgreementId(0)});
  CHECK(found.perspectives_none == Ids{AgreementId(1)});
}

TEST_CASE("deadlines come soonest first, and an end that has passed is told unless something follows") {
  NetworkMaker maker;
  add(maker, "2025").valid = from_to("2020", "2026-11-30");
  add(maker, "2025").valid = from_to("2020", "2027-03-31");
  maker.network.agreements.mutable_row(1).valid->notice_months = 12;  // to be told by 2026-03-31
  add(maker, "2025").valid = from_to("2020", "2025-06-30");
  add(maker, "2025").valid = from_to("2020", "2025-06-30");
  add(maker, "2025").supersedes = {AgreementRef{AgreementId(3), ""}};
  add(maker, "2025").valid = from_to("2020", "2025-06-30");
  maker.network.agreements.mutable_row(5).status = AgreementStatus::ended;
  const Upkeep found = upkeep(maker);
  REQUIRE(found.deadlines.size() == 2);
  CHECK(found.deadlines[0].agreement == AgreementId(1));
  CHECK(found.deadlines[0].kind == Deadline::Kind::notice);
  CHECK(found.deadlines[1].agreement == AgreementId(0));
  CHECK(found.expired == Ids{AgreementId(2)});
  CHECK(found.with_end == 2);
  CHECK(upkeep(maker, 2).deadlines.empty());
}

TEST_CASE("a last year in a title is told apart from known ends: what has passed and what comes, the soonest first") {
  NetworkMaker maker;
  add(maker, "2025").title = "Plan 2023–2026";
  add(maker, "2025").title = "Plan 2020–2023";
  add(maker, "2025").title = "Plan 2022–2027";  // later than is asked about
  add(maker, "2025").title = "Plan 2020–2024";
  maker.network.agreements.mutable_row(3).status = AgreementStatus::unknown;  // not in force: not told
  add(maker, "2025").title = "Plan 2023–2026";
  maker.network.agreements.mutable_row(4).valid = from_to("2023", "2026-12-31");
  const Upkeep found = upkeep(maker);
  CHECK(found.titled_ends == Ids{AgreementId(1), AgreementId(0)});
  CHECK(found.with_end == 1);
  REQUIRE(found.deadlines.size() == 1);  // what a title says is no deadline
  CHECK(found.deadlines[0].agreement == AgreementId(4));
  CHECK(upkeep(maker, 11).titled_ends == Ids{AgreementId(1)});
  CHECK(upkeep(maker, 24).titled_ends == Ids{AgreementId(1), AgreementId(0), AgreementId(2)});
}
