#pragma once
#include "app/launch.h"
#include "base/result.h"
#include "cli/words.h"

namespace samverka {

// The words after `samverka` when they name no command: files and how to show them. E_USAGE (exit 2) names what is
// wrong.
Result<LaunchOptions> parse_launch(int argc, char** argv);
// The same from words that are already parsed; options that are not among them keep their defaults.
Result<LaunchOptions> launch_of(const Words& words);

}  // namespace samverka
