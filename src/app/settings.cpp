#include "app/settings.h"

#include <algorithm>
#include <cmath>

#include "app/recent_files.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "io/row_file.h"

namespace samverka {

template <class Archive>
void members(Archive& ar, RowOf<Archive, OwnRules>& r) {
  ar.text("network", r.network, Need::required);
  ar.text("file", r.file, Need::required);
}

template <class Archive>
void members(Archive& ar, RowOf<Archive, Settings>& s) {
  ar.constant("format", "samverka-settings");
  ar.text("format_version", s.format_version, Need::required);
  ar.text("language", s.language);
  ar.text("theme", s.theme);
  ar.text("contrast", s.contrast);
  ar.text("palette", s.palette);
  ar.flag("reduced_motion", s.reduced_motion);
  ar.count("autosave_minutes", s.autosave_minutes);
  ar.count("scale_percent", s.scale_percent);
  ar.count("legend_width", s.legend_width);
  ar.count("inspector_width", s.inspector_width);
  ar.count("drawer_height", s.drawer_height);
  ar.flag("legend_hidden", s.legend_hidden);
  ar.flag("inspector_hidden", s.inspector_hidden);
  ar.count("window_width", s.window_width);
  ar.count("window_height", s.window_height);
  ar.text("own_place", s.own_place);
  ar.texts("recent", s.recent);
  ar.flag("hint_seen", s.hint_seen);
  ar.rows("rules", s.rules);
}

namespace {

constexpr RowFileKind settings_kind{"samverka-settings", "problem.version.settings"};
constexpr std::size_t file_limit = std::size_t{1} << 20;
constexpr double settled_s = 1;
constexpr std::int64_t least_window = 200, greatest_window = 16384;  // pixels

float size_or(std::optional<std::int64_t> written, float otherwise) {
  return written ? std::clamp(static_cast<float>(*written), 90.0F, 560.0F) : otherwise;
}

// The member as the window has it: absent where it is the default and was absent.
std::optional<std::int64_t> size_member(float now, float otherwise) {
  if (now == otherwise) return std::nullopt;
  return static_cast<std::int64_t>(std::lround(now));
}

std::optional<bool> flag_member(bool now, std::optional<bool> before) {
  return now || before ? std::optional<bool>(now) : std::nullopt;
}

// A word that the window has no other name for stays as it was: "theme": "solarized" of a later version.
std::string word_member(bool is_on, const char* on, const char* off, const std::string& before) {
  if (is_on) return on;
  return before == on ? off : before;
}

}  // namespace

std::optional<Settings> read_settings(std::string_view json) {
  Settings settings;
  const ReadReport report = read_row_file(json, "settings.json", settings_kind, settings);
  if (!report.is_usable) return std::nullopt;
  return settings;
}

std::string write_settings(const Settings& settings) { return write_row_file(settings); }

void apply_settings(const Settings& settings, Session& session) {
  ViewState& view = session.view;
  view.language = settings.language == "en" ? "en" : "sv";
  view.is_dark = settings.theme == "dark";
  view.is_high_contrast = settings.contrast == "high";
  view.is_colour_safe = settings.palette == "safe";
  view.is_motion_reduced = settings.reduced_motion.value_or(false);
  view.autosave_minutes = static_cast<int>(std::clamp<std::int64_t>(settings.autosave_minutes.value_or(0), 0, 60));
  const std::int64_t percent = settings.scale_percent.value_or(0);
  view.scale = percent == 0 ? 0
                            : std::clamp(static_cast<float>(std::min<std::int64_t>(percent, 1000)) / 100, least_scale,
                                         greatest_scale);
  const PanelSizes first;
  view.panels = {.legend = size_or(settings.legend_width, first.legend),
                 .inspector = size_or(settings.inspector_width, first.inspector),
                 .drawer = size_or(settings.drawer_height, first.drawer),
                 .has_legend = !settings.legend_hidden.value_or(false),
                 .has_inspector = !settings.inspector_hidden.value_or(false)};
  view.own_place = settings.own_place;
  view.recent_files = settings.recent;
  if (view.recent_files.size() > recent_files_kept) view.recent_files.resize(recent_files_kept);
  view.own_rules = settings.rules;
}

Settings settings_of(const Session& session, const Settings& from) {
  const ViewState& view = session.view;
  const PanelSizes first;
  Settings now = from;
  now.language = word_member(view.language == "en", "en", "sv", from.language);
  now.theme = word_member(view.is_dark, "dark", "light", from.theme);
  now.contrast = word_member(view.is_high_contrast, "high", "normal", from.contrast);
  now.palette = word_member(view.is_colour_safe, "safe", "standard", from.palette);
  now.reduced_motion = flag_member(view.is_motion_reduced, from.reduced_motion);
  if (view.autosave_minutes > 0 || from.autosave_minutes) now.autosave_minutes = view.autosave_minutes;
  now.scale_percent.reset();
  if (view.scale > 0) now.scale_percent = std::lround(view.scale * 100);
  now.legend_width = size_member(view.panels.legend, first.legend);
  now.inspector_width = size_member(view.panels.inspector, first.inspector);
  now.drawer_height = size_member(view.panels.drawer, first.drawer);
  now.legend_hidden = flag_member(!view.panels.has_legend, from.legend_hidden);
  now.inspector_hidden = flag_member(!view.panels.has_inspector, from.inspector_hidden);
  now.own_place = view.own_place;
  if (view.hint == ViewState::Hint::seen) now.hint_seen = true;
  now.recent = view.recent_files;
  // A file name may hold any bytes, JSON may not.
  std::erase_if(now.recent, [](const std::string& path) { return first_invalid_utf8(path).has_value(); });
  now.rules = view.own_rules;
  std::erase_if(now.rules, [](const OwnRules& row) { return first_invalid_utf8(row.file).has_value(); });
  return now;
}

void reset_look(ViewState& view) {
  view.is_dark = view.is_high_contrast = view.is_colour_safe = view.is_motion_reduced = false;
  view.scale = 0;
  view.panels = {};
}

std::string settings_path() {
  const std::string config = environment("XDG_CONFIG_HOME").value_or("");
  if (config.starts_with('/')) return config + "/samverka/settings.json";
  const std::string home = environment("HOME").value_or("");
  return home.starts_with('/') ? home + "/.config/samverka/settings.json" : std::string();
}

Settings SettingsFile::load() {
  if (path_.empty() || !file_exists(path_)) return {};
  const Result<std::string> bytes = read_file(path_, file_limit);
  if (bytes) {
    if (auto settings = read_settings(*bytes)) return *settings;
  }
  was_put_aside_ = static_cast<bool>(move_file(path_, path_ + ".bad"));
  is_given_up_ = !was_put_aside_;  // what cannot be put aside is not written over either
  return {};
}

std::optional<Problem> SettingsFile::keep(const Settings& settings, double now_s) {
  if (settings != seen_) {
    seen_ = settings;
    changed_s_ = now_s;
  }
  if (!changed_s_ || now_s - *changed_s_ < settled_s) return std::nullopt;
  return write(settings);
}

std::optional<Problem> SettingsFile::keep_at_once(const Settings& settings) {
  if (settings == seen_ && !changed_s_) return std::nullopt;
  return write(settings);
}

// Who cannot save settings works without, and is told once.
std::optional<Problem> SettingsFile::write(const Settings& settings) {
  seen_ = settings;
  changed_s_.reset();
  if (path_.empty() || is_given_up_) return std::nullopt;
  const Result<Done> folder = make_folders(folder_of(path_));
  const Result<Done> written = folder ? write_file_atomically(path_, write_settings(settings)) : folder;
  if (written) return std::nullopt;
  is_given_up_ = true;
  return written.problem();
}

// ---- over one run ----

void SettingsKeeper::begin(Session& session) {
  loaded_ = file_.load();
  apply_settings(loaded_, session);
  if (!file_.was_put_aside()) return;
  session.set_notice(Notice{session.texts().tr("notice.settings_broken", {{"file", file_.path() + ".bad"}}), true});
}

void SettingsKeeper::watch(const Session& session) {
  started_ = settings_of(session, loaded_);
  file_.begin_with(now(session));
}

Settings SettingsKeeper::now(const Session& session) const {
  Settings now = settings_of(session, loaded_);
  if (now.language == started_.language) now.language = loaded_.language;
  if (now.theme == started_.theme) now.theme = loaded_.theme;
  if (now.scale_percent == started_.scale_percent) now.scale_percent = loaded_.scale_percent;
  if (window_size_) {
    now.window_width = std::lround(window_size_->x);
    now.window_height = std::lround(window_size_->y);
  }
  return now;
}

void SettingsKeeper::tell(Session& session, const std::optional<Problem>& problem) const {
  if (!problem) return;
  const Message message{"notice.settings_unsaved", {{"problem", session.texts().tr(problem->message)}}};
  session.set_notice(Notice{session.texts().tr(message), true});
}

void SettingsKeeper::keep(Session& session, double now_s) { tell(session, file_.keep(now(session), now_s)); }

void SettingsKeeper::keep_at_once(Session& session) { tell(session, file_.keep_at_once(now(session))); }

Vec2 SettingsKeeper::window_size(Vec2 otherwise) const {
  const auto side = [](std::optional<std::int64_t> written, float fallback) {
    return written ? static_cast<float>(std::clamp(*written, least_window, greatest_window)) : fallback;
  };
  return {side(loaded_.window_width, otherwise.x), side(loaded_.window_height, otherwise.y)};
}

}  // namespace samverka
