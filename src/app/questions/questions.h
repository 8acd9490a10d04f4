#pragma once
// The twenty-five questions that planners ask, and who answers them. Plain functions of a network, a place and a day;
// the window, the palette and the command line read the one table.
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "app/assets.h"
#include "app/questions/answer.h"
#include "model/network_index.h"
#include "model/rules.h"

namespace samverka {

// Where a question is asked. `anywhere` takes a county or a municipality too, and without one is of the whole network.
enum class PlaceNeed : std::uint8_t { none, anywhere, county, municipality, actor };

// What is asked besides the question itself.
struct QuestionAsk {
  Filter filter = default_filter();
  Date day;
  std::string place;      // the code of a county or a municipality; empty: none is chosen
  ActorId actor;          // whom it is about, where it is about somebody else than the place
  AgreementId agreement;  // where the question takes one: one that does not hold yet
  AreaCode area;          // empty: the question's own choice
  Date since;             // of what has changed; unset (year 1): a year before the day
  // The norms that are asked about, and the file they are read from; null: those that come with the program.
  std::shared_ptr<const RuleSet> rules;
  std::string rules_file;
};

class AnswerMaker;

struct PlannerQuestion {
  int number = 0;
  std::string_view text;   // text key
  std::string_view group;  // text key of the heading it stands under
  PlaceNeed place = PlaceNeed::none;
  bool takes_area = false;
  void (*answer)(AnswerMaker&);
  bool takes_agreement = false;  // may be asked of an agreement instead of a place
  bool takes_actor = false;      // of an actor wherever it is, though it is about a county without one
};

std::span<const PlannerQuestion> planner_questions();  // by number
const PlannerQuestion* find_question(int number);

// Why a question cannot be asked so: a text key; empty if it can.
std::string_view lacking(const PlannerQuestion& question, const Network& network, const QuestionAsk& ask);

// The answer; precondition: nothing is lacking. Linear in the network but for the questions that say otherwise: the
// slowest takes some tenths of a second on Sweden.
QuestionAnswer answer_question(const PlannerQuestion& question, const Network& network, const Assets& assets,
                               const Texts& texts, const QuestionAsk& ask);

// "12 av 15 kommuner är tillfrågade och 9 har svarat. Inte känt: 3 kommuner."
std::string counts_in_words(const QuestionCounts& counts, const Texts& texts);

}  // namespace samverka
