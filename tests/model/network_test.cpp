#include "model/network.h"

#include <doctest/doctest.h>

#include "model/network_index.h"

using namespace samverka;

namespace {

ActorRef ref(std::size_t index) { return {ActorId(index), {}}; }

Party party(std::size_t actor, std::optional<PartyState> state = PartyState::adopted) {
  Party p;
  p.actor = ref(actor);
  p.state = state;
  return p;
}

Agreement active_agreement(std::vector<Party> parties) {
  Agreement a;
  a.status = AgreementStatus::active;
  a.parties = std::move(parties);
  return a;
}

Validity until(const char* to) {
  Validity v;
  v.end = Validity::End::date;
  v.to = *parse_partial_date(to);
  return v;
}

constexpr Date new_year{2025, 12, 31};

}  // namespace

TEST_CASE("validity is inclusive at both ends, and a missing end is no end") {
  Validity v = until("2025-12-31");
  v.from = *parse_partial_date("2025-12-31");
  CHECK(v.includes({2025, 12, 31}));
  CHECK_FALSE(v.includes({2025, 12, 30}));
  CHECK_FALSE(v.includes({2026, 1, 1}));
  CHECK(v.ended_before({2026, 1, 1}));
  CHECK_FALSE(v.ended_before({2025, 12, 31}));
  CHECK(until("2025").includes({2025, 12, 31}));  // a year lasts to its last day
  CHECK(Validity{}.includes({1, 1, 1}));
  Validity open;
  open.end = Validity::End::open;
  CHECK(open.includes({9999, 1, 1}));
  CHECK_FALSE(open.ended_before({9999, 1, 1}));
}

TEST_CASE("an agreement is active by its status and its dates together") {
  Agreement a = active_agreement({});
  CHECK(a.is_active_on(new_year));
  a.status = AgreementStatus::under_notice;
  CHECK(a.is_active_on(new_year));
  for (auto status :
       {AgreementStatus::unknown, AgreementStatus::planned, AgreementStatus::decided, AgreementStatus::ended}) {
    a.status = status;
    CHECK_FALSE(a.is_active_on(new_year));
  }
  a.status = AgreementStatus::active;
  a.valid = until("2025-06");
  CHECK_FALSE(a.is_active_on(new_year));
}

TEST_CASE("only an adopted party of an active agreement between several actors is a tie") {
  const Agreement a = active_agreement({party(0), party(1), party(2, PartyState::recommended), party(3, std::nullopt)});
  CHECK(is_tie(a, a.parties[0], new_year));
  CHECK_FALSE(is_tie(a, a.parties[2], new_year));
  CHECK_FALSE(is_tie(a, a.parties[3], new_year));
  const Agreement internal = active_agreement({party(0), party(0)});
  CHECK(internal.is_internal());
  CHECK_FALSE(is_tie(internal, internal.parties[0], new_year));
  CHECK_FALSE(active_agreement({party(0)}).is_internal());  // one party: told apart, W_PARTIES
  Agreement late = a;
  late.parties[0].from = *parse_partial_date("2026");
  CHECK_FALSE(is_tie(late, late.parties[0], new_year));
}

TEST_CASE("words and enumerators are each other's opposites") {
  for (const char* w : {"unknown", "recommended", "decided", "adopted", "withdrawn", "declined"})
    CHECK(word(*party_state(w)) == std::string(w));
  for (const char* w : {"unknown", "planned", "decided", "active", "under_notice", "ended"})
    CHECK(word(*agreement_status(w)) == std::string(w));
  for (const char* w : {"self", "units", "listed"}) CHECK(word(*covers(w)) == std::string(w));
  CHECK_FALSE(party_state("Adopted"));
  CHECK_FALSE(covers(""));
}

TEST_CASE("a table that is copied shares its pages until a row changes") {
  Table<int> table;
  for (int i = 0; i < 1000; ++i) table.push_back(i);
  Table<int> copy = table;
  copy.mutable_row(300) = -1;
  copy.push_back(1000);
  CHECK(table[300] == 300);
  CHECK(copy[300] == -1);
  CHECK(&table[0] == &copy[0]);
  CHECK(&table[300] != &copy[300]);
  CHECK(table.size() == 1000);
  CHECK(copy.size() == 1001);
  CHECK(copy[1000] == 1000);
}

TEST_CASE("the index finds rows by key, code and relation; what nobody has is not found") {
  Network n;
  const auto add = [&](const char* key, const char* type, const char* county, const char* code) -> Actor& {
    Actor a;
    a.key = key;
    a.type = type;
    a.county = county;
    a.municipality = code;
    n.actors.push_back(a);
    return n.actors.mutable_row(n.actors.size() - 1);
  };
  add("k-a", "municipality", "20", "2080");
  add("r", "region", "20", "").members = {ref(0), {ActorId{}, "gone"}};
  add("s", "school", "20", "2080").parent = ref(0);
  add("k-a", "other", "", "");  // the same key again: the first has it
  add("", "other", "", "");
  Agreement a;
  a.key = "a-1";
  a.parties = {party(0), party(1), party(0), {}};
  n.agreements.push_back(a);
  const NetworkIndex index(n);
  CHECK(index.actor("k-a") == ActorId(0));
  CHECK_FALSE(index.actor("").is_set());
  CHECK_FALSE(index.actor("a-1").is_set());
  CHECK(index.agreement("a-1") == AgreementId(0));
  CHECK(index.municipality("2080") == ActorId(0));  // the school there is not the municipality
  CHECK(index.region_of_county("20") == ActorId(1));
  REQUIRE(index.parties_of(ActorId(0)).size() == 2);
  CHECK(index.parties_of(ActorId(0))[1].party == 2);
  CHECK(index.children_of(ActorId(0))[0] == ActorId(2));
  CHECK(index.member_in(ActorId(0))[0] == ActorId(1));
  CHECK(index.parties_of(ActorId{}).empty());
  CHECK(NetworkIndex{}.parties_of(ActorId(0)).empty());
}

TEST_CASE("an extra is equal by what it holds, and none is the same as empty") {
  const auto extra = [](const char* name, const char* json) {
    return Extra{std::make_shared<const Extra::Members>(Extra::Members{{name, json}})};
  };
  CHECK(extra("a", "1") == extra("a", "1"));
  CHECK_FALSE(extra("a", "1") == extra("a", "2"));
  CHECK(Extra{} == Extra{std::make_shared<const Extra::Members>()});
  CHECK(*extra("a", "1").find("a") == "1");
  CHECK(extra("a", "1").find("b") == nullptr);
}
