#include "render/heat_map.h"

#include <algorithm>
#include <cmath>

#include "render/page.h"

namespace samverka {
namespace {

constexpr float usual_row_px = 23;
constexpr float least_row_px = 14;
constexpr float greatest_row_px = 34;
constexpr float cell_gap_px = 2;
constexpr float heading_px = 11.5F;
constexpr float small_px = 11;
constexpr float sign_width_px = 24;
constexpr float sign_height_px = 14;
constexpr float hatch_gap_px = 5;
constexpr std::size_t most_heading_lines = 7;

float line_of(float size_px) { return size_px * 1.35F; }

// From the top down: each part says how tall it is, and the rows have what is left.
class HeatComposer {
 public:
  HeatComposer(const HeatMap& map, const TextMeasure& measure, const PictureOptions& options, Page& page)
      : map_(map), measure_(measure), page_(page), caption_(wanted_caption(map.caption, options)) {
    const float least = std::min(page.size_px.x, page.size_px.y);
    margin_ =
        std::clamp(options.margin_px.value_or(std::clamp(std::round(least * 0.028F), 6.0F, 28.0F)), 0.0F, 0.4F * least);
    width_ = std::max(page.size_px.x - 2 * margin_, 1.0F);
    has_legend_ = options.with_legend;
    name_width_ = std::min(widest_name() + 14, width_ * 0.34F);
    column_ = (width_ - name_width_) / static_cast<float>(std::max<std::size_t>(map.columns.size(), 1));
  }

  void compose() {
    float top = put_head(margin_);
    const float bottom = page_.size_px.y - margin_ - foot_height();
    put_headings(top);
    top += headings_height();
    const std::size_t shown = shown_rows(bottom - top);
    const float row = shown == 0
                          ? least_row_px
                          : std::clamp((bottom - top) / static_cast<float>(shown), least_row_px, greatest_row_px);
    for (std::size_t i = 0; i < shown; ++i) {
      put_row(map_.rows[i], top, row);
      top += row;
    }
    if (shown < map_.rows.size()) top = put_words(map_.more, small_px, false, map_.theme.muted, top, 1);
    put_foot(std::max(top + 6, page_.size_px.y - margin_ - foot_height()));
    if (!caption_.illustrative.empty()) put_illustrative();
  }

  // Of everything, with rows of usual height.
  float height() {
    const float head = put_head(margin_);
    page_.texts.clear();
    return head + headings_height() + static_cast<float>(map_.rows.size()) * usual_row_px + foot_height() + margin_;
  }

 private:
  float widest_name() const {
    float widest = 40;
    for (const HeatRow& row : map_.rows) widest = std::max(widest, measure_.width(clean_text(row.name), 12.5F, true));
    return widest;
  }

  float put_words(const std::string& words, float size_px, bool is_bold, Rgba colour, float top, std::size_t lines,
                  float width = 0) {
    const float room = width > 0 ? width : width_;
    for (const std::string& line : wrapped_text(measure_, clean_text(words), size_px, is_bold, room, lines)) {
      page_.texts.push_back(
          {{margin_, top + (line_of(size_px) + measure_.ascent(size_px)) / 2}, line, size_px, is_bold, colour});
      top += line_of(size_px);
    }
    return top;
  }
  float words_height(const std::string& words, float size_px, std::size_t lines) const {
    return line_of(size_px) *
           static_cast<float>(wrapped_text(measure_, clean_text(words), size_px, false, width_, lines).size());
  }

  // The mark of illustrative data has the corner; the title leaves it room.
  float put_head(float top) {
    const float mark = caption_.illustrative.empty() ? 0 : illustrative_width() + 16;
    top = put_words(caption_.title, 20, true, map_.theme.text, top, 2, std::max(width_ - mark, 60.0F));
    top = put_words(caption_.filter, 12.5F, false, map_.theme.muted, top + 2, 2, std::max(width_ - mark, 60.0F));
    return std::max(top, margin_ + (mark > 0 ? 26 : 0)) + 8;
  }

  std::vector<std::string> heading_lines(const std::string& words) const {
    const std::string whole = hyphenated(clean_text(words), column_ - 6);
    return wrapped_text(measure_, whole, heading_px, false, column_ - 6, most_heading_lines);
  }
  // Words that no line has room for are broken where they must: a heading that is cut says too little. Swedish ones are
  // long.
  std::string hyphenated(const std::string& words, float room) const {
    std::string broken, line;
    for (std::size_t at = 0; at < words.size();) {
      std::size_t end = at + 1;
      while (end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) ++end;
      const std::string letter = words.substr(at, end - at);
      at = end;
      if (letter == " " || letter == "-") {
        line.clear();
      } else if (measure_.width(line + letter + "-", heading_px, false) > room && line.size() > 3) {
        broken += "- ";
        line = letter;
      } else {
        line += letter;
      }
      broken += letter;
    }
    return broken;
  }
  float headings_height() const {
    std::size_t lines = 1;
    for (const std::string& words : map_.columns) lines = std::max(lines, heading_lines(words).size());
    return static_cast<float>(lines) * line_of(heading_px) + 6;
  }
  // On the line above the cells, so that the last line of each stands nearest to them.
  void put_headings(float top) {
    const float bottom = top + headings_height() - 6;
    for (std::size_t i = 0; i < map_.columns.size(); ++i) {
      const std::vector<std::string> lines = heading_lines(map_.columns[i]);
      const float middle = margin_ + name_width_ + column_ * (static_cast<float>(i) + 0.5F);
      float y = bottom - static_cast<float>(lines.size()) * line_of(heading_px);
      for (const std::string& line : lines) {
        const float left = middle - measure_.width(line, heading_px, false) / 2;
        page_.texts.push_back({{left, y + line_of(heading_px) * 0.8F}, line, heading_px, false, map_.theme.text});
        y += line_of(heading_px);
      }
    }
  }

  std::size_t shown_rows(float room) const {
    const float fitting = std::max(room, 0.0F) / least_row_px;
    if (fitting >= static_cast<float>(map_.rows.size())) return map_.rows.size();
    const float with_more = std::max(room - line_of(small_px), 0.0F) / least_row_px;
    return static_cast<std::size_t>(with_more);
  }

  void put_row(const HeatRow& row, float top, float height) {
    const float size = std::clamp(height * 0.56F, 8.5F, 12.5F);
    const float baseline = top + (height + measure_.ascent(size)) / 2;
    const std::string name = fitted_text(measure_, clean_text(row.name), size, row.is_sum, name_width_ - 10);
    page_.texts.push_back({{margin_, baseline}, name, size, row.is_sum, map_.theme.text});
    if (row.is_sum) {
      page_.lines.push_back({{margin_, top + height}, {margin_ + width_, top + height}, 1, map_.theme.muted});
    }
    for (std::size_t i = 0; i < row.cells.size() && i < map_.columns.size(); ++i) {
      const float left = margin_ + name_width_ + column_ * static_cast<float>(i);
      const float gap = cell_gap_px / 2;
      put_cell(row.cells[i], {{left + gap, top + gap}, {left + column_ - gap, top + height - gap}}, size);
    }
  }

  void put_cell(const HeatCell& cell, const Rect& at, float size_px) {
    const Rgba border = cell.is_empty ? with_alpha(map_.theme.border, 0.5F) : map_.theme.border;
    page_.boxes.push_back({at, cell.is_round ? std::min(7.0F, at.height() / 2) : 2, cell.ground, border});
    const std::string words = clean_text(cell.words);
    const float width = measure_.width(words, size_px, false);
    const bool fits = !words.empty() && width <= at.width() - 4;
    const Vec2 half{width / 2 + 3, size_px * 0.62F};
    const Rect kept = fits ? Rect{at.centre() - half, at.centre() + half} : Rect{at.centre(), at.centre()};
    if (cell.unknown > 0) put_hatch(at, at.max.x - at.width() * std::min(cell.unknown, 1.0F), kept);
    if (!fits) return;
    const Vec2 corner{at.centre().x - width / 2, at.centre().y + measure_.ascent(size_px) / 2};
    page_.texts.push_back({corner, words, size_px, false, cell.ink});
  }

  // Around what is kept free, so that no line runs through a number.
  void put_hatch(const Rect& at, float begins, const Rect& kept) {
    const Rect whole{{begins, at.min.y + 1}, {at.max.x - 1, at.max.y - 1}};
    const auto put = [&](Vec2 min, Vec2 max) {
      const Vec2 from{std::max(min.x, whole.min.x), std::max(min.y, whole.min.y)};
      const Vec2 to{std::min(max.x, whole.max.x), std::min(max.y, whole.max.y)};
      if (from.x < to.x && from.y < to.y) put_slants({from, to});
    };
    put(whole.min, {kept.min.x, whole.max.y});
    put({kept.max.x, whole.min.y}, whole.max);
    put({kept.min.x, whole.min.y}, {kept.max.x, kept.min.y});
    put({kept.min.x, kept.max.y}, {kept.max.x, whole.max.y});
  }
  // The lines on which x + y is a multiple of the gap: neighbouring cells hang together.
  void put_slants(const Rect& box) {
    const Rgba colour = with_alpha(map_.theme.muted, 0.6F);
    const float first = std::ceil((box.min.x + box.min.y) / hatch_gap_px) * hatch_gap_px;
    for (float sum = first; sum < box.max.x + box.max.y; sum += hatch_gap_px) {
      const Vec2 from{std::max(box.min.x, sum - box.max.y), std::min(box.max.y, sum - box.min.x)};
      const Vec2 to{std::min(box.max.x, sum - box.min.y), std::max(box.min.y, sum - box.max.x)};
      page_.lines.push_back({from, to, 1, colour});
    }
  }

  // ---- below the rows ----

  float legend_lines() const {
    if (!has_legend_ || map_.legend.empty()) return 0;
    float x = 0;
    float lines = 1;
    for (const HeatSign& sign : map_.legend) {
      const float width = sign_width(sign);
      if (x > 0 && x + width > width_) {
        x = 0;
        ++lines;
      }
      x += width + 14;
    }
    return lines;
  }
  float sign_width(const HeatSign& sign) const {
    return sign_width_px + 6 + measure_.width(clean_text(sign.words), small_px, false);
  }
  float foot_height() const {
    const float legend = legend_lines() * (sign_height_px + 6);
    const std::string explanation = has_legend_ ? map_.explanation : std::string();
    return 12 + legend + words_height(explanation, small_px, 4) + words_height(caption_.date, small_px + 1, 2) +
           words_height(caption_.source, small_px, 3) + 8;
  }
  void put_foot(float top) {
    top += 12;
    if (has_legend_) {
      top = put_legend(top);
      top = put_words(map_.explanation, small_px, false, map_.theme.muted, top, 4) + 4;
    }
    top = put_words(caption_.date, small_px + 1, false, map_.theme.text, top, 2);
    put_words(caption_.source, small_px, false, map_.theme.muted, top, 3);
  }
  float put_legend(float top) {
    float x = 0;
    for (const HeatSign& sign : map_.legend) {
      const float width = sign_width(sign);
      if (x > 0 && x + width > width_) {
        x = 0;
        top += sign_height_px + 6;
      }
      put_sign(sign, {margin_ + x, top});
      x += width + 14;
    }
    return map_.legend.empty() ? top : top + sign_height_px + 8;
  }
  void put_sign(const HeatSign& sign, Vec2 corner) {
    const float part = sign_width_px / static_cast<float>(std::max<std::size_t>(sign.looks.size(), 1));
    for (std::size_t i = 0; i < sign.looks.size(); ++i) {
      const Vec2 left{corner.x + part * static_cast<float>(i), corner.y};
      put_cell(sign.looks[i], {left, {left.x + part, left.y + sign_height_px}}, small_px);
    }
    const Vec2 at{corner.x + sign_width_px + 6, corner.y + (sign_height_px + measure_.ascent(small_px)) / 2};
    page_.texts.push_back({at, clean_text(sign.words), small_px, false, map_.theme.muted});
  }

  float illustrative_width() const { return measure_.width(clean_text(caption_.illustrative), 12.5F, true) + 20; }
  void put_illustrative() {
    const float width = std::min(illustrative_width(), width_);
    const Vec2 corner{margin_ + width_ - width, margin_};
    const Rgba tinted = mixed(map_.theme.panel, map_.theme.warning, 0.1F);
    page_.boxes.push_back({{corner, corner + Vec2{width, 25}}, 12.5F, tinted, map_.theme.warning});
    const std::string words = fitted_text(measure_, clean_text(caption_.illustrative), 12.5F, true, width - 20);
    page_.texts.push_back(
        {corner + Vec2{10, 12.5F + measure_.ascent(12.5F) / 2}, words, 12.5F, true, map_.theme.warning});
  }

  const HeatMap& map_;
  const TextMeasure& measure_;
  Page& page_;
  Caption caption_;
  float margin_ = 0, width_ = 0, name_width_ = 0, column_ = 0;
  bool has_legend_ = true;
};

Page heat_page(const HeatMap& map, const TextMeasure& measure, const PictureOptions& options) {
  const auto sound = [](float px) { return px >= 1 ? std::min(std::round(px), 20000.0F) : 1.0F; };
  Page page;
  page.size_px = {sound(options.size_px.x), sound(options.size_px.y)};
  page.background = options.background.value_or(map.theme.panel);
  HeatComposer(map, measure, options, page).compose();
  return page;
}

PictureOptions with_title_of(const HeatMap& map, PictureOptions options) {
  if (options.about.title.empty()) options.about.title = map.caption.title;
  return options;
}

}  // namespace

float height_of_heat_map(const HeatMap& map, const TextMeasure& measure, float width_px) {
  Page page;
  page.size_px = {width_px, width_px};
  return HeatComposer(map, measure, {}, page).height();
}

std::string to_svg(const HeatMap& map, const TextMeasure& measure, const PictureOptions& options) {
  return svg_of(heat_page(map, measure, options), nullptr, with_title_of(map, options));
}
Result<std::string> to_png(const HeatMap& map, const TextMeasure& measure, const PictureOptions& options) {
  return png_of(heat_page(map, measure, options), nullptr, options);
}
Result<Pixels> to_pixels(const HeatMap& map, const TextMeasure& measure, const PictureOptions& options) {
  return pixels_of(heat_page(map, measure, options), nullptr, options);
}
Result<std::string> to_pdf(const HeatMap& map, const TextMeasure& measure, const PictureOptions& options) {
  return pdf_of(heat_page(map, measure, options), nullptr, with_title_of(map, options));
}

}  // namespace samverka
