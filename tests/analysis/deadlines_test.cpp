#include "analysis/deadlines.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};

Agreement in_force(const char* from, const char* to, std::optional<std::int64_t> notice = {}) {
  Agreement agreement;
  agreement.status = AgreementStatus::active;
  agreement.valid = from_to(from, to);
  agreement.valid->notice_months = notice;
  return agreement;
}

// "notice 2026-06-30", or nothing.
std::string told(const Agreement& agreement, Date on = day, int months = 12) {
  const auto found = deadline_of(agreement, AgreementId(7), on, months);
  if (!found) return "";
  CHECK(found->agreement == AgreementId(7));
  constexpr const char* kinds[] = {"notice", "end", "review"};
  return std::string(kinds[static_cast<int>(found->kind)]) + " " + to_string(found->on);
}

}  // namespace

TEST_CASE("an agreement without dates, or without an end, has no deadline") {
  Agreement agreement;
  agreement.status = AgreementStatus::active;
  CHECK(told(agreement).empty());
  CHECK(told(in_force("2024", "")).empty());
  Agreement open = in_force("2024", "", 12);
  open.valid->end = Validity::End::open;
  CHECK(told(open).empty());
}

TEST_CASE("an end counts from the day itself to twelve months on, both included") {
  CHECK(told(in_force("2020", "2025-12-31")) == "end 2025-12-31");
  CHECK(told(in_force("2020", "2026-12-31")) == "end 2026-12-31");
  CHECK(told(in_force("2020", "2027-01-01")).empty());
  CHECK(told(in_force("2020", "2025-12-30")).empty());  // it is not in force any more
  CHECK(told(in_force("2020", "2026")) == "end 2026-12-31");
  CHECK(told(in_force("2020", "2026-02")) == "end 2026-02-28");
}

TEST_CASE("the last day of notice comes before the end, as long as it is to come") {
  CHECK(told(in_force("2020", "2027-06-30", 9)) == "notice 2026-09-30");
  CHECK(told(in_force("2020", "2027-08-31", 18)) == "notice 2026-02-28");
  CHECK(told(in_force("2020", "2026-06-30", 9)) == "end 2026-06-30");  // the day of notice has passed
  CHECK(told(in_force("2020", "2030-12-31", 12)).empty());
  CHECK(told(in_force("2020", "2026-03-31", 0)) == "notice 2026-03-31");
  Agreement under_notice = in_force("2020", "2026-12-31", 6);
  under_notice.status = AgreementStatus::under_notice;
  CHECK(told(under_notice) == "end 2026-12-31");
}

TEST_CASE("absurd months of notice break nothing") {
  CHECK(told(in_force("2020", "2026-06-30", 9'000'000'000'000'000'000)) == "end 2026-06-30");
  CHECK(told(in_force("2020", "2026-06-30", -5)) == "notice 2026-06-30");
}

TEST_CASE("a review is told where nothing ends") {
  Agreement agreement = in_force("2024", "");
  agreement.valid->review = *parse_partial_date("2026");
  CHECK(told(agreement) == "review 2026-12-31");
  agreement.valid->review = *parse_partial_date("2025-10");
  CHECK(told(agreement).empty());
}

TEST_CASE("what is not in force has no deadline") {
  for (const AgreementStatus status : {AgreementStatus::unknown, AgreementStatus::planned, AgreementStatus::ended}) {
    Agreement agreement = in_force("2020", "2026-06-30");
    agreement.status = status;
    CHECK(told(agreement).empty());
  }
  CHECK(told(in_force("2026-01-01", "2026-06-30")).empty());
}
