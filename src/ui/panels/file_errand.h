#pragma once
// What a file is chosen for in the program's own file dialog: to open or save a network, and whatever else is read from
// a file or written to one.
#include <string>
#include <string_view>

#include "app/view_state.h"

namespace samverka {

struct UiContext;

struct FileErrand {
  ViewState::Dialog dialog;  // that it is chosen in
  bool is_save;
  const char* title;        // text keys, all
  const char* done;         // the button
  const char* about;        // what to choose, at the right of the list; null for networks, which show what they hold
  std::string_view ending;  // of such files; a name to save gets it
  void (*take)(UiContext& ui, const std::string& path);
  void (*draw_beside)(UiContext& ui);                     // under `about`; null: nothing
  std::string_view other_ending = {};                     // that such a file may have too
  std::string (*proposed_name)(UiContext& ui) = nullptr;  // of a file to save; null: the network's id

  bool is_network() const { return about == nullptr; }
};

// Null where the dialog chooses no file.
const FileErrand* file_errand(ViewState::Dialog dialog);

}  // namespace samverka
