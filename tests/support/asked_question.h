#pragma once
// A planner's question put to the example or to a small network, and what its answer holds.
#include <algorithm>
#include <string>
#include <vector>

#include "app/questions/questions.h"
#include "support/app_desk.h"

namespace samverka::test {

inline const Session& example() {
  static Session session = empty_session();
  if (!session.has_document()) session.open_file_now(SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json");
  REQUIRE(session.has_document());
  return session;
}

// `place`: a county's code or an actor's key.
inline QuestionAsk ask_about(const Network& network, const std::string& place) {
  QuestionAsk ask;
  ask.day = network.as_of;
  if (place.size() == 2) ask.place = place;
  if (place.size() > 2) ask.actor = NetworkIndex(network).actor(place);
  return ask;
}

inline QuestionAnswer answered(const Network& network, int number, const QuestionAsk& ask) {
  const PlannerQuestion* question = find_question(number);
  REQUIRE(question != nullptr);
  REQUIRE(lacking(*question, network, ask).empty());
  return answer_question(*question, network, example().assets(), example().assets().sv, ask);
}

inline QuestionAnswer asked_of(const Network& network, int number, const std::string& place,
                               const AreaCode& area = {}) {
  QuestionAsk ask = ask_about(network, place);
  ask.area = area;
  return answered(network, number, ask);
}

inline QuestionAnswer asked(int number, const std::string& place, const AreaCode& area = {}) {
  return asked_of(example().network(), number, place, area);
}

using Cells = std::vector<std::string>;

inline const QuestionRow* row_of(const QuestionTable& table, const std::string& first) {
  const auto found = std::find_if(table.rows.begin(), table.rows.end(),
                                  [&](const QuestionRow& row) { return row.cells.front() == first; });
  return found == table.rows.end() ? nullptr : &*found;
}

inline Cells cells_of(const QuestionTable& table, const std::string& first) {
  const QuestionRow* row = row_of(table, first);
  return row ? row->cells : Cells{};
}

inline std::size_t count_cells(const QuestionTable& table, std::size_t column, const std::string& words) {
  return static_cast<std::size_t>(std::count_if(table.rows.begin(), table.rows.end(),
                                                [&](const QuestionRow& row) { return row.cells[column] == words; }));
}

inline bool says(const QuestionAnswer& answer, const std::string& sentence) {
  const bool is_said = std::find(answer.sentences.begin(), answer.sentences.end(), sentence) != answer.sentences.end();
  if (!is_said) {
    for (const std::string& each : answer.sentences) MESSAGE(each);
  }
  return is_said;
}

// Everybody has answered about everything.
inline void let_all_answer(Network& network) {
  if (!network.coverage) network.coverage.emplace();
  Survey& survey = network.coverage->surveys.emplace_back();
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    ActorRef ref;
    ref.id = ActorId(i);
    survey.answered.push_back(ref);
  }
}

// Municipalities of three counties that lie beside each other.
inline NetworkMaker three_counties() {
  NetworkMaker made;
  made.municipality("Solna", "0184");
  made.municipality("Tierp", "0360");
  made.municipality("Gnesta", "0461");
  return made;
}

}  // namespace samverka::test
