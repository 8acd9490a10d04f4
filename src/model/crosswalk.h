#pragma once
#include <string>
#include <vector>

#include "model/taxonomy.h"

namespace samverka {

// What may be compared between the agreement of one year and that of the next, and why not.
struct CrosswalkRow {
  enum class Comparable { full, partly, no };
  std::string from;             // an area of the older taxonomy: "B2"
  std::vector<std::string> to;  // areas of the newer: "A4.3"
  Comparable comparable = Comparable::no;
  Wording words;
};

struct Crosswalk {
  std::vector<CrosswalkRow> rows;       // in the file's order
  std::vector<std::string> only_newer;  // areas of the newer taxonomy without a counterpart in the older
  Wording only_newer_words;
};

}  // namespace samverka
