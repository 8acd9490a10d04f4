#pragma once

namespace samverka {

// When the picture may be drawn roughly: while the wheel turns on and on, so that the picture of now is gone in a
// moment, and a whole one would make the hand wait. After a single notch people look, so that picture is whole. Times
// are in seconds by any one clock, which `now` reads.
class DrawingPace {
 public:
  static constexpr double pause = 0.12;      // a wheel that has stood still for so long has stopped
  static constexpr double patience = 0.006;  // of a frame's sixteen milliseconds, for the shapes alone
  static constexpr double rough_gain = 2;    // how much longer a whole picture takes than a rough one, about

  void turn(double now) {
    is_turning_ = now - turned_ < pause;
    turned_ = now;
  }
  void note_whole(double took) { whole_takes_ = took; }
  void note_rough(double took) { whole_takes_ = took * rough_gain; }

  bool is_turning(double now) const { return is_turning_ && now - turned_ < pause; }
  bool wants_rough(double now) const { return is_turning(now) && whole_takes_ > patience; }
  bool was_turned_within(double span, double now) const { return now - turned_ < span; }

 private:
  double turned_ = -1e9;  // last
  bool is_turning_ = false;
  double whole_takes_ = 0;  // by the newest picture drawn
};

}  // namespace samverka
