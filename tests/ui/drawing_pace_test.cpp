#include "ui/drawing_pace.h"

#include <doctest/doctest.h>

#include "support/ui_driver.h"

namespace samverka {

TEST_CASE("only a wheel that turns on and on makes the picture rough, and only one that takes long") {
  DrawingPace pace;
  pace.note_whole(1);
  CHECK_FALSE(pace.wants_rough(0));
  pace.turn(5);
  CHECK_FALSE(pace.wants_rough(5));  // a single notch
  pace.turn(5.1);
  CHECK(pace.wants_rough(5.1));
  CHECK(pace.wants_rough(5.2));
  CHECK_FALSE(pace.wants_rough(5.25));  // it has stopped
  pace.turn(5.4);
  CHECK_FALSE(pace.wants_rough(5.4));  // a new single notch
  pace.turn(5.45);
  pace.note_whole(0.001);
  CHECK_FALSE(pace.wants_rough(5.45));
  pace.note_rough(0.005);  // the whole one would take twice that
  CHECK(pace.wants_rough(5.45));
  pace.note_rough(0.002);
  CHECK_FALSE(pace.wants_rough(5.45));
}

TEST_CASE("while the wheel turns a large picture is rough; when it has stopped it is whole without being asked") {
  UiDriver d("datasets/exempellan-2025.json", {4200, 3200});  // large enough to take long on any machine
  d.session.view.tab = Tab::network;
  d.frames(2);
  d.session.wait_for_jobs();
  d.frames(20);
  REQUIRE_FALSE(d.ui->wants_frames());
  const Vec2 middle = d.ui->canvas_rect().centre();
  for (int notch = 0; notch < 4; ++notch) d.scroll(middle, 0.5F);
  CHECK(d.ui->wants_frames());  // for the whole one
  const Pixels rough = d.texture.last;
  d.frames(10);
  CHECK_FALSE(d.ui->wants_frames());
  const Pixels settled = d.texture.last;
  CHECK(settled.rgba != rough.rgba);
  d.session.view.is_dark = !d.session.view.is_dark;
  d.frames(2);
  d.session.view.is_dark = !d.session.view.is_dark;
  const int updates = d.texture.updates;
  d.frames(2);
  CHECK(d.texture.updates > updates);
  CHECK(d.texture.last.rgba == settled.rgba);
}

TEST_CASE("one notch of the wheel is drawn whole at once") {
  UiDriver d("datasets/exempellan-2025.json", {4200, 3200});
  d.session.view.tab = Tab::network;
  d.frames(2);
  d.session.wait_for_jobs();
  d.frames(20);
  d.scroll(d.ui->canvas_rect().centre(), 1);
  CHECK_FALSE(d.ui->wants_frames());
}

}  // namespace samverka
