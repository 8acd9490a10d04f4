#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/evidence.h"

namespace samverka {

// What the dialog of surveys and registers remembers while it is open.
struct EvidenceState {
  std::optional<EvidenceDraft> draft;        // being written
  std::vector<Problem> problems;             // of it, when it was last tried
  std::string typed;                         // narrows the list of whom was asked
  std::vector<ActorId> candidates;           // that list
  std::optional<std::string> candidates_of;  // what was typed for it
  std::optional<std::size_t> silent;         // the survey whose silent ones are listed
  bool wants_removal = false;                // asked once: the second click removes
};

}  // namespace samverka
