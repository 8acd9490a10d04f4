#include "cli/launch.h"

#include "app/assets.h"
#include "base/posix.h"
#include "cli/parse.h"
#include "cli/values.h"
#include "cli/words.h"

namespace samverka {
namespace {

Result<Done> take_look(const Words& words, LaunchOptions& launch) {
  const auto theme = choice(words, "--theme", {"light", "dark"});
  if (!theme) return theme.problem();
  const auto size = size_of(words, launch.size_px);
  if (!size) return size.problem();
  const auto scale = number_of(words, "--scale", 0.75, 3, 1);
  if (!scale) return scale.problem();
  const auto language = language_of(words.find("--lang"));
  if (!language) return language.problem();
  launch.dark = *theme == "dark";
  launch.size_px = *size;
  launch.scale = static_cast<float>(*scale);
  launch.theme_is_given = words.find("--theme") != nullptr;
  launch.size_is_given = words.find("--size") != nullptr;
  launch.scale_is_given = words.find("--scale") != nullptr;
  // The window opens in the language that was saved, and not in that of LANG.
  launch.language = words.find("--lang") ? *language : "";
  return Done{};
}

Result<Done> take_view(const Words& words, LaunchOptions& launch) {
  const auto view = choice(words, "--view",
                           {"map", "network", "home", "agreement", "matrix", "table", "support", "gaps"}, later_views);
  if (!view) return view.problem();
  const auto day = day_of(words);
  if (!day) return day.problem();
  // The window loads its assets later, and says there if they are missing.
  const auto assets = words.find("--filter") || words.find("--lens") ? load_assets(false) : Result<Assets>(Assets());
  const auto filter = filter_of(words, assets ? &assets->taxonomy : nullptr);
  if (!filter) return filter.problem();
  launch.view = *view;
  launch.view_is_given = words.find("--view") != nullptr;
  launch.on = *day;
  if (*filter) launch.filter = shown_filter(*filter);
  launch.select = words.value_or("--select", "");
  const auto place = place_of(words);
  if (!place) return place.problem();
  launch.place = *place;
  const auto zoom = zoom_of(words);
  if (!zoom) return zoom.problem();
  launch.zoom = *zoom;
  const auto look = map_look_of(words);
  if (!look) return look.problem();
  launch.map_look = *look;
  const auto matrix = matrix_look_of(words);
  if (!matrix) return matrix.problem();
  launch.matrix_look = *matrix;
  const auto lens = lens_of(words, assets ? &assets->taxonomy : nullptr);
  if (!lens) return lens.problem();
  launch.lens = *lens;
  return Done{};
}

}  // namespace

Result<LaunchOptions> launch_of(const Words& words) {
  LaunchOptions launch;
  launch.files = words.files;
  launch.screenshot = words.value_or("--screenshot", "");
  for (const auto take : {take_look, take_view}) {
    const Result<Done> taken = take(words, launch);
    if (!taken) return taken.problem();
  }
  return launch;
}

Result<LaunchOptions> parse_launch(int argc, char** argv) {
  const double started = wall_seconds();
  const auto words = parse_words(window_command(), std::vector<std::string>(argv + 1, argv + argc));
  if (!words) return words.problem();
  auto launch = launch_of(*words);
  if (launch) launch->started_s = started;
  return launch;
}

}  // namespace samverka
