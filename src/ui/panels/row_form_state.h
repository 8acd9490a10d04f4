#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/row_form.h"

namespace samverka {

// What the dialog of one row remembers while it is open.
struct RowFormState {
  std::optional<RowForm> form;    // none: it has just been asked for, or what was asked for is no fact
  std::vector<Problem> problems;  // when it was last tried
  bool wants_removal = false;     // asked once: the second click removes
};

}  // namespace samverka
