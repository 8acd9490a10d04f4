#include "analysis/changes.h"

#include "support/small_network.h"

namespace samverka {
namespace {

using test::from_to;
using test::NetworkMaker;

constexpr Date before = {2024, 12, 31}, after = {2025, 12, 31};

struct Pair : NetworkMaker {
  Pair() {
    municipality("Alby", "9901");
    municipality("Ekby", "9902");
  }
  Agreement& between(const char* key, const char* from, const char* to) {
    Agreement& row = agreement(key, {"Alby", "Ekby"});
    row.valid = from_to(from, to);
    return row;
  }
  Changes changes() const {
    std::vector<AgreementId> all;
    for (std::size_t i = 0; i < network.agreements.size(); ++i) all.emplace_back(i);
    return changes_between(network, all, before, after);
  }
};

std::vector<AgreementId> ids(std::initializer_list<std::size_t> places) {
  std::vector<AgreementId> list;
  for (const std::size_t place : places) list.emplace_back(place);
  return list;
}

}  // namespace

TEST_CASE("what begins between the days is new, and not what began on the first of them") {
  Pair made;
  made.between("A", "2025-01-01", "");
  made.between("B", "2024-12-31", "");
  made.between("C", "2026-01-01", "");
  CHECK(made.changes().begun == ids({0}));
  CHECK(made.changes().ended.empty());
}

TEST_CASE("what follows another is a renewal, and what it follows has not ended") {
  Pair made;
  made.between("A", "2023", "2025-06-30").status = AgreementStatus::ended;
  made.between("B", "2025-07-01", "2028").supersedes = {{AgreementId(0), {}}};
  CHECK(made.changes().begun.empty());
  CHECK(made.changes().renewed == ids({1}));
  CHECK(made.changes().ended.empty());
}

TEST_CASE("what runs out between the days and nothing follows has ended") {
  Pair made;
  made.between("A", "2023", "2025-06-30").status = AgreementStatus::ended;
  made.between("B", "2023", "2025-12-31");                        // its last day is the later one
  made.between("C", "2020", "").status = AgreementStatus::ended;  // nobody knows when
  CHECK(made.changes().ended == ids({0}));
}

TEST_CASE("what was noted later is told apart from what began later") {
  Pair made;
  Agreement& old = made.between("A", "2010", "");
  old.provenance = Provenance{};
  old.provenance->recorded = *parse_partial_date("2025-03");
  made.between("B", "", "");
  CHECK(made.changes().begun.empty());
  CHECK(made.changes().newly_noted == ids({0}));
  CHECK(made.changes().not_dated == ids({1}));
}

TEST_CASE("parties that join and leave are changes of an agreement that holds on both days") {
  Pair made;
  Agreement& agreement = made.between("A", "2020", "");
  agreement.parties[0].from = *parse_partial_date("2025-02-01");
  agreement.parties[1].end = Validity::End::date;
  agreement.parties[1].to = *parse_partial_date("2025-05-31");
  const Changes changes = made.changes();
  REQUIRE(changes.parties.size() == 2);
  CHECK(changes.parties[0].has_joined);
  CHECK(changes.parties[0].actor == made.id("Alby"));
  CHECK_FALSE(changes.parties[1].has_joined);
}

TEST_CASE("between a day and itself nothing changes") {
  Pair made;
  made.between("A", "2025-01-01", "");
  CHECK(changes_between(made.network, ids({0}), after, after).begun.empty());
}

}  // namespace samverka
