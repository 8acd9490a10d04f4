#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/evidence.h"
#include "app/milestones.h"
#include "model/document.h"

namespace samverka {

enum class EvidencePage { surveys, milestones, sources };

// What the dialog of surveys and registers remembers while it is open.
struct EvidenceState {
  EvidencePage page = EvidencePage::surveys;
  std::shared_ptr<const Document> document;  // whose rows what is written speaks of
  std::optional<EvidenceDraft> draft;        // being written
  std::vector<Problem> problems;             // of it, when it was last tried
  std::string typed;                         // narrows the list of whom was asked
  std::vector<ActorId> candidates;           // that list
  std::optional<std::string> candidates_of;  // what was typed for it
  std::optional<std::size_t> silent;         // the survey whose silent ones are listed
  bool wants_removal = false;                // asked once: the second click removes
  std::string source_typed;                  // narrows the list of sources
  std::optional<MilestoneDraft> milestone;   // being written
};

}  // namespace samverka
