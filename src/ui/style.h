#pragma once
#include <string>
#include <vector>

#include "scene/scene.h"

struct ImFont;

namespace samverka {

// Inter in the sizes the window uses, baked once per scale.
struct Fonts {
  ImFont* body = nullptr;
  ImFont* bold = nullptr;
  ImFont* title = nullptr;
  ImFont* brand = nullptr;
  ImFont* small = nullptr;
  ImFont* small_bold = nullptr;
  struct Sized {
    float em_px = 0;  // at scale 1
    bool is_bold = false;
    ImFont* font = nullptr;
  };
  std::vector<Sized> labels;
  // The font baked nearest to a label's size: at the very size its letters are sharpest.
  ImFont* label(float size_px, bool is_bold) const;
};

// ImGui counts a font's whole line as its size; everybody else counts the em. For Inter the line is this much of an em.
constexpr float inter_line_per_em = 1.2102F;

// Adds the fonts to ImGui's atlas (FreeType, light hinting). A missing file leaves ImGui's own font in its place.
Fonts load_fonts(const std::string& regular_file, const std::string& bold_file, float scale);

// A letter that Inter lacks (Arabic, emoji) is a box and not a question mark, which could be in the name.
void mark_unknown_glyphs();

// Colours, roundings and paddings of the look, for the current ImGui context.
void apply_style(const Theme& theme, float scale);

unsigned int colour_u32(Rgba colour);

}  // namespace samverka
