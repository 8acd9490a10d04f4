#include "scene/parts.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "scene/lens_look.h"

namespace samverka {
namespace {

void number_vertices(const SceneInput& input, Parts& parts) {
  const JoinedNodes* joined = input.network_parts.joined;
  parts.actors = joined ? joined->nodes.actors : input.incidence.actors;
  parts.graph = joined ? joined->graph : input.incidence.graph;
  if (joined) parts.clusters = joined->nodes.clusters;
  if (!joined) parts.agreements = input.incidence.agreements;
  parts.vertex_of_actor.assign(input.network.actors.size(), Parts::no_vertex);
  parts.vertex_of_agreement.assign(input.network.agreements.size(), Parts::no_vertex);
  std::uint32_t vertex = 0;
  for (const ActorId actor : parts.actors) parts.vertex_of_actor[actor.value] = vertex++;
  for (const AgreementId agreement : parts.agreements) parts.vertex_of_agreement[agreement.value] = vertex++;
  for (const Cluster& cluster : parts.clusters) {
    for (const ActorId member : cluster.members) parts.vertex_of_actor[member.value] = vertex;
    ++vertex;
  }
}

void weigh(const SceneInput& input, Parts& parts) {
  parts.weight.assign(parts.vertex_count(), 0);
  for (const Participation& p : input.part.participations) {
    const std::uint32_t actor = parts.vertex_of_actor[p.actor.value];
    const std::uint32_t agreement = parts.vertex_of_agreement[p.agreement.value];
    const bool is_by_agreement = !input.network_parts.joined;
    if (actor == Parts::no_vertex || (is_by_agreement && agreement == Parts::no_vertex)) continue;
    if (is_by_agreement) ++parts.weight[agreement];
    if (parts.is_actor(actor)) parts.greatest_weight = std::max(parts.greatest_weight, ++parts.weight[actor]);
  }
  for (std::uint32_t v = 0; v < parts.vertex_count(); ++v) {
    if (parts.is_cluster(v)) parts.weight[v] = static_cast<std::uint32_t>(parts.cluster(v).members.size());
  }
}

bool is_off(const SceneInput& input, const Parts& parts, std::uint32_t vertex) {
  if (parts.is_agreement(vertex)) return is_switched_off(input, "agreement");
  if (parts.is_cluster(vertex)) return is_switched_off(input, "cluster");
  return is_switched_off(input, input.taxonomy.group_of(input.network.actor(parts.actors[vertex]).type).code);
}

void find_beyond_rings(const NetworkParts& network, Parts& parts) {
  parts.is_beyond_rings.assign(parts.vertex_count(), false);
  if (!network.rings) return;
  for (std::uint32_t v = 0; v < parts.vertex_count(); ++v) {
    const std::uint32_t edges = network.rings->edges[v];
    parts.is_beyond_rings[v] = edges == Rings::unreached || edges > most_ring_steps * network.edges_a_step;
  }
}

void hide(const SceneInput& input, Parts& parts) {
  find_beyond_rings(input.network_parts, parts);
  parts.is_hidden.assign(parts.vertex_count(), false);
  for (std::uint32_t v = 0; v < parts.vertex_count(); ++v) {
    const bool has_place = v < input.positions.size() && is_finite(input.positions[v]);
    parts.is_hidden[v] = !has_place || is_off(input, parts, v) || parts.is_beyond_rings[v];
  }
}

std::uint32_t at(const std::vector<std::uint32_t>& vertices, std::size_t i) {
  return i < vertices.size() ? vertices[i] : Parts::no_vertex;
}

std::uint32_t vertex_of_cluster(const Parts& parts, std::uint32_t number) {
  for (std::uint32_t i = 0; i < parts.clusters.size(); ++i) {
    if (parts.clusters[i].number == number) return static_cast<std::uint32_t>(parts.actors.size()) + i;
  }
  return Parts::no_vertex;
}

// The vertex that is meant; that of the municipality where its area is.
std::uint32_t vertex_of(const SceneInput& input, const Parts& parts, PickId pick) {
  switch (pick.kind) {
    case PickId::Kind::actor:
    case PickId::Kind::fold:
      return at(parts.vertex_of_actor, pick.index);
    case PickId::Kind::agreement:
      return at(parts.vertex_of_agreement, pick.index);
    case PickId::Kind::party:
      if (pick.index >= input.part.participations.size()) return Parts::no_vertex;
      return at(parts.vertex_of_agreement, input.part.participations[pick.index].agreement.value);
    case PickId::Kind::municipality_area: {
      std::string code = std::to_string(pick.index);
      if (code.size() < 4) code.insert(0, 4 - code.size(), '0');
      return at(parts.vertex_of_actor, input.index.municipality(code).value);
    }
    case PickId::Kind::cluster:
      return vertex_of_cluster(parts, pick.index);
    case PickId::Kind::county_area:
    case PickId::Kind::tie:
    case PickId::Kind::county_pair:
    case PickId::Kind::none:
      break;
  }
  return Parts::no_vertex;
}

void bring_near(Parts& parts, std::uint32_t vertex) {
  parts.nearness[vertex] = std::max(parts.nearness[vertex], Nearness::near);
}

void find_path(const SceneInput& input, Parts& parts) {
  for (const Key& key : input.path) {
    if (key.empty()) {  // another way begins: nothing goes from what is before to what comes
      parts.path.push_back(Parts::no_vertex);
      continue;
    }
    std::uint32_t vertex = at(parts.vertex_of_actor, input.index.actor(key).value);
    if (vertex == Parts::no_vertex) vertex = at(parts.vertex_of_agreement, input.index.agreement(key).value);
    if (vertex == Parts::no_vertex || (!parts.path.empty() && parts.path.back() == vertex)) continue;
    parts.path.push_back(vertex);
    parts.nearness[vertex] = Nearness::path;
    parts.has_selection = true;
  }
}

// Near: the agreements of a selected actor, their parties and what they found; those of a selected agreement. Umbrellas
// bring no one near to an actor: everybody would be. Where ties are straight, the other ends of its ties. What is
// selected and on the path is drawn as the path.
void find_near(std::uint32_t selected, Parts& parts) {
  parts.has_selection = true;
  if (parts.nearness[selected] == Nearness::path) return;
  for (const std::uint32_t first : parts.graph.neighbours(selected)) {
    bring_near(parts, first);
    if (!parts.is_actor(selected) || !parts.is_agreement(first) || parts.is_umbrella(first)) continue;
    for (const std::uint32_t second : parts.graph.neighbours(first)) bring_near(parts, second);
  }
  parts.nearness[selected] = Nearness::selected;
}

// An agreement that is no vertex is selected by the ties between its parties.
void find_parties(const SceneInput& input, PickId pick, Parts& parts) {
  if (pick.kind != PickId::Kind::agreement || !input.network_parts.joined) return;
  for (const Participation& p : input.part.participations) {
    const std::uint32_t vertex = parts.vertex_of_actor[p.actor.value];
    if (p.agreement.value != pick.index || vertex == Parts::no_vertex) continue;
    bring_near(parts, vertex);
    parts.joins_near = parts.has_selection = true;
  }
}

void find_selected(const SceneInput& input, Parts& parts) {
  parts.nearness.assign(parts.vertex_count(), Nearness::none);
  find_path(input, parts);
  std::vector<PickId> selected = input.also_selected;
  selected.push_back(input.selection);
  for (const PickId pick : selected) {
    if (const std::uint32_t v = vertex_of(input, parts, pick); v != Parts::no_vertex) find_near(v, parts);
    find_parties(input, pick, parts);
  }
}

// First letter small, for a group's name inside a sentence: "9 skolor". Swedish capitals are two bytes, C3 xx.
std::string uncapitalized(std::string text) {
  if (text.empty()) return text;
  const bool is_abbreviation = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z';
  if (text[0] >= 'A' && text[0] <= 'Z' && !is_abbreviation) text[0] = static_cast<char>(text[0] + 32);
  for (const char* capital : {"Å", "Ä", "Ö"}) {
    if (text.rfind(capital, 0) == 0) text[1] = static_cast<char>(text[1] + 32);
  }
  return text;
}

const Fold* fold_of(const SceneInput& input, ActorId host) {
  for (const Fold& fold : input.folding.folds) {
    if (fold.host == host) return &fold;
  }
  return nullptr;
}

}  // namespace

bool is_switched_off(const SceneInput& input, std::string_view legend_code) {
  return std::find(input.hidden_groups.begin(), input.hidden_groups.end(), legend_code) != input.hidden_groups.end();
}

std::string word_of(const SceneInput& input, const std::string& key) {
  const auto found = input.words.find(key);
  return found == input.words.end() ? key : found->second;
}

std::string drawn_name(const SceneInput& input, const std::string& name, std::size_t graphemes) {
  const std::string drawn = displayable(shortened(name, graphemes));
  return drawn.empty() ? word_of(input, "scene.unnamed") : drawn;
}

std::string name_with_fold(const SceneInput& input, ActorId host) {
  std::string name = drawn_name(input, input.network.actor(host).shown_name());
  const Fold* fold = fold_of(input, host);
  if (!fold || fold->units.empty()) return name;
  return name + " · " + counted_by_group(input, fold->units) + " " + word_of(input, "scene.no_record");
}

std::string counted_by_group(const SceneInput& input, std::span<const ActorId> actors, std::size_t most_groups) {
  std::string text;
  std::size_t told = 0;
  for (const ActorGroup& group : input.taxonomy.groups.rows()) {
    std::size_t count = 0;
    std::string type;
    for (const ActorId id : actors) {
      const Actor& actor = input.network.actor(id);
      if (input.taxonomy.group_of(actor.type).code != group.code) continue;
      ++count;
      type = actor.type;
    }
    if (count == 0) continue;
    if (told++ == most_groups) return text + " " + word_of(input, "scene.and_others");
    // One is called what it is: "1 vårdcentral". Some groups have a name that cannot be counted.
    const auto counted = input.words.find("scene.many." + group.code);
    const std::string label = count == 1 ? input.taxonomy.actor_types.label(type, input.language)
                              : counted != input.words.end()
                                  ? counted->second
                                  : input.taxonomy.groups.short_label(group.code, input.language);
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + uncapitalized(label);
  }
  return text;
}

std::vector<Participation> switched_on(const Network& network, const Taxonomy& taxonomy, const SubNetwork& part,
                                       const std::vector<std::string>& hidden_groups) {
  const auto is_off = [&](std::string_view code) {
    return std::find(hidden_groups.begin(), hidden_groups.end(), code) != hidden_groups.end();
  };
  if (hidden_groups.empty()) return part.participations;
  if (is_off("agreement")) return {};
  std::vector<Participation> left;
  for (const Participation& p : part.participations) {
    if (is_off(p.is_confirmed ? "confirmed" : "unconfirmed")) continue;
    if (!is_off(taxonomy.group_of(network.actor(p.actor).type).code)) left.push_back(p);
  }
  return left;
}

Parts make_parts(const SceneInput& input) {
  Parts parts;
  number_vertices(input, parts);
  weigh(input, parts);
  hide(input, parts);
  find_selected(input, parts);
  return parts;
}

void add_surroundings(Scene& scene, const SceneInput& input, const Parts& parts) {
  scene.theme = input.theme;
  scene.caption = input.caption;
  scene.legend = legend_rows(input, parts);
  if (!input.lens.empty()) {
    for (LegendRow& row : lens_legend(input)) scene.legend.push_back(std::move(row));
    scene.caption.filter += " · " + lens_in_words(input);
  }
  if (input.language == "en") scene.digit_group = ",";
}

const std::vector<std::string>& scene_word_keys() {
  static const std::vector<std::string> keys = {
      "legend.agreement",
      "legend.at_least",
      "legend.between_counties",
      "legend.beyond_rings",
      "legend.by_county",
      "legend.cluster_county",
      "legend.cluster_group",
      "legend.cluster_municipality",
      "legend.cluster_structure",
      "legend.confirmed",
      "legend.countyless",
      "legend.crowded",
      "legend.fill_agreements",
      "legend.fill_agreements_county",
      "legend.fill_areas",
      "legend.fill_areas_county",
      "legend.fill_population",
      "legend.fill_population_county",
      "legend.fill_unknown",
      "legend.fill_unknown_people",
      "legend.folded",
      "legend.founding",
      "legend.pairs_confirmed",
      "legend.pairs_unconfirmed",
      "legend.pinned",
      "legend.strength",
      "legend.support",
      "legend.support_one",
      "legend.support_several",
      "legend.support_tints",
      "legend.support_unconfirmed",
      "legend.support_unknown",
      "legend.umbrellas",
      "legend.unconfirmed",
      "legend.under",
      "legend.within_county",
      "lens.legend_no",
      "lens.legend_not_recorded",
      "lens.legend_not_recorded_few",
      "lens.legend_yes",
      "scene.and_others",
      "scene.inside",
      "scene.many.civil",
      "scene.many.health",
      "scene.many.other",
      "scene.many.state",
      "scene.no_record",
      "scene.parties",
      "scene.step",
      "scene.steps",
      "scene.unnamed",
      "scene.unplaced",
      "scene.unplaced_ties",
      "scene.unplaced_where",
  };
  return keys;
}

}  // namespace samverka
