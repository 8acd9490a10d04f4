// Several selected: what they are, and where actors are among them, what these share and what each has alone.
#include <imgui.h>

#include <algorithm>
#include <map>

#include "ui/describe.h"
#include "ui/panels/inspector_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr std::size_t most_columns = 3;  // side by side; more are told by their sums

std::string short_name(const UiContext& ui, ActorId actor) {
  return shown_text(ui, ui.session.network().actor(actor).shown_name());
}

// A row of numbers, one a side, under the sides' names.
void draw_columns(UiContext& ui, std::string_view words, const std::vector<std::string>& values, bool is_bold) {
  const float left = ImGui::GetCursorPosX();
  const float width = ImGui::GetContentRegionAvail().x;
  const float first = width * 0.40F;
  const float column = (width - first) / static_cast<float>(values.size());
  const float y = ImGui::GetCursorPosY();
  muted(ui, words);
  const float next = ImGui::GetCursorPosY();
  ImGui::PushFont(is_bold ? ui.fonts.small_bold : ui.fonts.small);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string shown = fitting(values[i], column - ui.px(6));
    const float right = left + first + column * static_cast<float>(i + 1);
    ImGui::SetCursorPos({right - ImGui::CalcTextSize(shown.c_str()).x, y});
    ImGui::TextUnformatted(shown.c_str());
    record(ui, values[i], "text");
  }
  ImGui::PopFont();
  ImGui::SetCursorPos({left, next});
}

void draw_table(UiContext& ui, const Comparison& found) {
  const auto row = [&](std::string_view words, auto value, bool is_bold = false) {
    std::vector<std::string> values;
    for (const Comparison::Side& side : found.sides) values.push_back(value(side));
    draw_columns(ui, words, values, is_bold);
  };
  const auto count = [&](std::size_t Comparison::Side::*member) {
    return [&ui, member](const Comparison::Side& side) { return number(ui, side.*member); };
  };
  row(
      "", [&](const Comparison::Side& side) { return short_name(ui, side.actor); }, true);
  row(ui.tr("fact.population"), [&](const Comparison::Side& side) {
    const auto& population = ui.session.network().actor(side.actor).population;
    return population ? ui.session.texts().number(*population) : std::string("–");
  });
  row(ui.tr("compare.confirmed"), count(&Comparison::Side::confirmed));
  row(ui.tr("compare.unconfirmed"), count(&Comparison::Side::unconfirmed));
  row(ui.tr("compare.alone"), count(&Comparison::Side::alone));
  row(ui.tr("compare.partners"), count(&Comparison::Side::partners));
  heading(ui, ui.tr("compare.by_area"));
  for (const Comparison::AreaRow& area : found.areas) {
    std::vector<std::string> values;
    for (const std::size_t n : area.agreements) values.push_back(number(ui, n));
    const std::string name = ui.session.taxonomy().areas.short_label(area.area, language_of(ui));
    draw_columns(ui, area.area + " " + name, values, false);
  }
  if (found.areas.empty()) muted(ui, ui.tr("compare.no_area"));
}

void draw_shared(UiContext& ui, const Comparison& found) {
  heading(ui, ui.session.texts().plural("compare.shared", static_cast<long long>(found.shared.size())));
  if (found.shared.empty()) muted(ui, ui.tr("compare.nothing_shared"));
  const std::size_t rows = rows_shown(ui, "shared", found.shared.size());
  for (std::size_t i = 0; i < rows; ++i) {
    const Agreement& agreement = ui.session.network().agreement(found.shared[i]);
    const std::string form = ui.session.taxonomy().forms.short_label(agreement.form, language_of(ui));
    const std::string line = form + " · " + status_in_words(ui.session, agreement);
    if (link(ui, "shared/" + std::to_string(i), shown_text(ui, agreement.title), line)) {
      select_agreement(ui, found.shared[i]);
    }
  }
  rest_of(ui, "shared", found.shared.size());
  if (found.shared_partners.empty()) return;
  heading(ui,
          ui.session.texts().plural("compare.shared_partners", static_cast<long long>(found.shared_partners.size())));
  const std::size_t partners = rows_shown(ui, "partners", found.shared_partners.size());
  for (std::size_t i = 0; i < partners; ++i) {
    const ActorId actor = found.shared_partners[i];
    if (link(ui, "partners/" + std::to_string(i), short_name(ui, actor))) select_actor(ui, actor);
  }
  rest_of(ui, "partners", found.shared_partners.size());
}

// "3 kommuner, 1 region, 2 överenskommelser" as figures.
void draw_sums(UiContext& ui, const std::vector<PickId>& selected) {
  std::map<std::string, std::size_t> by_group;
  std::size_t agreements = 0;
  std::int64_t population = 0;
  for (const PickId pick : selected) {
    if (pick.kind == PickId::Kind::agreement) ++agreements;
    if (pick.kind != PickId::Kind::actor) continue;
    const Actor& actor = ui.session.network().actor(ActorId(pick.index));
    ++by_group[ui.session.taxonomy().group_of(actor.type).code];
    if (actor.type == "municipality") population += actor.population.value_or(0);
  }
  for (const ActorGroup& group : ui.session.taxonomy().groups.rows()) {
    const auto found = by_group.find(group.code);
    if (found != by_group.end()) figure(ui, group.label.in(language_of(ui)), number(ui, found->second));
  }
  if (agreements > 0) figure(ui, ui.tr("legend.agreement"), number(ui, agreements));
  if (population > 0) figure(ui, ui.tr("compare.population"), ui.session.texts().number(population));
}

void draw_list(UiContext& ui, const std::vector<PickId>& selected) {
  heading(ui, ui.tr("compare.selected"));
  const std::size_t rows = rows_shown(ui, "selected", selected.size());
  for (std::size_t i = 0; i < rows; ++i) {
    const PickId pick = selected[i];
    const Described card = describe(ui.session, pick);
    if (card.title.empty()) continue;
    if (!link(ui, "selected/" + std::to_string(i), card.title, card.lines.empty() ? "" : card.lines.front())) continue;
    ui.session.view.also_selected.clear();
    ui.session.view.selection = pick;
  }
  rest_of(ui, "selected", selected.size());
}

}  // namespace

void draw_inspected_several(UiContext& ui) {
  const std::vector<PickId> selected = ui.session.view.selected();
  const Comparison& found = inspector_state(ui).comparison;
  title(ui, ui.session.texts().plural("compare.title", static_cast<long long>(selected.size())));
  ImGui::Separator();
  draw_sums(ui, selected);
  if (found.sides.size() >= 2 && found.sides.size() <= most_columns) {
    heading(ui, ui.tr("compare.side_by_side"));
    draw_table(ui, found);
  }
  if (found.sides.size() >= 2) draw_shared(ui, found);
  draw_list(ui, selected);
}

}  // namespace samverka
