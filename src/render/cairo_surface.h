#pragma once
// Cairo's image surfaces as PNG bytes and from pixels. Internal to render.
#include <cairo.h>

#include <memory>
#include <string>

#include "render/picture.h"

namespace samverka {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
// Check cairo_surface_status: a surface in error is still a surface.
Surface make_surface(int width, int height);
Surface surface_of(const Pixels& pixels);
Result<std::string> png_of(cairo_surface_t* surface, float dpi);
Problem picture_problem(cairo_status_t status);

}  // namespace samverka
