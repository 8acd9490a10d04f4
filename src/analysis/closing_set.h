#pragma once
// A small set of agreements that would close chosen gaps: which existing ones somebody could join, and which new ones
// would have to be written, with whom. A proposal to talk about, never a fact.
//
// What can be chosen is our judgement. An existing agreement can be joined by who is its party already without having
// adopted it, and by others where two of their kind in their county stand in it: a family centre of one municipality
// is nobody else's to join. A new agreement has a partner that the norm asks for, of the county where there is one,
// and everybody there who lacks it; norms on the same area and form share one. Few agreements come before few
// signatures.
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/gaps.h"

namespace samverka {

struct ClosingQuestion {
  std::vector<std::size_t> rules;  // places in the rule set
  std::string county;              // only subjects there; empty: all
  bool with_unknown = false;       // also what nobody knows, as if it were missing
};

struct ClosingGoal {
  std::size_t rule = 0;
  ActorId subject;
  bool operator==(const ClosingGoal&) const = default;
};

struct ClosingStep {
  AgreementId joins;  // unset: a new one
  // Of a new one, what it must be about: one area or none, a form or any, all these groups.
  AreaCode area;
  std::string form;
  std::vector<std::string> target_groups;
  std::vector<ActorId> partners;  // of a new one: whom it is with
  std::vector<ActorId> signers;   // who sign because something is lacking to them, by key
  bool is_new() const { return !joins.is_set(); }
  std::size_t signatures() const { return signers.size() + (is_new() ? partners.size() : 0); }
};

struct ClosingSet {
  std::vector<ClosingGoal> goals;   // missing or on the way, and unknown if asked for; by rule, then as in the analysis
  std::vector<ClosingStep> steps;   // those that help most first
  std::vector<ClosingGoal> closed;  // met, if all of them are adopted: said by find_gaps of the network with them
  std::vector<ClosingGoal> left;    // the other goals: no such partner, or more is needed than an agreement
  std::size_t unknown_left = 0;     // subjects nobody knows about, where they were not asked for
  double bound = 1;                 // never more than so many times the fewest that would do (analysis/cover.h)
  Network network;                  // with them, to look at
};

// `analysis` is of the network on its day by all the rules. Deterministic. A search of the agreements for each need,
// and find_gaps once more.
ClosingSet closing_set(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                       const RuleSet& rules, const GapAnalysis& analysis, const ClosingQuestion& question);

}  // namespace samverka
