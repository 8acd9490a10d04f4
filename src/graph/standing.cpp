#include "graph/standing.h"

#include <algorithm>

namespace samverka {
namespace {

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

bool asks_for_state(const Filter& filter, PartyState state) {
  const FilterClause* clause = filter.find("state");
  if (clause == nullptr || clause->negated) return false;
  return std::find(clause->values.begin(), clause->values.end(), word(state)) != clause->values.end();
}

}  // namespace samverka
