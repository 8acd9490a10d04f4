#pragma once
#include "app/launch.h"
#include "app/recovery_keeper.h"
#include "app/session.h"
#include "app/settings.h"

namespace samverka {

// The window until it is closed, or until the system asks the program to end: what is not saved is then secured. Exit
// code 0, or 2 with a message when there is no display or no OpenGL.
int show_window(Session& session, const LaunchOptions& options, SettingsKeeper& settings, RecoveryKeeper& recovery);

}  // namespace samverka
