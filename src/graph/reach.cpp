#include "graph/reach.h"

#include <algorithm>
#include <utility>

#include "graph/both_ends.h"

namespace samverka {
namespace {

constexpr std::uint32_t not_reached = VertexId::none;

template <class Tag>
std::vector<Id<Tag>> ids_of(const std::vector<bool>& is_in) {
  std::vector<Id<Tag>> ids;
  for (std::size_t i = 0; i < is_in.size(); ++i) {
    if (is_in[i]) ids.emplace_back(i);
  }
  return ids;
}

// Grows ring by ring from a start.
class Spreading {
 public:
  Spreading(const Network& network, const SubNetwork& part, std::size_t crowd)
      : network_(network), ends_(network, part), crowd_(crowd) {
    has_actor_.assign(network.actors.size(), false);
    has_agreement_.assign(network.agreements.size(), false);
  }

  void begin(const Start& start) {
    for (const ActorId actor : start.actors) reach(actor, front_);
    for (const AgreementId agreement : start.agreements) {
      has_agreement_[agreement.value] = true;
      walked_from_start_.push_back(agreement);
    }
  }

  void step() {
    std::vector<ActorId> next;
    for (const AgreementId agreement : std::exchange(walked_from_start_, {})) walk_over(agreement, next);
    for (const ActorId actor : front_) {
      for (const Joint& joint : ends_.of(actor)) meet(joint.agreement, next);
    }
    front_ = std::move(next);
  }

  Neighbourhood take() const { return {ids_of<ActorTag>(has_actor_), ids_of<AgreementTag>(has_agreement_), crowded_}; }

 private:
  void meet(AgreementId agreement, std::vector<ActorId>& next) {
    if (has_agreement_[agreement.value]) return;
    has_agreement_[agreement.value] = true;
    if (network_.agreement(agreement).parties.size() > crowd_) {
      ++crowded_;
    } else {
      walk_over(agreement, next);
    }
  }

  void walk_over(AgreementId agreement, std::vector<ActorId>& next) {
    for (const Joint& joint : ends_.of(agreement)) reach(joint.actor, next);
  }

  void reach(ActorId actor, std::vector<ActorId>& next) {
    if (has_actor_[actor.value]) return;
    has_actor_[actor.value] = true;
    next.push_back(actor);
  }

  const Network& network_;
  BothEnds ends_;
  std::size_t crowd_;
  std::vector<bool> has_actor_, has_agreement_;
  std::vector<ActorId> front_;
  std::vector<AgreementId> walked_from_start_;
  std::size_t crowded_ = 0;
};

// How a row was reached first: from where, and over how many parties without a confirmed tie.
template <class From>
struct Reached {
  std::uint32_t ring = not_reached;
  std::uint32_t unconfirmed = 0;
  From from;

  // Takes a way here if it is the first, or as short as the first and better. True the first time.
  bool take(std::uint32_t by_ring, std::uint32_t by_unconfirmed, From by) {
    const bool is_first = ring == not_reached;
    if (!is_first && (ring != by_ring || std::pair(unconfirmed, from) <= std::pair(by_unconfirmed, by))) return false;
    ring = by_ring;
    unconfirmed = by_unconfirmed;
    from = by;
    return is_first;
  }
};

// Breadth first, ring by ring; within a ring every way into a row is weighed before anybody walks on from it.
class RouteSearch {
 public:
  RouteSearch(const Network& network, const SubNetwork& part, std::size_t crowd)
      : network_(network), ends_(network, part), crowd_(crowd) {
    actors_.resize(network.actors.size());
    agreements_.resize(network.agreements.size());
  }

  Route find(ActorId from, ActorId to) {
    actors_[from.value].ring = 0;
    std::vector<ActorId> front = {from};
    for (std::uint32_t ring = 1; !front.empty() && actors_[to.value].ring == not_reached; ++ring) {
      front = actors_of(agreements_from(front, ring), ring);
    }
    return route_to(to);
  }

 private:
  std::vector<AgreementId> agreements_from(const std::vector<ActorId>& front, std::uint32_t ring) {
    std::vector<AgreementId> met;
    for (const ActorId actor : front) {
      for (const Joint& joint : ends_.of(actor)) {
        const std::uint32_t unconfirmed = actors_[actor.value].unconfirmed + (joint.is_confirmed ? 0U : 1U);
        if (agreements_[joint.agreement.value].take(ring, unconfirmed, actor)) met.push_back(joint.agreement);
      }
    }
    const auto is_crowd = [&](AgreementId a) { return network_.agreement(a).parties.size() > crowd_; };
    crowded_ += std::erase_if(met, is_crowd);
    return met;
  }

  std::vector<ActorId> actors_of(const std::vector<AgreementId>& walked, std::uint32_t ring) {
    std::vector<ActorId> next;
    for (const AgreementId agreement : walked) {
      for (const Joint& joint : ends_.of(agreement)) {
        const std::uint32_t unconfirmed = agreements_[agreement.value].unconfirmed + (joint.is_confirmed ? 0U : 1U);
        if (actors_[joint.actor.value].take(ring, unconfirmed, agreement)) next.push_back(joint.actor);
      }
    }
    return next;
  }

  Route route_to(ActorId to) const {
    Route route;
    route.crowded_agreements = crowded_;
    if (actors_[to.value].ring == not_reached) return route;
    ActorId at = to;
    for (; actors_[at.value].ring > 0; at = agreements_[route.agreements.back().value].from) {
      route.actors.push_back(at);
      route.agreements.push_back(actors_[at.value].from);
    }
    route.actors.push_back(at);
    std::reverse(route.actors.begin(), route.actors.end());
    std::reverse(route.agreements.begin(), route.agreements.end());
    return route;
  }

  const Network& network_;
  BothEnds ends_;
  std::size_t crowd_;
  std::vector<Reached<AgreementId>> actors_;
  std::vector<Reached<ActorId>> agreements_;
  std::size_t crowded_ = 0;
};

}  // namespace

Neighbourhood neighbourhood(const Network& network, const SubNetwork& part, const Start& start, int steps,
                            std::size_t crowd) {
  Spreading spreading(network, part, crowd);
  spreading.begin(start);
  for (int i = 0; i < steps; ++i) spreading.step();
  return spreading.take();
}

Route shortest_route(const Network& network, const SubNetwork& part, ActorId from, ActorId to, std::size_t crowd) {
  return RouteSearch(network, part, crowd).find(from, to);
}

}  // namespace samverka
