#pragma once
// What the filter builder remembers while it is open.
#include <string>
#include <vector>

#include "app/filter_counter.h"
#include "model/filter.h"

namespace samverka {

// A row: a field, how it is asked, and what for: codes that are chosen, or words that are typed, with commas.
struct BuilderRow {
  std::string key = "area";
  FilterTest test = FilterTest::is;
  bool negated = false;
  std::vector<std::string> chosen;
  std::string typed;
};

struct BuilderState {
  bool is_begun = false;
  std::vector<BuilderRow> common;
  std::vector<std::vector<BuilderRow>> groups;
  std::string name;      // to keep it by
  std::string renaming;  // the new name of a kept one
  int renamed = -1;      // which one
  std::string search;    // in the list of fields
  FilterCounter counter;
};

// Rows as a filter: rows and groups that say nothing are left out.
Filter built_filter(const BuilderState& state);
void take_filter(BuilderState& state, const Filter& filter);

}  // namespace samverka
