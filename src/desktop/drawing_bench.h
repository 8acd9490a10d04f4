#pragma once
#include "app/drawing_times.h"
#include "app/session.h"

namespace samverka {

// Drags and zooms the picture of `session` along a fixed path for `frames` frames, and some before them to warm up.
// Each frame is whole: the panels, the picture, the labels, and every pixel finished and read back, which costs about
// what handing them to a display does. Needs no display. E_GL where there is no OpenGL.
Result<DrawingTimes> time_drawing(Session& session, const LaunchOptions& options, int frames);

}  // namespace samverka
