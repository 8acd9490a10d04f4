#pragma once
// The page that a planner sends to a colleague who has no program: one HTML file with the picture, and under it the
// same facts as tables. It fetches nothing, and its policy lets it run its own script and style sheet only.
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/subnetwork.h"
#include "i18n/texts.h"
#include "model/taxonomy.h"

namespace samverka {

struct SharedPage {
  const Network& network;  // already shareable (io/shareable.h), as is what `svg` was drawn from
  const SubNetwork& part;  // what the filter and the day let through
  const Taxonomy& taxonomy;
  Date day;
  std::string title;
  std::string mark;                // "Illustrativa data"; empty where the data are real
  std::vector<std::string> lines;  // day, filter, source
  std::string alt;                 // what there is to see, for who does not see it
  std::string svg;                 // with the ids of render/picture.h where marks are to be found and hidden
  std::size_t actors_left_out = 0, agreements_left_out = 0;
  std::unordered_map<std::string, std::string> county_names;  // by code; others are called by their code
  std::string style, script;                                  // the page's own, besides the papers' style sheet
  bool is_dark = false;
};

// More than this is no page that anybody reads, and slow to open: the tables are then cut, which is told over them.
constexpr std::size_t most_page_actors = 4000;
constexpr std::size_t most_page_agreements = 3000;
constexpr std::size_t most_page_parties = 20000;
// Tables longer than this are folded, by county or by area.
constexpr std::size_t long_page_table = 60;

// Whether every row finds room; of a page that has not, the picture has no use of ids.
bool fits_a_page(const SubNetwork& part);

// The same page gives the same bytes.
std::string page_html(const SharedPage& page, const Texts& texts);

}  // namespace samverka
