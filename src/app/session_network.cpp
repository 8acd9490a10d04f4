// The network picture: where its vertices are, what keeps them there, and what opens in it. Places are kept by key, one
// set for the network and one for each way to collapse it, so that neither a filter nor a look moves what it need not.
#include <algorithm>
#include <limits>

#include "app/session.h"

namespace samverka {
namespace {

constexpr Vec2 nowhere{std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::quiet_NaN()};

// Takes it away if it is there, else adds it.
void toggle(std::vector<std::string>& words, const std::string& word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) {
    words.push_back(word);
  } else {
    words.erase(found);
  }
}

// Free to settle around a vertex that was moved: its neighbours, and those that hang on them or it alone.
std::vector<bool> hanging_on(const Graph& graph, std::uint32_t moved) {
  std::vector<bool> is_free(graph.vertex_count(), false);
  const auto neighbours = graph.neighbours(moved);
  for (const std::uint32_t near : neighbours) is_free[near] = true;
  for (const std::uint32_t near : neighbours) {
    for (const std::uint32_t far : graph.neighbours(near)) {
      if (graph.neighbours(far).size() == 1) is_free[far] = true;
    }
  }
  is_free[moved] = false;
  return is_free;
}

// Other places than before: the picture is shown whole. Actors stand where they stood by agreements.
bool is_another_picture(const NetworkLook& before, const NetworkLook& now) {
  const bool had_rings = before.has_rings && !before.ring_centre.empty();
  const bool has_rings = now.has_rings && !now.ring_centre.empty();
  if (before.collapse != now.collapse || had_rings != has_rings) return true;
  return has_rings && before.ring_centre != now.ring_centre;
}

}  // namespace

bool Session::renew_network_picture() {
  if (is_unfolded_by_map()) {  // the network keeps its units folded: no layout of thousands for a zoom
    if (picture_stamp_ && picture_stamp_->document != document_revision_) forget_network_picture();
    return false;
  }
  const bool is_collapsed = view.network_look.collapse != CollapseBy::none;
  const PictureStamp stamp{document_revision_, graph_revision_, view.network_look,
                           is_collapsed ? view.hidden_groups : std::vector<std::string>{}};
  if (picture_stamp_ == stamp) return false;
  const std::optional<PictureStamp> before = std::exchange(picture_stamp_, stamp);
  network_picture_ =
      samverka::network_picture(network(), index_, assets_.taxonomy, shown_, view.network_look, view.hidden_groups);
  ++picture_revision_;
  if (before && before->look.collapse != stamp.look.collapse) forget_clusters();
  if (before && is_another_picture(before->look, stamp.look)) view.network_wants_fit = true;
  ask_for_missing_places();
  return true;
}

// It speaks of what is there no longer.
void Session::forget_network_picture() {
  network_picture_ = {};
  picture_stamp_.reset();
  ++picture_revision_;
}

// A class is known by its number among those of one collapse.
void Session::forget_clusters() {
  const auto is_cluster = [](PickId pick) { return pick.kind == PickId::Kind::cluster; };
  std::erase_if(view.also_selected, is_cluster);
  for (PickId* pick : {&view.selection, &view.hover}) *pick = is_cluster(*pick) ? PickId{} : *pick;
}

// ---- places ----

Positions Session::known_places() const {
  const PlacedGraph& placed = network_picture_.placed;
  Positions known(placed.keys.size(), nowhere);
  const auto store = network_places_.find(placed.store);
  for (std::uint32_t v = 0; v < known.size(); ++v) {
    if (store != network_places_.end()) {
      if (const auto place = store->second.find(placed.keys[v]); place != store->second.end()) known[v] = place->second;
    }
    if (is_pin_of_picture(v)) known[v] = document_->pins.at(placed.keys[v]);
  }
  return known;
}

void Session::ask_for_missing_places() {
  LayoutOptions options;
  options.start = known_places();
  if (!std::all_of(options.start.begin(), options.start.end(), is_finite)) ask_for_layout(std::move(options));
}

void Session::ask_for_layout(LayoutOptions options) {
  if (std::none_of(options.start.begin(), options.start.end(), is_finite)) options.start.clear();
  const bool is_first = options.start.empty();
  const auto placed = std::make_shared<const PlacedGraph>(network_picture_.placed);
  const std::uint64_t document = document_revision_;
  layout_job_.start("job.layout", [this, options, placed, document, is_first](Progress& progress) -> JobSlot::Deliver {
    const auto found = stress_layout({placed->graph, placed->anchors}, options, progress);
    if (!found) return {};
    return [this, placed, document, is_first, positions = *found] {
      if (document != document_revision_) return;
      std::unordered_map<Key, Vec2>& places = network_places_[placed->store];
      for (std::uint32_t v = 0; v < positions.size(); ++v) places[placed->keys[v]] = positions[v];
      ++places_revision_;
      if (is_first) view.network_wants_fit = true;
    };
  });
}

// All anew but what is pinned, which the rest is drawn around.
void Session::rerun_layout() {
  if (view.tab != Tab::network) return;
  LayoutOptions options;
  if (pin_count() > 0) {
    options.start = known_places();
    options.pinned = pinned_vertices();
  }
  ask_for_layout(std::move(options));
}

void Session::settle_around(std::uint32_t vertex) {
  LayoutOptions options;
  options.start = known_places();
  const std::vector<bool> is_free = hanging_on(network_picture_.placed.graph, vertex);
  options.pinned.resize(options.start.size());
  for (std::uint32_t v = 0; v < is_free.size(); ++v) options.pinned[v] = !is_free[v] || is_pin_of_picture(v);
  if (std::find(options.pinned.begin(), options.pinned.end(), false) == options.pinned.end()) return;
  ask_for_layout(std::move(options));
}

bool Session::is_scene_ready() const {
  if (view.tab != Tab::network || network_picture_.placed.keys.empty() || network_picture_.rings) return true;
  const auto store = network_places_.find(network_picture_.placed.store);
  return store != network_places_.end() && !store->second.empty();
}

// ---- pins ----

std::optional<std::uint32_t> Session::placed_vertex(PickId pick) const {
  Key key;
  if (pick.kind == PickId::Kind::actor && pick.index < network().actors.size()) {
    key = network().actor(ActorId(pick.index)).key;
  } else if (pick.kind == PickId::Kind::agreement && pick.index < network().agreements.size()) {
    key = network().agreement(AgreementId(pick.index)).key;
  } else if (pick.kind == PickId::Kind::cluster && pick.index < network_picture_.classes.codes.size()) {
    key = key_of_class(network_picture_.classes.by, network_picture_.classes.codes[pick.index]);
  }
  const std::vector<Key>& keys = network_picture_.placed.keys;
  const auto found = key.empty() ? keys.end() : std::find(keys.begin(), keys.end(), key);
  if (found == keys.end()) return {};
  return static_cast<std::uint32_t>(found - keys.begin());
}

// An actor has one pin, in the network; where others are collapsed around it, it is placed apart from that.
bool Session::is_pin_of_picture(std::uint32_t vertex) const {
  const PlacedGraph& placed = network_picture_.placed;
  if (document_->pins.empty() || !document_->pins.contains(placed.keys[vertex])) return false;
  return placed.store.empty() || network_picture_.joined.nodes.is_cluster(vertex);
}

std::vector<bool> Session::pinned_vertices() const {
  std::vector<bool> pinned(network_picture_.placed.keys.size());
  for (std::uint32_t v = 0; v < pinned.size(); ++v) pinned[v] = is_pin_of_picture(v);
  return pinned;
}

bool Session::can_pin(PickId pick) const {
  const auto vertex = placed_vertex(pick);
  if (!vertex || network_picture_.rings || view.tab != Tab::network) return false;
  return network_picture_.placed.store.empty() || network_picture_.joined.nodes.is_cluster(*vertex);
}

void Session::change_pins(Message label, const std::function<void(std::unordered_map<Key, Vec2>&)>& change_them,
                          const std::string& join) {
  Document changed = *document_;
  change_them(changed.pins);
  change(std::move(label), std::move(changed), join);
}

void Session::pin(PickId pick, Vec2 world, bool is_released) {
  if (!can_pin(pick) || !is_finite(world)) return;
  const std::uint32_t vertex = *placed_vertex(pick);
  const PlacedGraph& placed = network_picture_.placed;
  network_places_[placed.store][placed.keys[vertex]] = world;
  // Dragging is one step, until the hand lets go.
  change_pins(
      {"history.pin", {}}, [&](auto& pins) { pins[placed.keys[vertex]] = world; }, "pin:" + placed.keys[vertex]);
  if (!is_released) return;
  history_.end_join();
  settle_around(vertex);
}

void Session::unpin(PickId pick) {
  if (is_pinned(pick)) unpin_vertices({*placed_vertex(pick)});
}

void Session::unpin_all() {
  std::vector<std::uint32_t> vertices;
  for (std::uint32_t v = 0; v < network_picture_.placed.keys.size(); ++v) {
    if (is_pin_of_picture(v)) vertices.push_back(v);
  }
  unpin_vertices(vertices);
}

// A pin that came with the file may be all that is known of a place.
void Session::unpin_vertices(const std::vector<std::uint32_t>& vertices) {
  const PlacedGraph& placed = network_picture_.placed;
  change_pins({"history.unpin", {}}, [&](auto& pins) {
    for (const std::uint32_t v : vertices) {
      const auto pin = pins.find(placed.keys[v]);
      network_places_[placed.store][placed.keys[v]] = pin->second;
      pins.erase(pin);
    }
  });
}

bool Session::is_pinned(PickId pick) const {
  const auto vertex = placed_vertex(pick);
  return vertex && is_pin_of_picture(*vertex);
}

std::size_t Session::pin_count() const {
  const std::vector<bool> pinned = pinned_vertices();
  return static_cast<std::size_t>(std::count(pinned.begin(), pinned.end(), true));
}

// ---- rings ----

void Session::set_ring_centre(const Key& key) {
  view.network_look.has_rings = !key.empty();
  view.network_look.ring_centre = key;
}

Key Session::key_of(PickId pick) const {
  if (pick.kind == PickId::Kind::agreement && pick.index < network().agreements.size())
    return network().agreement(AgreementId(pick.index)).key;
  const bool is_actor = pick.kind == PickId::Kind::actor || pick.kind == PickId::Kind::fold;
  return is_actor && pick.index < network().actors.size() ? network().actor(ActorId(pick.index)).key : Key();
}

// ---- opening ----

void Session::set_collapse(CollapseBy by) {
  if (view.network_look.collapse == by) return;
  view.network_look.collapse = by;
  view.network_look.expanded.clear();  // codes of other classes
}

bool Session::has_units(const Key& host) const {
  const std::vector<Key>& unfolded = view.unfolded_hosts;
  if (std::find(unfolded.begin(), unfolded.end(), host) != unfolded.end()) return true;
  const ActorId id = index_.actor(host);
  return id.is_set() && std::any_of(shown_.folding.folds.begin(), shown_.folding.folds.end(),
                                    [&](const Fold& fold) { return fold.host == id; });
}

void Session::toggle_units(const Key& host) {
  if (has_units(host)) toggle(view.unfolded_hosts, host);
}

bool Session::open_at(PickId pick) {
  const Classes& classes = network_picture_.classes;
  if (pick.kind == PickId::Kind::cluster && pick.index < classes.codes.size()) {
    toggle(view.network_look.expanded, classes.codes[pick.index]);
    return true;
  }
  const Key key = key_of(pick);
  if (key.empty()) return false;
  if (network_picture_.rings) {
    set_ring_centre(key);
    return true;
  }
  if (pick.kind == PickId::Kind::agreement || !has_units(key)) return false;
  toggle_units(key);
  return true;
}

}  // namespace samverka
