#pragma once
// Small random networks and rules, the same for the same seed on every machine: dense enough that every outcome and
// every reason comes up often.
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

#include "model/network.h"
#include "model/rules.h"

namespace samverka::test {

class RandomRules {
 public:
  explicit RandomRules(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return random_() % n; }
  bool chance(unsigned percent) { return random_() % 100 < percent; }
  std::string one_of(std::initializer_list<const char*> words) { return *(words.begin() + below(words.size())); }

  Network network() {
    Network n;
    n.id = "random";
    n.as_of = {2025, 12, 31};
    const std::size_t actors = 2 + below(6), agreements = below(9);
    for (std::size_t i = 0; i < actors; ++i) n.actors.push_back(actor(i));
    for (std::size_t i = 0; i < agreements; ++i) n.agreements.push_back(agreement(i, actors));
    if (chance(70)) n.coverage = coverage(actors);
    return n;
  }

  Rule rule() {
    Rule r;
    r.id = "R";
    if (chance(70)) r.for_each.type = one_of({"municipality", "region", "school"});
    if (chance(5)) r.for_each.counties = codes({"01", "02"}, 1);
    if (chance(5)) r.for_each.municipality_groups = codes({"A1", "B3"}, 1);
    if (chance(5)) r.for_each.population_min = 10;
    if (chance(5)) r.for_each.population_max = 20;
    if (chance(5)) r.for_each.ownership = "private";
    if (chance(5)) r.for_each.subtype = "forum";
    if (chance(30)) r.for_each.except_flag = "municipality_without_region";
    r.need = need(0);
    r.weight = chance(50) ? RuleWeight::population : RuleWeight::one;
    r.horizon_months = chance(60) ? 12 : static_cast<int>(below(30));
    return r;
  }

 private:
  // Each with that chance of a half; at least `least` of them.
  std::vector<std::string> codes(std::initializer_list<const char*> words, std::size_t least = 0) {
    std::vector<std::string> out;
    for (const char* word : words) {
      if (chance(50)) out.emplace_back(word);
    }
    while (out.size() < least) out.emplace_back(*(words.begin() + below(words.size())));
    return out;
  }

  PartialDate date() {
    return *parse_partial_date(one_of({"2023", "2024-06", "2025-06-30", "2025-12-31", "2026", "2026-01-01",
                                       "2026-06-30", "2026-12-30", "2026-12-31", "2027-03"}));
  }

  Actor actor(std::size_t i) {
    Actor a;
    a.key = "x" + std::to_string(i);
    a.name = a.key;
    a.type = one_of({"municipality", "municipality", "region", "school", "civil_society"});
    if (chance(30)) a.subtype = one_of({"forum", "association"});
    if (chance(85)) a.county = one_of({"01", "02"});
    if (chance(60)) a.municipality = one_of({"0101", "0102"});
    if (chance(60)) a.municipality_group = one_of({"A1", "B3"});
    if (chance(80)) a.population = static_cast<std::int64_t>(below(30));
    if (chance(50)) a.ownership = one_of({"private", "municipal"});
    if (chance(10)) a.valid = validity();
    if (chance(15)) a.flags = {"municipality_without_region"};
    if (i > 0 && chance(35)) a.parent.id = ActorId(below(i));  // an earlier one: no ring
    return a;
  }

  Validity validity() {
    Validity v;
    if (chance(50)) v.from = date();
    if (chance(20)) v.end = Validity::End::open;
    if (chance(50)) {
      v.end = Validity::End::date;
      v.to = date();
    }
    return v;
  }

  Agreement agreement(std::size_t i, std::size_t actors) {
    Agreement g;
    g.key = "a" + std::to_string(i);
    g.title = g.key;
    g.form = one_of({"other", "iop"});
    g.areas = codes({"A4", "A4.1", "A4.2", "A7", "A7"});
    g.target_groups = codes({"T1", "T2"});
    if (chance(50)) g.service_areas = codes({"V1"});
    if (chance(60)) g.perspectives = codes({"P1", "P2"});
    if (chance(60)) g.valid = validity();
    g.status = chance(65) ? AgreementStatus::active : static_cast<AgreementStatus>(below(6));
    if (chance(60)) g.covers = static_cast<Covers>(below(3));
    if (chance(50)) g.provenance.emplace().confidence = chance(50) ? 0.4 : 0.8;
    const std::size_t parties = 1 + below(5);
    for (std::size_t p = 0; p < parties; ++p) g.parties.push_back(party(actors));
    return g;
  }

  Party party(std::size_t actors) {
    Party p;
    p.actor.id = ActorId(below(actors));
    if (chance(90)) p.state = chance(75) ? PartyState::adopted : static_cast<PartyState>(below(6));
    if (chance(20)) p.from = date();
    if (chance(20)) {
      p.end = Validity::End::date;
      p.to = date();
    }
    if (chance(15)) p.on_behalf_of.push_back({ActorId(below(actors)), ""});
    return p;
  }

  std::optional<std::vector<AreaCode>> areas() {
    if (chance(20)) return std::nullopt;
    return codes({"A4", "A4.1", "A4.2", "A7"});
  }

  Coverage coverage(std::size_t actors) {
    Coverage c;
    for (std::size_t i = below(3); i > 0; --i) {
      Survey s;
      s.areas = areas();
      for (std::size_t a = 0; a < actors; ++a) {
        if (chance(50)) s.asked.push_back({ActorId(a), ""});
        if (chance(35)) s.answered.push_back({ActorId(a), ""});
      }
      c.surveys.push_back(s);
    }
    for (std::size_t i = below(2); i > 0; --i) {
      Register r;
      r.areas = areas();
      if (chance(50)) r.counties = codes({"01", "02"});
      if (chance(70)) r.complete = chance(60);
      c.registers.push_back(r);
    }
    return c;
  }

  RuleNeed need(int depth) {
    RuleNeed need;
    if (depth < 2 && chance(25)) {
      need.kind = static_cast<RuleNeed::Kind>(2 + below(3));
      const std::size_t parts = need.kind == RuleNeed::Kind::negation ? 1 : 1 + below(3);
      for (std::size_t i = 0; i < parts; ++i) need.parts.push_back(this->need(depth + 1));
      return need;
    }
    if (chance(25)) {
      need.kind = RuleNeed::Kind::steps;
      need.steps = static_cast<std::int64_t>(1 + below(3));
    } else {
      need.is_independent = chance(50);
      need.least = !need.is_independent && chance(70) ? 1 : static_cast<std::int64_t>(2 + below(2));
    }
    RulePartner& who = need.partner;
    if (chance(15)) who.type = one_of({"municipality", "region", "school", "civil_society"});
    if (chance(8)) who.group = one_of({"municipality", "school", "civil"});
    if (chance(15)) who.type_not = "municipality";
    if (chance(5)) who.subtype = "forum";
    if (chance(5)) who.ownership = "private";
    if (chance(25)) who.same = chance(70) ? SamePlace::county : SamePlace::municipality;
    RuleAgreement& what = need.agreement;
    if (chance(70)) what.area = one_of({"A4", "A4.1", "A4.2", "A7"});
    if (chance(10)) what.form = "iop";
    if (chance(10)) what.target_groups_all = codes({"T1", "T2"});
    if (chance(10)) what.target_groups_any = codes({"T1", "T2"});
    if (chance(5)) what.service_area = "V1";
    if (chance(5)) what.perspective = "P1";
    if (chance(10)) what.party_state = static_cast<PartyState>(below(6));
    if (chance(5)) what.min_confidence = 0.5;
    // What may be asked about decides nothing; the literal evaluator has never heard of it.
    if (need.kind == RuleNeed::Kind::partners) need.near = RuleNear{{{"iop", "network", "other"}}, {}};
    return need;
  }

  std::mt19937 random_;
};

}  // namespace samverka::test
