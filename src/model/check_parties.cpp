#include <algorithm>
#include <numeric>
#include <tuple>

#include "model/soundness_parts.h"

namespace samverka {
namespace {

auto standing(const Party& p) { return std::tie(p.actor.id, p.actor.unresolved, p.role, p.service); }

std::string key_of(const Network& network, const ActorRef& ref) {
  return ref.id.is_set() ? network.actor(ref.id).key : ref.unresolved;
}

// The same actor, role and service twice. Sorted, since an agreement may have a million parties.
void check_repeated(const Network& network, std::size_t row, Findings& findings) {
  const std::vector<Party>& parties = network.agreements[row].parties;
  std::vector<std::size_t> order(parties.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return standing(parties[a]) < standing(parties[b]); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Party &first = parties[order[i - 1]], &second = parties[order[i]];
    const bool names_nobody = !second.actor.id.is_set() && second.actor.unresolved.empty();
    if (names_nobody || standing(first) != standing(second)) continue;
    const std::string role = second.role.empty() ? "–" : second.role;
    findings.error("E_PARTY", "problem.party", {{"actor", key_of(network, second.actor)}, {"role", role}},
                   in_agreement(row, "/parties/" + std::to_string(order[i])));
  }
}

// An empty list is an error of the format; one that is missing or of another type has been reported by the reader.
void check_empty(const Agreement& agreement, std::size_t row, Findings& findings) {
  const std::string* kept = agreement.extra.find("parties");
  if (kept && (kept->empty() || kept->front() != '[')) return;
  if (agreement.extra.find(Extra::whole_row)) return;
  findings.error("E_MISSING", "problem.missing.party", {}, in_agreement(row, "/parties"));
}

}  // namespace

void check_parties(const Network& network, Findings& findings) {
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    const Agreement& agreement = network.agreements[i];
    if (agreement.parties.empty()) check_empty(agreement, i, findings);
    if (agreement.parties.size() == 1) {
      findings.warning("W_PARTIES", "problem.parties", {{"id", agreement.key}}, in_agreement(i, "/parties"));
    }
    if (agreement.parties.size() > 1) check_repeated(network, i, findings);
  }
}

}  // namespace samverka
