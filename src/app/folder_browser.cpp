#include "app/folder_browser.h"

#include <algorithm>
#include <memory>
#include <numeric>

#include "base/collate.h"
#include "base/posix.h"
#include "io/read_network.h"

namespace samverka {
namespace {

constexpr std::size_t sniffed_bytes = 400;  // format is the first member, but other tools may write others before it

BrowserRow row_of(const std::string& folder, const FolderEntry& entry) {
  if (entry.is_folder) return {BrowserRow::Kind::folder, entry.name, folded(entry.name)};
  const bool may_be = entry.name.ends_with(".json") && !entry.name.ends_with(".work.json");
  const bool is_network = may_be && looks_like_network(folder + "/" + entry.name);
  return {is_network ? BrowserRow::Kind::network : BrowserRow::Kind::other, entry.name, folded(entry.name)};
}

struct Listed {
  std::vector<BrowserRow> rows;
  std::optional<Problem> problem;
};

std::vector<BrowserRow> in_order(std::vector<BrowserRow> rows, const std::vector<std::uint32_t>& ranks) {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rows[a].kind != rows[b].kind ? rows[a].kind < rows[b].kind : ranks[a] < ranks[b];
  });
  std::vector<BrowserRow> sorted;
  sorted.reserve(rows.size());
  for (const std::size_t i : order) sorted.push_back(std::move(rows[i]));
  return sorted;
}

Listed list(const std::string& folder, const Progress& progress) {
  const auto entries = list_folder(folder);
  if (!entries) return {{}, entries.problem()};
  std::vector<BrowserRow> rows;
  std::vector<std::string> names;
  for (const FolderEntry& entry : *entries) {
    if (progress.cancelled()) return {};
    rows.push_back(row_of(folder, entry));
    names.push_back(entry.name);
  }
  return {in_order(std::move(rows), swedish_ranks(names)), {}};
}

}  // namespace

bool looks_like_network(const std::string& path) {
  return first_bytes(path, sniffed_bytes).find("\"samverka-network\"") != std::string::npos;
}

FilePreview preview_of(const std::string& path, const Taxonomy& taxonomy, Progress* progress) {
  ReadNetwork read = read_network_file(path, taxonomy, {}, progress);
  FilePreview preview;
  preview.path = path;
  preview.errors = read.report.error_count;
  if (!read.report.is_usable) {
    if (!read.report.problems.empty()) preview.problem = read.report.problems.front();
    return preview;
  }
  preview.title = read.network.title.empty() ? read.network.id : read.network.title;
  preview.as_of = read.network.as_of;
  preview.actors = read.network.actors.size();
  preview.agreements = read.network.agreements.size();
  preview.is_synthetic = read.network.is_synthetic();
  return preview;
}

void FolderBrowser::go(const std::string& folder, const std::string& mark) {
  folder_ = absolute_path(folder);
  all_.clear();
  filter_.clear();
  problem_.reset();
  show({});
  list_job_.start("job.list", [this, at = folder_, mark](Progress& progress) -> JobSlot::Deliver {
    const auto listed = std::make_shared<Listed>(list(at, progress));
    if (progress.cancelled()) return {};
    return [this, listed, mark] {
      all_ = std::move(listed->rows);
      problem_ = std::move(listed->problem);
      show(mark);
    };
  });
}

void FolderBrowser::go_up() {
  const std::string left = name_of(folder_);
  go(folder_of(folder_), left);
}

bool FolderBrowser::deliver() {
  const bool listed = list_job_.deliver();
  return preview_job_.deliver() || listed;
}

void FolderBrowser::wait() {
  do {
    list_job_.wait();
    preview_job_.wait();
  } while (deliver());
}

void FolderBrowser::set_filter(const std::string& words) {
  if (words == filter_) return;
  const BrowserRow* row = marked_row();
  const std::string mark = row ? row->name : "";
  filter_ = words;
  show(mark);
}

void FolderBrowser::show(const std::string& mark) {
  const std::string wanted = folded(filter_);
  shown_.clear();
  for (const BrowserRow& row : all_) {
    if (row.folded.find(wanted) != std::string::npos) shown_.push_back(row);
  }
  const auto found =
      std::find_if(shown_.begin(), shown_.end(), [&](const BrowserRow& row) { return row.name == mark; });
  marked_ = found == shown_.end() ? 0 : static_cast<std::size_t>(found - shown_.begin());
  look_into_marked();
}

void FolderBrowser::mark(std::size_t row) {
  if (row >= shown_.size() || row == marked_) return;
  marked_ = row;
  look_into_marked();
}

void FolderBrowser::step(int by) {
  if (shown_.empty()) return;
  const auto last = static_cast<std::ptrdiff_t>(shown_.size()) - 1;
  mark(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(marked_) + by, 0, last)));
}

std::string FolderBrowser::path_of(const BrowserRow& row) const {
  return (folder_ == "/" ? "" : folder_) + "/" + row.name;
}

void FolderBrowser::look_into_marked() {
  const BrowserRow* row = marked_row();
  const std::string path = row && row->kind == BrowserRow::Kind::network ? path_of(*row) : "";
  if (preview_ && preview_->path == path) return;
  preview_.reset();
  preview_job_.cancel();
  if (path.empty()) return;
  preview_job_.start("job.preview", [this, path, taxonomy = taxonomy_](Progress& progress) -> JobSlot::Deliver {
    const FilePreview found = preview_of(path, taxonomy, &progress);
    if (progress.cancelled()) return {};
    return [this, found] { preview_ = found; };
  });
}

const FilePreview* FolderBrowser::preview() const {
  const BrowserRow* row = marked_row();
  return row && preview_ && preview_->path == path_of(*row) ? &*preview_ : nullptr;
}

}  // namespace samverka
