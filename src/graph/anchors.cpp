#include <cmath>
#include <optional>

#include "graph/subnetwork.h"

namespace samverka {
namespace {

using Precision = Anchor::Precision;

// A place that can be drawn. The projection is made for Sweden: far from its meridian it gives any number at all, so
// what lands outside the earth's circumference counts as not known.
std::optional<Vec2> map_place(const Actor& actor) {
  constexpr float outermost_km = 40000;
  if (!actor.position || !is_on_earth(*actor.position) || is_swapped(*actor.position)) return {};
  const Vec2 place = map_from_wgs84(*actor.position);
  if (!is_finite(place) || std::abs(place.x) > outermost_km || std::abs(place.y) > outermost_km) return {};
  return place;
}

Anchor coarsened(Anchor anchor, Precision at_best) {
  if (static_cast<int>(anchor.precision) > static_cast<int>(at_best)) anchor.precision = at_best;
  return anchor;
}

class AnchorFinder {
 public:
  AnchorFinder(const Network& network, const NetworkIndex& index, const MapShapes* shapes)
      : network_(network), index_(index), shapes_(shapes) {}

  Anchor anchor_of(ActorId id) const {
    Anchor anchor = anchor_of(id, network_.actor(id).sensitive.value_or(false), 0);
    anchor.is_local = !network_.actor(id).municipality.empty();
    return anchor;
  }

 private:
  // A sensitive actor (a sheltered home) must not be given away by its parent's address either: `must_hide` follows it
  // up the chain.
  Anchor anchor_of(ActorId id, bool must_hide, int depth) const {
    constexpr int deepest = 64;  // E_CYCLE is told elsewhere; here it must only end
    const Actor& actor = network_.actor(id);
    if (!must_hide) {
      if (const auto own = map_place(actor)) return {*own, Precision::exact};
    }
    if (const Anchor found = place_of(index_.municipality(actor.municipality), Precision::municipality);
        is_known(found)) {
      return found;
    }
    if (const Anchor found = inside_municipality(actor.municipality); is_known(found)) return found;
    if (actor.parent.id.is_set() && depth < deepest) {
      const Anchor found = anchor_of(actor.parent.id, must_hide, depth + 1);
      if (is_known(found)) return coarsened(found, Precision::municipality);
    }
    const Anchor county = place_of(index_.region_of_county(actor.county), Precision::county);
    if (is_known(county) || depth > 0) return county;
    const Anchor middle = middle_of_members(actor);
    return is_known(middle) ? middle : inside_county(actor.county);
  }

  // Its land, where nobody has placed the municipality itself.
  Anchor inside_municipality(const std::string& municipality) const {
    const MapShapes::Place* shape = shapes_ ? find_place(shapes_->municipalities, municipality) : nullptr;
    return shape ? Anchor{label_point(*shape), Precision::municipality} : Anchor{};
  }

  Anchor inside_county(const std::string& county) const {
    const MapShapes::Place* shape = shapes_ ? find_place(shapes_->counties, county) : nullptr;
    return shape ? Anchor{label_point(*shape), Precision::county} : Anchor{};
  }

  // A federation that nobody has placed lies among those who are in it. Bodies of the whole country have no place: the
  // middle of Sweden would say something that is not so.
  Anchor middle_of_members(const Actor& actor) const {
    constexpr std::size_t most_members = 100;
    Vec2 sum;
    float count = 0;
    if (actor.members.size() > most_members) return {};
    for (const ActorRef& member : actor.members) {
      const bool is_local = member.id.is_set() && network_.actor(member.id).type == "municipality";
      const auto place = is_local ? map_place(network_.actor(member.id)) : std::nullopt;
      if (!place) continue;
      sum = sum + *place;
      count += 1;
    }
    return count > 0 ? Anchor{sum * (1 / count), Precision::county} : Anchor{};
  }

  static bool is_known(const Anchor& anchor) { return anchor.precision != Precision::none; }

  Anchor place_of(ActorId id, Precision precision) const {
    if (!id.is_set()) return {};
    const auto place = map_place(network_.actor(id));
    return place ? Anchor{*place, precision} : Anchor{};
  }

  const Network& network_;
  const NetworkIndex& index_;
  const MapShapes* shapes_;
};

}  // namespace

std::vector<Anchor> anchors_of(const Network& network, const NetworkIndex& index, const Incidence& incidence,
                               const MapShapes* shapes) {
  const AnchorFinder finder(network, index, shapes);
  std::vector<Anchor> anchors(incidence.vertex_count());
  for (std::size_t v = 0; v < incidence.actors.size(); ++v) anchors[v] = finder.anchor_of(incidence.actors[v]);
  return anchors;
}

}  // namespace samverka
