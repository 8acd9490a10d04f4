// samverka snapshot: the picture of the window, with legend, filter line, source line and date.
#include "app/pictures.h"
#include "base/posix.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"

namespace samverka {
namespace {

constexpr double most_pixels = 100e6;  // 400 MB of RGBA: more than any printer asks for

Result<std::string> format_of(const Words& words) {
  const std::string* output = words.find("--output");
  if (!output) return wrong_use({"usage.no_output", {}});
  if (*output == "-" || output->ends_with(".svg")) return std::string("svg");
  if (output->ends_with(".png")) return std::string("png");
  const bool is_later = output->ends_with(".pdf");
  if (is_later) return wrong_use({"usage.later_value", {{"option", "--output"}, {"value", *output}}});
  return wrong_use({"usage.bad_value", {{"option", "--output"}, {"value", *output}, {"takes", "OUT.svg, OUT.png"}}});
}

// The first wrong word, if any, is told; a good request comes back.
Result<PictureRequest> request_of(const Words& words, const Terminal& terminal) {
  PictureRequest request;
  request.language = terminal.language();
  const auto format = format_of(words);
  if (!format) return format.problem();
  const auto view = choice(words, "--view", {"map", "network"}, later_views);
  if (!view) return view.problem();
  const auto theme = choice(words, "--theme", {"light", "dark"});
  if (!theme) return theme.problem();
  const auto size = size_of(words, request.size_px);
  if (!size) return size.problem();
  const auto dpi = number_of(words, "--dpi", 24, 1200, 96);
  if (!dpi) return dpi.problem();
  const auto day = day_of(words);
  if (!day) return day.problem();
  const auto look = map_look_of(words);
  if (!look) return look.problem();
  const auto zoom = zoom_of(words);
  if (!zoom) return zoom.problem();
  const auto filter = filter_of(words, &terminal.assets().taxonomy);
  if (!filter) return filter.problem();
  const auto lens = lens_of(words, &terminal.assets().taxonomy);
  if (!lens) return lens.problem();
  request.format = *format;
  request.view = *view;
  request.theme.is_dark = *theme == "dark";
  request.size_px = *size;
  request.dpi = static_cast<float>(*dpi);
  request.on = *day;
  request.map_look = *look;
  request.lens = *lens;
  request.filter = shown_filter(*filter);
  return request;
}

bool is_too_large(const PictureRequest& request) {
  const double scale = static_cast<double>(request.dpi) / 96;
  const double pixels = static_cast<double>(request.size_px.x) * static_cast<double>(request.size_px.y) * scale * scale;
  return request.format == "png" && pixels > most_pixels;
}

}  // namespace

Exit run_snapshot(Terminal& terminal, const Words& words) {
  auto request = request_of(words, terminal);
  if (!request) return terminal.tell(request.problem());
  if (is_too_large(*request)) return terminal.tell(wrong_use({"usage.too_large", {{"pixels", "100"}}}));
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  const auto assets = load_assets(request->view == "map");
  if (!assets) return terminal.tell(assets.problem());
  const std::string zoom = words.value_or("--zoom", "");
  const bool has_land = zoom.empty() || request->view != "map" || look_at_land(*request, assets->shapes, zoom);
  if (!has_land) return terminal.tell(wrong_use({"problem.zoom_unknown", {{"code", zoom}}}));
  const Result<std::string> picture = draw_picture(*file->network(), *assets, *request);
  if (!picture) return terminal.tell(picture.problem());
  const auto written = write_file_atomically(*words.find("--output"), *picture);
  return written ? file->exit : terminal.tell(written.problem());
}

}  // namespace samverka
