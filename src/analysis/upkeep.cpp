#include "analysis/upkeep.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "model/titled_end.h"

namespace samverka {
namespace {

bool is_said_to_hold(const Agreement& agreement) {
  return agreement.status == AgreementStatus::active || agreement.status == AgreementStatus::under_notice;
}

// Not before the year 1, whatever is asked for.
Date months_before(Date day, int months) { return add_months(day, -std::min(months, 12 * (day.year - 1))); }

Date learned_on(const Agreement& agreement) { return agreement.provenance->recorded.latest(); }

std::unordered_set<AgreementId> followed(const Network& network) {
  std::unordered_set<AgreementId> found;
  for (const Agreement& agreement : network.agreements) {
    for (const AgreementRef& before : agreement.supersedes) found.insert(before.id);
  }
  return found;
}

}  // namespace

Upkeep upkeep_of(const Network& network, std::span<const AgreementId> agreements, Date day, int months,
                 int stale_months) {
  const std::unordered_set<AgreementId> is_followed = followed(network);
  const Date fresh_from = months_before(day, stale_months);
  Upkeep found;
  for (const AgreementId id : agreements) {
    const Agreement& agreement = network.agreement(id);
    const bool has_passed = agreement.valid && agreement.valid->ended_before(day);
    if (has_passed && is_said_to_hold(agreement) && !is_followed.contains(id)) found.expired.push_back(id);
    if (!agreement.is_active_on(day)) continue;
    ++found.active;
    if (agreement.valid && agreement.valid->end == Validity::End::date) ++found.with_end;
    if (const auto deadline = deadline_of(agreement, id, day, months)) found.deadlines.push_back(*deadline);
    if (const auto end = titled_end_of(agreement); end && *end <= add_months(day, months)) {
      found.titled_ends.push_back(id);
    }
    if (!agreement.provenance || !agreement.provenance->recorded.is_set()) {
      ++found.not_dated;
    } else if (learned_on(agreement) < fresh_from) {
      found.stale.push_back(id);
    }
    if (!agreement.perspectives) found.perspectives_not_recorded.push_back(id);
    if (agreement.perspectives && agreement.perspectives->empty()) found.perspectives_none.push_back(id);
  }
  std::sort(found.deadlines.begin(), found.deadlines.end(), [](const Deadline& a, const Deadline& b) {
    return std::tie(a.on, a.agreement) < std::tie(b.on, b.agreement);
  });
  std::stable_sort(found.titled_ends.begin(), found.titled_ends.end(), [&](AgreementId a, AgreementId b) {
    return *titled_end_of(network.agreement(a)) < *titled_end_of(network.agreement(b));
  });
  std::stable_sort(found.stale.begin(), found.stale.end(), [&](AgreementId a, AgreementId b) {
    return learned_on(network.agreement(a)) < learned_on(network.agreement(b));
  });
  return found;
}

}  // namespace samverka
