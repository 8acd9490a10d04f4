// Läget: how the planner's own place stands on the chosen day. What is computed is in analysis/situation.h; here it is
// told, and every number opens the list of what it counts.
#include <imgui.h>

#include <algorithm>

#include "app/places.h"
#include "i18n/when.h"
#include "ui/cards.h"
#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/panels/home_parts.h"
#include "ui/panels/place_chooser.h"
#include "ui/ui.h"

namespace samverka {
namespace {

using namespace home;

void renew(UiContext& ui) {
  HomeState& state = state_of(ui);
  Session& session = ui.session;
  const PagesStamp stamp{session.document_revision(), session.view.own_place, session.view.date, session.view.language};
  if (state.stamp == stamp) return;
  const bool is_same_place = state.stamp && state.stamp->place == stamp.place;
  state.stamp = stamp;
  if (!is_same_place) state.opened.clear();
  const Network& network = session.network();
  state.place_name = place_name(session, stamp.place);
  state.situation = situation_of(network, session.index(), session.taxonomy(), stamp.place, stamp.day);
  state.steps = next_steps(network, session.index(), state.situation);
  state.cooperation = cooperation_of(network, session.index(), session.taxonomy(), stamp.place, stamp.day);
}

// ---- the page ----

std::string facts_line(UiContext& ui) {
  const Situation& situation = state_of(ui).situation;
  const Network& network = ui.session.network();
  std::vector<std::string> parts;
  std::int64_t population = 0;
  for (const ActorId id : situation.municipalities) population += network.actor(id).population.value_or(0);
  if (situation.is_county) {
    parts.push_back(plural(ui, "home.municipalities", situation.municipalities.size()));
    if (situation.actor.is_set()) parts.push_back(shown_text(ui, network.actor(situation.actor).name));
  } else if (situation.actor.is_set()) {
    parts.push_back(shown_text(ui, network.actor(situation.actor).name));
    const std::string county = county_name(ui.session, network.actor(situation.actor).county);
    if (!county.empty()) parts.push_back(county);
  }
  if (population > 0) parts.push_back(texts_of(ui).tr("card.population", {{"n", texts_of(ui).number(population)}}));
  parts.push_back(date_in_words(network, texts_of(ui), ui.session.view.date));
  return joined(parts);
}

void draw_header(UiContext& ui) {
  page_heading(ui, texts_of(ui).tr("home.title", {{"place", shown_text(ui, state_of(ui).place_name)}}));
  ImGui::SameLine(0, ui.px(12));
  if (button(ui, "place.change", ui.tr("home.change_place"), Look::quiet)) {
    ui.session.view.dialog = ViewState::Dialog::place;
  }
  if (ui.session.network().is_synthetic()) {
    ImGui::SameLine(0, ui.px(8));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(4));
    chip(ui, ui.tr("caption.illustrative"), Tone::warning);
  }
  muted(ui, facts_line(ui));
  gap(ui, 2);
  draw_doors(ui, "door.");
  flow_in_card(ui, button_width(ui.tr("home.report")), ui.px(12));
  if (button(ui, "home.report", ui.tr("home.report"), Look::accent)) {
    ui.state.report.kind = ReportKind::meeting;
    ui.session.view.dialog = ViewState::Dialog::report;
  }
  tooltip(ui, ui.tr("home.report_help"));
  gap(ui, 4);
}

void draw_cards(UiContext& ui) {
  Cards cards(ui, "home", 350, 3);
  const bool has_three = cards.columns() == 3;
  const int second = 1;
  const int last = has_three ? 2 : 1;
  cards.card("steps", second, [&] { draw_steps(ui); });
  cards.accent_last();
  cards.card("questions", second, [&] { draw_questions_card(ui); });
  cards.card("areas", 0, [&] { draw_areas(ui); });
  cards.card("deadlines", last, [&] { draw_deadline_card(ui); });
  cards.card("dues", last, [&] { draw_dues(ui); });
  cards.card("cooperation", has_three ? second : 0, [&] { draw_cooperation(ui); });
}

// ---- before a place is chosen ----

void draw_hints(UiContext& ui) {
  title(ui, ui.tr("home.hint"));
  constexpr std::pair<std::string_view, std::string_view> hints[] = {
      {"home.hint1", "home.hint1.more"}, {"home.hint2", "home.hint2.more"}, {"home.hint3", "home.hint3.more"}};
  int figure = 0;
  for (const auto& [key, more] : hints) {
    gap(ui, 4);
    const float indent = ui.px(34);
    numbered(ui, ++figure, indent);
    text(ui, ui.tr(key));
    muted(ui, ui.tr(more));
    ImGui::Unindent(indent);
  }
}

void draw_welcome(UiContext& ui) {
  page_heading(ui, ui.tr("home.welcome"));
  muted(ui, ui.tr("home.welcome_more"));
  gap(ui, 6);
  const float rest = ImGui::GetContentRegionAvail().y;  // as tall as the window lets the list be
  Cards cards(ui, "welcome", 330, 2);
  cards.card("place", 0, [&] {
    title(ui, ui.tr("place.title"));
    const bool is_elsewhere = !ui.session.view.own_place.empty();
    muted(ui, ui.tr(is_elsewhere ? "place.not_here" : "place.help"));
    gap(ui, 2);
    draw_place_chooser(ui, std::max(ui.px(160), rest - ui.px(150)), ui.session.view.own_place);
  });
  cards.accent_last();
  cards.card("hints", 1, [&] { draw_hints(ui); });
}

}  // namespace

void draw_home(UiContext& ui) {
  page_ground(ui);
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  renew(ui);
  if (state_of(ui).place_name.empty()) return draw_welcome(ui);
  draw_header(ui);
  draw_figures(ui);
  draw_cards(ui);
}

}  // namespace samverka
