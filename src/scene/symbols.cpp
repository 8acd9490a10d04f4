// Marks and bent lines as points: one definition for the window, SVG, PNG and picking.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "scene/scene.h"

namespace samverka {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

// A regular polygon with the area of a disc of that radius, first corner at `turn` from straight up.
std::vector<Vec2> regular(int corners, Vec2 centre, float radius, float turn) {
  const float n = static_cast<float>(corners);
  const float reach = radius * std::sqrt(2 * pi / (n * std::sin(2 * pi / n)));
  std::vector<Vec2> points;
  for (int i = 0; i < corners; ++i) {
    const float angle = turn + 2 * pi * static_cast<float>(i) / n;
    points.push_back({centre.x + reach * std::sin(angle), centre.y - reach * std::cos(angle)});
  }
  return points;
}

std::vector<Vec2> star(Vec2 centre, float radius) {
  std::vector<Vec2> points;
  for (int i = 0; i < 10; ++i) {
    const float reach = radius * (i % 2 == 0 ? 1.35F : 0.62F);
    const float angle = pi * static_cast<float>(i) / 5;
    points.push_back({centre.x + reach * std::sin(angle), centre.y - reach * std::cos(angle)});
  }
  return points;
}

std::vector<Vec2> cross(Vec2 c, float radius) {
  const float reach = radius * 1.08F;
  const float arm = radius * 0.42F;
  return {{c.x - arm, c.y - reach}, {c.x + arm, c.y - reach}, {c.x + arm, c.y - arm},   {c.x + reach, c.y - arm},
          {c.x + reach, c.y + arm}, {c.x + arm, c.y + arm},   {c.x + arm, c.y + reach}, {c.x - arm, c.y + reach},
          {c.x - arm, c.y + arm},   {c.x - reach, c.y + arm}, {c.x - reach, c.y - arm}, {c.x - arm, c.y - arm}};
}

// A triangle's weight lies below its middle: moved so that it looks centred.
std::vector<Vec2> triangle(Vec2 centre, float radius, bool points_up) {
  const float shift = radius * (points_up ? 0.14F : -0.14F);
  return regular(3, {centre.x, centre.y + shift}, radius * 0.94F, points_up ? 0 : pi);
}

}  // namespace

Symbol parse_symbol(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Symbol>, 10> names{{{"disc", Symbol::disc},
                                                                       {"square", Symbol::square},
                                                                       {"diamond", Symbol::diamond},
                                                                       {"triangle", Symbol::triangle},
                                                                       {"hexagon", Symbol::hexagon},
                                                                       {"pentagon", Symbol::pentagon},
                                                                       {"cross", Symbol::cross},
                                                                       {"ring", Symbol::ring},
                                                                       {"star", Symbol::star},
                                                                       {"triangle_down", Symbol::triangle_down}}};
  for (const auto& [word, symbol] : names) {
    if (word == name) return symbol;
  }
  return Symbol::disc;
}

std::vector<Vec2> symbol_corners(Symbol symbol, Vec2 centre, float radius) {
  switch (symbol) {
    case Symbol::square:
      return regular(4, centre, radius, pi / 4);
    case Symbol::diamond:
      return regular(4, centre, radius, 0);
    case Symbol::triangle:
      return triangle(centre, radius, true);
    case Symbol::triangle_down:
      return triangle(centre, radius, false);
    case Symbol::hexagon:
      return regular(6, centre, radius, pi / 6);
    case Symbol::pentagon:
      return regular(5, centre, radius, 0);
    case Symbol::cross:
      return cross(centre, radius);
    case Symbol::star:
      return star(centre, radius);
    case Symbol::disc:
    case Symbol::ring:
      break;
  }
  return {};
}

Vec2 bend_control(Vec2 from, Vec2 to, float bend) {
  const Vec2 step = to - from;
  // A quadratic curve reaches half way to its control point, hence twice the sagitta.
  return (from + to) * 0.5F + Vec2{step.y, -step.x} * (2 * bend);
}

void flatten_bend(Vec2 from_px, Vec2 to_px, float bend, std::vector<Vec2>& points) {
  points.clear();
  points.push_back(from_px);
  if (bend != 0) {
    const Vec2 control = bend_control(from_px, to_px, bend);
    // Error of n pieces is sagitta / n²; a quarter of a pixel is not seen.
    const float sagitta = std::abs(bend) * distance(from_px, to_px);
    const int pieces = static_cast<int>(std::clamp(std::ceil(std::sqrt(sagitta * 4)), 1.0F, 32.0F));
    for (int i = 1; i < pieces; ++i) {
      const float t = static_cast<float>(i) / static_cast<float>(pieces);
      const float s = 1 - t;
      points.push_back(from_px * (s * s) + control * (2 * s * t) + to_px * (t * t));
    }
  }
  points.push_back(to_px);
}

}  // namespace samverka
