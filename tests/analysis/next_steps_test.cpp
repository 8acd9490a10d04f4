#include "analysis/next_steps.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

// "decide Avtal 2026-06-30", "confirm Avtal: Alby Ekby", "ask A7"
std::vector<std::string> steps(const NetworkMaker& maker, const char* place, std::size_t most = 3) {
  const NetworkIndex index(maker.network);
  const Taxonomy taxonomy = small_taxonomy();
  const Situation situation = situation_of(maker.network, index, taxonomy, place, maker.network.as_of);
  std::vector<std::string> told;
  for (const NextStep& step : next_steps(maker.network, index, situation, most)) {
    constexpr const char* kinds[] = {"decide", "confirm", "check", "ask", "replace", "deliver"};
    std::string words = kinds[static_cast<int>(step.kind)];
    if (step.agreement.is_set()) words += " " + maker.network.agreement(step.agreement).title;
    if (step.kind == NextStep::Kind::ask) words += " " + step.area;
    if (step.on != Date{}) words += " " + to_string(step.on);
    for (const ActorId actor : step.actors) words += " " + maker.network.actor(actor).name;
    told.push_back(words);
  }
  return told;
}

using Lines = std::vector<std::string>;

NetworkMaker county() {
  NetworkMaker maker;
  maker.municipality("Alby", "2080");
  maker.municipality("Ekby", "2081");
  maker.region("Regionen", "20");
  return maker;
}

}  // namespace

TEST_CASE("where nothing is on record, the steps are to ask") {
  CHECK(steps(county(), "2080") == Lines{"ask A4", "ask A7"});
  CHECK(steps(county(), "99").empty());
  CHECK(steps(county(), "2080", 0).empty());
}

TEST_CASE("three steps are of three kinds as long as there are") {
  NetworkMaker maker = county();
  maker.agreement("Snart", {"Alby", "Regionen"}).valid = from_to("2020", "2026-06-30");
  maker.agreement("Senare", {"Alby", "Regionen"}).valid = from_to("2020", "2026-09-30");
  maker.agreement("Länsavtalet", {"Alby", "Ekby", "Regionen"}).parties[0].state = PartyState::recommended;
  CHECK(steps(maker, "2080") == Lines{"decide Snart 2026-06-30", "confirm Länsavtalet Alby", "ask A7"});
  CHECK(steps(maker, "2080", 9) ==
        Lines{"decide Snart 2026-06-30", "confirm Länsavtalet Alby", "ask A7", "decide Senare 2026-09-30"});
}

TEST_CASE("a county is to confirm first where most have yet to adopt") {
  NetworkMaker maker = county();
  maker.agreement("En kvar", {"Alby", "Ekby"}).parties[0].state.reset();
  Agreement& two = maker.agreement("Två kvar", {"Alby", "Ekby", "Regionen"});
  two.parties[0].state = two.parties[1].state = PartyState::recommended;
  CHECK(steps(maker, "20", 1) == Lines{"confirm Två kvar Alby Ekby"});
}

TEST_CASE("a party that has adopted in another role has adopted, and one that declined is not asked again") {
  NetworkMaker maker = county();
  Agreement& agreement = maker.agreement("Avtal", {"Alby", "Alby", "Ekby", "Regionen"}, "A7");
  agreement.parties[1].state.reset();
  agreement.parties[2].state = PartyState::declined;
  CHECK(steps(maker, "20") == Lines{"ask A4"});
}

TEST_CASE("an older document is worth most in an area where nothing is confirmed, and the newest first") {
  NetworkMaker maker = county();
  maker.agreement("Gäller", {"Alby", "Regionen"}, "A4.1");
  const auto unknown = [&](const char* title, const char* from, const char* area) {
    Agreement& row = maker.agreement(title, {"Alby", "Regionen"}, area);
    row.status = AgreementStatus::unknown;
    row.valid = from_to(from, "");
  };
  unknown("Nyast", "2024", "A4.2");
  unknown("Äldre", "2013", "A7");
  unknown("Yngre", "2019", "A7");
  CHECK(steps(maker, "2080", 9) == Lines{"check Yngre", "check Äldre", "check Nyast"});
}

TEST_CASE("nobody is sent to ask where the municipality has answered") {
  NetworkMaker maker = county();
  Survey survey;
  survey.answered = {{maker.id("Alby"), ""}};
  maker.network.coverage = Coverage{};
  maker.network.coverage->surveys = {survey};
  CHECK(steps(maker, "2080").empty());
  CHECK(steps(maker, "2081") == Lines{"ask A4", "ask A7"});
}

TEST_CASE("what has expired is to be replaced, and a duty of one's own within a quarter delivered") {
  NetworkMaker maker = county();
  maker.agreement("Utgånget", {"Alby", "Regionen"}, "A4.1").valid = from_to("2020", "2025-06-30");
  Agreement& duties = maker.agreement("Redovisas", {"Alby", "Regionen"}, "A7");
  Duty duty;
  duty.by.id = maker.id("Alby");
  duty.due = *parse_partial_date("2026-03-31");
  Duty later = duty;
  later.due = *parse_partial_date("2026-04-01");
  duties.duties = {later, duty};
  CHECK(steps(maker, "2080", 9) == Lines{"replace Utgånget 2025-06-30", "deliver Redovisas 2026-03-31"});
}
