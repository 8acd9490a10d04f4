#include "desktop/desktop.h"

#include <cstdio>

#include "app/look_through.h"
#include "app/matrix_maker.h"
#include "app/places.h"
#include "app/recent_files.h"
#include "app/settings.h"
#include "base/posix.h"
#include "desktop/drawing_bench.h"
#include "desktop/screenshot.h"
#include "desktop/window.h"

namespace samverka {
namespace {

constexpr const char* bundled_network = "sverige-2025.json";

void take_look(const LaunchOptions& options, ViewState& view) {
  if (!options.language.empty()) view.language = options.language;
  if (options.theme_is_given) view.is_dark = options.dark;
  if (options.scale_is_given) view.scale = options.scale;
}

// After the file is open, since a workspace says how it was looked at last.
void take_view(const LaunchOptions& options, Session& session) {
  ViewState& view = session.view;
  if (options.view_is_given) view.tab = tab_named(options.view);
  if (!options.place.empty()) view.own_place = options.place;
  if (!(options.map_look == MapLook{})) view.map_look = options.map_look;
  if (!(options.matrix_look == MatrixLook{})) view.matrix_look = options.matrix_look;
  if (!options.lens.empty()) look_through(session, options.lens);
  view.wants_land = options.zoom;
  if (options.filter) view.filter = *options.filter;
  if (options.on && session.has_document()) view.date = *options.on;
}

int complain(const Problem& problem, const Session& session) {
  std::fprintf(stderr, "%s\n", session.told(problem).c_str());
  return static_cast<int>(problem.exit);
}

// The problems that keep a file from being shown; warnings and errors in a usable file stay in the window's list.
int complain(const ReadReport& report, const Session& session) {
  for (const Problem& problem : report.problems) std::fprintf(stderr, "%s\n", session.told(problem).c_str());
  return static_cast<int>(report.exit);
}

// What the words ask for that cannot be had with this file.
std::optional<Problem> wrong_wish(const LaunchOptions& options, const Session& session) {
  const std::string& out = options.screenshot;
  if (!out.empty() && out != "-" && !out.ends_with(".png")) {
    return error("E_USAGE", {"problem.screenshot_ending", {{"file", out}}}, Exit::usage);
  }
  const bool has_land = options.zoom.empty() || bounds_of_area(session.assets().shapes, land_of_code(options.zoom));
  if (!has_land) return error("E_USAGE", {"problem.zoom_unknown", {{"code", options.zoom}}}, Exit::usage);
  if (!matrix_kind_of(options.matrix_look, session.index())) {
    return error("E_USAGE", {"usage.no_columns", {{"columns", options.matrix_look.columns}}}, Exit::usage);
  }
  if (!options.place.empty() && place_name(session, options.place).empty()) {
    return error("E_USAGE", {"problem.place_unknown", {{"code", options.place}}}, Exit::usage);
  }
  const bool is_known = options.select.empty() || session.index().actor(options.select).is_set() ||
                        session.index().agreement(options.select).is_set();
  if (is_known) return std::nullopt;
  return error("E_USAGE", {"problem.select_unknown", {{"id", options.select}}}, Exit::usage);
}

}  // namespace

int run_desktop(const LaunchOptions& options) {
  Result<Assets> assets = load_assets(true);
  if (!assets) {
    std::fprintf(stderr, "%s\n", missing_assets_line(assets.problem()).c_str());
    return static_cast<int>(assets.problem().exit);
  }
  Session session(std::move(*assets));
  const bool is_window = options.screenshot.empty();
  SettingsKeeper settings(is_window ? settings_path() : "");  // a screenshot is the same whoever takes it
  if (is_window) settings.begin(session);
  take_look(options, session.view);
  const auto notice = session.notice();
  const std::string file =
      options.files.empty() ? bundled_file(session.assets(), bundled_network) : options.files.front();
  if (!file.empty()) {
    OpenedFile opened = is_window ? read_with_workspace(file, session.taxonomy()) : OpenedFile{};
    if (!is_window) opened.read = read_network_file(file, session.taxonomy());
    if (!opened.read.report.is_usable) return complain(opened.read.report, session);
    session.take(std::move(opened), file);
    if (notice) session.set_notice(notice);
  }
  take_view(options, session);
  if (const auto wrong = wrong_wish(options, session)) return complain(*wrong, session);
  if (!options.select.empty()) session.select(options.select);
  if (is_window) {
    settings.watch(session);
    if (!options.files.empty()) add_recent(session.view.recent_files, absolute_path(file));
    if (options.files.empty() && settings.is_first_start()) session.view.hint = ViewState::Hint::place;
    RecoveryKeeper recovery(recovery_folder());
    return show_window(session, options, settings, recovery);
  }
  const Result<Done> written = write_screenshot(session, options);
  if (!written) return complain(written.problem(), session);
  return session.report().error_count > 0 ? complain(session.report(), session) : static_cast<int>(Exit::done);
}

Result<DrawingTimes> measure_drawing(const LaunchOptions& options, int frames) {
  Result<Assets> assets = load_assets(true);
  if (!assets) return assets.problem();
  Session session(std::move(*assets));
  take_look(options, session.view);
  ReadNetwork read = read_network_file(options.files.front(), session.taxonomy());
  if (!read.report.is_usable) {
    Problem problem = read.report.problems.front();
    problem.exit = read.report.exit;
    return problem;
  }
  session.show(Document{std::move(read.network), {}, {}}, options.files.front(), std::move(read.report));
  take_view(options, session);
  return time_drawing(session, options, frames);
}

}  // namespace samverka
