#include "analysis/changes.h"

#include <algorithm>
#include <set>

namespace samverka {
namespace {

// In (from, to].
bool is_between(PartialDate date, Date from, Date to) {
  return date.is_set() && date.earliest() > from && date.earliest() <= to;
}

bool left_between(const Party& party, Date from, Date to) {
  if (party.end != Validity::End::date) return false;
  return party.to.latest() >= from && party.to.latest() < to;
}

PartialDate begin_of(const Agreement& agreement) { return agreement.valid ? agreement.valid->from : PartialDate{}; }

std::set<AgreementId> followed(const Network& network, std::span<const AgreementId> agreements, Date day) {
  std::set<AgreementId> found;
  for (const AgreementId id : agreements) {
    if (!held_on(network.agreement(id), day)) continue;
    for (const AgreementRef& before : network.agreement(id).supersedes) {
      if (before.id.is_set()) found.insert(before.id);
    }
  }
  return found;
}

void add_parties(Changes& changes, AgreementId id, const Agreement& agreement, Date from, Date to) {
  for (const Party& party : agreement.parties) {
    if (!party.actor.id.is_set()) continue;
    if (is_between(party.from, from, to)) changes.parties.push_back({id, party.actor.id, true});
    if (left_between(party, from, to)) changes.parties.push_back({id, party.actor.id, false});
  }
}

}  // namespace

bool held_on(const Agreement& agreement, Date day) {
  const bool is_over = agreement.status == AgreementStatus::ended;
  if (is_over && !(agreement.valid && agreement.valid->end == Validity::End::date)) return false;
  const bool was_in_force =
      is_over || agreement.status == AgreementStatus::active || agreement.status == AgreementStatus::under_notice;
  return was_in_force && (!agreement.valid || agreement.valid->includes(day));
}

Changes changes_between(const Network& network, std::span<const AgreementId> agreements, Date from, Date to) {
  Changes changes;
  if (to <= from) return changes;
  const std::set<AgreementId> has_follower = followed(network, agreements, to);
  for (const AgreementId id : agreements) {
    const Agreement& agreement = network.agreement(id);
    const bool before = held_on(agreement, from), after = held_on(agreement, to);
    if (after && !begin_of(agreement).is_set()) changes.not_dated.push_back(id);
    if (after && is_between(begin_of(agreement), from, to)) {
      (agreement.supersedes.empty() ? changes.begun : changes.renewed).push_back(id);
    }
    if (before && !after && !has_follower.contains(id)) changes.ended.push_back(id);
    if (before && after) add_parties(changes, id, agreement, from, to);
    const PartialDate noted = agreement.provenance ? agreement.provenance->recorded : PartialDate{};
    if (before && begin_of(agreement).is_set() && is_between(noted, from, to)) changes.newly_noted.push_back(id);
  }
  return changes;
}

}  // namespace samverka
