#pragma once
// Where cooperation is missing: what the rules of a rules file (docs/format.md, section 8) say of each of their
// subjects on a day, and on what facts. Six outcomes, and an interval instead of a percentage wherever something is
// unknown: what nobody has recorded is neither met nor missing.
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "model/network.h"
#include "model/network_index.h"
#include "model/rules.h"
#include "model/taxonomy.h"

namespace samverka {

enum class Outcome : std::uint8_t { met, met_expiring, pending, gap, unknown, exempt };
inline constexpr std::size_t outcome_count = 6;
enum class WhyUnknown : std::uint8_t { older, unconfirmed, no_answer, no_record };

// The words of the format and the command line: "met_expiring", "no_record".
const char* word(Outcome outcome);
const char* word(WhyUnknown why);

// Partners in one agreement, by key. Subjects share one list, so a subject may stand in its own: partners_of leaves it
// out. Null where an agreement is told of for itself.
struct AgreementPartners {
  AgreementId agreement;
  std::shared_ptr<const std::vector<ActorId>> actors;
};

// An agreement in force, adopted by the subject and by such a partner, that the norm says to ask about
// (RuleNear).
struct NearAgreement {
  AgreementId agreement;
  bool is_other_form = false;
  bool is_without_target_groups = false;  // none on record, where the norm asks for some
  bool operator==(const NearAgreement&) const = default;
};

// What one need says of one subject, with what it rests on.
struct NeedFinding {
  RuleNeed::Kind kind = RuleNeed::Kind::partners;
  Outcome outcome = Outcome::unknown;
  std::optional<WhyUnknown> why;  // set exactly if the outcome is unknown
  std::int64_t found = 0;         // partners that count now, at most as many as are wanted; of a combination, 0
  std::int64_t wanted = 0;        // what is lacking is the difference; steps need one partner
  // What holds, by key: partners then where it is met, else partners now, also where they are too few. For steps it is
  // the way, from the subject on: each agreement with the one actor that it leads to.
  std::vector<AgreementPartners> held;
  // What does not hold but speaks of it: pending agreements with the partners in them and unconfirmed ones, by key;
  // older ones, the newest first.
  std::vector<AgreementPartners> leads;
  // Where nothing holds and nothing is on its way: matching agreements that the subject had adopted and that have
  // ended. No ground for the outcome, but the first thing to take up again.
  std::vector<AgreementId> past;
  // Where nothing holds and nothing is on its way: what may be enough once somebody has read it, the newest first. No
  // ground for the outcome either.
  std::vector<NearAgreement> near;
  // Rows of `coverage`: of a gap those that prove it, of a question without an answer the surveys.
  std::vector<std::uint32_t> surveys, registers;
  std::vector<NeedFinding> parts;  // of a combination, in the rule's order
};

struct SubjectFinding {
  ActorId subject;
  Outcome outcome = Outcome::unknown;  // of `need`, or exempt: then `need` is empty
  NeedFinding need;
  // By a survey about an area of the need. Who has answered counts as asked.
  bool is_asked = false, has_answered = false;
};

// Known met to perhaps met, by weight, of the subjects that are not exempt. Empty where there is nothing to weigh.
struct RuleCoverage {
  std::optional<double> low, high;
  std::size_t without_population = 0;              // left out, since nobody knows what they weigh
  std::int64_t met = 0, unknown = 0, weighed = 0;  // people, or subjects
};

struct RuleFindings {
  std::size_t rule = 0;                  // its place in the rule set
  std::vector<SubjectFinding> subjects;  // by key
  std::array<std::size_t, outcome_count> counts{};
  RuleCoverage coverage;
  std::size_t asked = 0, answered = 0;  // subjects that are not exempt

  std::size_t count(Outcome outcome) const { return counts[static_cast<std::size_t>(outcome)]; }
};

struct GapAnalysis {
  Date as_of;
  std::vector<RuleFindings> rules;  // in the rule set's order
};

// The answers do not depend on the order of rows. About O(rules · (agreements + parties)); a wide area with `covers:
// units` adds the units below each party.
GapAnalysis find_gaps(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, const RuleSet& rules,
                      Date day);

// The same with only the subjects that `keeps` wants, counted and weighed anew.
GapAnalysis only_subjects(const GapAnalysis& analysis, const Network& network, const RuleSet& rules,
                          const std::function<bool(const Actor&)>& keeps);

// Every partner and every agreement that a finding rests on, each once, by key: what is held and what it leads to; of
// `any` only the parts that decide.
std::vector<ActorId> partners_of(const Network& network, const SubjectFinding& finding);
std::vector<AgreementId> agreements_of(const Network& network, const SubjectFinding& finding);
// Those that have ended, of all parts, each once, by key.
std::vector<AgreementId> past_agreements_of(const Network& network, const SubjectFinding& finding);

// What is near, of the parts that decide, each once, in the order of `near`. None for what a `not` asks about.
std::vector<NearAgreement> near_agreements_of(const SubjectFinding& finding);

}  // namespace samverka
