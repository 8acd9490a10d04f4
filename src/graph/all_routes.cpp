#include "graph/all_routes.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "graph/both_ends.h"

namespace samverka {
namespace {

constexpr std::uint32_t out_of_reach = ~std::uint32_t{0};

class RouteWalk {
 public:
  RouteWalk(const Network& network, const SubNetwork& part, const RouteRequest& request)
      : network_(network), ends_(network, part), request_(request) {
    left_from_.assign(network.actors.size(), out_of_reach);
    is_walked_.assign(network.agreements.size(), false);
    is_on_way_.assign(network.actors.size(), false);
  }

  // Of one length at a time, so that what is left out, where something must be, are the longest.
  Routes find() {
    measure();
    for (std::size_t steps = 1; steps <= request_.steps && !found_.is_cut; ++steps) {
      const std::size_t first = found_.routes.size();
      way_.actors = {request_.from};
      is_on_way_[request_.from.value] = true;
      walk(steps);
      sort_from(first);
    }
    return std::move(found_);
  }

 private:
  bool is_crowd(AgreementId agreement) const { return network_.agreement(agreement).parties.size() > request_.crowd; }

  // How many steps are left from each actor at least, breadth first from the goal: no walk is begun that is too long.
  void measure() {
    std::vector<ActorId> front = {request_.to};
    left_from_[request_.to.value] = 0;
    std::vector<bool> is_met(network_.agreements.size(), false);
    for (std::uint32_t step = 1; step <= request_.steps && !front.empty(); ++step) {
      std::vector<ActorId> next;
      for (const ActorId actor : front) {
        for (const Joint& joint : ends_.of(actor)) {
          if (is_met[joint.agreement.value]) continue;
          is_met[joint.agreement.value] = true;
          if (is_crowd(joint.agreement)) {
            ++found_.crowded_agreements;
            continue;
          }
          for (const Joint& other : ends_.of(joint.agreement)) {
            std::uint32_t& left = left_from_[other.actor.value];
            if (left != out_of_reach) continue;
            left = step;
            next.push_back(other.actor);
          }
        }
      }
      front = std::move(next);
    }
  }

  void walk(std::size_t steps_left) {
    const ActorId at = way_.actors.back();
    if (steps_left == 0) return at == request_.to ? keep() : void();
    for (const AgreementId agreement : agreements_of(at)) {
      if (found_.is_cut) return;
      if (!is_walked_[agreement.value] && !is_crowd(agreement)) walk_over(agreement, steps_left - 1);
    }
  }

  void walk_over(AgreementId agreement, std::size_t steps_left) {
    is_walked_[agreement.value] = true;
    way_.agreements.push_back(agreement);
    const std::vector<ActorId> parties = parties_of(agreement);
    looks_ += parties.size();
    const bool is_cancelled = request_.progress && request_.progress->cancelled();
    if (looks_ > most_looks || is_cancelled) found_.is_cut = true;
    for (const ActorId next : parties) {
      if (found_.is_cut) break;
      if (is_on_way_[next.value] || left_from_[next.value] > steps_left) continue;
      if (next == request_.to && steps_left > 0) continue;  // the goal ends a way
      is_on_way_[next.value] = true;
      way_.actors.push_back(next);
      walk(steps_left);
      way_.actors.pop_back();
      is_on_way_[next.value] = false;
    }
    way_.agreements.pop_back();
    is_walked_[agreement.value] = false;
  }

  // Each once, however often somebody is party.
  std::vector<AgreementId> agreements_of(ActorId actor) const {
    std::vector<AgreementId> agreements;
    for (const Joint& joint : ends_.of(actor)) agreements.push_back(joint.agreement);
    return sorted_once(std::move(agreements));
  }

  std::vector<ActorId> parties_of(AgreementId agreement) const {
    std::vector<ActorId> actors;
    for (const Joint& joint : ends_.of(agreement)) actors.push_back(joint.actor);
    return sorted_once(std::move(actors));
  }

  template <class Ids>
  static Ids sorted_once(Ids ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }

  void keep() {
    if (found_.routes.size() == request_.most) {
      found_.is_cut = true;
      return;
    }
    found_.routes.push_back(way_);
  }

  bool is_confirmed(AgreementId agreement, ActorId actor) const {
    const auto joints = ends_.of(agreement);
    return std::any_of(joints.begin(), joints.end(),
                       [&](const Joint& joint) { return joint.actor == actor && joint.is_confirmed; });
  }

  std::size_t unconfirmed_of(const Route& route) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < route.steps(); ++i) {
      count += is_confirmed(route.agreements[i], route.actors[i]) ? 0 : 1;
      count += is_confirmed(route.agreements[i], route.actors[i + 1]) ? 0 : 1;
    }
    return count;
  }

  void sort_from(std::size_t first) {
    using Ranked = std::pair<std::size_t, Route>;
    std::vector<Ranked> ranked;
    for (std::size_t i = first; i < found_.routes.size(); ++i) {
      ranked.emplace_back(unconfirmed_of(found_.routes[i]), std::move(found_.routes[i]));
    }
    std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
      return std::tie(a.first, a.second.actors, a.second.agreements) <
             std::tie(b.first, b.second.actors, b.second.agreements);
    });
    found_.routes.resize(first);
    for (auto& [unconfirmed, route] : ranked) {
      found_.unconfirmed.push_back(unconfirmed);
      found_.routes.push_back(std::move(route));
    }
  }

  const Network& network_;
  BothEnds ends_;
  RouteRequest request_;
  std::vector<std::uint32_t> left_from_;  // by actor
  std::vector<bool> is_walked_, is_on_way_;
  Route way_;
  std::size_t looks_ = 0;
  Routes found_;
};

}  // namespace

Routes all_routes(const Network& network, const SubNetwork& part, const RouteRequest& request) {
  if (request.from == request.to) return {};
  return RouteWalk(network, part, request).find();
}

}  // namespace samverka
