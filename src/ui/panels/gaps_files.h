#pragma once
// What is done with a file that has been chosen in the tab Luckor: the question table, its answers.
#include <string>

#include "ui/widgets.h"

namespace samverka {

void save_questions(UiContext& ui, const std::string& path);  // a notice tells how it went
void draw_whom_to_ask(UiContext& ui);                         // everybody, or one's own county
void read_answers(UiContext& ui, const std::string& path);    // and opens the dialog that tells what they would change

}  // namespace samverka
