#pragma once
#include "app/launch.h"
#include "base/result.h"

namespace samverka {

// The words after `samverka` when they name no command: files and how to show them. E_USAGE (exit 2) names what is
// wrong.
Result<LaunchOptions> parse_launch(int argc, char** argv);

}  // namespace samverka
