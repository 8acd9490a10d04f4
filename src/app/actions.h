#pragma once
#include <span>
#include <string_view>

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
    end
  };
  int key = none;
  bool ctrl = false;
  bool shift = false;
  bool operator==(const Chord&) const = default;
};

// Everything a user can do, in one table: menus, tooltips and keys follow from it.
struct Action {
  std::string_view id;    // "view.map": stable, for the command line and tests
  std::string_view text;  // text key
  Chord chord;
  bool (*is_enabled)(const Session&);
  void (*run)(Session&);
};

std::span<const Action> actions();
const Action* find_action(std::string_view id);
const Action* action_for(Chord chord);
// Runs it if it is enabled. False if there is no such action or it is not enabled now.
bool run_action(Session& session, std::string_view id);
std::string chord_text(Chord chord);  // "Ctrl+Shift+Z"; empty for none

}  // namespace samverka
