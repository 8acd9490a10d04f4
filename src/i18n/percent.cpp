#include "i18n/percent.h"

#include <algorithm>
#include <cmath>

namespace samverka {
namespace {

// In percent; what is neither none nor all stays so when it is rounded.
double inside(double share, double step) {
  return share <= 0 || share >= 1 ? 100 * share : std::clamp(100 * share, step, 100 - step);
}

}  // namespace

std::string percent_words(const Texts& texts, double low, double high, int decimals) {
  const double step = std::pow(0.1, decimals);
  const std::string from = texts.decimal(inside(low, step), decimals), to = texts.decimal(inside(high, step), decimals);
  if (from != to) return texts.tr("gaps.share_interval", {{"low", from}, {"high", to}});
  if (low > 0 && 100 * high < step / 2) return texts.tr("gaps.share_under", {{"share", from}});
  if (high < 1 && 100 * (1 - low) < step / 2) return texts.tr("gaps.share_over", {{"share", from}});
  return texts.tr("gaps.share", {{"share", from}});
}

}  // namespace samverka
