#pragma once
// What the tab Luckor remembers between frames: what the rules say of the present network, and the list made of it.
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/gap_list.h"
#include "analysis/response.h"
#include "app/answer_preview.h"
#include "app/closing_finder.h"
#include "app/gap_alike.h"
#include "app/gap_finder.h"
#include "app/norm_choice.h"
#include "app/question_file.h"
#include "ui/panels/evidence_state.h"
#include "ui/panels/weakness_state.h"

namespace samverka {

struct GapsState {
  NormChoice norms;
  GapFinder finder;
  QuestionFile questions;      // the question table, while it is being written
  AnswerPreview answers;       // one that has come back, until its answers are taken
  bool asks_own_only = false;  // the table is about one's own county
  EvidenceState evidence;
  WeaknessState weakness;
  ClosingFinder closing;
  ClosingFinder::Question closing_question;  // of the norm it is open under

  // What is shown. Until one is chosen: what to find out where most is unknown, else what to act on.
  enum class Shows : std::uint8_t { as_fits, to_act_on, to_find_out, norms, weakness } shows = Shows::as_fits;
  enum class Grouped : std::uint8_t { by_rule, by_county } grouped = Grouped::by_rule;
  bool is_own_only = false;
  std::optional<RuleClass> only;  // rows of this class alone
  std::string only_rule;          // or of this rule; empty: of all
  bool ranks_all = false;         // also where too few have answered to be ranked by need

  struct Group {
    std::string id, words;  // a rule's title, a county's name
    std::size_t rule = 0;   // where they are grouped by rule
    std::vector<GapRow> rows;
    std::size_t ranked = 0;        // so many by need; the others, of whom too few have answered, by name
    std::vector<AlikeGaps> lines;  // the rows as they are shown
    std::size_t ranked_lines = 0;
    Response response;        // of a county
    std::int64_t people = 0;  // where somebody lives and it is recorded, each once
  };
  struct Stamp {
    std::uint64_t found = 0;
    Shows shows = Shows::as_fits;
    Grouped grouped = Grouped::by_rule;
    bool is_own_only = false;
    std::optional<RuleClass> only;
    std::string only_rule, own_place, language;
    bool ranks_all = false;
    std::vector<AcceptedFinding> accepted;
    bool operator==(const Stamp&) const = default;
  };
  std::optional<Stamp> stamp;
  std::vector<Group> groups;     // without what is accepted
  std::vector<GapRow> accepted;  // of the rows that would stand in them
  // Never one sum: what is on its way is no gap.
  struct Figures {
    std::size_t missing = 0, pending = 0, expiring = 0;  // missing: on the page of what to find out, unknown
  };
  struct ClassFigures {
    Figures own, county, all;  // own place, its county, all of the data
  };
  std::array<ClassFigures, 4> of_class;  // whatever `only` says
  KnownShare known;
  // One's own place and, of a municipality, its county: what the rules say there. None where that is all of the data.
  struct Place {
    std::string name;
    GapAnalysis found;
    KnownShare known;
    bool is_own = false;
  };
  std::vector<Place> places;
  Response response;         // of everybody who was asked anything
  std::size_t unranked = 0;  // rows that stand by name

  std::set<std::string> open;               // groups
  std::map<std::string, std::size_t> more;  // rows of a group that are shown beyond the first
  std::set<std::string> unfolded;           // lines of several
  std::string accepting;                    // the finding whose reason is being written; empty: none
  std::string reason;
  bool wants_focus = false;
};

}  // namespace samverka
