// Under a norm in the list of what to act on: the smallest set of agreements that would close its gaps.
#include <imgui.h>

#include "app/closing_words.h"
#include "ui/cards.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka::gaps {
namespace {

// Who would sign, and what they would join.
void show(UiContext& ui, const ClosingStep& step) {
  ViewState& view = ui.session.view;
  std::vector<PickId> picks;
  if (!step.is_new()) picks.push_back({PickId::Kind::agreement, step.joins.value});
  for (const ActorId partner : step.partners) picks.push_back({PickId::Kind::actor, partner.value});
  for (const ActorId signer : step.signers) picks.push_back({PickId::Kind::actor, signer.value});
  if (picks.empty()) return;
  view.selection = picks.front();
  view.also_selected.assign(picks.begin() + 1, picks.end());
  view.tab = Tab::network;
  view.wants_fit_selection = true;
}

void draw_steps(UiContext& ui, const ClosingSet& found) {
  const Texts& texts = ui.session.texts();
  for (std::size_t i = 0; i < found.steps.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    text(ui, std::to_string(i + 1) + ". " +
                 closing_step_in_words(ui.session.network(), ui.session.taxonomy(), found.steps[i], texts));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
    if (button(ui, "show", ui.tr("closing.show"))) show(ui, found.steps[i]);
    ImGui::PopStyleVar();
    ImGui::PopID();
  }
  if (!found.left.empty()) muted(ui, closing_left(ui.session.network(), found, texts));
  if (!found.steps.empty()) muted(ui, closing_bound(found, texts) + " " + ui.tr("closing.proposal"));
}

}  // namespace

void draw_closing(UiContext& ui, const Rule& rule) {
  GapsState& state = state_of(ui);
  ClosingFinder::Question& question = state.closing_question;
  const bool is_open = question.rule == rule.id;
  if (button(ui, "closing", ui.tr("closing.button"), Look::plain, is_open)) {
    question = {is_open ? std::string() : rule.id, {}, false};
    return;
  }
  if (!is_open) return;
  question.county = state.is_own_only ? ui.session.view.own_place.substr(0, 2) : "";
  const std::string unknown = ui.tr("closing.with_unknown");
  flow_in_card(ui, button_width(unknown), ui.px(6));
  if (button(ui, "closing.unknown", unknown, Look::plain, question.with_unknown)) {
    question.with_unknown = !question.with_unknown;
  }
  state.closing.renew(ui.session, state.norms.rules(), question);
  const ClosingSet* found = state.closing.found();
  if (!found) return muted(ui, ui.tr("closing.job") + " …");
  text(ui, closing_summary(*found, ui.session.texts()));
  draw_steps(ui, *found);
  if (!found->steps.empty() && !ui.session.is_hypothetical() && button(ui, "think", ui.tr("closing.think"))) {
    const std::string title =
        ui.session.texts().tr("closing.scenario", {{"norm", rule.title.in(ui.session.view.language)}});
    ui.session.think(title, closing_as_steps(ui.session.network(), ui.session.index(), ui.session.taxonomy(), *found,
                                             ui.session.texts()));
  }
  gap(ui, 4);
}

}  // namespace samverka::gaps
