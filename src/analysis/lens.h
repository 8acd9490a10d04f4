#pragma once
// An agreement seen through one perspective (child rights, disability, gender equality). Three answers, since an empty
// list says that the agreement has none and an absent one that nobody has recorded it (docs/format.md): the last is no
// answer, and its share is told wherever the others are.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "graph/subnetwork.h"
#include "model/network.h"

namespace samverka {

enum class LensState : std::uint8_t { yes, no, not_recorded };
LensState seen_through(const Agreement& agreement, std::string_view perspective);

struct LensCount {
  std::size_t yes = 0, no = 0, not_recorded = 0;

  std::size_t all() const { return yes + no + not_recorded; }
  void add(LensState state);
  bool operator==(const LensCount&) const = default;
};
// Of the agreements that are shown, each once. Linear.
LensCount count_through_lens(const Network& network, const SubNetwork& part, std::string_view perspective);

}  // namespace samverka
