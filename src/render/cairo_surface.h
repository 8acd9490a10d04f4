#pragma once
// Cairo's image surfaces, from pixels and as PNG bytes. Internal to render; Cairo's own header stays in .cpp files.
#include <memory>
#include <string>

#include "render/picture.h"

typedef struct _cairo_surface cairo_surface_t;  // NOLINT: as Cairo declares it

namespace samverka {

struct SurfaceRelease {
  void operator()(cairo_surface_t* surface) const;
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceRelease>;

// E_PICTURE where Cairo has no memory for it.
Result<Surface> make_surface(int width, int height, bool has_alpha = false);
Pixels pixels_of(cairo_surface_t* surface);  // of an image
Result<Surface> surface_of(const Pixels& pixels);
Result<std::string> png_of(cairo_surface_t* surface, float dpi, const PictureAbout& about = {});
Problem picture_problem(const char* reason);

}  // namespace samverka
