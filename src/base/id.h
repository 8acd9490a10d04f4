#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace samverka {

// A dense index into one table of one network value; never stored in a file (files hold Keys). Each Tag is its own
// type, so an actor's index cannot be used for an agreement.
template <class Tag>
struct Id {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t value = none;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
  constexpr bool is_set() const { return value != none; }
  auto operator<=>(const Id&) const = default;  // NOLINT(modernize-use-nullptr): there is no pointer
};

}  // namespace samverka

template <class Tag>
struct std::hash<samverka::Id<Tag>> {
  std::size_t operator()(samverka::Id<Tag> id) const noexcept { return id.value; }
};
