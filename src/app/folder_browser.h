#pragma once
// What is in a folder, for choosing a file: listed and looked into beside the window, since a folder may be on a slow
// disk and a network large.
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "jobs/jobs.h"
#include "model/taxonomy.h"

namespace samverka {

struct BrowserRow {
  enum class Kind { network, folder, other } kind = Kind::other;  // in the order they stand
  std::string name;
  std::string folded;  // for the filter
};

// What a network file holds.
struct FilePreview {
  std::string path;
  std::string title;
  Date as_of;
  std::size_t actors = 0, agreements = 0, errors = 0;
  bool is_synthetic = false;
  std::optional<Problem> problem;  // why it cannot be opened; the rest is then empty
};

class FolderBrowser {
 public:
  explicit FolderBrowser(Taxonomy taxonomy) : taxonomy_(std::move(taxonomy)) {}

  // Begins to list; the marked row is the one called `mark`, else the first.
  void go(const std::string& folder, const std::string& mark = {});
  void go_up();    // and marks the folder that was left
  bool deliver();  // takes in what has been found; true if anything changed
  bool is_busy() const { return list_job_.is_running() || preview_job_.is_running(); }
  bool is_listing() const { return list_job_.is_running(); }
  void wait();

  const std::string& folder() const { return folder_; }
  const std::optional<Problem>& problem() const { return problem_; }  // why the folder cannot be listed

  // Only names that hold these words, whatever their case and accents.
  void set_filter(const std::string& words);
  const std::string& filter() const { return filter_; }
  const std::vector<BrowserRow>& rows() const { return shown_; }
  std::size_t all_count() const { return all_.size(); }

  void mark(std::size_t row);
  void step(int by);  // the mark; stops at the ends
  std::optional<std::size_t> marked() const { return shown_.empty() ? std::nullopt : std::optional(marked_); }
  const BrowserRow* marked_row() const { return shown_.empty() ? nullptr : &shown_[marked_]; }
  std::string path_of(const BrowserRow& row) const;
  // Of the marked file, once it is known; nothing for folders and other files.
  const FilePreview* preview() const;

 private:
  void show(const std::string& mark);
  void look_into_marked();

  Taxonomy taxonomy_;
  std::string folder_, filter_;
  std::vector<BrowserRow> all_, shown_;
  std::size_t marked_ = 0;
  std::optional<Problem> problem_;
  std::optional<FilePreview> preview_;
  JobSlot list_job_, preview_job_;
};

// The first bytes of a network file say so.
bool looks_like_network(const std::string& path);
FilePreview preview_of(const std::string& path, const Taxonomy& taxonomy, Progress* progress);

}  // namespace samverka
