#pragma once
// How many have answered: what a figure says as much by as by its own number.
#include <map>
#include <string>

#include "analysis/gaps.h"

namespace samverka {

struct Response {
  std::size_t asked = 0, answered = 0;  // actors; who has answered counts as asked
  // Too few to be ranked against others: nobody was asked, or less than half of them answered (our judgement).
  bool is_low() const { return asked == 0 || 2 * answered < asked; }
  bool operator==(const Response&) const = default;
};

// Whoever any survey has asked, each once.
Response response_of(const Network& network);

// A survey is about an area, so who has said yes to a norm of it and left others without an answer stands as asked and
// not answered. How many such subjects a norm has: asked, met, and by an agreement that is recorded from a survey, as a
// whole or the subject's own part in it, no earlier than the first that asked the subject.
std::size_t yes_without_answer(const Network& network, const RuleFindings& findings);

// Of the subjects of the rules, each once, by a survey about an area of some rule that is about them; by the code of
// their county. Counties of which nobody is a subject are not there.
std::map<std::string, Response> response_by_county(const Network& network, const GapAnalysis& analysis);

}  // namespace samverka
