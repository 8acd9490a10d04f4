#include "desktop/gl_scene.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "base/check.h"
#include "desktop/gl_scene_shaders.h"
#include "render/picture.h"

namespace samverka {
namespace {

// As the CPU raster has them.
constexpr float dash_px = 4.5F;
constexpr float dash_gap_px = 3.5F;
constexpr float most_pieces = 32;  // of a bent line
constexpr int most_samples = 8;

struct BorderRow {
  Vec2 a, b;
  float width = 1;
  Rgba colour;
};
struct LinkRow {
  Vec2 from, to;
  float bend = 0, width = 1, is_dashed = 0;
  Rgba colour;
};
struct MarkRow {
  Vec2 centre;
  float radius = 0, outline = 0, symbol = 0;
  Rgba fill, rim;
};

void clear(Rgba colour) {
  constexpr float full = 255;
  glClearColor(static_cast<float>(colour.r) / full, static_cast<float>(colour.g) / full,
               static_cast<float>(colour.b) / full, 1);
  glClearStencil(0);
  glClear(GL_COLOR_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
}

// What all that follows expects, whatever was drawn before. ImGui's back end sets its own state each time.
void set_plain_state() {
  for (const GLenum off : {GL_SCISSOR_TEST, GL_DEPTH_TEST, GL_CULL_FACE, GL_STENCIL_TEST}) glDisable(off);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

GLint framebuffer_now() {
  GLint bound = 0;
  glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &bound);
  return bound;
}

int greatest_side() {
  GLint texture = 0;
  GLint buffer = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &buffer);
  return std::max(1, std::min(texture, buffer));
}

std::string nth(const char* name, std::size_t i) { return std::string(name) + "[" + std::to_string(i) + "]"; }

void send_symbols(const GlProgram& program) {
  constexpr std::size_t symbols = 10;
  constexpr std::size_t most_corners = 12;
  program.use();
  for (std::size_t s = 0; s < symbols; ++s) {
    const std::vector<Vec2> corners = symbol_corners(static_cast<Symbol>(s), {0, 0}, 1);
    SAM_CHECK(corners.size() <= most_corners, "a symbol has more corners than the card is told of");
    program.set(nth("counts", s).c_str(), static_cast<int>(corners.size()));
    for (std::size_t i = 0; i < corners.size(); ++i)
      program.set(nth("corners", s * most_corners + i).c_str(), corners[i]);
  }
  program.set("ring", static_cast<int>(Symbol::ring));
  program.set("hole", ring_hole);
}

// Step, place of the world's origin in it, and half a line, all along a row of pixels. In doubles: far from the origin
// a float would let the lines jump about.
void send_hatching(const GlProgram& program, const Camera& camera, float ratio) {
  const double step = std::max(2.0, std::round(static_cast<double>(hatch_step_px * ratio)));
  const auto place = [&](float centre, float extent) {
    return 0.5 * static_cast<double>(extent) - static_cast<double>(centre) * static_cast<double>(camera.scale);
  };
  const double origin =
      std::round(place(camera.centre.x, camera.viewport_px.x) + place(camera.centre.y, camera.viewport_px.y));
  const double within = std::isfinite(origin) ? origin - std::floor(origin / step) * step : 0;
  program.set("hatching", static_cast<float>(step), static_cast<float>(within),
              0.5F * hatch_line_px * ratio * std::numbers::sqrt2_v<float>);
}

}  // namespace

GlScene::~GlScene() {
  for (const unsigned framebuffer : {soft_, flat_}) {
    if (framebuffer) glDeleteFramebuffers(1, &framebuffer);
  }
  for (const unsigned buffer : {soft_colour_, soft_stencil_, flat_colour_}) {
    if (buffer) glDeleteRenderbuffers(1, &buffer);
  }
  if (overlay_) glDeleteTextures(1, &overlay_);
}

bool GlScene::set_up() {
  if (epoxy_gl_version() < 33) return false;
  const bool is_built = area_program_.build(shaders::area_vertex, shaders::area_fragment) &&
                        border_program_.build(shaders::border_vertex, shaders::border_fragment) &&
                        link_program_.build(shaders::link_vertex, shaders::link_fragment) &&
                        mark_program_.build(shaders::mark_vertex, shaders::mark_fragment) &&
                        overlay_program_.build(shaders::overlay_vertex, shaders::overlay_fragment);
  if (!is_built) return false;
  send_symbols(mark_program_);
  overlay_rows_.load(nullptr, 0);  // no attributes: what it draws is made of vertex numbers alone
  return true;
}

// The framebuffers in that size. Several samples a pixel for what is filled, one for what softens its own edges.
bool GlScene::fit(int width, int height) {
  if (flat_ && width == width_ && height == height_) return true;
  if (!flat_) {
    glGenFramebuffers(1, &soft_);
    glGenFramebuffers(1, &flat_);
    for (unsigned* buffer : {&soft_colour_, &soft_stencil_, &flat_colour_}) glGenRenderbuffers(1, buffer);
  }
  while (glGetError() != GL_NO_ERROR) continue;  // what others left
  GLint samples = 0;
  glGetIntegerv(GL_MAX_SAMPLES, &samples);
  samples = std::min(samples, most_samples);
  glBindRenderbuffer(GL_RENDERBUFFER, soft_colour_);
  glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_RGBA8, width, height);
  glBindRenderbuffer(GL_RENDERBUFFER, soft_stencil_);
  glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_DEPTH24_STENCIL8, width, height);
  glBindRenderbuffer(GL_RENDERBUFFER, flat_colour_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  glBindFramebuffer(GL_FRAMEBUFFER, soft_);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, soft_colour_);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, soft_stencil_);
  const bool is_soft = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  glBindFramebuffer(GL_FRAMEBUFFER, flat_);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, flat_colour_);
  const bool is_flat = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  const bool is_sound = is_soft && is_flat && glGetError() == GL_NO_ERROR;
  width_ = is_sound ? width : 0;
  height_ = is_sound ? height : 0;
  return is_sound;
}

// ---- shapes to rows ----

void GlScene::take_areas(const Scene& scene) {
  std::vector<Vec2> points;
  ring_starts_.clear();
  ring_counts_.clear();
  areas_.clear();
  for (const Polygon& polygon : scene.polygons) {
    if (polygon.fill.a == 0) continue;
    Area area{ring_starts_.size(), 0, 0, {}, polygon.fill, polygon.hatch};
    for (const std::vector<Vec2>& ring : polygon.rings) {
      const std::size_t first = points.size();
      std::copy_if(ring.begin(), ring.end(), std::back_inserter(points), is_finite);
      ring_starts_.push_back(static_cast<int>(first));
      ring_counts_.push_back(static_cast<int>(points.size() - first));
      for (std::size_t i = first; i < points.size(); ++i) area.box.include(points[i]);
    }
    area.rings = ring_starts_.size() - area.first_ring;
    if (area.box.is_empty()) continue;
    area.cover = static_cast<int>(points.size());
    const Rect& box = area.box;
    points.insert(points.end(), {box.min, {box.max.x, box.min.y}, {box.min.x, box.max.y}, box.max});
    areas_.push_back(area);
  }
  points_.load(points.data(), points.size() * sizeof(Vec2));
  points_.describe(0, 2, GlRows::Kind::floats, sizeof(Vec2), 0, false);
}

void GlScene::take_borders(const Scene& scene) {
  std::vector<BorderRow> rows;
  batches_.clear();
  for (const Outline& outline : scene.outlines) {
    if (outline.colour.a == 0 || !(outline.width_px > 0)) continue;
    if (batches_.empty() || batches_.back().colour != outline.colour)
      batches_.push_back({static_cast<int>(rows.size()), 0, outline.colour});
    for (std::size_t i = 1; i < outline.points.size(); ++i) {
      if (!is_finite(outline.points[i - 1]) || !is_finite(outline.points[i])) continue;
      rows.push_back({outline.points[i - 1], outline.points[i], outline.width_px, outline.colour});
      ++batches_.back().count;
    }
  }
  borders_.load(rows.data(), rows.size() * sizeof(BorderRow));
}

void GlScene::take_links(const Scene& scene) {
  std::vector<LinkRow> rows;
  greatest_sagitta_ = 0;
  for (const Link& link : scene.links) {
    const bool is_sound = is_finite(link.from) && is_finite(link.to) && std::isfinite(link.bend);
    if (!is_sound || link.colour.a == 0 || !(link.width_px > 0)) continue;
    const float bend = std::clamp(link.bend, -1.0F, 1.0F);
    greatest_sagitta_ = std::max(greatest_sagitta_, std::abs(bend) * distance(link.from, link.to));
    rows.push_back({link.from, link.to, bend, link.width_px, link.is_dashed ? 1.0F : 0.0F, link.colour});
  }
  link_count_ = static_cast<int>(rows.size());
  links_.load(rows.data(), rows.size() * sizeof(LinkRow));
  links_.describe(0, 4, GlRows::Kind::floats, sizeof(LinkRow), 0, true);
  links_.describe(1, 3, GlRows::Kind::floats, sizeof(LinkRow), offsetof(LinkRow, bend), true);
  links_.describe(2, 4, GlRows::Kind::colour, sizeof(LinkRow), offsetof(LinkRow, colour), true);
}

void GlScene::take_marks(const Scene& scene) {
  std::vector<MarkRow> rows;
  for (const Mark& mark : scene.marks) {
    if (!is_finite(mark.centre) || !(mark.radius_px > 0)) continue;
    const float outline = mark.outline_px > 0 && mark.outline.a > 0 ? mark.outline_px : 0;
    rows.push_back({mark.centre, mark.radius_px, outline, static_cast<float>(mark.symbol), mark.fill, mark.outline});
  }
  mark_count_ = static_cast<int>(rows.size());
  marks_.load(rows.data(), rows.size() * sizeof(MarkRow));
  marks_.describe(0, 2, GlRows::Kind::floats, sizeof(MarkRow), 0, true);
  marks_.describe(1, 3, GlRows::Kind::floats, sizeof(MarkRow), offsetof(MarkRow, radius), true);
  marks_.describe(2, 4, GlRows::Kind::colour, sizeof(MarkRow), offsetof(MarkRow, fill), true);
  marks_.describe(3, 4, GlRows::Kind::colour, sizeof(MarkRow), offsetof(MarkRow, rim), true);
}

// ---- rows to pixels ----

void GlScene::set_camera(const GlProgram& program, const Camera& camera, float ratio) const {
  program.use();
  program.set("centre", camera.centre);
  program.set("middle", camera.viewport_px * 0.5F);
  program.set("scale", camera.scale);
  program.set("viewport", Vec2{static_cast<float>(width_), static_cast<float>(height_)});
  program.set("ratio", ratio);
}

// Even-odd without cutting into triangles: each ring as a fan turns a bit of the stencil, and where it ends up set, the
// area's box is painted, which clears it again.
void GlScene::draw_areas(const Camera& camera, float ratio) const {
  const Rect view = camera.world_view();
  set_camera(area_program_, camera, ratio);
  send_hatching(area_program_, camera, ratio);
  points_.bind();
  for (const Area& area : areas_) {
    if (!area.box.overlaps(view)) continue;
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    glStencilFunc(GL_ALWAYS, 0, 1);
    glStencilOp(GL_KEEP, GL_KEEP, GL_INVERT);
    glMultiDrawArrays(GL_TRIANGLE_FAN, ring_starts_.data() + area.first_ring, ring_counts_.data() + area.first_ring,
                      static_cast<GLsizei>(area.rings));
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glStencilFunc(GL_NOTEQUAL, 0, 1);
    glStencilOp(GL_ZERO, GL_ZERO, GL_ZERO);
    area_program_.set("fill", area.fill);
    area_program_.set("hatch", area.hatch);
    glDrawArrays(GL_TRIANGLE_STRIP, area.cover, 4);
  }
}

// Borders of one colour are one shape: each paints only where the stencil has not seen that batch yet.
void GlScene::draw_borders(const Camera& camera, float ratio) const {
  constexpr int batches_a_stencil = 255;
  set_camera(border_program_, camera, ratio);
  borders_.bind();
  glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
  int batch_number = 0;
  for (const Batch& batch : batches_) {
    if (batch.count == 0) continue;
    const int number = batch_number++ % batches_a_stencil + 1;
    if (number == 1) glClear(GL_STENCIL_BUFFER_BIT);
    glStencilFunc(GL_NOTEQUAL, number, 0xFF);
    // OpenGL 3.3 has no first instance: the attributes begin where the batch does.
    const std::size_t row = static_cast<std::size_t>(batch.first) * sizeof(BorderRow);
    borders_.describe(0, 4, GlRows::Kind::floats, sizeof(BorderRow), row, true);
    borders_.describe(1, 1, GlRows::Kind::floats, sizeof(BorderRow), row + offsetof(BorderRow, width), true);
    borders_.describe(2, 4, GlRows::Kind::colour, sizeof(BorderRow), row + offsetof(BorderRow, colour), true);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, batch.count);
  }
}

void GlScene::draw_links(const Camera& camera, float ratio) const {
  if (link_count_ == 0) return;
  set_camera(link_program_, camera, ratio);
  // As many pieces as the most bent one needs to be within a quarter of a pixel: its sagitta over their square.
  const float wanted = std::ceil(std::sqrt(4 * greatest_sagitta_ * camera.scale));
  const int pieces = static_cast<int>(std::clamp(wanted, 1.0F, most_pieces));
  link_program_.set("pieces", pieces);
  link_program_.set("dashes", Vec2{dash_px, dash_gap_px} * ratio);
  links_.bind();
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 2 * (pieces + 1), link_count_);
}

void GlScene::draw_marks(const Camera& camera, float ratio) const {
  if (mark_count_ == 0 || !(camera.mark_scale > 0)) return;
  set_camera(mark_program_, camera, ratio);
  mark_program_.set("mark_scale", camera.mark_scale);
  marks_.bind();
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, mark_count_);
}

bool GlScene::draw(const Scene& scene, std::uint64_t scene_revision, const Camera& camera, float pixel_ratio) {
  const GLint target = framebuffer_now();
  const auto limit = static_cast<float>(greatest_side());
  const auto side = [limit](float px) { return px >= 1 ? static_cast<int>(std::min(px, limit)) : 1; };
  const float ratio = pixel_ratio > 0 ? std::min(pixel_ratio, 16.0F) : 1;
  const bool has_room = fit(side(camera.viewport_px.x), side(camera.viewport_px.y));
  if (has_room) {
    if (!has_scene_ || scene_revision != taken_scene_) {
      take_areas(scene);
      take_borders(scene);
      take_links(scene);
      take_marks(scene);
      taken_scene_ = scene_revision;
      has_scene_ = true;
    }
    set_plain_state();
    glViewport(0, 0, width_, height_);
    glBindFramebuffer(GL_FRAMEBUFFER, soft_);
    clear(scene.canvas);
    glEnable(GL_STENCIL_TEST);
    draw_areas(camera, ratio);
    draw_borders(camera, ratio);
    glDisable(GL_STENCIL_TEST);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, flat_);
    glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, flat_);
    draw_links(camera, ratio);
    draw_marks(camera, ratio);
    glBindVertexArray(0);
  }
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(target));
  return has_room;
}

void GlScene::lay_over(const Pixels& premultiplied) {
  if (width_ == 0 || premultiplied.rgba.empty()) return;
  const GLint target = framebuffer_now();
  const int width = std::min(premultiplied.width, greatest_side());
  const int height = std::min(premultiplied.height, greatest_side());
  const bool is_first = overlay_ == 0;
  if (is_first) glGenTextures(1, &overlay_);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, overlay_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, premultiplied.width);
  if (!is_first && width == overlay_width_ && height == overlay_height_) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, premultiplied.rgba.data());
  } else {
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
      glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, premultiplied.rgba.data());
  }
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  overlay_width_ = width;
  overlay_height_ = height;
  set_plain_state();
  glViewport(0, 0, width_, height_);
  glBindFramebuffer(GL_FRAMEBUFFER, flat_);
  overlay_program_.use();
  overlay_program_.set("picture", 0);
  overlay_program_.set("height", static_cast<float>(height_));
  overlay_rows_.bind();
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glBindVertexArray(0);
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(target));
}

}  // namespace samverka
