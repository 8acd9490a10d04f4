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

// Of the subjects of the rules, each once, by a survey about an area of some rule that is about them; by the code of
// their county. Counties of which nobody is a subject are not there.
std::map<std::string, Response> response_by_county(const Network& network, const GapAnalysis& analysis);

}  // namespace samverka
