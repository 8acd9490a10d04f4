#include "app/reports/report_files.h"

#include <algorithm>

#include "app/snapshots.h"
#include "io/read_network.h"

namespace samverka {

std::string report_format(const std::string& path) {
  if (path == "-" || path.ends_with(".html")) return "html";
  return path.ends_with(".md") ? "md" : "";
}

std::string report_path_of(const std::string& path, const std::string& place) {
  const std::size_t dot = path.rfind('.');
  return path.substr(0, dot) + "-" + place + path.substr(dot);
}

std::optional<EarlierNetwork> newest_snapshot(const std::string& network_path, const std::vector<Snapshot>& snapshots,
                                              const Taxonomy& taxonomy) {
  std::vector<const Snapshot*> order;
  for (const Snapshot& snapshot : snapshots) order.push_back(&snapshot);
  const auto taken = [](const Snapshot& snapshot) { return snapshot.date.is_set() ? snapshot.date.latest() : Date{}; };
  std::stable_sort(order.begin(), order.end(),
                   [&](const Snapshot* a, const Snapshot* b) { return taken(*b) < taken(*a); });
  for (const Snapshot* snapshot : order) {
    const Result<std::string> bytes = read_snapshot(network_path, *snapshot);
    if (!bytes) continue;
    ReadNetwork read = read_network(*bytes, snapshot->file, taxonomy);
    if (!read.report.is_usable) continue;
    const std::string title = snapshot->title.empty() ? snapshot->file : snapshot->title;
    return EarlierNetwork{std::make_shared<const Network>(std::move(read.network)), title};
  }
  return std::nullopt;
}

}  // namespace samverka
