// Läget: how the planner's own place stands on the chosen day. What is computed is in analysis/situation.h; here it is
// told, and every number opens the list of what it counts.
#include <imgui.h>

#include <algorithm>

#include "app/places.h"
#include "app/selection.h"
#include "i18n/when.h"
#include "ui/cards.h"
#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/panels/place_chooser.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr std::size_t first_rows = 60;  // of a long list; the rest are counted
constexpr std::size_t passed_rows = 3;  // of what has passed, the last ones

HomeState& state_of(const UiContext& ui) { return ui.state.pages.home; }
const Texts& texts_of(const UiContext& ui) { return ui.session.texts(); }

std::string number(const UiContext& ui, std::size_t n) { return texts_of(ui).number(static_cast<long long>(n)); }

std::string plural(const UiContext& ui, std::string_view key, std::size_t n, TextArgs args = {}) {
  return texts_of(ui).plural(key, static_cast<long long>(n), std::move(args));
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() || part.empty() ? "" : " · ") + part;
  return all;
}

std::string area_name(const UiContext& ui, const AreaCode& code) {
  return ui.session.taxonomy().areas.label(code, texts_of(ui).language());
}

std::string agreement_title(const UiContext& ui, AgreementId id) {
  return shown_text(ui, ui.session.network().agreement(id).title);
}

// ---- what is told, made anew when it is of something else ----

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

bool is_open(UiContext& ui, const std::string& list) { return state_of(ui).opened == list; }

void toggle(UiContext& ui, const std::string& list) {
  std::string& opened = state_of(ui).opened;
  opened = opened == list ? "" : list;
}

// ---- ways to the other tabs ----

void go_to(UiContext& ui, const TabPanel& tab, const AreaCode& area = {}) {
  Session& session = ui.session;
  look_at_place(session, session.view.own_place);
  std::erase_if(session.view.filter.clauses, [](const FilterClause& c) { return c.key == "area"; });
  session.view.filter.clauses.push_back(area.empty() ? default_filter().clauses.front()
                                                     : FilterClause{"area", {area}, false});
  session.view.wants_fit() = true;
  run_action(session, tab.action);
}

bool leads_somewhere(const TabPanel& tab) { return tab.tab != Tab::home && tab.tab != Tab::agreement; }

// A button for each tab that shows the network, already looking at the place (and at the area, if one is given).
void draw_doors(UiContext& ui, const std::string& id, const AreaCode& area = {}) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x, at.y + ImGui::GetStyle().FramePadding.y + ui.px(1)});
  muted(ui, texts_of(ui).tr("home.doors", {{"place", shown_text(ui, state_of(ui).place_name)}}));
  ImGui::SameLine(0, 0);
  ImGui::SetCursorScreenPos({ImGui::GetCursorScreenPos().x, at.y});
  ImGui::Dummy({0, 0});
  for (const TabPanel& tab : tab_panels()) {
    if (!leads_somewhere(tab)) continue;
    const std::string words = ui.tr(find_action(tab.action)->text);
    flow_in_card(ui, button_width(words), ui.px(6));
    if (button(ui, id + std::string(tab.action), words)) go_to(ui, tab, area);
  }
}

// ---- lists of agreements ----

Firmness firmness_of(Standing standing) {
  switch (standing) {
    case Standing::confirmed:
      return Firmness::firm;
    case Standing::on_its_way:
      return Firmness::on_its_way;
    case Standing::unconfirmed:
    case Standing::unknown:
    case Standing::internal:
      return Firmness::unconfirmed;
    case Standing::expired:
    case Standing::earlier:
      return Firmness::past;
  }
  return Firmness::not_known;
}

std::string standing_in_words(const UiContext& ui, Standing standing) {
  constexpr std::string_view keys[] = {"standing.confirmed", "standing.on_its_way", "standing.unconfirmed",
                                       "standing.unknown",   "standing.expired",    "standing.internal",
                                       "standing.earlier"};
  return ui.tr(keys[static_cast<std::size_t>(standing)]);
}

std::string reach_in_words(const UiContext& ui, const PlaceAgreement& row) {
  const Situation& situation = state_of(ui).situation;
  if (!situation.is_county || row.municipalities_confirmed + row.municipalities_other == 0) return {};
  const TextArgs args = {{"all", number(ui, situation.municipalities.size())}};
  std::string words = plural(ui, "home.adopted_by", row.municipalities_confirmed, args);
  if (row.municipalities_other > 0) words += ", " + plural(ui, "home.others", row.municipalities_other);
  return words;
}

void draw_agreement(UiContext& ui, const PlaceAgreement& row) {
  const Agreement& agreement = ui.session.network().agreement(row.id);
  const std::string form = ui.session.taxonomy().forms.short_label(agreement.form, texts_of(ui).language());
  const std::string line = joined({standing_in_words(ui, row.standing), form, reach_in_words(ui, row),
                                   row.is_own ? "" : ui.tr("home.of_others_here")});
  ImGui::Indent(ui.px(16));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float half_line = ImGui::GetTextLineHeight() * 0.5F;
  draw_firmness(ui, firmness_of(row.standing), {at.x - ui.px(11), at.y + half_line}, ui.px(4));
  if (link(ui, "agreement" + std::to_string(row.id.value), agreement_title(ui, row.id), line)) {
    ui.session.select(agreement.key);
  }
  ImGui::Unindent(ui.px(16));
}

template <class Wanted>
void draw_agreements(UiContext& ui, Wanted is_wanted) {
  std::size_t count = 0;
  for (const PlaceAgreement& row : state_of(ui).situation.agreements) {
    if (is_wanted(row) && ++count <= first_rows) draw_agreement(ui, row);
  }
  if (count > first_rows) muted(ui, texts_of(ui).tr("inspector.more", {{"n", number(ui, count - first_rows)}}));
}

// ---- the strip of figures ----

bool is_recorded_only(const PlaceAgreement& row) {
  return row.standing == Standing::on_its_way || row.standing == Standing::unconfirmed ||
         row.standing == Standing::unknown;
}

bool has_no_record(const Situation& situation, const AreaSituation& area) {
  return area.agreements.empty() &&
         area.municipalities_observed < std::max<std::size_t>(situation.municipalities.size(), 1);
}

void draw_deadline(UiContext& ui, const Deadline& deadline) {
  const Agreement& agreement = ui.session.network().agreement(deadline.agreement);
  constexpr std::string_view keys[] = {"home.deadline.notice", "home.deadline.end", "home.deadline.review"};
  std::string_view key = keys[static_cast<std::size_t>(deadline.kind)];
  const bool is_renewed = deadline.kind == Deadline::Kind::end && agreement.valid->renewal == "auto";
  if (is_renewed) key = "home.deadline.renewed";
  const TextArgs args = {{"date", to_string(deadline.on)},
                         {"ends", to_string(deadline.ends.value_or(deadline.on))},
                         {"when", time_until(texts_of(ui), deadline.on, ui.session.view.date)}};
  if (link(ui, "deadline" + std::to_string(deadline.agreement.value), agreement_title(ui, deadline.agreement),
           texts_of(ui).tr(key, args))) {
    ui.session.select(agreement.key);
  }
}

void draw_deadlines(UiContext& ui) {
  const std::vector<Deadline>& deadlines = state_of(ui).situation.deadlines;
  for (std::size_t i = 0; i < std::min(deadlines.size(), first_rows); ++i) draw_deadline(ui, deadlines[i]);
  if (deadlines.empty()) muted(ui, ui.tr("home.no_deadlines"));
}

void draw_missing_areas(UiContext& ui) {
  const Situation& situation = state_of(ui).situation;
  muted(ui, ui.tr("home.missing_help"));
  for (const AreaSituation& area : situation.areas) {
    if (!has_no_record(situation, area)) continue;
    const std::size_t earlier = area.of(Standing::earlier);
    const std::string line = earlier == 0 ? ui.tr("home.not_on_record") : plural(ui, "home.earlier_known", earlier);
    if (link(ui, "missing" + area.area, area.area + " " + area_name(ui, area.area), line)) {
      state_of(ui).opened = "area." + area.area;
    }
  }
}

struct Figure {
  std::string list;  // what a click opens
  std::string_view words;
  std::size_t count;
  Firmness firmness;
  void (*draw)(UiContext&);
};

std::vector<Figure> figures_of(const Situation& situation) {
  const auto count_areas = static_cast<std::size_t>(
      std::count_if(situation.areas.begin(), situation.areas.end(),
                    [&](const AreaSituation& area) { return has_no_record(situation, area); }));
  const std::size_t recorded = situation.count(Standing::on_its_way) + situation.count(Standing::unconfirmed) +
                               situation.count(Standing::unknown);
  std::vector<Figure> figures = {
      {"holds", "home.figure.holds", situation.count(Standing::confirmed), Firmness::firm,
       [](UiContext& ui) {
         draw_agreements(ui, [](const auto& row) { return row.standing == Standing::confirmed && !row.is_crowd; });
       }},
      {"recorded", "home.figure.recorded", recorded, Firmness::unconfirmed,
       [](UiContext& ui) {
         draw_agreements(ui, [](const auto& row) { return is_recorded_only(row) && !row.is_crowd; });
       }},
      {"deadlines", "home.figure.deadlines", situation.deadlines.size(), Firmness::on_its_way, draw_deadlines},
      {"missing", "home.figure.missing", count_areas, Firmness::not_known, draw_missing_areas}};
  if (const std::size_t expired = situation.count(Standing::expired); expired > 0) {
    const auto draw = [](UiContext& ui) {
      draw_agreements(ui, [](const auto& row) { return row.standing == Standing::expired && !row.is_crowd; });
    };
    figures.insert(figures.begin() + 3, {"expired", "home.figure.expired", expired, Firmness::past, draw});
  }
  return figures;
}

void draw_figures(UiContext& ui) {
  const std::vector<Figure> figures = figures_of(state_of(ui).situation);
  const float space = ui.px(10);
  const float room = ImGui::GetContentRegionAvail().x;
  const auto in_a_row = std::clamp<std::size_t>(static_cast<std::size_t>(room / ui.px(165)), 1, figures.size());
  const float width = (room - space * static_cast<float>(in_a_row - 1)) / static_cast<float>(in_a_row);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {space, space});
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (i % in_a_row != 0) ImGui::SameLine();
    const Figure& figure = figures[i];
    const std::string words = plural(ui, figure.words, figure.count);
    if (tile(ui, figure.list, number(ui, figure.count), words, figure.firmness, width, is_open(ui, figure.list))) {
      toggle(ui, figure.list);
    }
  }
  ImGui::PopStyleVar();
  gap(ui, 2);
  for (const Figure& figure : figures) {
    if (!is_open(ui, figure.list)) continue;
    Cards cards(ui, "opened", 320, 1);
    cards.card("list", 0, [&] {
      title(ui, plural(ui, figure.words, figure.count));
      figure.draw(ui);
    });
    cards.accent_last();
  }
}

// ---- next steps ----

struct ToldStep {
  std::string title, why;
};

std::string actors_in_words(const UiContext& ui, const std::vector<ActorId>& actors) {
  constexpr std::size_t named = 3;
  std::string words;
  for (std::size_t i = 0; i < std::min(actors.size(), named); ++i) {
    words += (i == 0 ? "" : ", ") + shown_text(ui, ui.session.network().actor(actors[i]).shown_name());
  }
  if (actors.size() > named) words = plural(ui, "home.and_more", actors.size() - named, {{"names", words}});
  return words;
}

// "2013-11-01", or words for a day nobody knows.
std::string beginning(const UiContext& ui, const Agreement& agreement) {
  const bool is_known = agreement.valid && agreement.valid->from.is_set();
  return is_known ? texts_of(ui).date(agreement.valid->from) : ui.tr("home.day_not_known");
}

struct StepWords {
  std::string_view title, why;
};

StepWords words_of_decision(const Session& session, const NextStep& step) {
  const auto deadline =
      deadline_of(session.network().agreement(step.agreement), step.agreement, session.view.date, horizon_months);
  if (deadline && deadline->kind == Deadline::Kind::notice) return {"step.notice", "step.notice.why"};
  if (deadline && deadline->kind == Deadline::Kind::review) return {"step.review", "step.review.why"};
  return {"step.end", "step.end.why"};
}

StepWords words_of(UiContext& ui, const NextStep& step) {
  switch (step.kind) {
    case NextStep::Kind::decide:
      return words_of_decision(ui.session, step);
    case NextStep::Kind::confirm:
      if (state_of(ui).situation.is_county) return {"step.confirm_county", "step.confirm_county.why"};
      return {"step.confirm", "step.confirm.why"};
    case NextStep::Kind::check:
      return {"step.check", "step.check.why"};
    case NextStep::Kind::ask:
      break;
    case NextStep::Kind::replace:
      return {"step.replace", "step.replace.why"};
    case NextStep::Kind::deliver:
      if (step.on < ui.session.view.date) return {"step.deliver_late", "step.deliver_late.why"};
      return {"step.deliver", "step.deliver.why"};
  }
  return {"step.ask", "step.ask.why"};
}

ToldStep told(UiContext& ui, const NextStep& step) {
  const Texts& texts = texts_of(ui);
  TextArgs args = {{"place", shown_text(ui, state_of(ui).place_name)},
                   {"date", to_string(step.on)},
                   {"when", time_until(texts, step.on, ui.session.view.date)}};
  if (!step.area.empty()) args.emplace_back("area", area_name(ui, step.area));
  if (step.agreement.is_set()) {
    const Agreement& agreement = ui.session.network().agreement(step.agreement);
    args.emplace_back("title", shown_text(ui, agreement.title));
    args.emplace_back("from", beginning(ui, agreement));
    args.emplace_back("actors", actors_in_words(ui, step.actors));
    if (step.kind == NextStep::Kind::deliver) {
      const Duty& duty = agreement.duties[step.duty];
      args.emplace_back("kind", ui.session.taxonomy().duty_kinds.label(duty.kind, texts.language()));
    }
  }
  const StepWords words = words_of(ui, step);
  return {texts.tr(words.title, args), texts.tr(words.why, args)};
}

void follow(UiContext& ui, const NextStep& step) {
  if (step.agreement.is_set()) {
    ui.session.select(ui.session.network().agreement(step.agreement).key);
  } else {
    state_of(ui).opened = "area." + step.area;
  }
}

void draw_steps(UiContext& ui) {
  title(ui, ui.tr("home.steps"));
  const std::vector<NextStep>& steps = state_of(ui).steps;
  if (steps.empty()) return muted(ui, ui.tr("home.no_steps"));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const ToldStep step = told(ui, steps[i]);
    const float indent = ui.px(32);
    numbered(ui, static_cast<int>(i + 1), indent);
    if (link(ui, "step" + std::to_string(i), step.title, step.why)) follow(ui, steps[i]);
    ImGui::Unindent(indent);
    gap(ui, 2);
  }
}

// ---- areas ----

std::string count_in_words(const UiContext& ui, const AreaSituation& area) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view key, std::size_t count) {
    if (count > 0) parts.push_back(plural(ui, key, count));
  };
  add("home.count.holds", area.of(Standing::confirmed));
  add("home.count.on_its_way", area.of(Standing::on_its_way));
  add("home.count.unconfirmed", area.of(Standing::unconfirmed) + area.of(Standing::unknown));
  add("home.count.expired", area.of(Standing::expired));
  add("home.count.internal", area.of(Standing::internal));
  return joined(parts);
}

std::string summary_of(const UiContext& ui, const AreaSituation& area) {
  const Situation& situation = state_of(ui).situation;
  if (!area.agreements.empty() && situation.is_county) {
    return texts_of(ui).tr("home.municipalities_of", {{"n", number(ui, area.municipalities_confirmed)},
                                                      {"all", number(ui, situation.municipalities.size())}});
  }
  if (!area.agreements.empty()) return count_in_words(ui, area);
  return ui.tr(has_no_record(situation, area) ? "home.not_on_record" : "home.answered_none");
}

Firmness firmness_of(const Situation& situation, const AreaSituation& area) {
  if (has_no_record(situation, area)) return Firmness::not_known;
  if (area.agreements.empty()) return Firmness::none;
  return firmness_of(situation.agreements[area.agreements.front()].standing);  // the firmest comes first
}

bool is_about(const UiContext& ui, AgreementId id, const AreaCode& top) {
  const std::vector<AreaCode>& areas = ui.session.network().agreement(id).areas;
  return std::any_of(areas.begin(), areas.end(),
                     [&](const AreaCode& area) { return ui.session.taxonomy().area_matches(top, area); });
}

void draw_open_area(UiContext& ui, const AreaSituation& area) {
  const Situation& situation = state_of(ui).situation;
  const std::string& about = ui.session.taxonomy().areas.find(area.area)->about.in(texts_of(ui).language());
  ImGui::Indent(ui.px(20));
  if (!about.empty()) muted(ui, about);
  if (situation.is_county && !area.agreements.empty()) {
    std::vector<std::string> parts = {count_in_words(ui, area)};
    const std::size_t silent = situation.municipalities.size() - area.municipalities_confirmed -
                               area.municipalities_other - area.municipalities_observed;
    if (area.municipalities_other > 0) parts.push_back(plural(ui, "home.others", area.municipalities_other));
    if (area.municipalities_observed > 0) parts.push_back(plural(ui, "home.observed", area.municipalities_observed));
    if (silent > 0) parts.push_back(plural(ui, "home.silent", silent));
    muted(ui, joined(parts));
  }
  if (area.agreements.empty()) {
    muted(ui, ui.tr(has_no_record(situation, area) ? "home.missing_help" : "home.answered_help"));
  }
  for (std::size_t i = 0; i < std::min(area.agreements.size(), first_rows); ++i) {
    draw_agreement(ui, situation.agreements[area.agreements[i]]);
  }
  if (area.crowds > 0) muted(ui, plural(ui, "home.crowds", area.crowds));
  if (const std::size_t earlier = area.of(Standing::earlier); earlier > 0) {
    muted(ui, plural(ui, area.agreements.empty() ? "home.earlier_known" : "home.earlier", earlier));
    draw_agreements(ui, [&](const PlaceAgreement& row) {
      return row.standing == Standing::earlier && is_about(ui, row.id, area.area);
    });
  }
  draw_doors(ui, "door." + area.area, area.area);
  ImGui::Unindent(ui.px(20));
  gap(ui, 4);
}

void draw_area(UiContext& ui, const AreaSituation& area) {
  const Situation& situation = state_of(ui).situation;
  const std::string list = "area." + area.area;
  const std::string words = area_name(ui, area.area);
  const std::string summary = summary_of(ui, area);
  if (fold_row(ui, {list, area.area, words, summary, firmness_of(situation, area), is_open(ui, list)})) {
    toggle(ui, list);
  }
  if (situation.is_county) {
    ImGui::Indent(ui.px(46));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui.px(3));
    const std::size_t told = area.municipalities_confirmed + area.municipalities_other + area.municipalities_observed;
    share_bar(ui,
              {{area.municipalities_confirmed, Firmness::firm},
               {area.municipalities_other, Firmness::unconfirmed},
               {area.municipalities_observed, Firmness::none},
               {situation.municipalities.size() - told, Firmness::not_known}},
              ui.px(6));
    ImGui::Unindent(ui.px(46));
  }
  if (is_open(ui, list)) draw_open_area(ui, area);
}

// What the signs mean, in one flowing line.
void draw_signs(UiContext& ui) {
  constexpr std::pair<Firmness, std::string_view> signs[] = {{Firmness::firm, "home.sign.firm"},
                                                             {Firmness::on_its_way, "home.sign.on_its_way"},
                                                             {Firmness::unconfirmed, "home.sign.unconfirmed"},
                                                             {Firmness::none, "home.sign.none"},
                                                             {Firmness::not_known, "home.sign.not_known"}};
  ImGui::PushFont(ui.fonts.small);
  bool is_first = true;
  for (const auto& [firmness, key] : signs) {
    const std::string words = ui.tr(key);
    const float width = ImGui::CalcTextSize(words.c_str()).x + ui.px(14);
    if (!is_first) flow_in_card(ui, width, ui.px(12));
    is_first = false;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float line = ImGui::GetTextLineHeight();
    ImGui::Dummy({width, line});
    draw_firmness(ui, firmness, {at.x + ui.px(4), at.y + line * 0.5F}, ui.px(4));
    ImGui::GetWindowDrawList()->AddText({at.x + ui.px(13), at.y}, colour_u32(ui.session.theme().muted), words.c_str());
  }
  ImGui::PopFont();
}

void draw_areas(UiContext& ui) {
  const Situation& situation = state_of(ui).situation;
  title(ui, ui.tr("home.areas"));
  muted(ui, ui.tr(situation.is_county ? "home.areas_help_county" : "home.areas_help"));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(3)});
  for (const AreaSituation& area : situation.areas) draw_area(ui, area);
  ImGui::PopStyleVar();
  const auto crowds = static_cast<std::size_t>(
      std::count_if(situation.agreements.begin(), situation.agreements.end(),
                    [](const PlaceAgreement& row) { return row.is_crowd && row.standing != Standing::earlier; }));
  if (crowds > 0) {
    const std::string words = plural(ui, "home.crowds", crowds);
    if (fold_row(ui, {"crowds", "", words, "", Firmness::firm, is_open(ui, "crowds")})) toggle(ui, "crowds");
    if (is_open(ui, "crowds")) {
      draw_agreements(ui, [](const auto& row) { return row.is_crowd && row.standing != Standing::earlier; });
    }
  }
  gap(ui, 2);
  draw_signs(ui);
  if (situation.left_out > 0) muted(ui, plural(ui, "home.left_out", situation.left_out));
}

// ---- what ends, what is owed ----

void draw_deadline_card(UiContext& ui) {
  title(ui, ui.tr("home.deadlines"));
  draw_deadlines(ui);
}

struct ToldDue {
  std::string words, more;
  Key agreement;  // empty: a milestone
};

ToldDue told(UiContext& ui, const Due& due) {
  const Network& network = ui.session.network();
  if (!due.agreement.is_set()) return {shown_text(ui, network.milestones[due.place].title), {}, {}};
  const Agreement& agreement = network.agreement(due.agreement);
  const Duty& duty = agreement.duties[due.place];
  const std::string kind = ui.session.taxonomy().duty_kinds.label(duty.kind, texts_of(ui).language());
  const std::string by = actor_name(ui.session, duty.by);
  const std::string to = actor_name(ui.session, duty.to);
  const std::string who =
      by.empty() || to.empty() ? by + to : texts_of(ui).tr("inspector.from_to", {{"from", by}, {"to", to}});
  return {duty.text.empty() ? kind : shown_text(ui, duty.text), joined({who, shown_text(ui, agreement.title)}),
          agreement.key};
}

void draw_due(UiContext& ui, const Due& due, std::size_t place) {
  const Date day = ui.session.view.date;
  const ToldDue row = told(ui, due);
  const bool is_late = due.date < day && due.is_own;
  const bool is_soon = day <= due.date && due.date <= add_months(day, 3);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  muted(ui, to_string(due.date));
  ImGui::SetCursorScreenPos({at.x + ui.px(78), at.y - ui.px(1)});
  chip(ui, time_until(texts_of(ui), due.date, day), is_late ? Tone::warning : is_soon ? Tone::accent : Tone::neutral);
  ImGui::PushID(static_cast<int>(place));
  if (row.agreement.empty()) {
    text(ui, row.words);
  } else if (link(ui, "due", row.words, row.more)) {
    ui.session.select(row.agreement);
  }
  ImGui::PopID();
  gap(ui, 2);
}

void draw_dues(UiContext& ui) {
  title(ui, ui.tr("home.dues"));
  const std::vector<Due>& dues = state_of(ui).situation.dues;
  if (dues.empty()) return muted(ui, ui.tr("home.no_dues"));
  const auto passed = static_cast<std::size_t>(
      std::count_if(dues.begin(), dues.end(), [&](const Due& due) { return due.date < ui.session.view.date; }));
  const bool shows_all = is_open(ui, "dues");
  const std::size_t first = shows_all || passed <= passed_rows ? 0 : passed - passed_rows;
  if (passed > passed_rows) {
    const std::string words = shows_all ? ui.tr("home.dues_last") : plural(ui, "home.dues_earlier", first);
    if (button(ui, "dues.all", words, Look::quiet)) toggle(ui, "dues");
  }
  for (std::size_t i = first; i < std::min(dues.size(), first + first_rows); ++i) draw_due(ui, dues[i], i);
}

// ---- cooperation ----

std::string areas_in_words(const UiContext& ui, const PartnerGroup& group) {
  constexpr std::size_t told = 4;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::min(group.areas.size(), told); ++i) {
    parts.push_back(ui.session.taxonomy().areas.short_label(group.areas[i].first, texts_of(ui).language()) + " " +
                    number(ui, group.areas[i].second));
  }
  return joined(parts);
}

void draw_partner_links(UiContext& ui, const std::vector<ActorId>& actors, bool are_confirmed) {
  for (std::size_t i = 0; i < std::min(actors.size(), first_rows); ++i) {
    const Actor& actor = ui.session.network().actor(actors[i]);
    const std::string line = are_confirmed ? "" : ui.tr("inspector.not_confirmed");
    if (link(ui, "partner" + std::to_string(actors[i].value), shown_text(ui, actor.name), line)) {
      ui.session.select(actor.key);
    }
  }
  if (actors.size() > first_rows)
    muted(ui, texts_of(ui).tr("inspector.more", {{"n", number(ui, actors.size() - first_rows)}}));
}

void draw_partner_group(UiContext& ui, const PartnerGroup& group, const std::string& prefix) {
  const std::string list = prefix + group.group;
  const ActorGroup* row = ui.session.taxonomy().groups.find(group.group);
  if (!row) return;
  std::vector<std::string> counts;
  if (!group.confirmed.empty()) counts.push_back(plural(ui, "home.partners_confirmed", group.confirmed.size()));
  if (!group.others.empty()) counts.push_back(plural(ui, "home.partners_other", group.others.size()));
  const std::string words = row->short_label.in(texts_of(ui).language());
  const std::string summary = joined(counts);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  FoldRow fold{list, "", words, summary, Firmness::firm, is_open(ui, list)};
  fold.has_sign = false;
  if (fold_row(ui, fold)) toggle(ui, list);
  const Rgba colour = parse_colour(ui.session.view.is_dark ? row->color_dark : row->color);
  draw_symbol(parse_symbol(row->symbol), {at.x + ui.px(6), at.y + ui.px(4) + ImGui::GetTextLineHeight() * 0.5F},
              ui.px(5), colour);
  ImGui::Indent(ui.px(20));
  if (const std::string areas = areas_in_words(ui, group); !areas.empty()) muted(ui, areas);
  if (is_open(ui, list)) {
    draw_partner_links(ui, group.confirmed, true);
    draw_partner_links(ui, group.others, false);
  }
  ImGui::Unindent(ui.px(20));
}

void draw_cooperation(UiContext& ui) {
  const Cooperation& cooperation = state_of(ui).cooperation;
  title(ui, ui.tr("home.cooperation"));
  if (cooperation.inside.empty() && cooperation.outside.empty()) muted(ui, ui.tr("home.no_partners"));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(3)});
  if (!cooperation.inside.empty()) heading(ui, ui.tr("home.inside"));
  for (const PartnerGroup& group : cooperation.inside) draw_partner_group(ui, group, "inside.");
  if (!cooperation.outside.empty()) heading(ui, ui.tr("home.outside"));
  for (const PartnerGroup& group : cooperation.outside) draw_partner_group(ui, group, "outside.");
  ImGui::PopStyleVar();
  if (cooperation.crowded_agreements > 0) {
    muted(ui, plural(ui, "inspector.crowded", cooperation.crowded_agreements, {{"limit", number(ui, crowd_parties)}}));
  }
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
  gap(ui, 4);
}

void draw_cards(UiContext& ui) {
  Cards cards(ui, "home", 350, 3);
  const bool has_three = cards.columns() == 3;
  const int second = 1;
  const int last = has_three ? 2 : 1;
  cards.card("steps", second, [&] { draw_steps(ui); });
  cards.accent_last();
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
    draw_place_chooser(ui, std::max(ui.px(160), rest - ui.px(150)));
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
