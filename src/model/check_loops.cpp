#include "model/soundness_parts.h"

// E_CYCLE. Each row has at most one row above it, so a walk upwards either ends or meets itself; rows that an earlier
// walk has been at are not walked again, which keeps the whole linear.
namespace samverka {
namespace {

constexpr std::size_t listed_rows = 20;

template <class Rows>
std::string words(const Rows& rows, const std::vector<std::uint32_t>& loop) {
  std::string out;
  for (std::size_t i = 0; i < loop.size() && i < listed_rows; ++i) out += rows[loop[i]].key + " → ";
  return out + (loop.size() > listed_rows ? "…" : rows[loop.front()].key);
}

template <class IdType, class Rows, class Above, class Report>
void find_loops(const Rows& rows, Above&& above, Report&& report) {
  std::vector<std::uint32_t> walk_of(rows.size(), IdType::none);
  for (std::uint32_t start = 0; start < rows.size(); ++start) {
    std::uint32_t here = start;
    while (here != IdType::none && walk_of[here] == IdType::none) {
      walk_of[here] = start;
      here = above(rows[here]).value;
    }
    if (here == IdType::none || walk_of[here] != start) continue;
    std::vector<std::uint32_t> loop;
    std::uint32_t member = here;
    do {
      loop.push_back(member);
      member = above(rows[member]).value;
    } while (member != here);
    report(loop);
  }
}

}  // namespace

void check_loops(const Network& network, Findings& findings) {
  find_loops<ActorId>(
      network.actors, [](const Actor& a) { return a.parent.id; },
      [&](const std::vector<std::uint32_t>& loop) {
        findings.error("E_CYCLE", "problem.cycle", {{"loop", words(network.actors, loop)}},
                       in_actor(loop.front(), "/parent"));
      });
  find_loops<AgreementId>(
      network.agreements, [](const Agreement& a) { return a.under.id; },
      [&](const std::vector<std::uint32_t>& loop) {
        findings.error("E_CYCLE", "problem.cycle", {{"loop", words(network.agreements, loop)}},
                       in_agreement(loop.front(), "/under"));
      });
}

}  // namespace samverka
