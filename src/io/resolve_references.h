#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "io/problem_list.h"
#include "io/row_reader.h"
#include "model/soundness.h"

namespace samverka {

// Where each row begins in the file.
struct RowStarts {
  std::vector<std::size_t> milestones, sources, surveys, registers, actors, agreements;
};

// Points every reference that was read before its row at that row, and reports those that lead nowhere (E_REF), with
// the nearest id for the first few. Of one row, whose text begins at `start`.
void resolve_references(Actor& row, FileContext& file, std::size_t start);
void resolve_references(Agreement& row, FileContext& file, std::size_t start);
void resolve_references(Source& row, FileContext& file, std::size_t start);
void resolve_references(Survey& row, FileContext& file, std::size_t start);
void resolve_references(Register& row, FileContext& file, std::size_t start);

// The same of all rows of a network, each at its start.
void resolve_references(Network& network, FileContext& file, const RowStarts& starts);

}  // namespace samverka
