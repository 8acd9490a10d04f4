#include "io/read_workspace.h"

#include <new>

#include "base/posix.h"
#include "io/row_file.h"
#include "io/workspace_members.h"

namespace samverka {
namespace {

constexpr RowFileKind workspace_kind{"samverka-workspace", "problem.version.workspace"};

ReadWorkspace workspace_not_read(Problem problem) {
  ReadWorkspace out;
  out.report.exit = problem.exit;
  out.report.error_count = 1;
  out.report.problems.push_back(std::move(problem));
  return out;
}

ReadWorkspace no_memory_for_workspace(const std::string& file_name) {
  Problem problem = error("E_LIMIT", {"problem.limit.memory", {}}, Exit::limit);
  problem.file = file_name;
  return workspace_not_read(std::move(problem));
}

}  // namespace

ReadWorkspace read_workspace(std::string_view json, const std::string& file_name, const ReadLimits& limits) {
  try {
    ReadWorkspace out;
    out.report = read_row_file(json, file_name, workspace_kind, out.workspace, limits);
    return out;
  } catch (const std::bad_alloc&) {
    return no_memory_for_workspace(file_name);
  }
}

ReadWorkspace read_workspace_file(const std::string& path, const ReadLimits& limits) {
  try {
    const Result<std::string> text = read_file(path, limits.file_bytes);
    return text ? read_workspace(*text, path, limits) : workspace_not_read(text.problem());
  } catch (const std::bad_alloc&) {
    return no_memory_for_workspace(path);
  }
}

std::string workspace_path(const std::string& network_path) {
  const bool has_ending = network_path.ends_with(".json");
  return network_path.substr(0, network_path.size() - (has_ending ? 5 : 0)) + ".work.json";
}

}  // namespace samverka
