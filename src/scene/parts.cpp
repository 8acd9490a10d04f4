#include "scene/parts.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace samverka {
namespace {

void number_vertices(const SceneInput& input, Parts& parts) {
  parts.vertex_of_actor.assign(input.network.actors.size(), Parts::no_vertex);
  parts.vertex_of_agreement.assign(input.network.agreements.size(), Parts::no_vertex);
  std::uint32_t vertex = 0;
  for (const ActorId actor : input.incidence.actors) parts.vertex_of_actor[actor.value] = vertex++;
  for (const AgreementId agreement : input.incidence.agreements) parts.vertex_of_agreement[agreement.value] = vertex++;
}

void weigh(const SceneInput& input, Parts& parts) {
  parts.weight.assign(input.incidence.vertex_count(), 0);
  for (const Participation& p : input.part.participations) {
    const std::uint32_t actor = parts.vertex_of_actor[p.actor.value];
    const std::uint32_t agreement = parts.vertex_of_agreement[p.agreement.value];
    if (actor == Parts::no_vertex || agreement == Parts::no_vertex) continue;
    parts.greatest_weight = std::max(parts.greatest_weight, ++parts.weight[actor]);
    ++parts.weight[agreement];
  }
}

void hide(const SceneInput& input, Parts& parts) {
  const std::size_t count = input.incidence.vertex_count();
  const bool hides_agreements = is_switched_off(input, "agreement");
  parts.is_hidden.assign(count, false);
  for (std::uint32_t v = 0; v < count; ++v) {
    const bool has_place = v < input.positions.size() && is_finite(input.positions[v]);
    const bool is_off =
        input.incidence.is_actor(v)
            ? is_switched_off(input, input.taxonomy.group_of(input.network.actor(input.incidence.actors[v]).type).code)
            : hides_agreements;
    parts.is_hidden[v] = !has_place || is_off;
  }
}

// The vertex that is selected; that of the municipality where its area is.
std::uint32_t selected_vertex(const SceneInput& input, const Parts& parts) {
  const auto at = [](const std::vector<std::uint32_t>& list, std::size_t i) {
    return i < list.size() ? list[i] : Parts::no_vertex;
  };
  const std::uint32_t index = input.selection.index;
  switch (input.selection.kind) {
    case PickId::Kind::actor:
    case PickId::Kind::fold:
      return at(parts.vertex_of_actor, index);
    case PickId::Kind::agreement:
      return at(parts.vertex_of_agreement, index);
    case PickId::Kind::party:
      if (index >= input.part.participations.size()) return Parts::no_vertex;
      return at(parts.vertex_of_agreement, input.part.participations[index].agreement.value);
    case PickId::Kind::municipality_area: {
      std::string code = std::to_string(index);
      if (code.size() < 4) code.insert(0, 4 - code.size(), '0');
      return at(parts.vertex_of_actor, input.index.municipality(code).value);
    }
    case PickId::Kind::county_area:
    case PickId::Kind::tie:
    case PickId::Kind::cluster:
    case PickId::Kind::county_pair:
    case PickId::Kind::none:
      break;
  }
  return Parts::no_vertex;
}

// Near: the agreements of a selected actor, their parties and what they found; those of a selected agreement. Umbrellas
// bring no one near to an actor: everybody would be.
void find_near(const SceneInput& input, Parts& parts, std::uint32_t selected) {
  const Graph& graph = input.incidence.graph;
  parts.nearness.assign(input.incidence.vertex_count(), Nearness::none);
  if (selected == Parts::no_vertex || selected >= graph.vertex_count()) return;
  parts.has_selection = true;
  for (const std::uint32_t first : graph.neighbours(selected)) {
    parts.nearness[first] = Nearness::near;
    if (!input.incidence.is_actor(selected) || parts.is_umbrella(first)) continue;
    for (const std::uint32_t second : graph.neighbours(first)) parts.nearness[second] = Nearness::near;
  }
  parts.nearness[selected] = Nearness::selected;
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

std::string folded_units_text(const SceneInput& input, const Fold& fold) {
  std::string text;
  for (const ActorGroup& group : input.taxonomy.groups.rows()) {
    std::size_t count = 0;
    std::string type;
    for (const ActorId unit : fold.units) {
      const Actor& actor = input.network.actor(unit);
      if (input.taxonomy.group_of(actor.type).code != group.code) continue;
      ++count;
      type = actor.type;
    }
    if (count == 0) continue;
    // One unit is called what it is: "1 vårdcentral".
    const std::string label = count == 1 ? input.taxonomy.actor_types.label(type, input.language)
                                         : input.taxonomy.groups.short_label(group.code, input.language);
    text += std::to_string(count) + " " + uncapitalized(label) + ", ";
  }
  return text;
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
  return name + " · " + folded_units_text(input, *fold) + word_of(input, "scene.no_record");
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
  find_near(input, parts, selected_vertex(input, parts));
  return parts;
}

void add_surroundings(Scene& scene, const SceneInput& input) {
  scene.theme = input.theme;
  scene.caption = input.caption;
  scene.legend = legend_rows(input);
  if (input.language == "en") scene.digit_group = ",";
}

const std::vector<std::string>& scene_word_keys() {
  static const std::vector<std::string> keys = {
      "legend.agreement",   "legend.between_counties", "legend.by_county",    "legend.confirmed",
      "legend.countyless",  "legend.crowded",          "legend.folded",       "legend.founding",
      "legend.unconfirmed", "legend.within_county",    "scene.no_record",     "scene.parties",
      "scene.unnamed",      "scene.unplaced",          "scene.unplaced_ties", "scene.unplaced_where",
  };
  return keys;
}

}  // namespace samverka
