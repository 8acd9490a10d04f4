#pragma once
#include <string>

#include "analysis/suggest.h"
#include "i18n/texts.h"

namespace samverka {

struct SuggestReport {
  const Network& network;
  const Taxonomy& taxonomy;
  const AdviceQuestion& question;
  Date day;
  const Advice& found;
};

// For people: what kinds are missing, then whom to ask and why. `narrowed` is the filter in words.
std::string suggest_text(const SuggestReport& report, const Texts& texts, const std::string& narrowed);
std::string suggest_json(const SuggestReport& report);

}  // namespace samverka
