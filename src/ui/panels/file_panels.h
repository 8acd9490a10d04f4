#pragma once
// What the file dialogs and the list of problems remember between frames.
#include <memory>
#include <string>
#include <vector>

#include "app/folder_browser.h"
#include "ui/panels/export_data_state.h"

namespace samverka {

struct BrowserState {
  explicit BrowserState(Taxonomy taxonomy) : browser(std::move(taxonomy)) {}

  FolderBrowser browser;
  std::string path;     // the field for a typed path; follows the folder until somebody types
  std::string filter;   // the field that narrows the list
  std::string name;     // of the file to save
  std::string replace;  // a path that exists and was named once: a second Save replaces it
  std::string complaint;
  std::string shown_folder;  // that `path` was last set to
  bool wants_focus = true;   // the field that one types in first
  bool wants_mark_in_view = true;
  std::vector<std::string> recent, folders;
  std::vector<bool> is_missing;  // of recent, once it has been looked at
  JobSlot look_job;
};

struct FilePanels {
  std::unique_ptr<BrowserState> browser;
  DataExportState data;
  enum class Problems { all, errors, warnings } problems = Problems::all;
  std::size_t chosen_problem = static_cast<std::size_t>(-1);
};

}  // namespace samverka
