#pragma once
#include <optional>

#include "app/session.h"

namespace samverka {

// The camera that brings the land under the mouse (ViewState::hover) into the picture, near enough for what is shown of
// it. Nothing on another tab, where there is no land, and where it fills the picture already.
std::optional<Camera> camera_on_land(const Session& session, float ui_scale);

}  // namespace samverka
