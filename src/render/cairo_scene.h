#pragma once
// A scene as vectors, for PDF: areas, borders, lines and marks in the order of the window's picture. Internal to
// render.
#include "render/cairo_painter.h"

namespace samverka {

// Into the view's frame, and nothing outside of it. Linear.
void paint_scene(Painter& painter, const Scene& scene, const PageView& view);

}  // namespace samverka
