#include "analysis/communities.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

namespace samverka {
namespace {

std::vector<WeightedPair> two_triangles_and_a_bridge() {
  //  0 - 1        3 - 4
  //   \ /          \ /
  //    2 ---------- 5
  return {{0, 1, 1}, {0, 2, 1}, {1, 2, 1}, {2, 5, 1}, {3, 4, 1}, {3, 5, 1}, {4, 5, 1}};
}

// From the definition: over all pairs of vertices in one group, what is there less what chance would give.
double slow_modularity(const std::vector<std::uint32_t>& group, const std::vector<WeightedPair>& pairs) {
  const std::size_t n = group.size();
  std::vector<std::vector<double>> weight(n, std::vector<double>(n, 0));
  std::vector<double> strength(n, 0);
  double twice = 0;
  for (const WeightedPair& pair : pairs) {
    weight[pair.first][pair.second] += pair.weight;
    weight[pair.second][pair.first] += pair.weight;
    strength[pair.first] += pair.weight;
    strength[pair.second] += pair.weight;
    twice += 2 * pair.weight;
  }
  double sum = 0;
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = 0; b < n; ++b) {
      if (group[a] == group[b]) sum += weight[a][b] - strength[a] * strength[b] / twice;
    }
  }
  return sum / twice;
}

}  // namespace

TEST_CASE("two triangles with one bridge are two groups") {
  const Communities found = communities(6, two_triangles_and_a_bridge());
  CHECK(found.of_vertex == std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1});
  CHECK(found.count == 2);
  CHECK(found.modularity == doctest::Approx(5.0 / 14));
}

TEST_CASE("the largest group is the first, and who works with nobody stays alone") {
  const Communities found = communities(6, {{1, 2, 1}, {3, 4, 1}, {4, 5, 1}, {3, 5, 1}});
  CHECK(found.of_vertex == std::vector<std::uint32_t>{2, 1, 1, 0, 0, 0});
  CHECK(found.count == 3);
}

TEST_CASE("nothing, and nobody together") {
  CHECK(communities(0, {}).count == 0);
  CHECK(communities(3, {}).count == 3);
  CHECK(communities(3, {}).modularity == 0);
}

TEST_CASE("a heavy tie decides where the number of ties would not") {
  //  0 -5- 1 -1- 2 -5- 3
  CHECK(communities(4, {{0, 1, 5}, {1, 2, 1}, {2, 3, 5}}).of_vertex == std::vector<std::uint32_t>{0, 0, 1, 1});
}

TEST_CASE("modularity is as defined, and no joining of two groups would raise it, on random graphs") {
  std::minstd_rand random(11);
  for (int round = 0; round < 40; ++round) {
    const auto n = static_cast<std::uint32_t>(2 + random() % 9);
    std::vector<WeightedPair> pairs;
    for (std::uint32_t a = 0; a < n; ++a) {
      for (std::uint32_t b = a + 1; b < n; ++b) {
        if (random() % 3 == 0) pairs.push_back({a, b, 1.0 + static_cast<double>(random() % 4)});
      }
    }
    if (pairs.empty()) continue;
    const Communities found = communities(n, pairs);
    CHECK(found.modularity == doctest::Approx(slow_modularity(found.of_vertex, pairs)));
    for (std::uint32_t a = 0; a < found.count; ++a) {
      for (std::uint32_t b = a + 1; b < found.count; ++b) {
        std::vector<std::uint32_t> joined = found.of_vertex;
        std::replace(joined.begin(), joined.end(), b, a);
        CHECK(slow_modularity(joined, pairs) <= found.modularity + 1e-9);
      }
    }
  }
}

}  // namespace samverka
