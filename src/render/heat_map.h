#pragma once
// A matrix as a picture: rows and columns with their names, a colour and a number in every cell, what is unknown
// hatched. Knows nothing of what it is about.
#include <string>
#include <vector>

#include "render/picture.h"

namespace samverka {

struct HeatCell {
  Rgba ground, ink;
  float unknown = 0;  // share of the cell that is hatched, from the right
  std::string words;  // left out where it does not fit whole
  bool is_round = false;
  bool is_empty = false;  // nothing stands here: a paler frame
};
struct HeatSign {
  std::vector<HeatCell> looks;  // side by side
  std::string words;
};
struct HeatRow {
  std::string name;
  bool is_sum = false;  // a line parts it from those below
  std::vector<HeatCell> cells;
};
struct HeatMap {
  Caption caption;
  Theme theme;
  std::vector<std::string> columns;
  std::vector<HeatRow> rows;
  std::vector<HeatSign> legend;
  std::string explanation;  // under the legend
  std::string more;         // what is said where rows are left out for want of room
};

// How tall a picture of that width must be for every row to be legible, in pixels at 96 dpi.
float height_of_heat_map(const HeatMap& map, const TextMeasure& measure, float width_px);

// As a scene is drawn: title, matrix, legend, filter line, source line, date, and the mark of illustrative data. Rows
// are made lower until they fit, though not lower than can be read; those that then do not fit are left out and
// counted.
std::string to_svg(const HeatMap& map, const TextMeasure& measure, const PictureOptions& options);
Result<std::string> to_png(const HeatMap& map, const TextMeasure& measure, const PictureOptions& options);
Result<Pixels> to_pixels(const HeatMap& map, const TextMeasure& measure, const PictureOptions& options);
Result<std::string> to_pdf(const HeatMap& map, const TextMeasure& measure, const PictureOptions& options);

}  // namespace samverka
