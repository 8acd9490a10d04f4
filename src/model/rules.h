#pragma once
// Norms: what should exist, for whom, and why (docs/format.md, section 8). Plain values as a rules file gives them;
// what they say of a network is the business of analysis/gaps.h. Member names here are the file's; the few words that
// the program reasons with are enumerations, codes stay text. An empty text is a member that the file does not have.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// What stands behind a norm. The statute says "shall enter into" (law) or "shall work for" (duty); the rest is wished.
// A gap against a law and one against an ambition never share a colour, a sum or a sentence.
enum class RuleClass : std::uint8_t { law, duty, ambition, local };
enum class RuleWeight : std::uint8_t { one, population };
enum class SamePlace : std::uint8_t { anywhere, county, municipality };

// Whom a norm is about. Every member that is present must match; an empty list matches nobody.
struct RuleSubjects {
  std::string type, subtype;
  std::optional<std::vector<std::string>> counties, municipality_groups;
  std::optional<std::int64_t> population_min, population_max;  // an actor of unknown population matches neither
  std::string ownership;
  std::string except_flag;  // a subject with the flag is exempt: listed, and counted apart
};

// Whom the subject should cooperate with. Every member that is present must match; none present: anybody.
struct RulePartner {
  std::string type, group, type_not, subtype, ownership;
  SamePlace same = SamePlace::anywhere;
};

// In what kind of agreement. Every member that is present must match; an area matches its clauses.
struct RuleAgreement {
  AreaCode area;
  std::string form;
  std::optional<std::vector<std::string>> target_groups_all, target_groups_any;
  std::string service_area, perspective;
  PartyState party_state = PartyState::adopted;  // in which subject and partner both stand
  std::optional<double> min_confidence;          // an agreement whose confidence is not told does not match
};

// What to ask about where nothing answers a need: an agreement in force that would count, were it not for its form or
// for target groups that nobody has recorded. A lead, and never a ground: somebody has to read it.
struct RuleNear {
  std::optional<std::vector<std::string>> forms;  // besides the need's own; none: no other form
  std::vector<std::string> title_words;           // one of them is in the title, whatever the case; none: any title
};

// What is needed: partners, somebody within some steps, or a combination of needs.
struct RuleNeed {
  enum class Kind : std::uint8_t { partners, steps, all, any, negation };
  Kind kind = Kind::partners;
  std::int64_t least = 1;       // `min_partners`, from 1
  bool is_independent = false;  // partners of different roots in different agreements
  std::int64_t steps = 1;       // `within_steps`, from 1
  RulePartner partner;
  RuleAgreement agreement;
  std::optional<RuleNear> near;  // of partners alone
  std::vector<RuleNeed> parts;   // of `all` and `any`; of `not`, the one
};

struct Rule {
  std::string id;
  RuleClass rule_class = RuleClass::ambition;
  int severity = 1;  // 1-3, the weight in ranking
  std::vector<std::string> basis;
  bool is_verified = false;               // the reference was checked against the statute
  Wording title, explanation, next_step;  // explanation and next step may hold {subject}
  RuleSubjects for_each;
  RuleNeed need;
  RuleWeight weight = RuleWeight::one;
  bool is_counts_only = false;  // told to people as numbers and never by name
  int horizon_months = 12;      // how far ahead a partner must hold
};

struct RuleSet {
  std::string id;
  std::string taxonomy;
  std::vector<Rule> rules;  // in the file's order
};

// The word of the file for an enumerator.
const char* word(RuleClass rule_class);
const char* word(RuleWeight weight);

}  // namespace samverka
