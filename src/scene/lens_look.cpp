#include "scene/lens_look.h"

#include "analysis/lens.h"

namespace samverka {
namespace {

constexpr std::size_t least_for_percent = 5;  // of fewer one more or less would be a landslide

// No group's colour, and dark or light enough to be told from all of them toned down.
Rgba lens_colour(const SceneInput& input) { return parse_colour(input.theme.is_dark ? "#FF8CC6" : "#A8236B"); }

Rgba unrecorded_colour(const SceneInput& input, Rgba ground) { return mixed(input.theme.muted, ground, 0.45F); }

// In the picture's own form: "99,8", and "99.8" in English.
std::string one_decimal(std::size_t part, std::size_t all, const std::string& language) {
  const std::size_t tenths = (part * 2000 + all) / (2 * all);
  return std::to_string(tenths / 10) + (language == "en" ? "." : ",") + std::to_string(tenths % 10);
}

void put(std::string& words, const std::string& hole, const std::string& value) {
  if (const std::size_t at = words.find(hole); at != std::string::npos) words.replace(at, hole.size(), value);
}

std::string unrecorded_words(const SceneInput& input, const LensCount& count) {
  const bool is_enough = count.all() >= least_for_percent;
  std::string words = word_of(input, is_enough ? "lens.legend_not_recorded" : "lens.legend_not_recorded_few");
  put(words, "{n}", std::to_string(count.not_recorded));
  put(words, "{all}", std::to_string(count.all()));
  if (is_enough) put(words, "{share}", one_decimal(count.not_recorded, count.all(), input.language));
  return words;
}

LegendRow explaining(const char* code, std::string text, LegendRow::Sign sign) {
  LegendRow row;
  row.code = code;
  row.text = std::move(text);
  row.sign = sign;
  row.is_switch = false;
  row.has_count = false;
  return row;
}

LegendRow counted(const char* code, std::string text, std::size_t count, Rgba colour) {
  LegendRow row = explaining(code, std::move(text), LegendRow::Sign::area);
  row.count = count;
  row.has_count = true;
  row.colour = colour;
  return row;
}

}  // namespace

void look_through_lens(Mark& mark, const SceneInput& input, AgreementId agreement, const MarkStyle& style) {
  switch (seen_through(input.network.agreement(agreement), input.lens)) {
    case LensState::yes:
      mark.radius_px *= 1.8F;
      mark.fill = lens_colour(input);
      break;
    case LensState::no:
      mark.radius_px *= 1.6F;
      mark.fill = style.halo;
      mark.outline = input.theme.muted;
      mark.outline_px = 1.6F;
      break;
    case LensState::not_recorded:
      mark.fill = unrecorded_colour(input, style.halo);
      break;
  }
}

void step_back(Mark& mark, const MarkStyle& style) { mark.fill = mixed(mark.fill, style.halo, 0.66F); }

Rgba tie_through_lens(const SceneInput& input, AgreementId agreement, Rgba colour) {
  const bool is_yes = seen_through(input.network.agreement(agreement), input.lens) == LensState::yes;
  const Rgba base = is_yes ? lens_colour(input) : input.theme.muted;
  const float alpha = static_cast<float>(colour.a) / 255;
  return with_alpha(base, is_yes ? alpha : alpha * 0.6F);
}

std::vector<LegendRow> lens_legend(const SceneInput& input) {
  const LensCount count = count_through_lens(input.network, input.part, input.lens);
  std::vector<LegendRow> rows;
  rows.push_back(explaining("lens", lens_in_words(input), LegendRow::Sign::heading));
  if (count.all() == 0) return rows;
  rows.push_back(counted("lens.yes", word_of(input, "lens.legend_yes"), count.yes, lens_colour(input)));
  rows.push_back(counted("lens.no", word_of(input, "lens.legend_no"), count.no, input.theme.panel));
  rows.push_back(explaining("lens.not_recorded", unrecorded_words(input, count), LegendRow::Sign::area));
  rows.back().colour = unrecorded_colour(input, input.theme.panel);
  rows.back().hatch = with_alpha(input.theme.muted, 0.5F);
  return rows;
}

std::string lens_in_words(const SceneInput& input) {
  return input.taxonomy.perspectives.label(input.lens, input.language);
}

}  // namespace samverka
