#include "model/soundness.h"

#include "model/soundness_parts.h"

namespace samverka {

std::vector<RowProblem> check_soundness(const Network& network, const Taxonomy& taxonomy) {
  Findings findings;
  check_keys(network, findings);
  check_loops(network, findings);
  check_rows(network, findings);
  check_parties(network, findings);
  check_terms(network, taxonomy, findings);
  check_personal(network, findings);
  return findings.take();
}

}  // namespace samverka
