// The mode what-if: a scenario on top of the facts, what can be thought of what is selected, and what it would change.
// Stands where the inspector does.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>

#include "app/gap_words.h"
#include "app/scenario_words.h"
#include "app/selection.h"
#include "app/what_if_words.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/inspector_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr std::size_t most_rows = 8;  // of a list, until a person asks for all

WhatIfState& state_of(UiContext& ui) { return ui.state.what_if; }

// ---- which scenario ----

void draw_scenario_list(UiContext& ui) {
  if (!ImGui::BeginPopup("###scenarios")) return;
  const std::vector<Scenario>& all = ui.session.document().scenarios;
  for (std::size_t i = 0; i < all.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const std::string words = shown_text(ui, scenario_title(all[i], ui.session.texts()));
    if (ImGui::MenuItem((words + "###one").c_str(), nullptr, i == ui.session.view.scenario)) {
      ui.session.view.scenario = i;
    }
    record(ui, words, "menu");
    ImGui::PopID();
  }
  if (!all.empty()) ImGui::Separator();
  if (ImGui::MenuItem((ui.tr("scenario.new") + "###new").c_str())) ui.session.begin_scenario();
  record(ui, ui.tr("scenario.new"), "menu");
  if (!all.empty()) {
    if (ImGui::MenuItem((ui.tr("scenario.remove") + "###remove").c_str())) ui.session.remove_scenario();
    record(ui, ui.tr("scenario.remove"), "menu");
  }
  ImGui::EndPopup();
}

// The field takes the title anew when another scenario is shown, or undo has changed it.
void draw_title_field(UiContext& ui, const Scenario& scenario) {
  WhatIfState& state = state_of(ui);
  const bool is_another = state.titled != ui.session.view.scenario || state.title_read != scenario.title;
  if (is_another) state.title = scenario.title;
  state.titled = ui.session.view.scenario;
  state.title_read = scenario.title;
  ImGui::SetNextItemWidth(-1);
  const std::string hint = ui.tr("scenario.title_hint");
  const bool is_changed = ImGui::InputTextWithHint("###scenario.title", hint.c_str(), &state.title);
  record(ui, hint, "input");
  if (!is_changed) return;
  state.title_read = state.title;
  ui.session.rename_scenario(state.title);
}

void draw_scenario(UiContext& ui) {
  title(ui, ui.tr("scenario.heading"));
  muted(ui, ui.tr("whatif.not_facts"));
  gap(ui, 4);
  const Scenario* scenario = ui.session.scenario();
  if (!scenario) return muted(ui, ui.tr("scenario.none"));
  draw_title_field(ui, *scenario);
  const auto count = static_cast<long long>(ui.session.document().scenarios.size());
  const std::string words = ui.session.texts().plural("scenario.all", count);
  if (drop_button(ui, "scenario.choose", words, ImGui::GetContentRegionAvail().x)) ImGui::OpenPopup("###scenarios");
  draw_scenario_list(ui);
}

// ---- what can be thought of the selection ----

struct Choice {
  std::string label;
  std::vector<ScenarioStep> steps;
};

ScenarioStep step_of(StepKind kind, const Key& agreement, const Key& actor, const Key& into = {}) {
  ScenarioStep step;
  step.kind = word(kind);
  step.agreement = agreement;
  step.actor = actor;
  step.into = into;
  return step;
}

// Everybody who is party and has not adopted.
std::vector<ScenarioStep> all_adopt(const Session& session, const Agreement& agreement) {
  std::vector<ScenarioStep> steps;
  for (const Party& party : agreement.parties) {
    const bool is_open = party.actor.id.is_set() && party.state_or_unknown() != PartyState::adopted &&
                         party.state_or_unknown() != PartyState::withdrawn;
    const Key key = is_open ? session.network().actor(party.actor.id).key : Key();
    const bool is_new =
        std::none_of(steps.begin(), steps.end(), [&](const ScenarioStep& step) { return step.actor == key; });
    if (is_open && is_new) steps.push_back(step_of(StepKind::adopt, agreement.key, key));
  }
  return steps;
}

struct Selected {
  std::vector<ActorId> actors;
  std::vector<AgreementId> agreements;
};

Selected selected_rows(const Session& session) {
  Selected rows;
  for (const PickId pick : session.view.selected()) {
    if (pick.kind == PickId::Kind::actor && pick.index < session.network().actors.size()) {
      rows.actors.emplace_back(pick.index);
    }
    if (pick.kind == PickId::Kind::agreement && pick.index < session.network().agreements.size()) {
      rows.agreements.emplace_back(pick.index);
    }
  }
  return rows;
}

void offer_for_one(const UiContext& ui, PickId pick, std::vector<Choice>& choices) {
  for (ScenarioStep& step : steps_for(ui.session, pick)) {
    const std::string label = ui.tr(offer_key(*step_kind(step.kind)));
    choices.push_back({label, {std::move(step)}});
  }
  if (pick.kind != PickId::Kind::agreement) return;
  std::vector<ScenarioStep> adopting = all_adopt(ui.session, ui.session.network().agreement(AgreementId(pick.index)));
  if (adopting.empty()) return;
  const auto count = static_cast<long long>(adopting.size());
  choices.push_back({ui.session.texts().plural("scenario.offer.all_adopt", count), std::move(adopting)});
}

void offer_for_several(const UiContext& ui, const Selected& rows, std::vector<Choice>& choices) {
  const Network& network = ui.session.network();
  const Texts& texts = ui.session.texts();
  const auto name = [&](ActorId id) { return shown_text(ui, network.actor(id).shown_name()); };
  if (rows.agreements.size() == 1 && !rows.actors.empty()) {
    Choice choice{texts.tr("scenario.offer.adopt", {}), {}};
    for (const ActorId actor : rows.actors) {
      choice.steps.push_back(
          step_of(StepKind::adopt, network.agreement(rows.agreements[0]).key, network.actor(actor).key));
    }
    choices.push_back(std::move(choice));
  }
  if (rows.actors.size() == 2 && rows.agreements.empty()) {
    for (const auto& [from, into] : {std::pair(rows.actors[0], rows.actors[1]), {rows.actors[1], rows.actors[0]}}) {
      choices.push_back({texts.tr("scenario.offer.merge", {{"actor", name(from)}, {"into", name(into)}}),
                         {step_of(StepKind::merge, {}, network.actor(from).key, network.actor(into).key)}});
    }
  }
}

std::vector<Choice> choices_of(const UiContext& ui, const Selected& rows) {
  std::vector<Choice> choices;
  if (rows.actors.size() + rows.agreements.size() == 1) {
    offer_for_one(ui, ui.session.view.selection, choices);
  } else {
    offer_for_several(ui, rows, choices);
  }
  return choices;
}

std::string names_of(const UiContext& ui, const Selected& rows) {
  std::vector<std::string> names;
  for (const ActorId id : rows.actors) names.push_back(shown_text(ui, ui.session.network().actor(id).shown_name()));
  for (const AgreementId id : rows.agreements) {
    names.push_back(
        ui.session.texts().tr("norm.titled", {{"title", shown_text(ui, ui.session.network().agreement(id).title)}}));
  }
  constexpr std::size_t most_names = 4;
  const std::size_t rest = names.size() > most_names ? names.size() - most_names : 0;
  names.resize(names.size() - rest);
  const std::string words = joined(names);
  return rest == 0 ? words : words + " " + ui.session.texts().tr("told.and_more", {{"n", number(ui, rest)}});
}

// ---- a new agreement ----

template <class Rows, class IsOffered>
void choose_code(UiContext& ui, const char* id, std::string_view words, const Rows& terms, std::string& code,
                 const IsOffered& is_offered) {
  const std::string& language = ui.session.view.language;
  const std::string shown = code.empty() ? ui.tr(words) : terms.label(code, language);
  if (drop_button(ui, id, shown, ImGui::GetContentRegionAvail().x, Look::plain)) ImGui::OpenPopup(id);
  ImGui::SetNextWindowSizeConstraints({0, 0}, {ui.px(420), ui.px(360)});
  if (!ImGui::BeginPopup(id)) return;
  for (const auto& term : terms.rows()) {
    if (!is_offered(term)) continue;
    const std::string label = term.label.in(language);
    if (ImGui::MenuItem((label + "###" + term.code).c_str(), nullptr, term.code == code)) code = term.code;
    record(ui, label, "menu");
  }
  ImGui::EndPopup();
}

void propose(UiContext& ui, const Selected& rows) {
  WhatIfState& state = state_of(ui);
  Agreement agreement;
  agreement.key = free_agreement_key(ui.session);
  agreement.title = state.proposal;
  agreement.form = state.form;
  agreement.areas = {state.area};
  agreement.status = AgreementStatus::active;
  for (const ActorId actor : rows.actors) {
    Party party;
    party.actor.unresolved = ui.session.network().actor(actor).key;
    party.role = "principal";
    party.state = PartyState::adopted;
    agreement.parties.push_back(std::move(party));
  }
  ScenarioStep step = step_of(StepKind::add, {}, {});
  step.proposed = std::move(agreement);
  ui.session.add_step(std::move(step));
  state.is_proposing = false;
  state.proposal.clear();
}

void draw_proposal(UiContext& ui, const Selected& rows) {
  WhatIfState& state = state_of(ui);
  if (rows.actors.size() < 2) return;
  if (!state.is_proposing) {
    if (button(ui, "propose", ui.tr("scenario.offer.add"))) state.is_proposing = true;
    return;
  }
  const Taxonomy& taxonomy = ui.session.taxonomy();
  const std::string hint = ui.tr("scenario.proposal_title");
  ImGui::SetNextItemWidth(-1);
  ImGui::InputTextWithHint("###proposal", hint.c_str(), &state.proposal);
  record(ui, hint, "input");
  choose_code(ui, "proposal.area", "scenario.proposal_area", taxonomy.areas, state.area,
              [](const Area& area) { return !area.is_outside; });
  choose_code(ui, "proposal.form", "scenario.proposal_form", taxonomy.forms, state.form,
              [](const Form&) { return true; });
  const bool is_whole = !state.proposal.empty() && !state.area.empty() && !state.form.empty();
  ImGui::BeginDisabled(!is_whole);
  if (button(ui, "proposal.add", ui.tr("scenario.proposal_add"), Look::accent)) propose(ui, rows);
  ImGui::EndDisabled();
  ImGui::SameLine();
  if (button(ui, "proposal.cancel", ui.tr("ui.cancel"), Look::quiet)) state.is_proposing = false;
  if (!is_whole) muted(ui, ui.tr("scenario.proposal_needs"));
}

void draw_offers(UiContext& ui) {
  heading(ui, ui.tr("scenario.offers"));
  const Selected rows = selected_rows(ui.session);
  if (rows.actors.empty() && rows.agreements.empty()) return muted(ui, ui.tr("scenario.choose_first"));
  text(ui, names_of(ui, rows));
  const std::vector<Choice> choices = choices_of(ui, rows);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const std::string words = fitting(choices[i].label, ImGui::GetContentRegionAvail().x - ui.px(20));
    if (!button(ui, "offer" + std::to_string(i), words)) continue;
    ui.session.add_steps(choices[i].steps);
  }
  draw_proposal(ui, rows);
  if (choices.empty() && rows.actors.size() < 2) muted(ui, ui.tr("scenario.nothing_to_offer"));
}

// ---- the steps ----

// Why a step did nothing; empty where it did.
std::string refusal_of(const UiContext& ui, std::size_t step) {
  const AppliedScenario* applied = ui.session.applied();
  if (!applied) return {};
  for (const AppliedScenario::Refused& refused : applied->refused) {
    if (refused.step == step) return ui.session.texts().tr(refused.problem.message);
  }
  return {};
}

void draw_steps(UiContext& ui) {
  const Scenario* scenario = ui.session.scenario();
  if (!scenario || scenario->steps.empty()) return;
  heading(ui, ui.tr("scenario.steps"));
  const std::vector<ScenarioStep> steps = scenario->steps;  // one may leave while they are drawn
  for (std::size_t i = 0; i < steps.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (button(ui, "remove", "×", Look::quiet)) ui.session.remove_step(i);
    tooltip(ui, ui.tr("scenario.remove_step"));
    ImGui::SameLine(0, ui.px(4));
    const Message words = step_message(steps[i], ui.session.network(), ui.session.index());
    ImGui::BeginGroup();
    ImGui::AlignTextToFramePadding();
    text(ui, shown_text(ui, ui.session.texts().tr(words)));
    const std::string refusal = refusal_of(ui, i);
    if (!refusal.empty()) {
      ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
      text(ui, shown_text(ui, refusal));
      ImGui::PopStyleColor();
    }
    ImGui::EndGroup();
    ImGui::PopID();
  }
}

// ---- what it changes ----

// Figures end at the column's right edge.
void right_cell(UiContext& ui, const std::string& words) {
  ImGui::TableNextColumn();
  const float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(words.c_str()).x;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(room, 0.0F));
  ImGui::TextUnformatted(words.c_str());
  record(ui, words, "text");
}

void draw_table(UiContext& ui, const char* id, const std::vector<WhatIfRow>& rows) {
  if (!ImGui::BeginTable(id, 3)) return;
  ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("before", ImGuiTableColumnFlags_WidthFixed, ui.px(46));
  ImGui::TableSetupColumn("after", ImGuiTableColumnFlags_WidthFixed, ui.px(52));
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().muted));
  ImGui::TableNextColumn();
  right_cell(ui, ui.tr("whatif.now"));
  right_cell(ui, ui.tr("whatif.then"));
  ImGui::PopStyleColor();
  ImGui::PopFont();
  for (const WhatIfRow& row : rows) {
    ImGui::TableNextColumn();
    text(ui, row.what);
    right_cell(ui, row.before);
    if (row.is_changed()) ImGui::PushFont(ui.fonts.bold);
    right_cell(ui, row.after);
    if (row.is_changed()) ImGui::PopFont();
  }
  ImGui::EndTable();
}

// A few lines that lead to somebody, and a way to see the rest.
template <class Row, class Draw>
void draw_few(UiContext& ui, const std::string& id, const std::vector<Row>& rows, const Draw& draw) {
  WhatIfState& state = state_of(ui);
  const bool is_whole = state.whole.contains(id);
  const std::size_t shown = is_whole ? rows.size() : std::min(rows.size(), most_rows);
  ImGui::PushID(id.c_str());
  for (std::size_t i = 0; i < shown; ++i) {
    ImGui::PushID(static_cast<int>(i));
    draw(rows[i]);
    ImGui::PopID();
  }
  if (shown < rows.size()) {
    const auto rest = static_cast<long long>(rows.size() - shown);
    if (button(ui, "more", ui.session.texts().plural("norm.show_more", rest), Look::quiet)) state.whole.insert(id);
  }
  ImGui::PopID();
}

void draw_actors(UiContext& ui, const std::string& id, const std::string& words, const std::vector<ActorId>& actors) {
  if (actors.empty()) return;
  heading(ui, words);
  draw_few(ui, id, actors, [&](ActorId actor) {
    if (link(ui, "actor", shown_text(ui, ui.session.network().actor(actor).shown_name()))) select_actor(ui, actor);
  });
}

// Norms of one class at a time: law and ambition are never one list.
void draw_outcomes(UiContext& ui, const WhatIf& found, RuleClass rule_class) {
  const RuleSet& rules = *ui.state.gaps.norms.rules();
  std::vector<OutcomeChange> changes = found.changed;
  std::erase_if(changes, [&](const OutcomeChange& change) {
    return rules.rules[change.rule].rule_class != rule_class || rules.rules[change.rule].is_counts_only;
  });
  std::vector<WhatIfRow> rows = norm_rows(found, rules, rule_class, ui.session.texts());
  std::erase_if(rows, [](const WhatIfRow& row) { return !row.is_changed(); });
  if (rows.empty()) return;
  heading(ui, ui.tr(text_key(rule_class)));
  for (const WhatIfRow& row : rows) {
    text(ui, row.what);
    muted(ui, ui.session.texts().tr("whatif.from_to", {{"before", row.before}, {"after", row.after}}));
  }
  draw_few(ui, std::string("outcome") + word(rule_class), changes, [&](const OutcomeChange& change) {
    const std::string line = ui.session.texts().tr(
        "whatif.from_to", {{"before", ui.tr(text_key(change.before))}, {"after", ui.tr(text_key(change.after))}});
    const Rule& rule = rules.rules[change.rule];
    if (link(ui, "who", shown_text(ui, ui.session.network().actor(change.subject).shown_name()),
             line + " · " + rule.title.in(ui.session.view.language))) {
      select_actor(ui, change.subject);
    }
  });
}

void draw_new_links(UiContext& ui, const WhatIf& found) {
  if (found.new_links.empty()) return;
  heading(ui, ui.tr("whatif.new_links"));
  draw_few(ui, "links", found.new_links, [&](const CutOff& cut) {
    const Network& network = ui.session.network();
    const std::string name =
        cut.actor.is_set() ? network.actor(cut.actor).shown_name() : network.agreement(cut.agreement).title;
    const auto count = static_cast<long long>(cut.count());
    if (!link(ui, "link", shown_text(ui, name), ui.session.texts().plural("whatif.cuts_off", count))) return;
    if (cut.actor.is_set()) {
      select_actor(ui, cut.actor);
    } else {
      select_agreement(ui, cut.agreement);
    }
  });
}

void draw_effects(UiContext& ui) {
  WhatIfState& state = state_of(ui);
  if (!ui.session.is_hypothetical()) return;
  heading(ui, ui.tr("whatif.effects"));
  const WhatIf* found = state.finder.found();
  if (!found) return muted(ui, ui.tr("whatif.working"));
  const Texts& texts = ui.session.texts();
  draw_table(ui, "figures", figure_rows(*found, texts));
  heading(ui, ui.tr("whatif.areas"));
  draw_table(ui, "areas", area_rows(*found, ui.session.taxonomy(), texts));
  for (const AreaChange& change : found->areas) {
    const std::string area = ui.session.taxonomy().areas.label(change.area, ui.session.view.language);
    draw_actors(ui, "lost" + change.area, texts.tr("whatif.lost_in", {{"area", area}}), change.lost);
    draw_actors(ui, "gained" + change.area, texts.tr("whatif.gained_in", {{"area", area}}), change.gained);
  }
  for (const RuleClass rule_class : {RuleClass::law, RuleClass::duty, RuleClass::local, RuleClass::ambition}) {
    draw_outcomes(ui, *found, rule_class);
  }
  if (found->changed.empty()) muted(ui, ui.tr("whatif.no_outcome_changes"));
  draw_actors(ui, "left", ui.tr("whatif.left_alone_heading"), found->left_alone);
  draw_new_links(ui, *found);
  gap(ui, 6);
  muted(ui, ui.tr("whatif.unknown_is_not_missing"));
}

}  // namespace

void draw_what_if(UiContext& ui) {
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  ui.state.gaps.norms.renew(ui.session);
  state_of(ui).finder.renew(ui.session, ui.state.gaps.norms.rules());
  draw_scenario(ui);
  draw_offers(ui);
  draw_steps(ui);
  draw_effects(ui);
}

}  // namespace samverka
