#pragma once
#include "app/launch.h"
#include "app/session.h"

namespace samverka {

// The whole window as a PNG, drawn offscreen without X once all layouts are done.
Result<Done> write_screenshot(Session& session, const LaunchOptions& options);

}  // namespace samverka
