// All other keys of the filter: a chip each, and under the chips a section with the values of every chip that is open.
#include <imgui.h>

#include <algorithm>
#include <array>

#include "app/filter_words.h"
#include "base/collate.h"
#include "model/filter_edit.h"
#include "ui/describe.h"
#include "ui/panels/filter_panel.h"
#include "ui/ui.h"

namespace samverka {
namespace {

struct Section {
  std::string_view key, text;
};

constexpr auto sections = std::to_array<Section>({
    {"form", "filter.section.form"},
    {"status", "filter.section.status"},
    {"target_group", "filter.section.target_group"},
    {"role", "filter.section.role"},
    {"service_area", "filter.section.service_area"},
    {"perspective", "filter.section.perspective"},
    {"county", "filter.section.county"},
    {"municipality", "filter.section.municipality"},
    {"type", "filter.section.type"},
    {"ownership", "filter.section.ownership"},
    {"state", "filter.section.state"},
    {"service", "filter.section.service"},
    {"method", "filter.section.method"},
    {"sourced", "filter.section.sourced"},
    {"confidence", "filter.section.confidence"},
    {"municipality_group", "filter.section.municipality_group"},
});

constexpr std::size_t most_rows = 25;  // of a section, before it scrolls by itself: all counties are seen

bool is_open(const FilterPanelState& state, std::string_view key) {
  return std::find(state.open_sections.begin(), state.open_sections.end(), key) != state.open_sections.end();
}

void toggle_section(FilterPanelState& state, std::string_view key) {
  if (is_open(state, key)) {
    std::erase(state.open_sections, std::string(key));
  } else {
    state.open_sections.emplace_back(key);
  }
}

// ---- chips ----

struct ChipSize {
  float label = 0, badge = 0, width = 0, height = 0;
};

ChipSize size_of_chip(const UiContext& ui, const std::string& label, const std::string& badge) {
  ImGui::PushFont(ui.fonts.small);
  ChipSize size;
  size.label = ImGui::CalcTextSize(label.c_str()).x;
  size.badge = badge.empty() ? 0 : ImGui::CalcTextSize(badge.c_str()).x + ui.px(8);
  size.width = size.label + ui.px(12) + (badge.empty() ? 0 : size.badge + ui.px(3));
  size.height = ImGui::GetFontSize() + ui.px(6);
  ImGui::PopFont();
  return size;
}

void draw_badge(const UiContext& ui, ImVec2 at, const std::string& badge, const ChipSize& size) {
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float inset = ui.px(3);
  const ImVec2 from{at.x + size.width - size.badge - inset, at.y + inset};
  list.AddRectFilled(from, {from.x + size.badge, at.y + size.height - inset}, colour_u32(theme.accent), ui.px(5));
  list.AddText(ui.fonts.small_bold, ui.fonts.small_bold->FontSize, {from.x + ui.px(4), at.y + ui.px(3)},
               colour_u32(theme.panel), badge.c_str());
}

bool chip(UiContext& ui, const Section& section, const std::string& label, const std::string& badge,
          const ChipSize& size) {
  const Theme& theme = ui.session.theme();
  const bool open = is_open(ui.state.filter_panel, section.key);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 end{at.x + size.width, at.y + size.height};
  ImGui::PushID(section.key.data(), section.key.data() + section.key.size());
  const bool clicked = ImGui::InvisibleButton("chip", {size.width, size.height});
  ImGui::PopID();
  record(ui, label, "chip", open);
  const bool is_near = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (open || is_near) list.AddRectFilled(at, end, colour_u32(theme.accent_soft), ui.px(6));
  list.AddRect(at, end, colour_u32(open || !badge.empty() ? theme.accent : theme.border), ui.px(6));
  list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {at.x + ui.px(6), at.y + ui.px(3)}, colour_u32(theme.text),
               label.c_str());
  if (!badge.empty()) draw_badge(ui, at, badge, size);
  return clicked;
}

void draw_section_chips(UiContext& ui) {
  const float gap = ui.px(4);
  const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
  bool is_first = true;
  float end = 0;
  for (const Section& section : sections) {
    const Facet* facet = ui.session.facets().find(section.key);
    const std::size_t named = count_named(ui.session.view.filter, section.key);
    if (named == 0 && (!facet || facet->values.empty())) continue;  // nothing to choose among
    const std::string label = ui.tr(section.text);
    const std::string badge = named == 0 ? "" : ui.session.texts().number(static_cast<long long>(named));
    const ChipSize size = size_of_chip(ui, label, badge);
    if (!is_first && end + gap + size.width <= right) ImGui::SameLine(0, gap);
    is_first = false;
    end = ImGui::GetCursorScreenPos().x + size.width;
    if (chip(ui, section, label, badge, size)) toggle_section(ui.state.filter_panel, section.key);
  }
}

// ---- an open section ----

// The map knows no invented county or municipality; the network does.
std::string label_of(const UiContext& ui, const std::string& key, const std::string& value) {
  const Session& session = ui.session;
  if (key == "county" && value != unrecorded) return shown_text(ui, county_name(session, value));
  const std::string words = filter_value_in_words(key, value, session.assets(), session.texts());
  const bool is_code = key == "municipality" && words == value;
  const ActorId municipality = is_code ? session.index().municipality(value) : ActorId{};
  return shown_text(ui, municipality.is_set() ? session.network().actor(municipality).shown_name() : words);
}

std::vector<FilterRow> rows_of(const UiContext& ui, const Facet& facet) {
  const bool is_long = facet.key == "municipality";  // and then only what there is something of
  std::vector<FilterRow> rows;
  for (const FacetCount& count : facet.values) {
    const std::size_t shown = facet.count_of(count);
    if (is_long && shown == 0 && !is_chosen(ui.session.view.filter, facet.key, count.value)) continue;
    rows.push_back({count.value, label_of(ui, facet.key, count.value), shown});
  }
  if (is_long) {
    std::stable_sort(rows.begin(), rows.end(), [](const FilterRow& a, const FilterRow& b) {
      if ((a.value == unrecorded) != (b.value == unrecorded)) return b.value == unrecorded;
      return swedish_less(a.label, b.label);
    });
  }
  return rows;
}

const std::vector<FilterRow>& rows_of_section(const UiContext& ui, const Facet& facet) {
  FilterPanelState& state = ui.state.filter_panel;
  const std::string& language = ui.session.texts().language();
  if (state.sections_of != ui.session.facets_revision() || state.sections_language != language) {
    state.sections.clear();
    state.sections_of = ui.session.facets_revision();
    state.sections_language = language;
  }
  const auto found = std::find_if(state.sections.begin(), state.sections.end(),
                                  [&](const FilterSectionRows& rows) { return rows.key == facet.key; });
  if (found != state.sections.end()) return found->rows;
  state.sections.push_back({facet.key, rows_of(ui, facet)});
  return state.sections.back().rows;
}

void draw_box(const UiContext& ui, Vec2 middle, bool is_chosen_row) {
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float half = ui.px(5.5F);
  const ImVec2 from{middle.x - half, middle.y - half};
  const ImVec2 to{middle.x + half, middle.y + half};
  if (!is_chosen_row) return list.AddRect(from, to, colour_u32(theme.muted), ui.px(2.5F));
  list.AddRectFilled(from, to, colour_u32(theme.accent), ui.px(2.5F));
  const ImVec2 tick[] = {{middle.x - half * 0.55F, middle.y},
                         {middle.x - half * 0.1F, middle.y + half * 0.45F},
                         {middle.x + half * 0.6F, middle.y - half * 0.5F}};
  list.AddPolyline(tick, 3, colour_u32(theme.panel), 0, ui.px(1.6F));
}

std::string help_of(const UiContext& ui, const Facet& facet, const FilterRow& row) {
  const auto count = static_cast<long long>(row.count);
  const Texts& texts = ui.session.texts();
  const std::string shown = facet.subject == FilterSubject::actor ? texts.plural("filter.shows_actors", count)
                                                                  : texts.plural("filter.shows_agreements", count);
  return row.label + "\n" + shown + "\n" + texts.tr("filter.help");
}

void draw_row(UiContext& ui, const Facet& facet, const FilterRow& value) {
  Filter& filter = ui.session.view.filter;
  const bool is_chosen_row = is_chosen(filter, facet.key, value.value);
  PanelRow row;
  row.id = value.value;
  row.label = value.label;
  row.count = ui.session.texts().number(static_cast<long long>(value.count));
  row.is_struck_out = is_left_out(filter, facet.key, value.value);
  row.is_on = value.count > 0 && !row.is_struck_out;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = panel_row_height(ui);
  const bool clicked = panel_row(ui, row);
  if (ImGui::IsItemHovered()) tooltip(ui, help_of(ui, facet, value));
  draw_box(ui, {at.x + ui.px(8), at.y + height * 0.5F}, is_chosen_row);
  if (!clicked) return;
  if (ImGui::GetIO().KeyAlt) {
    choose_only(filter, facet.key, value.value);
  } else {
    toggle_value(filter, facet.key, value.value, ui.session.taxonomy());
  }
}

void draw_rows(UiContext& ui, const Facet& facet) {
  const std::vector<FilterRow>& rows = rows_of_section(ui, facet);
  const float step = panel_row_height(ui) + ImGui::GetStyle().ItemSpacing.y;
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(rows.size()), step);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      draw_row(ui, facet, rows[static_cast<std::size_t>(i)]);
  }
}

// What is counted, and a way to take the section's choices away.
void draw_section_head(UiContext& ui, const Section& section, const Facet& facet) {
  heading(ui, ui.tr(section.text));
  ImGui::SameLine(0, ui.px(6));
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().muted));
  const std::string counted =
      ui.tr(facet.subject == FilterSubject::actor ? "filter.counts_actors" : "filter.counts_agreements");
  ImGui::TextUnformatted(counted.c_str());
  if (count_named(ui.session.view.filter, section.key) > 0) {
    const std::string clear = ui.tr("filter.clear_section");
    const float width = ImGui::CalcTextSize(clear.c_str()).x;
    ImGui::SameLine(ImGui::GetContentRegionMax().x - width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton("clear", {width, ImGui::GetFontSize()})) {
      clear_key(ui.session.view.filter, section.key);
    }
    record(ui, clear, "link");
    const bool is_near = ImGui::IsItemHovered() || ImGui::IsItemFocused();
    const Theme& theme = ui.session.theme();
    ImGui::GetWindowDrawList()->AddText(at, colour_u32(is_near ? theme.text : theme.accent), clear.c_str());
  }
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void draw_section(UiContext& ui, const Section& section, const Facet& facet) {
  ImGui::PushID(facet.key.c_str());
  draw_section_head(ui, section, facet);
  const std::size_t count = rows_of_section(ui, facet).size();
  if (count > most_rows) {
    const float step = panel_row_height(ui) + ImGui::GetStyle().ItemSpacing.y;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::BeginChild("rows", {0, step * (static_cast<float>(most_rows) + 0.5F)}, false, ImGuiWindowFlags_NavFlattened);
    draw_rows(ui, facet);
    ImGui::EndChild();
    ImGui::PopStyleVar();
  } else {
    draw_rows(ui, facet);
  }
  ImGui::PopID();
}

}  // namespace

void draw_filter_sections(UiContext& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(4)});
  heading(ui, ui.tr("filter.more"));
  draw_section_chips(ui);
  ImGui::PopStyleVar();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(1)});
  for (const Section& section : sections) {
    const Facet* facet = ui.session.facets().find(section.key);
    if (facet && is_open(ui.state.filter_panel, section.key)) draw_section(ui, section, *facet);
  }
  ImGui::PopStyleVar();
}

}  // namespace samverka
