#pragma once
// What somebody has chosen in the dialog of exporting a picture, in the words of papers and millimetres.
#include <array>
#include <string>
#include <string_view>

#include "app/pictures.h"

namespace samverka {

class Session;

constexpr float px_a_mm = 96 / 25.4F;

struct PaperSize {
  std::string_view name;  // as the command line has it
  Vec2 mm;
};
inline constexpr std::array<PaperSize, 5> paper_sizes = {{{"slide", {338.667F, 190.5F}},
                                                          {"A4", {297, 210}},
                                                          {"A4-portrait", {210, 297}},
                                                          {"A3", {420, 297}},
                                                          {"A3-portrait", {297, 420}}}};

struct PictureChoice {
  enum class What : std::uint8_t {
    seen,      // with the camera as it is
    whole,     // all that the filter lets through
    selected,  // the chosen ones and who they have agreements with
  } what = What::seen;
  std::string format = "png";  // "svg", "png" or "pdf"
  std::size_t paper = 0;       // of paper_sizes; one more: own_mm
  Vec2 own_mm{160, 90};
  float dpi = 150;       // of PNG
  float margin_mm = -1;  // less than 0: as suits the size
  enum class Background : std::uint8_t { theme, white, none } background = Background::theme;
  PictureFrame frame;
  bool is_each_county = false;  // one picture a county

  Vec2 size_mm() const { return paper < paper_sizes.size() ? paper_sizes[paper].mm : own_mm; }
  bool is_own_size() const { return paper >= paper_sizes.size(); }
};
constexpr float least_picture_mm = 10, greatest_picture_mm = 2000;

// The picture on screen as it was chosen to come out. A matrix that has more rows than the paper tells how many.
PictureRequest chosen_request(Session& session, const PictureChoice& choice);
// "bild.png" as "bild.pdf": the path with the format's ending, whichever picture's ending it had.
std::string with_picture_ending(const std::string& path, const std::string& format);
// "svg", "png" or "pdf"; empty for another ending.
std::string picture_format_of(const std::string& path);
// Of a PNG: how many million pixels it will have.
double megapixels(const PictureChoice& choice);

}  // namespace samverka
