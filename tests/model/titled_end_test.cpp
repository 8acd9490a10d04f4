#include "model/titled_end.h"

#include <doctest/doctest.h>

using namespace samverka;

TEST_CASE("the last year of a span in a title is found, however the span is written") {
  for (const char* title :
       {"HSA 2023–2026", "HSA 2023-2026", "2023 – 2026", "Plan (2023 - 2026) för länet",
        "Plan 2023\u00a0\u2014\u00a02026", "Plan 2023\u22122026", "Från 2019–2022 till 2023–2026"}) {
    CAPTURE(title);
    CHECK(last_year_in(title) == 2026);
  }
  CHECK(last_year_in("Plan 2024–2024") == 2024);
  CHECK(last_year_in("Plan 2023–2026-06") == 2026);
}

TEST_CASE("one year, a goal, a number or a span that is none says nothing of an end") {
  for (const char* title :
       {"", "Nära vård 2030", "Överenskommelsen 2025", "2026–2023", "0–20 år", "0008-0026", "Ärende 12023–2026",
        "2023–20261", "Ärende 2023/2026", "2023–", "2023– plan 2026", "1017–1026", "2023–26"}) {
    CAPTURE(title);
    CHECK_FALSE(last_year_in(title));
  }
}

TEST_CASE("a title gives an end only to what has not ended and whose end nobody has noted") {
  Agreement agreement;
  agreement.title = "Plan 2023–2026";
  agreement.status = AgreementStatus::active;
  CHECK(titled_end_of(agreement) == Date{2026, 12, 31});
  agreement.valid = Validity{};
  CHECK(titled_end_of(agreement) == Date{2026, 12, 31});
  agreement.valid->end = Validity::End::open;
  CHECK_FALSE(titled_end_of(agreement));
  agreement.valid->end = Validity::End::not_known;
  agreement.status = AgreementStatus::ended;
  CHECK_FALSE(titled_end_of(agreement));
}
