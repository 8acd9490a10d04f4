#pragma once
#include <string>

#include "analysis/census.h"
#include "i18n/texts.h"
#include "model/network.h"

namespace samverka {

// The census for people (aligned plain text in the language of `texts`) and for programs (CLI contract).
std::string info_text(const Census& census, const Network& network, const Taxonomy& taxonomy, const Texts& texts);
std::string info_json(const Census& census);

}  // namespace samverka
