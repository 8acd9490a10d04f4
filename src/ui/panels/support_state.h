#pragma once
// What the tab Stöd remembers between frames: the county it shows, and what was read of the present network and day.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/support.h"
#include "base/date.h"

namespace samverka {

struct SupportState {
  enum class Shows : std::uint8_t { own, all, chosen } shows = Shows::own;  // one's own county until another is chosen
  bool is_nested = false;                                                   // boxes in boxes instead of lists
  std::string county;                                                       // the chosen one; may be empty: no county
  std::optional<std::pair<std::uint64_t, Date>> stamp;
  std::vector<CountySupport> counties;
};

}  // namespace samverka
