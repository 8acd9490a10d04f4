#pragma once
#include <string>

#include "app/launch.h"
#include "base/result.h"

namespace samverka {

// What `samverka bench draw` measures: whole frames, from the hand's movement to the finished pixels.
struct DrawingTimes {
  int frames = 0;
  double median_ms = 0;      // wall
  double p95_ms = 0;         // wall
  double median_cpu_ms = 0;  // of all threads
  double p95_cpu_ms = 0;
  std::string renderer;     // what OpenGL calls itself
  bool is_by_card = false;  // a graphics card drew the picture, not the CPU
};
// The window draws and the terminal tells, and the two may not meet: main() hands the one to the other.
using MeasureDrawing = Result<DrawingTimes> (*)(const LaunchOptions& launch, int frames);

}  // namespace samverka
