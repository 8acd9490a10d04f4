// Each norm with what it says of all it is about: how many meet it, how many do not, and how much is unknown.
#include <imgui.h>

#include <algorithm>

#include "app/actions.h"
#include "app/gap_words.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka::gaps {
namespace {

constexpr Outcome told_in_order[] = {Outcome::met, Outcome::met_expiring, Outcome::pending,
                                     Outcome::gap, Outcome::unknown,      Outcome::exempt};

Firmness firmness_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::met:
      return Firmness::firm;
    case Outcome::met_expiring:
      return Firmness::on_its_way;
    case Outcome::pending:
      return Firmness::unconfirmed;
    case Outcome::unknown:
      return Firmness::not_known;
    case Outcome::gap:
    case Outcome::exempt:
      break;
  }
  return Firmness::none;
}

// Of whom a card counts: of one place, or of all of the data (null).
using PlaceShown = const GapsState::Place*;

// A list there is of what is not as the norm says, of all of the data or of one's own place.
bool leads_to_list(Outcome outcome, PlaceShown place) {
  return outcome != Outcome::met && outcome != Outcome::exempt && (!place || place->is_own);
}

// The list of those, of this rule alone.
void go_to_list(UiContext& ui, const Rule& rule, Outcome outcome, PlaceShown place) {
  GapsState& state = state_of(ui);
  state.shows = outcome == Outcome::unknown ? GapsState::Shows::to_find_out : GapsState::Shows::to_act_on;
  state.only.reset();
  state.only_rule = rule.id;
  state.is_own_only = place != nullptr;
  state.grouped = GapsState::Grouped::by_rule;
  state.open = {rule.id};
}

void select_those(UiContext& ui, const RuleFindings& findings, Outcome outcome) {
  std::vector<const SubjectFinding*> those;
  for (const SubjectFinding& finding : findings.subjects) {
    if (finding.outcome == outcome) those.push_back(&finding);
  }
  show_findings(ui, those);
}

void draw_counts(UiContext& ui, const Rule& rule, const RuleFindings& findings, PlaceShown place) {
  bool is_first = true;
  for (const Outcome outcome : told_in_order) {
    const std::size_t count = findings.count(outcome);
    if (count == 0) continue;
    const std::string words = number(ui, static_cast<std::int64_t>(count)) + " " + ui.tr(text_key(outcome));
    if (!is_first) flow_in_card(ui, button_width(words) + ui.px(16), ui.px(6));
    is_first = false;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_outcome(ui, outcome, rule.rule_class, {at.x + ui.px(6), at.y + ImGui::GetFrameHeight() * 0.5F}, ui.px(5));
    ImGui::Dummy({ui.px(12), 1});
    ImGui::SameLine(0, ui.px(2));
    const bool has_list = leads_to_list(outcome, place);
    ImGui::BeginDisabled(!has_list && rule.is_counts_only);  // the network would name them
    const bool is_clicked = button(ui, rule.id + std::string(word(outcome)), words, Look::quiet);
    tooltip(ui, ui.tr(has_list ? "norm.count.to_list" : "norm.count.to_network"));
    ImGui::EndDisabled();
    if (!is_clicked) continue;
    if (has_list) {
      go_to_list(ui, rule, outcome, place);
    } else {
      select_those(ui, findings, outcome);
    }
  }
  if (is_first) muted(ui, ui.tr("norm.about_nobody"));
}

std::string basis_in_words(const UiContext& ui, const Rule& rule) {
  std::string words;
  for (const std::string& basis : rule.basis) words += (words.empty() ? "" : ", ") + shown_text(ui, basis);
  if (words.empty()) return {};
  words = ui.session.texts().tr("norm.basis", {{"basis", words}});
  if (!rule.is_verified) words += " · " + ui.tr("norm.not_verified");
  return words;
}

void draw_bar(UiContext& ui, const Rule& rule, const RuleFindings& findings) {
  std::vector<BarPart> parts;
  for (const Outcome outcome : told_in_order) {
    if (outcome != Outcome::exempt) parts.push_back({findings.count(outcome), firmness_of(outcome)});
  }
  share_bar(ui, parts, ui.px(8), class_colour(ui.session.theme(), rule.rule_class));
}

void draw_of_place(UiContext& ui, const Rule& rule, std::size_t number, const GapsState::Place& place) {
  const auto found = std::find_if(place.found.rules.begin(), place.found.rules.end(),
                                  [&](const RuleFindings& findings) { return findings.rule == number; });
  if (found == place.found.rules.end()) return;
  ImGui::PushID(place.name.data(), place.name.data() + place.name.size());
  ImGui::PushFont(ui.fonts.bold);
  text(ui, shown_text(ui, place.name));
  ImGui::PopFont();
  if (found->subjects.size() > 1) draw_bar(ui, rule, *found);
  draw_counts(ui, rule, *found, &place);
  if (found->subjects.size() > 1) muted(ui, coverage_in_words(ui.session.texts(), rule, *found));
  ImGui::PopID();
  gap(ui, 2);
}

void draw_norm(UiContext& ui, const RuleFindings& findings) {
  const Rule& rule = rules_of(ui).rules[findings.rule];
  class_chip(ui, rule.rule_class);
  text(ui, rule.title.in(ui.session.view.language));
  gap(ui, 1);
  if (!rule.is_counts_only) {  // what is told of one place alone would be told by name
    for (const GapsState::Place& place : state_of(ui).places) draw_of_place(ui, rule, findings.rule, place);
    if (!state_of(ui).places.empty()) muted(ui, ui.tr("norm.of_all"));
  }
  draw_bar(ui, rule, findings);
  draw_counts(ui, rule, findings, nullptr);
  if (rule.is_counts_only) muted(ui, ui.tr("norm.counts_only"));
  muted(ui, coverage_in_words(ui.session.texts(), rule, findings));
  muted(ui, response_words(ui, {findings.asked, findings.answered}));
  tooltip(ui, ui.tr("answers.responded_help"));
  if (findings.coverage.without_population > 0) {
    muted(ui, plural(ui, "norm.without_population", findings.coverage.without_population));
  }
  if (const std::string basis = basis_in_words(ui, rule); !basis.empty()) muted(ui, basis);
}

// Which norms they are, and the way to others.
void draw_choice(UiContext& ui) {
  NormChoice& norms = state_of(ui).norms;
  const bool is_own = !norms.file().empty();
  text(ui, is_own ? ui.session.texts().tr("own_rules.own", {{"file", displayable(norms.file())}})
                  : ui.tr("own_rules.bundled"));
  const Action& choose = *find_action("ask.rules");
  if (button(ui, choose.id, ui.tr(choose.text))) choose.run(ui.session);
  if (is_own) {
    const std::string words = ui.tr("own_rules.back");
    flow_in_card(ui, button_width(words), ui.px(6));
    if (button(ui, "own_rules.back", words)) norms.choose(ui.session, {});
  }
  gap(ui, 4);
}

}  // namespace

void draw_norms(UiContext& ui) {
  const GapAnalysis& analysis = *state_of(ui).finder.found();
  draw_choice(ui);
  Cards cards(ui, "norms", 340, 2);
  int column = 0;
  for (const RuleFindings& findings : analysis.rules) {
    const std::string& id = rules_of(ui).rules[findings.rule].id;
    cards.card(id, column, [&] { draw_norm(ui, findings); });
    if (++column == cards.columns()) {
      cards.align();
      column = 0;
    }
  }
}

}  // namespace samverka::gaps
