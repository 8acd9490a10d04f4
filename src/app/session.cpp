#include "app/session.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/comparison.h"
#include "app/narrowing.h"
#include "app/problem_words.h"
#include "app/recent_files.h"
#include "app/views.h"
#include "base/posix.h"

namespace samverka {
namespace {

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

void look_at_all(ViewState& view) {
  view.filter = default_filter();
  view.hidden_groups.clear();
  view.is_unfolded = false;
  view.unfolded_hosts.clear();
  view.network_look.expanded.clear();
  view.network_look.has_rings = false;
  view.network_look.ring_centre.clear();
}

}  // namespace

std::string problem_line(const Problem& problem, const Texts& texts) {
  std::string line = problem.file;
  if (problem.line > 0) line += ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
  if (!line.empty()) line += ": ";
  line += problem.severity == Severity::error ? "error " : "warning ";
  line += problem.code + ": " + texts.tr(problem.message);
  if (!problem.pointer.empty()) line += " (" + problem.pointer + ")";
  return line;
}

Session::Session(Assets assets) : assets_(std::move(assets)), document_(std::make_shared<Document>()) {
  network_ = std::shared_ptr<const Network>(document_, &document_->network);
}

std::string Session::told(const Problem& problem) const {
  return problem_line(with_labels(problem, assets_.taxonomy, view.language), texts());
}

// ---- files ----

void Session::open_file(const std::string& path) {
  const Taxonomy taxonomy = assets_.taxonomy;
  load_job_.start("job.load", [this, path, taxonomy](Progress& progress) -> JobSlot::Deliver {
    auto opened = std::make_shared<OpenedFile>(read_with_workspace(path, taxonomy, &progress));
    if (progress.cancelled()) return {};
    return [this, path, opened] {
      if (opened->read.report.is_usable) add_recent(view.recent_files, absolute_path(path));
      take(std::move(*opened), path);
    };
  });
}

void Session::open_file_now(const std::string& path) {
  OpenedFile opened;
  opened.network_stamp = stamp_of(path);
  opened.read = read_network_file(path, assets_.taxonomy);
  take(std::move(opened), path);
}

void Session::take(OpenedFile opened, const std::string& path) {
  ReadNetwork& read = opened.read;
  if (!read.report.is_usable) {
    const std::vector<Problem>& problems = read.report.problems;
    notice_ =
        Notice{problems.empty() ? texts().tr("notice.cannot_open", {{"file", path}}) : told(problems.front()), true};
    return;
  }
  const bool is_reload = path == file_;
  const SavedView looked_at = is_reload ? view_of(*this) : SavedView{};
  const auto places = is_reload ? network_places_ : decltype(network_places_){};
  Document document{std::move(read.network), {}, {}, {}};
  if (opened.workspace) {
    document.pins = places_of(opened.workspace->workspace.pins);
    document.accepted = opened.workspace->workspace.accepted;
    std::stable_sort(document.accepted.begin(), document.accepted.end(),
                     [](const AcceptedFinding& a, const AcceptedFinding& b) { return a.finding < b.finding; });
    document.scenarios = opened.workspace->workspace.scenarios;
    document.notes = opened.workspace->workspace.notes;
    document.filters = opened.workspace->workspace.filters;
    document.views = opened.workspace->workspace.views;
    document.snapshots = opened.workspace->workspace.snapshots;
  }
  if (has_document() && !is_reload)
    look_at_all(view);  // what was chosen of the network before says nothing of this one
  show(std::move(document), path, std::move(read.report));
  network_places_ = places;  // what is still there does not jump
  tell_errors();
  take_workspace(*this, opened);
  if (is_reload) apply_view(looked_at, *this);
}

void Session::tell_errors() {
  if (report_.error_count == 0) return;
  const auto count = static_cast<long long>(report_.error_count);
  notice_ = Notice{texts().plural("notice.errors_in_file", count, {{"file", file_}}), true};
}

void Session::close() {
  show({}, {}, {});
  scene_ = {};
  scene_stamp_.reset();
  graph_stamp_.reset();
  shown_ = {};
  ++scene_revision_;
}

void Session::show(Document document, const std::string& path, ReadReport report) {
  document_ = std::make_shared<Document>(std::move(document));
  file_ = path;
  begin_files(files_, document_);
  report_ = std::move(report);
  history_.forget();
  view.mode = Mode::explore;
  view.scenario = 0;
  network_stamp_ = {document_, std::nullopt, {}, nullptr};
  comparison_.reset();
  look_at(std::shared_ptr<const Network>(document_, &document_->network), nullptr);
  network_places_.clear();
  layout_job_.cancel();
  view.selection = {};
  view.also_selected.clear();
  view.hover = {};
  view.hidden.clear();
  view.focus = {};
  view.path.clear();
  view.pinned.clear();
  view.date = document_->network.as_of;
  view.map_wants_fit = view.network_wants_fit = true;
  view.map_detail = MapDetail::county;  // of another network's zoom
  notice_.reset();
}

std::vector<PickId> ViewState::selected() const {
  std::vector<PickId> all;
  if (selection.kind != PickId::Kind::none) all.push_back(selection);
  all.insert(all.end(), also_selected.begin(), also_selected.end());
  return all;
}

bool ViewState::is_selected(PickId pick) const {
  return pick.kind != PickId::Kind::none &&
         (pick == selection || std::find(also_selected.begin(), also_selected.end(), pick) != also_selected.end());
}

// ---- products ----

bool Session::tick() {
  bool changed = load_job_.deliver();
  changed |= files_.save_job.deliver();
  changed |= files_.version_job.deliver();
  changed |= layout_job_.deliver();
  if (!has_document()) return changed;
  changed |= renew_network();
  changed |= renew_graph();
  changed |= renew_network_picture();
  changed |= renew_scene();
  return changed;
}

bool Session::renew_graph() {
  const bool is_unfolded = view.is_unfolded || is_unfolded_by_map();
  const GraphStamp stamp{document_revision_, view.filter, view.date,          is_unfolded,
                         view.hidden,        view.focus,  view.unfolded_hosts};
  if (graph_stamp_ == stamp) return false;
  graph_stamp_ = stamp;
  shown_ = shown_graph(network(), index_, assets_.taxonomy, view.filter, view.date, is_unfolded,
                       narrowing_of(index_, view.hidden, view.focus), view.unfolded_hosts, &assets_.shapes);
  facets_.renew(document_revision_, network(), assets_.taxonomy, view.filter, view.date);
  census_ = take_census(network(), assets_.taxonomy, view.date);
  ++graph_revision_;
  place_on_map();
  return true;
}

std::size_t Session::agreements_in(const AreaCode& top_area) const {
  const Facet* areas = facets().find("area");
  const FacetCount* found = areas ? areas->find(top_area) : nullptr;
  return found ? found->agreements : 0;
}

// So near that each unit can be told from the next, the map shows them all; no other tab does for that.
bool Session::is_unfolded_by_map() const { return view.tab == Tab::map && view.map_detail == MapDetail::municipality; }

// Places on the map are linear and quick, so they are found here and now.
void Session::place_on_map() {
  if (map_places_revision_ != document_revision_) {
    map_places_ = map_places(network(), index_, assets_.shapes);
    map_places_revision_ = document_revision_;
  }
  map_positions_ = samverka::map_positions(shown_.incidence, shown_.anchors, map_places_);
}

SceneInput Session::scene_input(const Positions& positions, const SceneWords& words) const {
  Caption caption = caption_of(network(), assets_, view.language, view.filter, view.date);
  caption.filter += narrowing_in_words(network(), index_, texts(), view.hidden, view.focus);
  mark_scenario(caption, applied_ ? scenario_title(*scenario(), texts()) : "", texts());
  return {.network = network(),
          .index = index_,
          .taxonomy = assets_.taxonomy,
          .part = shown_.part,
          .folding = shown_.folding,
          .incidence = shown_.incidence,
          .positions = positions,
          .shapes = &assets_.shapes,
          .theme = theme(),
          .language = view.language,
          .words = words,
          .selection = view.selection,
          .also_selected = view.also_selected,
          .hidden_groups = view.hidden_groups,
          .caption = std::move(caption),
          .map_look = view.map_look,
          .map_detail = view.map_detail,
          .network_look = view.network_look,
          .path = view.path,
          .day = view.date,
          .filter = &view.filter,
          .lens = view.lens};
}

// Where no picture is seen, only the legend is: what is selected does not make it anew.
Session::SceneStamp Session::wanted_scene() const {
  const bool is_seen = view.is_picture();
  return {graph_revision_,
          places_revision_,
          picture_revision_,
          is_seen ? view.tab : Tab::home,
          is_seen ? view.selection : PickId{},
          is_seen ? view.also_selected : std::vector<PickId>{},
          view.hidden_groups,
          is_seen ? view.path : std::vector<Key>{},
          view.language,
          applied_ ? scenario()->title : std::string(),
          view.theme_choice(),
          view.map_look,
          view.map_detail,
          view.network_look,
          view.lens,
          is_seen && is_comparing() ? comparison_.get() : nullptr,
          view.compared};
}

bool Session::renew_scene() {
  const SceneStamp stamp = wanted_scene();
  if (scene_stamp_ == stamp) return false;
  scene_stamp_ = stamp;
  const SceneWords words = scene_words(texts());
  if (view.tab == Tab::map) {
    scene_ = build_map_scene(scene_input(map_positions_, words));
  } else {
    const Positions places = known_places();
    SceneInput input = scene_input(network_picture_.positions(places), words);
    input.network_parts = network_picture_.parts(pinned_vertices());
    scene_ = build_network_scene(input);
  }
  if (is_comparing()) {
    mark_changes(scene_, comparison_->marks, shown_.part, change_words(*comparison_, texts()), view.compared);
  }
  ++scene_revision_;
  return true;
}

// ---- what the user does ----

void Session::select(const Key& key) {
  view.selection = {};
  view.also_selected.clear();
  if (const ActorId actor = index_.actor(key); actor.is_set()) {
    view.selection = {PickId::Kind::actor, actor.value};
  } else if (const AgreementId agreement = index_.agreement(key); agreement.is_set()) {
    view.selection = {PickId::Kind::agreement, agreement.value};
  }
}

void Session::toggle_group(const std::string& code, bool alone) {
  std::vector<std::string>& hidden = view.hidden_groups;
  if (alone) {
    std::vector<std::string> others;
    for (const ActorGroup& group : assets_.taxonomy.groups.rows()) {
      if (group.code != code) others.push_back(group.code);
    }
    hidden = hidden == others ? std::vector<std::string>{} : others;
    return;
  }
  const auto found = std::find(hidden.begin(), hidden.end(), code);
  if (found == hidden.end()) {
    hidden.push_back(code);
  } else {
    hidden.erase(found);
  }
}

PictureRequest Session::picture_request() {
  PictureRequest request;
  request.view = view.tab == Tab::map ? "map" : view.tab == Tab::matrix ? "matrix" : "network";
  request.matrix_look = view.matrix_look;
  request.filter = view.filter;
  request.on = view.date;
  request.hidden = view.hidden;
  request.focus = view.focus;
  request.theme = view.theme_choice();
  request.language = view.language;
  request.hidden_groups = view.hidden_groups;
  request.unfolded = view.is_unfolded || is_unfolded_by_map();
  request.unfolded_hosts = view.unfolded_hosts;
  request.network_look = view.network_look;
  request.map_look = view.map_look;
  request.map_detail = view.map_detail;
  if (applied_) request.scenario = scenario_title(*scenario(), texts());
  if (is_comparing()) {
    request.compared = comparison_;
    request.compared_sides = view.compared;
  }
  request.lens = view.lens;
  if (!view.is_fitted() && !view.wants_fit()) request.seen = view.camera().world_view();
  if (view.tab == Tab::network) request.positions = known_places();
  return request;
}

void Session::export_picture(const std::string& path, Vec2 size_px) {
  PictureRequest request = picture_request();
  request.size_px = size_px;
  request.format = ends_with(path, ".svg") ? "svg" : ends_with(path, ".pdf") ? "pdf" : "png";
  const Result<std::string> bytes = draw_picture(network(), assets_, request);
  const Result<Done> saved = bytes ? write_file_atomically(path, *bytes) : Result<Done>(bytes.problem());
  notice_ = saved ? Notice{texts().tr("notice.saved", {{"file", path}}), false} : Notice{told(saved.problem()), true};
}

bool Session::is_busy() const {
  return load_job_.is_running() || layout_job_.is_running() || files_.save_job.is_running() ||
         files_.version_job.is_running();
}

void Session::wait_for_jobs() {
  tick();
  for (int round = 0; round < 8; ++round) {
    load_job_.wait();
    files_.save_job.wait();
    files_.version_job.wait();
    layout_job_.wait();
    if (!tick() && !is_busy()) return;
  }
}

}  // namespace samverka
