#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/geometry.h"
#include "model/filter.h"

namespace samverka {

// How the window is asked to open: from the command line, before anything is drawn.
struct LaunchOptions {
  std::vector<std::string> files;  // none: the bundled network
  std::string screenshot;          // a PNG to write instead of opening a window; empty: a window
  Vec2 size_px{1600, 900};
  bool dark = false;
  std::string language;      // empty: the saved one, else Swedish
  std::string view = "map";  // map or network
  std::string select;        // key of an actor or agreement
  float scale = 1;           // 0.75-3
  std::optional<Filter> filter;
  std::optional<Date> on;
  double started_s = 0;  // wall_seconds() when the program began, to tell how long the first frame took
};

}  // namespace samverka
