#pragma once
#include "app/exports.h"
#include "io/write_xlsx.h"

namespace samverka {

// Actors, agreements, parties, sources, and what all of it is: for people, so codes are words, whoever is referred to
// stands by name beside the id, and a column that no row fills is left out. Members without a column (money, duties,
// surveys, what nobody knows) are in the JSON alone, and the last sheet says so.
Workbook export_workbook(const ExportInput& input);

}  // namespace samverka
