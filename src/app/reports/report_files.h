#pragma once
// Where reports are written, and what earlier state they can be compared with.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/network.h"
#include "model/taxonomy.h"
#include "model/workspace.h"

namespace samverka {

// "html" or "md" by the ending; empty for any other.
std::string report_format(const std::string& path);
// "lage.html" for county 20: "lage-20.html".
std::string report_path_of(const std::string& path, const std::string& place);

struct EarlierNetwork {
  std::shared_ptr<const Network> network;
  std::string title;
};
// The newest of the snapshots that can be read; empty where there is none. A file whose bytes are not the ones that
// were written is passed over.
std::optional<EarlierNetwork> newest_snapshot(const std::string& network_path, const std::vector<Snapshot>& snapshots,
                                              const Taxonomy& taxonomy);

}  // namespace samverka
