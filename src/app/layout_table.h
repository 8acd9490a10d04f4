#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "app/assets.h"
#include "base/date.h"
#include "base/progress.h"
#include "base/result.h"
#include "graph/subnetwork.h"
#include "io/read_edge_list.h"
#include "model/filter.h"
#include "model/network.h"

namespace samverka {

struct LayoutRequest {
  std::string algorithm = "stress";
  std::uint64_t seed = 1;
  bool is_fast = false;
  // Neither: every actor and agreement of the file. Either: what they let through, as a picture shows it, unfolded.
  std::optional<Filter> filter;
  std::optional<Date> on;
  bool as_json = false;  // {"positions":[{"id","x","y"}]}, with names as they are
};

// Every actor and agreement of a network and every party between them, whatever the day.
Incidence whole_incidence(const Network& network);

// CSV `id,x,y`, or JSON, one row a vertex: actors, then agreements, each in the file's order. Pure: same network and
// request, same bytes on any number of threads.
Result<std::string> layout_table(const Network& network, const Assets& assets, const LayoutRequest& request,
                                 Progress& progress);
// The same for a plain graph, in the order that its names first appear. E_LAYOUT (exit 2) for a layout that needs
// places on the map.
Result<std::string> layout_table(const EdgeList& graph, const LayoutRequest& request, Progress& progress);

}  // namespace samverka
