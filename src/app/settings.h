#pragma once
// What the program remembers of its user between runs: how the window looks, and the files that were open. One small
// JSON file; nothing is written before something has been changed, and a file that cannot be read is put aside.
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "base/result.h"

namespace samverka {

// As in the file: a member that is absent follows the program's own default, whatever that will be in the next version.
struct Settings {
  std::string format_version = "1.0";
  std::string language;  // "sv", "en"
  std::string theme;     // "light", "dark"
  std::string contrast;  // "normal", "high"
  std::string palette;   // "standard", "safe": told apart by the colour-blind
  std::optional<bool> reduced_motion;
  std::optional<std::int64_t> autosave_minutes;                              // absent or 0: only when asked to
  std::optional<std::int64_t> scale_percent;                                 // absent: as the screen asks for
  std::optional<std::int64_t> legend_width, inspector_width, drawer_height;  // pixels at scale 1
  std::optional<bool> legend_hidden, inspector_hidden;
  std::optional<std::int64_t> window_width, window_height;  // pixels
  std::string own_place;                                    // where a network has no workspace that says another
  std::vector<std::string> recent;                          // whole paths, newest first
  std::optional<bool> hint_seen;
  std::vector<OwnRules> rules;  // norms of one's own, by network, newest first
  Extra extra;
  bool operator==(const Settings&) const = default;
};

// Unusable text gives nothing. What is wrong in a member is kept as it is, and counts as absent.
std::optional<Settings> read_settings(std::string_view json);
std::string write_settings(const Settings& settings);

// Between the file's words and the window.
void apply_settings(const Settings& settings, Session& session);
// `from` gives what is not of the window: unknown members, and those that the window leaves as they were.
Settings settings_of(const Session& session, const Settings& from);

// How a new window looks, in the language that is spoken now.
void reset_look(ViewState& view);

// $XDG_CONFIG_HOME/samverka/settings.json, else ~/.config/samverka/settings.json; empty without a home.
std::string settings_path();

// The file and when it is written: a second after the last change, so that dragging a splitter is one change.
class SettingsFile {
 public:
  // An empty path keeps nothing and says nothing.
  explicit SettingsFile(std::string path) : path_(std::move(path)) {}

  // What is on disk, or defaults. A file that cannot be read is renamed to NAME.bad, and put_aside() says so.
  Settings load();
  bool was_put_aside() const { return was_put_aside_; }

  // What the window starts with: only what differs from it later is worth writing.
  void begin_with(const Settings& settings) { seen_ = settings; }
  // Call now and then with what holds now; writes what has not changed for a second. A problem is given once.
  std::optional<Problem> keep(const Settings& settings, double now_s);
  std::optional<Problem> keep_at_once(const Settings& settings);  // at the end of the program
  // Something waits to be written: keep() wants to be called again soon.
  bool is_waiting() const { return changed_s_.has_value(); }
  const std::string& path() const { return path_; }

 private:
  std::optional<Problem> write(const Settings& settings);

  std::string path_;
  Settings seen_;
  std::optional<double> changed_s_;
  bool was_put_aside_ = false;
  bool is_given_up_ = false;
};

// The settings over one run of the window. What the command line chose is for that run alone.
class SettingsKeeper {
 public:
  explicit SettingsKeeper(std::string path) : file_(std::move(path)) {}

  void begin(Session& session);        // reads them and applies them; a notice says if they were put aside
  void watch(const Session& session);  // from here on changes are the user's: call when the command line has been taken
  void keep(Session& session, double now_s);  // call once a frame
  void keep_at_once(Session& session);        // at the end
  bool is_waiting() const { return file_.is_waiting(); }

  Vec2 window_size(Vec2 otherwise) const;
  void set_window_size(Vec2 size_px) { window_size_ = size_px; }
  bool is_first_start() const { return !loaded_.hint_seen.value_or(false); }

 private:
  Settings now(const Session& session) const;
  void tell(Session& session, const std::optional<Problem>& problem) const;

  SettingsFile file_;
  Settings loaded_;
  Settings started_;  // with what the command line chose
  std::optional<Vec2> window_size_;
};

}  // namespace samverka
