// Text widths from the font files, without hinting: hinted advances differ between sizes and outputs, and a label would
// then be dropped in one picture and not in another. All advances are read once (some 3 000 a font, a few ms), so
// measuring is a sum of table look-ups and safe from any thread.
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H

#include <array>
#include <unordered_map>

#include "render/code_points.h"
#include "render/picture.h"

namespace samverka {
namespace {

constexpr float fallback_advance = 0.6F;  // em: of a glyph the font lacks, and of all where the font is not there
constexpr char32_t direct_count = 0x250;  // Latin is looked up directly

// Advances in em.
struct FontTable {
  std::array<float, direct_count> direct;
  std::unordered_map<char32_t, float> others;
  float capital_height = 0.727F;  // Inter's own, should the file be missing
  float line_height = 1.21F;

  FontTable() { direct.fill(fallback_advance); }

  float advance(char32_t code_point) const {
    if (code_point < direct_count) return direct[code_point];
    const auto found = others.find(code_point);
    return found == others.end() ? fallback_advance : found->second;
  }
  void set(char32_t code_point, float advance_em) {
    if (code_point < direct_count)
      direct[code_point] = advance_em;
    else
      others[code_point] = advance_em;
  }
};

void read_advances(FT_Face face, FontTable& table) {
  const float em = static_cast<float>(face->units_per_EM);
  FT_UInt glyph = 0;
  for (FT_ULong code = FT_Get_First_Char(face, &glyph); glyph != 0; code = FT_Get_Next_Char(face, code, &glyph)) {
    FT_Fixed advance = 0;
    if (FT_Get_Advance(face, glyph, FT_LOAD_NO_SCALE, &advance) != 0) continue;
    table.set(static_cast<char32_t>(code), static_cast<float>(advance) / em);
  }
}

void read_heights(FT_Face face, FontTable& table) {
  const float em = static_cast<float>(face->units_per_EM);
  table.line_height = static_cast<float>(face->height) / em;
  if (FT_Load_Char(face, 'H', FT_LOAD_NO_SCALE) != 0) return;
  table.capital_height = static_cast<float>(face->glyph->metrics.horiBearingY) / em;
}

FontTable read_font(FT_Library library, const std::string& file) {
  FontTable table;
  FT_Face face = nullptr;
  if (FT_New_Face(library, file.c_str(), 0, &face) != 0) return table;
  if (face->units_per_EM > 0) {
    read_advances(face, table);
    read_heights(face, table);
  }
  FT_Done_Face(face);
  return table;
}

class FontMeasure : public TextMeasure {
 public:
  FontMeasure(FontTable regular, FontTable bold) : regular_(std::move(regular)), bold_(std::move(bold)) {}

  float width(std::string_view text, float size_px, bool is_bold) const override {
    const FontTable& table = is_bold ? bold_ : regular_;
    float sum = 0;
    for (std::size_t offset = 0; offset < text.size();) sum += table.advance(next_code_point(text, offset));
    return sum * size_px;
  }
  float ascent(float size_px) const override { return regular_.capital_height * size_px; }
  float height(float size_px) const override { return regular_.line_height * size_px; }

 private:
  FontTable regular_, bold_;
};

}  // namespace

std::unique_ptr<TextMeasure> load_text_measure(const std::string& regular_font, const std::string& bold_font) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return std::make_unique<FontMeasure>(FontTable{}, FontTable{});
  auto measure = std::make_unique<FontMeasure>(read_font(library, regular_font), read_font(library, bold_font));
  FT_Done_FreeType(library);
  return measure;
}

}  // namespace samverka
