// samverka snapshot: the picture of the window, with legend, filter line, source line and date.
#include <algorithm>

#include "app/picture_series.h"
#include "base/posix.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/picture_words.h"
#include "cli/progress_line.h"
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
  if (output->ends_with(".pdf")) return std::string("pdf");
  return wrong_use(
      {"usage.bad_value", {{"option", "--output"}, {"value", *output}, {"takes", "OUT.svg, OUT.png, OUT.pdf"}}});
}

// The first wrong word, if any, is told; a good request comes back.
Result<PictureRequest> request_of(const Words& words, const Terminal& terminal) {
  PictureRequest request;
  request.language = terminal.language();
  const auto format = format_of(words);
  if (!format) return format.problem();
  const auto view = choice(words, "--view", {"map", "network", "matrix"}, later_views);
  if (!view) return view.problem();
  const auto theme = choice(words, "--theme", {"light", "dark"});
  if (!theme) return theme.problem();
  const auto size = picture_size_of(words);
  if (!size) return size.problem();
  const auto dpi = number_of(words, "--dpi", 24, 1200, 96);
  if (!dpi) return dpi.problem();
  const auto day = day_of(words);
  if (!day) return day.problem();
  const auto look = map_look_of(words);
  if (!look) return look.problem();
  const auto matrix = matrix_look_of(words);
  if (!matrix) return matrix.problem();
  const auto zoom = zoom_of(words);
  if (!zoom) return zoom.problem();
  const auto filter = filter_of(words, &terminal.assets().taxonomy);
  if (!filter) return filter.problem();
  const auto lens = lens_of(words, &terminal.assets().taxonomy);
  if (!lens) return lens.problem();
  request.format = *format;
  request.view = *view;
  request.theme.is_dark = *theme == "dark";
  const auto frame = picture_frame_of(words, request.theme);
  if (!frame) return frame.problem();
  request.frame = *frame;
  request.size_px = size->value_or(request.size_px);
  request.matrix_look = *matrix;
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

// One, or one a county or step of time.
Result<std::vector<SeriesPicture>> pictures_of(const Words& words, const Network& network, const Assets& assets,
                                               const PictureRequest& request) {
  const auto frames = frame_days_of(words);
  if (!frames) return frames.problem();
  const auto each = choice(words, "--each", {"county"});
  if (!each) return each.problem();
  const bool is_each = words.find("--each") != nullptr;
  if (!is_each && !*frames) return std::vector<SeriesPicture>{{"", request}};
  if (*words.find("--output") == "-") return wrong_use({"snapshot.series_stdout", {}});
  if (is_each && *frames) return wrong_use({"snapshot.each_or_frames", {}});
  if (is_each) {
    std::vector<SeriesPicture> counties = pictures_each_county(network, assets.shapes, request);
    if (counties.empty()) return wrong_use({"snapshot.no_counties", {}});
    return counties;
  }
  if (request.view == "network") return wrong_use({"snapshot.frames_network", {}});
  std::vector<SeriesPicture> series = picture_frames(request, (*frames)->first, (*frames)->last, (*frames)->step);
  if (series.empty()) return wrong_use({"snapshot.too_many_frames", {{"most", std::to_string(most_frames)}}});
  return series;
}

// A matrix is as tall as its rows need, unless somebody says how tall.
Result<PictureRequest> sized(const Network& network, const Assets& assets, PictureRequest request, bool is_given) {
  if (request.view != "matrix" || is_given) return request;
  const Result<float> height = height_of_matrix(network, assets, request);
  if (!height) return height.problem();
  request.size_px.y = std::clamp(*height, 200.0F, 16384.0F);
  return request;
}

Exit write_series(Terminal& terminal, const Words& words, const Network& network, const Assets& assets,
                  const std::vector<SeriesPicture>& series) {
  const bool is_given = words.find("--size") != nullptr;
  ProgressLine line(terminal.texts().tr("snapshot.drawing"), series.size() > 1 && !terminal.is_quiet());
  std::string told;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const std::string path = series_path(*words.find("--output"), series[i].suffix);
    if (is_same_file(path, words.files.front())) {
      return terminal.tell(wrong_use({"usage.output_is_input", {{"file", path}}}));
    }
    const auto request = sized(network, assets, series[i].request, is_given);
    if (!request) return terminal.tell(wrong_use(request.problem().message));
    if (is_too_large(*request)) return terminal.tell(wrong_use({"usage.too_large", {{"pixels", "100"}}}));
    const Result<std::string> picture = draw_picture(network, assets, *request);
    if (!picture) return terminal.tell(picture.problem());
    const auto written = write_file_atomically(path, *picture);
    if (!written) return terminal.tell(written.problem());
    if (!series[i].suffix.empty()) told += path + "\n";
    line.progress().report(static_cast<float>(i + 1) / static_cast<float>(series.size()));
  }
  line.finish();
  return told.empty() ? Exit::done : terminal.print(told);
}

}  // namespace

Exit run_snapshot(Terminal& terminal, const Words& words) {
  auto request = request_of(words, terminal);
  if (!request) return terminal.tell(request.problem());
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  const auto assets = load_assets(request->view != "network");
  if (!assets) return terminal.tell(assets.problem());
  const std::string zoom = words.value_or("--zoom", "");
  const bool has_land = zoom.empty() || request->view != "map" || look_at_land(*request, assets->shapes, zoom);
  if (!has_land) return terminal.tell(wrong_use({"problem.zoom_unknown", {{"code", zoom}}}));
  const auto series = pictures_of(words, *file->network(), *assets, *request);
  if (!series) return terminal.tell(series.problem());
  return worse(file->exit, write_series(terminal, words, *file->network(), *assets, *series));
}

}  // namespace samverka
