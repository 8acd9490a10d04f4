#pragma once
// What the files of the map share. Internal to scene.
#include <charconv>
#include <string>
#include <vector>

#include "analysis/county_ties.h"
#include "scene/parts.h"

namespace samverka {

inline std::uint32_t code_number(const std::string& code) {
  std::uint32_t number = 0;
  std::from_chars(code.data(), code.data() + code.size(), number);
  return number;
}
inline PickId county_pick(const std::string& code) { return {PickId::Kind::county_area, code_number(code)}; }

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
void add_county_land(Scene& scene, const SceneInput& input);
void add_county_ties(Scene& scene, const SceneInput& input, const CountryPicture& country);
void add_county_names(Scene& scene, const SceneInput& input, const CountryPicture& country);
std::vector<LegendRow> country_legend(const SceneInput& input, const CountryPicture& country);

}  // namespace samverka
