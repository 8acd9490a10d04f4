#pragma once
#include <cstdint>
#include <vector>

namespace samverka {

// The classes a map is coloured by: at most five, with about as many values in each, from low to high. Internal to
// scene.
struct FillSteps {
  std::vector<std::int64_t> least;  // of each class, ascending; a class ends where the next begins
  std::int64_t greatest = 0;        // of all values
  bool is_rounded = false;

  std::size_t count() const { return least.size(); }
  std::size_t step_of(std::int64_t value) const;  // the first for what is below all
};
// `is_rounded`: the limits between classes are round numbers, for values of many figures; else 0 is a class by itself.
// Fewer classes where values are few or alike; none without values.
FillSteps fill_steps(std::vector<std::int64_t> values, bool is_rounded);

}  // namespace samverka
