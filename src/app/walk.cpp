#include "app/walk.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "app/camera_moves.h"
#include "app/selection.h"
#include "base/collate.h"

namespace samverka {
namespace {

constexpr float least_cosine = 0.5F;  // 60 degrees

bool is_actor(PickId pick) { return pick.kind == PickId::Kind::actor; }

void stand_on(Session& session, PickId pick) {
  set_selection(session, {pick});
  session.tick();
  keep_selection_in_view(session);
}

// ---- from actor to actor ----

// Orders the actors of the picture; less comes first.
class Importance {
 public:
  explicit Importance(const Session& session) : session_(session), agreements_(session.network().actors.size(), 0) {
    for (const Participation& p : session.shown().part.participations) ++agreements_[p.actor.value];
  }

  bool comes_before(std::uint32_t a, std::uint32_t b) const {
    if (agreements_[a] != agreements_[b]) return agreements_[a] > agreements_[b];
    const std::string& a_name = session_.network().actor(ActorId(a)).name;
    const std::string& b_name = session_.network().actor(ActorId(b)).name;
    if (swedish_less(a_name, b_name)) return true;
    if (swedish_less(b_name, a_name)) return false;
    return a < b;
  }

 private:
  const Session& session_;
  std::vector<std::uint32_t> agreements_;
};

// Those that are drawn; from so far out that none is, all that are shown.
std::vector<PickId> actors_to_walk(const Session& session) {
  std::vector<PickId> actors;
  for (const Mark& mark : session.scene().marks) {
    if (is_actor(mark.pick)) actors.push_back(mark.pick);
  }
  if (!actors.empty()) return actors;
  actors = shown_picks(session);
  std::erase_if(actors, [](PickId pick) { return !is_actor(pick); });
  return actors;
}

// The first of them that comes after `from` (before it, going back); the first of all where there is none.
std::optional<PickId> next_of(const Session& session, std::optional<PickId> from, bool back) {
  const Importance importance(session);
  const auto before = [&](PickId a, PickId b) {
    return back ? importance.comes_before(b.index, a.index) : importance.comes_before(a.index, b.index);
  };
  std::optional<PickId> next;
  std::optional<PickId> first;
  for (const PickId pick : actors_to_walk(session)) {
    if (!first || before(pick, *first)) first = pick;
    if (from && before(*from, pick) && (!next || before(pick, *next))) next = pick;
  }
  return next ? next : first;
}

// ---- along ties ----

PickId pick_of(const Incidence& incidence, std::uint32_t vertex) {
  if (incidence.is_actor(vertex)) return {PickId::Kind::actor, incidence.actors[vertex].value};
  return {PickId::Kind::agreement, incidence.agreements[vertex - incidence.actors.size()].value};
}

struct PickHash {
  std::size_t operator()(PickId pick) const {
    return std::size_t{pick.index} << 3U | static_cast<std::size_t>(pick.kind);
  }
};
using Places = std::unordered_map<PickId, Vec2, PickHash>;

Places places_in(const Scene& scene) {
  Places places;
  for (const Mark& mark : scene.marks) {
    if (is_finite(mark.centre)) places.try_emplace(mark.pick, mark.centre);
  }
  return places;
}

// Neighbours that are drawn; past an agreement that is not drawn, those on its other side.
std::vector<PickId> neighbours_in(const Places& places, const Incidence& incidence, std::uint32_t vertex) {
  std::vector<PickId> near;
  for (const std::uint32_t other : incidence.graph.neighbours(vertex)) {
    const PickId pick = pick_of(incidence, other);
    if (places.count(pick) > 0) {
      near.push_back(pick);
    } else if (!incidence.is_actor(other)) {
      for (const std::uint32_t beyond : incidence.graph.neighbours(other)) {
        if (beyond != vertex && places.count(pick_of(incidence, beyond)) > 0)
          near.push_back(pick_of(incidence, beyond));
      }
    }
  }
  return near;
}

Vec2 unit(Direction direction) {
  switch (direction) {
    case Direction::left:
      return {-1, 0};
    case Direction::right:
      return {1, 0};
    case Direction::up:
      return {0, -1};
    case Direction::down:
      return {0, 1};
  }
  return {};
}

// The one most in that direction; of two in the very same the nearer, then the lower row.
std::optional<PickId> most_towards(const Places& places, PickId from, const std::vector<PickId>& near, Vec2 towards) {
  struct Best {
    float cosine = least_cosine, distance = 0;
    std::optional<PickId> pick;
  } best;
  for (const PickId pick : near) {
    const Vec2 step = places.at(pick) - places.at(from);
    const float far = length(step);
    if (!(far > 0)) continue;
    const float cosine = dot(step, towards) / far;
    if (cosine < best.cosine) continue;
    const bool is_as_good = best.pick && cosine == best.cosine;
    const auto rank = [](float distance, PickId p) { return std::tuple(distance, p.kind, p.index); };
    if (is_as_good && rank(best.distance, *best.pick) <= rank(far, pick)) continue;
    best = {cosine, far, pick};
  }
  return best.pick;
}

}  // namespace

void walk_to_next(Session& session, bool back) {
  const PickId here = session.view.selection;
  const auto next = next_of(session, is_actor(here) ? std::optional(here) : std::nullopt, back);
  if (next) stand_on(session, *next);
}

void walk(Session& session, Direction direction) {
  const PickId here = session.view.selection;
  const Places places = places_in(session.scene());
  const Incidence& incidence = session.shown().incidence;
  const auto vertex = vertex_of(incidence, here);
  if (!vertex || places.count(here) == 0) return walk_to_next(session, false);
  const auto next = most_towards(places, here, neighbours_in(places, incidence, *vertex), unit(direction));
  if (next) stand_on(session, *next);
}

bool can_walk(const Session& session) {
  return session.has_document() && session.view.is_picture() && !session.scene().marks.empty();
}

}  // namespace samverka
