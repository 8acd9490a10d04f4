#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "i18n/texts.h"
#include "model/crosswalk.h"
#include "model/map_shapes.h"
#include "model/rules.h"
#include "model/taxonomy.h"

namespace samverka {

// What the program brings with it: words, taxonomy, shapes of Sweden, fonts.
struct Assets {
  std::string folder;
  Texts sv, en;
  Taxonomy taxonomy;
  Taxonomy taxonomy_2024;               // the tasks of the year before, with the other lists of `taxonomy`
  Crosswalk crosswalk;                  // from 2024 to `taxonomy`
  RuleSet rules;                        // the norms that come with the program
  MapShapes shapes;                     // empty unless loaded with the map
  std::string regular_font, bold_font;  // files

  const Texts& texts(std::string_view language) const { return language == "en" ? en : sv; }
};

// Looks for assets/ from SAMVERKA_ASSETS, beside and above the program, then where it is installed
// (../share/samverka). E_OPEN names what was looked for.
Result<Assets> load_assets(bool with_map);

// What to tell when load_assets failed: the one sentence that cannot come from assets/lang, since that is missing.
std::string missing_assets_line(const Problem& problem);

// The folder that holds assets/, for the bundled datasets/ beside it; empty if there is none.
std::string bundled_file(const Assets& assets, const std::string& name);

}  // namespace samverka
