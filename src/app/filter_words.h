#pragma once
#include <string>

#include "app/assets.h"
#include "model/filter.h"

namespace samverka {

// The filter for people, followed by its own words: "inte område A0 Utanför (area!=A0)". Empty for an empty filter.
std::string filter_in_words(const Filter& filter, const Assets& assets, const Texts& texts);

}  // namespace samverka
