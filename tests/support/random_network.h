#pragma once
// Small random networks and clauses of filters: every value of every key, few enough of each that they meet.
#include <random>
#include <string>
#include <vector>

#include "model/filter.h"
#include "model/network.h"

namespace samverka::test {

struct Chance {
  std::mt19937 engine;
  std::size_t below(std::size_t n) { return engine() % n; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class List>
  auto one_of(const List& list) {
    return *(std::begin(list) + static_cast<std::ptrdiff_t>(below(std::size(list))));
  }
};

using Words = std::vector<std::string>;

inline PartialDate some_date(Chance& chance) {
  const Words dates{"2023", "2024-06", "2025-01-01", "2025-12-31", "2026", "2027-03"};
  return *parse_partial_date(chance.one_of(dates));
}

inline Validity some_validity(Chance& chance) {
  Validity valid;
  if (chance.one_in(2)) valid.from = some_date(chance);
  valid.end = chance.one_of(std::vector{Validity::End::not_known, Validity::End::open, Validity::End::date});
  if (valid.end == Validity::End::date) valid.to = some_date(chance);
  return valid;
}

inline Actor some_actor(Chance& chance, std::size_t number) {
  Actor actor;
  actor.key = actor.name = "actor-" + std::to_string(number);
  actor.type = chance.one_of(Words{"municipality", "region", "school", "civil_society", "no-such-type"});
  actor.county = chance.one_of(Words{"", "20", "21"});
  actor.municipality = chance.one_of(Words{"", "2080", "2180"});
  actor.ownership = chance.one_of(Words{"", "private", "municipal"});
  actor.subtype = chance.one_of(Words{"", "compulsory"});
  actor.municipality_group = chance.one_of(Words{"", "B3"});
  if (chance.one_in(4)) actor.valid = some_validity(chance);
  actor.name = chance.one_of(Words{"Åmåls kommun", "Region Öst, (norr)", "Amal", "x"});
  if (chance.one_in(2)) actor.population = static_cast<std::int64_t>(chance.below(5) * 1000);
  if (chance.one_in(3) && number > 0) actor.parent.id = ActorId(chance.below(number));
  if (chance.one_in(6)) actor.parent = {{}, "lost"};
  if (chance.one_in(2)) actor.sensitive = chance.one_in(2);
  if (chance.one_in(3)) actor.functions = {"research", "training"};
  return actor;
}

inline Party some_party(Chance& chance, std::size_t actors) {
  Party party;
  if (chance.one_in(12)) {
    party.actor.unresolved = "lost";
  } else {
    party.actor.id = ActorId(chance.below(actors));
  }
  party.role = chance.one_of(Words{"", "host", "member"});
  party.service = chance.one_of(Words{"", "school", "social"});
  constexpr PartyState states[] = {PartyState::unknown, PartyState::recommended, PartyState::decided,
                                   PartyState::adopted, PartyState::withdrawn,   PartyState::declined};
  if (!chance.one_in(5)) party.state = chance.one_of(states);
  if (chance.one_in(4)) party.from = some_date(chance);
  if (chance.one_in(4)) {
    party.end = Validity::End::date;
    party.to = some_date(chance);
  }
  return party;
}

inline Agreement some_agreement(Chance& chance, std::size_t number, std::size_t actors) {
  Agreement row;
  row.key = row.title = "agreement-" + std::to_string(number);
  row.form = chance.one_of(Words{"iop", "network"});
  constexpr AgreementStatus statuses[] = {AgreementStatus::unknown,      AgreementStatus::planned,
                                          AgreementStatus::decided,      AgreementStatus::active,
                                          AgreementStatus::under_notice, AgreementStatus::ended};
  row.status = chance.one_of(statuses);
  for (const char* area : {"A4.1", "A4.2", "A4", "A7", "A0", "A99"}) {
    if (chance.one_in(4)) row.areas.emplace_back(area);
  }
  if (chance.one_in(3)) row.service_areas = {"V1", "V1", "V2"};
  if (chance.one_in(2)) row.target_groups = {chance.one_of(Words{"T1", "T2"})};
  if (chance.one_in(2)) row.perspectives.emplace();
  if (row.perspectives && chance.one_in(2)) row.perspectives = {{"P1", "P2"}};
  if (chance.one_in(2)) row.valid = some_validity(chance);
  if (chance.one_in(2)) {
    Provenance& provenance = row.provenance.emplace();
    provenance.method = chance.one_of(Words{"", "web", "document"});
    if (chance.one_in(2)) provenance.confidence = static_cast<double>(chance.below(11)) / 10;
    if (chance.one_in(2)) provenance.source.push_back({{}, "q"});
  }
  for (std::size_t n = chance.below(5); n > 0; --n) row.parties.push_back(some_party(chance, actors));
  if (chance.one_in(4)) row.founds.id = ActorId(chance.below(actors));
  row.title = chance.one_of(Words{"Vård i Åmål", "vard \"A | B\"", "Skola, fritid"});
  if (row.valid && chance.one_in(2)) row.valid->review = some_date(chance);
  if (row.provenance && chance.one_in(2)) row.provenance->recorded = some_date(chance);
  if (chance.one_in(3)) row.note = "Se §3";
  for (std::size_t n = chance.below(3); n > 0; --n) {
    Funding funding;
    if (chance.one_in(2)) funding.amount = static_cast<std::int64_t>(chance.below(3) * 500);
    funding.to.id = ActorId(chance.below(actors));
    row.funding.push_back(funding);
  }
  return row;
}

inline Network some_network(Chance& chance) {
  Network network;
  const std::size_t actors = 1 + chance.below(12);
  for (std::size_t i = 0; i < actors; ++i) network.actors.push_back(some_actor(chance, i));
  for (std::size_t i = chance.below(20); i > 0; --i) network.agreements.push_back(some_agreement(chance, i, actors));
  return network;
}

// Of a field that is no facet, or another test of one that is.
inline FilterClause some_clause(Chance& chance) {
  using enum FilterTest;
  const std::vector<FilterClause> kinds{
      {"county", {"20", "unrecorded"}, chance.one_in(3)},
      {"type", {"municipality", "school"}, chance.one_in(3)},
      {"type", {"Munici"}, chance.one_in(3), contains},
      {"form", {"iop"}, chance.one_in(3)},
      {"form", {"OP", "none of them"}, chance.one_in(3), contains},
      {"area", {"A4"}, chance.one_in(3)},
      {"state", {"withdrawn", "adopted"}, chance.one_in(3)},
      {"role", {"host"}, chance.one_in(3)},
      {"service", {"soc"}, chance.one_in(3), contains},
      {"name", {"amal", "(NORR)"}, chance.one_in(3), contains},
      {"name", {"Region Öst, (norr)", "x"}, chance.one_in(3)},
      {"population",
       {chance.one_of(Words{"1000", "2e3", "-1"})},
       false,
       chance.one_of(std::vector{below, at_most, above, at_least})},
      {"population", {"2000", "unrecorded"}, chance.one_in(3)},
      {"parent", {"actor-0", "lost"}, chance.one_in(3)},
      {"parent", {"amal"}, chance.one_in(3), contains},
      {"sensitive", {"yes"}, chance.one_in(3)},
      {"functions", {"training"}, chance.one_in(3)},
      {"actor.valid.to",
       {chance.one_of(Words{"2025", "2025-12-31"})},
       false,
       chance.one_of(std::vector{below, at_most, above, at_least})},
      {"title", {"\"a | b\"", "å"}, chance.one_in(3), contains},
      {"valid.from",
       {chance.one_of(Words{"2024", "2024-06", "2025-01-01"})},
       false,
       chance.one_of(std::vector{below, at_most, above, at_least})},
      {"valid.from", {"2024", "unrecorded"}, chance.one_in(3)},
      {"valid.to", {"open", "2026"}, chance.one_in(3)},
      {"valid.review", {"2026-06-30"}, false, at_most},
      {"recorded", {"2025-01-01"}, false, at_least},
      {"confidence", {"0.5"}, false, chance.one_of(std::vector{below, at_most, above, at_least})},
      {"note", {"unrecorded"}, chance.one_in(2)},
      {"parties", {"2"}, false, chance.one_of(std::vector{below, at_most, above, at_least})},
      {"founds", {"actor-1", "unrecorded"}, chance.one_in(2)},
      {"funding.amount", {"500"}, false, chance.one_of(std::vector{below, at_most, above, at_least})},
      {"funding.to", {"actor-2"}, chance.one_in(3)},
      {"party.actor", {"actor-1", "lost"}, chance.one_in(3)},
      {"party.from", {"2025"}, false, chance.one_of(std::vector{below, at_most, above, at_least})},
      {"party.to", {"unrecorded", "2025"}, chance.one_in(3)},
      {"source", {"q"}, chance.one_in(3)},
  };
  return chance.one_of(kinds);
}

// Nothing, clauses that all hold, or two to four alternatives beside them.
inline Filter some_alternatives(Chance& chance) {
  Filter filter;
  for (std::size_t n = chance.below(3); n > 0; --n) filter.clauses.push_back(some_clause(chance));
  if (chance.one_in(4)) filter.clauses.push_back({"area", {"A0"}, true});
  if (chance.one_in(5))
    filter.clauses.push_back({"during", {chance.one_of(Words{"2024-10..2025-01", "2025-12-31", "2024"})}});
  if (chance.one_in(4)) return filter;
  for (std::size_t n = 2 + chance.below(3); n > 0; --n) {
    filter.alternatives.emplace_back();
    for (std::size_t k = 1 + chance.below(3); k > 0; --k) filter.alternatives.back().push_back(some_clause(chance));
  }
  if (chance.one_in(6)) filter.alternatives[0].push_back({"during", {"2024-06"}});
  return filter;
}

}  // namespace samverka::test
