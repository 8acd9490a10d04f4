// Överenskommelsen: the agreements between the government and SKR opened, and what is on record in each of their areas.
// The facts are rows of the open network (form state_agreement); areas, clauses and tasks are the taxonomy's.
#include <imgui.h>

#include <algorithm>

#include "app/places.h"
#include "app/selection.h"
#include "i18n/when.h"
#include "ui/cards.h"
#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr std::string_view state_form = "state_agreement";
constexpr std::size_t shown_parties = 12;

AgreementPageState& state_of(const UiContext& ui) { return ui.state.pages.agreement; }
const Texts& texts_of(const UiContext& ui) { return ui.session.texts(); }
std::string language(const UiContext& ui) { return texts_of(ui).language(); }

std::string number(const UiContext& ui, std::size_t n) { return texts_of(ui).number(static_cast<long long>(n)); }

std::string plural(const UiContext& ui, std::string_view key, std::size_t n) {
  return texts_of(ui).plural(key, static_cast<long long>(n));
}

const AreaRecord& record_of(const UiContext& ui, const AreaCode& area) {
  static const AreaRecord none;
  const std::vector<AreaRecord>& rows = state_of(ui).records;
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const AreaRecord& row) { return row.area == area; });
  return found == rows.end() ? none : *found;
}

// ---- the agreements themselves ----

// Newest first, by the day they begin.
std::vector<AgreementId> state_agreements(const Network& network) {
  std::vector<AgreementId> found;
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    if (network.agreements[i].form == state_form) found.emplace_back(i);
  }
  const auto begins = [&](AgreementId id) {
    const Agreement& agreement = network.agreement(id);
    return agreement.valid && agreement.valid->from.is_set() ? agreement.valid->from.earliest() : Date{};
  };
  std::stable_sort(found.begin(), found.end(), [&](AgreementId a, AgreementId b) { return begins(a) > begins(b); });
  return found;
}

void renew(UiContext& ui) {
  AgreementPageState& state = state_of(ui);
  const Session& session = ui.session;
  const PagesStamp stamp{session.document_revision(), session.view.own_place, session.view.date, session.view.language};
  if (state.stamp == stamp && state.is_of_own_place == (state.wants_own_place && !state.place_name.empty())) return;
  state.stamp = stamp;
  state.place_name = place_name(session, stamp.place);
  state.is_of_own_place = state.wants_own_place && !state.place_name.empty();
  state.agreements = state_agreements(session.network());
  state.records =
      record_by_area(session.network(), session.taxonomy(), stamp.day, state.is_of_own_place ? stamp.place : "");
}

void draw_parties(UiContext& ui, const Agreement& agreement) {
  heading(ui, ui.tr("agreement.parties"));
  for (std::size_t i = 0; i < std::min(agreement.parties.size(), shown_parties); ++i) {
    const Party& party = agreement.parties[i];
    // Two principals are what an agreement has; only another part in it is worth a word.
    const bool is_told = !party.role.empty() && party.role != "principal";
    const std::string role = is_told ? ui.session.taxonomy().roles.label(party.role, language(ui)) : "";
    const bool clicked = link(ui, "party" + std::to_string(i), actor_name(ui.session, party.actor), role);
    if (clicked && party.actor.id.is_set()) ui.session.select(ui.session.network().actor(party.actor.id).key);
  }
  if (agreement.parties.size() > shown_parties) {
    muted(ui, texts_of(ui).tr("inspector.more", {{"n", number(ui, agreement.parties.size() - shown_parties)}}));
  }
}

std::string amount_in_words(const UiContext& ui, const Funding& funding) {
  if (!funding.amount) return ui.tr("inspector.amount_not_known");
  const bool is_kronor = funding.currency.empty() || funding.currency == "SEK";
  return texts_of(ui).number(*funding.amount) + " " +
         (is_kronor ? ui.tr("agreement.kronor") : shown_text(ui, funding.currency));
}

void draw_money(UiContext& ui, const Agreement& agreement) {
  heading(ui, ui.tr("inspector.money"));
  if (agreement.funding.empty()) return muted(ui, ui.tr("agreement.no_money"));
  for (const Funding& funding : agreement.funding) {
    title(ui, amount_in_words(ui, funding));
    const std::string from = actor_name(ui.session, funding.from);
    const std::string to = actor_name(ui.session, funding.to);
    if (from.empty()) continue;
    muted(ui, to.empty() ? texts_of(ui).tr("agreement.money_from", {{"from", from}})
                         : texts_of(ui).tr("inspector.from_to", {{"from", from}, {"to", to}}));
  }
}

// Yes, no and not recorded are three different answers.
void draw_perspectives(UiContext& ui, const Agreement& agreement) {
  heading(ui, ui.tr("fact.perspectives"));
  for (const Term& term : ui.session.taxonomy().perspectives.rows()) {
    const bool is_recorded = agreement.perspectives.has_value();
    const bool is_there = is_recorded && std::find(agreement.perspectives->begin(), agreement.perspectives->end(),
                                                   term.code) != agreement.perspectives->end();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Firmness firmness = is_there ? Firmness::firm : is_recorded ? Firmness::none : Firmness::not_known;
    draw_firmness(ui, firmness, {at.x + ui.px(6), at.y + ImGui::GetTextLineHeight() * 0.5F}, ui.px(5));
    ImGui::Indent(ui.px(20));
    const char* answer = is_there ? "agreement.yes" : is_recorded ? "agreement.no" : "agreement.not_recorded";
    text(ui, texts_of(ui).tr("agreement.perspective",
                             {{"perspective", term.label.in(language(ui))}, {"answer", ui.tr(answer)}}));
    ImGui::Unindent(ui.px(20));
  }
}

void draw_duties(UiContext& ui, const Agreement& agreement) {
  heading(ui, ui.tr("agreement.duties"));
  if (agreement.duties.empty()) return muted(ui, ui.tr("agreement.no_duties"));
  const Date day = ui.session.view.date;
  for (const Duty& duty : agreement.duties) {
    const std::string kind = ui.session.taxonomy().duty_kinds.label(duty.kind, language(ui));
    if (duty.due.is_set()) {
      const bool is_soon = duty.due.latest() >= day && duty.due.latest() <= add_months(day, 3);
      ImGui::PushFont(ui.fonts.bold);
      ImGui::TextUnformatted(to_string(duty.due).c_str());
      ImGui::PopFont();
      ImGui::SameLine(0, ui.px(8));
      chip(ui, time_until(texts_of(ui), duty.due.latest(), day), is_soon ? Tone::accent : Tone::neutral);
    }
    text(ui, duty.text.empty() ? kind : shown_text(ui, duty.text));
    const std::string by = actor_name(ui.session, duty.by);
    const std::string to = actor_name(ui.session, duty.to);
    if (!by.empty() && !to.empty()) muted(ui, texts_of(ui).tr("inspector.from_to", {{"from", by}, {"to", to}}));
  }
}

std::string time_in_words(const UiContext& ui, const Agreement& agreement) {
  std::string words = status_in_words(ui.session, agreement);
  if (!agreement.valid) return words;
  const Validity& valid = *agreement.valid;
  const bool is_one_year = valid.end == Validity::End::date && valid.from == valid.to && valid.from.month == 0;
  return words + " · " +
         (is_one_year ? texts_of(ui).tr("agreement.one_year", {{"year", texts_of(ui).date(valid.from)}})
                      : validity_in_words(texts_of(ui), valid));
}

void draw_state_agreement(UiContext& ui, AgreementId id) {
  const Agreement& agreement = ui.session.network().agreement(id);
  title(ui, shown_text(ui, agreement.title));
  muted(ui, time_in_words(ui, agreement));
  const bool is_wide = ImGui::GetContentRegionAvail().x > ui.px(430);
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {ui.px(6), 0});
  ImGui::BeginTable("facts", is_wide ? 2 : 1, ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_NoPadOuterX);
  ImGui::PopStyleVar();
  ImGui::TableNextColumn();
  draw_parties(ui, agreement);
  draw_money(ui, agreement);
  ImGui::TableNextColumn();
  draw_duties(ui, agreement);
  draw_perspectives(ui, agreement);
  ImGui::EndTable();
  gap(ui, 4);
  if (button(ui, "open." + agreement.key, ui.tr("agreement.open"))) {
    ui.session.select(agreement.key);
    ui.session.view.panels.has_inspector = true;  // which tells them
  }
}

// ---- the tasks of the year before ----

std::string areas_in_words(const UiContext& ui, const std::vector<std::string>& codes) {
  std::string words;
  for (const std::string& code : codes) {
    words += (words.empty() ? "" : ", ") + code + " " + ui.session.taxonomy().areas.label(code, language(ui));
  }
  return words;
}

void draw_crosswalk(UiContext& ui, const CrosswalkRow& row) {
  constexpr std::pair<std::string_view, Firmness> kinds[] = {{"agreement.comparable", Firmness::firm},
                                                             {"agreement.comparable_partly", Firmness::on_its_way},
                                                             {"agreement.not_comparable", Firmness::none}};
  const auto& [key, firmness] = kinds[static_cast<std::size_t>(row.comparable)];
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_firmness(ui, firmness, {at.x + ui.px(6), at.y + ImGui::GetTextLineHeight() * 0.5F}, ui.px(5));
  ImGui::Indent(ui.px(20));
  text(ui, texts_of(ui).tr(key, {{"areas", areas_in_words(ui, row.to)}}));
  muted(ui, row.words.in(language(ui)));
  ImGui::Unindent(ui.px(20));
}

void draw_task(UiContext& ui, const Area& task) {
  title(ui, task.label.in(language(ui)));
  if (const std::string& about = task.about.in(language(ui)); !about.empty()) text(ui, about);
  for (const CrosswalkRow& row : ui.session.assets().crosswalk.rows) {
    if (row.from == task.code) draw_crosswalk(ui, row);
  }
}

void draw_tasks(UiContext& ui) {
  const Assets& assets = ui.session.assets();
  page_heading(ui, ui.tr("agreement.tasks"));
  muted(ui, ui.tr("agreement.tasks_help"));
  gap(ui, 2);
  Cards cards(ui, "tasks", 380, 2);
  int column = 0;
  for (const Area& task : assets.taxonomy_2024.areas.rows()) {
    cards.card(task.code, column, [&] { draw_task(ui, task); });
    column = (column + 1) % cards.columns();
    if (column == 0) cards.align();
  }
  cards.align();
}

// ---- the areas ----

void show_area(UiContext& ui, const AreaCode& area) {
  Session& session = ui.session;
  if (state_of(ui).is_of_own_place) {
    look_at_place(session, session.view.own_place);
  }
  std::erase_if(session.view.filter.clauses, [](const FilterClause& c) { return c.key == "area"; });
  session.view.filter.clauses.push_back({"area", {area}, false});
  run_action(session, "view.map");
}

// Three numbers side by side over their words.
void draw_numbers(UiContext& ui, const AreaRecord& row) {
  struct Told {
    std::string figure, words;
  };
  const Told told[] = {
      {number(ui, row.agreements), plural(ui, "agreement.agreements", row.agreements)},
      {texts_of(ui).tr("agreement.of", {{"n", number(ui, row.confirmed)}, {"all", number(ui, row.municipalities)}}),
       plural(ui, "agreement.municipalities", row.municipalities)},
      {number(ui, row.structures), plural(ui, "agreement.structures", row.structures)}};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x / 3;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont& big = *ui.fonts.title;
  float tallest = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const float x = at.x + width * static_cast<float>(i);
    list.AddText(ui.fonts.title, big.FontSize, {x, at.y}, colour_u32(ui.session.theme().text), told[i].figure.c_str());
    const float wrap = width - ui.px(8);
    const ImFont& small = *ui.fonts.small;
    list.AddText(ui.fonts.small, small.FontSize, {x, at.y + big.FontSize + ui.px(1)},
                 colour_u32(ui.session.theme().muted), told[i].words.c_str(), nullptr, wrap);
    tallest = std::max(tallest, small.CalcTextSizeA(small.FontSize, FLT_MAX, wrap, told[i].words.c_str()).y);
  }
  ImGui::Dummy({width * 3, big.FontSize + tallest + ui.px(4)});
  record(ui, told[0].figure + " " + told[0].words, "text");
  record(ui, told[1].figure + " " + told[1].words, "text");
  record(ui, told[2].figure + " " + told[2].words, "text");
}

// Whole per cent, but never "0 %" of something or "100 %" of not quite all.
int percent(std::size_t part, std::size_t whole) {
  if (whole == 0 || part == 0) return 0;
  const auto rounded = static_cast<int>((part * 200 + whole) / (2 * whole));
  return part == whole ? 100 : std::clamp(rounded, 1, 99);
}

void draw_firm_share(UiContext& ui, const AreaRecord& row) {
  if (row.municipalities == 0) return;
  share_bar(ui,
            {{row.confirmed, Firmness::firm},
             {row.unconfirmed, Firmness::unconfirmed},
             {row.observed_none, Firmness::none},
             {row.without_record(), Firmness::not_known}},
            ui.px(9));
  const std::size_t not_known = row.unconfirmed + row.without_record();
  if (not_known == 0) {
    muted(ui, ui.tr("agreement.all_known"));
  } else {
    std::string words =
        texts_of(ui).tr("agreement.unknown_share", {{"share", std::to_string(percent(not_known, row.municipalities))}});
    if (row.without_record() > 0) words += " · " + plural(ui, "agreement.without", row.without_record());
    if (row.unconfirmed > 0) words += " · " + plural(ui, "home.count.unconfirmed", row.unconfirmed);
    muted(ui, words);
  }
  if (row.not_known > 0) muted(ui, plural(ui, "agreement.unknown_validity", row.not_known));
}

void draw_clause(UiContext& ui, const Area& clause) {
  const AreaRecord& row = record_of(ui, clause.code);
  const std::string& about = clause.about.in(language(ui));
  const std::string line = plural(ui, "agreement.clause_count", row.agreements) + (about.empty() ? "" : " · " + about);
  if (link(ui, "clause." + clause.code, clause.code + " " + clause.label.in(language(ui)), line)) {
    show_area(ui, clause.code);
  }
}

// What the year before said of the area: the tasks that lead to it or to a clause of it, or that it is new.
void draw_year_before(UiContext& ui, const Area& area) {
  const Assets& assets = ui.session.assets();
  const std::vector<std::string>& newer = assets.crosswalk.only_newer;
  if (std::find(newer.begin(), newer.end(), area.code) != newer.end()) return muted(ui, ui.tr("agreement.new_area"));
  std::vector<std::string> told;
  for (const CrosswalkRow& row : assets.crosswalk.rows) {
    const bool leads_here = std::any_of(row.to.begin(), row.to.end(), [&](const std::string& to) {
      return ui.session.taxonomy().area_matches(area.code, to);
    });
    const bool is_told = std::find(told.begin(), told.end(), row.from) != told.end();
    if (!leads_here || is_told || row.comparable == CrosswalkRow::Comparable::no) continue;
    told.push_back(row.from);
    muted(ui,
          texts_of(ui).tr("agreement.before", {{"task", assets.taxonomy_2024.areas.label(row.from, language(ui))}}));
  }
}

void draw_area_card(UiContext& ui, const Area& area) {
  const AreaRecord& row = record_of(ui, area.code);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x, at.y + ui.px(2)});
  chip(ui, area.code, Tone::accent);
  ImGui::SameLine(0, ui.px(10));
  ImGui::SetCursorScreenPos({ImGui::GetCursorScreenPos().x, at.y});
  title(ui, area.label.in(language(ui)));
  if (const std::string& about = area.about.in(language(ui)); !about.empty()) text(ui, about);
  gap(ui, 2);
  draw_numbers(ui, row);
  draw_firm_share(ui, row);
  gap(ui, 2);
  for (const Area& clause : ui.session.taxonomy().areas.rows()) {
    if (clause.parent == area.code) draw_clause(ui, clause);
  }
  draw_year_before(ui, area);
  gap(ui, 2);
  const std::string words = texts_of(ui).tr("agreement.show", {{"area", area.short_label.in(language(ui))}});
  if (button(ui, "show." + area.code, words, Look::accent)) show_area(ui, area.code);
  tooltip(ui, ui.tr("agreement.show_help"));
}

// ---- the page ----

void draw_only_newer(UiContext& ui) {
  const Crosswalk& crosswalk = ui.session.assets().crosswalk;
  title(ui, ui.tr("agreement.only_newer"));
  muted(ui, crosswalk.only_newer_words.in(language(ui)));
  gap(ui, 2);
  for (const std::string& code : crosswalk.only_newer) {
    text(ui, code + " " + ui.session.taxonomy().areas.label(code, language(ui)));
  }
}

void draw_scope(UiContext& ui) {
  AgreementPageState& state = state_of(ui);
  if (state.place_name.empty()) return;
  if (button(ui, "scope.all", ui.tr("agreement.scope_all"), Look::plain, !state.is_of_own_place)) {
    state.wants_own_place = false;
  }
  ImGui::SameLine(0, ui.px(4));
  if (button(ui, "scope.own", shown_text(ui, state.place_name), Look::plain, state.is_of_own_place)) {
    state.wants_own_place = true;
  }
}

void draw_header(UiContext& ui) {
  page_heading(ui, ui.tr("agreement.title"));
  if (ui.session.network().is_synthetic()) chip(ui, ui.tr("caption.illustrative"), Tone::warning);
  muted(ui, ui.tr("agreement.help"));
  gap(ui, 4);
}

void draw_agreements(UiContext& ui) {
  const std::vector<AgreementId>& found = state_of(ui).agreements;
  Cards cards(ui, "facts", 380, 2);
  if (found.empty()) cards.card("none", 0, [&] { muted(ui, ui.tr("agreement.none_here")); });
  for (std::size_t i = 0; i < found.size(); ++i) {
    const int column = cards.columns() == 2 ? static_cast<int>(i % 2) : 0;
    cards.card("agreement" + std::to_string(i), column, [&] { draw_state_agreement(ui, found[i]); });
    if (i % 2 == 1) cards.align();
  }
}

void draw_areas(UiContext& ui) {
  page_heading(ui, ui.tr("agreement.areas"));
  draw_scope(ui);
  gap(ui, 2);
  Cards cards(ui, "areas", 380, 2);
  int column = 0;
  for (const Area& area : ui.session.taxonomy().areas.rows()) {
    if (!area.parent.empty() || area.is_outside) continue;
    cards.card(area.code, column, [&] { draw_area_card(ui, area); });
    column = (column + 1) % cards.columns();
    if (column == 0) cards.align();
  }
  if (!ui.session.assets().crosswalk.only_newer.empty()) {  // where the ninth area leaves room
    cards.card("newer", column, [&] { draw_only_newer(ui); });
  }
  cards.align();
}

}  // namespace

void draw_agreement(UiContext& ui) {
  page_ground(ui);
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  renew(ui);
  draw_header(ui);
  draw_agreements(ui);
  gap(ui, 8);
  draw_areas(ui);
  gap(ui, 8);
  draw_tasks(ui);
}

}  // namespace samverka
