#pragma once
// Answers to the questions of the gap analysis, taken into a network only as far as they say. "Yes" needs a document
// and somebody it is with, and becomes an agreement; "no" becomes a survey's answer; "don't know" says that somebody
// was asked. What an answer does not say stays not known.
//
// A survey is about areas (docs/format.md), not about norms: who has answered about an area has told all there is in
// it. So "no" to one norm is taken only together with an answer to every other norm of its areas that is not known of
// the subject: else silence about those would be read as "no" too.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/gaps.h"

namespace samverka {

enum class AnswerWord : std::uint8_t { yes, no, not_known };

struct Answer {
  ActorId subject;
  std::size_t rule = 0;  // its place in the rule set
  AnswerWord word = AnswerWord::not_known;
  std::string document;           // its title; empty: none is named
  AgreementId agreement;          // the document, where the network has it
  std::vector<ActorId> partners;  // whom it is with; empty: whom the agreement is with
  PartialDate date;               // from when the subject stands in it
  std::string source;             // its title or address, of a source that the network does not have
  SourceId source_id;
};

enum class AnswerFate : std::uint8_t {
  kept,
  merged,            // says what is known already, or what another row says
  not_subject,       // refused, from here on: the norm is not about the subject
  not_askable,       // the norm is about what should not be
  contradicts_row,   // another row says otherwise of the same
  contradicts_fact,  // "no", and the network has what the norm asks for
  no_document,
  no_partner,     // nobody is named, and more than one could be meant
  not_in_force,   // the document is planned, decided or ended in the network
  not_tellable,   // the norm asks for what no answer says
  not_enough,     // with all that is said the norm is still not met
  leaves_others,  // "no", while another norm of the same area has no answer
};
inline bool is_refused(AnswerFate fate) { return fate >= AnswerFate::not_subject; }

struct AnswerResult {
  AnswerFate fate = AnswerFate::kept;
  std::size_t other = 0;                // contradicts_row: the place of that answer
  std::vector<std::size_t> open_rules;  // leaves_others: those norms
};

struct TakenAnswers {
  Network network;
  std::vector<AnswerResult> results;                  // of each answer, in their order
  std::size_t unknown_before = 0, unknown_after = 0;  // over all norms and subjects
};

// Several times find_gaps: once more for each round in which an answer is refused because of what another one says.
// `day` dates the surveys and what is recorded; `title` is the surveys'. Nothing to take leaves the network as it is.
TakenAnswers take_answers(const Network& network, const Taxonomy& taxonomy, const RuleSet& rules, Date day,
                          std::span<const Answer> answers, const std::string& title);

}  // namespace samverka
