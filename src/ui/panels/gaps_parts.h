#pragma once
// What the pages of the tab Luckor share.
#include <string>

#include "app/matrix_look.h"
#include "ui/panels/gaps_state.h"
#include "ui/widgets.h"

namespace samverka::gaps {

GapsState& state_of(const UiContext& ui);
const RuleSet& rules_of(const UiContext& ui);
std::string number(const UiContext& ui, std::int64_t n);
std::string plural(const UiContext& ui, std::string_view key, std::size_t n, TextArgs args = {});

std::string response_words(const UiContext& ui, const Response& response);  // how many of how many have answered

// The page that is shown now: what fits, where none is chosen.
GapsState::Shows page_of(const UiContext& ui);

// What a rule says of a subject. Law and duty are square, what is local or wished is round; the inside is the
// outcome's.
void draw_outcome(UiContext& ui, Outcome outcome, RuleClass rule_class, Vec2 centre, float radius);
// "Lag", in a frame whose shape and colour no ambition has.
void class_chip(UiContext& ui, RuleClass rule_class);
float class_chip_width(const UiContext& ui, RuleClass rule_class);

// Of an unknown row, the document to read first: link and source. Nothing where no document speaks of it.
void draw_lead(UiContext& ui, const SubjectFinding& finding);

// What is said of one's own place and its county, by itself.
std::vector<GapsState::Place> own_places(const UiContext& ui, const GapAnalysis& analysis);
// "Dalarna: 63 av 265 bedömningar är kända · hela underlaget: 814 av 4 882"
std::string known_in_words(const UiContext& ui);

// Selects the subjects and what the findings rest on, and shows them in the network.
void show_findings(UiContext& ui, const std::vector<const SubjectFinding*>& findings);

void draw_lists(UiContext& ui);    // what to act on, or to find out
void draw_classes(UiContext& ui);  // how many, class by class, and the way to one alone
void draw_alike(UiContext& ui, const AlikeGaps& alike, bool names_rule);  // a line of a list
void draw_norms(UiContext& ui);                                           // each rule with its outcomes and coverage
void draw_closing(UiContext& ui, const Rule& rule);                       // what would close its gaps
void draw_weakness(UiContext& ui);                                        // what everything hangs on

}  // namespace samverka::gaps
