#pragma once
// Section 8 of docs/format.md word by word, as slow as it gets: no index, no memory, one question at a time. Written
// for the tests alone, to hold analysis/gaps against. It shares no code with it but the rows and their dates.
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/gaps.h"
#include "base/date.h"
#include "model/network.h"
#include "model/rules.h"
#include "model/taxonomy.h"

namespace samverka::test {

class LiteralRules {
 public:
  LiteralRules(const Network& network, const Taxonomy& taxonomy, Date day) : n_(network), t_(taxonomy), as_of_(day) {}

  struct Answer {
    Outcome outcome = Outcome::unknown;
    std::optional<WhyUnknown> why;
  };

  std::vector<std::size_t> subjects(const Rule& rule) const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < n_.actors.size(); ++i) {
      const Actor& a = n_.actors[i];
      const RuleSubjects& f = rule.for_each;
      if (a.valid && !a.valid->includes(as_of_)) continue;
      if (!f.type.empty() && a.type != f.type) continue;
      if (!f.subtype.empty() && a.subtype != f.subtype) continue;
      if (f.counties && !has(*f.counties, a.county)) continue;
      if (f.municipality_groups && !has(*f.municipality_groups, a.municipality_group)) continue;
      if (f.population_min && !(a.population && *a.population >= *f.population_min)) continue;
      if (f.population_max && !(a.population && *a.population <= *f.population_max)) continue;
      if (!f.ownership.empty() && a.ownership != f.ownership) continue;
      out.push_back(i);
    }
    return out;
  }

  Answer answer(const Rule& rule, std::size_t subject) const {
    if (!rule.for_each.except_flag.empty() && has(n_.actors[subject].flags, rule.for_each.except_flag)) {
      return {Outcome::exempt, {}};
    }
    return answer(rule.need, subject, add_months(as_of_, rule.horizon_months));
  }

  // Low and high; nothing where there is nothing to weigh.
  std::optional<std::pair<double, double>> coverage(const Rule& rule, std::size_t& without_population) const {
    double met = 0, unknown = 0, all = 0;
    without_population = 0;
    for (const std::size_t subject : subjects(rule)) {
      const Outcome outcome = answer(rule, subject).outcome;
      if (outcome == Outcome::exempt) continue;
      const bool by_people = rule.weight == RuleWeight::population;
      if (by_people && !n_.actors[subject].population) {
        ++without_population;
        continue;
      }
      const double weight = by_people ? static_cast<double>(*n_.actors[subject].population) : 1.0;
      all += weight;
      if (outcome == Outcome::met || outcome == Outcome::met_expiring) met += weight;
      if (outcome == Outcome::unknown) unknown += weight;
    }
    if (all == 0) return std::nullopt;
    return std::pair(met / all, (met + unknown) / all);
  }

  using Pair = std::pair<std::size_t, std::size_t>;  // partner, agreement

  // Pairs that hold on every one of the days, of which the first is as_of.
  std::vector<Pair> partner_pairs(const RuleNeed& need, std::size_t x, const std::vector<Date>& days) const {
    std::vector<Pair> out;
    for (std::size_t p = 0; p < n_.actors.size(); ++p) {
      for (std::size_t g = 0; g < n_.agreements.size(); ++g) {
        if (p == x || !is_partner(need.partner, x, p) || !is_match(need.agreement, n_.agreements[g])) continue;
        const bool holds = std::all_of(days.begin(), days.end(), [&](Date day) {
          return is_active(n_.agreements[g], day) && stands(x, g, need.agreement.party_state, day) &&
                 stands(p, g, need.agreement.party_state, day);
        });
        if (holds) out.emplace_back(p, g);
      }
    }
    return out;
  }

 private:
  static bool has(const std::vector<std::string>& list, const std::string& code) {
    return std::find(list.begin(), list.end(), code) != list.end();
  }

  Answer answer(const RuleNeed& need, std::size_t x, Date horizon) const {
    switch (need.kind) {
      case RuleNeed::Kind::all:
        return first_present(need, x, horizon,
                             {Outcome::gap, Outcome::unknown, Outcome::pending, Outcome::met_expiring, Outcome::met});
      case RuleNeed::Kind::any:
        return first_present(need, x, horizon,
                             {Outcome::met, Outcome::met_expiring, Outcome::pending, Outcome::unknown, Outcome::gap});
      case RuleNeed::Kind::negation: {
        Answer inner = answer(need.parts[0], x, horizon);
        if (inner.outcome == Outcome::met || inner.outcome == Outcome::met_expiring) return {Outcome::gap, {}};
        if (inner.outcome == Outcome::pending) return {Outcome::met_expiring, {}};
        if (inner.outcome == Outcome::gap) return {Outcome::met, {}};
        return inner;
      }
      case RuleNeed::Kind::partners:
      case RuleNeed::Kind::steps:
        break;
    }
    if (is_enough(need, x, {as_of_, horizon})) return {Outcome::met, {}};
    if (is_enough(need, x, {as_of_})) return {Outcome::met_expiring, {}};
    if (need.kind == RuleNeed::Kind::partners && is_pending(need, x)) return {Outcome::pending, {}};
    if (is_observed(need.agreement.area, x)) return {Outcome::gap, {}};
    return {Outcome::unknown, why(need, x)};
  }

  Answer first_present(const RuleNeed& need, std::size_t x, Date horizon, const std::vector<Outcome>& order) const {
    std::vector<Answer> parts;
    for (const RuleNeed& part : need.parts) parts.push_back(answer(part, x, horizon));
    for (const Outcome outcome : order) {
      for (const Answer& part : parts) {
        if (part.outcome != outcome) continue;
        Answer out{outcome, {}};
        if (outcome != Outcome::unknown) return out;
        for (const Answer& other : parts) {
          if (other.why && (!out.why || *other.why < *out.why)) out.why = other.why;
        }
        return out;
      }
    }
    return {};
  }

  bool is_enough(const RuleNeed& need, std::size_t x, const std::vector<Date>& days) const {
    if (need.kind == RuleNeed::Kind::steps) return reaches(need, x, x, need.steps, days);
    const std::vector<Pair> pairs = partner_pairs(need, x, days);
    if (need.is_independent) return most_independent(pairs, 0, {}, {}) >= need.least;
    std::set<std::size_t> partners;
    for (const Pair& pair : pairs) partners.insert(pair.first);
    return static_cast<std::int64_t>(partners.size()) >= need.least;
  }

  // Takes each pair or leaves it.
  std::int64_t most_independent(const std::vector<Pair>& pairs, std::size_t at, std::set<std::size_t> roots,
                                std::set<std::size_t> agreements) const {
    if (at == pairs.size()) return static_cast<std::int64_t>(roots.size());
    const std::int64_t without = most_independent(pairs, at + 1, roots, agreements);
    const std::size_t r = root(pairs[at].first);
    if (roots.count(r) || agreements.count(pairs[at].second)) return without;
    roots.insert(r);
    agreements.insert(pairs[at].second);
    return std::max(without, most_independent(pairs, at + 1, roots, agreements));
  }

  bool reaches(const RuleNeed& need, std::size_t subject, std::size_t from, std::int64_t steps,
               const std::vector<Date>& days) const {
    if (steps == 0) return false;
    for (std::size_t g = 0; g < n_.agreements.size(); ++g) {
      if (!is_match(need.agreement, n_.agreements[g])) continue;
      const auto holds_for = [&](std::size_t actor) {
        return std::all_of(days.begin(), days.end(), [&](Date day) {
          return is_active(n_.agreements[g], day) && stands(actor, g, need.agreement.party_state, day);
        });
      };
      if (!holds_for(from)) continue;
      for (std::size_t to = 0; to < n_.actors.size(); ++to) {
        if (to == from || !holds_for(to)) continue;
        if (to != subject && is_partner(need.partner, subject, to)) return true;
        if (reaches(need, subject, to, steps - 1, days)) return true;
      }
    }
    return false;
  }

  bool is_pending(const RuleNeed& need, std::size_t x) const {
    for (const Agreement& g : n_.agreements) {
      if (!is_match(need.agreement, g)) continue;
      const bool is_to_come = g.status == AgreementStatus::planned || g.status == AgreementStatus::decided;
      const bool is_in_force = g.status == AgreementStatus::active || g.status == AgreementStatus::under_notice;
      if (!is_to_come && !is_in_force) continue;
      if (g.valid && g.valid->end == Validity::End::date && g.valid->to.latest() < as_of_) continue;
      const bool begins_after = g.valid && g.valid->from.is_set() && g.valid->from.earliest() > as_of_;
      bool subject_is_in = false, partner_is_in = false;
      for (const Party& p : g.parties) {
        if (!p.actor.id.is_set()) continue;
        const PartyState state = p.state.value_or(PartyState::unknown);
        if (p.actor.id.value == x) {
          if (state == PartyState::recommended || state == PartyState::decided) subject_is_in = true;
          if (state == PartyState::adopted && (is_to_come || begins_after)) subject_is_in = true;
        } else if (state != PartyState::withdrawn && state != PartyState::declined) {
          if (is_partner(need.partner, x, p.actor.id.value)) partner_is_in = true;
        }
      }
      if (subject_is_in && partner_is_in) return true;
    }
    return false;
  }

  WhyUnknown why(const RuleNeed& need, std::size_t x) const {
    const auto is_party = [&](const Agreement& g, std::optional<PartyState> state) {
      return std::any_of(g.parties.begin(), g.parties.end(), [&](const Party& p) {
        return p.actor.id.is_set() && p.actor.id.value == x &&
               (!state || p.state.value_or(PartyState::unknown) == *state);
      });
    };
    for (const Agreement& g : n_.agreements) {
      if (is_match(need.agreement, g) && g.status == AgreementStatus::unknown && is_party(g, {}))
        return WhyUnknown::older;
    }
    for (const Agreement& g : n_.agreements) {
      if (is_match(need.agreement, g) && is_active(g, as_of_) && is_party(g, PartyState::unknown)) {
        return WhyUnknown::unconfirmed;
      }
    }
    if (n_.coverage) {
      for (const Survey& s : n_.coverage->surveys) {
        if (speaks_of(s.areas, need.agreement.area) && is_in(s.asked, x) && !is_in(s.answered, x)) {
          return WhyUnknown::no_answer;
        }
      }
    }
    return WhyUnknown::no_record;
  }

  static bool is_in(const std::vector<ActorRef>& refs, std::size_t x) {
    return std::any_of(refs.begin(), refs.end(),
                       [&](const ActorRef& ref) { return ref.id.is_set() && ref.id.value == x; });
  }

  bool is_observed(const AreaCode& area, std::size_t x) const {
    if (!n_.coverage) return false;
    for (const Survey& s : n_.coverage->surveys) {
      if (speaks_of(s.areas, area) && is_in(s.answered, x)) return true;
    }
    for (const Register& r : n_.coverage->registers) {
      if (r.complete != true || !speaks_of(r.areas, area)) continue;
      if (!r.counties || has(*r.counties, n_.actors[x].county)) return true;
    }
    return false;
  }

  bool speaks_of(const std::optional<std::vector<AreaCode>>& areas, const AreaCode& area) const {
    if (!areas) return true;
    if (area.empty()) return false;
    if (has(*areas, area)) return true;
    std::vector<AreaCode> children;
    for (const Area& row : t_.areas.rows()) {
      if (row.code == area && !row.parent.empty() && has(*areas, row.parent)) return true;
      if (row.parent == area) children.push_back(row.code);
    }
    return !children.empty() &&
           std::all_of(children.begin(), children.end(), [&](const AreaCode& child) { return has(*areas, child); });
  }

  bool is_partner(const RulePartner& who, std::size_t x, std::size_t p) const {
    const Actor &subject = n_.actors[x], &partner = n_.actors[p];
    if (p == x) return false;
    if (!who.type.empty() && partner.type != who.type) return false;
    if (!who.group.empty() && t_.group_of(partner.type).code != who.group) return false;
    if (!who.type_not.empty() && partner.type == who.type_not) return false;
    if (!who.subtype.empty() && partner.subtype != who.subtype) return false;
    if (!who.ownership.empty() && partner.ownership != who.ownership) return false;
    if (who.same == SamePlace::county) return !subject.county.empty() && subject.county == partner.county;
    if (who.same == SamePlace::municipality) {
      return !subject.municipality.empty() && subject.municipality == partner.municipality;
    }
    return true;
  }

  bool is_match(const RuleAgreement& what, const Agreement& g) const {
    const auto has_area = [&] {
      for (const AreaCode& own : g.areas) {
        if (own == what.area) return true;
        const Area* row = t_.areas.find(own);
        if (row && row->parent == what.area) return true;
      }
      return false;
    };
    if (!what.area.empty() && !has_area()) return false;
    if (!what.form.empty() && g.form != what.form) return false;
    if (what.target_groups_all) {
      for (const std::string& code : *what.target_groups_all) {
        if (!has(g.target_groups, code)) return false;
      }
    }
    if (what.target_groups_any) {
      bool found = false;
      for (const std::string& code : *what.target_groups_any) found = found || has(g.target_groups, code);
      if (!found) return false;
    }
    if (!what.service_area.empty() && !has(g.service_areas, what.service_area)) return false;
    if (!what.perspective.empty() && !(g.perspectives && has(*g.perspectives, what.perspective))) return false;
    if (what.min_confidence) {
      return g.provenance && g.provenance->confidence && *g.provenance->confidence >= *what.min_confidence;
    }
    return true;
  }

  static bool is_active(const Agreement& g, Date day) {
    if (g.status != AgreementStatus::active && g.status != AgreementStatus::under_notice) return false;
    if (!g.valid) return true;
    if (g.valid->from.is_set() && g.valid->from.earliest() > day) return false;
    return g.valid->end != Validity::End::date || g.valid->to.latest() >= day;
  }

  static bool is_within(const Party& p, Date day) {
    if (p.from.is_set() && p.from.earliest() > day) return false;
    return p.end != Validity::End::date || p.to.latest() >= day;
  }

  static bool stands_by_itself(const Agreement& g, std::size_t x, PartyState state, Date day) {
    for (const Party& p : g.parties) {
      if (!is_within(p, day)) continue;
      const PartyState own = p.state.value_or(PartyState::unknown);
      if (own == state && p.actor.id.is_set() && p.actor.id.value == x) return true;
      if (state == PartyState::adopted && own == PartyState::adopted && is_in(p.on_behalf_of, x)) return true;
    }
    return false;
  }

  bool stands(std::size_t x, std::size_t agreement, PartyState state, Date day) const {
    const Agreement& g = n_.agreements[agreement];
    if (stands_by_itself(g, x, state, day)) return true;
    if (g.covers != Covers::units) return false;
    std::set<std::size_t> seen = {x};
    for (ActorId up = n_.actors[x].parent.id; up.is_set() && seen.insert(up.value).second;
         up = n_.actors[up.value].parent.id) {
      if (stands_by_itself(g, up.value, state, day)) return true;
    }
    return false;
  }

  std::size_t root(std::size_t x) const {
    while (n_.actors[x].parent.id.is_set()) x = n_.actors[x].parent.id.value;
    return x;
  }

  const Network& n_;
  const Taxonomy& t_;
  Date as_of_;
};

}  // namespace samverka::test
