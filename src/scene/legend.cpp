// The legend is the filter: a row for every group there is, counted over all its actors, shown, folded or switched off.
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

void add_folded(std::vector<LegendRow>& rows, const SceneInput& input) {
  if (input.folding.folded_count == 0) return;
  LegendRow made = row(input, "folded", word_of(input, "legend.folded"), input.folding.folded_count);
  made.symbol = Symbol::ring;
  made.colour = mixed(input.theme.muted, input.theme.panel, 0.4F);
  rows.push_back(std::move(made));
}

}  // namespace

std::vector<LegendRow> legend_rows(const SceneInput& input) {
  std::vector<LegendRow> rows;
  add_groups(rows, input);
  add_agreements(rows, input);
  add_ties(rows, input);
  add_folded(rows, input);
  return rows;
}

}  // namespace samverka
