#pragma once
#include <string>

#include "model/network.h"

namespace samverka {

// What the notes remember between frames.
struct NotesState {
  Key about;  // whose new note is being written
  std::string draft;
  int edited = -1;   // the note that is being changed
  std::string text;  // its words
  std::string search;
};

}  // namespace samverka
