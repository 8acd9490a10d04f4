#include "app/views.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace samverka {
namespace {

// In the order of the enumerations.
constexpr std::array view_words{"home", "agreement", "map", "network", "matrix", "table", "support", "gaps"};
constexpr std::array fill_words{"none", "agreements", "areas_covered", "population"};
constexpr std::array mode_words{"explore", "what_if", "compare"};
constexpr std::array row_words{"counties", "municipalities", "groups"};
constexpr std::array people_words{"children", "disability", "older"};
constexpr std::array sort_words{"name", "need"};
constexpr std::string_view first_columns = "area";
constexpr std::array collapse_words{"none", "county", "municipality", "group", "structure"};

template <class Words, class Enum>
void take_word(const Words& words, const std::string& word, Enum& into) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) into = static_cast<Enum>(found - words.begin());
}

// The first word is what holds where nothing is said.
template <class Words, class Enum>
std::string word_of(const Words& words, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index == 0 ? "" : words.at(index);
}

std::optional<bool> if_true(bool value) { return value ? std::optional(true) : std::nullopt; }

std::vector<Key> saved_selection(const Session& session) {
  std::vector<Key> keys;
  for (const PickId pick : session.view.selected()) {
    if (pick.kind == PickId::Kind::actor) keys.push_back(session.network().actor(ActorId(pick.index)).key);
    if (pick.kind == PickId::Kind::agreement) keys.push_back(session.network().agreement(AgreementId(pick.index)).key);
  }
  return keys;
}

PickId pick_of(const NetworkIndex& index, const Key& key) {
  if (const ActorId actor = index.actor(key); actor.is_set()) return {PickId::Kind::actor, actor.value};
  if (const AgreementId agreement = index.agreement(key); agreement.is_set()) {
    return {PickId::Kind::agreement, agreement.value};
  }
  return {};
}

void select(const std::vector<Key>& keys, Session& session) {
  std::vector<PickId> picks;
  for (const Key& key : keys) {
    if (const PickId pick = pick_of(session.index(), key); pick.kind != PickId::Kind::none) picks.push_back(pick);
  }
  session.view.selection = picks.empty() ? PickId{} : picks.front();
  session.view.also_selected.assign(picks.begin() + (picks.empty() ? 0 : 1), picks.end());
}

// A picture that nobody has moved shows all of the network, whatever the size of the window.
std::optional<SavedCamera> camera_of(const Camera& camera, bool shows_all, const std::optional<SavedCamera>& from) {
  if (shows_all) return std::nullopt;
  SavedCamera saved = from.value_or(SavedCamera{});
  saved.x = camera.centre.x;
  saved.y = camera.centre.y;
  saved.scale = camera.scale;
  return saved;
}

bool is_sound(const SavedCamera& saved) {
  const auto within = [](std::optional<double> v, double most) { return v && std::abs(*v) <= most; };
  return within(saved.x, 1e7) && within(saved.y, 1e7) && within(saved.scale, 1e7) && *saved.scale > 1e-7;
}

void point(Camera& camera, bool& wants_fit, bool& is_fitted, const std::optional<SavedCamera>& saved) {
  if (!saved || !is_sound(*saved)) return;
  camera.centre = {static_cast<float>(*saved->x), static_cast<float>(*saved->y)};
  camera.scale = static_cast<float>(*saved->scale);
  wants_fit = is_fitted = false;
}

// Nothing where the matrix is as it is when nobody has chosen anything: then the file says nothing of it.
std::optional<SavedMatrix> matrix_of(const MatrixLook& look, const std::optional<SavedMatrix>& from) {
  if (look == MatrixLook{} && (!from || from->extra == Extra{})) return std::nullopt;
  SavedMatrix saved = from.value_or(SavedMatrix{});
  saved.rows = word_of(row_words, look.rows);
  saved.columns = look.columns == first_columns ? "" : look.columns;
  saved.people = word_of(people_words, look.chain);
  saved.sort = word_of(sort_words, look.is_by_need);
  saved.ranks_all = if_true(look.ranks_all);
  return saved;
}

// Columns of what the network does not have are the first ones.
MatrixLook look_of(const SavedMatrix& saved, const Session& session) {
  constexpr std::array kinds{"area", "form", "group", "rule", "chain"};
  MatrixLook look;
  take_word(row_words, saved.rows, look.rows);
  take_word(people_words, saved.people, look.chain);
  look.is_by_need = saved.sort == sort_words[1];
  look.ranks_all = saved.ranks_all.value_or(false);
  const bool is_kind = std::find(kinds.begin(), kinds.end(), saved.columns) != kinds.end();
  if (is_kind || session.index().agreement(saved.columns).is_set()) look.columns = saved.columns;
  return look;
}

void take_mode(const SavedView& saved, Session& session) {
  ViewState& view = session.view;
  take_word(mode_words, saved.mode, view.mode);
  const std::int64_t scenario = saved.scenario.value_or(0);
  const auto count = static_cast<std::int64_t>(session.document().scenarios.size());
  view.scenario = scenario >= 0 && scenario < count ? static_cast<std::size_t>(scenario) : 0;
}

void take_looks(const SavedView& saved, ViewState& view) {
  view.map_look = {};
  take_word(fill_words, saved.map_fill, view.map_look.fill);
  view.map_look.shows_support = saved.support.value_or(false);
  view.lens = saved.lens;
  NetworkLook& look = view.network_look;
  look = {};
  look.is_actors_only = saved.actors_only.value_or(false);
  take_word(collapse_words, saved.collapse, look.collapse);
  look.expanded = saved.expanded;
  look.has_rings = saved.rings.value_or(false);
  look.ring_centre = saved.ring_centre;
}

}  // namespace

SavedView view_of(const Session& session, SavedView from) {
  const ViewState& view = session.view;
  from.tab = view_words.at(static_cast<std::size_t>(view.tab));
  from.filter = to_words(view.filter);
  from.date = partial(view.date);
  from.hidden_groups = view.hidden_groups;
  from.hidden = view.hidden;
  from.focus = view.focus.of;
  from.focus_steps.reset();
  if (!view.focus.of.empty()) from.focus_steps = view.focus.steps;
  from.selected = saved_selection(session);
  from.unfolded = if_true(view.is_unfolded);
  from.unfolded_hosts = view.unfolded_hosts;
  from.map_fill = word_of(fill_words, view.map_look.fill);
  from.support = if_true(view.map_look.shows_support);
  from.lens = view.lens;
  from.actors_only = if_true(view.network_look.is_actors_only);
  from.collapse = word_of(collapse_words, view.network_look.collapse);
  from.expanded = view.network_look.expanded;
  from.rings = if_true(view.network_look.has_rings);
  from.ring_centre = view.network_look.ring_centre;
  from.mode = word_of(mode_words, view.mode);
  from.scenario.reset();
  if (view.scenario > 0) from.scenario = static_cast<std::int64_t>(view.scenario);
  from.matrix = matrix_of(view.matrix_look, from.matrix);
  from.map = camera_of(view.map_camera, view.map_is_fitted || view.map_wants_fit, from.map);
  from.network = camera_of(view.network_camera, view.network_is_fitted || view.network_wants_fit, from.network);
  return from;
}

void apply_view(const SavedView& saved, Session& session) {
  ViewState& view = session.view;
  take_word(view_words, saved.tab, view.tab);
  const auto filter = parse_filter(saved.filter);
  if (filter && check_filter(*filter, session.taxonomy())) view.filter = *filter;
  if (saved.date.is_set()) view.date = saved.date.latest();
  view.hidden_groups = saved.hidden_groups;
  view.hidden = saved.hidden;
  view.focus = {saved.focus, static_cast<int>(std::clamp<std::int64_t>(saved.focus_steps.value_or(1), 1, 3))};
  view.is_unfolded = saved.unfolded.value_or(false);
  view.unfolded_hosts = saved.unfolded_hosts;
  take_looks(saved, view);
  take_mode(saved, session);
  view.matrix_look = look_of(saved.matrix.value_or(SavedMatrix{}), session);
  if (!session.taxonomy().perspectives.has(view.lens)) view.lens.clear();
  select(saved.selected, session);
  point(view.map_camera, view.map_wants_fit, view.map_is_fitted, saved.map);
  point(view.network_camera, view.network_wants_fit, view.network_is_fitted, saved.network);
}

}  // namespace samverka
