#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/row_form.h"
#include "app/view_state.h"
#include "model/document.h"

namespace samverka {

// What a form would make of the network, worked out beside the window.
struct FormCheck {
  std::string typed;                         // typed_in() of the form that was tried
  std::shared_ptr<const Document> document;  // with which it was tried
  Edited edited;
};

// What the dialog of one row remembers while it is open.
struct RowFormState {
  std::optional<RowForm> form;     // none: it has just been asked for, or what was asked for is no fact
  std::optional<FormCheck> check;  // the newest that is done
  std::string asked;               // what is being tried, or was
  double typed_s = 0;              // when something was typed last
  std::string seen;                // what had been typed then
  bool wants_to_keep = false;      // as soon as it is known to be sound
  bool shows_more = false;
  std::optional<std::size_t> party;  // whose further values are shown
  bool wants_removal = false;        // asked once: the second click removes

  bool is_waiting() const { return form && seen != asked; }  // for a pause in the typing
};

// What another dialog asks to be opened in a form: the row, and where to go back to.
struct WantedForm {
  RowKind kind = RowKind::source;
  Key key;  // empty: a new one
  ViewState::Dialog after = ViewState::Dialog::none;
};

}  // namespace samverka
