#pragma once
// What is done with the files that are chosen for comparing, merging and snapshots.
#include <string>

namespace samverka {

struct UiContext;

void take_compared_file(UiContext& ui, const std::string& path);
void take_snapshot_copy(UiContext& ui, const std::string& path);
void take_their_copy(UiContext& ui, const std::string& path);
void take_merge_base(UiContext& ui, const std::string& path);

}  // namespace samverka
