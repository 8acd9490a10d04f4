#pragma once
// What a planner's question gets for an answer, whoever shows it: words first, then tables whose rows lead to what they
// rest on, how many were asked and answered, and what to look at in the window.
#include <cstddef>
#include <string>
#include <vector>

#include "app/view_state.h"
#include "base/date.h"
#include "model/filter.h"
#include "model/network.h"

namespace samverka {

struct QuestionRow {
  std::vector<std::string> cells;  // for people; one a column
  Key shows;                       // the actor or agreement that the row is about; empty: none
  std::vector<Key> ids;            // what it rests on, `shows` first where there is one
  bool is_of_all = false;          // about all of its ids together, as a group or a payment is
};

struct QuestionTable {
  std::string title;
  std::vector<std::string> columns;
  std::vector<QuestionRow> rows;
};

// How much of the answer is known. Asked and answered by some survey about what the question is about; unknown is never
// counted as missing, nor as there.
struct QuestionCounts {
  std::size_t all = 0, asked = 0, answered = 0;  // municipalities
  std::size_t unknown = 0;
  std::string unknown_words;  // "3 kommuner": what is not known, with its number
  // By surveys about a part of what the question is about, and not about all of it.
  std::size_t partly_asked = 0, partly_answered = 0;
};

// What "Visa" does with the window.
struct ShowTarget {
  Tab tab = Tab::network;
  Filter filter;
  Date day;
  std::vector<Key> select;  // the first is what the inspector tells of
  int focus_steps = 0;      // around what is selected; 0: everything
  std::vector<Key> path;    // a way to draw in the network: actor, agreement, actor ...
};

struct QuestionAnswer {
  int number = 0;
  std::string question;
  std::string place;  // in words; empty: all of the network
  Date day;
  Filter filter;             // what of the network the answer is made from
  std::string filter_words;  // the same for people
  std::vector<std::string> sentences;
  std::vector<QuestionTable> tables;
  QuestionCounts counts;
  std::vector<std::string> notes;  // what the answer does not say
  ShowTarget show;
};

}  // namespace samverka
