#pragma once
#include <string>
#include <string_view>

#include "io/read_network.h"
#include "model/workspace.h"

namespace samverka {

struct ReadWorkspace {
  Workspace workspace;
  ReadReport report;
};

// By the same rules as a network file (docs/format.md, sections 4 and 6). Never throws.
ReadWorkspace read_workspace(std::string_view json, const std::string& file_name, const ReadLimits& limits = {});
ReadWorkspace read_workspace_file(const std::string& path, const ReadLimits& limits = {});

// Deterministic: pins by key, members in the format's order, unknown ones last as they came.
std::string write_workspace(const Workspace& workspace);

// Where the workspace of a network file is: "länet.json" has "länet.work.json".
std::string workspace_path(const std::string& network_path);

}  // namespace samverka
