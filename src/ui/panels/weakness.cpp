// The page Sårbart of the tab Luckor: what everything hangs on, in words, each line a way to the picture of it.
#include <imgui.h>

#include <algorithm>
#include <limits>

#include "app/places.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels/area_chooser.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka::gaps {
namespace {

constexpr std::size_t first_rows = 20;  // of a kind; more of them by a click
constexpr int least_months = 3, most_months = 120, month_step = 3;

WeaknessState& weakness_of(const UiContext& ui) { return ui.state.gaps.weakness; }

WeakQuestion question_of(const UiContext& ui) {
  const WeaknessState& state = weakness_of(ui);
  WeakQuestion question;
  question.filter = default_filter();  // whatever is shown elsewhere: nothing is mended by looking away
  question.area = state.area;
  question.place = state_of(ui).is_own_only ? ui.session.view.own_place : "";
  question.with_umbrellas = state.with_umbrellas;
  question.months = state.months;
  return question;
}

void renew(UiContext& ui) {
  WeaknessState& state = weakness_of(ui);
  state.finder.renew(ui.session, question_of(ui));
  if (!state.finder.found()) return;
  const WeaknessState::Stamp stamp{state.finder.revision(), ui.session.view.own_place, ui.session.view.language};
  if (state.stamp == stamp) return;
  state.stamp = stamp;
  state.kinds = weak_rows(ui.session.network(), ui.session.index(), ui.session.taxonomy(), state.finder.question(),
                          *state.finder.found(), ui.session.texts(), ui.session.view.own_place);
}

// ---- what is asked ----

void draw_months(UiContext& ui) {
  WeaknessState& state = weakness_of(ui);
  const std::string words = plural(ui, "weakness.months", static_cast<std::size_t>(state.months));
  flow_in_card(ui, ui.px(260), ui.px(14));
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui.tr("weakness.within").c_str());
  ImGui::SameLine(0, ui.px(6));
  ImGui::BeginDisabled(state.months <= least_months);
  if (button(ui, "fewer", "−")) state.months -= month_step;
  ImGui::EndDisabled();
  ImGui::SameLine(0, ui.px(4));
  ImGui::TextUnformatted(words.c_str());
  record(ui, words, "text");
  ImGui::SameLine(0, ui.px(4));
  ImGui::BeginDisabled(state.months >= most_months);
  if (button(ui, "later", "+")) state.months += month_step;
  ImGui::EndDisabled();
}

void draw_question(UiContext& ui) {
  WeaknessState& state = weakness_of(ui);
  area_chooser(ui, "weakness.area", state.area, true, ui.px(320));
  draw_months(ui);
  gap(ui, 2);
}

// ---- what the answer leaves out ----

std::string titles_of(const UiContext& ui, const std::vector<AgreementId>& agreements) {
  const std::size_t named = weakness_of(ui).names_umbrellas ? agreements.size() : 3;
  std::string words;
  for (std::size_t i = 0; i < std::min(named, agreements.size()); ++i) {
    const Agreement& agreement = ui.session.network().agreement(agreements[i]);
    words += (words.empty() ? "" : "; ") + shown_text(ui, agreement.title.empty() ? agreement.key : agreement.title);
  }
  if (agreements.size() <= named) return words;
  return words + " " +
         ui.session.texts().tr("told.and_more",
                               {{"n", number(ui, static_cast<std::int64_t>(agreements.size() - named))}});
}

void draw_umbrellas(UiContext& ui, const WeakPoints& found) {
  WeaknessState& state = weakness_of(ui);
  if (found.umbrellas.empty()) return;
  const TextArgs args = {{"most", std::to_string(umbrella_above)}, {"which", titles_of(ui, found.umbrellas)}};
  muted(ui, plural(ui, found.has_umbrellas ? "weakness.umbrellas_in" : "weakness.umbrellas_out", found.umbrellas.size(),
                   args));
  if (found.umbrellas.size() > 3) {
    const std::string words = ui.tr(state.names_umbrellas ? "weakness.name_fewer" : "weakness.name_all");
    if (button(ui, "names", words, Look::plain, state.names_umbrellas)) state.names_umbrellas = !state.names_umbrellas;
    ImGui::SameLine(0, ui.px(6));
  }
  if (found.has_umbrellas && !state.with_umbrellas)
    return ImGui::NewLine();  // the question is about the structures themselves
  const std::string_view key = state.with_umbrellas ? "weakness.leave_umbrellas" : "weakness.take_umbrellas";
  if (button(ui, "umbrellas", ui.tr(key), Look::plain, state.with_umbrellas)) {
    state.with_umbrellas = !state.with_umbrellas;
  }
}

void draw_ground(UiContext& ui, const WeakPoints& found) {
  const Texts& texts = ui.session.texts();
  const auto n = [&](std::size_t count) { return number(ui, static_cast<std::int64_t>(count)); };
  text(ui, texts.tr("weak.graph", {{"ties", n(found.ties)},
                                   {"actors", n(found.tied_actors)},
                                   {"agreements", n(found.tied_agreements)},
                                   {"groups", n(found.links.components - found.links.loners)}}));
  draw_umbrellas(ui, found);
  if (!found.grants.empty()) muted(ui, plural(ui, "weak.grants_out", found.grants.size()));
  if (!weakness_of(ui).finder.question().place.empty()) muted(ui, ui.tr("weak.whole_graph"));
  muted(ui, ui.tr("weak.on_record"));
}

// ---- the answer ----

void show(UiContext& ui, const WeakRow& row) {
  constexpr std::size_t most_selected = 400;
  ViewState& view = ui.session.view;
  std::vector<PickId> picks;
  for (const ActorId actor : row.actors) picks.push_back({PickId::Kind::actor, actor.value});
  for (const AgreementId agreement : row.agreements) {
    const PickId pick{PickId::Kind::agreement, agreement.value};
    picks.insert(row.is_agreement_first ? picks.begin() : picks.end(), pick);
  }
  if (picks.size() > most_selected) picks.resize(most_selected);
  if (picks.empty()) return;
  view.selection = picks.front();
  view.also_selected.assign(picks.begin() + 1, picks.end());
  view.tab = Tab::network;
  view.wants_fit_selection = true;
}

void draw_row(UiContext& ui, std::size_t i, const WeakRow& row) {
  ImGui::PushID(static_cast<int>(i));
  ImGui::Indent(ui.px(22));
  if (row.is_own) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x - ui.px(12), at.y},
                                              {at.x - ui.px(9), at.y + ImGui::GetTextLineHeight()},
                                              colour_u32(ui.session.theme().accent), ui.px(1));
  }
  text(ui, row.words);
  if (!row.more.empty()) muted(ui, row.more);
  if (!row.actors.empty() || !row.agreements.empty()) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
    if (button(ui, "show", ui.tr("norm.show"))) show(ui, row);
    ImGui::PopStyleVar();
  }
  ImGui::Unindent(ui.px(22));
  gap(ui, 3);
  ImGui::PopID();
}

void draw_rows(UiContext& ui, const WeakKind& kind) {
  WeaknessState& state = weakness_of(ui);
  const std::size_t shown = std::min(kind.rows.size(), first_rows + state.more[kind.id]);
  for (std::size_t i = 0; i < shown; ++i) draw_row(ui, i, kind.rows[i]);
  if (shown < kind.rows.size()) {
    const std::string words = plural(ui, "norm.show_more", kind.rows.size() - shown);
    if (button(ui, "more", words)) state.more[kind.id] += kind.rows.size();
  } else if (kind.rows.size() < kind.count) {
    muted(ui, plural(ui, "weakness.untold", kind.count - kind.rows.size()));
  }
}

void draw_kind(UiContext& ui, const WeakKind& kind) {
  WeaknessState& state = weakness_of(ui);
  const bool is_open = state.open.contains(kind.id);
  const std::string count =
      kind.id == WeakKind::Id::footholds ? std::string() : number(ui, static_cast<std::int64_t>(kind.count));
  FoldRow fold{kind.title, "", kind.title, count, Firmness::none, is_open};
  fold.has_sign = false;
  ImGui::PushID(static_cast<int>(kind.id));
  if (fold_row(ui, fold)) {
    if (is_open) {
      state.open.erase(kind.id);
    } else {
      state.open.insert(kind.id);
    }
  }
  if (is_open) {
    ImGui::Indent(ui.px(22));
    if (!kind.about.empty()) muted(ui, kind.about);
    if (kind.rows.empty()) text(ui, ui.tr("weakness.none"));
    ImGui::Unindent(ui.px(22));
    gap(ui, 3);
    draw_rows(ui, kind);
  }
  ImGui::PopID();
}

}  // namespace

void draw_weakness(UiContext& ui) {
  renew(ui);
  draw_question(ui);
  WeaknessState& state = weakness_of(ui);
  if (!state.finder.found()) return muted(ui, ui.tr("weakness.job") + " …");
  Cards cards(ui, "weakness", 320, 1);
  cards.card("ground", 0, [&] { draw_ground(ui, *state.finder.found()); });
  cards.card("kinds", 0, [&] {
    for (const WeakKind& kind : state.kinds) draw_kind(ui, kind);
  });
}

}  // namespace samverka::gaps
