#include <algorithm>

#include "base/check.h"
#include "graph/subnetwork.h"

namespace samverka {
namespace {

// Vertex of every row of a table, or VertexId::none.
template <class Tag>
std::vector<std::uint32_t> vertex_of(const std::vector<Id<Tag>>& ids, std::size_t first_vertex) {
  std::uint32_t highest = 0;
  for (const Id<Tag> id : ids) highest = std::max(highest, id.value);
  std::vector<std::uint32_t> vertices(ids.empty() ? 0 : highest + std::size_t{1}, VertexId::none);
  for (std::size_t i = 0; i < ids.size(); ++i) vertices[ids[i].value] = static_cast<std::uint32_t>(first_vertex + i);
  return vertices;
}

template <class Tag>
std::uint32_t look_up(const std::vector<std::uint32_t>& vertices, Id<Tag> id) {
  return id.value < vertices.size() ? vertices[id.value] : VertexId::none;
}

}  // namespace

const Key& Incidence::key(const Network& network, std::uint32_t vertex) const {
  SAM_CHECK(vertex < vertex_count(), "vertex from another incidence");
  if (is_actor(vertex)) return network.actor(actors[vertex]).key;
  return network.agreement(agreements[vertex - actors.size()]).key;
}

Incidence incidence_of(const SubNetwork& part, const std::vector<ActorId>& actors, Joined with,
                       std::span<const Fold> belonging) {
  const std::vector<std::uint32_t> actor_vertex = vertex_of(actors, 0);
  const std::vector<std::uint32_t> agreement_vertex = vertex_of(part.agreements, actors.size());
  std::vector<Graph::Edge> edges;
  edges.reserve(part.participations.size() + part.foundings.size());
  const auto join = [&](ActorId actor_id, AgreementId agreement_id) {
    const std::uint32_t actor = look_up(actor_vertex, actor_id);
    const std::uint32_t agreement = look_up(agreement_vertex, agreement_id);
    if (actor != VertexId::none && agreement != VertexId::none) edges.emplace_back(actor, agreement);
  };
  for (const Participation& p : part.participations) join(p.actor, p.agreement);
  if (with == Joined::parties_and_founded) {
    for (const Founding& f : part.foundings) join(f.actor, f.agreement);
  }
  for (const Fold& fold : belonging) {
    const std::uint32_t host = look_up(actor_vertex, fold.host);
    for (const ActorId unit : fold.units) {
      const std::uint32_t vertex = look_up(actor_vertex, unit);
      if (host != VertexId::none && vertex != VertexId::none) edges.emplace_back(vertex, host);
    }
  }
  Incidence incidence;
  incidence.graph = Graph(actors.size() + part.agreements.size(), edges);
  incidence.actors = actors;
  incidence.agreements = part.agreements;
  return incidence;
}

}  // namespace samverka
