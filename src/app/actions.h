#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "app/session.h"

namespace samverka {

// A key with its modifiers. `key` is a letter or digit in lower case, or a named key below.
struct Chord {
  enum Named : int {
    none = 0,
    escape = 256,
    enter,
    f1,
    f11,
    left,
    right,
    up,
    down,
    tab,
    page_up,
    page_down,
    home,
    end,
    space,
    del,
    f6,
    f5,
    f2
  };
  int key = none;
  bool ctrl = false;
  bool shift = false;
  bool operator==(const Chord&) const = default;
};

// Everything a user can do, in one table: menus, tooltips and keys follow from it. What stands before the point of an
// id is its subject, which menus and the key sheet group it by.
struct Action {
  std::string_view id;    // "view.map": stable, for the command line and tests; its subject is among subjects()
  std::string_view text;  // text key
  Chord chord;
  bool (*is_enabled)(const Session&);
  void (*run)(Session&);
};

std::span<const Action> actions();
const Action* find_action(std::string_view id);
const Action* action_for(Chord chord);               // by its own keys or by others that do the same
std::vector<Chord> chords_of(const Action& action);  // its own first

// What actions are about, in the order of the menu.
struct Subject {
  std::string_view id;    // "view"
  std::string_view text;  // text key
};
std::span<const Subject> subjects();
std::string_view subject_of(const Action& action);
// What it is called now: undo and redo say what they would take back or do again.
std::string action_words(const Session& session, const Action& action);
// Runs it if it is enabled. False if there is no such action or it is not enabled now.
bool run_action(Session& session, std::string_view id);
std::string chord_text(Chord chord);  // "Ctrl+Shift+Z"; empty for none

}  // namespace samverka
