#include "app/file_care.h"

#include <algorithm>

#include "app/files.h"
#include "io/read_workspace.h"

namespace samverka {
namespace {

// Saving now asks nothing and replaces nobody's work. A planner in the middle of a dialog or a what-if is left alone.
bool may_save_unasked(const Session& session) {
  const FileState& files = session.files();
  return session.view.autosave_minutes > 0 && session.file() != "-" && !files.is_held_elsewhere && !files.recovery &&
         !files.save_job.is_running() && session.view.dialog == ViewState::Dialog::none &&
         !has_changed_on_disk(session);
}

}  // namespace

void FileCare::look_at_new(Session& session) {
  if (shows_ == session.files().shows && path_ == session.file()) return;
  shows_ = session.files().shows;
  path_ = session.file();
  unsaved_since_s_.reset();
  tried_.reset();
  if (!session.has_document() || session.file() == "-") return;
  if (!session.files().is_held_elsewhere) hold_file(session);
  for (const std::string& path : {session.file(), workspace_path(session.file())}) {
    for (const std::string& leftover : leftovers_of(path)) {
      Problem problem = warning("W_LEFTOVER", {"problem.leftover", {{"file", leftover}}});
      problem.file = leftover;
      session.files().problems.push_back(std::move(problem));
    }
  }
}

void FileCare::save_by_itself(Session& session, double now_s) {
  if (!is_unsaved(session)) {
    unsaved_since_s_.reset();
    return;
  }
  if (!unsaved_since_s_) unsaved_since_s_ = now_s;
  if (tried_ == session.shared_document() || !may_save_unasked(session)) return;
  if (now_s - *unsaved_since_s_ < 60.0 * session.view.autosave_minutes) return;
  tried_ = session.shared_document();
  save(session);
}

void FileCare::look_after(Session& session, double now_s) {
  look_at_new(session);
  if (session.has_document()) save_by_itself(session, now_s);
}

std::optional<double> FileCare::waits_s(const Session& session, double now_s) const {
  if (!unsaved_since_s_ || session.view.autosave_minutes == 0 || tried_ == session.shared_document()) {
    return std::nullopt;
  }
  return std::max(0.1, *unsaved_since_s_ + 60.0 * session.view.autosave_minutes - now_s);
}

}  // namespace samverka
