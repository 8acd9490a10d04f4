// A line of the ranked lists: who, what gave it its place, why, what to do next, where to see it, and a way to accept
// it. Several of one county that say the same are one line, which unfolds.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/gap_words.h"
#include "app/places.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka::gaps {
namespace {

const SubjectFinding& finding_of(const UiContext& ui, const GapRow& row) {
  for (const RuleFindings& findings : state_of(ui).finder.found()->rules) {
    if (findings.rule == row.rule) return findings.subjects[row.subject];
  }
  return state_of(ui).finder.found()->rules.front().subjects.front();  // not reached: rows are made of these
}

const Rule& rule_of(const UiContext& ui, const GapRow& row) { return rules_of(ui).rules[row.rule]; }

std::string key_of(const UiContext& ui, const GapRow& row) {
  return finding_key(ui.session.network(), rule_of(ui, row), row.actor);
}

void show(UiContext& ui, const std::vector<GapRow>& rows) {
  std::vector<const SubjectFinding*> findings;
  for (const GapRow& row : rows) findings.push_back(&finding_of(ui, row));
  show_findings(ui, findings);
}

void begin_accepting(UiContext& ui, const GapRow& row) {
  GapsState& state = state_of(ui);
  state.accepting = key_of(ui, row);
  state.reason.clear();
  state.wants_focus = true;
}

void draw_accepting(UiContext& ui) {
  GapsState& state = state_of(ui);
  ImGui::SetNextItemWidth(std::min(ui.px(360), ImGui::GetContentRegionAvail().x));
  if (std::exchange(state.wants_focus, false)) ImGui::SetKeyboardFocusHere();
  const std::string hint = ui.tr("norm.accept_reason");
  const bool entered =
      ImGui::InputTextWithHint("###reason", hint.c_str(), &state.reason, ImGuiInputTextFlags_EnterReturnsTrue);
  record(ui, hint, "input");
  const bool has_reason = state.reason.find_first_not_of(" \t") != std::string::npos;
  ImGui::BeginDisabled(!has_reason);
  const bool is_done = button(ui, "accept.done", ui.tr("norm.accept_done"), Look::accent) || (entered && has_reason);
  ImGui::EndDisabled();
  ImGui::SameLine(0, ui.px(6));
  const bool is_cancelled = button(ui, "accept.cancel", ui.tr("ui.cancel"));
  if (is_done) ui.session.accept(state.accepting, state.reason, ui.session.view.date);
  if (is_done || is_cancelled) state.accepting.clear();
}

void draw_row_buttons(UiContext& ui, const GapRow& row) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
  if (button(ui, "show", ui.tr("norm.show"))) show(ui, {row});
  ImGui::SameLine(0, ui.px(6));
  if (button(ui, "accept", ui.tr("norm.accept"), Look::quiet)) begin_accepting(ui, row);
  ImGui::PopStyleVar();
}

void draw_name(UiContext& ui, const GapRow& row, const std::string& words) {
  if (!link(ui, "subject", words)) return;
  ui.session.select(ui.session.network().actor(row.actor).key);
  ui.session.view.panels.has_inspector = true;
}

void draw_ways(UiContext& ui, const GapRow& row) {
  if (state_of(ui).accepting == key_of(ui, row)) {
    draw_accepting(ui);
  } else {
    draw_row_buttons(ui, row);
  }
}

// What gave the line its place: how binding the norm is, the outcome, and how many people it is about.
std::string factors_in_words(const UiContext& ui, const AlikeGaps& alike) {
  const GapRow& row = alike.rows.front();
  const std::string people = alike.people ? ui.session.texts().tr("card.population", {{"n", number(ui, *alike.people)}})
                                          : ui.tr("norm.people.not_known");
  return ui.tr(text_key(row.rule_class)) + " · " + ui.tr(text_key(row.outcome)) + " · " + people;
}

void draw_reason(UiContext& ui, const AlikeGaps& alike) {
  muted(ui, factors_in_words(ui, alike));
  muted(ui, displayable(alike.reason));
  if (!alike.next_step.empty()) muted(ui, "→ " + displayable(alike.next_step));
  draw_lead(ui, finding_of(ui, alike.rows.front()));
}

void draw_mark(UiContext& ui, const GapRow& row, float down) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_outcome(ui, row.outcome, row.rule_class, {at.x - ui.px(13), at.y + down + ImGui::GetTextLineHeight() * 0.5F},
               ui.px(5));
}

void draw_one(UiContext& ui, const AlikeGaps& alike, bool names_rule) {
  const GapRow& row = alike.rows.front();
  draw_mark(ui, row, 0);
  std::string name = shown_text(ui, ui.session.network().actor(row.actor).name);
  if (names_rule) name += " · " + rule_of(ui, row).title.in(ui.session.view.language);
  draw_name(ui, row, name);
  draw_reason(ui, alike);
  draw_ways(ui, row);
}

std::string several_in_words(const UiContext& ui, const AlikeGaps& alike) {
  const Network& network = ui.session.network();
  const Actor& actor = network.actor(alike.rows.front().actor);
  const TextArgs args = {{"county", shown_text(ui, place_name(ui.session, actor.county))}};
  return actor.type == "municipality" ? plural(ui, "norm.alike.municipalities", alike.rows.size(), args)
                                      : plural(ui, "norm.alike.actors", alike.rows.size(), args);
}

std::string names_of(const UiContext& ui, const AlikeGaps& alike) {
  constexpr std::size_t most = 4;
  std::string names;
  for (std::size_t i = 0; i < std::min(most, alike.rows.size()); ++i) {
    names += (i == 0 ? "" : ", ") + shown_text(ui, ui.session.network().actor(alike.rows[i].actor).shown_name());
  }
  if (alike.rows.size() <= most) return names;
  return names + " " +
         ui.session.texts().tr("told.and_more",
                               {{"n", number(ui, static_cast<std::int64_t>(alike.rows.size() - most))}});
}

// Each by itself, for they are answered one by one.
void draw_each(UiContext& ui, const AlikeGaps& alike) {
  ImGui::Indent(ui.px(22));
  for (const GapRow& row : alike.rows) {
    const std::string key = key_of(ui, row);
    ImGui::PushID(key.data(), key.data() + key.size());
    const Actor& actor = ui.session.network().actor(row.actor);
    draw_name(ui, row, shown_text(ui, actor.name));
    if (row.people) muted(ui, ui.session.texts().tr("card.population", {{"n", number(ui, *row.people)}}));
    draw_ways(ui, row);
    gap(ui, 2);
    ImGui::PopID();
  }
  ImGui::Unindent(ui.px(22));
}

// Of what is said and where, so that the line stays open when one of them is accepted.
std::string key_of(const UiContext& ui, const AlikeGaps& alike) {
  const GapRow& row = alike.rows.front();
  const Network& network = ui.session.network();
  const AgreementId lead = lead_of(finding_of(ui, row));
  return rule_of(ui, row).id + "/" + network.actor(row.actor).county + "/" + network.actor(row.actor).type + "/" +
         word(row.outcome) + "/" + alike.reason + "/" + (lead.is_set() ? network.agreement(lead).key : "");
}

void draw_several(UiContext& ui, const AlikeGaps& alike, bool names_rule) {
  std::set<std::string>& unfolded = state_of(ui).unfolded;
  const GapRow& row = alike.rows.front();
  const std::string key = key_of(ui, alike);
  const bool is_open = unfolded.contains(key);
  std::string words = several_in_words(ui, alike);
  if (names_rule) words += " · " + rule_of(ui, row).title.in(ui.session.view.language);
  FoldRow fold{"several", "", words, "", Firmness::firm, is_open};
  fold.has_sign = false;
  ImGui::Unindent(ui.px(22));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool is_clicked = fold_row(ui, fold);
  draw_outcome(ui, row.outcome, row.rule_class, {at.x + ui.px(9), at.y + ui.px(4) + ImGui::GetTextLineHeight() * 0.5F},
               ui.px(5));
  ImGui::Indent(ui.px(22));
  if (!is_open) muted(ui, names_of(ui, alike));
  draw_reason(ui, alike);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
  if (button(ui, "show_all", ui.tr("norm.alike.show_all"))) show(ui, alike.rows);
  ImGui::PopStyleVar();
  if (is_open) draw_each(ui, alike);
  if (!is_clicked) return;
  if (is_open) {
    unfolded.erase(key);
  } else {
    unfolded.insert(key);
  }
}

}  // namespace

void draw_alike(UiContext& ui, const AlikeGaps& alike, bool names_rule) {
  const std::string key = alike.is_one() ? key_of(ui, alike.rows.front()) : key_of(ui, alike);
  ImGui::PushID(key.data(), key.data() + key.size());
  ImGui::Indent(ui.px(22));
  if (alike.is_one()) {
    draw_one(ui, alike, names_rule);
  } else {
    draw_several(ui, alike, names_rule);
  }
  ImGui::Unindent(ui.px(22));
  gap(ui, 3);
  ImGui::PopID();
}

}  // namespace samverka::gaps
