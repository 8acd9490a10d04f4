// The ranked lists: one line a finding, with why, what to do next, where to see it, and a way to accept it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>

#include "app/camera_moves.h"
#include "app/gap_words.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka::gaps {
namespace {

constexpr std::size_t first_rows = 40;  // of a group; more of them by a click

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

// ---- figures: one a class, for the classes have no common sum ----

void draw_classes(UiContext& ui) {
  GapsState& state = state_of(ui);
  constexpr RuleClass classes[] = {RuleClass::law, RuleClass::duty, RuleClass::local, RuleClass::ambition};
  const bool finds_out = page_of(ui) == GapsState::Shows::to_find_out;
  std::vector<RuleClass> there;
  for (const RuleClass c : classes) {
    const auto has_class = [&](const Rule& rule) { return rule.rule_class == c; };
    if (std::any_of(rules_of(ui).rules.begin(), rules_of(ui).rules.end(), has_class)) there.push_back(c);
  }
  const float space = ui.px(10);
  const float room = ImGui::GetContentRegionAvail().x;
  const auto in_a_row =
      std::clamp<std::size_t>(static_cast<std::size_t>(room / ui.px(150)), 1, std::max<std::size_t>(there.size(), 1));
  const float width = (room - space * static_cast<float>(in_a_row - 1)) / static_cast<float>(in_a_row);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {space, space});
  for (std::size_t i = 0; i < there.size(); ++i) {
    if (i % in_a_row != 0) ImGui::SameLine();
    const bool is_on = state.only == there[i];
    const std::string words = ui.session.texts().tr(finds_out ? "norm.tile.unknown" : "norm.tile.act",
                                                    {{"class", ui.tr(text_key(there[i]))}});
    const std::size_t count = state.of_class[static_cast<std::size_t>(there[i])];
    if (tile(ui, std::string("class.") + word(there[i]), number(ui, static_cast<std::int64_t>(count)), words,
             finds_out ? Firmness::not_known : Firmness::unconfirmed, width, is_on)) {
      if (is_on) {
        state.only.reset();
      } else {
        state.only = there[i];
      }
    }
  }
  ImGui::PopStyleVar();
  gap(ui, 2);
}

// ---- a row ----

// The subject and what the finding rests on, in the network, with the rest of the country toned down.
void show(UiContext& ui, const GapRow& row) {
  Session& session = ui.session;
  session.view.selection = {PickId::Kind::actor, row.actor.value};
  session.view.also_selected.clear();
  for (const AgreementId agreement : agreements_of(session.network(), finding_of(ui, row))) {
    session.view.also_selected.push_back({PickId::Kind::agreement, agreement.value});
  }
  for (const NearAgreement& near : near_agreements_of(finding_of(ui, row))) {
    session.view.also_selected.push_back({PickId::Kind::agreement, near.agreement.value});
  }
  session.view.tab = Tab::network;
  session.view.wants_fit_selection = true;
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
  if (button(ui, "show", ui.tr("norm.show"))) show(ui, row);
  ImGui::SameLine(0, ui.px(6));
  if (button(ui, "accept", ui.tr("norm.accept"), Look::quiet)) begin_accepting(ui, row);
  ImGui::PopStyleVar();
}

void draw_row(UiContext& ui, const GapRow& row, bool names_rule) {
  const Network& network = ui.session.network();
  const Texts& texts = ui.session.texts();
  const Rule& rule = rule_of(ui, row);
  const std::string key = key_of(ui, row);
  ImGui::PushID(key.data(), key.data() + key.size());
  ImGui::Indent(ui.px(22));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_outcome(ui, row.outcome, row.rule_class, {at.x - ui.px(13), at.y + ImGui::GetTextLineHeight() * 0.5F}, ui.px(5));
  std::string name = shown_text(ui, network.actor(row.actor).name);
  if (names_rule) name += " · " + rule.title.in(texts.language());
  const std::string reason = displayable(reason_in_words(network, texts, rule, finding_of(ui, row)));
  if (link(ui, "subject", name)) {
    ui.session.select(network.actor(row.actor).key);
    ui.session.view.panels.has_inspector = true;
  }
  muted(ui, ui.tr(text_key(row.outcome)) + " · " + reason);
  const std::string next = displayable(about_subject(rule.next_step, texts.language(), network, row.actor));
  if (!next.empty()) muted(ui, "→ " + next);
  draw_lead(ui, finding_of(ui, row));
  if (state_of(ui).accepting == key) {
    draw_accepting(ui);
  } else {
    draw_row_buttons(ui, row);
  }
  ImGui::Unindent(ui.px(22));
  gap(ui, 3);
  ImGui::PopID();
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
  const std::size_t shown = std::min(group.rows.size(), first_rows + state.more[group.id]);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i == group.ranked) draw_unranked(ui);
    draw_row(ui, group.rows[i], !is_by_rule);
  }
  if (shown < group.rows.size()) {
    const std::string more = plural(ui, "norm.show_more", group.rows.size() - shown);
    if (button(ui, "more", more)) state.more[group.id] += group.rows.size();
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
