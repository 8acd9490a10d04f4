#include "ui/widgets.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/actions.h"
#include "app/session.h"
#include "base/utf8.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr std::size_t shown_graphemes = 200;

const char* begin_of(std::string_view words) { return words.data(); }
const char* end_of(std::string_view words) { return words.data() + words.size(); }

void draw_words(std::string_view words, ImFont* font, Rgba colour) {
  ImGui::PushFont(font);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(colour));
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(begin_of(words), end_of(words));
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

// Capitals of Latin letters, å ä ö and é among them (U+00E0-00FE but for the division sign).
std::string capitals(std::string_view words) {
  std::string made(words);
  for (std::size_t i = 0; i < made.size(); ++i) {
    const auto byte = static_cast<unsigned char>(made[i]);
    if (byte >= 'a' && byte <= 'z') made[i] = static_cast<char>(byte - 32);
    const bool is_latin_1 = byte == 0xC3 && i + 1 < made.size();
    if (!is_latin_1) continue;
    const auto second = static_cast<unsigned char>(made[++i]);
    if (second >= 0xA0 && second <= 0xBE && second != 0xB7) made[i] = static_cast<char>(second - 32);
  }
  return made;
}

Rect rect_of_item() {
  const ImVec2 min = ImGui::GetItemRectMin();
  const ImVec2 max = ImGui::GetItemRectMax();
  return {{min.x, min.y}, {max.x, max.y}};
}

void polygon(const std::vector<ImVec2>& points, unsigned colour, bool is_filled) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_filled) {
    list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), colour);
  } else {
    list.AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_Closed, 1.5F);
  }
}

// A star is not convex, but every corner sees its middle.
void fan(Vec2 centre, const std::vector<ImVec2>& points, unsigned colour) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < points.size(); ++i) {
    list.AddTriangleFilled({centre.x, centre.y}, points[i], points[(i + 1) % points.size()], colour);
  }
}

void disc(Vec2 centre, float radius, unsigned colour, bool is_filled) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_filled) {
    list.AddCircleFilled({centre.x, centre.y}, radius, colour);
  } else {
    list.AddCircle({centre.x, centre.y}, radius, colour, 0, 1.5F);
  }
}

void cross(Vec2 c, float r, unsigned colour) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float arm = r * 0.36F;
  list.AddRectFilled({c.x - r, c.y - arm}, {c.x + r, c.y + arm}, colour);
  list.AddRectFilled({c.x - arm, c.y - r}, {c.x + arm, c.y + r}, colour);
}

}  // namespace

std::string UiContext::tr(std::string_view key) const { return session.texts().tr(key); }

std::string shown_text(const UiContext& ui, std::string_view from_data) {
  if (from_data.empty()) return ui.tr("ui.no_name");
  return displayable(normalized_nfc(shortened(from_data, shown_graphemes)));  // composed: Inter has Å, not A and a ring
}

void record(UiContext& ui, std::string_view label, std::string_view role, bool is_on) {
  ui.items.push_back(
      {std::string(label), std::string(role), rect_of_item(), ImGui::IsItemVisible(), ImGui::IsItemHovered(), is_on});
}

// `width` 0 is as wide as the label.
static bool button_of_width(UiContext& ui, std::string_view id, std::string_view label, Look look, bool is_on,
                            float width) {
  const Theme& theme = ui.session.theme();
  const bool accent = look == Look::accent || (is_on && look != Look::tab);
  ImGui::PushID(begin_of(id), end_of(id));
  int colours = 0;
  const auto push = [&](ImGuiCol slot, Rgba colour) {
    ImGui::PushStyleColor(slot, colour_u32(colour));
    ++colours;
  };
  if (accent) {
    push(ImGuiCol_Button, theme.accent);
    push(ImGuiCol_ButtonHovered, with_alpha(theme.accent, 0.85F));
    push(ImGuiCol_ButtonActive, theme.accent);
    push(ImGuiCol_Text, theme.panel);
    push(ImGuiCol_Border, theme.accent);
  } else if (look == Look::quiet || look == Look::tab) {
    push(ImGuiCol_Button, {0, 0, 0, 0});
    push(ImGuiCol_Border, {0, 0, 0, 0});
  }
  const std::string titled = std::string(label) + "###b";
  const bool clicked = ImGui::Button(titled.c_str(), {width, 0});
  record(ui, label, "button", is_on);
  ImGui::PopStyleColor(colours);
  ImGui::PopID();
  return clicked;
}

bool button(UiContext& ui, std::string_view id, std::string_view label, Look look, bool is_on) {
  return button_of_width(ui, id, label, look, is_on, 0);
}

bool drop_button(UiContext& ui, std::string_view id, std::string_view label, float most, Look look) {
  const float caret_room = ui.px(14);
  const float padding = ImGui::GetStyle().FramePadding.x;
  const std::string shown = fitting(label, std::max(most - caret_room - 2 * padding, ui.px(20)));
  ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5F});
  const bool clicked = button_of_width(ui, id, shown, look, false, button_width(shown) + caret_room);
  ImGui::PopStyleVar();
  if (shown.size() < label.size()) tooltip(ui, label);
  const ImVec2 max = ImGui::GetItemRectMax();
  const Vec2 c{max.x - padding - ui.px(4), (ImGui::GetItemRectMin().y + max.y) * 0.5F};
  const float r = ui.px(3.5F);
  ImGui::GetWindowDrawList()->AddTriangleFilled(
      {c.x - r, c.y - r * 0.5F}, {c.x + r, c.y - r * 0.5F}, {c.x, c.y + r * 0.7F},
      colour_u32(look == Look::accent ? ui.session.theme().panel : ui.session.theme().muted));
  return clicked;
}

std::string fitting(std::string_view words, float width) {
  const auto is_within = [&](const std::string& text) {
    return ImGui::CalcTextSize(text.data(), text.data() + text.size()).x <= width;
  };
  std::string whole = shortened(words, shown_graphemes);
  if (is_within(whole)) return whole;
  std::size_t fits = 0;
  std::size_t too_many = shown_graphemes;
  while (too_many - fits > 1) {
    const std::size_t middle = (fits + too_many) / 2;
    (is_within(shortened(words, middle)) ? fits : too_many) = middle;
  }
  return shortened(words, std::max<std::size_t>(fits, 1));
}

float button_width(std::string_view label) {
  return ImGui::CalcTextSize(begin_of(label), end_of(label)).x + 2 * ImGui::GetStyle().FramePadding.x;
}

void flow(UiContext& ui, float width, float gap) {
  ImGui::SameLine(0, gap);
  const float room = ImGui::GetWindowContentRegionMax().x - ImGui::GetCursorPosX();
  if (width <= room) return;
  ImGui::NewLine();
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y + ui.px(4));
}

bool action_button(UiContext& ui, std::string_view action_id, Look look) {
  const Action* action = find_action(action_id);
  SAM_CHECK(action, "a button for an action that is not in the table");
  const bool is_enabled = action->is_enabled(ui.session);
  ImGui::BeginDisabled(!is_enabled);
  const bool clicked = button(ui, action->id, ui.tr(action->text), look);
  ImGui::EndDisabled();
  if (const std::string keys = chord_text(action->chord); !keys.empty()) tooltip(ui, keys);
  if (clicked) action->run(ui.session);
  return clicked;
}

bool link(UiContext& ui, std::string_view id, std::string_view label, std::string_view muted_line) {
  const Theme& theme = ui.session.theme();
  ImGui::PushID(begin_of(id), end_of(id));
  const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x);
  const ImVec2 words = ImGui::CalcTextSize(begin_of(label), end_of(label), false, width);
  ImGui::PushFont(ui.fonts.small);
  const ImVec2 more =
      muted_line.empty() ? ImVec2{0, 0} : ImGui::CalcTextSize(begin_of(muted_line), end_of(muted_line), false, width);
  ImGui::PopFont();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool clicked = ImGui::InvisibleButton("link", {width, words.y + more.y + ui.px(4)});
  record(ui, label, "link");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused()) {
    list.AddRectFilled({at.x - ui.px(6), at.y - ui.px(1)},
                       {at.x + width + ui.px(4), at.y + words.y + more.y + ui.px(4)}, colour_u32(theme.accent_soft),
                       ui.px(5));
  }
  list.AddText(ui.fonts.body, ui.fonts.body->FontSize, at, colour_u32(theme.text), begin_of(label), end_of(label),
               width);
  if (!muted_line.empty()) {
    list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {at.x, at.y + words.y + ui.px(1)}, colour_u32(theme.muted),
                 begin_of(muted_line), end_of(muted_line), width);
  }
  ImGui::PopID();
  return clicked;
}

void text(UiContext& ui, std::string_view words) {
  draw_words(words, ui.fonts.body, ui.session.theme().text);
  record(ui, words, "text");
}

void muted(UiContext& ui, std::string_view words) {
  draw_words(words, ui.fonts.small, ui.session.theme().muted);
  record(ui, words, "text");
}

void title(UiContext& ui, std::string_view words) {
  draw_words(words, ui.fonts.title, ui.session.theme().text);
  record(ui, words, "text");
}

void heading(UiContext& ui, std::string_view words) {
  ImGui::Dummy({0, ui.px(5)});
  draw_words(capitals(words), ui.fonts.small_bold, ui.session.theme().muted);
  record(ui, words, "text");
}

void fact(UiContext& ui, std::string_view name, std::string_view value) {
  draw_words(name, ui.fonts.small, ui.session.theme().muted);
  const float end = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x + ImGui::GetScrollX();
  ImGui::SameLine(std::max(ui.px(116), end + ui.px(6)));
  draw_words(value, ui.fonts.small, ui.session.theme().text);
  record(ui, value, "text");
}

void figure(UiContext& ui, std::string_view name, std::string_view value) {
  draw_words(name, ui.fonts.small, ui.session.theme().muted);
  ImGui::PushFont(ui.fonts.small_bold);
  const float width = ImGui::CalcTextSize(begin_of(value), end_of(value)).x;
  ImGui::SameLine(ImGui::GetContentRegionMax().x - width);
  ImGui::TextUnformatted(begin_of(value), end_of(value));
  ImGui::PopFont();
  record(ui, value, "text");
}

void tooltip(UiContext& ui, std::string_view words) {
  if (!ImGui::IsItemHovered() || words.empty()) return;
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(ui.px(320));
  ImGui::TextUnformatted(begin_of(words), end_of(words));
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

void draw_symbol(Symbol symbol, Vec2 centre, float radius, Rgba colour, bool is_filled) {
  const unsigned packed = colour_u32(colour);
  if (symbol == Symbol::disc || symbol == Symbol::ring) {
    return disc(centre, radius, packed, is_filled && symbol == Symbol::disc);
  }
  if (symbol == Symbol::cross && is_filled) return cross(centre, radius, packed);
  std::vector<ImVec2> points;
  for (const Vec2 corner : symbol_corners(symbol, centre, radius)) points.emplace_back(corner.x, corner.y);
  if (symbol == Symbol::star && is_filled) return fan(centre, points, packed);
  polygon(points, packed, is_filled);
}

}  // namespace samverka
