// The dialog of surveys and registers: what is known to be missing rests on them, so they can be seen and changed.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/places.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/panels/evidence_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace evidence {

EvidenceState& state_of(const UiContext& ui) { return ui.state.gaps.evidence; }

std::string counted(const UiContext& ui, std::size_t n) { return ui.session.texts().number(static_cast<long long>(n)); }

std::string area_words(const UiContext& ui, const std::optional<std::vector<AreaCode>>& areas) {
  if (!areas) return ui.tr("answers.all_areas");
  std::string words;
  for (const AreaCode& area : *areas) words += (words.empty() ? "" : ", ") + displayable(area);
  return words.empty() ? ui.tr("answers.no_area") : words;
}

void change(UiContext& ui, const char* label, Network network) {
  Document changed = ui.session.document();
  changed.network = std::move(network);
  ui.session.change({label, {}}, std::move(changed));
}

// Facts, also while something else is thought through.
const Network& facts_of(const UiContext& ui) { return ui.session.document().network; }

}  // namespace evidence

namespace {

using namespace evidence;
using Kind = EvidenceDraft::Kind;

void begin_draft(UiContext& ui, EvidenceDraft draft) {
  EvidenceState& state = state_of(ui);
  state = {};
  state.draft = std::move(draft);
}

std::string dated(const UiContext& ui, PartialDate date) {
  return date.is_set() ? ui.session.texts().date(date) : ui.tr("answers.undated");
}

std::string names_of(const UiContext& ui, const std::vector<ActorRef>& refs) {
  std::string names;
  for (const ActorRef& ref : refs) {
    const std::string name = ref.id.is_set() ? facts_of(ui).actor(ref.id).shown_name() : std::string(ref.unresolved);
    names += (names.empty() ? "" : ", ") + shown_text(ui, name);
  }
  return names;
}

bool small_button(UiContext& ui, std::string_view id, std::string_view words, bool is_on) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
  const bool clicked = button(ui, id, words, Look::plain, is_on);
  ImGui::PopStyleVar();
  return clicked;
}

void draw_survey(UiContext& ui, std::size_t row, const Survey& survey) {
  EvidenceState& state = state_of(ui);
  const Texts& texts = ui.session.texts();
  ImGui::PushID(static_cast<int>(row));
  if (link(ui, "survey", shown_text(ui, survey.title.empty() ? survey.key : survey.title))) {
    begin_draft(ui, evidence_at(facts_of(ui), Kind::survey, row));
  }
  muted(ui, dated(ui, survey.date) + " · " + ui.session.taxonomy().methods.label(survey.method, texts.language()) +
                " · " + area_words(ui, survey.areas));
  muted(ui, texts.tr("answers.asked_answered",
                     {{"asked", counted(ui, survey.asked.size())}, {"answered", counted(ui, survey.answered.size())}}));
  const std::vector<ActorRef> silent = without_answer(survey);
  if (!silent.empty()) {
    const std::string words = texts.plural("answers.silent", static_cast<long long>(silent.size()));
    const bool is_open = state.silent == row;
    if (small_button(ui, "silent", words, is_open)) {
      state.silent = is_open ? std::nullopt : std::optional<std::size_t>(row);
    }
    if (is_open) muted(ui, names_of(ui, silent));
  }
  ImGui::PopID();
  gap(ui, 4);
}

void draw_register(UiContext& ui, std::size_t row, const Register& complete) {
  ImGui::PushID(static_cast<int>(row));
  if (link(ui, "register", shown_text(ui, complete.title.empty() ? complete.key : complete.title))) {
    begin_draft(ui, evidence_at(facts_of(ui), Kind::complete_register, row));
  }
  std::string where = ui.tr("answers.all_counties");
  if (complete.counties) {
    where.clear();
    for (const std::string& county : *complete.counties) {
      const std::string name = place_name(ui.session, county);
      where += (where.empty() ? "" : ", ") + displayable(name.empty() ? county : name);
    }
  }
  muted(ui, dated(ui, complete.date) + " · " + area_words(ui, complete.areas) + " · " + where);
  muted(ui, ui.tr(complete.complete.value_or(false) ? "answers.complete" : "answers.not_complete"));
  ImGui::PopID();
  gap(ui, 4);
}

void draw_list(UiContext& ui) {
  const Coverage coverage = facts_of(ui).coverage.value_or(Coverage());
  muted(ui, ui.tr("answers.evidence_about"));
  heading(ui, ui.tr("answers.surveys"));
  if (coverage.surveys.empty()) muted(ui, ui.tr("answers.no_survey"));
  for (std::size_t i = 0; i < coverage.surveys.size(); ++i) draw_survey(ui, i, coverage.surveys[i]);
  if (button(ui, "new_survey", ui.tr("answers.new_survey"))) {
    begin_draft(ui, new_evidence(facts_of(ui), Kind::survey));
  }
  heading(ui, ui.tr("answers.registers"));
  if (coverage.registers.empty()) muted(ui, ui.tr("answers.no_register"));
  for (std::size_t i = 0; i < coverage.registers.size(); ++i) draw_register(ui, i, coverage.registers[i]);
  if (button(ui, "new_register", ui.tr("answers.new_register"))) {
    begin_draft(ui, new_evidence(facts_of(ui), Kind::complete_register));
  }
}

// One page at a time: the surveys, the milestones, the sources.
void draw_pages(UiContext& ui) {
  EvidencePage& page = state_of(ui).page;
  for (const auto& [which, key] :
       {std::pair(EvidencePage::surveys, "evidence.surveys"), std::pair(EvidencePage::milestones, "milestone.title"),
        std::pair(EvidencePage::sources, "evidence.sources")}) {
    if (which != EvidencePage::surveys) ImGui::SameLine(0, ui.px(6));
    if (button(ui, key, ui.tr(key), Look::plain, page == which)) page = which;
  }
  gap(ui, 6);
  switch (page) {
    case EvidencePage::surveys:
      return draw_list(ui);
    case EvidencePage::milestones:
      return draw_milestones(ui);
    case EvidencePage::sources:
      return draw_sources(ui);
  }
}

void keep(UiContext& ui) {
  EvidenceState& state = state_of(ui);
  state.problems = problems_of(facts_of(ui), ui.session.taxonomy(), *state.draft);
  if (has_error(state.problems)) return;
  change(ui, "answers.history.evidence", with_evidence(facts_of(ui), *state.draft));
  state = {};
}

void remove(UiContext& ui) {
  EvidenceState& state = state_of(ui);
  if (!std::exchange(state.wants_removal, true)) return;
  change(ui, "answers.history.evidence_gone", without_evidence(facts_of(ui), state.draft->kind, *state.draft->row));
  state = {};
}

void draw_draft_buttons(UiContext& ui) {
  EvidenceState& state = state_of(ui);
  if (button(ui, "keep", ui.tr("answers.keep"), Look::accent)) return keep(ui);
  ImGui::SameLine();
  if (button(ui, "back", ui.tr("ui.cancel"))) {
    state = {};
    return;
  }
  if (!state.draft->row) return;
  ImGui::SameLine();
  if (button(ui, "remove", ui.tr(state.wants_removal ? "answers.remove_sure" : "answers.remove"), Look::quiet)) {
    remove(ui);
  }
}

}  // namespace

void draw_evidence(UiContext& ui) {
  EvidenceState& state = state_of(ui);
  if (std::exchange(ui.state.dialog_wants_focus, false)) {  // it has just been asked for, or a source has been written
    const EvidencePage page = std::exchange(ui.state.evidence_comes_back, false) ? state.page : EvidencePage::surveys;
    state = {};
    state.page = page;
  }
  if (state.document && state.document != ui.session.shared_document()) {  // undone: its rows may be others
    const EvidencePage page = state.page;
    state = {};
    state.page = page;
  }
  state.document = ui.session.shared_document();
  if (!begin_dialog_window(ui, "###evidence", ui.tr("answers.evidence"), {720, 600})) return;
  const float below = ImGui::GetFrameHeightWithSpacing() + ui.px(14);
  ImGui::BeginChild("rows", {0, std::max(ui.px(60), ImGui::GetContentRegionAvail().y - below)});
  if (state.draft) {
    draw_draft(ui);
  } else {
    draw_pages(ui);
  }
  ImGui::EndChild();
  begin_dialog_buttons(ui);
  if (state.draft) {
    draw_draft_buttons(ui);
  } else if (button(ui, "close", ui.tr("ui.close"), Look::accent)) {
    close_dialog(ui);
  }
  ImGui::EndPopup();
}

}  // namespace samverka
