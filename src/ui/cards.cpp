#include "ui/cards.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/session.h"

namespace samverka {
namespace {

constexpr float padding = 14;
constexpr float space_between = 12;
constexpr float rounding = 10;

const char* begin_of(std::string_view words) { return words.data(); }
const char* end_of(std::string_view words) { return words.data() + words.size(); }

float text_width(ImFont* font, std::string_view words) {
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, begin_of(words), end_of(words)).x;
}

void draw_text(ImDrawList& list, ImFont* font, Vec2 at, Rgba colour, std::string_view words, float wrap = 0) {
  list.AddText(font, font->FontSize, {at.x, at.y}, colour_u32(colour), begin_of(words), end_of(words), wrap);
}

// Slanting lines within a rectangle: what is not known.
void hatch(ImDrawList& list, const Rect& at, Rgba colour, float step) {
  list.PushClipRect({at.min.x, at.min.y}, {at.max.x, at.max.y}, true);
  const float height = at.max.y - at.min.y;
  for (float x = at.min.x - height; x < at.max.x; x += step) {
    list.AddLine({x, at.max.y}, {x + height, at.min.y}, colour_u32(colour), 1);
  }
  list.PopClipRect();
}

bool pressed_area(UiContext& ui, std::string_view id, Vec2 size) {
  ImGui::PushID(begin_of(id), end_of(id));
  const bool clicked = ImGui::InvisibleButton("area", {std::max(size.x, 1.0F), std::max(size.y, 1.0F)});
  ImGui::PopID();
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  static_cast<void>(ui);
  return clicked;
}

bool is_pointed_at() { return ImGui::IsItemHovered() || ImGui::IsItemFocused(); }

void draw_arrow(ImDrawList& list, Vec2 centre, float radius, bool is_open, Rgba colour) {
  const float r = radius;
  if (is_open) {
    list.AddTriangleFilled({centre.x - r, centre.y - r * 0.5F}, {centre.x + r, centre.y - r * 0.5F},
                           {centre.x, centre.y + r * 0.7F}, colour_u32(colour));
  } else {
    list.AddTriangleFilled({centre.x - r * 0.5F, centre.y - r}, {centre.x - r * 0.5F, centre.y + r},
                           {centre.x + r * 0.7F, centre.y}, colour_u32(colour));
  }
}

}  // namespace

// ---- cards in columns ----

Cards::Cards(UiContext& ui, std::string_view id, float least_width, int most_columns)
    : ui_(ui), list_(*ImGui::GetWindowDrawList()), gap_(ui.px(space_between)) {
  ImGui::PushID(begin_of(id), end_of(id));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = std::max(ImGui::GetContentRegionAvail().x, 1.0F);
  const int fitting = static_cast<int>((room + gap_) / (ui.px(least_width) + gap_));
  const int count = std::clamp(fitting, 1, most_columns);
  left_ = at.x;
  width_ = std::max(1.0F, std::floor((room - gap_ * static_cast<float>(count - 1)) / static_cast<float>(count)));
  next_y_.assign(static_cast<std::size_t>(count), at.y);
  last_.assign(static_cast<std::size_t>(count), none);
  layers_.Split(&list_, 2);
  layers_.SetCurrentChannel(&list_, 1);
}

Cards::~Cards() {
  layers_.SetCurrentChannel(&list_, 0);
  const Theme& theme = ui_.session.theme();
  for (const Surface& surface : surfaces_) {
    const ImVec2 min{surface.rect.min.x, surface.rect.min.y};
    const ImVec2 max{surface.rect.max.x, surface.rect.max.y};
    list_.AddRectFilled(min, max, colour_u32(theme.panel), ui_.px(rounding));
    list_.AddRect(min, max, colour_u32(surface.is_accented ? theme.accent : theme.border), ui_.px(rounding), 0,
                  surface.is_accented ? ui_.px(1.6F) : 1.0F);
  }
  layers_.Merge(&list_);
  const float bottom = *std::max_element(next_y_.begin(), next_y_.end());
  ImGui::SetCursorScreenPos({left_, bottom - gap_});
  ImGui::Dummy({width_, 1});  // tells the window how far it may be scrolled
  ImGui::PopID();
}

void Cards::begin_card(std::string_view id, int column) {
  column_ = std::clamp(column, 0, columns() - 1);
  const auto at = static_cast<std::size_t>(column_);
  const float x = left_ + static_cast<float>(column_) * (width_ + gap_);
  ImGui::SetCursorScreenPos({x, next_y_[at]});
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {ui_.px(padding), ui_.px(padding)});
  ImGui::PushID(begin_of(id), end_of(id));
  // A table of one cell: the one thing in ImGui 1.86 that wraps text in a column and is as tall as what it holds.
  ImGui::BeginTable("card", 1, ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_PadOuterX, {width_, 0});
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  ImGui::PopStyleVar();
}

void Cards::end_card() {
  ImGui::EndTable();
  ImGui::PopID();
  const auto at = static_cast<std::size_t>(column_);
  const float x = left_ + static_cast<float>(column_) * (width_ + gap_);
  const float bottom = ImGui::GetCursorScreenPos().y - ImGui::GetStyle().ItemSpacing.y;
  last_[at] = surfaces_.size();
  surfaces_.push_back({{{x, next_y_[at]}, {x + width_, bottom}}, false});
  next_y_[at] = bottom + gap_;
}

void Cards::align() {
  const float bottom = *std::max_element(next_y_.begin(), next_y_.end());
  for (std::size_t& last : last_) {
    if (last != none) surfaces_[last].rect.max.y = bottom - gap_;
    last = none;
  }
  std::fill(next_y_.begin(), next_y_.end(), bottom);
}

void Cards::accent_last() {
  if (!surfaces_.empty()) surfaces_.back().is_accented = true;
}

// ---- signs ----

void draw_firmness(UiContext& ui, Firmness firmness, Vec2 c, float r) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Theme& theme = ui.session.theme();
  const unsigned accent = colour_u32(theme.accent);
  const unsigned faint = colour_u32(theme.muted);
  const float line = ui.px(1.5F);
  switch (firmness) {
    case Firmness::firm:
      list.AddCircleFilled({c.x, c.y}, r, accent);
      return;
    case Firmness::on_its_way:
      list.AddCircle({c.x, c.y}, r - line * 0.5F, accent, 0, line);
      list.PathArcTo({c.x, c.y}, r - line, 1.5707963F, 4.712389F);
      list.PathFillConvex(accent);
      return;
    case Firmness::unconfirmed:
      list.AddCircle({c.x, c.y}, r - line * 0.5F, faint, 0, line);
      return;
    case Firmness::past:
      list.AddCircle({c.x, c.y}, r - line * 0.5F, colour_u32(theme.warning), 0, line);
      list.AddLine({c.x - r * 0.7F, c.y + r * 0.7F}, {c.x + r * 0.7F, c.y - r * 0.7F}, colour_u32(theme.warning), line);
      return;
    case Firmness::none:
      list.AddLine({c.x - r, c.y}, {c.x + r, c.y}, faint, line);
      return;
    case Firmness::not_known:
      hatch(list, {{c.x - r, c.y - r}, {c.x + r, c.y + r}}, theme.muted, ui.px(3));
      list.AddRect({c.x - r, c.y - r}, {c.x + r, c.y + r}, faint, ui.px(1.5F));
      return;
  }
}

float chip_width(const UiContext& ui, std::string_view words) { return text_width(ui.fonts.small, words) + ui.px(14); }

namespace {

void framed_words(UiContext& ui, std::string_view words, Rgba fill, Rgba letters) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ui.fonts.small->FontSize + ui.px(5);
  ImGui::Dummy({chip_width(ui, words), height});
  record(ui, words, "text");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + chip_width(ui, words), at.y + height};
  list.AddRectFilled(at, end, colour_u32(fill), height * 0.5F);
  draw_text(list, ui.fonts.small, {at.x + ui.px(7), at.y + ui.px(2.5F)}, letters, words);
}

}  // namespace

void chip(UiContext& ui, std::string_view words, Tone tone) {
  const Theme& theme = ui.session.theme();
  const Rgba edge = tone == Tone::neutral ? theme.border : tone == Tone::accent ? theme.accent : theme.warning;
  const Rgba fill = tone == Tone::accent ? theme.accent_soft : with_alpha(edge, tone == Tone::warning ? 0.12F : 0.25F);
  const Rgba letters = tone == Tone::warning ? theme.warning : tone == Tone::accent ? theme.accent : theme.text;
  framed_words(ui, words, fill, letters);
}

void chip(UiContext& ui, std::string_view words, Rgba colour) {
  framed_words(ui, words, with_alpha(colour, 0.16F), colour);
}

bool tile(UiContext& ui, std::string_view id, std::string_view number, std::string_view words, Firmness firmness,
          float width, bool is_on) {
  const Theme& theme = ui.session.theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float inner = std::max(width - ui.px(2 * padding), 1.0F);
  ImFont* small = ui.fonts.small;
  const ImVec2 lines = small->CalcTextSizeA(small->FontSize, FLT_MAX, inner, begin_of(words), end_of(words));
  const float two_lines = std::max(lines.y, 2 * small->FontSize);
  const Vec2 size{width, ui.fonts.brand->FontSize + two_lines + ui.px(20)};
  const bool clicked = pressed_area(ui, id, size);
  record(ui, words, "tile", is_on);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + size.x, at.y + size.y};
  list.AddRectFilled(at, end, colour_u32(is_pointed_at() || is_on ? theme.accent_soft : theme.panel), ui.px(rounding));
  list.AddRect(at, end, colour_u32(is_on ? theme.accent : theme.border), ui.px(rounding));
  const float radius = ui.px(5.5F);
  draw_firmness(ui, firmness, {at.x + ui.px(padding) + radius, at.y + ui.px(9) + ui.fonts.brand->FontSize * 0.5F},
                radius);
  draw_text(list, ui.fonts.brand, {at.x + ui.px(padding + 18), at.y + ui.px(9)}, theme.text, number);
  draw_text(list, small, {at.x + ui.px(padding), at.y + ui.px(12) + ui.fonts.brand->FontSize}, theme.muted, words,
            inner);
  return clicked;
}

bool fold_row(UiContext& ui, const FoldRow& row) {
  const Theme& theme = ui.session.theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = std::max(ImGui::GetContentRegionAvail().x, 1.0F);
  ImFont* font = ui.fonts.body;
  ImFont* small = ui.fonts.small;
  const float code_width = row.code.empty() ? 0 : ui.px(26);
  const float left = ui.px(20) + code_width;
  const float arrow = ui.px(14);
  const float summary_width = text_width(small, row.summary);
  const float words_width = text_width(font, row.words);
  // In a narrow card the summary stands under the words.
  const bool is_two_lines = left + words_width + ui.px(12) + summary_width + arrow > width;
  const float wrap = std::max(width - left - arrow, ui.px(40));
  const ImVec2 words_size = font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap, begin_of(row.words), end_of(row.words));
  const float height = words_size.y + (is_two_lines ? small->FontSize + ui.px(2) : 0) + ui.px(8);
  const bool clicked = pressed_area(ui, row.id, {width, height});
  record(ui, row.words, "row", row.is_open);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_pointed_at()) {
    list.AddRectFilled({at.x - ui.px(6), at.y}, {at.x + width + ui.px(6), at.y + height}, colour_u32(theme.accent_soft),
                       ui.px(5));
  }
  const float middle = at.y + ui.px(4) + font->FontSize * 0.5F;
  if (row.has_sign) draw_firmness(ui, row.firmness, {at.x + ui.px(6), middle}, ui.px(5));
  draw_text(list, small, {at.x + ui.px(20), middle - small->FontSize * 0.5F}, theme.muted, row.code);
  draw_text(list, font, {at.x + left, at.y + ui.px(4)}, theme.text, row.words, wrap);
  const Vec2 summary = is_two_lines ? Vec2{at.x + left, at.y + ui.px(5) + words_size.y}
                                    : Vec2{at.x + width - arrow - summary_width, middle - small->FontSize * 0.5F};
  draw_text(list, small, summary, theme.muted, row.summary);
  draw_arrow(list, {at.x + width - ui.px(5), middle}, ui.px(4), row.is_open, theme.muted);
  return clicked;
}

void share_bar(UiContext& ui, const std::vector<BarPart>& parts, float height, std::optional<Rgba> colour) {
  const auto add = [](std::size_t sum, const BarPart& part) { return sum + part.count; };
  const std::size_t whole = std::accumulate(parts.begin(), parts.end(), std::size_t{0}, add);
  if (whole == 0) return;
  const Theme& theme = ui.session.theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = std::max(ImGui::GetContentRegionAvail().x, 1.0F);
  ImGui::Dummy({width, height});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rgba ink = colour.value_or(theme.accent);
  float x = at.x;
  std::size_t sum = 0;
  for (const BarPart& part : parts) {
    if (part.count == 0) continue;
    sum += part.count;
    const float end = at.x + width * static_cast<float>(sum) / static_cast<float>(whole);
    const Rect piece{{x, at.y}, {std::max(end - ui.px(1), x + 1), at.y + height}};
    const ImVec2 min{piece.min.x, piece.min.y};
    const ImVec2 max{piece.max.x, piece.max.y};
    x = end;
    if (part.firmness == Firmness::firm) {
      list.AddRectFilled(min, max, colour_u32(ink), ui.px(2));
    } else if (part.firmness == Firmness::not_known) {
      hatch(list, piece, theme.muted, ui.px(4));
      list.AddRect(min, max, colour_u32(theme.border), ui.px(2));
    } else {
      const bool is_none = part.firmness == Firmness::none;
      list.AddRectFilled(min, max, colour_u32(is_none ? theme.panel : with_alpha(ink, 0.35F)), ui.px(2));
      list.AddRect(min, max, colour_u32(is_none ? theme.muted : ink), ui.px(2));
    }
  }
}

void page_ground(UiContext& ui) {
  const ImVec2 at = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect(at, {at.x + size.x, at.y + size.y});  // into the padding, which a window keeps clear
  list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, colour_u32(ui.session.theme().background), ui.px(8),
                     ImDrawFlags_RoundCornersBottom);
  list.PopClipRect();
}

void numbered(UiContext& ui, int figure, float indent) {
  const std::string words = std::to_string(figure);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float radius = ui.px(11);
  const Vec2 centre{at.x + radius, at.y + radius};
  ImFont* font = ui.fonts.small_bold;
  const float width = text_width(font, words);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled({centre.x, centre.y}, radius, colour_u32(ui.session.theme().accent));
  draw_text(list, font, {centre.x - width * 0.5F, centre.y - font->FontSize * 0.5F}, ui.session.theme().panel, words);
  ImGui::Indent(indent);
}

void page_heading(UiContext& ui, std::string_view words) {
  ImGui::PushFont(ui.fonts.brand);
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(begin_of(words), end_of(words));
  ImGui::PopTextWrapPos();
  ImGui::PopFont();
  record(ui, words, "text");
}

void flow_in_card(UiContext& ui, float width, float gap_px) {
  ImGui::SameLine(0, gap_px);
  if (width <= ImGui::GetContentRegionAvail().x) return;
  ImGui::NewLine();
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y + ui.px(4));
}

void gap(UiContext& ui, float height) { ImGui::Dummy({0, ui.px(height)}); }

}  // namespace samverka
