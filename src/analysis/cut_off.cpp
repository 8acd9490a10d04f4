#include "analysis/cut_off.h"

#include <algorithm>
#include <tuple>

#include "graph/cuts.h"

namespace samverka {
namespace {

class CutTeller {
 public:
  CutTeller(const Incidence& incidence, const Cuts& cuts) : incidence_(incidence), cuts_(cuts) {
    actors_before_.reserve(cuts.order.size() + 1);
    actors_before_.push_back(0);
    for (const std::uint32_t vertex : cuts.order) {
      actors_before_.push_back(actors_before_.back() + (incidence.is_actor(vertex) ? 1U : 0U));
    }
  }

  // Fills `told` with everybody but the largest part. False where that is nobody.
  bool tell(std::vector<std::vector<Stretch>> parts, CutOff& told) const {
    std::erase_if(parts, [this](const auto& part) { return actors_in(part) == 0; });
    if (parts.size() < 2) return false;
    std::stable_sort(parts.begin(), parts.end(),
                     [this](const auto& a, const auto& b) { return actors_in(a) > actors_in(b); });
    const std::size_t largest = actors_in(parts.front());
    if (largest > 1) told.rest = largest;
    for (std::size_t i = largest > 1 ? 1 : 0; i < parts.size(); ++i) told.parts.push_back(actors_of(parts[i]));
    return true;
  }

 private:
  std::size_t actors_in(const std::vector<Stretch>& part) const {
    std::size_t count = 0;
    for (const Stretch& s : part) count += actors_before_[s.end] - actors_before_[s.begin];
    return count;
  }

  std::vector<ActorId> actors_of(const std::vector<Stretch>& part) const {
    std::vector<ActorId> found;
    for (const Stretch& s : part) {
      for (std::uint32_t i = s.begin; i < s.end; ++i) {
        if (incidence_.is_actor(cuts_.order[i])) found.push_back(incidence_.actors[cuts_.order[i]]);
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  const Incidence& incidence_;
  const Cuts& cuts_;
  std::vector<std::uint32_t> actors_before_;  // by place in the order
};

template <class Cut>
std::vector<std::vector<Stretch>> parts_below(const Cut& cut, const std::vector<Stretch>& below) {
  std::vector<std::vector<Stretch>> parts{rest_of(cut)};
  for (const Stretch& part : below) parts.push_back({part});
  return parts;
}

void name(const Incidence& incidence, std::uint32_t vertex, CutOff& told) {
  if (incidence.is_actor(vertex)) {
    told.actor = incidence.actors[vertex];
  } else {
    told.agreement = incidence.agreements[vertex - incidence.actors.size()];
  }
}

void sort_by_loss(std::vector<CutOff>& cuts) {
  const auto key = [](const CutOff& cut) {
    const bool is_actor_alone = !cut.agreement.is_set();
    return std::make_tuple(is_actor_alone, cut.agreement, cut.actor);
  };
  std::sort(cuts.begin(), cuts.end(), [&](const CutOff& a, const CutOff& b) {
    const std::size_t lost_a = a.count(), lost_b = b.count();
    return lost_a != lost_b ? lost_a > lost_b : key(a) < key(b);
  });
}

}  // namespace

std::size_t CutOff::count() const {
  std::size_t count = 0;
  for (const auto& part : parts) count += part.size();
  return count;
}

TieGraph tie_graph_of(const Ties& ties, std::span<const std::uint32_t> chosen, const std::vector<ActorId>& actors) {
  SubNetwork part;
  for (const std::uint32_t at : chosen) {
    const TiedAgreement& agreement = ties.agreements[at];
    part.agreements.push_back(agreement.id);
    for (const ActorId actor : agreement.actors) part.participations.push_back({agreement.id, 0, actor, true});
  }
  TieGraph graph{incidence_of(part, actors), 0, 0};
  graph.ties = graph.incidence.graph.edge_count();
  for (std::uint32_t v = 0; v < actors.size(); ++v) graph.actors += graph.incidence.graph.neighbours(v).empty() ? 0 : 1;
  return graph;
}

GraphCuts graph_cuts(const TieGraph& graph) {
  const Incidence& incidence = graph.incidence;
  const Cuts cuts = cuts_of(incidence.graph);
  GraphCuts told;
  told.components = cuts.components;
  for (const CutVertex& cut : cuts.vertices) {
    CutOff named;
    name(incidence, cut.vertex, named);
    if (named.actor.is_set()) told.actors.push_back(named.actor);
    if (named.agreement.is_set()) told.agreements.push_back(named.agreement);
  }
  for (const CutEdge& cut : cuts.edges) {  // actors come before agreements
    told.bridges.emplace_back(incidence.actors[cut.a], incidence.agreements[cut.b - incidence.actors.size()]);
  }
  return told;
}

OnlyLinks only_links(const TieGraph& graph) {
  const Incidence& incidence = graph.incidence;
  const Cuts cuts = cuts_of(incidence.graph);
  const CutTeller teller(incidence, cuts);
  OnlyLinks links;
  links.components = cuts.components;
  links.loners = incidence.actors.size() - graph.actors;
  for (const CutVertex& cut : cuts.vertices) {
    CutOff told;
    name(incidence, cut.vertex, told);
    if (teller.tell(parts_below(cut, cut.below), told)) links.points.push_back(std::move(told));
  }
  for (const CutEdge& cut : cuts.edges) {
    CutOff told;
    name(incidence, cut.a, told);
    name(incidence, cut.b, told);
    if (teller.tell(parts_below(cut, {cut.below}), told)) links.bridges.push_back(std::move(told));
  }
  sort_by_loss(links.points);
  sort_by_loss(links.bridges);
  return links;
}

}  // namespace samverka
