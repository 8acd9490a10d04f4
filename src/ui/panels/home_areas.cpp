// The nine areas of Läget: how firm each stands, and its agreements.
#include <imgui.h>

#include <algorithm>

#include "ui/cards.h"
#include "ui/panels/home_parts.h"
#include "ui/ui.h"

namespace samverka::home {
namespace {

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

Firmness firmness_of_area(const Situation& situation, const AreaSituation& area) {
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
  if (fold_row(ui, {list, area.area, words, summary, firmness_of_area(situation, area), is_open(ui, list)})) {
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

}  // namespace

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

}  // namespace samverka::home
