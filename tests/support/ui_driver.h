#pragma once
// Runs the program's face without a window, and clicks by label as a person would: what is covered, hidden or outside
// the window cannot be clicked, and says so.
#include <imgui.h>

#include <memory>
#include <string>
#include <string_view>

#include "app/session.h"
#include "ui/ui.h"

namespace samverka {

class NoTexture : public CanvasTexture {
 public:
  void update(const Pixels& pixels) override {
    last = pixels;
    ++updates;
  }
  void draw(ImDrawList&, Vec2) override {}
  Pixels last;
  int updates = 0;
};

class UiDriver {
 public:
  // Opens a file of the repository (relative to its root); empty opens nothing.
  explicit UiDriver(const std::string& file, Vec2 size = {1600, 900});
  ~UiDriver();
  UiDriver(const UiDriver&) = delete;
  UiDriver& operator=(const UiDriver&) = delete;

  void frames(int count = 1);
  // The first item of the last frame with this label (and role, if given); nullptr if there is none.
  const Item* find(std::string_view label, std::string_view role = {}) const;
  bool has(std::string_view label) const { return find(label) != nullptr; }
  bool has_text_with(std::string_view part) const;  // some item whose label contains it
  void click(std::string_view label, std::string_view role = {}, bool alt = false);
  void click_at(Vec2 px, bool alt = false);
  void double_click_at(Vec2 px);
  void move_to(Vec2 px);
  void drag(Vec2 from, Vec2 to);
  void scroll(Vec2 at, float steps);
  void type(std::string_view text);  // into the field that has the focus
  void press(Chord chord);
  void resize(Vec2 size);

  Session session;
  NoTexture texture;
  std::unique_ptr<Ui> ui;

 private:
  Vec2 size_;
};

// A Session with the repository's own assets, with the map.
Assets test_assets();

}  // namespace samverka
