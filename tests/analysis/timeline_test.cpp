#include "analysis/timeline.h"

#include "support/small_network.h"

using namespace samverka;

namespace {

PartialDate date(const char* text) { return *parse_partial_date(text); }

Filter filter(const char* words) {
  const Result<Filter> parsed = parse_filter(words);
  REQUIRE_MESSAGE(parsed, words);
  return *parsed;
}

// "2024 begins 1" a line: the bars in words.
std::string told(const std::vector<TimelineBar>& bars) {
  constexpr const char* names[] = {"begins", "ends", "review", "duty", "recorded", "milestone"};
  std::string out;
  for (const TimelineBar& bar : bars) {
    out += (out.empty() ? "" : "; ") + to_string(bar.period);
    for (std::size_t kind = 0; kind < dated_kinds; ++kind) {
      if (bar.counts[kind] > 0) out += std::string(" ") + names[kind] + " " + std::to_string(bar.counts[kind]);
    }
  }
  return out;
}

std::string told(const std::vector<Dated>& passed) {
  std::string out;
  for (const Dated& one : passed) out += (out.empty() ? "" : " ") + to_string(one.date);
  return out;
}

// Alby and Ekby; "long" 2020-2027 with a review, "short" 2024 to March 2025, "open" without an end, "silent" undated.
struct FourAgreements : test::NetworkMaker {
  FourAgreements() {
    municipality("Alby", "2080");
    municipality("Ekby", "2180");
    Agreement& lasting = agreement("long", {"Alby", "Ekby"}, "A7");
    lasting.valid = test::from_to("2020-05-01", "2027-12-31");
    lasting.valid->review = date("2026-09");
    lasting.duties.resize(2);
    lasting.duties[1].due = date("2026-03-31");
    agreement("short", {"Alby"}, "A4.1").valid = test::from_to("2024", "2025-03");
    Agreement& open = agreement("open", {"Ekby"}, "A7");
    open.valid = test::from_to("2024-02-10", "");
    open.valid->end = Validity::End::open;
    open.provenance.emplace().recorded = date("2025-11-02");
    agreement("silent", {"Ekby"}, "A7");
    network.milestones.push_back({date("2025-07-01"), "Law", {}, {}});
    network.milestones.push_back({{}, "Some day", {}, {}});
  }
};

}  // namespace

TEST_CASE("an empty network has an empty timeline, which tells all there is to tell of ends") {
  const Timeline timeline = timeline_of(Network{}, test::small_taxonomy(), default_filter());
  CHECK(timeline.dated.empty());
  CHECK_FALSE(timeline.tells_little_of_ends());
  CHECK(bars_of(timeline, TimelineUnit::year).empty());
}

TEST_CASE("years gather what is known to the year, month or day; months keep years of their own") {
  const FourAgreements made;
  const Timeline timeline = timeline_of(made.network, test::small_taxonomy(), {});
  CHECK(timeline.agreements == 4);
  CHECK(timeline.with_begin == 3);
  CHECK(timeline.with_end == 2);  // until further notice is no end date
  CHECK(timeline.with_record == 1);
  CHECK(told(bars_of(timeline, TimelineUnit::year)) ==
        "2020 begins 1; 2024 begins 2; 2025 ends 1 recorded 1 milestone 1; 2026 review 1 duty 1; 2027 ends 1");
  CHECK(told(bars_of(timeline, TimelineUnit::month)) ==
        "2020-05 begins 1; 2024 begins 1; 2024-02 begins 1; 2025-03 ends 1; 2025-07 milestone 1; "
        "2025-11 recorded 1; 2026-03 duty 1; 2026-09 review 1; 2027-12 ends 1");
}

TEST_CASE("the filter chooses agreements, their parties and actors; no day does, and milestones stay") {
  const FourAgreements made;
  const auto agreements = [&](const char* words) {
    return timeline_of(made.network, test::small_taxonomy(), filter(words)).agreements;
  };
  CHECK(agreements("area=A4") == 1);  // ended long ago
  CHECK(agreements("county=20") == 2);
  CHECK(agreements("county=20 area=A7") == 1);
  CHECK(agreements("state=declined") == 0);
  const Timeline none = timeline_of(made.network, test::small_taxonomy(), filter("state=declined"));
  CHECK(told(bars_of(none, TimelineUnit::year)) == "2025 milestone 1");
}

TEST_CASE("under a fifth with an end date, the timeline tells little of ends") {
  test::NetworkMaker made;
  made.municipality("Alby", "2080");
  made.agreement("0", {"Alby"}).valid = test::from_to("", "2026");
  const auto tells_little = [&] {
    return timeline_of(made.network, test::small_taxonomy(), {}).tells_little_of_ends();
  };
  for (const char* key : {"1", "2", "3", "4"}) made.agreement(key, {"Alby"});
  CHECK_FALSE(tells_little());  // one in five
  made.agreement("5", {"Alby"});
  CHECK(tells_little());
}

TEST_CASE("what has passed between two days: a milestone on its day, a duty or an end the day after") {
  const FourAgreements made;
  const auto passed = [&](Date from, Date to) { return told(passed_between(made.network, from, to)); };
  CHECK(passed({2025, 1, 1}, {2026, 12, 31}) == "2025-03 2025-07-01 2026-03-31 2026-09");
  CHECK(passed({2025, 6, 30}, {2025, 7, 1}) == "2025-07-01");
  CHECK(passed({2025, 7, 1}, {2025, 7, 2}) == "");
  CHECK(passed({2026, 3, 30}, {2026, 3, 31}) == "");  // due today is not late
  CHECK(passed({2026, 3, 31}, {2026, 4, 1}) == "2026-03-31");
  CHECK(passed({2025, 3, 1}, {2025, 3, 31}) == "");  // some day in March: surely over on 1 April
  CHECK(passed({2025, 3, 1}, {2025, 4, 1}) == "2025-03");
  CHECK(passed({2026, 12, 31}, {2025, 1, 1}) == "");
  CHECK(passed({2026, 1, 1}, {2026, 1, 1}) == "");
}

TEST_CASE("agreements that have ended or are still to come let nothing expire") {
  for (const auto& [status, expected] : {std::pair(AgreementStatus::active, 1U),
                                         {AgreementStatus::under_notice, 1U},
                                         {AgreementStatus::unknown, 1U},
                                         {AgreementStatus::ended, 0U},
                                         {AgreementStatus::planned, 0U},
                                         {AgreementStatus::decided, 0U}}) {
    test::NetworkMaker made;
    made.municipality("Alby", "2080");
    Agreement& row = made.agreement("1", {"Alby"});
    row.valid = test::from_to("", "2025");
    row.status = status;
    CHECK(passed_between(made.network, {2025, 1, 1}, {2026, 1, 1}).size() == expected);
  }
}
