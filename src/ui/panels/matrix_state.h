#pragma once
// What the matrix remembers between frames: which counties are open, where a click leads, and the cells made for the
// present filter and day.
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/area_matrix.h"
#include "app/view_state.h"

namespace samverka {

// The cells' colours, in steps rather than a sliding scale: a colour can then be found in the legend, and means the
// same whatever the filter. The shares keep clear of 0.6-0.9, where neither light nor dark digits are read well.
struct MatrixStep {
  std::size_t from;  // agreements
  float share;       // of the accent colour in the panel's
};
inline constexpr auto matrix_steps =
    std::to_array<MatrixStep>({{0, 0}, {1, 0.1F}, {2, 0.22F}, {5, 0.36F}, {10, 0.56F}, {20, 1}});

struct MatrixState {
  std::set<std::string> open;   // counties that show their municipalities
  Tab leads_to = Tab::network;  // where a click on a cell goes

  // What stands on a line: a county, or a municipality of an open one.
  struct Line {
    std::string code, name;
    bool is_county = true;
    const AreaRow* row = nullptr;  // in the matrices below
  };
  struct Stamp {
    std::uint64_t graph = 0;
    std::string language;
    std::set<std::string> open;
    bool operator==(const Stamp&) const = default;
  };
  std::optional<Stamp> stamp;
  AreaMatrix counties;
  std::optional<AreaMatrix> municipalities;  // once a county is open
  std::vector<Line> lines;
};

}  // namespace samverka
