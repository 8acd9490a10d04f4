#pragma once
// Where in the whole the picture is: a small picture of everything in the lower right corner, with a frame around what
// is in view. Only when so much is out of view that one can get lost, and the window has room.
#include <cstdint>

#include "render/picture.h"

namespace samverka {

class Minimap {
 public:
  // For this picture; everything below is about the newest one.
  void place(const Scene& scene, const Camera& camera, float ui_scale);
  bool is_shown() const { return is_shown_; }
  const Rect& box() const { return box_; }  // in the picture's pixels
  Rect view_box() const;                    // of what the picture shows, within box()
  Vec2 world_at(Vec2 px) const;             // what lies under a pixel of the picture within box()
  void paint(Pixels& picture, const Scene& scene, std::uint64_t scene_revision, float ui_scale);

 private:
  bool is_shown_ = false;
  Rect box_;
  Rect view_;     // world
  Camera small_;  // of the small picture
  Pixels pixels_;
  std::uint64_t drawn_scene_ = 0;
};

}  // namespace samverka
