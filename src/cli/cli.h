#pragma once
#include "app/drawing_times.h"
#include "base/result.h"

namespace samverka {

// True if these words are for the terminal and not for the window: a command, what looks like a misspelt one, --help or
// --version.
bool is_cli_command(int argc, char** argv);

// Runs them; returns the exit code of the command line's contract. Needs no display and no home folder, and OpenGL only
// where `measure` is called: for `bench draw`.
int run_cli(int argc, char** argv, MeasureDrawing measure);

// Tells, in the user's language, what is wrong with words that were not for run_cli. Returns the exit code.
int tell_wrong_use(int argc, char** argv, const Problem& problem);

}  // namespace samverka
