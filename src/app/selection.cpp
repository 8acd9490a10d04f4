#include "app/selection.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

#include "analysis/partners.h"
#include "app/narrowing.h"
#include "base/utf8.h"
#include "graph/reach.h"

namespace samverka {
namespace {

bool is_row(PickId pick) { return pick.kind == PickId::Kind::actor || pick.kind == PickId::Kind::agreement; }

PickId pick_of(ActorId actor) { return {PickId::Kind::actor, actor.value}; }
PickId pick_of(AgreementId agreement) { return {PickId::Kind::agreement, agreement.value}; }

bool is_switched_off(const Session& session, std::string_view code) {
  const std::vector<std::string>& hidden = session.view.hidden_groups;
  return std::find(hidden.begin(), hidden.end(), code) != hidden.end();
}

// In the order of the pictures: actors by row, then agreements by row.
bool comes_before(PickId a, PickId b) { return std::pair(a.kind, a.index) < std::pair(b.kind, b.index); }

std::vector<PickId> sorted(std::vector<PickId> picks) {
  std::sort(picks.begin(), picks.end(), comes_before);
  picks.erase(std::unique(picks.begin(), picks.end()), picks.end());
  return picks;
}

bool contains(const std::vector<PickId>& sorted_picks, PickId pick) {
  return std::binary_search(sorted_picks.begin(), sorted_picks.end(), pick, comes_before);
}

std::vector<ActorId> selected_actors(const Session& session) {
  std::vector<ActorId> actors;
  for (const PickId pick : session.view.selected()) {
    if (pick.kind == PickId::Kind::actor) actors.emplace_back(pick.index);
  }
  return actors;
}

Start selected_start(const Session& session) {
  Start start;
  for (const PickId pick : session.view.selected()) {
    if (pick.kind == PickId::Kind::actor) start.actors.emplace_back(pick.index);
    if (pick.kind == PickId::Kind::agreement) start.agreements.emplace_back(pick.index);
  }
  return start;
}

// ---- the way between two, in words ----

std::string short_name(const Session& session, ActorId actor) {
  constexpr std::size_t graphemes = 40;
  return displayable(shortened(session.network().actor(actor).shown_name(), graphemes));
}

std::string short_title(const Session& session, AgreementId agreement) {
  constexpr std::size_t graphemes = 60;
  return displayable(shortened(session.network().agreement(agreement).title, graphemes));
}

std::string route_in_words(const Session& session, const Route& route) {
  std::string words = short_name(session, route.actors.front());
  for (std::size_t i = 0; i < route.steps(); ++i) {
    words += " – " + short_title(session, route.agreements[i]) + " – " + short_name(session, route.actors[i + 1]);
  }
  return session.texts().plural("way.found", static_cast<long long>(route.steps()), {{"way", words}});
}

bool is_narrowed(const Session& session) {
  return session.view.filter != default_filter() || !session.view.hidden.empty() || !session.view.focus.of.empty();
}

// What was left out, and what that hides: no way on record is not the same as no cooperation.
std::string no_route_in_words(const Session& session, ActorId from, ActorId to, const Route& none) {
  const Texts& texts = session.texts();
  std::string words = texts.tr("way.none", {{"from", short_name(session, from)}, {"to", short_name(session, to)}});
  const Route any =
      shortest_route(session.network(), session.shown().part, from, to, std::numeric_limits<std::size_t>::max());
  if (any.is_found()) {
    words += " " + texts.plural("way.only_crowd", static_cast<long long>(any.steps()),
                                {{"agreement", short_title(session, any.agreements.front())}});
  } else if (none.crowded_agreements > 0) {
    words += " " + texts.plural("way.crowded", static_cast<long long>(none.crowded_agreements),
                                {{"limit", texts.number(static_cast<long long>(crowd_parties))}});
  }
  if (is_narrowed(session)) words += " " + texts.tr("way.narrowed");
  return words + " " + texts.tr("way.unknown");
}

void show_route(Session& session, const Route& route) {
  std::vector<PickId> picks;
  session.view.path.clear();
  for (std::size_t i = 0; i < route.actors.size(); ++i) {
    picks.push_back(pick_of(route.actors[i]));
    session.view.path.push_back(session.network().actor(route.actors[i]).key);
    if (i == route.steps()) break;
    picks.push_back(pick_of(route.agreements[i]));
    session.view.path.push_back(session.network().agreement(route.agreements[i]).key);
  }
  set_selection(session, picks);
  session.view.wants_fit_selection = true;
}

}  // namespace

std::vector<PickId> shown_picks(const Session& session) {
  std::vector<PickId> picks;
  const Taxonomy& taxonomy = session.taxonomy();
  for (const ActorId actor : session.shown().folding.shown) {
    if (is_switched_off(session, taxonomy.group_of(session.network().actor(actor).type).code)) continue;
    picks.push_back(pick_of(actor));
  }
  if (is_switched_off(session, "agreement")) return picks;
  for (const AgreementId agreement : session.shown().part.agreements) picks.push_back(pick_of(agreement));
  return picks;
}

std::optional<std::uint32_t> vertex_of(const Incidence& incidence, PickId pick) {
  const auto place = [](const auto& rows, auto id, std::size_t first) -> std::optional<std::uint32_t> {
    const auto found = std::lower_bound(rows.begin(), rows.end(), id);
    if (found == rows.end() || *found != id) return std::nullopt;
    return static_cast<std::uint32_t>(first + static_cast<std::size_t>(found - rows.begin()));
  };
  if (pick.kind == PickId::Kind::actor) return place(incidence.actors, ActorId(pick.index), 0);
  if (pick.kind == PickId::Kind::agreement)
    return place(incidence.agreements, AgreementId(pick.index), incidence.actors.size());
  return std::nullopt;
}

std::vector<Key> selected_keys(const Session& session) {
  std::vector<Key> keys;
  for (const PickId pick : session.view.selected()) {
    if (Key key = session.key_of(pick); !key.empty()) keys.push_back(std::move(key));
  }
  return keys;
}

void set_selection(Session& session, const std::vector<PickId>& picks) {
  ViewState& view = session.view;
  const bool keeps_first = std::find(picks.begin(), picks.end(), view.selection) != picks.end();
  if (!keeps_first) view.selection = picks.empty() ? PickId{} : picks.front();
  view.also_selected.clear();
  for (const PickId pick : picks) {
    if (pick != view.selection) view.also_selected.push_back(pick);
  }
}

void select_all_shown(Session& session) { set_selection(session, shown_picks(session)); }

void select_none(Session& session) {
  set_selection(session, {});
  clear_route(session);
}

void invert_selection(Session& session) {
  const std::vector<PickId> selected = sorted(session.view.selected());
  std::vector<PickId> others;
  for (const PickId pick : shown_picks(session)) {
    if (!contains(selected, pick)) others.push_back(pick);
  }
  set_selection(session, others);
}

void select_neighbours(Session& session) {
  const Neighbourhood near =
      neighbourhood(session.network(), session.shown().part, selected_start(session), 1, crowd_parties);
  std::vector<PickId> picks = session.view.selected();
  for (const ActorId actor : near.actors) picks.push_back(pick_of(actor));
  for (const AgreementId agreement : near.agreements) picks.push_back(pick_of(agreement));
  set_selection(session, sorted(std::move(picks)));
}

void hide_selected(Session& session) {
  std::vector<Key>& hidden = session.view.hidden;
  const std::unordered_set<Key> known(hidden.begin(), hidden.end());
  for (Key& key : selected_keys(session)) {
    if (known.count(key) == 0) hidden.push_back(std::move(key));
  }
  select_none(session);
}

void show_hidden(Session& session) { session.view.hidden.clear(); }

void set_focus(Session& session, int steps) {
  Focus& focus = session.view.focus;
  if (std::vector<Key> keys = selected_keys(session); !keys.empty()) focus.of = std::move(keys);
  focus.steps = steps;
  session.view.wants_fit() = true;
}

void clear_focus(Session& session) {
  if (session.view.focus.of.empty()) return;
  session.view.focus = {};
  session.view.wants_fit() = true;
}

bool can_focus(const Session& session) {
  const PickId selection = session.view.selection;
  return session.has_document() && (is_row(selection) || !session.view.focus.of.empty());
}

bool can_find_route(const Session& session) {
  return session.view.also_selected.size() == 1 && selected_actors(session).size() == 2;
}

void find_route(Session& session) {
  const std::vector<ActorId> ends = selected_actors(session);
  if (ends.size() != 2) return;
  const Route route = shortest_route(session.network(), session.shown().part, ends[1], ends[0], crowd_parties);
  if (route.is_found()) {
    show_route(session, route);
    session.set_notice(Notice{route_in_words(session, route), false});
  } else {
    clear_route(session);
    session.set_notice(Notice{no_route_in_words(session, ends[1], ends[0], route), false});
  }
}

void clear_route(Session& session) { session.view.path.clear(); }

}  // namespace samverka
