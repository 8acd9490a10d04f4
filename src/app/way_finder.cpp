#include "app/way_finder.h"

#include <limits>

namespace samverka {

void WayFinder::renew(const Session& session, const WayQuestion& question) {
  job_.deliver();
  const Stamp stamp{session.document_revision(), session.graph_revision(), question};
  if (stamp_ == stamp || !session.has_document()) return;
  stamp_ = stamp;
  found_.reset();
  is_stopped_ = false;
  const auto network = session.shared_network();
  const auto part = std::make_shared<const SubNetwork>(session.shown().part);
  job_.start("deep_ways.job", [this, network, part, question](Progress& progress) -> JobSlot::Deliver {
    auto made = std::make_shared<FoundWays>();
    made->of = question;
    RouteRequest request{question.from, question.to, question.steps, crowd_parties, most_ways, &progress};
    made->routes = all_routes(*network, *part, request);
    if (progress.cancelled()) return {};
    if (made->routes.routes.empty()) {
      made->nearest = shortest_route(*network, *part, question.from, question.to, crowd_parties);
      if (!made->nearest.is_found()) {
        constexpr std::size_t any = std::numeric_limits<std::size_t>::max();
        made->over_crowds = shortest_route(*network, *part, question.from, question.to, any);
      }
    }
    return [this, made] { found_ = made; };
  });
}

void WayFinder::stop() {
  job_.cancel();
  is_stopped_ = true;
}

void WayFinder::wait() {
  job_.wait();
  job_.deliver();
}

std::vector<Key> way_keys(const Network& network, const Route& route) {
  std::vector<Key> keys;
  for (std::size_t i = 0; i < route.actors.size(); ++i) {
    if (i > 0) keys.push_back(network.agreement(route.agreements[i - 1]).key);
    keys.push_back(network.actor(route.actors[i]).key);
  }
  return keys;
}

}  // namespace samverka
