#pragma once
#include "app/launch.h"
#include "app/session.h"
#include "app/settings.h"

namespace samverka {

// The window until it is closed. Exit code 0, or 2 with a message when there is no display or no OpenGL.
int show_window(Session& session, const LaunchOptions& options, SettingsKeeper& settings);

}  // namespace samverka
