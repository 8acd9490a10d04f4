// Two actors side by side: the one that is held fast, and the one that is selected.
#include <imgui.h>

#include <algorithm>

#include "app/pinned.h"
#include "ui/describe.h"
#include "ui/panels/beside_parts.h"
#include "ui/panels/inspector_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

std::vector<AgreementId> agreement_ids(const std::vector<OwnAgreement>& own) {
  std::vector<AgreementId> ids;
  for (const OwnAgreement& one : own) ids.push_back(one.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<ActorId> partner_ids(const Session& session, ActorId actor) {
  std::vector<ActorId> ids;
  for (const Partner& partner : partners_of(session.network(), session.shown().part, actor).partners) {
    ids.push_back(partner.actor);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

// What both have, and what only the one or the other has; of sorted lists.
template <class Ids>
void tell_apart(const Ids& left, const Ids& right, Ids& both, Ids& only_left, Ids& only_right) {
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(only_left));
  std::set_difference(right.begin(), right.end(), left.begin(), left.end(), std::back_inserter(only_right));
}

void renew_beside(const Session& session, BesideState& state, ActorId left, ActorId right) {
  const BesideState::Stamp stamp{session.scene_revision(), left, right};
  if (state.stamp == stamp) return;
  state = {};
  state.stamp = stamp;
  const Network& network = session.network();
  const std::vector<ActorId> both{left, right};
  state.comparison =
      compare(network, session.index(), session.taxonomy(), session.shown().part, both, session.view.date);
  tell_apart(agreement_ids(agreements_of(network, session.index(), left, session.view.date)),
             agreement_ids(agreements_of(network, session.index(), right, session.view.date)), state.agreements_both,
             state.agreements_left, state.agreements_right);
  tell_apart(partner_ids(session, left), partner_ids(session, right), state.partners_both, state.partners_left,
             state.partners_right);
}

// A row of two values under the two names, its words above them.
void draw_pair(UiContext& ui, std::string_view words, const std::string& left, const std::string& right,
               bool is_bold = false) {
  if (left.empty() && right.empty()) return;
  if (!words.empty()) muted(ui, words);
  const float width = ImGui::GetContentRegionAvail().x;
  const float from = ImGui::GetCursorPosX();
  const float half = width * 0.5F;
  const float y = ImGui::GetCursorPosY();
  ImGui::PushFont(is_bold ? ui.fonts.small_bold : ui.fonts.small);
  float end = y;
  for (const std::string* value : {&left, &right}) {
    const float x = value == &left ? from : from + half;
    ImGui::SetCursorPos({x, y});
    ImGui::PushTextWrapPos(x + half - ui.px(8));
    const std::string shown = value->empty() ? "–" : *value;
    ImGui::TextUnformatted(shown.c_str());
    record(ui, shown, "text");
    ImGui::PopTextWrapPos();
    end = std::max(end, ImGui::GetCursorPosY());
  }
  ImGui::PopFont();
  ImGui::SetCursorPos({from, end});
}

std::string official(const std::optional<OfficialIds>& ids, std::string OfficialIds::*member) {
  return ids ? (*ids).*member : std::string();
}

void draw_facts_beside(UiContext& ui, const Actor& a, const Actor& b) {
  const Session& session = ui.session;
  const Taxonomy& taxonomy = session.taxonomy();
  const auto pair = [&](const char* key, const auto& value) {
    draw_pair(ui, ui.tr(key), shown_if(ui, value(a)), shown_if(ui, value(b)));
  };
  draw_pair(ui, "", kind_and_place(session, a), kind_and_place(session, b));
  pair("fact.population",
       [&](const Actor& x) { return x.population ? session.texts().number(*x.population) : std::string(); });
  pair("fact.group", [&](const Actor& x) {
    return x.municipality_group.empty() ? ""
                                        : taxonomy.municipality_groups.label(x.municipality_group, language_of(ui));
  });
  pair("fact.municipality_code", [&](const Actor& x) { return official(x.ids, &OfficialIds::municipality_code); });
  pair("fact.org_number", [&](const Actor& x) { return official(x.ids, &OfficialIds::org_number); });
  pair("fact.ownership", [&](const Actor& x) {
    return x.ownership.empty() ? "" : taxonomy.ownerships.label(x.ownership, language_of(ui));
  });
  pair("fact.functions", [&](const Actor& x) { return labels(ui, taxonomy.functions, x.functions); });
  pair("fact.exists",
       [&](const Actor& x) { return x.valid ? validity_in_words(session.texts(), *x.valid) : std::string(); });
}

void draw_figures_beside(UiContext& ui, const Comparison& found) {
  const auto pair = [&](const char* key, std::size_t Comparison::Side::*member) {
    draw_pair(ui, ui.tr(key), number(ui, found.sides[0].*member), number(ui, found.sides[1].*member));
  };
  pair("compare.confirmed", &Comparison::Side::confirmed);
  pair("compare.unconfirmed", &Comparison::Side::unconfirmed);
  pair("compare.partners", &Comparison::Side::partners);
}

// An area with nothing on one side says so: that is what one looks for. Nothing recorded is not nothing.
void draw_areas_beside(UiContext& ui, const Comparison& found) {
  heading(ui, ui.tr("compare.by_area"));
  if (found.areas.empty()) return muted(ui, ui.tr("compare.no_area"));
  for (const Comparison::AreaRow& area : found.areas) {
    const std::string name = area.area + " " + ui.session.taxonomy().areas.short_label(area.area, language_of(ui));
    const auto told = [&](std::size_t n) { return n == 0 ? ui.tr("deep_beside.none_confirmed") : number(ui, n); };
    draw_pair(ui, name, told(area.agreements[0]), told(area.agreements[1]));
  }
}

void draw_agreement_list(UiContext& ui, const std::string& id, const std::string& words,
                         const std::vector<AgreementId>& list) {
  if (!section(ui, {id, words, number(ui, list.size()), false})) return;
  const std::size_t rows = rows_shown(ui, id, list.size());
  for (std::size_t i = 0; i < rows; ++i) {
    const Agreement& agreement = ui.session.network().agreement(list[i]);
    const std::string line = ui.session.taxonomy().forms.short_label(agreement.form, language_of(ui)) + " · " +
                             status_in_words(ui.session, agreement);
    if (link(ui, id + "/" + std::to_string(i), shown_text(ui, agreement.title), line)) select_agreement(ui, list[i]);
  }
  rest_of(ui, id, list.size());
}

void draw_partner_list(UiContext& ui, const std::string& id, const std::string& words,
                       const std::vector<ActorId>& list) {
  if (!section(ui, {id, words, number(ui, list.size()), false})) return;
  const std::size_t rows = rows_shown(ui, id, list.size());
  for (std::size_t i = 0; i < rows; ++i) {
    const std::string name = shown_text(ui, ui.session.network().actor(list[i]).shown_name());
    if (link(ui, id + "/" + std::to_string(i), name)) select_actor(ui, list[i]);
  }
  rest_of(ui, id, list.size());
}

void draw_lists_beside(UiContext& ui, const BesideState& state, const std::string& a, const std::string& b) {
  const auto only = [&](const std::string& name) {
    return ui.session.texts().tr("deep_beside.only", {{"name", name}});
  };
  heading(ui, ui.tr("deep_beside.agreements"));
  draw_agreement_list(ui, "beside/both", ui.tr("deep_beside.both"), state.agreements_both);
  draw_agreement_list(ui, "beside/left", only(a), state.agreements_left);
  draw_agreement_list(ui, "beside/right", only(b), state.agreements_right);
  heading(ui, ui.tr("deep_beside.partners"));
  draw_partner_list(ui, "beside/partners", ui.tr("deep_beside.both"), state.partners_both);
  draw_partner_list(ui, "beside/partners_left", only(a), state.partners_left);
  draw_partner_list(ui, "beside/partners_right", only(b), state.partners_right);
  muted(ui, ui.tr("deep_beside.of_shown"));
}

void draw_beside_buttons(UiContext& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
  if (button(ui, "switch", ui.tr("deep_beside.switch"), Look::quiet)) run_action(ui.session, "near.switch");
  tooltip(ui, ui.tr("deep_action.switch"));
  ImGui::SameLine(0, ui.px(4));
  if (button(ui, "unpin", ui.tr("deep_beside.unpin"), Look::quiet)) run_action(ui.session, "near.pin");
  ImGui::PopStyleVar();
}

}  // namespace

std::string shown_if(const UiContext& ui, const std::string& value) {
  return value.empty() ? value : shown_text(ui, value);
}

bool draw_beside(UiContext& ui) {
  const ActorId left = pinned_actor(ui.session);
  const PickId selection = ui.session.view.selection;
  if (!left.is_set() || !ui.session.view.also_selected.empty() || selection.kind != PickId::Kind::actor) return false;
  const ActorId right(selection.index);
  if (left == right) return false;
  BesideState& state = ui.state.inspector.beside;
  renew_beside(ui.session, state, left, right);
  const Actor& a = ui.session.network().actor(left);
  const Actor& b = ui.session.network().actor(right);
  const std::string name_a = shown_text(ui, a.shown_name()), name_b = shown_text(ui, b.shown_name());
  title(ui, ui.tr("deep_beside.title"));
  draw_beside_buttons(ui);
  ImGui::Separator();
  draw_pair(ui, "", name_a, name_b, true);
  draw_facts_beside(ui, a, b);
  draw_figures_beside(ui, state.comparison);
  draw_areas_beside(ui, state.comparison);
  draw_lists_beside(ui, state, name_a, name_b);
  return true;
}

void draw_pin_button(UiContext& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
  const bool is_this = ui.session.view.pinned == ui.session.key_of(ui.session.view.selection);
  const bool is_any = !ui.session.view.pinned.empty();
  if (button(ui, "pin", ui.tr(is_any ? "deep_beside.unpin" : "deep_beside.pin"), Look::quiet, is_any && is_this)) {
    run_action(ui.session, "near.pin");
  }
  tooltip(ui, ui.tr(is_any && is_this ? "deep_beside.choose_other" : "deep_action.pin"));
  ImGui::PopStyleVar();
  if (is_any && is_this) muted(ui, ui.tr("deep_beside.choose_other"));
}

}  // namespace samverka
