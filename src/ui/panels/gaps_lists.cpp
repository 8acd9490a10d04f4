// The ranked lists, group by group, and what has been accepted.
#include <imgui.h>

#include <algorithm>
#include <array>

#include "app/gap_words.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka::gaps {
namespace {

constexpr std::size_t first_rows = 40;  // of a group; more of them by a click

const Rule& rule_of(const UiContext& ui, const GapRow& row) { return rules_of(ui).rules[row.rule]; }

std::string key_of(const UiContext& ui, const GapRow& row) {
  return finding_key(ui.session.network(), rule_of(ui, row), row.actor);
}

// ---- groups ----

std::string summary_of(const UiContext& ui, const GapsState::Group& group) {
  if (state_of(ui).grouped == GapsState::Grouped::by_rule) {
    std::string words = plural(ui, "norm.subjects", group.rows.size());
    if (group.people > 0 && !rules_of(ui).rules[group.rule].is_counts_only) {
      words += " · " + ui.session.texts().tr("card.population", {{"n", number(ui, group.people)}});
    }
    return words;
  }
  std::array<std::size_t, 4> counts{};
  for (const GapRow& row : group.rows) ++counts[static_cast<std::size_t>(row.rule_class)];
  std::string words;
  for (const RuleClass c : {RuleClass::law, RuleClass::duty, RuleClass::local, RuleClass::ambition}) {
    const std::size_t count = counts[static_cast<std::size_t>(c)];
    if (count == 0) continue;
    words += (words.empty() ? "" : " · ") + ui.tr(text_key(c)) + " " + number(ui, static_cast<std::int64_t>(count));
  }
  if (page_of(ui) == GapsState::Shows::to_act_on) words += " · " + response_words(ui, group.response);
  return words;
}

void draw_about_rule(UiContext& ui, const Rule& rule) {
  ImGui::Indent(ui.px(22));
  class_chip(ui, rule.rule_class);
  std::string basis;
  for (const std::string& part : rule.basis) basis += (basis.empty() ? "" : ", ") + shown_text(ui, part);
  if (!basis.empty()) {
    muted(ui, ui.session.texts().tr("norm.basis", {{"basis", basis}}) +
                  (rule.is_verified ? "" : " · " + ui.tr("norm.not_verified")));
  }
  if (page_of(ui) == GapsState::Shows::to_act_on && !rule.is_counts_only) draw_closing(ui, rule);
  ImGui::Unindent(ui.px(22));
  gap(ui, 2);
}

void draw_unranked(UiContext& ui) {
  ImGui::Indent(ui.px(22));
  muted(ui, ui.tr("answers.unranked"));
  ImGui::Unindent(ui.px(22));
  gap(ui, 2);
}

void draw_group(UiContext& ui, const GapsState::Group& group) {
  GapsState& state = state_of(ui);
  const bool is_by_rule = state.grouped == GapsState::Grouped::by_rule;
  const bool is_open = state.open.contains(group.id) || state.groups.size() == 1;
  const std::string summary = summary_of(ui, group);
  const std::string words = shown_text(ui, group.words);
  FoldRow fold{group.id, "", words, summary, Firmness::firm, is_open};
  fold.has_sign = false;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool is_clicked = fold_row(ui, fold);
  if (is_by_rule && !group.rows.empty()) {
    draw_outcome(ui, group.rows.front().outcome, group.rows.front().rule_class,
                 {at.x + ui.px(7), at.y + ui.px(4) + ImGui::GetTextLineHeight() * 0.5F}, ui.px(5));
  }
  if (is_clicked && state.groups.size() > 1) {
    if (is_open) {
      state.open.erase(group.id);
    } else {
      state.open.insert(group.id);
    }
  }
  if (!is_open) return;
  ImGui::PushID(group.id.c_str());
  if (is_by_rule) draw_about_rule(ui, rules_of(ui).rules[group.rule]);
  if (is_by_rule && rules_of(ui).rules[group.rule].is_counts_only) {
    muted(ui, ui.tr("norm.counts_only"));
    ImGui::PopID();
    return;
  }
  const std::size_t shown = std::min(group.lines.size(), first_rows + state.more[group.id]);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i == group.ranked_lines) draw_unranked(ui);
    draw_alike(ui, group.lines[i], !is_by_rule);
  }
  if (shown < group.lines.size()) {
    const std::string more = plural(ui, "norm.show_more", group.lines.size() - shown);
    if (button(ui, "more", more)) state.more[group.id] += group.lines.size();
  }
  ImGui::PopID();
}

// ---- what is accepted ----

void draw_accepted_row(UiContext& ui, const GapRow& row) {
  const std::string key = key_of(ui, row);
  const std::vector<AcceptedFinding>& accepted = ui.session.document().accepted;
  const auto found = std::find_if(accepted.begin(), accepted.end(), [&](const auto& a) { return a.finding == key; });
  if (found == accepted.end()) return;
  ImGui::PushID(key.data(), key.data() + key.size());
  const std::string name = shown_text(ui, ui.session.network().actor(row.actor).name) + " · " +
                           rule_of(ui, row).title.in(ui.session.view.language);
  text(ui, name);
  muted(ui, ui.session.texts().date(found->date) + " · " + shown_text(ui, found->reason));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
  const bool is_taken_back = button(ui, "take_back", ui.tr("norm.take_back"), Look::quiet);
  ImGui::PopStyleVar();
  gap(ui, 3);
  ImGui::PopID();
  if (is_taken_back) ui.session.accept(key, {}, ui.session.view.date);
}

void draw_accepted(UiContext& ui) {
  GapsState& state = state_of(ui);
  const std::string words = plural(ui, "norm.accepted", state.accepted.size());
  const bool is_open = state.open.contains("accepted");
  FoldRow fold{"accepted", "", words, "", Firmness::none, is_open};
  if (fold_row(ui, fold)) {
    if (is_open) {
      state.open.erase("accepted");
    } else {
      state.open.insert("accepted");
    }
  }
  if (!is_open) return;
  const std::vector<GapRow> rows = state.accepted;  // one may leave while they are drawn
  for (const GapRow& row : rows) draw_accepted_row(ui, row);
}

void draw_nothing(UiContext& ui) {
  GapsState& state = state_of(ui);
  muted(ui, ui.tr(page_of(ui) == GapsState::Shows::to_find_out ? "norm.nothing_unknown" : "norm.nothing_to_act_on"));
  const bool is_narrowed = state.only || state.is_own_only || !state.only_rule.empty();
  if (is_narrowed && button(ui, "norm.show_all", ui.tr("norm.show_all"))) {
    state.only.reset();
    state.is_own_only = false;
    state.only_rule.clear();
  }
}

// What the signs mean, in one flowing line.
void draw_signs(UiContext& ui) {
  struct Sign {
    Outcome outcome;
    RuleClass rule_class;
    std::string_view key;
  };
  constexpr Sign to_act_on[] = {{Outcome::gap, RuleClass::law, "norm.sign.gap_law"},
                                {Outcome::gap, RuleClass::duty, "norm.sign.gap_duty"},
                                {Outcome::gap, RuleClass::ambition, "norm.sign.gap_ambition"},
                                {Outcome::pending, RuleClass::law, "norm.outcome.pending"},
                                {Outcome::met_expiring, RuleClass::law, "norm.outcome.met_expiring"}};
  if (page_of(ui) == GapsState::Shows::to_find_out) return;  // all of one kind
  ImGui::PushFont(ui.fonts.small);
  for (const Sign& sign : to_act_on) {
    const std::string words = ui.tr(sign.key);
    if (&sign != to_act_on) flow_in_card(ui, ImGui::CalcTextSize(words.c_str()).x + ui.px(18), ui.px(14));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float middle = at.y + ImGui::GetTextLineHeight() * 0.5F;
    draw_outcome(ui, sign.outcome, sign.rule_class, {at.x + ui.px(5), middle}, ui.px(4.5F));
    ImGui::Dummy({ui.px(14), ImGui::GetTextLineHeight()});
    ImGui::SameLine(0, 0);
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().muted));
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopStyleColor();
  }
  ImGui::PopFont();
}

// What turns "not known" into an answer.
void draw_asking(UiContext& ui) {
  bool is_first = true;
  for (const std::string_view id : {"ask.save", "ask.read", "ask.evidence"}) {
    const Action& action = *find_action(id);
    const std::string words = ui.tr(action.text);
    if (!is_first) flow_in_card(ui, button_width(words), ui.px(6));
    if (button(ui, id, words, is_first ? Look::accent : Look::plain)) action.run(ui.session);
    is_first = false;
  }
  gap(ui, 4);
}

}  // namespace

void draw_lists(UiContext& ui) {
  GapsState& state = state_of(ui);
  if (page_of(ui) == GapsState::Shows::to_find_out) draw_asking(ui);
  draw_classes(ui);
  Cards cards(ui, "lists", 320, 1);
  cards.card("findings", 0, [&] {
    const std::vector<GapsState::Group> groups = state.groups;  // a click may make them anew while they are drawn
    for (const GapsState::Group& group : groups) draw_group(ui, group);
    if (groups.empty()) draw_nothing(ui);
    if (!groups.empty()) draw_signs(ui);
    if (!groups.empty() && !state.only_rule.empty() && button(ui, "norm.all_rules", ui.tr("norm.show_all"))) {
      state.only_rule.clear();
    }
  });
  if (!state.accepted.empty()) cards.card("accepted", 0, [&] { draw_accepted(ui); });
}

}  // namespace samverka::gaps
