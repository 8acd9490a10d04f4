#pragma once
// A matrix as a picture to be handed on: the same numbers, colours and words as in the window.
#include "app/matrix_look.h"
#include "app/matrix_maker.h"
#include "render/heat_map.h"

namespace samverka {

// All rows in the order of the look, the sum before them. Empty where the look asks for columns that there are none of.
std::optional<HeatMap> matrix_heat_map(const MatrixSource& source, const MatrixLook& look, const Theme& theme,
                                       const Texts& texts);

}  // namespace samverka
