#include "scene/fill_steps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace samverka {
namespace {

constexpr std::size_t most_steps = 5;

// The nearest of 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9 times a power of ten.
std::int64_t rounded_limit(std::int64_t value) {
  constexpr std::array<double, 13> round = {1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10};
  if (value < 10) return value;
  const double power = std::pow(10.0, std::floor(std::log10(static_cast<double>(value))));
  const double lead = static_cast<double>(value) / power;
  const auto nearest = std::min_element(round.begin(), round.end(),
                                        [&](double a, double b) { return std::abs(a - lead) < std::abs(b - lead); });
  return std::llround(*nearest * power);
}

}  // namespace

std::size_t FillSteps::step_of(std::int64_t value) const {
  const auto above = std::upper_bound(least.begin(), least.end(), value);
  return above == least.begin() ? 0 : static_cast<std::size_t>(above - least.begin()) - 1;
}

FillSteps fill_steps(std::vector<std::int64_t> values, bool is_rounded) {
  FillSteps steps;
  steps.is_rounded = is_rounded;
  if (values.empty()) return steps;
  std::sort(values.begin(), values.end());
  steps.greatest = values.back();
  const auto some = is_rounded ? values.begin() : std::upper_bound(values.begin(), values.end(), 0);
  if (some != values.begin()) steps.least.push_back(values.front());
  if (some == values.end()) return steps;
  const std::size_t classes = most_steps - steps.least.size();
  const auto count = static_cast<std::size_t>(values.end() - some);
  steps.least.push_back(*some);
  for (std::size_t k = 1; k < classes; ++k) {
    const std::int64_t quantile = some[static_cast<std::ptrdiff_t>(count * k / classes)];
    const std::int64_t limit = is_rounded ? rounded_limit(quantile) : quantile;
    if (limit > steps.least.back() && limit <= steps.greatest) steps.least.push_back(limit);
  }
  return steps;
}

}  // namespace samverka
