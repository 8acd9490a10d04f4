// The key sheet: every action that has keys, by subject, in as many columns as there is room for.
#include <imgui.h>

#include <algorithm>
#include <array>

#include "ui/panels.h"
#include "ui/panels/finding.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float column_width = 330;
constexpr float column_gap = 26;
constexpr float row_height = 18;
constexpr float heading_height = 33;

struct Row {
  std::string words, keys;
};
struct Section {
  std::string heading;
  std::vector<Row> rows;
};

std::string all_keys(const Action& action) {
  std::string keys;
  for (const Chord chord : chords_of(action)) keys += (keys.empty() ? "" : "  ") + chord_text(chord);
  return keys;
}

// What is not in the table since it is no action: the mouse, and the keys that depend on where one is.
std::vector<Section> sections_of_the_window(const UiContext& ui) {
  const auto row = [&](const char* words, const char* keys) { return Row{ui.tr(words), ui.tr(keys)}; };
  return {{ui.tr("keys.mouse"),
           {row("keys.pan", "keys.pan.how"), row("keys.zoom", "keys.zoom.how"), row("keys.select", "keys.select.how"),
            row("keys.rectangle", "keys.rectangle.how"), row("keys.context", "keys.context.how")}},
          {ui.tr("keys.anywhere"),
           {{ui.tr("keys.escape"), chord_text({Chord::escape})}, {ui.tr("keys.panes"), chord_text({Chord::f6})}}}};
}

std::vector<Section> sections(const UiContext& ui) {
  std::vector<Section> all;
  for (const Subject& subject : subjects()) {
    Section section{ui.tr(subject.text), {}};
    for (const Action& action : actions()) {
      const std::string keys = all_keys(action);
      if (subject_of(action) == subject.id && !keys.empty()) section.rows.push_back({ui.tr(action.text), keys});
    }
    if (!section.rows.empty()) all.push_back(std::move(section));
  }
  for (Section& section : sections_of_the_window(ui)) all.push_back(std::move(section));
  return all;
}

float height_of(const Section& section) {
  return heading_height + row_height * static_cast<float>(section.rows.size());
}

// Which sections begin a new column, so that the highest column is as low as it can be with the sections in order.
std::vector<std::size_t> column_starts(const std::vector<Section>& all, std::size_t columns) {
  float total = 0;
  float least = 0;
  for (const Section& section : all) {
    total += height_of(section);
    least = std::max(least, height_of(section));
  }
  const auto starts_within = [&](float most) {
    std::vector<std::size_t> starts = {0};
    float height = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (height > 0 && height + height_of(all[i]) > most) {
        starts.push_back(i);
        height = 0;
      }
      height += height_of(all[i]);
    }
    return starts;
  };
  for (float most = std::max(least, total / static_cast<float>(columns));; most += row_height) {
    std::vector<std::size_t> starts = starts_within(most);
    if (starts.size() <= columns) return starts;
  }
}

void draw_row(UiContext& ui, const Row& row, float width) {
  const Theme& theme = ui.session.theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImFont& small = *ui.fonts.small;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float keys_width = small.CalcTextSizeA(small.FontSize, 1e9F, 0, row.keys.c_str()).x;
  ImGui::Dummy({width, ui.px(row_height)});
  record(ui, row.words, "text");
  record(ui, row.keys, "text");
  const float room = width - keys_width - ui.px(12);
  ImGui::PushFont(&small);
  const std::string words = fitting(row.words, room);
  ImGui::PopFont();
  list.AddText(&small, small.FontSize, at, colour_u32(theme.text), words.c_str());
  list.AddText(&small, small.FontSize, {at.x + width - keys_width, at.y}, colour_u32(theme.muted), row.keys.c_str());
}

void draw_sections(UiContext& ui, const std::vector<Section>& all, std::size_t first, std::size_t last, float width) {
  ImGui::BeginGroup();
  for (std::size_t i = first; i < last; ++i) {
    heading(ui, all[i].heading);
    ImGui::Dummy({0, ui.px(5)});
    for (const Row& row : all[i].rows) draw_row(ui, row, width);
  }
  ImGui::EndGroup();
}

}  // namespace

void draw_key_sheet(UiContext& ui) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  if (!ImGui::IsPopupOpen("###keys")) ImGui::OpenPopup("###keys");
  const float column = ui.px(column_width);
  const float gap = ui.px(column_gap);
  const float most = display.x - ui.px(60);
  const auto columns = static_cast<std::size_t>(std::clamp((most + gap) / (column + gap), 1.0F, 3.0F));
  const float width = std::min(column, most);
  ImGui::SetNextWindowPos({display.x * 0.5F, display.y * 0.5F}, ImGuiCond_Always, {0.5F, 0.5F});
  const std::vector<Section> all = sections(ui);
  const std::vector<std::size_t> starts = column_starts(all, columns);
  const auto count = static_cast<float>(starts.size());
  ImGui::SetNextWindowSize({count * width + (count - 1) * gap + 2 * ImGui::GetStyle().WindowPadding.x, 0});
  const auto flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove;
  if (!ImGui::BeginPopupModal("###keys", nullptr, flags)) return;
  title(ui, ui.tr("keys.title"));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  for (std::size_t c = 0; c < starts.size(); ++c) {
    if (c > 0) ImGui::SameLine(0, gap);
    draw_sections(ui, all, starts[c], c + 1 < starts.size() ? starts[c + 1] : all.size(), width);
  }
  ImGui::PopStyleVar();
  ImGui::Dummy({0, ui.px(8)});
  if (button(ui, "close", ui.tr("ui.close"), Look::accent)) {
    ui.session.view.dialog = ViewState::Dialog::none;
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

}  // namespace samverka
