#pragma once
// From what the rules say to what a planner does: a list of what to act on and one of what to find out, each line with
// the factors that gave it its place. There is no score: law comes before ambition, then how sure and how many.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/gaps.h"

namespace samverka {

// What one rule says of one subject, and what its place in a list rests on.
struct GapRow {
  std::size_t rule = 0;     // in the rule set and in the analysis
  std::size_t subject = 0;  // in that rule's subjects
  ActorId actor;
  RuleClass rule_class = RuleClass::ambition;
  int severity = 1;
  Outcome outcome = Outcome::gap;
  std::optional<WhyUnknown> why;       // of an unknown one
  std::optional<std::int64_t> people;  // who live there, if somebody has recorded it
  bool is_own = false;                 // of one's own place
  bool is_own_county = false;          // of the county that one's own place is, or lies in
  bool has_near = false;               // an agreement in force may be enough: NeedFinding::near
  std::size_t rank = 0;  // of its list: rows of one place and class share one; unknown ones, of one reason too
};

// Law before duty before what is local or wished; within each what concerns most people (unknown last); of as many what
// is missing, then what is met but soon ends, then what is on its way; then the rule's weight and key. One's own place
// stands first of all, and its county after it: `own_place` is the code of a county or a municipality, or empty.
std::vector<GapRow> what_to_act_on(const Network& network, const RuleSet& rules, const GapAnalysis& analysis,
                                   std::string_view own_place);

// The unknown ones. Those with something to begin at come first (an agreement in force that may be enough, an older
// document, a party nobody has confirmed), then the asked who did not answer, then what no record speaks of; after that
// as above.
std::vector<GapRow> what_to_find_out(const Network& network, const RuleSet& rules, const GapAnalysis& analysis,
                                     std::string_view own_place);

// Subjects that are neither exempt nor unknown, and all that are not exempt: how much of the answer is known.
struct KnownShare {
  std::size_t known = 0, asked = 0;
  bool is_mostly_unknown() const { return 2 * known < asked; }
  bool operator==(const KnownShare&) const = default;
};
KnownShare known_share(const GapAnalysis& analysis);
// The same of the subjects of one county.
KnownShare known_share(const Network& network, const GapAnalysis& analysis, std::string_view county);

}  // namespace samverka
