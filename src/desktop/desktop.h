#pragma once
#include "app/drawing_times.h"
#include "app/launch.h"

namespace samverka {

// Opens the window, or writes the screenshot that `options` asks for. Returns the exit code of the CLI contract;
// problems go to stderr.
int run_desktop(const LaunchOptions& options);

// How long the window takes to draw the network of options.files.front() while a hand drags and zooms it along a fixed
// path: `frames` whole frames, offscreen, after some to warm up.
Result<DrawingTimes> measure_drawing(const LaunchOptions& options, int frames);

}  // namespace samverka
