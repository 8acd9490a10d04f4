#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/actor_facts.h"

namespace samverka {

// What two actors have in common and what each has alone, until the scene or one of them is another.
struct BesideState {
  struct Stamp {
    std::uint64_t scene = 0;
    ActorId left, right;
    bool operator==(const Stamp&) const = default;
  };
  std::optional<Stamp> stamp;
  Comparison comparison;
  std::vector<AgreementId> agreements_both, agreements_left, agreements_right;  // ascending
  std::vector<ActorId> partners_both, partners_left, partners_right;
};

}  // namespace samverka
