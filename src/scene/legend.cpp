// The legend is the filter: a row for every group there is, counted over all its actors, shown, folded or switched off.
#include <algorithm>
#include <unordered_map>

#include "scene/parts.h"

namespace samverka {
namespace {

LegendRow row(const SceneInput& input, std::string code, std::string text, std::size_t count) {
  LegendRow made;
  made.is_on = !is_switched_off(input, code);
  made.code = std::move(code);
  made.text = std::move(text);
  made.count = count;
  return made;
}

void add_groups(std::vector<LegendRow>& rows, const SceneInput& input) {
  std::unordered_map<std::string_view, std::size_t> counts;
  for (const ActorId actor : input.part.actors) ++counts[input.taxonomy.group_of(input.network.actor(actor).type).code];
  for (const ActorGroup& group : input.taxonomy.groups.rows()) {
    const auto found = counts.find(group.code);
    if (found == counts.end()) continue;
    LegendRow made = row(input, group.code, group.short_label.in(input.language), found->second);
    made.symbol = parse_symbol(group.symbol);
    made.colour = group_colour(input, group);
    rows.push_back(std::move(made));
  }
}

void add_agreements(std::vector<LegendRow>& rows, const SceneInput& input) {
  if (input.part.agreements.empty()) return;
  LegendRow made = row(input, "agreement", word_of(input, "legend.agreement"), input.part.agreements.size());
  made.symbol = Symbol::square;
  made.colour = mixed(input.theme.muted, input.theme.panel, 0.25F);
  rows.push_back(std::move(made));
}

void add_ties(std::vector<LegendRow>& rows, const SceneInput& input) {
  std::size_t confirmed = 0;
  for (const Participation& p : input.part.participations) confirmed += p.is_confirmed ? 1 : 0;
  const std::size_t unconfirmed = input.part.participations.size() - confirmed;
  const auto add = [&](const char* code, std::size_t count, LegendRow::Sign sign, Rgba colour) {
    if (count == 0) return;
    LegendRow made = row(input, code, word_of(input, std::string("legend.") + code), count);
    made.sign = sign;
    made.colour = colour;
    rows.push_back(std::move(made));
  };
  add("confirmed", confirmed, LegendRow::Sign::line, input.theme.tie);
  add("unconfirmed", unconfirmed, LegendRow::Sign::dashed_line, input.theme.unconfirmed);
  add("founding", input.part.foundings.size(), LegendRow::Sign::line, founding_colour(input));
}

LegendRow told(const SceneInput& input, const char* code, const std::string& key, std::size_t count) {
  LegendRow made = row(input, code, word_of(input, key), count);
  made.is_switch = false;
  made.is_on = true;
  made.colour = input.theme.muted;
  return made;
}

void add_clusters(std::vector<LegendRow>& rows, const SceneInput& input) {
  const NetworkParts& network = input.network_parts;
  const char* key = "";
  switch (network.classes->by) {
    case CollapseBy::county:
      key = "legend.cluster_county";
      break;
    case CollapseBy::municipality:
      key = "legend.cluster_municipality";
      break;
    case CollapseBy::group:
      key = "legend.cluster_group";
      break;
    case CollapseBy::structure:
      key = "legend.cluster_structure";
      break;
    case CollapseBy::none:
      return;
  }
  LegendRow made = row(input, "cluster", word_of(input, key), network.joined->nodes.clusters.size());
  made.colour = cluster_colour(input);
  rows.push_back(std::move(made));
}

void add_pairs(std::vector<LegendRow>& rows, const SceneInput& input) {
  const Projection& projection = input.network_parts.joined->projection;
  std::size_t confirmed = 0;
  for (const ProjectedTie& tie : projection.ties) confirmed += tie.is_confirmed ? 1 : 0;
  const auto add = [&](const char* code, const char* key, std::size_t count, LegendRow::Sign sign, Rgba colour) {
    if (count == 0) return;
    LegendRow made = row(input, code, word_of(input, key), count);
    made.sign = sign;
    made.colour = colour;
    rows.push_back(std::move(made));
  };
  add("confirmed", "legend.pairs_confirmed", confirmed, LegendRow::Sign::line, input.theme.tie);
  add("unconfirmed", "legend.pairs_unconfirmed", projection.ties.size() - confirmed, LegendRow::Sign::dashed_line,
      input.theme.unconfirmed);
  add("founding", "legend.founding", input.network_parts.joined->foundings.size(), LegendRow::Sign::line,
      founding_colour(input));
  if (!projection.ties.empty()) {
    LegendRow strength = told(input, "strength", "legend.strength", 0);
    strength.has_count = false;
    strength.sign = LegendRow::Sign::line;
    strength.colour = input.theme.tie;
    rows.push_back(std::move(strength));
  }
  if (projection.umbrellas > 0) {
    LegendRow umbrellas = told(input, "umbrellas", "legend.umbrellas", projection.umbrellas);
    umbrellas.symbol = Symbol::square;
    rows.push_back(std::move(umbrellas));
  }
}

void add_beyond_rings(std::vector<LegendRow>& rows, const SceneInput& input, const Parts& parts) {
  if (!input.network_parts.rings) return;
  std::size_t beyond = 0;
  for (std::uint32_t v = 0; v < parts.actors.size(); ++v) beyond += parts.is_beyond_rings[v] ? 1 : 0;
  if (beyond > 0) rows.push_back(told(input, "beyond", "legend.beyond_rings", beyond));
}

void add_pinned(std::vector<LegendRow>& rows, const SceneInput& input) {
  const std::vector<bool>& pinned = input.network_parts.is_pinned;
  const auto count = static_cast<std::size_t>(std::count(pinned.begin(), pinned.end(), true));
  if (count == 0) return;
  LegendRow made = told(input, "pinned", "legend.pinned", count);
  made.colour = input.theme.text;
  rows.push_back(std::move(made));
}

void add_folded(std::vector<LegendRow>& rows, const SceneInput& input) {
  if (input.folding.folded_count == 0) return;
  LegendRow made = row(input, "folded", word_of(input, "legend.folded"), input.folding.folded_count);
  made.symbol = Symbol::ring;
  made.colour = mixed(input.theme.muted, input.theme.panel, 0.4F);
  rows.push_back(std::move(made));
}

}  // namespace

std::vector<LegendRow> legend_rows(const SceneInput& input, const Parts& parts) {
  std::vector<LegendRow> rows;
  add_groups(rows, input);
  if (input.network_parts.joined) {
    add_clusters(rows, input);
    add_pairs(rows, input);
  } else {
    add_agreements(rows, input);
    add_ties(rows, input);
  }
  if (parts.clusters.empty()) add_folded(rows, input);
  add_beyond_rings(rows, input, parts);
  add_pinned(rows, input);
  return rows;
}

}  // namespace samverka
