#pragma once
// What the list of surveys and registers and the page where one is written share.
#include <optional>
#include <string>
#include <vector>

#include "ui/panels/evidence_state.h"
#include "ui/widgets.h"

namespace samverka::evidence {

EvidenceState& state_of(const UiContext& ui);
std::string counted(const UiContext& ui, std::size_t n);
std::string area_words(const UiContext& ui, const std::optional<std::vector<AreaCode>>& areas);
void change(UiContext& ui, const char* label, Network network);  // label: what undo calls it, a text key
const Network& facts_of(const UiContext& ui);

void draw_draft(UiContext& ui);  // the fields of what is being written
void draw_sources(UiContext& ui);
void draw_milestones(UiContext& ui);

}  // namespace samverka::evidence
