#pragma once
// The words that say how a picture is to be: --size, --margin, --background, --without, --frames.
#include <optional>

#include "app/picture_series.h"
#include "cli/words.h"

namespace samverka {

// WxH in pixels at 96 dpi, WxHmm, or a paper: A4, A3 (lying), A4-portrait, A3-portrait, slide (16:9).
Result<std::optional<Vec2>> picture_size_of(const Words& words);
Result<PictureFrame> picture_frame_of(const Words& words, ThemeChoice theme);

struct FrameDays {
  Date first, last;
  FrameStep step = FrameStep::year;
};
// --frames FIRST..LAST, with --step; empty where no frames are asked for.
Result<std::optional<FrameDays>> frame_days_of(const Words& words);

}  // namespace samverka
