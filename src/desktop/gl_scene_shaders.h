#pragma once
// What runs on the card for gl_scene.cpp. Colours leave every fragment program times their alpha.
namespace samverka::shaders {

// Every vertex program sees the world through these. A place that a float no longer tells from the next pixel is left
// out, as the raster of the CPU leaves it out: the shape goes behind the camera.
#define SAMVERKA_CAMERA                                                                                          \
  "#version 330 core\n"                                                                                          \
  "uniform vec2 centre; uniform vec2 middle; uniform float scale; uniform vec2 viewport; uniform float ratio;\n" \
  "const float greatest = 400.0;\n"                                                                              \
  "vec2 pixel(vec2 world) { return (world - centre) * scale + middle; }\n"                                       \
  "bool is_near(vec2 px) { return abs(px.x) < 1e7 && abs(px.y) < 1e7; }\n"                                       \
  "vec4 placed(vec2 px) {\n"                                                                                     \
  "  return vec4(px.x / viewport.x * 2.0 - 1.0, 1.0 - px.y / viewport.y * 2.0, 0, 1);\n"                         \
  "}\n"                                                                                                          \
  "const vec4 nowhere = vec4(0, 0, 2, 1);\n"

constexpr const char* area_vertex = SAMVERKA_CAMERA
    "layout(location = 0) in vec2 world;\n"
    "void main() { gl_Position = placed(pixel(world)); }\n";

// The hatching goes by columns and rows of pixels, so that its lines are alike everywhere: `hatching` is the step along
// a row, where in a step the world's origin lies, and half of what a line covers of a row.
constexpr const char* area_fragment =
    "#version 330 core\n"
    "uniform vec4 fill; uniform vec4 hatch; uniform vec3 hatching; uniform vec2 viewport; out vec4 ink;\n"
    "void main() {\n"
    "  vec2 place = vec2(floor(gl_FragCoord.x), viewport.y - 1.0 - floor(gl_FragCoord.y));\n"
    "  float away = abs(mod(place.x + place.y - hatching.y, hatching.x) - 0.5 * hatching.x);\n"
    "  float over = hatch.a * clamp(hatching.z + 0.5 - away, 0.0, 1.0);\n"
    "  float below = fill.a * (1.0 - over);\n"
    "  ink = vec4(hatch.rgb * over + fill.rgb * below, over + below);\n"
    "}\n";

// A piece of a border as a rectangle, a little longer than it is, so that joints have no notches. Thinner than a pixel:
// as wide as one and paler.
constexpr const char* border_vertex = SAMVERKA_CAMERA
    "layout(location = 0) in vec4 ends; layout(location = 1) in float width; layout(location = 2) in vec4 colour;\n"
    "flat out vec4 tint;\n"
    "void main() {\n"
    "  vec2 a = pixel(ends.xy); vec2 b = pixel(ends.zw);\n"
    "  float far = length(b - a);\n"
    "  vec2 along = far > 0.0 ? (b - a) / far : vec2(1, 0);\n"
    "  vec2 across = vec2(-along.y, along.x);\n"
    "  float drawn = min(width * ratio, greatest);\n"
    "  float reach = max(drawn, 1.0) * 0.5;\n"
    "  vec2 end = (gl_VertexID & 1) == 0 ? a - along * reach : b + along * reach;\n"
    "  vec2 corner = end + across * ((gl_VertexID & 2) == 0 ? -reach : reach);\n"
    "  gl_Position = is_near(a) && is_near(b) ? placed(corner) : nowhere;\n"
    "  tint = vec4(colour.rgb, colour.a * min(drawn, 1.0));\n"
    "}\n";
constexpr const char* border_fragment =
    "#version 330 core\n"
    "flat in vec4 tint; out vec4 ink;\n"
    "void main() { ink = vec4(tint.rgb * tint.a, tint.a); }\n";

// A bent line as a strip a pixel wider than it is on each side; the fragment program softens its sides and ends. The
// length up to a point of the curve (for dashes) is by Gauss and Legendre's five points, exact enough for a parabola.
constexpr const char* link_vertex = SAMVERKA_CAMERA
    "layout(location = 0) in vec4 ends; layout(location = 1) in vec3 form; layout(location = 2) in vec4 colour;\n"
    "uniform int pieces;\n"
    "out vec2 at; flat out vec4 tint; flat out vec3 shape;\n"
    "float up_to(float t, vec2 first, vec2 last) {\n"
    "  vec2 nodes = vec2(0.5384693101, 0.9061798459); vec3 weights = vec3(0.5688888889, 0.4786286705, 0.2369268851);\n"
    "  float sum = weights.x * length(mix(first, last, 0.5 * t));\n"
    "  for (int i = 0; i < 2; ++i) {\n"
    "    float here = 0.5 * t * (1.0 - nodes[i]); float there = 0.5 * t * (1.0 + nodes[i]);\n"
    "    sum += weights[i + 1] * (length(mix(first, last, here)) + length(mix(first, last, there)));\n"
    "  }\n"
    "  return t * sum;\n"  // half the interval, times twice the half tangent
    "}\n"
    "void main() {\n"
    "  vec2 a = pixel(ends.xy); vec2 b = pixel(ends.zw);\n"
    "  vec2 chord = b - a;\n"
    "  vec2 c = (a + b) * 0.5 + vec2(chord.y, -chord.x) * 2.0 * form.x;\n"
    "  int step = gl_VertexID / 2;\n"
    "  float t = float(step) / float(pieces);\n"
    "  vec2 place = a * (1.0 - t) * (1.0 - t) + c * 2.0 * t * (1.0 - t) + b * t * t;\n"
    "  vec2 ahead = mix(c - a, b - c, t);\n"
    "  float far = length(ahead);\n"
    "  ahead = far > 0.0 ? ahead / far : vec2(1, 0);\n"
    "  float width = min(form.y * ratio, greatest);\n"
    "  float side = (gl_VertexID & 1) == 0 ? -1.0 : 1.0;\n"
    "  float reach = max(width, 1.0) * 0.5 + 1.0;\n"
    "  float end = step == 0 ? -1.0 : step == pieces ? 1.0 : 0.0;\n"
    "  vec2 corner = place + ahead * end + vec2(-ahead.y, ahead.x) * side * reach;\n"
    "  gl_Position = is_near(a) && is_near(b) ? placed(corner) : nowhere;\n"
    "  at = vec2(up_to(t, c - a, b - c) + end, side * reach);\n"
    "  shape = vec3(width, form.z, up_to(1.0, c - a, b - c));\n"
    "  tint = colour;\n"
    "}\n";
constexpr const char* link_fragment =
    "#version 330 core\n"
    "in vec2 at; flat in vec4 tint; flat in vec3 shape; out vec4 ink;\n"
    "uniform vec2 dashes;\n"
    "void main() {\n"
    "  float cover = clamp(max(shape.x, 1.0) * 0.5 + 0.5 - abs(at.y), 0.0, 1.0) * min(shape.x, 1.0);\n"
    "  cover *= clamp(at.x + 0.5, 0.0, 1.0) * clamp(shape.z - at.x + 0.5, 0.0, 1.0);\n"
    "  if (shape.y > 0.5) {\n"
    "    float phase = mod(at.x, dashes.x + dashes.y);\n"
    "    cover *= clamp(min(phase, dashes.x - phase) + 0.5, 0.0, 1.0);\n"
    "  }\n"
    "  float alpha = tint.a * cover;\n"
    "  ink = vec4(tint.rgb * alpha, alpha);\n"
    "}\n";

// A mark over a greater one of its outline's colour, as the CPU draws it.
constexpr const char* mark_vertex = SAMVERKA_CAMERA
    "layout(location = 0) in vec2 world; layout(location = 1) in vec3 form;\n"
    "layout(location = 2) in vec4 fill; layout(location = 3) in vec4 outline;\n"
    "uniform float mark_scale;\n"
    "out vec2 at; flat out vec2 radii; flat out int symbol; flat out vec4 inner; flat out vec4 outer;\n"
    "void main() {\n"
    "  float radius = min(form.x * ratio * mark_scale, greatest);\n"
    "  float rim = min(form.y * ratio, greatest);\n"
    "  float reach = (radius + rim) * 1.6 + 1.5;\n"
    "  at = vec2((gl_VertexID & 1) == 0 ? -reach : reach, (gl_VertexID & 2) == 0 ? -reach : reach);\n"
    "  vec2 middle = pixel(world);\n"
    "  gl_Position = is_near(middle) ? placed(middle + at) : nowhere;\n"
    "  radii = vec2(radius, rim); symbol = int(form.z + 0.5); inner = fill; outer = outline;\n"
    "}\n";
constexpr const char* mark_fragment =
    "#version 330 core\n"
    "in vec2 at; flat in vec2 radii; flat in int symbol; flat in vec4 inner; flat in vec4 outer; out vec4 ink;\n"
    "uniform vec2 corners[120]; uniform int counts[10]; uniform int ring; uniform float hole;\n"
    // Distance to the symbol of that radius, negative inside.
    "float beyond(float radius) {\n"
    "  int count = counts[symbol];\n"
    "  if (count == 0) return length(at) - radius;\n"
    "  float nearest = 1e9; bool is_inside = false;\n"
    "  vec2 a = corners[symbol * 12 + count - 1] * radius;\n"
    "  for (int i = 0; i < count; ++i) {\n"
    "    vec2 b = corners[symbol * 12 + i] * radius;\n"
    "    vec2 edge = b - a;\n"
    "    float t = clamp(dot(at - a, edge) / max(dot(edge, edge), 1e-9), 0.0, 1.0);\n"
    "    nearest = min(nearest, length(at - a - edge * t));\n"
    "    bool is_crossed = (a.y > at.y) != (b.y > at.y);\n"
    "    if (is_crossed && at.x < edge.x * (at.y - a.y) / edge.y + a.x) is_inside = !is_inside;\n"
    "    a = b;\n"
    "  }\n"
    "  return is_inside ? -nearest : nearest;\n"
    "}\n"
    "void main() {\n"
    "  float filled = clamp(0.5 - beyond(radii.x), 0.0, 1.0);\n"
    "  if (symbol == ring) filled -= clamp(radii.x * hole + 0.5 - length(at), 0.0, 1.0);\n"
    "  float rimmed = radii.y > 0.0 ? clamp(0.5 - beyond(radii.x + radii.y), 0.0, 1.0) : 0.0;\n"
    "  float top = max(filled, 0.0) * inner.a; float below = rimmed * outer.a * (1.0 - top);\n"
    "  ink = vec4(inner.rgb * top + outer.rgb * below, top + below);\n"
    "}\n";

// Pixels as they are, the upper left corner of both in one place.
constexpr const char* overlay_vertex =
    "#version 330 core\n"
    "void main() {\n"
    "  gl_Position = vec4((gl_VertexID & 1) == 0 ? -1 : 1, (gl_VertexID & 2) == 0 ? -1 : 1, 0, 1);\n"
    "}\n";
constexpr const char* overlay_fragment =
    "#version 330 core\n"
    "uniform sampler2D picture; uniform float height; out vec4 ink;\n"
    "void main() {\n"
    "  ivec2 place = ivec2(int(gl_FragCoord.x), int(height) - 1 - int(gl_FragCoord.y));\n"
    "  bool is_inside = all(lessThan(place, textureSize(picture, 0)));\n"
    "  ink = is_inside ? texelFetch(picture, place, 0) : vec4(0);\n"
    "}\n";

#undef SAMVERKA_CAMERA

}  // namespace samverka::shaders
