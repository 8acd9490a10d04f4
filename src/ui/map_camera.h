#pragma once
#include <optional>

#include "app/session.h"

namespace samverka {

// The camera that brings the land under the mouse (ViewState::hover) into the picture, near enough for what is shown of
// it. Nothing on another tab, where there is no land, and where it fills the picture already.
std::optional<Camera> camera_on_land(const Session& session, float ui_scale);

// Brings the land that is asked for (ViewState::wants_land) into the map; nothing where there is no such land.
void show_land(Session& session, float ui_scale);

}  // namespace samverka
