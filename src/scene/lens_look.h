#pragma once
// How a picture looks through a perspective: agreements told apart by what is recorded of it, the rest toned down.
// Internal to scene.
#include <vector>

#include "scene/parts.h"

namespace samverka {

// Recorded with it: filled and large; recorded without: hollow; not recorded: small and grey. Shape and size, and not
// the colour alone.
void look_through_lens(Mark& mark, const SceneInput& input, AgreementId agreement, const MarkStyle& style);
// Everybody else steps back.
void step_back(Mark& mark, const MarkStyle& style);
// The alpha of a tie is kept.
Rgba tie_through_lens(const SceneInput& input, AgreementId agreement, Rgba colour);
// A heading and what there is of each, with the share that nobody has recorded.
std::vector<LegendRow> lens_legend(const SceneInput& input);
// "Barnrättsperspektiv", for the line under a picture.
std::string lens_in_words(const SceneInput& input);

}  // namespace samverka
