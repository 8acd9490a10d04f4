#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/weak_finder.h"
#include "app/weak_rows.h"

namespace samverka {

// What the page of weak points remembers: what is asked, and its answer as lines.
struct WeaknessState {
  WeakFinder finder;

  AreaCode area;  // only what is about it; empty: all areas
  int months = 12;
  bool with_umbrellas = false;
  bool names_umbrellas = false;  // all of those that are left out

  struct Stamp {
    std::uint64_t found = 0;
    std::string own_place, language;
    bool operator==(const Stamp&) const = default;
  };
  std::optional<Stamp> stamp;
  std::vector<WeakKind> kinds;
  std::set<WeakKind::Id> open = {WeakKind::Id::only_links};
  std::map<WeakKind::Id, std::size_t> more;  // rows of a kind that are shown beyond the first
};

}  // namespace samverka
