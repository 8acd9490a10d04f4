#include "app/picture_choice.h"

#include <algorithm>

#include "app/session.h"

namespace samverka {
namespace {

float sound_mm(float mm) { return mm >= least_picture_mm ? std::min(mm, greatest_picture_mm) : least_picture_mm; }

Focus focus_on_selection(const Session& session) {
  Focus focus;
  focus.steps = 1;
  for (const PickId pick : session.view.selected()) {
    const bool is_row = pick.kind == PickId::Kind::actor || pick.kind == PickId::Kind::agreement;
    if (is_row) focus.of.push_back(session.key_of(pick));
  }
  return focus;
}

}  // namespace

PictureRequest chosen_request(Session& session, const PictureChoice& choice) {
  PictureRequest request = session.picture_request();
  if (choice.what != PictureChoice::What::seen) request.seen.reset();
  if (choice.what == PictureChoice::What::selected) {
    request.focus = focus_on_selection(session);
    request.positions.clear();  // of another picture
  }
  const Vec2 mm = choice.size_mm();
  request.size_px = Vec2{sound_mm(mm.x), sound_mm(mm.y)} * px_a_mm;
  request.dpi = choice.format == "png" ? choice.dpi : 96;
  request.format = choice.format;
  request.frame = choice.frame;
  if (choice.margin_mm >= 0) request.frame.margin_px = choice.margin_mm * px_a_mm;
  if (choice.background == PictureChoice::Background::white) request.frame.background = Rgba{255, 255, 255, 255};
  if (choice.background == PictureChoice::Background::none) {
    request.frame.background = with_alpha(theme_of(request.theme).background, 0);
  }
  return request;
}

std::string picture_format_of(const std::string& path) {
  for (const std::string format : {"svg", "png", "pdf"}) {
    if (path.size() > 4 && path.ends_with("." + format)) return format;
  }
  return {};
}

std::string with_picture_ending(const std::string& path, const std::string& format) {
  const bool has_ending = !picture_format_of(path).empty();
  return (has_ending ? path.substr(0, path.size() - 4) : path) + "." + format;
}

double megapixels(const PictureChoice& choice) {
  const Vec2 mm = choice.size_mm();
  const double scale = static_cast<double>(choice.dpi) / 25.4;
  return static_cast<double>(sound_mm(mm.x)) * static_cast<double>(sound_mm(mm.y)) * scale * scale / 1e6;
}

}  // namespace samverka
