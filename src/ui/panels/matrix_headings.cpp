// The headings of the tab Matris: as many lines as their words need, and as many columns as a table takes, page by
// page.
#include <imgui.h>

#include <algorithm>

#include "app/gap_words.h"
#include "app/matrix_maker.h"
#include "ui/panels/matrix_parts.h"
#include "ui/ui.h"

namespace samverka::matrix {
namespace {

constexpr std::size_t columns_of_a_page = 60;  // Dear ImGui's tables take 64, the names' column among them
constexpr std::size_t most_heading_lines = 9;  // of a norm's title, its class among them

// Words on lines of that width, the last one cut; a single word that is too long is cut on its own line.
std::vector<std::string> wrapped(const std::string& words, float width, std::size_t most_lines) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t begin = 0;
  while (begin < words.size()) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string word = words.substr(begin, end - begin);
    const std::string longer = line.empty() ? word : line + " " + word;
    if (!line.empty() && ImGui::CalcTextSize(longer.c_str()).x > width) {
      if (lines.size() + 1 == most_lines) break;
      lines.push_back(fitting(line, width));
      line = word;
    } else {
      line = longer;
    }
    begin = end + 1;
  }
  const bool is_cut = begin < words.size();
  lines.push_back(fitting(is_cut ? line + " …" : line, width));
  return lines;
}

// Of an area its code in bold; of a norm its class; else nothing.
std::string over_heading(const UiContext& ui, std::size_t column) {
  const Matrix& top = state_of(ui).top;
  if (column >= top.columns.size()) return top.kind == MatrixKind::area ? ui.tr("matrix.all_short") : "";
  if (top.kind == MatrixKind::area) return top.columns[column].code;
  const auto rule_class = top.columns[column].rule_class;
  if (!rule_class) return {};
  const bool is_square = *rule_class == RuleClass::law || *rule_class == RuleClass::duty;
  return (is_square ? "§ " : "") + ui.tr(text_key(*rule_class));
}

std::string heading_words(const UiContext& ui, std::size_t column) {
  const Matrix& top = state_of(ui).top;
  const std::string& language = ui.session.texts().language();
  if (column >= top.columns.size()) return top.kind == MatrixKind::area ? "" : column_name(ui, column);
  const Taxonomy& taxonomy = ui.session.taxonomy();
  if (top.kind == MatrixKind::area) return taxonomy.areas.short_label(top.columns[column].code, language);
  if (top.kind == MatrixKind::form) return taxonomy.forms.short_label(top.columns[column].code, language);
  return shown_text(ui, matrix_column_label(source_of(ui), top, column, ui.session.texts()));
}

std::size_t all_columns(const UiContext& ui) {
  const Matrix& top = state_of(ui).top;
  return top.columns.size() + (has_sum_column(top.kind) ? 1 : 0);
}

}  // namespace

ColumnPage shown_columns(const UiContext& ui) {
  const std::size_t all = all_columns(ui);
  const std::size_t pages = std::max<std::size_t>((all + columns_of_a_page - 1) / columns_of_a_page, 1);
  const std::size_t first = std::min(state_of(ui).page, pages - 1) * columns_of_a_page;
  return {first, std::min(all - first, columns_of_a_page), all};
}

void draw_pages(UiContext& ui) {
  const ColumnPage page = shown_columns(ui);
  if (page.count == page.all) return;
  MatrixState& state = state_of(ui);
  state.page = page.first / columns_of_a_page;
  const std::size_t last = page.first + page.count;
  muted(ui, ui.session.texts().tr("matrix.pages", {{"first", number(ui, page.first + 1)},
                                                   {"last", number(ui, last)},
                                                   {"all", number(ui, page.all)},
                                                   {"left", number(ui, page.all - page.count)}}));
  ImGui::BeginDisabled(page.first == 0);
  if (button(ui, "matrix.page_before", ui.tr("matrix.page_before"))) --state.page;
  ImGui::EndDisabled();
  ImGui::SameLine(0, ui.px(6));
  ImGui::BeginDisabled(last == page.all);
  if (button(ui, "matrix.page_after", ui.tr("matrix.page_after"))) ++state.page;
  ImGui::EndDisabled();
}

std::size_t heading_lines(const UiContext& ui, const ColumnPage& page, float width) {
  const MatrixKind kind = state_of(ui).top.kind;
  if (kind != MatrixKind::rule) return kind == MatrixKind::area ? 2 : 3;
  std::size_t most = 2;
  ImGui::PushFont(ui.fonts.small);
  for (std::size_t i = 0; i < page.count; ++i) {
    const std::size_t own = over_heading(ui, page.first + i).empty() ? 0 : 1;
    most = std::max(most, own + wrapped(heading_words(ui, page.first + i), width, most_heading_lines - own).size());
  }
  ImGui::PopFont();
  return most;
}

void draw_column_name(UiContext& ui, std::size_t column, std::size_t most) {
  const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Theme& theme = ui.session.theme();
  const float line = ui.fonts.small->FontSize;
  ImGui::Dummy({width, static_cast<float>(most) * line + ui.px(2)});
  const std::string name = column_name(ui, column);
  record(ui, name, "matrix column");
  tooltip(ui, name);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto centred = [&](ImFont* font, const std::string& words, float y, Rgba colour) {
    const float text_width = font->CalcTextSizeA(font->FontSize, 1e6F, 0, words.c_str()).x;
    list.AddText(font, font->FontSize, {at.x + (width - text_width) * 0.5F, y}, colour_u32(colour), words.c_str());
  };
  const std::string over = over_heading(ui, column);
  ImGui::PushFont(ui.fonts.small);
  const std::size_t room = most - (over.empty() ? 0 : 1);
  std::vector<std::string> lines = wrapped(heading_words(ui, column), width - ui.px(2), room);
  ImGui::PopFont();
  // A code says it; a name cut to three letters says nothing.
  const bool is_area = state_of(ui).top.kind == MatrixKind::area;
  if (is_area && width < ui.px(60) && lines.front() != heading_words(ui, column)) lines.clear();
  // The last line stands next to the cells.
  float y = at.y + line * static_cast<float>(room - lines.size());
  if (!over.empty()) {
    centred(ui.fonts.small_bold, over, y, theme.text);
    y += line;
  }
  for (const std::string& words : lines) {
    centred(ui.fonts.small, words, y, is_area ? theme.muted : theme.text);
    record(ui, words, "heading line");
    y += line;
  }
}

}  // namespace samverka::matrix
