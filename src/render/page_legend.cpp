#include <algorithm>
#include <cmath>

#include "render/page.h"

namespace samverka {
namespace {

constexpr float row_px = 24;
constexpr float padding_px = 14;
constexpr float sign_px = 28;       // room for the sign before the text
constexpr float count_gap_px = 18;  // at least, between text and count
constexpr float text_px = 13;
constexpr float section_px = 13;  // between actors and what joins them

// Actors are one section; agreements, ties and what is folded are another; what a heading stands over is one more.
bool begins_section(const Scene& scene, std::size_t row) {
  return row > 0 && (scene.legend[row].code == "agreement" || scene.legend[row].sign == LegendRow::Sign::heading);
}

// Headings and plain words begin at the edge, where other rows have their sign.
bool has_sign(const LegendRow& row) {
  return row.sign != LegendRow::Sign::heading && row.sign != LegendRow::Sign::text;
}

float count_width(const Scene& scene, const TextMeasure& measure) {
  float widest = 0;
  for (const LegendRow& row : scene.legend) {
    if (row.has_count)
      widest = std::max(widest, measure.width(grouped_number(row.count, scene.digit_group), text_px, false));
  }
  return widest;
}

float text_width(const Scene& scene, const TextMeasure& measure) {
  float widest = 0;
  for (const LegendRow& row : scene.legend)
    widest = std::max(widest, measure.width(clean_text(row.text), text_px, row.sign == LegendRow::Sign::heading));
  return widest;
}

// A patch of the map: its colour, hatched if it is, with an edge.
void place_area_sign(Page& page, const LegendRow& row, Vec2 middle, Rgba colour, const Theme& theme) {
  constexpr float step_px = 4;  // closer than on the land: the sample is small
  const Rect box{middle - Vec2{7, 5}, middle + Vec2{7, 5}};
  page.boxes.push_back({box, 2, colour, theme.border});
  const float stripe = box.width() / static_cast<float>(std::max<std::size_t>(row.colours.size(), 1));
  for (std::size_t i = 0; i < row.colours.size(); ++i) {
    const float left = box.min.x + stripe * static_cast<float>(i);
    page.boxes.push_back({{{left, box.min.y}, {left + stripe, box.max.y}}, 0, row.colours[i], row.colours[i]});
  }
  if (row.hatch.a == 0) return;
  for (float x = box.min.x - box.height() + step_px; x < box.max.x; x += step_px) {
    const float below = std::max(box.min.x - x, 0.0F);  // how much of the line is left of the box
    const float above = std::max(x + box.height() - box.max.x, 0.0F);
    const Vec2 from{x + below, box.max.y - below};
    const Vec2 to{x + box.height() - above, box.min.y + above};
    page.lines.push_back({from, to, 1, row.hatch});
  }
}

void place_sign(Page& page, const LegendRow& row, Vec2 middle, const Theme& theme) {
  const Rgba colour = row.is_on ? row.colour : mixed(row.colour, theme.panel, 0.7F);
  if (row.sign == LegendRow::Sign::symbol) {
    Mark mark;
    mark.centre = middle;
    mark.radius_px = row.code == "agreement" ? 4 : 5.5F;
    mark.symbol = row.symbol;
    mark.fill = colour;
    page.marks.push_back(mark);
  } else if (row.sign == LegendRow::Sign::area) {
    place_area_sign(page, row, middle, colour, theme);
  } else if (has_sign(row)) {
    const bool is_dashed = row.sign == LegendRow::Sign::dashed_line;
    page.lines.push_back({{middle.x - 9, middle.y}, {middle.x + 9, middle.y}, 1.5F, colour, is_dashed});
  }
}

void place_row(Page& page, const Scene& scene, const TextMeasure& measure, const LegendRow& row, const Rect& box) {
  const Theme& theme = scene.theme;
  const float middle_y = box.centre().y;
  const float baseline = middle_y + measure.ascent(text_px) / 2;
  place_sign(page, row, {box.min.x + 9, middle_y}, theme);
  float right = box.max.x;
  if (row.has_count) {
    const std::string count = grouped_number(row.count, scene.digit_group);
    right -= measure.width(count, text_px, false);
    page.texts.push_back({{right, baseline}, count, text_px, false, theme.muted});
    right -= count_gap_px * 0.6F;
  }
  const float left = box.min.x + (has_sign(row) ? sign_px : 0);
  const bool is_heading = row.sign == LegendRow::Sign::heading;
  const bool is_pale = !row.is_on || row.sign == LegendRow::Sign::text;
  const std::string text = fitted_text(measure, clean_text(row.text), text_px, is_heading, right - left);
  page.texts.push_back({{left, baseline}, text, text_px, is_heading, is_pale ? theme.muted : theme.text});
}

std::size_t section_count(const Scene& scene) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < scene.legend.size(); ++i) count += begins_section(scene, i) ? 1 : 0;
  return count;
}

}  // namespace

LegendBlock measure_legend(const Scene& scene, const TextMeasure& measure, float width_px, std::size_t columns) {
  LegendBlock block;
  if (scene.legend.empty() || columns == 0) return block;
  const float wanted = sign_px + text_width(scene, measure) + count_gap_px + count_width(scene, measure);
  const auto n = static_cast<float>(columns);
  block.columns = columns;
  block.column_px = std::min(wanted, (width_px - 2 * padding_px - (n - 1) * 2 * padding_px) / n);
  const std::size_t rows = (scene.legend.size() + columns - 1) / columns;
  const float sections = columns == 1 ? static_cast<float>(section_count(scene)) * section_px : 0;
  block.size_px = {block.column_px * n + (n - 1) * 2 * padding_px + 2 * padding_px,
                   static_cast<float>(rows) * row_px + sections + 2 * padding_px - 4};
  return block;
}

void place_legend(Page& page, const Scene& scene, const TextMeasure& measure, const LegendBlock& block, Vec2 corner) {
  page.boxes.push_back({{corner, corner + block.size_px}, panel_corner_px, scene.theme.panel, scene.theme.border});
  const std::size_t rows = (scene.legend.size() + block.columns - 1) / block.columns;
  float y = 0;
  for (std::size_t i = 0; i < scene.legend.size(); ++i) {
    const std::size_t column = i / rows;
    if (i % rows == 0) y = corner.y + padding_px - 2;
    const float x = corner.x + padding_px + static_cast<float>(column) * (block.column_px + 2 * padding_px);
    if (block.columns == 1 && begins_section(scene, i)) {
      const float line_y = std::floor(y + section_px / 2) + 0.5F;
      page.lines.push_back({{x, line_y}, {x + block.column_px, line_y}, 1, scene.theme.border});
      y += section_px;
    }
    place_row(page, scene, measure, scene.legend[i], {{x, y}, {x + block.column_px, y + row_px}});
    y += row_px;
  }
}

}  // namespace samverka
