#pragma once
#include <string>

#include "app/assets.h"
#include "io/read_rules.h"

namespace samverka {

// The norms of a rules file; of the one that comes with the program where no path is given.
ReadRules load_norms(const Assets& assets, const std::string& path = {});

}  // namespace samverka
