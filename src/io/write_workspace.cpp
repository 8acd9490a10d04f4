#include <algorithm>

#include "io/read_workspace.h"
#include "io/row_file.h"
#include "io/workspace_members.h"

namespace samverka {

std::string write_workspace(const Workspace& workspace) {
  Workspace sorted = workspace;
  std::stable_sort(sorted.pins.begin(), sorted.pins.end(), [](const Pin& a, const Pin& b) { return a.key < b.key; });
  return write_row_file(sorted);
}

}  // namespace samverka
