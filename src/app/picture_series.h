#pragma once
// Several pictures of one kind: one a county, or one a step of time.
#include <string>
#include <vector>

#include "app/pictures.h"

namespace samverka {

struct SeriesPicture {
  std::string suffix;  // goes before the ending of the file's name: "-20", "-0001"
  PictureRequest request;
};

// The codes of the counties that an actor of the network is in, in order.
std::vector<std::string> counties_in(const Network& network);

// Of each county: what is recorded there, and the map at its level; a matrix has its municipalities as rows.
std::vector<SeriesPicture> pictures_each_county(const Network& network, const MapShapes& shapes,
                                                const PictureRequest& request);

enum class FrameStep : std::uint8_t { month, quarter, year };
constexpr std::size_t most_frames = 1000;
// Numbered from 1, in the order of their days: `first`, then a step on each time, and `last` itself at the end. Nothing
// but the day differs, so that a map's frames lie on each other. Empty where `last` is before `first`, or there would
// be more than most_frames.
std::vector<SeriesPicture> picture_frames(const PictureRequest& request, Date first, Date last, FrameStep step);

// "bild.svg" and "-20": "bild-20.svg".
std::string series_path(const std::string& path, const std::string& suffix);

}  // namespace samverka
