#include "app/files.h"

#include <algorithm>

#include "app/recent_files.h"
#include "app/session.h"
#include "app/snapshots.h"
#include "app/views.h"

namespace samverka {
namespace {

using Next = FileState::Next;

// Rows that stand for no place are kept as they are; the others follow the window.
std::vector<Pin> pins_of(const std::unordered_map<Key, Vec2>& places, const std::vector<Pin>& before) {
  const std::unordered_map<Key, Vec2> understood = places_of(before);
  std::unordered_map<Key, Extra> extras;
  std::vector<Pin> pins;
  for (const Pin& pin : before) {
    if (understood.contains(pin.key)) {
      extras[pin.key] = pin.extra;
    } else {
      pins.push_back(pin);
    }
  }
  for (const auto& [key, place] : places) pins.push_back({key, place.x, place.y, extras[key]});
  std::stable_sort(pins.begin(), pins.end(), [](const Pin& a, const Pin& b) { return a.key < b.key; });
  return pins;
}

bool is_in_network(const Session& session, const Key& key) {
  return session.index().actor(key).is_set() || session.index().agreement(key).is_set();
}

// ---- writing ----

struct SaveRequest {
  std::shared_ptr<const Document> document;
  std::string path, old_path;  // where it goes, and where it was open from
  bool writes_network = true;
  Workspace workspace;
  bool puts_workspace_aside = false;
  std::uint64_t shows = 0;  // FileState::shows then
  std::shared_ptr<FileHold> hold;
};

struct SaveOutcome {
  std::optional<Problem> problem;
  bool wrote_network = false;
  std::optional<FileStamp> network_stamp, workspace_stamp;
  std::optional<Problem> snapshots_left;  // why the snapshots did not come along
};

std::optional<Problem> put_aside(const std::string& path) {
  if (!file_exists(path)) return std::nullopt;
  const Result<Done> moved = move_file(path, path + ".bad");
  return moved ? std::nullopt : std::optional<Problem>(moved.problem());
}

SaveOutcome write_files(const SaveRequest& request) {
  SaveOutcome out;
  const auto fail = [&out](const Problem& problem) {
    out.problem = problem;
    return out;
  };
  if (request.writes_network) {
    const Result<Done> written = save_file(request.path, write_network(request.document->network), request.hold.get());
    if (!written) return fail(written.problem());
    out.wrote_network = true;
    out.network_stamp = stamp_of(request.path);
  }
  const std::string beside = workspace_path(request.path);
  if (request.puts_workspace_aside) {
    if (const auto problem = put_aside(beside)) return fail(*problem);
  }
  const Result<Done> written = save_file(beside, write_workspace(request.workspace));
  if (!written) return fail(written.problem());
  out.workspace_stamp = stamp_of(beside);
  if (request.path != request.old_path && request.old_path != "-" && !request.old_path.empty()) {
    const Result<Done> copied = copy_snapshots(request.old_path, request.path, request.document->snapshots);
    if (!copied) out.snapshots_left = copied.problem();
  }
  return out;
}

// ---- what comes after ----

void go_on(Session& session) {
  FileState& files = session.files();
  switch (std::exchange(files.next, Next::nothing)) {
    case Next::nothing:
      return;
    case Next::quit:
      session.view.wants_quit = true;
      return;
    case Next::open:
      return session.open_file(std::exchange(files.next_path, {}));
    case Next::reload:
      return session.open_file(session.file());
    case Next::close:
      return session.close();
  }
}

// Where saving went wrong, the way out is another place: the dialog for that opens and says why.
void tell_failure(Session& session, const Problem& problem) {
  FileState& files = session.files();
  files.failure = session.told(problem);
  session.set_notice(Notice{files.failure, true});
  session.view.dialog = ViewState::Dialog::save_as;
}

void take_outcome(Session& session, const SaveRequest& request, const SaveOutcome& outcome) {
  FileState& files = session.files();
  if (files.shows != request.shows) {  // another network came while it was written
    if (outcome.problem) session.set_notice(Notice{session.told(*outcome.problem), true});
    return;
  }
  if (outcome.wrote_network) {
    files.network_stamp = outcome.network_stamp;
    session.set_file(request.path);
    files.hold = request.hold;
    files.is_held_elsewhere = false;
    add_recent(session.view.recent_files, absolute_path(request.path));
  }
  if (outcome.problem) return tell_failure(session, *outcome.problem);
  files.workspace = request.workspace;
  files.workspace_stamp = outcome.workspace_stamp;
  files.is_workspace_broken = false;
  files.saved = request.document;
  files.compared.reset();
  files.failure.clear();
  session.set_notice(Notice{session.texts().tr("notice.saved_network", {{"file", request.path}}), false});
  if (outcome.snapshots_left) {
    const Message message{"version_snapshot.not_copied", {{"reason", session.told(*outcome.snapshots_left)}}};
    session.set_notice(Notice{session.texts().tr(message), true});
  }
  // What was changed while it was written is not on disk yet.
  if (files.next != Next::nothing && is_unsaved(session)) {
    session.view.dialog = ViewState::Dialog::quit;
  } else {
    go_on(session);
  }
}

void start_saving(Session& session, const std::string& path) {
  FileState& files = session.files();
  SaveRequest request;
  request.document = session.shared_document();
  request.path = path;
  request.old_path = session.file();
  request.shows = files.shows;
  // Another place gets a hold of its own; no hold is asked for where this window has none.
  if (files.hold || files.is_held_elsewhere) {
    request.hold = path == session.file() ? files.hold : std::make_shared<FileHold>();
  }
  request.writes_network = path != session.file() || network_differs(session) || !file_exists(path);
  request.workspace = workspace_of(session);
  request.puts_workspace_aside = files.is_workspace_broken && path == session.file();
  files.save_job.start("job.save", [&session, request](Progress&) -> JobSlot::Deliver {
    const SaveOutcome outcome = write_files(request);
    return [&session, request, outcome] { take_outcome(session, request, outcome); };
  });
}

// What came through a pipe has no place of its own.
bool has_place(const Session& session) { return session.file() != "-"; }

void save_then_go_on(Session& session) {
  if (!session.has_document() || session.files().save_job.is_running()) return;
  if (!has_place(session)) {
    session.view.dialog = ViewState::Dialog::save_as;
    return;
  }
  if (session.files().is_held_elsewhere && !hold_file(session)) {
    session.files().failure = session.texts().tr("problem.save.locked", {{"file", session.file()}});
    session.view.dialog = ViewState::Dialog::save_as;
  } else if (has_changed_on_disk(session)) {
    session.view.dialog = ViewState::Dialog::changed_on_disk;
  } else {
    start_saving(session, session.file());
  }
}

void ask(Session& session, Next next, const std::string& path = {}) {
  FileState& files = session.files();
  files.next = next;
  files.next_path = path;
  if (files.save_job.is_running()) return;  // goes on when that is done
  if (is_unsaved(session)) {
    session.view.dialog = ViewState::Dialog::quit;
  } else {
    go_on(session);
  }
}

}  // namespace

bool has_changed_on_disk(const Session& session) {
  const FileState& files = session.files();
  const auto is_another = [](const std::optional<FileStamp>& known, const std::string& path) {
    return known && stamp_of(path) != known;
  };
  const bool network_counts = network_differs(session) || !file_exists(session.file());
  return (network_counts && is_another(files.network_stamp, session.file())) ||
         is_another(files.workspace_stamp, workspace_path(session.file()));
}

void begin_files(FileState& files, std::shared_ptr<const Document> shown) {
  files.saved = std::move(shown);
  files.compared.reset();
  files.network_stamp.reset();
  files.workspace_stamp.reset();
  files.workspace = {};
  files.is_workspace_broken = false;
  files.problems.clear();
  files.failure.clear();
  files.hold.reset();
  files.is_held_elsewhere = false;
  files.version_job.cancel();
  ++files.shows;
}

bool hold_file(Session& session) {
  FileState& files = session.files();
  const std::string& path = session.file();
  if (!session.has_document() || path == "-" || !file_exists(path)) return true;
  if (files.hold && files.hold->is_of(path)) return true;
  auto hold = std::make_shared<FileHold>(FileHold::take_on(path));
  files.is_held_elsewhere = !hold->is_taken() && is_held(path);
  files.hold = files.is_held_elsewhere ? nullptr : std::move(hold);
  if (!files.is_held_elsewhere) return true;
  const std::string process = holder_of(path);
  const Texts& texts = session.texts();
  session.set_notice(Notice{process.empty() ? texts.tr("notice.held", {{"file", path}})
                                            : texts.tr("notice.held_by", {{"file", path}, {"process", process}}),
                            false});
  return false;
}

bool has_previous_version(const Session& session) {
  return session.has_document() && session.file() != "-" && file_exists(previous_version(session.file()));
}

void go_back_to_previous(Session& session) {
  FileState& files = session.files();
  if (!has_previous_version(session) || files.version_job.is_running()) return;
  const std::string path = previous_version(session.file());
  files.version_job.start("job.previous", [&session, path](Progress& progress) -> JobSlot::Deliver {
    auto read = std::make_shared<ReadNetwork>(read_network_file(path, session.assets().taxonomy, {}, &progress));
    return [&session, path, read] {
      if (!read->report.is_usable) {
        const std::vector<Problem>& problems = read->report.problems;
        const Texts& texts = session.texts();
        session.set_notice(
            Notice{problems.empty() ? texts.tr("notice.cannot_open", {{"file", path}}) : session.told(problems.front()),
                   true});
        return;
      }
      Document changed = session.document();
      changed.network = std::move(read->network);
      session.change({"history.previous", {}}, std::move(changed));
      session.set_notice(Notice{session.texts().tr("notice.previous"), false});
    };
  });
}

std::unordered_map<Key, Vec2> places_of(const std::vector<Pin>& pins) {
  std::unordered_map<Key, Vec2> places;
  for (const Pin& pin : pins) {
    const Vec2 place{static_cast<float>(pin.x.value_or(0)), static_cast<float>(pin.y.value_or(0))};
    if (!pin.key.empty() && pin.x && pin.y && is_finite(place)) places[pin.key] = place;
  }
  return places;
}

OpenedFile read_with_workspace(const std::string& path, const Taxonomy& taxonomy, Progress* progress) {
  OpenedFile opened;
  opened.network_stamp = stamp_of(path);
  opened.read = read_network_file(path, taxonomy, {}, progress);
  const std::string beside = workspace_path(path);
  if (!opened.read.report.is_usable || !file_exists(beside)) return opened;
  opened.workspace_stamp = stamp_of(beside);
  opened.workspace = read_workspace_file(beside);
  return opened;
}

// Tables share their pages with the document they were copied from, so that comparing is quick after a pin was moved;
// and one answer holds until the document is another.
bool network_differs(const Session& session) {
  const FileState& files = session.files();
  const auto document = session.shared_document();
  if (document == files.saved || !files.saved) return false;
  if (files.compared == document) return files.differs;
  files.compared = document;
  files.differs = !equal(document->network, files.saved->network);
  return files.differs;
}

bool is_unsaved(const Session& session) {
  const FileState& files = session.files();
  if (!session.has_document() || !files.saved || files.saved == session.shared_document()) return false;
  const Document& now = session.document();
  return files.saved->pins != now.pins || files.saved->accepted != now.accepted ||
         files.saved->scenarios != now.scenarios || files.saved->notes != now.notes ||
         files.saved->filters != now.filters || files.saved->views != now.views ||
         files.saved->snapshots != now.snapshots || network_differs(session);
}

Workspace workspace_of(const Session& session) {
  Workspace workspace = session.files().workspace;
  workspace.network = session.document().network.id;
  workspace.own_place = session.view.own_place;
  workspace.pins = pins_of(session.document().pins, workspace.pins);
  workspace.accepted = session.document().accepted;
  workspace.scenarios = session.document().scenarios;
  workspace.notes = session.document().notes;
  workspace.filters = session.document().filters;
  workspace.views = session.document().views;
  workspace.snapshots = session.document().snapshots;
  workspace.view = view_of(session, workspace.view.value_or(SavedView{}));
  return workspace;
}

std::vector<Key> unknown_keys(const Workspace& workspace, const Session& session) {
  std::vector<Key> unknown;
  const auto look_at = [&](const Key& key) {
    const bool is_class = key.find(':') != Key::npos;  // a pin of what is collapsed: "county:20"
    if (!key.empty() && !is_class && !is_in_network(session, key)) unknown.push_back(key);
  };
  const auto look_at_view = [&](const SavedView& view) {
    for (const auto* keys : {&view.hidden, &view.focus, &view.selected, &view.unfolded_hosts}) {
      std::for_each(keys->begin(), keys->end(), look_at);
    }
    look_at(view.ring_centre);
  };
  for (const Pin& pin : workspace.pins) look_at(pin.key);
  for (const PlannerNote& note : workspace.notes) look_at(note.about);
  for (const Scenario& scenario : workspace.scenarios) {
    const auto is_own = [&](const Key& key) {  // of an agreement that the scenario itself adds
      return std::any_of(scenario.steps.begin(), scenario.steps.end(),
                         [&](const ScenarioStep& step) { return step.proposed && step.proposed->key == key; });
    };
    for (const ScenarioStep& step : scenario.steps) {
      for (const Key* key : {&step.agreement, &step.actor, &step.into}) {
        if (!is_own(*key)) look_at(*key);
      }
    }
  }
  if (workspace.view) look_at_view(*workspace.view);
  std::for_each(workspace.views.begin(), workspace.views.end(), look_at_view);
  std::sort(unknown.begin(), unknown.end());
  unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
  return unknown;
}

void take_workspace(Session& session, OpenedFile& opened) {
  FileState& files = session.files();
  files.network_stamp = opened.network_stamp;
  files.workspace_stamp = opened.workspace_stamp;
  if (!opened.workspace) return;
  ReadWorkspace& read = *opened.workspace;
  files.problems = std::move(read.report.problems);
  files.is_workspace_broken = !read.report.is_usable;
  if (files.is_workspace_broken) {
    const std::string why =
        files.problems.empty() ? workspace_path(session.file()) : session.told(files.problems.front());
    session.set_notice(Notice{session.texts().tr("notice.workspace_broken", {{"problem", why}}), true});
    return;
  }
  files.workspace = std::move(read.workspace);
  if (!files.workspace.own_place.empty()) session.view.own_place = files.workspace.own_place;
  if (files.workspace.view) apply_view(*files.workspace.view, session);
  for (const Key& key : unknown_keys(files.workspace, session)) {
    Problem problem = warning("W_REF", {"problem.workspace_ref", {{"id", key}}});
    problem.file = workspace_path(session.file());
    files.problems.push_back(std::move(problem));
  }
}

bool would_replace(const std::string& path) { return file_exists(path) || file_exists(workspace_path(path)); }

void ask_to_open(Session& session, const std::string& path) { ask(session, Next::open, path); }
void ask_to_reload(Session& session) { ask(session, Next::reload); }
void ask_to_close(Session& session) { ask(session, Next::close); }
void ask_to_quit(Session& session) { ask(session, Next::quit); }

void save(Session& session) {
  session.files().next = Next::nothing;  // of a question that was left without an answer
  save_then_go_on(session);
}

void save_as(Session& session, const std::string& path) {
  if (session.has_document() && !session.files().save_job.is_running()) start_saving(session, path);
}

void answer_save(Session& session) {
  session.view.dialog = ViewState::Dialog::none;
  save_then_go_on(session);
}

void answer_discard(Session& session) {
  session.view.dialog = ViewState::Dialog::none;
  go_on(session);
}

void answer_overwrite(Session& session) {
  session.view.dialog = ViewState::Dialog::none;
  start_saving(session, session.file());
}

void answer_cancel(Session& session) {
  session.view.dialog = ViewState::Dialog::none;
  session.files().next = Next::nothing;
}

}  // namespace samverka
