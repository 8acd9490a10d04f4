#include "app/questions/questions.h"

#include <algorithm>
#include <array>

#include "analysis/county_ties.h"
#include "app/filter_words.h"
#include "app/questions/answer_maker.h"

namespace samverka {
namespace {

constexpr std::string_view own = "question.group.own", gaps = "question.group.gaps", weak = "question.group.weak",
                           county = "question.group.county", follow = "question.group.follow";

constexpr auto question_table = std::to_array<PlannerQuestion>({
    {1, "question.1", gaps, PlaceNeed::county, false, answer_child_health},
    {2, "question.2", county, PlaceNeed::county, false, answer_brokers},
    {3, "question.3", weak, PlaceNeed::county, false, answer_structure_ends, false, true},
    {4, "question.4", weak, PlaceNeed::anywhere, false, answer_expiring},
    {5, "question.5", own, PlaceNeed::municipality, true, answer_peers},
    {6, "question.6", county, PlaceNeed::none, true, answer_neighbour_counties},
    {7, "question.7", follow, PlaceNeed::anywhere, false, answer_changes},
    {8, "question.8", own, PlaceNeed::municipality, true, answer_whom_to_ask},
    {9, "question.9", own, PlaceNeed::actor, false, answer_partners},
    {10, "question.10", gaps, PlaceNeed::anywhere, true, answer_without},
    {11, "question.11", gaps, PlaceNeed::anywhere, false, answer_people_covered},
    {12, "question.12", weak, PlaceNeed::anywhere, true, answer_only_links},
    {13, "question.13", weak, PlaceNeed::anywhere, false, answer_independent},
    {14, "question.14", gaps, PlaceNeed::anywhere, true, answer_schools_reach},
    {15, "question.15", gaps, PlaceNeed::anywhere, true, answer_schools_covered},
    {16, "question.16", follow, PlaceNeed::anywhere, false, answer_perspectives},
    {17, "question.17", follow, PlaceNeed::municipality, false, answer_council_report},
    {18, "question.18", gaps, PlaceNeed::county, false, answer_adoption},
    {19, "question.19", county, PlaceNeed::anywhere, false, answer_communities},
    {20, "question.20", county, PlaceNeed::anywhere, true, answer_busiest},
    {21, "question.21", county, PlaceNeed::anywhere, false, answer_money},
    {22, "question.22", weak, PlaceNeed::anywhere, false, answer_hanging_on_one},
    {23, "question.23", gaps, PlaceNeed::anywhere, false, answer_law},
    {24, "question.24", follow, PlaceNeed::anywhere, false, answer_completeness},
    {25, "question.25", own, PlaceNeed::municipality, true, answer_added, true},
});

}  // namespace

std::span<const PlannerQuestion> planner_questions() { return question_table; }

const PlannerQuestion* find_question(int number) {
  const auto found = std::find_if(question_table.begin(), question_table.end(),
                                  [&](const PlannerQuestion& q) { return q.number == number; });
  return found == question_table.end() ? nullptr : &*found;
}

std::string_view lacking(const PlannerQuestion& question, const Network& network, const QuestionAsk& ask) {
  const bool has_actor = ask.actor.is_set(), has_place = !ask.place.empty();
  // Without its county the answer would be of everybody, under the name of one.
  const bool is_nowhere = has_actor && !has_place && county_of(network, ask.actor).empty();
  if (ask.agreement.is_set() && question.takes_agreement) return {};
  switch (question.place) {
    case PlaceNeed::none:
      return {};
    case PlaceNeed::anywhere:
      return is_nowhere ? "question.needs.known_county" : std::string_view();
    case PlaceNeed::county:
      if (is_nowhere && !question.takes_actor) return "question.needs.known_county";
      return has_place || has_actor ? std::string_view() : "question.needs.county";
    case PlaceNeed::municipality: {
      const bool is_municipality = has_actor && network.actor(ask.actor).type == "municipality";
      return is_municipality || (!has_actor && ask.place.size() == 4) ? std::string_view()
                                                                      : "question.needs.municipality";
    }
    case PlaceNeed::actor:
      break;
  }
  return has_actor || ask.place.size() == 4 ? std::string_view() : "question.needs.actor";
}

QuestionAnswer answer_question(const PlannerQuestion& question, const Network& network, const Assets& assets,
                               const Texts& texts, const QuestionAsk& ask) {
  AnswerMaker made(question, network, assets, texts, ask);
  question.answer(made);
  made.answer.filter_words = filter_in_plain_words(made.answer.filter, assets, texts);
  return std::move(made.answer);
}

std::string counts_in_words(const QuestionCounts& counts, const Texts& texts) {
  const auto number = [&](std::size_t n) { return texts.number(static_cast<long long>(n)); };
  std::string words = texts.plural("question.counts", static_cast<long long>(counts.all),
                                   {{"asked", number(counts.asked)}, {"answered", number(counts.answered)}});
  if (counts.partly_asked > 0) {
    words += " " + texts.tr("question.counts.partly",
                            {{"asked", number(counts.partly_asked)}, {"answered", number(counts.partly_answered)}});
  }
  if (counts.unknown == 0) return words + " " + texts.tr("question.unknown.none");
  return words + " " + texts.tr("question.unknown", {{"what", counts.unknown_words}});
}

}  // namespace samverka
