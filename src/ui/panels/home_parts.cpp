// Words, lists and ways to other tabs that several cards of Läget have.
#include <imgui.h>

#include <algorithm>

#include "app/places.h"
#include "i18n/when.h"
#include "ui/cards.h"
#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/panels/home_parts.h"
#include "ui/ui.h"

namespace samverka::home {
namespace {

void go_to(UiContext& ui, const TabPanel& tab, const AreaCode& area) {
  Session& session = ui.session;
  look_at_place(session, session.view.own_place);
  std::erase_if(session.view.filter.clauses, [](const FilterClause& c) { return c.key == "area"; });
  session.view.filter.clauses.push_back(area.empty() ? default_filter().clauses.front()
                                                     : FilterClause{"area", {area}, false});
  session.view.wants_fit() = true;
  run_action(session, tab.action);
}

bool leads_somewhere(const TabPanel& tab) { return tab.tab != Tab::home && tab.tab != Tab::agreement; }

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

}  // namespace

HomeState& state_of(const UiContext& ui) { return ui.state.pages.home; }
const Texts& texts_of(const UiContext& ui) { return ui.session.texts(); }

std::string number(const UiContext& ui, std::size_t n) { return texts_of(ui).number(static_cast<long long>(n)); }

std::string plural(const UiContext& ui, std::string_view key, std::size_t n, TextArgs args) {
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

bool is_open(UiContext& ui, const std::string& list) { return state_of(ui).opened == list; }

void toggle(UiContext& ui, const std::string& list) {
  std::string& opened = state_of(ui).opened;
  opened = opened == list ? "" : list;
}
void draw_doors(UiContext& ui, const std::string& id, const AreaCode& area) {
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

void draw_agreements(UiContext& ui, const std::function<bool(const PlaceAgreement&)>& is_wanted) {
  std::size_t count = 0;
  for (const PlaceAgreement& row : state_of(ui).situation.agreements) {
    if (is_wanted(row) && ++count <= first_rows) draw_agreement(ui, row);
  }
  if (count > first_rows) muted(ui, texts_of(ui).tr("inspector.more", {{"n", number(ui, count - first_rows)}}));
}

void draw_deadlines(UiContext& ui) {
  const std::vector<Deadline>& deadlines = state_of(ui).situation.deadlines;
  for (std::size_t i = 0; i < std::min(deadlines.size(), first_rows); ++i) draw_deadline(ui, deadlines[i]);
  if (deadlines.empty()) muted(ui, ui.tr("home.no_deadlines"));
}

bool has_no_record(const Situation& situation, const AreaSituation& area) {
  return area.agreements.empty() &&
         area.municipalities_observed < std::max<std::size_t>(situation.municipalities.size(), 1);
}

}  // namespace samverka::home
