#include "graph/standing.h"

#include <algorithm>

namespace samverka {
namespace {

constexpr DaySpan always{{1, 1, 1}, {9999, 12, 31}};
constexpr DaySpan never{{9999, 12, 31}, {1, 1, 1}};

// Of an actor's or agreement's validity, or of a party.
template <class Dated>
DaySpan span_of(const Dated& row) {
  DaySpan span = always;
  if (row.from.is_set()) span.from = row.from.earliest();
  if (row.end == Validity::End::date && row.to.is_set()) span.to = row.to.latest();
  return span;
}

bool begins_after(const PartialDate& from, Date day) { return from.is_set() && from.earliest() > day; }

bool is_still_to_come(AgreementStatus status) {
  return status == AgreementStatus::planned || status == AgreementStatus::decided;
}

}  // namespace

bool exists_on(const Actor& actor, Date day) { return !actor.valid || actor.valid->includes(day); }

bool stands_on(const Agreement& agreement, Date day) {
  if (agreement.status == AgreementStatus::ended) return false;
  if (!agreement.valid || is_still_to_come(agreement.status)) return true;
  return !agreement.valid->ended_before(day) && !begins_after(agreement.valid->from, day);
}

bool takes_part_on(const Agreement& agreement, const Party& party, Date day) {
  if (party.end == Validity::End::date && party.to.is_set() && party.to.latest() < day) return false;
  const PartyState state = party.state_or_unknown();
  const bool is_on_its_way =
      state == PartyState::recommended || state == PartyState::decided || is_still_to_come(agreement.status);
  return is_on_its_way || !begins_after(party.from, day);
}

bool is_gone(PartyState state) { return state == PartyState::withdrawn || state == PartyState::declined; }

DaySpan existence_of(const Actor& actor) { return actor.valid ? span_of(*actor.valid) : always; }

DaySpan standing_of(const Agreement& agreement) {
  if (agreement.status == AgreementStatus::ended) return never;
  if (!agreement.valid || is_still_to_come(agreement.status)) return always;
  return span_of(*agreement.valid);
}

DaySpan partaking_of(const Agreement& agreement, const Party& party) {
  DaySpan span = span_of(party);
  const PartyState state = party.state_or_unknown();
  const bool is_on_its_way =
      state == PartyState::recommended || state == PartyState::decided || is_still_to_come(agreement.status);
  if (is_on_its_way) span.from = always.from;
  return span;
}

std::optional<DaySpan> tie_of(const Agreement& agreement, const Party& party) {
  const bool in_force =
      agreement.status == AgreementStatus::active || agreement.status == AgreementStatus::under_notice;
  if (!in_force || party.state_or_unknown() != PartyState::adopted || agreement.is_internal()) return std::nullopt;
  return agreement.valid ? in_common(span_of(party), span_of(*agreement.valid)) : span_of(party);
}

DaySpan looked_at(const Filter& filter, Date day) { return period_of(filter).value_or(DaySpan{day, day}); }

bool asks_for_state(const Filter& filter, PartyState state) {
  return std::any_of(filter.clauses.begin(), filter.clauses.end(), [&](const FilterClause& clause) {
    return clause.key == "state" && clause.test == FilterTest::is && !clause.negated &&
           std::find(clause.values.begin(), clause.values.end(), word(state)) != clause.values.end();
  });
}

}  // namespace samverka
