#include "graph/reach.h"

#include <doctest/doctest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <random>

#include "graph/subnetwork.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr std::size_t crowd = 4;

SubNetwork all_of(const NetworkMaker& m) { return restrict(m.network, small_taxonomy(), {}, m.network.as_of); }

std::vector<std::string> names(const NetworkMaker& m, const std::vector<ActorId>& actors) {
  std::vector<std::string> found;
  for (const ActorId actor : actors) found.push_back(m.network.actor(actor).key);
  return found;
}

std::vector<std::string> names(const NetworkMaker& m, const std::vector<AgreementId>& agreements) {
  std::vector<std::string> found;
  for (const AgreementId agreement : agreements) found.push_back(m.network.agreement(agreement).key);
  return found;
}

using Names = std::vector<std::string>;

Neighbourhood around(const NetworkMaker& m, const std::string& actor, int steps) {
  return neighbourhood(m.network, all_of(m), {{m.id(actor)}, {}}, steps, crowd);
}

Route route(const NetworkMaker& m, const std::string& from, const std::string& to) {
  return shortest_route(m.network, all_of(m), m.id(from), m.id(to), crowd);
}

//  A --1-- B --2-- C --3-- D     E (alone)
NetworkMaker chain() {
  NetworkMaker m;
  for (const char* name : {"A", "B", "C", "D", "E"}) m.actor(name, "other");
  m.agreement("1", {"A", "B"});
  m.agreement("2", {"B", "C"});
  m.agreement("3", {"C", "D"});
  return m;
}

// The slow and plain picture of the same: vertices are actors, then agreements; a crowd keeps no edges.
using Plain = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, int>>;

// A step costs 1 000 an end and one more where the tie is not confirmed, so that the shortest is the wanted one.
Plain plain_graph(const Network& network, const SubNetwork& part) {
  Plain graph(network.actors.size() + network.agreements.size());
  const auto join = [&](ActorId actor, AgreementId agreement, bool is_confirmed) {
    if (network.agreement(agreement).parties.size() > crowd) return;
    boost::add_edge(actor.value, network.actors.size() + agreement.value, is_confirmed ? 1000 : 1001, graph);
  };
  for (const Participation& p : part.participations) join(p.actor, p.agreement, p.is_confirmed);
  for (const Founding& f : part.foundings) join(f.actor, f.agreement, false);
  return graph;
}

std::vector<int> edges_from(const Plain& graph, std::size_t source) {
  std::vector<int> distance(boost::num_vertices(graph), -1);
  distance[source] = 0;
  boost::breadth_first_search(
      graph, source,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
  return distance;
}

std::vector<int> costs_from(const Plain& graph, std::size_t source) {
  std::vector<int> cost(boost::num_vertices(graph));
  boost::dijkstra_shortest_paths(graph, source, boost::distance_map(cost.data()));
  return cost;
}

NetworkMaker random_network(unsigned seed) {
  std::mt19937 random(seed);
  NetworkMaker m;
  const std::size_t actors = 2 + random() % 12;
  for (std::size_t i = 0; i < actors; ++i) m.actor("a" + std::to_string(i), "other");
  const std::size_t agreements = random() % 12;
  for (std::size_t i = 0; i < agreements; ++i) {
    std::vector<std::string> parties;
    for (std::size_t p = 0; p < 1 + random() % 6; ++p) parties.push_back("a" + std::to_string(random() % actors));
    Agreement& made = m.agreement("v" + std::to_string(i), parties);
    for (Party& party : made.parties) {
      if (random() % 3 == 0) party.state = PartyState::unknown;
    }
    if (random() % 4 == 0) made.founds.id = ActorId(random() % actors);
  }
  return m;
}

int cost_of(const Route& route, const Network& network, const SubNetwork& part) {
  int cost = 0;
  const auto end = [&](AgreementId agreement, ActorId actor) {
    bool is_confirmed = false;
    bool is_joined = false;
    for (const Participation& p : part.participations) {
      if (p.agreement != agreement || p.actor != actor) continue;
      is_joined = true;
      is_confirmed = is_confirmed || p.is_confirmed;
    }
    for (const Founding& f : part.foundings) is_joined = is_joined || (f.agreement == agreement && f.actor == actor);
    CHECK(is_joined);
    CHECK(network.agreement(agreement).parties.size() <= crowd);
    cost += is_confirmed ? 1000 : 1001;
  };
  for (std::size_t i = 0; i < route.steps(); ++i) {
    end(route.agreements[i], route.actors[i]);
    end(route.agreements[i], route.actors[i + 1]);
  }
  return cost;
}

}  // namespace

TEST_CASE("nothing to start from reaches nothing, and no steps reach the start alone") {
  const NetworkMaker m = chain();
  const Neighbourhood none = neighbourhood(m.network, all_of(m), {}, 3, crowd);
  CHECK(none.actors.empty());
  CHECK(none.agreements.empty());
  CHECK(names(m, around(m, "B", 0).actors) == Names{"B"});
  CHECK(around(m, "B", 0).agreements.empty());
}

TEST_CASE("each step goes over one agreement to its parties") {
  const NetworkMaker m = chain();
  CHECK(names(m, around(m, "A", 1).actors) == Names{"A", "B"});
  CHECK(names(m, around(m, "A", 1).agreements) == Names{"1"});
  CHECK(names(m, around(m, "A", 2).actors) == Names{"A", "B", "C"});
  CHECK(names(m, around(m, "A", 3).agreements) == Names{"1", "2", "3"});
  CHECK(names(m, around(m, "E", 3).actors) == Names{"E"});
}

TEST_CASE("of an agreement the parties are one step away") {
  const NetworkMaker m = chain();
  const Start second{{}, {AgreementId(1)}};
  const Neighbourhood one = neighbourhood(m.network, all_of(m), second, 1, crowd);
  CHECK(names(m, one.actors) == Names{"B", "C"});
  CHECK(names(m, one.agreements) == Names{"2"});
  const Neighbourhood two = neighbourhood(m.network, all_of(m), second, 2, crowd);
  CHECK(names(m, two.actors) == Names{"A", "B", "C", "D"});
  CHECK(names(m, two.agreements) == Names{"1", "2", "3"});
}

TEST_CASE("a crowd is met and counted, and walked over only when it is the start itself") {
  NetworkMaker m = chain();
  m.agreement("Alla", {"A", "B", "C", "D", "E"});
  const Neighbourhood one = around(m, "A", 1);
  CHECK(names(m, one.actors) == Names{"A", "B"});
  CHECK(names(m, one.agreements) == Names{"1", "Alla"});
  CHECK(one.crowded_agreements == 1);
  CHECK(neighbourhood(m.network, all_of(m), {{}, {AgreementId(3)}}, 1, crowd).actors.size() == 5);
  CHECK(neighbourhood(m.network, all_of(m), {{m.id("A")}, {}}, 1, 5).actors.size() == 5);
}

TEST_CASE("a charter leads to the body that it founds") {
  NetworkMaker m = chain();
  m.actor("Förbundet", "support_structure");
  m.agreement("Förbundsordning", {"A", "D"}).founds.id = m.id("Förbundet");
  CHECK(names(m, around(m, "Förbundet", 1).actors) == Names{"A", "D", "Förbundet"});
  CHECK(names(m, route(m, "A", "Förbundet").agreements) == Names{"Förbundsordning"});
}

TEST_CASE("the shortest way tells every actor and agreement on it") {
  const NetworkMaker m = chain();
  const Route found = route(m, "A", "D");
  CHECK(names(m, found.actors) == Names{"A", "B", "C", "D"});
  CHECK(names(m, found.agreements) == Names{"1", "2", "3"});
  CHECK(found.steps() == 3);
}

TEST_CASE("to oneself there are no steps, and to one alone there is no way") {
  const NetworkMaker m = chain();
  CHECK(names(m, route(m, "B", "B").actors) == Names{"B"});
  CHECK(route(m, "B", "B").steps() == 0);
  CHECK_FALSE(route(m, "A", "E").is_found());
}

TEST_CASE("of equally short ways the one with confirmed ties is taken, then always the same") {
  //  A --1-- B, 1 not confirmed; A --2-- B; A --3-- B
  NetworkMaker m;
  m.actor("A", "other");
  m.actor("B", "other");
  m.agreement("1", {"A", "B"}).parties[1].state = PartyState::unknown;
  m.agreement("2", {"A", "B"});
  m.agreement("3", {"B", "A"});
  CHECK(names(m, route(m, "A", "B").agreements) == Names{"2"});
  CHECK(names(m, route(m, "B", "A").agreements) == Names{"2"});
}

TEST_CASE("a crowd is no way, and is counted as left out") {
  NetworkMaker m = chain();
  m.agreement("Alla", {"A", "B", "C", "D", "E"});
  CHECK_FALSE(route(m, "A", "E").is_found());
  CHECK(route(m, "A", "E").crowded_agreements == 1);
  CHECK(route(m, "A", "D").steps() == 3);
}

TEST_CASE("neighbourhoods hold what Boost's breadth-first search finds within twice as many edges") {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    const NetworkMaker m = random_network(seed);
    const SubNetwork part = all_of(m);
    const std::vector<int> edges = edges_from(plain_graph(m.network, part), 0);
    for (int steps = 0; steps <= 4; ++steps) {
      std::vector<ActorId> actors;
      for (std::size_t i = 0; i < m.network.actors.size(); ++i) {
        if (edges[i] >= 0 && edges[i] <= 2 * steps) actors.emplace_back(i);
      }
      const Neighbourhood found = neighbourhood(m.network, part, {{ActorId(0)}, {}}, steps, crowd);
      CHECK(found.actors == actors);
      std::size_t walked = 0;
      for (std::size_t i = m.network.actors.size(); i < edges.size(); ++i) {
        walked += edges[i] >= 0 && edges[i] <= 2 * steps ? 1U : 0U;
      }
      CHECK(found.agreements.size() == walked + found.crowded_agreements);
    }
  }
}

TEST_CASE("shortest ways are as short, and as firm, as Boost's") {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    const NetworkMaker m = random_network(seed);
    const SubNetwork part = all_of(m);
    const Plain graph = plain_graph(m.network, part);
    const std::vector<int> edges = edges_from(graph, 0);
    const std::vector<int> costs = costs_from(graph, 0);
    for (std::size_t to = 1; to < m.network.actors.size(); ++to) {
      const Route found = shortest_route(m.network, part, ActorId(0), ActorId(to), crowd);
      CHECK(found.is_found() == (edges[to] >= 0));
      if (!found.is_found()) continue;
      CHECK(static_cast<int>(found.steps()) * 2 == edges[to]);
      CHECK(cost_of(found, m.network, part) == costs[to]);
    }
  }
}
