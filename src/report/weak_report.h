#pragma once
#include <string>

#include "analysis/weak_points.h"
#include "i18n/texts.h"

namespace samverka {

// What a report of weak points is about.
struct WeakReport {
  const Network& network;
  const Taxonomy& taxonomy;
  const WeakQuestion& question;
  const WeakPoints& found;
};

// For people: the worst first, at most `top` of each kind (0: all of them), the rest counted. `narrowed` is the filter
// and the place in words; empty: everything.
std::string weak_text(const WeakReport& report, const Texts& texts, std::size_t top, const std::string& narrowed);

// For programs: everything, ids ascending by text where a list is only ids.
std::string weak_json(const WeakReport& report);

}  // namespace samverka
