#pragma once
// What there is to see, as flat lists of shapes: the window, SVG and PNG all draw from the same. Positions are in the
// world of the view (map: km, network: edge lengths; y down); sizes of marks, lines and text are in pixels at scale 1,
// so that they stay the same while zooming (marks follow a little: Camera::mark_scale). Colours are final: a theme is
// chosen when the scene is built.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "model/network.h"

namespace samverka {

struct Rgba {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Rgba&) const = default;
};
Rgba parse_colour(std::string_view hex);  // "#RRGGBB"; magenta if malformed, so that it is seen
Rgba with_alpha(Rgba colour, float alpha);
double contrast_ratio(Rgba a, Rgba b);        // WCAG 2.1 relative luminance
Rgba mixed(Rgba from, Rgba to, float share);  // share 0 gives from, 1 to; alpha is mixed too

// The named colours of a theme. Text colours keep 4.5:1 against background and panel, 7:1 in high contrast.
struct Theme {
  bool is_dark = false;
  bool is_high_contrast = false;
  bool is_colour_safe = false;  // groups in colours that the colour-blind tell apart
  Rgba background, panel, border, text, muted, accent, accent_soft, canvas, land, land_border, county_border, warning;
  Rgba sea, coast;        // the map's canvas and its outermost line
  Rgba tie, unconfirmed;  // lines, drawn with an alpha that follows their number
};
const Theme& light_theme();
const Theme& dark_theme();
struct ThemeChoice {
  bool is_dark = false, is_high_contrast = false, is_colour_safe = false;
  bool operator==(const ThemeChoice&) const = default;
};
const Theme& theme_of(ThemeChoice choice);

// What a shape stands for: 0 is nothing.
struct PickId {
  enum class Kind : std::uint8_t {
    none,
    actor,
    agreement,
    party,
    municipality_area,
    county_area,
    fold,     // the units folded into an actor
    tie,      // straight between two nodes of the network picture
    cluster,  // actors drawn as one
    county_pair,
  };
  Kind kind = Kind::none;
  // ActorId or AgreementId value; place in SubNetwork::participations; code of an area; place in Projection::ties;
  // number of a class (Classes); of two counties the lower code times 100, plus the other
  std::uint32_t index = 0;
  bool operator==(const PickId&) const = default;
};

enum class Symbol : std::uint8_t {
  disc,
  square,
  diamond,
  triangle,
  hexagon,
  pentagon,
  cross,
  ring,
  star,
  triangle_down
};
Symbol parse_symbol(std::string_view name);  // disc if unknown
// Corners of a symbol whose area looks as large as a disc of that radius; empty for disc and ring, which are round.
std::vector<Vec2> symbol_corners(Symbol symbol, Vec2 centre, float radius);
constexpr float ring_hole = 0.5F;  // inner radius of a ring as a share of the outer

struct Mark {
  Vec2 centre;
  float radius_px = 5;
  Symbol symbol = Symbol::disc;
  Rgba fill, outline;
  float outline_px = 0;
  PickId pick;
};

// A line between two places; bend 0 is straight, else the sagitta as a share of the length (a quadratic curve).
struct Link {
  Vec2 from, to;
  float bend = 0;
  float width_px = 1;
  Rgba colour;
  bool is_dashed = false;
  PickId pick;
};
Vec2 bend_control(Vec2 from, Vec2 to, float bend);  // control point of the quadratic curve
// Points along the curve, both ends included, so close that the polyline is within a quarter of a pixel of it.
void flatten_bend(Vec2 from_px, Vec2 to_px, float bend, std::vector<Vec2>& points);

struct Polygon {
  std::vector<std::vector<Vec2>> rings;  // even-odd; closed without repeating the first point
  Rgba fill;
  PickId pick;
  Rgba hatch{0, 0, 0, 0};  // thin slanting lines over the fill, a few pixels apart at any zoom; alpha 0: none
};

struct Outline {  // borders, drawn once where two areas share them
  std::vector<Vec2> points;
  float width_px = 1;
  Rgba colour;
};

struct Label {
  Vec2 at;             // world
  float clear_px = 0;  // radius of the mark that the text must keep away from
  std::string text;
  float size_px = 12;
  bool is_bold = false;
  bool is_heading = false;  // stands above, from `at` to the right, and nowhere else
  bool is_inside = false;   // stands in the middle of its mark, and nowhere else
  Rgba colour, halo;
  float importance = 0;    // higher wins a place
  float may_hide = 0.06F;  // share of its box that may stand on marks of others
  PickId pick;
};

struct LegendRow {
  // What a click filters: a group's code, or "agreement", "confirmed", "unconfirmed", "founding", "folded". A row that
  // only explains (is_switch false) has a code too.
  std::string code;
  std::string text;
  std::size_t count = 0;
  bool has_count = true;
  bool is_on = true;
  bool is_switch = true;  // false: the row only tells, and a click on it does nothing
  enum class Sign : std::uint8_t { symbol, line, dashed_line, area, heading, text } sign = Sign::symbol;
  Symbol symbol = Symbol::disc;
  Rgba colour;
  Rgba hatch{0, 0, 0, 0};     // of an area
  std::vector<Rgba> colours;  // of an area: drawn side by side instead of `colour`, where it may have any of them
};

struct Caption {  // the lines that follow a picture wherever it goes
  std::string title, filter, source, date;
  std::string illustrative;  // set for synthetic data: drawn as a mark across a corner
};

struct Inset {  // a part worth enlarging where a page has room beside the picture
  std::string title;
  Rect bounds;
};

struct Scene {
  std::vector<Polygon> polygons;
  std::vector<Outline> outlines;
  std::vector<Link> links;
  std::vector<Mark> marks;  // later ones on top
  std::vector<Label> labels;
  std::vector<LegendRow> legend;
  Caption caption;
  Rgba canvas;
  Rect bounds;                         // what "fit" shows
  std::vector<Inset> insets;           // most worthy first
  bool is_map = false;                 // km: a scale bar makes sense
  Theme theme = light_theme();         // for what stands around the picture: panels, captions
  std::string digit_group = "\u202F";  // between thousands in counts
};

// Width of text in pixels: an interface, so that labels land in the same place on screen, in SVG and in tests.
class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  virtual float width(std::string_view text, float size_px, bool is_bold) const = 0;
  virtual float ascent(float size_px) const = 0;  // baseline to top of capitals, positive
  virtual float height(float size_px) const = 0;  // a line
};

// From world to pixels and back: the world point `centre` is in the middle of the viewport.
struct Camera {
  Vec2 centre;
  float scale = 1;  // pixels per world unit
  Vec2 viewport_px{1, 1};
  // Times the radius of every mark (outlines stay): where the window zooms, marks grow and shrink a little, so that a
  // whole country does not clot. Documents draw at 1.
  float mark_scale = 1;

  Vec2 screen_from_world(Vec2 world) const { return (world - centre) * scale + viewport_px * 0.5F; }
  Vec2 world_from_screen(Vec2 px) const { return (px - viewport_px * 0.5F) * (1.0F / scale) + centre; }
  Rect world_view() const { return {world_from_screen({0, 0}), world_from_screen(viewport_px)}; }
  Camera zoomed_at(Vec2 px, float factor) const;  // the world point under px stays there
};
// Shows `bounds` whole with a margin; finite and positive scale even for empty bounds or a 0×0 viewport.
Camera fit(const Rect& bounds, Vec2 viewport_px, float margin_px);

struct PlacedLabel {
  std::size_t label = 0;  // index into scene.labels
  Vec2 baseline_px;       // left end of the baseline
  Rect box_px;
};
// Greedy by importance: a label that would cover a placed label is dropped. Deterministic.
std::vector<PlacedLabel> place_labels(const Scene& scene, const Camera& camera, const TextMeasure& measure,
                                      std::size_t at_most = 400);

// What is meant at a pixel: marks first (within radius + 3 px), then links (within 4 px), of each the one whose middle
// is nearest and of equally near ones the topmost; then areas. Linear.
PickId pick_at(const Scene& scene, const Camera& camera, Vec2 px);

}  // namespace samverka
