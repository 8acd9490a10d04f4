#include <array>

#include "layout/layout.h"

namespace samverka {
namespace {

constexpr std::array<LayoutKind, 2> kinds = {{
    {"map", true, &map_layout},
    {"stress", false, &stress_layout},
}};

}  // namespace

std::span<const LayoutKind> layouts() { return kinds; }

const LayoutKind* find_layout(std::string_view name) {
  for (const LayoutKind& kind : kinds) {
    if (kind.name == name) return &kind;
  }
  return nullptr;
}

}  // namespace samverka
