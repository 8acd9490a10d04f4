// A survey or a register being written.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/places.h"
#include "base/collate.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels/dialog.h"
#include "ui/panels/evidence_parts.h"
#include "ui/ui.h"

namespace samverka::evidence {
namespace {

using Kind = EvidenceDraft::Kind;

constexpr float names_width = 110;

void begin_row(UiContext& ui, std::string_view key) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui.tr(key).c_str());
  ImGui::SameLine(ui.px(names_width));
}

void field(UiContext& ui, std::string_view key, std::string& value, float width) {
  begin_row(ui, key);
  ImGui::SetNextItemWidth(width);
  ImGui::PushID(key.data(), key.data() + key.size());
  ImGui::InputText("###field", &value);
  ImGui::PopID();
  record(ui, ui.tr(key), "input");
}

// Codes as buttons in flowing rows; none chosen by hand and "all" are two different things.
template <class Label, class About>
void choose_codes(UiContext& ui, std::optional<std::vector<std::string>>& chosen, const std::vector<std::string>& codes,
                  std::string_view all_key, Label label, About about) {
  const std::string all = ui.tr(all_key);
  if (button(ui, all_key, all, Look::plain, !chosen)) {
    chosen = chosen ? std::nullopt : std::optional<std::vector<std::string>>(std::vector<std::string>());
  }
  for (const std::string& code : codes) {
    const bool is_on = chosen && std::find(chosen->begin(), chosen->end(), code) != chosen->end();
    const std::string words = label(code);
    flow_in_card(ui, button_width(words), ui.px(4));
    const bool is_clicked = button(ui, code, words, Look::plain, is_on);
    tooltip(ui, about(code));
    if (!is_clicked) continue;
    if (!chosen) chosen.emplace();
    if (is_on) {
      std::erase(*chosen, code);
    } else {
      chosen->push_back(code);
      std::sort(chosen->begin(), chosen->end());
    }
  }
}

// What the taxonomy has, and whatever else the row says already.
std::vector<std::string> codes_of(const std::vector<std::string>& known,
                                  const std::optional<std::vector<std::string>>& own) {
  std::vector<std::string> codes = known;
  for (const std::string& code : own.value_or(std::vector<std::string>())) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  return codes;
}

void choose_areas(UiContext& ui, EvidenceDraft& draft) {
  std::vector<std::string> known;
  for (const Area& area : ui.session.taxonomy().areas.rows()) known.push_back(area.code);
  heading(ui, ui.tr("answers.areas"));
  choose_codes(
      ui, draft.areas(), codes_of(known, draft.areas()), "answers.all_areas",
      [](const std::string& code) { return displayable(code); },
      [&ui](const std::string& code) {
        return displayable(ui.session.taxonomy().areas.label(code, ui.session.view.language));
      });
}

void choose_counties(UiContext& ui, EvidenceDraft& draft) {
  std::vector<std::string> known;
  for (const Actor& actor : facts_of(ui).actors) {
    const bool is_new = std::find(known.begin(), known.end(), actor.county) == known.end();
    if (actor.type == "municipality" && !actor.county.empty() && is_new) known.push_back(actor.county);
  }
  std::sort(known.begin(), known.end());
  heading(ui, ui.tr("answers.counties"));
  choose_codes(
      ui, draft.complete.counties, codes_of(known, draft.complete.counties), "answers.all_counties",
      [&ui](const std::string& code) {
        const std::string name = place_name(ui.session, code);
        return displayable(name.empty() ? code : name);
      },
      [](const std::string&) { return std::string(); });
}

void choose_method(UiContext& ui, EvidenceDraft& draft) {
  begin_row(ui, "answers.method");
  bool is_first = true;
  for (const Term& method : ui.session.taxonomy().methods.rows()) {
    const std::string words = method.label.in(ui.session.view.language);
    if (!is_first) flow_in_card(ui, button_width(words), ui.px(4));
    is_first = false;
    if (button(ui, method.code, words, Look::plain, draft.survey.method == method.code)) {
      draft.survey.method = method.code;
    }
  }
}

// ---- whom was asked, and who has answered ----

const std::vector<ActorId>& candidates(const UiContext& ui, const EvidenceDraft& draft) {
  EvidenceState& state = state_of(ui);
  if (state.candidates_of == state.typed) return state.candidates;
  state.candidates_of = state.typed;
  const Network& network = facts_of(ui);
  const std::string wanted = folded(state.typed);
  std::vector<ActorId>& found = state.candidates;
  found.clear();
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const Actor& actor = network.actors[i];
    const bool belongs = actor.type == "municipality" || is_in(draft.survey.asked, ActorId(i));
    if (belongs && folded(actor.name).find(wanted) != std::string::npos) found.push_back(ActorId(i));
  }
  std::sort(found.begin(), found.end(), [&](ActorId a, ActorId b) {
    return swedish_less(network.actor(a).shown_name(), network.actor(b).shown_name());
  });
  return found;
}

void draw_asked_row(UiContext& ui, Survey& survey, ActorId actor) {
  const std::string asked = ui.tr("answers.asked"), answered = ui.tr("answers.answered");
  const bool is_asked = is_in(survey.asked, actor), has_answered = is_in(survey.answered, actor);
  ImGui::PushID(static_cast<int>(actor.value));
  if (button(ui, "asked", asked, Look::plain, is_asked)) set_asked(survey, actor, !is_asked);
  ImGui::SameLine(0, ui.px(4));
  if (button(ui, "answered", answered, Look::plain, has_answered)) set_answered(survey, actor, !has_answered);
  ImGui::SameLine(0, ui.px(10));
  const std::string name = shown_text(ui, facts_of(ui).actor(actor).name);
  ImGui::TextUnformatted(name.c_str());
  record(ui, name, "text");
  ImGui::PopID();
}

void set_all(Survey& survey, const std::vector<ActorId>& actors, bool is_asked) {
  for (const ActorId actor : actors) set_asked(survey, actor, is_asked);
}

void choose_asked(UiContext& ui, EvidenceDraft& draft) {
  Survey& survey = draft.survey;
  heading(ui, ui.session.texts().tr("answers.asked_answered", {{"asked", counted(ui, survey.asked.size())},
                                                               {"answered", counted(ui, survey.answered.size())}}));
  ImGui::SetNextItemWidth(ui.px(240));
  ImGui::InputTextWithHint("###whom", ui.tr("answers.whom").c_str(), &state_of(ui).typed);
  record(ui, ui.tr("answers.whom"), "input");
  const std::vector<ActorId>& shown = candidates(ui, draft);
  ImGui::SameLine(0, ui.px(8));
  if (button(ui, "all_asked", ui.tr("answers.ask_shown"))) set_all(survey, shown, true);
  ImGui::SameLine(0, ui.px(4));
  if (button(ui, "none_asked", ui.tr("answers.ask_nobody"))) set_all(survey, shown, false);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(shown.size()), ImGui::GetFrameHeightWithSpacing());
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      draw_asked_row(ui, survey, shown[static_cast<std::size_t>(i)]);
    }
  }
}

}  // namespace

void draw_draft(UiContext& ui) {
  EvidenceDraft& draft = *state_of(ui).draft;
  draw_problem_lines(ui, state_of(ui).problems);
  field(ui, "answers.name", draft.title(), -1);
  field(ui, "answers.date", draft.date, ui.px(140));
  if (draft.kind == Kind::survey) choose_method(ui, draft);
  choose_areas(ui, draft);
  if (draft.kind == Kind::survey) return choose_asked(ui, draft);
  choose_counties(ui, draft);
  gap(ui, 6);
  const bool is_complete = draft.complete.complete.value_or(false);
  if (button(ui, "complete", ui.tr("answers.complete"), Look::plain, is_complete)) draft.complete.complete = true;
  ImGui::SameLine(0, ui.px(4));
  if (button(ui, "not_complete", ui.tr("answers.not_complete"), Look::plain, !is_complete)) {
    draft.complete.complete = false;
  }
}

}  // namespace samverka::evidence
