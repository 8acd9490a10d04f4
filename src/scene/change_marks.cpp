#include "scene/change_marks.h"

#include <algorithm>
#include <array>

namespace samverka {
namespace {

struct ChangeLook {
  Symbol symbol;
  float beyond_px;  // the sign's radius beyond the mark's
  Rgba light, dark;
};
// By ChangeKind. Told apart without colour by shape, and of about the same lightness, 4.5:1 against the canvas.
constexpr std::array<ChangeLook, 4> looks{{{},
                                           {Symbol::ring, 7, {21, 112, 52, 255}, {104, 214, 138, 255}},
                                           {Symbol::cross, 5, {176, 32, 32, 255}, {255, 138, 128, 255}},
                                           {Symbol::square, 4, {138, 84, 0, 255}, {255, 197, 90, 255}}}};
constexpr float unchanged_share = 0.35F;

const ChangeLook& look_of(ChangeKind kind) { return looks[static_cast<std::size_t>(kind)]; }
Rgba colour_of(ChangeKind kind, const Theme& theme) { return theme.is_dark ? look_of(kind).dark : look_of(kind).light; }

Rgba faint(Rgba colour) {
  colour.a = static_cast<std::uint8_t>(static_cast<float>(colour.a) * unchanged_share);
  return colour;
}

Mark sign_of(const Mark& mark, ChangeKind kind, const Theme& theme) {
  Mark sign;
  sign.centre = mark.centre;
  sign.radius_px = mark.radius_px + look_of(kind).beyond_px;
  sign.symbol = look_of(kind).symbol;
  sign.pick = mark.pick;
  sign.fill = colour_of(kind, theme);
  return sign;
}

class ChangeMarker {
 public:
  ChangeMarker(Scene& scene, const ChangeMarks& changes, const SubNetwork& part)
      : scene_(scene), changes_(changes), part_(part) {}

  void leave_out(ChangeKind kind) {
    const auto is_out = [&](const auto& shape) { return kind_of(shape.pick) == kind; };
    std::erase_if(scene_.marks, is_out);
    std::erase_if(scene_.links, is_out);
    std::erase_if(scene_.labels, is_out);
  }

  void bring_forward() {
    std::vector<Mark> signs, over;
    for (Mark& mark : scene_.marks) {
      const ChangeKind kind = kind_of(mark.pick);
      if (kind == ChangeKind::none) {
        mark.fill = faint(mark.fill);
        mark.outline = faint(mark.outline);
      } else {
        (kind == ChangeKind::ended ? over : signs).push_back(sign_of(mark, kind, scene_.theme));
      }
    }
    for (Link& link : scene_.links) change_link(link);
    for (Label& label : scene_.labels) {
      const ChangeKind kind = kind_of(label.pick);
      if (kind != ChangeKind::none) {
        label.importance += 1000;
        label.clear_px += look_of(kind).beyond_px;
      }
    }
    // Rings and squares lie under the marks that they are around, crosses over them.
    scene_.marks.insert(scene_.marks.begin(), signs.begin(), signs.end());
    scene_.marks.insert(scene_.marks.end(), over.begin(), over.end());
  }

  void explain(const ChangeWords& words) {
    std::vector<LegendRow> rows;
    const auto add = [&](const char* code, const std::string& text, ChangeKind kind, LegendRow::Sign sign) {
      LegendRow row;
      row.code = code;
      row.text = text;
      row.is_switch = false;
      row.sign = sign;
      row.has_count = kind != ChangeKind::none;
      row.count = count(kind);
      row.symbol = look_of(kind).symbol;
      row.colour = kind == ChangeKind::none ? scene_.theme.muted : colour_of(kind, scene_.theme);
      rows.push_back(std::move(row));
    };
    add("compare", words.heading, ChangeKind::none, LegendRow::Sign::heading);
    add("compare.added", words.added, ChangeKind::added, LegendRow::Sign::symbol);
    add("compare.ended", words.ended, ChangeKind::ended, LegendRow::Sign::symbol);
    add("compare.changed", words.changed, ChangeKind::changed, LegendRow::Sign::symbol);
    add("compare.unchanged", words.unchanged, ChangeKind::none, LegendRow::Sign::text);
    scene_.legend.insert(scene_.legend.begin(), rows.begin(), rows.end());
  }

 private:
  ChangeKind kind_of(PickId pick) const { return changes_.of(pick, part_); }

  void change_link(Link& link) {
    const ChangeKind kind = kind_of(link.pick);
    if (kind == ChangeKind::none) {
      link.colour = faint(link.colour);
      return;
    }
    link.colour = colour_of(kind, scene_.theme);
    link.width_px += 1;
    link.is_dashed = kind == ChangeKind::ended;
  }

  // Of all, shown or not: the filter says in the picture what is left out.
  std::size_t count(ChangeKind kind) const {
    const auto in = [&](const std::vector<ChangeKind>& all) {
      return static_cast<std::size_t>(std::count(all.begin(), all.end(), kind));
    };
    return in(changes_.actors) + in(changes_.agreements);
  }

  Scene& scene_;
  const ChangeMarks& changes_;
  const SubNetwork& part_;
};

void move(Scene& scene, Vec2 by) {
  for (Polygon& polygon : scene.polygons) {
    for (std::vector<Vec2>& ring : polygon.rings) {
      for (Vec2& point : ring) point = point + by;
    }
  }
  for (Outline& outline : scene.outlines) {
    for (Vec2& point : outline.points) point = point + by;
  }
  for (Link& link : scene.links) {
    link.from = link.from + by;
    link.to = link.to + by;
  }
  for (Mark& mark : scene.marks) mark.centre = mark.centre + by;
  for (Label& label : scene.labels) label.at = label.at + by;
  scene.bounds = {scene.bounds.min + by, scene.bounds.max + by};
}

// ---- land cut to a frame, so that one picture's does not lie under the other's ----

enum class Edge { left, top, right, bottom };

bool is_within(Vec2 p, const Rect& frame, Edge edge) {
  switch (edge) {
    case Edge::left:
      return p.x >= frame.min.x;
    case Edge::top:
      return p.y >= frame.min.y;
    case Edge::right:
      return p.x <= frame.max.x;
    case Edge::bottom:
      return p.y <= frame.max.y;
  }
  return true;
}

Vec2 where_it_crosses(Vec2 a, Vec2 b, const Rect& frame, Edge edge) {
  const bool is_across = edge == Edge::left || edge == Edge::right;
  const float at = edge == Edge::left    ? frame.min.x
                   : edge == Edge::right ? frame.max.x
                   : edge == Edge::top   ? frame.min.y
                                         : frame.max.y;
  const float share = is_across ? (at - a.x) / (b.x - a.x) : (at - a.y) / (b.y - a.y);
  return a + (b - a) * share;
}

// Sutherland and Hodgman: Reentrant polygon clipping, 1974.
std::vector<Vec2> cut_ring(std::vector<Vec2> ring, const Rect& frame) {
  for (const Edge edge : {Edge::left, Edge::top, Edge::right, Edge::bottom}) {
    std::vector<Vec2> cut;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Vec2 a = ring[(i + ring.size() - 1) % ring.size()], b = ring[i];
      const bool a_is_in = is_within(a, frame, edge), b_is_in = is_within(b, frame, edge);
      if (a_is_in != b_is_in) cut.push_back(where_it_crosses(a, b, frame, edge));
      if (b_is_in) cut.push_back(b);
    }
    ring = std::move(cut);
  }
  return ring;
}

// A line ends where it leaves the frame, at its last point inside, and begins anew where it comes back.
void cut_outline(const Outline& outline, const Rect& frame, std::vector<Outline>& into) {
  Outline part = outline;
  part.points.clear();
  const auto put = [&] {
    if (part.points.size() > 1) into.push_back(part);
    part.points.clear();
  };
  for (const Vec2 point : outline.points) {
    if (frame.contains(point)) {
      part.points.push_back(point);
    } else {
      put();
    }
  }
  put();
}

void cut_land(Scene& scene, const Rect& frame) {
  for (Polygon& polygon : scene.polygons) {
    for (std::vector<Vec2>& ring : polygon.rings) ring = cut_ring(std::move(ring), frame);
    std::erase_if(polygon.rings, [](const std::vector<Vec2>& ring) { return ring.size() < 3; });
  }
  std::erase_if(scene.polygons, [](const Polygon& polygon) { return polygon.rings.empty(); });
  std::vector<Outline> outlines;
  for (const Outline& outline : scene.outlines) cut_outline(outline, frame, outlines);
  scene.outlines = std::move(outlines);
  std::erase_if(scene.labels, [&](const Label& label) { return !frame.contains(label.at); });
  Outline around;
  around.points = {frame.min, {frame.max.x, frame.min.y}, frame.max, {frame.min.x, frame.max.y}, frame.min};
  around.colour = scene.theme.border;
  scene.outlines.push_back(std::move(around));
  scene.bounds = frame;
}

template <class Shape>
void append(std::vector<Shape>& to, std::vector<Shape>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void put_title(Scene& scene, const std::string& words) {
  Label label;
  label.at = scene.bounds.min;
  label.text = words;
  label.size_px = 15;
  label.is_bold = label.is_heading = true;
  label.colour = scene.theme.text;
  label.halo = scene.canvas;
  label.importance = 1e6F;
  scene.labels.push_back(std::move(label));
}

}  // namespace

ChangeKind ChangeMarks::of(PickId pick, const SubNetwork& part) const {
  if (pick.kind == PickId::Kind::actor && pick.index < actors.size()) return actors[pick.index];
  if (pick.kind == PickId::Kind::agreement && pick.index < agreements.size()) return agreements[pick.index];
  if (pick.kind != PickId::Kind::party || pick.index >= part.participations.size()) return ChangeKind::none;
  const Participation& participation = part.participations[pick.index];
  const std::size_t agreement = participation.agreement.value;
  if (agreement < agreements.size() && agreements[agreement] != ChangeKind::changed &&
      agreements[agreement] != ChangeKind::none) {
    return agreements[agreement];
  }
  if (agreement >= parties.size() || participation.party >= parties[agreement].size()) return ChangeKind::none;
  return parties[agreement][participation.party];
}

void mark_changes(Scene& scene, const ChangeMarks& changes, const SubNetwork& part, const ChangeWords& words,
                  ComparedSides sides) {
  if (sides == ComparedSides::beside) {
    constexpr float margin = 0.08F, between = 1.03F;  // of the width
    cut_land(scene, scene.bounds.grown(margin * scene.bounds.width()));
    Scene after = scene;
    const Vec2 by{scene.bounds.width() * between, 0};
    mark_changes(scene, changes, part, words, ComparedSides::before);
    mark_changes(after, changes, part, words, ComparedSides::after);
    put_title(scene, words.before);
    move(after, by);
    put_title(after, words.after);
    append(scene.polygons, after.polygons);
    append(scene.outlines, after.outlines);
    append(scene.links, after.links);
    append(scene.marks, after.marks);
    append(scene.labels, after.labels);
    scene.bounds.max = after.bounds.max;
    scene.insets.clear();
    return;
  }
  ChangeMarker marker(scene, changes, part);
  if (sides == ComparedSides::before) marker.leave_out(ChangeKind::added);
  if (sides == ComparedSides::after) marker.leave_out(ChangeKind::ended);
  marker.bring_forward();
  marker.explain(words);
}

}  // namespace samverka
