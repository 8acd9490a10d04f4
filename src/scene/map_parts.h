#pragma once
// What the files of the map share. Internal to scene.
#include <charconv>
#include <string>
#include <vector>

#include "analysis/county_ties.h"
#include "analysis/place_figures.h"
#include "scene/fill_steps.h"
#include "scene/parts.h"

namespace samverka {

inline std::uint32_t code_number(const std::string& code) {
  std::uint32_t number = 0;
  std::from_chars(code.data(), code.data() + code.size(), number);
  return number;
}
inline PickId county_pick(const std::string& code) { return {PickId::Kind::county_area, code_number(code)}; }

// "48 000", as the language groups its thousands.
std::string grouped(const SceneInput& input, std::int64_t number);
LegendRow explaining_row(std::string code, std::string text, LegendRow::Sign sign);

// How a piece of land looks.
struct AreaLook {
  Rgba fill;
  Rgba hatch{0, 0, 0, 0};
};
AreaLook unknown_look(const SceneInput& input);

// The land coloured by a number.
struct MapFill {
  bool is_on = false;
  bool by_county = false;
  PlaceFigures figures;
  FillSteps steps;
  std::vector<std::string> drawn;  // the codes that have a shape, or a mark to draw their colour around
};
MapFill make_fill(const SceneInput& input, bool by_county);
AreaLook look_of_area(const SceneInput& input, const MapFill& fill, const std::string& code);
// Municipalities without a shape (invented ones) have their colour around their mark; an empty ring is not known.
void add_fill_halos(Scene& scene, const SceneInput& input, const Parts& parts, const MapFill& fill,
                    const MarkStyle& style);
std::vector<LegendRow> fill_legend(const SceneInput& input, const MapFill& fill);

// Far out: counties as shapes, each with the number of agreements within it, and lines between those that share some.
struct CountryPicture {
  struct County {
    const MapShapes::Place* shape = nullptr;
    Vec2 spot;  // of its disc and its name
    std::size_t agreements = 0;
  };
  std::vector<County> counties;  // those where somebody shown is, in the order of the shapes
  CountyTies ties;
  bool is_worth_drawing() const { return counties.size() >= 2; }
};
CountryPicture make_country(const SceneInput& input, const Parts& parts);
void add_county_land(Scene& scene, const SceneInput& input, const MapFill& fill);
void add_county_ties(Scene& scene, const SceneInput& input, const CountryPicture& country);
void add_county_names(Scene& scene, const SceneInput& input, const CountryPicture& country);
std::vector<LegendRow> country_legend(const SceneInput& input, const CountryPicture& country);

}  // namespace samverka
