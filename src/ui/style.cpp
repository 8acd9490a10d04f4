#include "ui/style.h"

#include <imgui.h>
#include <imgui_freetype.h>

#include <cmath>

#include "base/posix.h"

namespace samverka {
namespace {

ImVec4 vec4(Rgba c) {
  constexpr float full = 255.0F;
  return {static_cast<float>(c.r) / full, static_cast<float>(c.g) / full, static_cast<float>(c.b) / full,
          static_cast<float>(c.a) / full};
}

// Latin with what Swedish names and our own signs need; ImGui's glyphs are 16 bits, so no emoji.
constexpr ImWchar glyph_ranges[] = {0x0020, 0x017F, 0x2010, 0x2026, 0x202F, 0x2030, 0x2039,
                                    0x203A, 0x20AC, 0x20AC, 0x2190, 0x2193, 0x2212, 0x2212,
                                    0x2260, 0x2265, 0x25A0, 0x25E6, 0xFFFD, 0xFFFD, 0};

ImFont* add_font(const std::string& file, float em_px) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  if (!file_exists(file)) return atlas.AddFontDefault();
  ImFontConfig config;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  return atlas.AddFontFromFileTTF(file.c_str(), em_px * inter_line_per_em, &config, glyph_ranges);
}

void set_metrics(ImGuiStyle& style) {
  style.WindowPadding = {14, 12};
  style.FramePadding = {10, 6};
  style.ItemSpacing = {8, 6};
  style.ItemInnerSpacing = {6, 4};
  style.ChildRounding = 8;
  style.FrameRounding = 6;
  style.PopupRounding = 8;
  style.WindowRounding = 8;
  style.ScrollbarSize = 10;
  style.ScrollbarRounding = 5;
  style.WindowBorderSize = style.ChildBorderSize = style.FrameBorderSize = style.PopupBorderSize = 1;
}

}  // namespace

unsigned int colour_u32(Rgba c) { return IM_COL32(c.r, c.g, c.b, c.a); }

ImFont* Fonts::label(float size_px, bool is_bold) const {
  const Sized* nearest = nullptr;
  for (const Sized& sized : labels) {
    if (sized.is_bold != is_bold) continue;
    if (!nearest || std::abs(sized.em_px - size_px) < std::abs(nearest->em_px - size_px)) nearest = &sized;
  }
  return nearest ? nearest->font : body;
}

Fonts load_fonts(const std::string& regular_file, const std::string& bold_file, float scale) {
  ImGui::GetIO().Fonts->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  Fonts fonts;
  fonts.body = add_font(regular_file, 14.5F * scale);
  fonts.bold = add_font(bold_file, 14.5F * scale);
  fonts.small = add_font(regular_file, 12.0F * scale);
  fonts.small_bold = add_font(bold_file, 12.0F * scale);
  fonts.title = add_font(bold_file, 18.0F * scale);
  fonts.brand = add_font(bold_file, 21.0F * scale);
  for (const float em_px : {11.0F, 11.5F, 12.5F, 13.0F}) {  // what scene/ names things in
    fonts.labels.push_back({em_px, false, add_font(regular_file, em_px * scale)});
    fonts.labels.push_back({em_px, true, add_font(bold_file, em_px * scale)});
  }
  return fonts;
}

void mark_unknown_glyphs() {
  constexpr ImWchar box = 0x25A1;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  if (!atlas.IsBuilt()) atlas.Build();
  for (ImFont* font : atlas.Fonts) {
    if (!font->FindGlyphNoFallback(box)) continue;
    font->FallbackChar = box;
    font->BuildLookupTable();
  }
}

void apply_style(const Theme& theme, float scale) {
  ImGuiStyle style;
  set_metrics(style);
  style.ScaleAllSizes(scale);
  const ImVec4 none{0, 0, 0, 0};
  ImVec4* colour = style.Colors;
  colour[ImGuiCol_Text] = vec4(theme.text);
  colour[ImGuiCol_TextDisabled] = vec4(theme.muted);
  colour[ImGuiCol_WindowBg] = vec4(theme.background);
  colour[ImGuiCol_ChildBg] = vec4(theme.panel);
  colour[ImGuiCol_PopupBg] = vec4(theme.panel);
  colour[ImGuiCol_Border] = vec4(theme.border);
  colour[ImGuiCol_FrameBg] = vec4(theme.background);
  colour[ImGuiCol_FrameBgHovered] = colour[ImGuiCol_FrameBgActive] = vec4(theme.accent_soft);
  colour[ImGuiCol_Button] = vec4(theme.panel);
  colour[ImGuiCol_ButtonHovered] = colour[ImGuiCol_ButtonActive] = vec4(theme.accent_soft);
  colour[ImGuiCol_Header] = colour[ImGuiCol_HeaderHovered] = colour[ImGuiCol_HeaderActive] = vec4(theme.accent_soft);
  colour[ImGuiCol_ScrollbarBg] = none;
  colour[ImGuiCol_ScrollbarGrab] = vec4(theme.border);
  colour[ImGuiCol_ScrollbarGrabHovered] = colour[ImGuiCol_ScrollbarGrabActive] = vec4(theme.muted);
  colour[ImGuiCol_TableHeaderBg] = vec4(theme.panel);
  colour[ImGuiCol_TableRowBg] = none;
  colour[ImGuiCol_TableRowBgAlt] = vec4(with_alpha(theme.background, 0.6F));
  colour[ImGuiCol_TableBorderLight] = colour[ImGuiCol_TableBorderStrong] = vec4(theme.border);
  colour[ImGuiCol_CheckMark] = vec4(theme.accent);
  colour[ImGuiCol_TextSelectedBg] = vec4(with_alpha(theme.accent, 0.35F));
  colour[ImGuiCol_NavHighlight] = vec4(theme.accent);
  colour[ImGuiCol_ModalWindowDimBg] = vec4(with_alpha({0, 0, 0, 255}, 0.35F));
  ImGui::GetStyle() = style;
}

}  // namespace samverka
