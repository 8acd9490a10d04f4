// The card of questions that fit the place: how sure the data is first, since all else rests on it.
#include <algorithm>
#include <array>

#include "app/questions/questions.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/home_parts.h"
#include "ui/ui.h"

namespace samverka::home {
namespace {

constexpr std::array of_municipality = {24, 9, 5, 8};
constexpr std::array of_county = {24, 1, 18, 12};

}  // namespace

void draw_questions_card(UiContext& ui) {
  title(ui, ui.tr("home.questions"));
  const bool is_municipality = ui.session.view.own_place.size() > 2;
  for (const int number : is_municipality ? of_municipality : of_county) {
    const PlannerQuestion* question = find_question(number);
    SAM_CHECK(question, "a card with a question that there is none of");
    if (!link(ui, question->text, ui.tr(question->text))) continue;
    ui.state.questions.place.reset();  // of one's own place
    ui.state.questions.actor = {};
    ask_question(ui, number);
  }
  gap(ui, 2);
  if (button(ui, "questions.all", ui.tr("home.all_questions"), Look::quiet)) ask_question(ui, 0);
}

}  // namespace samverka::home
