// SVG by own hand: text stays text (Cairo would make shapes of it), names are in <title> for screen readers and
// hovering, the same scene gives the same bytes in any locale, and there is nothing in it that runs or fetches.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <unordered_map>

#include "render/page.h"

namespace samverka {
namespace {

class SvgWriter {
 public:
  std::string take() { return std::move(out_); }

  SvgWriter& raw(std::string_view text) {
    out_ += text;
    return *this;
  }
  // Good in content and in quoted attributes alike.
  SvgWriter& escaped(std::string_view text) {
    for (const char c : clean_text(text)) {
      switch (c) {
        case '<':
          out_ += "&lt;";
          break;
        case '>':
          out_ += "&gt;";
          break;
        case '&':
          out_ += "&amp;";
          break;
        case '"':
          out_ += "&quot;";
          break;
        case '\'':
          out_ += "&#39;";
          break;
        default:
          out_ += c;
      }
    }
    return *this;
  }
  // At most two decimals, no trailing zeros, point as decimal sign.
  SvgWriter& number(float value) {
    char buffer[64];
    const float sound = std::isfinite(value) ? value : 0;
    const auto [end, problem] = std::to_chars(buffer, buffer + sizeof buffer, sound, std::chars_format::fixed, 2);
    std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    while (text.back() == '0') text.remove_suffix(1);
    if (text.back() == '.') text.remove_suffix(1);
    out_ += text == "-0" ? "0" : text;
    return *this;
  }
  SvgWriter& attribute(std::string_view name, float value) {
    return raw(" ").raw(name).raw("=\"").number(value).raw("\"");
  }
  // name="#RRGGBB" and, where it is not opaque, name-opacity.
  SvgWriter& colour(std::string_view name, Rgba value) {
    constexpr std::string_view digits = "0123456789abcdef";
    raw(" ").raw(name).raw("=\"#");
    for (const std::uint8_t channel : {value.r, value.g, value.b}) {
      out_ += digits[channel >> 4U];
      out_ += digits[channel & 15U];
    }
    raw("\"");
    if (value.a == 255) return *this;
    return raw(" ").raw(name).raw("-opacity=\"").number(static_cast<float>(value.a) / 255).raw("\"");
  }
  SvgWriter& point(Vec2 p) { return number(p.x).raw(" ").number(p.y); }

 private:
  std::string out_;
};

// What is at hand while the picture itself is written.
struct View {
  const Scene& scene;
  const Camera& camera;
  Rect box;
  bool with_ids = false;

  Vec2 px(Vec2 world) const { return camera.screen_from_world(world); }
  bool is_near(Vec2 p) const { return std::abs(p.x) < 1e6F && std::abs(p.y) < 1e6F; }  // false for NaN
};

void write_ring(SvgWriter& svg, const View& view, const std::vector<Vec2>& ring, bool is_closed) {
  char command = 'M';
  for (const Vec2 world : ring) {
    const Vec2 p = view.px(world);
    if (!view.is_near(p)) continue;
    svg.raw(std::string_view(&command, 1)).point(p);
    command = 'L';
  }
  if (is_closed && command == 'L') svg.raw("Z");
}

// What a page's script finds it by; nothing for what has no row in a table.
std::string id_attribute(const View& view, PickId pick) {
  if (!view.with_ids) return {};
  const char* kind = pick.kind == PickId::Kind::actor       ? "a"
                     : pick.kind == PickId::Kind::agreement ? "g"
                     : pick.kind == PickId::Kind::party     ? "p"
                                                            : nullptr;
  return kind ? " data-i=\"" + (kind + std::to_string(pick.index)) + "\"" : std::string();
}

bool is_in_view(const View& view, const std::vector<Vec2>& points) {
  Rect box;
  for (const Vec2 world : points) {
    if (const Vec2 p = view.px(world); view.is_near(p)) box.include(p);
  }
  return !box.is_empty() && box.grown(2).overlaps(view.box);
}

// By its colour, so that two pictures in one document that name the same pattern mean the same.
std::string hatch_name(Rgba colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string name = "hatch-";
  for (const std::uint8_t channel : {colour.r, colour.g, colour.b, colour.a}) {
    name += digits[channel >> 4U];
    name += digits[channel & 15U];
  }
  return name;
}

// For each colour that areas of the scene are hatched in, a pattern of one line that repeats across its slant.
void write_hatches(SvgWriter& svg, const Scene& scene) {
  constexpr float step_px = hatch_step_px / std::numbers::sqrt2_v<float>;
  std::vector<Rgba> written;
  for (const Polygon& polygon : scene.polygons) {
    const bool is_new = std::find(written.begin(), written.end(), polygon.hatch) == written.end();
    if (polygon.hatch.a == 0 || !is_new) continue;
    svg.raw(written.empty() ? "<defs>\n" : "").raw("<pattern id=\"").raw(hatch_name(polygon.hatch)).raw("\"");
    svg.raw(" patternUnits=\"userSpaceOnUse\"").attribute("width", step_px).attribute("height", step_px);
    svg.raw(" patternTransform=\"rotate(45)\"><rect").attribute("width", hatch_line_px).attribute("height", step_px);
    svg.colour("fill", polygon.hatch).raw("/></pattern>\n");
    written.push_back(polygon.hatch);
  }
  if (!written.empty()) svg.raw("</defs>\n");
}

void write_polygons(SvgWriter& svg, const View& view) {
  svg.raw("<g fill-rule=\"evenodd\">\n");
  for (const Polygon& polygon : view.scene.polygons) {
    bool is_seen = false;
    for (const std::vector<Vec2>& ring : polygon.rings) is_seen = is_seen || is_in_view(view, ring);
    if (!is_seen || polygon.fill.a == 0) continue;
    svg.raw("<path").colour("fill", polygon.fill).raw(" d=\"");
    for (const std::vector<Vec2>& ring : polygon.rings) write_ring(svg, view, ring, true);
    svg.raw("\"/>\n");
    if (polygon.hatch.a == 0) continue;
    svg.raw("<path fill=\"url(#").raw(hatch_name(polygon.hatch)).raw(")\" d=\"");
    for (const std::vector<Vec2>& ring : polygon.rings) write_ring(svg, view, ring, true);
    svg.raw("\"/>\n");
  }
  svg.raw("</g>\n");
}

// Borders of one look that follow each other are one path.
void write_outlines(SvgWriter& svg, const View& view) {
  const std::vector<Outline>& outlines = view.scene.outlines;
  svg.raw("<g fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n");
  for (std::size_t i = 0; i < outlines.size();) {
    const Outline& look = outlines[i];
    svg.raw("<path").colour("stroke", look.colour).attribute("stroke-width", look.width_px).raw(" d=\"");
    for (; i < outlines.size() && outlines[i].colour == look.colour && outlines[i].width_px == look.width_px; ++i) {
      if (is_in_view(view, outlines[i].points)) write_ring(svg, view, outlines[i].points, false);
    }
    svg.raw("\"/>\n");
  }
  svg.raw("</g>\n");
}

bool has_same_look(const Link& a, const Link& b) {
  return a.colour == b.colour && a.width_px == b.width_px && a.is_dashed == b.is_dashed;
}

void write_link(SvgWriter& svg, const View& view, const Link& link) {
  const Vec2 from = view.px(link.from);
  const Vec2 to = view.px(link.to);
  if (!view.is_near(from) || !view.is_near(to) || !std::isfinite(link.bend)) return;
  const Vec2 control = bend_control(from, to, link.bend);
  Rect box;
  for (const Vec2 p : {from, control, to}) box.include(p);
  if (!box.grown(2).overlaps(view.box)) return;
  svg.raw("<path").raw(id_attribute(view, link.pick)).raw(" d=\"M").point(from);
  if (link.bend == 0)
    svg.raw("L");
  else
    svg.raw("Q").point(control).raw(" ");
  svg.point(to).raw("\"/>\n");
}

void write_links(SvgWriter& svg, const View& view) {
  const std::vector<Link>& links = view.scene.links;
  for (std::size_t i = 0; i < links.size();) {
    const Link& look = links[i];
    svg.raw("<g fill=\"none\"").colour("stroke", look.colour).attribute("stroke-width", look.width_px);
    if (look.is_dashed) svg.raw(" stroke-dasharray=\"4.5 3.5\"");
    svg.raw(">\n");
    for (; i < links.size() && has_same_look(links[i], look); ++i) write_link(svg, view, links[i]);
    svg.raw("</g>\n");
  }
}

void write_circle(SvgWriter& svg, Vec2 centre, float radius) {
  svg.raw("<circle").attribute("cx", centre.x).attribute("cy", centre.y).attribute("r", radius);
}

void write_corners(SvgWriter& svg, const std::vector<Vec2>& corners) {
  svg.raw("<path d=\"");
  for (std::size_t i = 0; i < corners.size(); ++i) svg.raw(i == 0 ? "M" : "L").point(corners[i]);
  svg.raw("Z\"");
}

void write_shape(SvgWriter& svg, Symbol symbol, Vec2 centre, float radius, Rgba fill) {
  if (symbol == Symbol::ring) {
    const float width = radius * (1 - ring_hole);
    write_circle(svg, centre, radius - width / 2);
    svg.raw(" fill=\"none\"").colour("stroke", fill).attribute("stroke-width", width);
  } else {
    if (symbol == Symbol::disc)
      write_circle(svg, centre, radius);
    else
      write_corners(svg, symbol_corners(symbol, centre, radius));
    svg.colour("fill", fill);
  }
}

// The outline is a greater mark below, as in the raster.
void write_mark(SvgWriter& svg, const Mark& mark, Vec2 centre, const std::string* name, const std::string& id = {}) {
  const bool has_outline = mark.outline_px > 0 && mark.outline.a > 0;
  const bool is_group = name || !id.empty();
  if (is_group) svg.raw("<g").raw(id).raw(">");
  if (name) svg.raw("<title>").escaped(*name).raw("</title>");
  if (has_outline) {
    const Symbol below = mark.symbol == Symbol::ring ? Symbol::disc : mark.symbol;
    write_shape(svg, below, centre, mark.radius_px + mark.outline_px, mark.outline);
    svg.raw("/>");
  }
  write_shape(svg, mark.symbol, centre, mark.radius_px, mark.fill);
  svg.raw(is_group ? "/></g>\n" : "/>\n");
}

std::uint64_t key_of(PickId pick) { return static_cast<std::uint64_t>(pick.kind) << 32U | pick.index; }

std::unordered_map<std::uint64_t, const std::string*> names_by_pick(const Scene& scene) {
  std::unordered_map<std::uint64_t, const std::string*> names;
  for (const Label& label : scene.labels) {
    if (label.pick.kind != PickId::Kind::none) names.emplace(key_of(label.pick), &label.text);
  }
  return names;
}

void write_marks(SvgWriter& svg, const View& view) {
  const auto names = names_by_pick(view.scene);
  for (const Mark& mark : view.scene.marks) {
    const Vec2 centre = view.px(mark.centre);
    if (!view.is_near(centre) || !(mark.radius_px > 0) || !std::isfinite(mark.radius_px)) continue;
    if (!view.box.grown(mark.radius_px * 2).contains(centre)) continue;
    const auto name = names.find(key_of(mark.pick));
    write_mark(svg, mark, centre, name == names.end() ? nullptr : name->second, id_attribute(view, mark.pick));
  }
}

void write_text(SvgWriter& svg, Vec2 at, std::string_view text, float size_px, bool is_bold, Rgba colour) {
  svg.raw("<text").attribute("x", at.x).attribute("y", at.y).attribute("font-size", size_px);
  if (is_bold) svg.raw(" font-weight=\"600\"");
  svg.colour("fill", colour).raw(">").escaped(text).raw("</text>\n");
}

void write_labels(SvgWriter& svg, const View& view, const std::vector<PlacedLabel>& placed) {
  svg.raw("<g stroke-linejoin=\"round\" paint-order=\"stroke\"").attribute("stroke-width", halo_px).raw(">\n");
  for (const PlacedLabel& place : placed) {
    const Label& label = view.scene.labels[place.label];
    svg.raw("<text")
        .raw(id_attribute(view, label.pick))
        .attribute("x", place.baseline_px.x)
        .attribute("y", place.baseline_px.y);
    svg.attribute("font-size", label.size_px);
    if (label.is_bold) svg.raw(" font-weight=\"600\"");
    svg.colour("fill", label.colour).colour("stroke", label.halo).raw(">").escaped(label.text).raw("</text>\n");
  }
  svg.raw("</g>\n");
}

void write_rounded(SvgWriter& svg, const Rect& box, float corner_px) {
  svg.raw("<rect").attribute("x", box.min.x).attribute("y", box.min.y);
  svg.attribute("width", box.width()).attribute("height", box.height()).attribute("rx", corner_px);
}

void write_view(SvgWriter& svg, const Scene& scene, const PageView& seen, std::size_t number, bool with_ids) {
  const Rect& box = seen.frame.box;
  const View view{scene, seen.camera, {{0, 0}, seen.camera.viewport_px}, with_ids};
  const std::string id = "view" + std::to_string(number);
  svg.raw("<clipPath id=\"").raw(id).raw("\">");
  write_rounded(svg, {{0, 0}, {box.width(), box.height()}}, seen.frame.corner_px);
  svg.raw("/></clipPath>\n<g clip-path=\"url(#").raw(id).raw(")\" transform=\"translate(").point(box.min).raw(")\">\n");
  svg.raw("<rect").attribute("width", box.width()).attribute("height", box.height());
  svg.colour("fill", seen.frame.fill).raw("/>\n");
  if (with_ids) svg.raw("<g data-world=\"").raw(std::to_string(number)).raw("\">\n");
  write_polygons(svg, view);
  write_outlines(svg, view);
  write_links(svg, view);
  write_marks(svg, view);
  write_labels(svg, view, seen.labels);
  svg.raw(with_ids ? "</g>\n</g>\n" : "</g>\n");
  write_rounded(svg, box, seen.frame.corner_px);
  svg.raw(" fill=\"none\"").colour("stroke", seen.frame.border).raw("/>\n");
}

// Lines of one look that follow each other are one path.
void write_page_lines(SvgWriter& svg, const std::vector<PageLine>& lines) {
  const auto is_alike = [](const PageLine& a, const PageLine& b) {
    return a.colour == b.colour && a.width_px == b.width_px && a.is_dashed == b.is_dashed;
  };
  for (std::size_t i = 0; i < lines.size();) {
    const PageLine& look = lines[i];
    svg.raw("<path d=\"");
    for (; i < lines.size() && is_alike(lines[i], look); ++i) {
      svg.raw("M").point(lines[i].from).raw("L").point(lines[i].to);
    }
    svg.raw("\"").colour("stroke", look.colour).attribute("stroke-width", look.width_px);
    if (look.is_dashed) svg.raw(" stroke-dasharray=\"4.5 3.5\"");
    svg.raw("/>\n");
  }
}

void write_surroundings(SvgWriter& svg, const Page& page) {
  for (const PageBox& box : page.boxes) {
    write_rounded(svg, box.box, box.corner_px);
    svg.colour("fill", box.fill).colour("stroke", box.border).raw("/>\n");
  }
  write_page_lines(svg, page.lines);
  for (const Mark& mark : page.marks) write_mark(svg, mark, mark.centre, nullptr);
  for (const PageText& text : page.texts) {
    write_text(svg, text.at, text.text, text.size_px, text.is_bold, text.colour);
  }
}

void write_about(SvgWriter& svg, const PictureAbout& about) {
  svg.raw("<title>").escaped(about.title).raw("</title>\n");
  if (!about.description.empty()) svg.raw("<desc>").escaped(about.description).raw("</desc>\n");
  if (about.facts.empty()) return;
  svg.raw("<metadata>");
  for (const auto& [name, value] : about.facts) svg.raw("\n").escaped(name).raw(": ").escaped(value);
  svg.raw("\n</metadata>\n");
}

}  // namespace

std::string svg_of(const Page& page, const Scene* scene, const PictureOptions& options) {
  SvgWriter svg;
  svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");
  svg.attribute("width", page.size_px.x).attribute("height", page.size_px.y);
  svg.raw(" viewBox=\"0 0 ").point(page.size_px).raw("\" font-family=\"Inter, sans-serif\" role=\"img\">\n");
  write_about(svg, options.about);
  if (page.background.a > 0) {
    svg.raw("<rect width=\"100%\" height=\"100%\"").colour("fill", page.background).raw("/>\n");
  }
  if (scene) write_hatches(svg, *scene);
  for (std::size_t i = 0; i < page.views.size(); ++i) write_view(svg, *scene, page.views[i], i, options.with_ids);
  write_surroundings(svg, page);
  svg.raw("</svg>\n");
  return svg.take();
}

std::string to_svg(const Scene& scene, const TextMeasure& measure, const PictureOptions& options) {
  PictureOptions told = options;
  if (told.about.title.empty()) told.about.title = scene.caption.title;
  return svg_of(compose_page(scene, measure, options), &scene, told);
}

}  // namespace samverka
