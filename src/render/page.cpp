// Two ways to stand on a page. Wide: a column with title, filter, legend and sources to the left, the picture taking
// the whole height beside it, since Sweden is tall. Otherwise: title above, picture, legend in columns below, sources
// last. What does not fit falls away in order of worth; the date and the mark of illustrative data never do.
#include "render/page.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace samverka {
namespace {

constexpr float title_px = 21;
constexpr float line_factor = 1.35F;
constexpr float greatest_legend_share = 0.4F;
constexpr float least_wide_px = 560;  // narrower, and the column would take the picture's room
constexpr float least_inset_px = 200;
constexpr float inset_gap_px = 14;
constexpr float room_for_names_px = 170;  // left and right of a picture that stands beside insets

// Edges on half pixels, so that their hairline is one pixel and not two pale ones.
Rect snapped(const Rect& box) {
  const auto half = [](float px) { return std::floor(px) + 0.5F; };
  return {{half(box.min.x), half(box.min.y)}, {half(box.max.x), half(box.max.y)}};
}

struct Frame {
  float margin;
  float scale;  // of caption text: small pictures have smaller words
};

float least_side(Vec2 size) { return std::min(size.x, size.y); }

Frame frame_of(Vec2 size) {
  const float least = least_side(size);
  return {std::clamp(std::round(least * 0.028F), 6.0F, 28.0F), std::clamp(least / 700, 0.72F, 1.0F)};
}

struct Composer {
  const Scene& scene;
  const TextMeasure& measure;
  const PictureOptions& options;
  Page& page;
  Frame frame;
  Caption caption;  // what of it is wanted

  // Lines of text from `top` down; returns where the next thing may begin.
  float put_lines(const std::string& text, float size_px, bool is_bold, Rgba colour, float left, float top, float width,
                  std::size_t most) {
    for (const std::string& line : wrapped_text(measure, clean_text(text), size_px, is_bold, width, most)) {
      const float height = size_px * line_factor;
      page.texts.push_back({{left, top + (height + measure.ascent(size_px)) / 2}, line, size_px, is_bold, colour});
      top += height;
    }
    return top;
  }

  float lines_height(const std::string& text, float size_px, float width, std::size_t most) const {
    const std::size_t count = wrapped_text(measure, clean_text(text), size_px, false, width, most).size();
    return static_cast<float>(count) * size_px * line_factor;
  }

  void put_picture(const Rect& wanted);
  void put_insets(const Rect& box);
  void put_inset(const Inset& inset, const Rect& wanted);
  void put_scale_bar();
  void put_illustrative();
  bool compose_wide();
  void compose_stacked();
};

// Insets take the room that a narrow picture leaves in a wide frame.
void Composer::put_picture(const Rect& wanted) {
  const Rect box = snapped(wanted);
  const Vec2 size{std::max(box.width(), 1.0F), std::max(box.height(), 1.0F)};
  const float margin = std::clamp(std::min(size.x, size.y) * 0.045F, 6.0F, 40.0F);
  const float aspect = scene.bounds.height() > 0 ? scene.bounds.width() / scene.bounds.height() : 0;
  const float own_width = aspect * (size.y - 2 * margin) + room_for_names_px;
  const bool has_insets =
      !scene.insets.empty() && aspect > 0 && size.x - own_width >= least_inset_px && size.y >= 2 * least_inset_px;
  const Camera fitted = fit(scene.bounds, {has_insets ? own_width : size.x, size.y}, margin);
  PageView view;
  view.frame = {box, std::min(panel_corner_px, frame.margin), scene.canvas, scene.theme.border};
  view.labels = place_labels(scene, fitted, measure);
  view.camera = fitted;
  view.camera.viewport_px = size;
  view.camera.centre = fitted.world_from_screen(size * 0.5F);
  page.views.push_back(std::move(view));
  if (scene.is_map) put_scale_bar();
  const Vec2 gap{inset_gap_px, inset_gap_px};
  if (has_insets) put_insets({{box.min.x + own_width, box.min.y + gap.y}, box.max - gap});
  if (!caption.illustrative.empty()) put_illustrative();
}

// Two by two where there is room, else one column.
void Composer::put_insets(const Rect& box) {
  const bool is_double = box.width() >= 2 * least_inset_px + inset_gap_px && scene.insets.size() >= 4;
  const std::size_t columns = is_double ? 2 : 1;
  const std::size_t rows = std::min<std::size_t>(scene.insets.size() / columns, is_double ? 2 : 3);
  const Vec2 cell{(box.width() - static_cast<float>(columns - 1) * inset_gap_px) / static_cast<float>(columns),
                  (box.height() - static_cast<float>(rows - 1) * inset_gap_px) / static_cast<float>(rows)};
  for (std::size_t i = 0; i < rows * columns; ++i) {
    const std::size_t row = i / columns;
    const Vec2 place{static_cast<float>(i % columns), static_cast<float>(row)};
    const Vec2 corner = box.min + Vec2{place.x * (cell.x + inset_gap_px), place.y * (cell.y + inset_gap_px)};
    put_inset(scene.insets[i], {corner, corner + cell});
  }
}

void Composer::put_inset(const Inset& inset, const Rect& wanted) {
  const Rect box = snapped(wanted);
  constexpr float heading_px = 24;
  constexpr float size_px = 12.5F;
  const Vec2 size{box.width(), box.height()};
  PageView view;
  view.frame = {box, panel_corner_px - 2, scene.canvas, mixed(scene.theme.border, scene.theme.coast, 0.6F)};
  // Fitted below the heading, then opened upwards, so that nothing hides under the words.
  view.camera = fit(inset.bounds, {size.x, size.y - heading_px}, 14);
  view.camera.viewport_px = size;
  view.camera.centre.y -= heading_px / 2 / view.camera.scale;
  view.labels = place_labels(scene, view.camera, measure);
  std::erase_if(view.labels, [](const PlacedLabel& label) { return label.box_px.min.y < heading_px + 4; });
  page.views.push_back(std::move(view));
  const std::string title = fitted_text(measure, clean_text(inset.title), size_px, true, size.x - 20);
  const Vec2 corner = box.min + Vec2{6, 6};
  const Rgba back = with_alpha(scene.canvas, 0.86F);
  page.boxes.push_back(
      {{corner, corner + Vec2{12 + measure.width(title, size_px, true), heading_px - 4}}, 5, back, back});
  page.texts.push_back({box.min + Vec2{12, 20}, title, size_px, true, scene.theme.text});
}

// 1, 2 or 5 times a power of ten kilometres, some ninety pixels long.
void Composer::put_scale_bar() {
  const Rect& box = page.views[0].frame.box;
  if (box.width() < 300 || box.height() < 200) return;
  const float wanted_km = 90 / page.views[0].camera.scale;
  float km = std::pow(10.0F, std::floor(std::log10(wanted_km)));
  if (km * 5 <= wanted_km)
    km *= 5;
  else if (km * 2 <= wanted_km)
    km *= 2;
  if (!(km >= 1) || km > 5000) return;
  const float length_px = km * page.views[0].camera.scale;
  const Vec2 left{box.min.x + 18, std::round(box.max.y - 18) + 0.5F};
  const Vec2 right{left.x + length_px, left.y};
  const Rgba colour = scene.theme.muted;
  page.lines.push_back({left, right, 1, colour});
  page.lines.push_back({left, {left.x, left.y - 5}, 1, colour});
  page.lines.push_back({right, {right.x, right.y - 5}, 1, colour});
  page.texts.push_back({{left.x + 5, left.y - 6}, std::to_string(std::lround(km)) + " km", 11, false, colour});
}

void Composer::put_illustrative() {
  const Rect& box = page.views[0].frame.box;
  const float size_px = std::max(12.5F * frame.scale, 9.5F);
  const float padding = 10 * frame.scale;
  const float room = box.width() - 4 * padding;
  const std::string text = fitted_text(measure, clean_text(caption.illustrative), size_px, true, room);
  if (text.empty()) return;
  const float height = size_px * 2;
  const Vec2 corner{box.max.x - padding - measure.width(text, size_px, true) - 2 * padding, box.min.y + padding};
  const Rect pill{corner, {box.max.x - padding, corner.y + height}};
  const Rgba tinted = mixed(scene.theme.panel, scene.theme.warning, 0.1F);
  page.boxes.push_back({pill, height / 2, tinted, scene.theme.warning});
  const float baseline = pill.centre().y + measure.ascent(size_px) / 2;
  page.texts.push_back({{pill.min.x + padding, baseline}, text, size_px, true, scene.theme.warning});
}

bool Composer::compose_wide() {
  const Vec2 size = page.size_px;
  // Three tenths, but whole words before that: a cut legend is no legend.
  const float width_room = std::clamp(size.x * 0.3F, std::min(285.0F, size.x * 0.44F), 360.0F);
  const LegendBlock legend = options.with_legend ? measure_legend(scene, measure, width_room, 1) : LegendBlock{};
  if (legend.is_empty() || size.x < least_wide_px || size.x < size.y * 1.15F || legend.size_px.y > size.y * 0.78F)
    return false;
  const float area = legend.size_px.x * legend.size_px.y;
  if (area > greatest_legend_share * size.x * size.y) return false;

  const float left = frame.margin;
  const float column = std::max(legend.size_px.x, std::min(250.0F, width_room));
  float y = frame.margin - 3;
  y = put_lines(caption.title, title_px, true, scene.theme.text, left, y, column, 3) + 4;
  y = put_lines(caption.filter, 13, false, scene.theme.muted, left, y, column, 4) + 14;

  const float date_height = lines_height(caption.date, 12, column, 1);
  const float source_height = lines_height(caption.source, 11, column, 4);
  const float bottom = size.y - frame.margin;
  float below = bottom - date_height - source_height;
  const bool has_room_for_source = y + legend.size_px.y + 12 < below;
  if (!has_room_for_source) below = bottom - date_height;
  if (y + legend.size_px.y + 4 < below)
    place_legend(page, scene, measure, legend, {std::floor(left) + 0.5F, std::floor(y) + 0.5F});
  below = put_lines(caption.date, 12, false, scene.theme.text, left, below + 3, column, 1);
  if (has_room_for_source) put_lines(caption.source, 11, false, scene.theme.muted, left, below, column, 4);
  put_picture({{left + column + frame.margin * 0.8F, frame.margin}, {size.x - frame.margin, bottom}});
  return true;
}

void Composer::compose_stacked() {
  const Vec2 size = page.size_px;
  const float left = frame.margin;
  const float width = size.x - 2 * frame.margin;
  const bool is_small = size.y < 320 || size.x < 320;
  const float small_px = 12 * frame.scale;
  float top = frame.margin * 0.7F;
  top = put_lines(caption.title, title_px * frame.scale, true, scene.theme.text, left, top, width, is_small ? 1 : 2);
  if (!is_small) top = put_lines(caption.filter, 13 * frame.scale, false, scene.theme.muted, left, top + 2, width, 2);
  top += frame.margin * 0.5F;

  float bottom = size.y - frame.margin * 0.7F;
  const std::size_t source_lines = is_small ? 0 : 2;
  bottom -= lines_height(caption.source, small_px, width, source_lines);
  bottom -= lines_height(caption.date, small_px, width, 1);
  const float date_bottom = put_lines(caption.date, small_px, false, scene.theme.text, left, bottom, width, 1);
  if (source_lines > 0)
    put_lines(caption.source, small_px, false, scene.theme.muted, left, date_bottom, width, source_lines);
  bottom -= frame.margin * 0.5F;

  // As many columns as leave every text whole, and as few rows.
  const LegendBlock single = measure_legend(scene, measure, width, 1);
  LegendBlock legend;
  if (options.with_legend && !single.is_empty()) {
    const auto columns = static_cast<std::size_t>(std::clamp((width - 28) / (single.column_px + 28), 1.0F, 4.0F));
    legend = measure_legend(scene, measure, width, std::min(columns, scene.legend.size()));
  }
  const bool is_too_great = legend.size_px.x * legend.size_px.y > greatest_legend_share * size.x * size.y ||
                            legend.size_px.y > 0.45F * (bottom - top) || is_small;
  if (!legend.is_empty() && !is_too_great) {
    bottom -= legend.size_px.y;
    place_legend(page, scene, measure, legend, {std::floor(left) + 0.5F, std::floor(bottom) + 0.5F});
    bottom -= frame.margin * 0.6F;
  }
  put_picture({{left, std::min(top, bottom - 1)}, {left + std::max(width, 1.0F), bottom}});
}

}  // namespace

Caption wanted_caption(Caption caption, const PictureOptions& options) {
  if (!options.with_title) caption.title.clear();
  if (!options.with_filter) caption.filter.clear();
  if (!options.with_source) caption.source.clear();
  if (!options.with_date) caption.date.clear();
  return caption;
}

Page compose_page(const Scene& scene, const TextMeasure& measure, const PictureOptions& options) {
  const auto sound = [](float px) { return px >= 1 ? std::min(std::round(px), 20000.0F) : 1.0F; };
  Page page;
  page.size_px = {sound(options.size_px.x), sound(options.size_px.y)};
  page.background = options.background.value_or(scene.theme.background);
  Frame frame = frame_of(page.size_px);
  if (options.margin_px) frame.margin = std::clamp(*options.margin_px, 0.0F, 0.4F * least_side(page.size_px));
  Composer composer{scene, measure, options, page, frame, wanted_caption(scene.caption, options)};
  if (composer.compose_wide()) return page;
  composer.compose_stacked();
  return page;
}

}  // namespace samverka
