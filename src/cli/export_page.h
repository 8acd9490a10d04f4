#pragma once
#include "cli/terminal.h"
#include "cli/words.h"

namespace samverka {

// What `export` does where --output is a page (.html).
Exit run_export_page(Terminal& terminal, const Words& words);

}  // namespace samverka
