#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/questions/question_asker.h"
#include "base/id.h"

namespace samverka {

// What the drawer Frågor remembers.
struct QuestionsState {
  int number = 0;                    // the question that is asked; 0: the list of them
  std::optional<std::string> place;  // a code, or empty for the whole network; not set: one's own
  ActorId actor;                     // whom it is about instead of the place
  AgreementId agreement;             // the same, where the question takes one
  std::uint64_t document = 0;        // in which network
  std::string only_county;           // of that network; empty where it has several
  AreaCode area;
  QuestionAsker asker;
  std::uint64_t shown_revision = 0;     // of the answer that the rest is about
  std::vector<std::size_t> rows_shown;  // of each table
  Key marked_row;                       // what was clicked last
};

}  // namespace samverka
