#pragma once
#include "app/questions/answer.h"
#include "ui/widgets.h"

namespace samverka {

// The answer in its form: words at the left, tables at the right; in a narrow drawer under each other.
void draw_question_answer(UiContext& ui, const QuestionAnswer& answer);

}  // namespace samverka
