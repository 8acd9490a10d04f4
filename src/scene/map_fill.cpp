// The map coloured by a number: municipalities near, counties far out. What is not known is hatched and never coloured
// as little. The colours go from pale to deep ochre (in the dark theme from dim to bright): one lightness after the
// other, so that they are told apart by every eye and in grey, and ochre since no actor has it.
#include <algorithm>
#include <array>

#include "scene/map_parts.h"

namespace samverka {
namespace {

using Ramp = std::array<const char*, 5>;
constexpr Ramp light_steps = {"#F9F0D8", "#F0D8A6", "#E3B870", "#D09446", "#B3702C"};
constexpr Ramp dark_steps = {"#2E2A21", "#473B26", "#69522A", "#93702F", "#C4983F"};
constexpr Ramp raised_light_steps = {"#FBEFCB", "#E8BE6B", "#C98A2E", "#8F5415", "#4F2B08"};
constexpr Ramp raised_dark_steps = {"#2E2413", "#5C4519", "#957020", "#CDA03A", "#FFE2A0"};

// Fewer classes keep both ends.
Rgba step_colour(const Theme& theme, std::size_t step, std::size_t count) {
  const Ramp& plain = theme.is_dark ? dark_steps : light_steps;
  const Ramp& raised = theme.is_dark ? raised_dark_steps : raised_light_steps;
  const Ramp& colours = theme.is_high_contrast ? raised : plain;
  const std::size_t last = colours.size() - 1;
  return parse_colour(colours[count < 2 ? last / 2 : step * last / (count - 1)]);
}

PlaceFigure figure_of(MapLook::Fill fill) {
  if (fill == MapLook::Fill::areas_covered) return PlaceFigure::areas;
  return fill == MapLook::Fill::population ? PlaceFigure::population : PlaceFigure::agreements;
}

std::string with_number(std::string words, const std::string& number) {
  const std::size_t at = words.find("{n}");
  return at == words.npos ? words : words.replace(at, 3, number);
}

// "1–3", "4"; of round limits the ends are open: "under 10 000", "100 000 or more".
std::string limits_in_words(const SceneInput& input, const FillSteps& steps, std::size_t step) {
  const auto number = [&](std::int64_t n) { return grouped(input, n); };
  const bool is_last = step + 1 == steps.count();
  const std::int64_t from = steps.least[step];
  if (steps.is_rounded && steps.count() > 1) {
    if (step == 0) return with_number(word_of(input, "legend.under"), number(steps.least[1]));
    if (is_last) return with_number(word_of(input, "legend.at_least"), number(from));
  }
  const std::int64_t to = is_last ? steps.greatest : steps.least[step + 1] - 1;
  return to <= from ? number(from) : number(from) + "–" + number(to);
}

const char* heading_of(MapLook::Fill fill, bool by_county) {
  switch (fill) {
    case MapLook::Fill::areas_covered:
      return by_county ? "legend.fill_areas_county" : "legend.fill_areas";
    case MapLook::Fill::population:
      return by_county ? "legend.fill_population_county" : "legend.fill_population";
    case MapLook::Fill::agreements:
    case MapLook::Fill::none:
      break;
  }
  return by_county ? "legend.fill_agreements_county" : "legend.fill_agreements";
}

bool has_mark(const SceneInput& input, const std::string& code) {
  const ActorId actor = input.index.municipality(code);
  return actor.is_set() && std::binary_search(input.incidence.actors.begin(), input.incidence.actors.end(), actor);
}

}  // namespace

std::string grouped(const SceneInput& input, std::int64_t number) {
  const char* mark = input.language == "en" ? "," : "\u202F";
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const bool is_between = i > 0 && digits[i - 1] != '-' && (digits.size() - i) % 3 == 0;
    if (is_between) text += mark;
    text += digits[i];
  }
  return text;
}

MapFill make_fill(const SceneInput& input, bool by_county) {
  MapFill fill;
  if (input.map_look.fill == MapLook::Fill::none || input.map_look.shows_support || !input.shapes) return fill;
  fill.is_on = true;
  fill.by_county = by_county;
  const PlaceFigure figure = figure_of(input.map_look.fill);
  const MatrixRows rows = by_county ? MatrixRows::counties : MatrixRows::municipalities;
  const Filter everything;
  fill.figures = place_figures(input.network, input.taxonomy, input.part, input.filter ? *input.filter : everything,
                               input.day.value_or(input.network.as_of), rows, figure);
  for (const std::string& code : fill.figures.places) {
    const bool has_shape = find_place(by_county ? input.shapes->counties : input.shapes->municipalities, code);
    if (has_shape || (!by_county && has_mark(input, code))) fill.drawn.push_back(code);
  }
  std::vector<std::int64_t> values;
  for (const std::string& code : fill.drawn) {
    if (fill.figures.is_known(code)) values.push_back(fill.figures.known.at(code));
  }
  fill.steps = fill_steps(std::move(values), figure == PlaceFigure::population);
  return fill;
}

AreaLook look_of_area(const SceneInput& input, const MapFill& fill, const std::string& code) {
  if (!fill.is_on || !fill.figures.places.contains(code)) return {input.theme.land, {0, 0, 0, 0}};
  const auto found = fill.figures.known.find(code);
  if (found == fill.figures.known.end()) return unknown_look(input);
  return {step_colour(input.theme, fill.steps.step_of(found->second), fill.steps.count()), {0, 0, 0, 0}};
}

AreaLook unknown_look(const SceneInput& input) {
  const float strength = input.theme.is_high_contrast ? 0.6F : 0.38F;
  return {input.theme.land, with_alpha(input.theme.muted, strength)};
}

void add_fill_halos(Scene& scene, const SceneInput& input, const Parts& parts, const MapFill& fill,
                    const MarkStyle& style) {
  constexpr float halo_px = 7;
  for (std::uint32_t v = 0; v < input.incidence.actors.size(); ++v) {
    const Actor& actor = input.network.actor(input.incidence.actors[v]);
    if (parts.is_hidden[v] || actor.type != "municipality") continue;
    const std::string& code = municipality_code(actor);
    if (!fill.figures.places.contains(code) || find_place(input.shapes->municipalities, code)) continue;
    const AreaLook look = look_of_area(input, fill, code);
    Mark halo;
    halo.centre = input.positions[v];
    halo.radius_px = radius_of(parts, v, style) + halo_px;
    halo.fill = look.fill;
    halo.outline = look.hatch.a > 0 ? look.hatch : input.theme.county_border;
    halo.outline_px = 1;
    halo.pick = {PickId::Kind::actor, input.incidence.actors[v].value};
    scene.marks.push_back(halo);
  }
}

LegendRow explaining_row(std::string code, std::string text, LegendRow::Sign sign) {
  LegendRow row;
  row.code = std::move(code);
  row.text = std::move(text);
  row.sign = sign;
  row.has_count = sign != LegendRow::Sign::heading;
  row.is_switch = false;
  return row;
}

std::vector<LegendRow> fill_legend(const SceneInput& input, const MapFill& fill) {
  std::vector<std::size_t> counts(fill.steps.count());
  std::size_t unknown = 0;
  for (const std::string& code : fill.drawn) {
    const auto found = fill.figures.known.find(code);
    ++(found == fill.figures.known.end() ? unknown : counts[fill.steps.step_of(found->second)]);
  }
  std::vector<LegendRow> rows = {explaining_row("fill", word_of(input, heading_of(input.map_look.fill, fill.by_county)),
                                                LegendRow::Sign::heading)};
  for (std::size_t step = 0; step < fill.steps.count(); ++step) {
    rows.push_back(explaining_row("fill." + std::to_string(step), limits_in_words(input, fill.steps, step),
                                  LegendRow::Sign::area));
    rows.back().colour = step_colour(input.theme, step, fill.steps.count());
    rows.back().count = counts[step];
  }
  if (unknown == 0) return rows;
  const bool is_of_people = input.map_look.fill == MapLook::Fill::population;
  const AreaLook look = unknown_look(input);
  rows.push_back(explaining_row("fill.unknown",
                                word_of(input, is_of_people ? "legend.fill_unknown_people" : "legend.fill_unknown"),
                                LegendRow::Sign::area));
  rows.back().colour = look.fill;
  rows.back().hatch = look.hatch;
  rows.back().count = unknown;
  return rows;
}

}  // namespace samverka
