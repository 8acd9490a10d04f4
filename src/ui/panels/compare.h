#pragma once
#include "app/version_finder.h"
#include "ui/widgets.h"

namespace samverka {

// The open network against an earlier version of it, in the mode compare.
void compare_with_present(UiContext& ui, const VersionChoice& before);

}  // namespace samverka
