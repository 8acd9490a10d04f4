#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/view_state.h"
#include "base/date.h"
#include "base/geometry.h"
#include "model/filter.h"

namespace samverka {

// The words of --view. A tab that is not built yet has none.
inline constexpr auto tab_words = std::to_array<std::pair<std::string_view, Tab>>({
    {"map", Tab::map},
    {"network", Tab::network},
    {"home", Tab::home},
    {"agreement", Tab::agreement},
    {"matrix", Tab::matrix},
    {"table", Tab::table},
    {"support", Tab::support},
    {"gaps", Tab::gaps},
});
inline Tab tab_named(std::string_view word) {  // the first for a word that is none of them
  for (const auto& [name, tab] : tab_words) {
    if (name == word) return tab;
  }
  return tab_words.front().second;
}

// How the window is asked to open: from the command line, before anything is drawn.
struct LaunchOptions {
  std::vector<std::string> files;  // none: the bundled network
  std::string screenshot;          // a PNG to write instead of opening a window; empty: a window
  Vec2 size_px{1600, 900};
  bool dark = false;
  std::string language;      // empty: the saved one, else Swedish
  std::string view = "map";  // one of tab_words
  std::string place;         // the planner's own: code of a county or municipality; empty: the saved one
  MapLook map_look;
  MatrixLook matrix_look;
  std::string lens;    // code of a perspective; empty: none
  std::string zoom;    // code of the county or municipality that the map shows; empty: all of it
  std::string select;  // key of an actor or agreement
  float scale = 1;     // 0.75-3
  std::optional<Filter> filter;
  std::optional<Date> on;
  // What the command line said, rather than what the settings remember.
  bool theme_is_given = false, size_is_given = false, scale_is_given = false, view_is_given = false;
  double started_s = 0;  // wall_seconds() when the program began, to tell how long the first frame took
};

}  // namespace samverka
