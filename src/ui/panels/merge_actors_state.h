#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "analysis/duplicates.h"
#include "app/row_form.h"
#include "model/document.h"

namespace samverka {

// What the dialog that makes one actor of two remembers while it is open.
struct ActorMergeState {
  Key stays, goes;  // empty: nobody has been chosen yet
  std::optional<Edited> edited;
  std::shared_ptr<const Document> document;                  // that `edited` was made from
  std::optional<std::vector<PossibleDuplicate>> duplicates;  // in `document`; absent: not looked for yet
};

}  // namespace samverka
