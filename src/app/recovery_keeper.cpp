#include "app/recovery_keeper.h"

#include "app/files.h"
#include "base/posix.h"
#include "base/utf8.h"

namespace samverka {
namespace {

constexpr double quiet_s = 1;
constexpr std::size_t most_steps = 12;

struct Copy {
  std::string file;
  Recovery recovery;
  std::shared_ptr<const Document> document;
  Workspace workspace;
};

// The list of what there is comes last: without it the rest is not looked at.
Result<Done> write_copy(const Copy& copy) {
  const Result<Done> folder = make_folders(folder_of(copy.file));
  if (!folder) return folder;
  if (copy.recovery.has_network.value_or(false)) {
    const Result<Done> network =
        write_file_atomically(recovery_network(copy.file), write_network(copy.document->network));
    if (!network) return network;
  }
  const Result<Done> workspace = write_file_atomically(recovery_workspace(copy.file), write_workspace(copy.workspace));
  if (!workspace) return workspace;
  return write_file_atomically(copy.file, write_recovery(copy.recovery));
}

Copy copy_of(const Session& session, const std::string& file) {
  Copy copy{file, {}, session.shared_document(), workspace_of(session)};
  copy.recovery.path = absolute_path(session.file());
  copy.recovery.day = partial(today());
  copy.recovery.language = session.view.language;
  copy.recovery.has_network = network_differs(session);
  if (const auto& stamp = session.files().network_stamp) copy.recovery.file_stamp = in_words(*stamp);
  const auto& steps = session.history().done();
  for (auto step = steps.rbegin(); step != steps.rend() && copy.recovery.steps.size() < most_steps; ++step) {
    copy.recovery.steps.push_back(displayable(session.texts().tr(step->label)));
  }
  return copy;
}

}  // namespace

Result<RecoveredWork> read_recovered(const Recovery& recovery, const Taxonomy& taxonomy) {
  const auto why = [](const ReadReport& report) {
    return report.problems.empty() ? error("E_OPEN", {"problem.version.recovery", {}}) : report.problems.front();
  };
  RecoveredWork work;
  if (recovery.has_network.value_or(false)) {
    ReadNetwork read = read_network_file(recovery_network(recovery.file), taxonomy);
    if (!read.report.is_usable) return why(read.report);
    work.network = std::move(read.network);
  }
  ReadWorkspace beside = read_workspace_file(recovery_workspace(recovery.file));
  if (!beside.report.is_usable) return why(beside.report);
  work.workspace = std::move(beside.workspace);
  return work;
}

void take_recovered(Session& session, RecoveredWork work) {
  Document changed = session.document();
  if (work.network) changed.network = *std::move(work.network);
  changed.pins = places_of(work.workspace.pins);
  changed.accepted = std::move(work.workspace.accepted);
  changed.scenarios = std::move(work.workspace.scenarios);
  changed.notes = std::move(work.workspace.notes);
  changed.filters = std::move(work.workspace.filters);
  changed.views = std::move(work.workspace.views);
  changed.snapshots = std::move(work.workspace.snapshots);
  session.change({"history.recovered", {}}, std::move(changed));
}

Result<Done> recover(Session& session, const Recovery& recovery) {
  Result<RecoveredWork> work = read_recovered(recovery, session.taxonomy());
  if (!work) return work.problem();
  take_recovered(session, *std::move(work));
  return Done{};
}

void start_recovering(Session& session, const Recovery& recovery) {
  session.files().version_job.start("job.recover", [&session, recovery](Progress&) -> JobSlot::Deliver {
    const auto work = std::make_shared<Result<RecoveredWork>>(read_recovered(recovery, session.assets().taxonomy));
    return [&session, work] {
      if (!*work) return session.set_notice(Notice{session.told(work->problem()), true});
      take_recovered(session, *std::move(*work));
      session.set_notice(Notice{session.texts().tr("recover.done"), false});
    };
  });
}

// ---- over one run ----

void RecoveryKeeper::look_for_one(Session& session) {
  if (shows_ == session.files().shows) return;
  shows_ = session.files().shows;
  forget_copy();  // the network before was left by choice
  saved_ = session.files().saved;
  changed_s_.reset();
  session.files().recovery = session.has_document() ? find_recovery(folder_, session.file()) : std::nullopt;
  if (session.files().recovery) session.view.dialog = ViewState::Dialog::recover;
}

void RecoveryKeeper::forget_copy() {
  if (file_.empty()) return;
  Recovery own;
  own.file = file_;
  throw_away(own);
  hold_.release();
  file_.clear();
  copied_.reset();
}

void RecoveryKeeper::take_file(const Session& session) {
  if (!file_.empty()) return;
  file_ = free_recovery_file(folder_, session.file());
  if (make_folders(folder_)) hold_ = FileHold::take(recovery_hold(file_));
}

void RecoveryKeeper::start(const Session& session) {
  take_file(session);
  copied_ = session.shared_document();
  changed_s_.reset();
  job_.start("job.recovery", [this, copy = copy_of(session, file_)](Progress&) -> JobSlot::Deliver {
    const Result<Done> written = write_copy(copy);
    return [this, is_written = static_cast<bool>(written)] { is_given_up_ = !is_written; };
  });
}

void RecoveryKeeper::keep(Session& session, double now_s) {
  if (folder_.empty()) return;
  const bool was_given_up = is_given_up_;
  job_.deliver();
  if (is_given_up_ && !was_given_up) {
    session.set_notice(Notice{session.texts().tr("notice.recovery_fails", {{"folder", folder_}}), true});
  }
  look_for_one(session);
  if (!session.has_document() || session.file() == "-" || job_.is_running()) return;
  if (!is_unsaved(session)) {
    // What was saved, or thrown away by the planner, needs no copy; nor does an older one once it is saved.
    forget_copy();
    changed_s_.reset();
    const bool has_saved = session.files().saved != saved_;
    saved_ = session.files().saved;
    if (!has_saved) return;
    // What is saved is what the planner wants of all that was unsaved before.
    while (const auto older = find_recovery(folder_, session.file())) throw_away(*older);
    session.files().recovery.reset();
    return;
  }
  if (copied_ == session.shared_document() || is_given_up_) return;
  if (!changed_s_) changed_s_ = now_s;
  if (now_s - *changed_s_ >= quiet_s) start(session);
}

void RecoveryKeeper::end() {
  job_.wait();
  job_.deliver();
  forget_copy();
}

void RecoveryKeeper::keep_at_once(Session& session) {
  if (folder_.empty() || !session.has_document() || session.file() == "-" || !is_unsaved(session)) return;
  job_.wait();
  job_.deliver();
  if (copied_ == session.shared_document()) return;
  take_file(session);
  const Result<Done> written = write_copy(copy_of(session, file_));
  if (written) copied_ = session.shared_document();
}

}  // namespace samverka
