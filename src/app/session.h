#pragma once
// The whole program without a screen. Panels, the command line and tests read it and send it actions; nothing in it
// knows what a window is. Products (graph, positions, scene) are made from the document and the view and carry a stamp
// of what they were made from; tick() renews what is stale. No listeners, no events.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/census.h"
#include "app/assets.h"
#include "app/facet_cache.h"
#include "app/files.h"
#include "app/network_picture.h"
#include "app/pictures.h"
#include "app/view_state.h"
#include "io/read_network.h"
#include "jobs/jobs.h"
#include "model/document.h"
#include "model/history.h"
#include "model/network_index.h"
#include "model/scenario.h"
#include "scene/build.h"
#include "scene/map_places.h"

namespace samverka {

struct VersionComparison;

// A line for the person at the window: what was done or what went wrong.
struct Notice {
  std::string text;
  bool is_error = false;
};

class Session {
 public:
  explicit Session(Assets assets);

  const Assets& assets() const { return assets_; }
  const Texts& texts() const { return assets_.texts(view.language); }
  const Taxonomy& taxonomy() const { return assets_.taxonomy; }
  const Theme& theme() const { return theme_of(view.theme_choice()); }

  // Reads in the background, the network and the workspace beside it; the present network stays until the new one is
  // whole. A file that cannot be used leaves a notice, with file and line, and the present network in place. The file
  // that is open already keeps how it is looked at. Asks nothing: ask_to_open() does.
  void open_file(const std::string& path);
  // The network alone, at once, in this thread (start of the program, tests).
  void open_file_now(const std::string& path);
  void take(OpenedFile opened, const std::string& path);
  void show(Document document, const std::string& path, ReadReport report);

  // ---- changes, all of which can be undone (session_changes.cpp) ----

  // The document after a change: file, view and what is known of the disk stay. What is seen follows at the next
  // tick(). `label` is told as "Undo: {label}"; changes of one `join` in a row are one step (HistoryStep).
  void change(Message label, Document changed, const std::string& join = {});
  const History& history() const { return history_; }
  void undo();
  void redo();
  // A finding of the gap analysis is decided on: accepted with a reason, or, with an empty one, no longer so.
  void accept(const std::string& finding, const std::string& reason, Date on);
  // Scenarios: `view.scenario` is the one that is thought through. A step is put last; where there is no scenario yet,
  // one is begun with the words for its title.
  const Scenario* scenario() const;  // null where there is none
  void begin_scenario();
  void rename_scenario(const std::string& title);
  void remove_scenario();
  void add_steps(std::vector<ScenarioStep> steps);  // together one change
  void add_step(ScenarioStep step) { add_steps({std::move(step)}); }
  void remove_step(std::size_t step);
  // A scenario of its own with these steps, in the mode what-if; one undo takes it back.
  void think(const std::string& title, std::vector<ScenarioStep> steps);

  void close();  // no network is open

  // A problem as a line for people: in the window's language, with the taxonomy's words for its codes.
  std::string told(const Problem& problem) const;

  bool has_document() const { return !file_.empty(); }
  const std::string& file() const { return file_; }
  void set_file(const std::string& path) { file_ = path; }  // it has been saved there
  FileState& files() { return files_; }
  const FileState& files() const { return files_; }
  const ReadReport& report() const { return report_; }
  const Document& document() const { return *document_; }
  std::shared_ptr<const Document> shared_document() const { return document_; }
  // What is looked at: the facts, or in the mode what-if the facts as the scenario changes them. Rows keep their ids.
  const Network& network() const { return *network_; }
  std::shared_ptr<const Network> shared_network() const { return network_; }
  const NetworkIndex& index() const { return index_; }
  bool is_hypothetical() const { return applied_ != nullptr; }  // network() is no fact
  // What the scenario did to it, and could not do; null where network() is the facts.
  const AppliedScenario* applied() const { return applied_.get(); }
  std::shared_ptr<const AppliedScenario> shared_applied() const { return applied_; }
  // What is compared in the mode of that name, and null where nothing is. Where it is looked at in a picture, network()
  // is all that either of the two has (VersionComparison::both), with rows of other ids.
  const VersionComparison* comparison() const { return comparison_.get(); }
  std::shared_ptr<const VersionComparison> shared_comparison() const { return comparison_; }
  void compare(std::shared_ptr<const VersionComparison> comparison);
  bool is_comparing() const;  // network() is such a picture's
  // Grows each time network() is another: the stamp of what is made from it alone.
  std::uint64_t document_revision() const { return document_revision_; }
  const ShownGraph& shown() const { return shown_; }
  const Positions& map_positions() const { return map_positions_; }  // one a vertex of shown().incidence, drawn or not
  const Census& census() const { return census_; }                   // of the whole network on the chosen date
  // Agreements of a top area that would be shown if it were the chosen one: what the filter and the day otherwise let
  // through.
  std::size_t agreements_in(const AreaCode& top_area) const;
  // What each value of each key of the filter would show; follows filter and date.
  const Facets& facets() const { return facets_.facets(); }
  std::uint64_t facets_revision() const { return facets_.revision(); }

  // Grows each time shown() is another.
  std::uint64_t graph_revision() const { return graph_revision_; }

  // Takes in finished work and renews what is stale. Call once a frame. True if anything changed.
  bool tick();
  const Scene& scene() const { return scene_; }
  // Grows each time scene() is another.
  std::uint64_t scene_revision() const { return scene_revision_; }
  bool is_scene_ready() const;  // false while the network picture waits for its first layout

  void select(const Key& key);  // actor or agreement; an unknown key selects nothing
  void toggle_group(const std::string& code, bool alone);
  void rerun_layout();

  // ---- the network picture (session_network.cpp) ----
  const NetworkPicture& network_picture() const { return network_picture_; }
  // What can be placed by hand in the network picture as it is drawn now: actors and agreements, collapsed the classes;
  // nothing on rings.
  bool can_pin(PickId pick) const;
  // Puts it there and keeps it there; the rest stays. Call it while it is dragged with is_released false, and once when
  // it is let go: what hangs on it then settles anew, beside the window. Without effect where can_pin is false.
  void pin(PickId pick, Vec2 world, bool is_released = true);
  void unpin(PickId pick);  // it stays where it is, until the layout is run again
  void unpin_all();         // in the picture as it is drawn now
  bool is_pinned(PickId pick) const;
  std::size_t pin_count() const;  // of what is drawn now
  // What a double click on it opens: an actor its folded units (and folds them again), a class its actors, on rings an
  // actor or agreement the rings around it. False if there is nothing to open.
  bool open_at(PickId pick);
  Key key_of(PickId pick) const;          // of an actor, a fold's host or an agreement; else empty
  bool has_units(const Key& host) const;  // folded into it, or shown because it was opened
  void toggle_units(const Key& host);
  void set_collapse(CollapseBy by);
  void set_ring_centre(const Key& key);  // actor or agreement; empty: no rings
  // What is on screen, to be drawn elsewhere: the map, the network, or in the tab of that name the matrix. SVG of the
  // usual size until somebody says else.
  PictureRequest picture_request();
  // It as a file; the suffix decides between SVG, PNG and PDF. Leaves a notice.
  void export_picture(const std::string& path, Vec2 size_px);

  bool is_busy() const;
  void wait_for_jobs();  // and take them in (screenshots, tests)
  JobSlot& load_job() { return load_job_; }
  JobSlot& layout_job() { return layout_job_; }
  const std::optional<Notice>& notice() const { return notice_; }
  void set_notice(std::optional<Notice> notice) { notice_ = std::move(notice); }

  ViewState view;

 private:
  struct GraphStamp {
    std::uint64_t document = 0;
    Filter filter;
    Date date;
    bool is_unfolded = false;
    std::vector<Key> hidden;
    Focus focus;
    std::vector<Key> unfolded_hosts;
    bool operator==(const GraphStamp&) const = default;
  };
  struct SceneStamp {
    std::uint64_t graph = 0, places = 0, picture = 0;
    Tab tab = Tab::map;
    PickId selection;
    std::vector<PickId> also_selected;
    std::vector<std::string> hidden_groups;
    std::vector<Key> path;
    std::string language, scenario_title;
    ThemeChoice theme;
    MapLook map_look;
    MapDetail map_detail = MapDetail::county;
    NetworkLook network_look;
    std::string lens;
    const VersionComparison* comparison = nullptr;
    ComparedSides compared = ComparedSides::both;
    bool operator==(const SceneStamp&) const = default;
  };
  void tell_errors();
  void go_to(DocumentValue document);
  void change_scenario(Message label, const std::function<void(Scenario&)>& change, const std::string& join = {});
  bool wants_scenario() const;
  bool wants_comparison() const;
  bool renew_network();
  void look_at(std::shared_ptr<const Network> network, std::shared_ptr<const AppliedScenario> applied);
  bool renew_graph();
  SceneStamp wanted_scene() const;
  bool renew_scene();
  void place_on_map();
  bool is_unfolded_by_map() const;
  bool renew_network_picture();
  void forget_network_picture();
  void forget_clusters();
  void ask_for_layout(LayoutOptions options);
  void ask_for_missing_places();
  void settle_around(std::uint32_t vertex);
  std::optional<std::uint32_t> placed_vertex(PickId pick) const;  // of network_picture_.placed
  bool is_pin_of_picture(std::uint32_t vertex) const;             // not a pin of another picture by the same key
  std::vector<bool> pinned_vertices() const;
  void unpin_vertices(const std::vector<std::uint32_t>& vertices);
  void change_pins(Message label, const std::function<void(std::unordered_map<Key, Vec2>&)>& change_them,
                   const std::string& join = {});
  Positions known_places() const;  // of network_picture_.placed, NaN where there is none
  SceneInput scene_input(const Positions& positions, const SceneWords& words) const;

  Assets assets_;
  std::shared_ptr<const Document> document_;
  std::string file_;
  FileState files_;
  ReadReport report_;
  History history_;
  struct NetworkStamp {
    std::shared_ptr<const Document> document;
    std::optional<std::vector<ScenarioStep>> steps;       // of the scenario that is applied
    Date day;                                             // of the scenario
    std::shared_ptr<const VersionComparison> comparison;  // that is looked at
  };
  NetworkStamp network_stamp_;
  std::shared_ptr<const Network> network_;
  std::shared_ptr<const AppliedScenario> applied_;
  std::shared_ptr<const VersionComparison> comparison_;
  NetworkIndex index_;
  std::uint64_t document_revision_ = 0;

  ShownGraph shown_;
  Census census_;
  FacetCache facets_;
  std::uint64_t graph_revision_ = 0;
  std::optional<GraphStamp> graph_stamp_;

  MapPlaces map_places_;  // of the whole document
  std::uint64_t map_places_revision_ = 0;
  Positions map_positions_;
  struct PictureStamp {
    std::uint64_t document = 0, graph = 0;
    NetworkLook look;
    std::vector<std::string> left_out;
    bool operator==(const PictureStamp&) const = default;
  };
  NetworkPicture network_picture_;
  std::optional<PictureStamp> picture_stamp_;
  std::uint64_t picture_revision_ = 0;
  // By store and key, kept over filters and dates, so that nothing jumps.
  std::unordered_map<std::string, std::unordered_map<Key, Vec2>> network_places_;
  std::uint64_t places_revision_ = 0;

  Scene scene_;
  std::optional<SceneStamp> scene_stamp_;
  std::uint64_t scene_revision_ = 0;

  std::optional<Notice> notice_;
  JobSlot load_job_;
  JobSlot layout_job_;
};

// "file:line:column: error E_REF: words (/pointer)": how a problem is told everywhere (CLI contract).
std::string problem_line(const Problem& problem, const Texts& texts);

}  // namespace samverka
