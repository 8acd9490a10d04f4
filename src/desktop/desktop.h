#pragma once
#include "app/launch.h"

namespace samverka {

// Opens the window, or writes the screenshot that `options` asks for. Returns the exit code of the CLI contract;
// problems go to stderr.
int run_desktop(const LaunchOptions& options);

}  // namespace samverka
