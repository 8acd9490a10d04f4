#pragma once
#include <string>

#include "i18n/texts.h"

namespace samverka {

// "41 %", or "41–78 %" where the two ends are not written alike: shares from 0 to 1, low <= high. Only none and all are
// written 0 and 100: what lies next to them is "under 1 %" and "över 99 %", and as an end of a span 1 and 99. With one
// decimal the same of 0,1 and 99,9.
std::string percent_words(const Texts& texts, double low, double high, int decimals = 0);

}  // namespace samverka
