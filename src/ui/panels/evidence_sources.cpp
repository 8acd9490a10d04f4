// The sources and the milestones of the network, in the dialog of what it rests on.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "base/collate.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/panels/evidence_parts.h"
#include "ui/ui.h"

namespace samverka::evidence {
namespace {

constexpr std::size_t most_sources = 60;  // of a list, until something is typed

// ---- sources ----

void open_source(UiContext& ui, const Key& key) {
  ui.state.wanted_form = WantedForm{RowKind::source, key, ViewState::Dialog::evidence};
  ui.state.evidence_comes_back = true;
  ui.session.view.dialog = ViewState::Dialog::edit_row;
}

std::vector<std::size_t> sources_with(const UiContext& ui, const std::string& typed) {
  const Table<Source>& sources = facts_of(ui).sources;
  const std::string wanted = folded(typed);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const bool is_meant = typed.empty() || sources[i].key.find(typed) != std::string::npos ||
                          folded(sources[i].title).find(wanted) != std::string::npos;
    if (is_meant) found.push_back(i);
  }
  return found;
}

void draw_source(UiContext& ui, const Source& source) {
  const Texts& texts = ui.session.texts();
  ImGui::PushID(source.key.c_str());
  std::string about = displayable(source.key);
  if (!source.kind.empty()) about += " · " + ui.session.taxonomy().source_kinds.label(source.kind, texts.language());
  if (source.date.is_set()) about += " · " + texts.date(source.date);
  if (link(ui, "source", shown_text(ui, source.title.empty() ? source.key : source.title), about)) {
    open_source(ui, source.key);
  }
  ImGui::PopID();
}

// ---- milestones ----

void field(UiContext& ui, const char* key, std::string& value, float width) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui.tr(key).c_str());
  ImGui::SameLine(ui.px(110));
  ImGui::SetNextItemWidth(width);
  ImGui::PushID(key);
  ImGui::InputText("###field", &value);
  ImGui::PopID();
  record(ui, ui.tr(key), "input");
}

void draw_milestone_draft(UiContext& ui) {
  EvidenceState& state = state_of(ui);
  MilestoneDraft& draft = *state.milestone;
  field(ui, "form.date", draft.date, ui.px(140));
  field(ui, "form.title", draft.title, -1);
  field(ui, "form.source", draft.source, ui.px(260));
  const std::vector<Problem> problems = problems_of(facts_of(ui), draft);
  const bool is_begun = !draft.date.empty() || !draft.title.empty();
  if (is_begun) draw_problem_lines(ui, problems);
  ImGui::BeginDisabled(!problems.empty());
  if (button(ui, "keep_milestone", ui.tr("form.keep"), Look::accent)) {
    change(ui, "milestone.history", with_milestone(facts_of(ui), draft));
    state.milestone.reset();
  }
  ImGui::EndDisabled();
  ImGui::SameLine();
  if (button(ui, "leave_milestone", ui.tr("ui.cancel"))) state.milestone.reset();
  if (!state.milestone || !state.milestone->row) return;
  ImGui::SameLine();
  if (!button(ui, "remove_milestone", ui.tr("form.remove"), Look::quiet)) return;
  change(ui, "milestone.history.removed", without_milestone(facts_of(ui), *state.milestone->row));
  state.milestone.reset();
}

}  // namespace

void draw_sources(UiContext& ui) {
  EvidenceState& state = state_of(ui);
  const Table<Source>& sources = facts_of(ui).sources;
  text(ui, ui.session.texts().plural("source.count", static_cast<long long>(sources.size())));
  ImGui::SetNextItemWidth(ui.px(280));
  ImGui::InputTextWithHint("###source_find", ui.tr("source.find").c_str(), &state.source_typed);
  record(ui, ui.tr("source.find"), "input");
  ImGui::SameLine(0, ui.px(8));
  if (button(ui, "new_source", ui.tr("form.new_source"))) open_source(ui, {});
  const std::vector<std::size_t> found = sources_with(ui, state.source_typed);
  for (std::size_t i = 0; i < std::min(found.size(), most_sources); ++i) draw_source(ui, sources[found[i]]);
  if (found.size() > most_sources) {
    muted(ui, ui.session.texts().plural("source.more", static_cast<long long>(found.size() - most_sources)));
  }
}

void draw_milestones(UiContext& ui) {
  EvidenceState& state = state_of(ui);
  const std::vector<Milestone> milestones = facts_of(ui).milestones;
  if (milestones.empty()) muted(ui, ui.tr("milestone.none"));
  for (std::size_t i = 0; i < milestones.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const bool is_open = state.milestone && state.milestone->row == i;
    const PartialDate day = milestones[i].date;
    const std::string when = day.is_set() ? ui.session.texts().date(day) : ui.tr("answers.undated");
    if (link(ui, "milestone", shown_text(ui, milestones[i].title), when)) {
      state.milestone = is_open ? std::nullopt : std::optional(milestone_at(facts_of(ui), i));
    }
    if (is_open && state.milestone) draw_milestone_draft(ui);
    ImGui::PopID();
  }
  const bool is_new = state.milestone && !state.milestone->row;
  if (is_new) return draw_milestone_draft(ui);
  if (button(ui, "new_milestone", ui.tr("milestone.new"))) state.milestone = MilestoneDraft();
}

}  // namespace samverka::evidence
