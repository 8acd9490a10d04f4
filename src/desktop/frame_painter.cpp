#include "desktop/frame_painter.h"

#include <backends/imgui_impl_opengl3.h>
#include <epoxy/gl.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

namespace samverka {
namespace {

constexpr unsigned piece_indices = 96;  // sixteen letters: fine enough that a hover redraws a row and not a panel
constexpr std::size_t most_parts = 6;   // more are drawn as one
constexpr float join_waste = 1.4F;      // two parts are drawn as one if that is at most this much more to draw
constexpr std::uint64_t mixer = 0x9E3779B97F4A7C15ULL;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * mixer;
  return hash ^ (hash >> 29);
}

template <class T>
std::uint64_t mixed_bytes(std::uint64_t hash, const T& value) {
  std::uint64_t words[(sizeof(T) + 7) / 8] = {};
  std::memcpy(words, &value, sizeof(T));
  for (const std::uint64_t word : words) hash = mixed(hash, word);
  return hash;
}

Rect clip_of(const ImDrawCmd& command) {
  return {{command.ClipRect.x, command.ClipRect.y}, {command.ClipRect.z, command.ClipRect.w}};
}

Rect common(const Rect& a, const Rect& b) {
  return {{std::max(a.min.x, b.min.x), std::max(a.min.y, b.min.y)},
          {std::min(a.max.x, b.max.x), std::min(a.max.y, b.max.y)}};
}

Rect joined(const Rect& a, const Rect& b) {
  return {{std::min(a.min.x, b.min.x), std::min(a.min.y, b.min.y)},
          {std::max(a.max.x, b.max.x), std::max(a.max.y, b.max.y)}};
}

float area(const Rect& r) { return r.width() * r.height(); }

Rect whole_pixels(const Rect& r) {
  return {{std::floor(r.min.x), std::floor(r.min.y)}, {std::ceil(r.max.x), std::ceil(r.max.y)}};
}

void add_pieces(const ImDrawList& list, const ImDrawCmd& command, std::vector<DrawnPiece>& pieces) {
  std::uint64_t about = mixed_bytes(mixer, command.ClipRect);
  about = mixed_bytes(about, command.TextureId);
  const Rect clip = clip_of(command);
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
  for (unsigned begin = 0; begin < command.ElemCount; begin += piece_indices) {
    const unsigned end = std::min(begin + piece_indices, command.ElemCount);
    DrawnPiece piece{about, {}};
    for (unsigned i = begin; i < end; ++i) {
      const ImDrawVert& vertex = vertices[indices[i]];
      piece.content = mixed_bytes(piece.content, vertex);
      piece.box.include({vertex.pos.x, vertex.pos.y});
    }
    piece.box = common(whole_pixels(piece.box.grown(1)), clip);
    pieces.push_back(piece);
  }
}

DrawnList drawn_list(const ImDrawList& list, std::uint64_t texture_revision) {
  DrawnList drawn{list._OwnerName ? list._OwnerName : "", {}};
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback) {
      const std::uint64_t content = mixed_bytes(mixed(mixer, texture_revision), command.ClipRect);
      drawn.pieces.push_back({mixed_bytes(content, command.UserCallbackData), clip_of(command)});
    } else {
      add_pieces(list, command, drawn.pieces);
    }
  }
  return drawn;
}

// Rectangles to draw, joined where one larger costs about the same as two.
class Parts {
 public:
  explicit Parts(Vec2 size) : window_{{0, 0}, size} {}

  void add(const Rect& box) {
    Rect part = common(whole_pixels(box), window_);
    if (!(part.min.x < part.max.x && part.min.y < part.max.y)) return;
    for (std::size_t i = 0; i < parts_.size();) {
      const Rect both = joined(parts_[i], part);
      if (area(both) > join_waste * (area(parts_[i]) + area(part))) {
        ++i;
        continue;
      }
      part = both;
      parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(i));
      i = 0;
    }
    parts_.push_back(part);
    if (parts_.size() > most_parts) join_all();
  }
  void add_all() { parts_ = {window_}; }
  std::vector<Rect> take() { return std::move(parts_); }

 private:
  void join_all() {
    Rect all;
    for (const Rect& part : parts_) all = joined(all, part);
    parts_ = {all};
  }
  Rect window_;
  std::vector<Rect> parts_;
};

// Where pieces were put in or taken away, the ones before and after them stand as they did.
void add_difference(std::span<const DrawnPiece> before, std::span<const DrawnPiece> now, Parts& parts) {
  const auto are_alike = [](const DrawnPiece& a, const DrawnPiece& b) { return a.content == b.content; };
  if (before.size() != now.size()) {
    const auto first = std::mismatch(before.begin(), before.end(), now.begin(), now.end(), are_alike);
    before = {first.first, before.end()};
    now = {first.second, now.end()};
    const auto last = std::mismatch(before.rbegin(), before.rend(), now.rbegin(), now.rend(), are_alike);
    before = {before.begin(), last.first.base()};
    now = {now.begin(), last.second.base()};
  }
  const std::size_t least = std::min(before.size(), now.size());
  for (std::size_t i = 0; i < least; ++i) {
    if (are_alike(before[i], now[i])) continue;
    parts.add(before[i].box);
    parts.add(now[i].box);
  }
  for (const DrawnPiece& piece : before.subspan(least)) parts.add(piece.box);
  for (const DrawnPiece& piece : now.subspan(least)) parts.add(piece.box);
}

bool covers(const Rect& whole, const Rect& part) { return whole.contains(part.min) && whole.contains(part.max); }

// The command that hides all before it in the part: the picture, which is opaque. Null if there is none.
const ImDrawCmd* cover_of(const ImDrawData& data, const Rect& part) {
  const ImDrawCmd* cover = nullptr;
  for (int i = 0; i < data.CmdListsCount; ++i) {
    for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
      if (command.UserCallback && covers(clip_of(command), part)) cover = &command;
    }
  }
  return cover;
}

// Narrows every command to the part, those that `cover` hides to nothing; ImGui's back end skips empty ones. The lists
// that are left.
std::vector<ImDrawList*> narrowed(ImDrawData& data, const Rect& part, const ImDrawCmd* cover) {
  std::vector<ImDrawList*> left;
  bool is_hidden = cover != nullptr;
  for (int i = 0; i < data.CmdListsCount; ++i) {
    bool is_touched = false;
    for (ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
      is_hidden &= &command != cover;
      Rect clip = common(clip_of(command), part);
      const bool is_empty = is_hidden || !(clip.min.x < clip.max.x && clip.min.y < clip.max.y);
      if (is_empty) clip = {{0, 0}, {0, 0}};
      is_touched |= !is_empty;
      command.ClipRect = {clip.min.x, clip.min.y, clip.max.x, clip.max.y};
    }
    if (is_touched) left.push_back(data.CmdLists[i]);
  }
  return left;
}

std::vector<ImVec4> clips_of(const ImDrawData& data) {
  std::vector<ImVec4> clips;
  for (int i = 0; i < data.CmdListsCount; ++i) {
    for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) clips.push_back(command.ClipRect);
  }
  return clips;
}

void restore(ImDrawData& data, const std::vector<ImVec4>& clips) {
  std::size_t next = 0;
  for (int i = 0; i < data.CmdListsCount; ++i) {
    for (ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) command.ClipRect = clips[next++];
  }
}

}  // namespace

std::vector<DrawnList> drawn_lists(const ImDrawData& data, std::uint64_t texture_revision) {
  std::vector<DrawnList> lists;
  for (int i = 0; i < data.CmdListsCount; ++i) lists.push_back(drawn_list(*data.CmdLists[i], texture_revision));
  return lists;
}

std::vector<Rect> changed_parts(const std::vector<DrawnList>& before, const std::vector<DrawnList>& now, Vec2 size) {
  Parts parts(size);
  std::size_t next = 0;  // in `before`
  for (const DrawnList& list : now) {
    const auto found =
        std::find_if(before.begin(), before.end(), [&](const DrawnList& old) { return old.window == list.window; });
    if (found == before.end()) {
      add_difference({}, list.pieces, parts);
      continue;
    }
    const auto place = static_cast<std::size_t>(found - before.begin());
    if (place < next) {  // a window went below another: what covers what is new
      parts.add_all();
      return parts.take();
    }
    for (; next < place; ++next) add_difference(before[next].pieces, {}, parts);
    next = place + 1;
    add_difference(found->pieces, list.pieces, parts);
  }
  for (; next < before.size(); ++next) add_difference(before[next].pieces, {}, parts);
  return parts.take();
}

FramePainter::~FramePainter() {
  if (framebuffer_) glDeleteFramebuffers(1, &framebuffer_);
  if (colour_) glDeleteRenderbuffers(1, &colour_);
}

void FramePainter::fit(int width, int height) {
  if (framebuffer_ && width == width_ && height == height_) return;
  if (!framebuffer_) {
    glGenFramebuffers(1, &framebuffer_);
    glGenRenderbuffers(1, &colour_);
  }
  width_ = width;
  height_ = height;
  glBindRenderbuffer(GL_RENDERBUFFER, colour_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_);
  forget();
}

bool FramePainter::paint(ImDrawData& data, Rgba background, std::uint64_t texture_revision) {
  const int width = static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x);
  const int height = static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y);
  if (width <= 0 || height <= 0) return false;
  GLint target = 0;
  glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
  fit(width, height);
  std::vector<DrawnList> now = drawn_lists(data, texture_revision);
  const Vec2 size{data.DisplaySize.x, data.DisplaySize.y};
  const std::vector<Rect> parts =
      before_.empty() ? std::vector<Rect>{{{0, 0}, size}} : changed_parts(before_, now, size);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  const std::vector<ImVec4> clips = clips_of(data);
  for (const Rect& part : parts) {
    paint_part(data, part, background);
    restore(data, clips);
  }
  before_ = std::move(now);
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(target));
  return !parts.empty();
}

void FramePainter::paint_part(ImDrawData& data, const Rect& part, Rgba background) {
  const ImDrawCmd* cover = cover_of(data, part);
  if (!cover) clear(part, {data.FramebufferScale.x, data.FramebufferScale.y}, background);
  std::vector<ImDrawList*> lists = narrowed(data, part, cover);
  ImDrawData some = data;
  some.CmdLists = lists.data();
  some.CmdListsCount = static_cast<int>(lists.size());
  ImGui_ImplOpenGL3_RenderDrawData(&some);
}

void FramePainter::clear(const Rect& part, Vec2 scale, Rgba background) const {
  constexpr float full = 255.0F;
  glEnable(GL_SCISSOR_TEST);
  glScissor(static_cast<GLint>(part.min.x * scale.x), height_ - static_cast<GLint>(part.max.y * scale.y),
            static_cast<GLsizei>(part.width() * scale.x), static_cast<GLsizei>(part.height() * scale.y));
  glClearColor(static_cast<float>(background.r) / full, static_cast<float>(background.g) / full,
               static_cast<float>(background.b) / full, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glDisable(GL_SCISSOR_TEST);
}

void FramePainter::show() const {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

}  // namespace samverka
