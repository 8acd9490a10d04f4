#include "cli/picture_words.h"

#include <charconv>

#include "app/picture_choice.h"
#include "cli/parse.h"
#include "cli/values.h"

namespace samverka {
namespace {

constexpr float least_side_px = 16, greatest_side_px = 16384;

Problem bad_word(const std::string& option, const std::string& value, const std::string& takes) {
  return wrong_use({"usage.bad_value", {{"option", option}, {"value", value}, {"takes", takes}}});
}

std::optional<float> decimal(std::string_view text) {
  float value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Vec2> sides_of(std::string_view text) {
  const bool is_mm = text.ends_with("mm");
  if (is_mm) text.remove_suffix(2);
  const std::size_t by = text.find('x');
  if (by == std::string_view::npos) return std::nullopt;
  const auto width = decimal(text.substr(0, by));
  const auto height = decimal(text.substr(by + 1));
  if (!width || !height) return std::nullopt;
  const Vec2 px = Vec2{*width, *height} * (is_mm ? px_a_mm : 1);
  const auto is_sound = [](float side) { return side >= least_side_px && side <= greatest_side_px; };
  if (!is_sound(px.x) || !is_sound(px.y)) return std::nullopt;
  return px;
}

Result<PictureFrame> without(const std::string& list, PictureFrame frame) {
  std::size_t at = 0;
  while (at <= list.size()) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    const std::string word = list.substr(at, comma - at);
    at = comma + 1;
    if (word == "legend")
      frame.with_legend = false;
    else if (word == "title")
      frame.with_title = false;
    else if (word == "filter")
      frame.with_filter = false;
    else if (word == "source")
      frame.with_source = false;
    else if (word == "date")
      frame.with_date = false;
    else
      return bad_word("--without", word, "legend, title, filter, source, date");
  }
  return frame;
}

std::optional<Rgba> background_of(const std::string& word, ThemeChoice theme) {
  if (word == "white") return Rgba{255, 255, 255, 255};
  if (word == "none") return with_alpha(theme_of(theme).background, 0);
  return std::nullopt;
}

}  // namespace

Result<std::optional<Vec2>> picture_size_of(const Words& words) {
  const std::string* given = words.find("--size");
  if (!given) return std::optional<Vec2>();
  for (const PaperSize& paper : paper_sizes) {
    if (*given == paper.name) return std::optional(paper.mm * px_a_mm);
  }
  const auto sides = sides_of(*given);
  if (!sides) return bad_word("--size", *given, "WxH (16-16384), WxHmm, A4, A4-portrait, A3, A3-portrait, slide");
  return sides;
}

Result<PictureFrame> picture_frame_of(const Words& words, ThemeChoice theme) {
  PictureFrame frame;
  const auto background = choice(words, "--background", {"theme", "white", "none"});
  if (!background) return background.problem();
  frame.background = background_of(*background, theme);
  if (words.find("--margin")) {
    const auto margin = number_of(words, "--margin", 0, 200, 0);
    if (!margin) return margin.problem();
    frame.margin_px = static_cast<float>(*margin) * px_a_mm;
  }
  const std::string* list = words.find("--without");
  return list ? without(*list, frame) : Result<PictureFrame>(frame);
}

Result<std::optional<FrameDays>> frame_days_of(const Words& words) {
  const std::string* given = words.find("--frames");
  const auto step = choice(words, "--step", {"year", "quarter", "month"});
  if (!step) return step.problem();
  if (!given) return std::optional<FrameDays>();
  const std::size_t dots = given->find("..");
  const auto first = parse_date(given->substr(0, std::min(dots, given->size())));
  const auto last = dots == std::string::npos ? std::nullopt : parse_date(given->substr(dots + 2));
  if (!first || !last || *last < *first) return bad_word("--frames", *given, "YYYY-MM-DD..YYYY-MM-DD");
  FrameDays days{*first, *last, FrameStep::year};
  if (*step != "year") days.step = *step == "month" ? FrameStep::month : FrameStep::quarter;
  return std::optional(days);
}

}  // namespace samverka
