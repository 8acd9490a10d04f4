#include "graph/project.h"

#include <algorithm>

namespace samverka {
namespace {

// A node that takes part in an agreement.
struct NodeIn {
  std::uint32_t node = 0;
  bool is_confirmed = false;  // by one of its parties at least
};

// The shown participations of each agreement as the nodes it joins. An actor that is party twice, and the actors of one
// cluster, are one node.
class AgreementWalk {
 public:
  AgreementWalk(const SubNetwork& part, const Nodes& nodes, std::size_t umbrella)
      : rest_(part.participations), nodes_(nodes), umbrella_(umbrella) {}

  // False when there is none left.
  bool next() {
    joined_.clear();
    if (rest_.empty()) return false;
    agreement_ = rest_.front().agreement;
    std::size_t parties = 0;
    while (parties < rest_.size() && rest_[parties].agreement == agreement_) ++parties;
    for (const Participation& p : rest_.first(parties)) add(p);
    rest_ = rest_.subspan(parties);
    is_umbrella_ = parties > umbrella_;
    merge();
    return true;
  }

  AgreementId agreement() const { return agreement_; }
  std::span<const NodeIn> joined() const { return joined_; }  // by node
  bool is_umbrella() const { return is_umbrella_; }

 private:
  void add(const Participation& p) {
    if (p.actor.value >= nodes_.node_of_actor.size()) return;
    const std::uint32_t node = nodes_.node_of_actor[p.actor.value];
    if (node != Nodes::none) joined_.push_back({node, p.is_confirmed});
  }

  void merge() {
    std::sort(joined_.begin(), joined_.end(), [](const NodeIn& x, const NodeIn& y) {
      return x.node != y.node ? x.node < y.node : x.is_confirmed > y.is_confirmed;
    });
    const auto last =
        std::unique(joined_.begin(), joined_.end(), [](const NodeIn& x, const NodeIn& y) { return x.node == y.node; });
    joined_.erase(last, joined_.end());
  }

  std::span<const Participation> rest_;
  const Nodes& nodes_;
  std::size_t umbrella_;
  AgreementId agreement_;
  std::vector<NodeIn> joined_;
  bool is_umbrella_ = false;
};

void add_pairs(std::span<const NodeIn> joined, std::vector<ProjectedTie>& ties) {
  const float strength = 1 / static_cast<float>(joined.size() - 1);
  for (std::size_t i = 0; i < joined.size(); ++i) {
    for (std::size_t j = i + 1; j < joined.size(); ++j) {
      const bool is_confirmed = joined[i].is_confirmed && joined[j].is_confirmed;
      ties.push_back({joined[i].node, joined[j].node, is_confirmed, 1, strength});
    }
  }
}

bool comes_before(const ProjectedTie& x, const ProjectedTie& y) {
  if (x.a != y.a) return x.a < y.a;
  if (x.b != y.b) return x.b < y.b;
  return x.is_confirmed > y.is_confirmed;
}

// One tie of each kind a pair. Stable, so that strengths are added in the order of agreements everywhere.
void add_up(std::vector<ProjectedTie>& ties) {
  std::stable_sort(ties.begin(), ties.end(), comes_before);
  std::size_t kept = 0;
  for (const ProjectedTie& tie : ties) {
    ProjectedTie* last = kept > 0 ? &ties[kept - 1] : nullptr;
    if (last && !comes_before(*last, tie)) {
      last->agreements += tie.agreements;
      last->strength += tie.strength;
    } else {
      ties[kept++] = tie;
    }
  }
  ties.resize(kept);
}

}  // namespace

Projection project(const SubNetwork& part, const Nodes& nodes, std::size_t umbrella) {
  Projection projection;
  projection.inside.assign(nodes.size(), 0);
  projection.all.assign(nodes.size(), 0);
  AgreementWalk agreement(part, nodes, umbrella);
  while (agreement.next()) {
    const std::span<const NodeIn> joined = agreement.joined();
    for (const NodeIn& in : joined) ++projection.all[in.node];
    if (joined.size() == 1) ++projection.inside[joined.front().node];
    if (joined.size() < 2) continue;
    if (agreement.is_umbrella())
      ++projection.umbrellas;
    else
      add_pairs(joined, projection.ties);
  }
  add_up(projection.ties);
  return projection;
}

std::vector<AgreementId> agreements_of(const ProjectedTie& tie, const SubNetwork& part, const Nodes& nodes,
                                       std::size_t umbrella) {
  std::vector<AgreementId> found;
  AgreementWalk agreement(part, nodes, umbrella);
  while (agreement.next()) {
    if (agreement.is_umbrella()) continue;
    const NodeIn* a = nullptr;
    const NodeIn* b = nullptr;
    for (const NodeIn& in : agreement.joined()) {
      if (in.node == tie.a) a = &in;
      if (in.node == tie.b) b = &in;
    }
    if (a && b && (a->is_confirmed && b->is_confirmed) == tie.is_confirmed) found.push_back(agreement.agreement());
  }
  return found;
}

std::vector<Graph::Edge> founding_edges(const SubNetwork& part, const Nodes& nodes, std::size_t umbrella) {
  std::vector<Graph::Edge> edges;
  auto founding = part.foundings.begin();
  AgreementWalk agreement(part, nodes, umbrella);
  while (agreement.next()) {
    while (founding != part.foundings.end() && founding->agreement < agreement.agreement()) ++founding;
    for (; founding != part.foundings.end() && founding->agreement == agreement.agreement(); ++founding) {
      const std::uint32_t body = nodes.node_of_actor[founding->actor.value];
      if (body == Nodes::none || agreement.is_umbrella()) continue;
      for (const NodeIn& in : agreement.joined()) {
        if (in.node != body) edges.emplace_back(std::min(body, in.node), std::max(body, in.node));
      }
    }
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

JoinedNodes join_nodes(const SubNetwork& part, Nodes nodes, std::size_t umbrella) {
  JoinedNodes joined;
  joined.projection = project(part, nodes, umbrella);
  joined.foundings = founding_edges(part, nodes, umbrella);
  std::vector<Graph::Edge> edges = joined.foundings;
  for (const ProjectedTie& tie : joined.projection.ties) edges.emplace_back(tie.a, tie.b);
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  joined.graph = Graph(nodes.size(), edges);
  joined.nodes = std::move(nodes);
  return joined;
}

}  // namespace samverka
