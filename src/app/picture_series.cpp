#include "app/picture_series.h"

#include <cstdio>
#include <set>

namespace samverka {
namespace {

int months_of(FrameStep step) { return step == FrameStep::month ? 1 : step == FrameStep::quarter ? 3 : 12; }

std::string frame_suffix(std::size_t number) {
  char digits[24];
  std::snprintf(digits, sizeof digits, "-%04zu", number);
  return digits;
}

}  // namespace

std::vector<std::string> counties_in(const Network& network) {
  std::set<std::string> counties;
  for (const Actor& actor : network.actors) {
    const bool is_code = actor.county.size() == 2 && actor.county.find_first_not_of("0123456789") == std::string::npos;
    if (is_code) counties.insert(actor.county);
  }
  return {counties.begin(), counties.end()};
}

std::vector<SeriesPicture> pictures_each_county(const Network& network, const MapShapes& shapes,
                                                const PictureRequest& request) {
  std::vector<SeriesPicture> series;
  for (const std::string& county : counties_in(network)) {
    SeriesPicture& one = series.emplace_back(SeriesPicture{"-" + county, request});
    one.request.filter.clauses.push_back({"county", {county}, false});
    one.request.matrix_look.rows = MatrixRows::municipalities;
    if (request.view == "map") look_at_land(one.request, shapes, county);
  }
  return series;
}

std::vector<SeriesPicture> picture_frames(const PictureRequest& request, Date first, Date last, FrameStep step) {
  std::vector<SeriesPicture> frames;
  const auto add = [&](Date day) {
    SeriesPicture& one = frames.emplace_back(SeriesPicture{frame_suffix(frames.size() + 1), request});
    one.request.on = day;
  };
  for (int months = 0;; months += months_of(step)) {
    const Date day = add_months(first, months);
    if (day >= last) break;
    if (frames.size() + 1 == most_frames) return {};
    add(day);
  }
  if (first <= last) add(last);
  return frames;
}

std::string series_path(const std::string& path, const std::string& suffix) {
  const std::size_t name = path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1;
  const std::size_t dot = path.rfind('.');
  const std::size_t at = dot == std::string::npos || dot <= name ? path.size() : dot;
  return path.substr(0, at) + suffix + path.substr(at);
}

}  // namespace samverka
