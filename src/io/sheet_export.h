#pragma once
// A network as three tables that a spreadsheet opens, and that io/sheet_import.h reads back to the same network.
#include <cstddef>
#include <string>

#include "io/sheet_cells.h"
#include "model/network.h"

namespace samverka {

// CSV with a mark (io/csv.h), rows by id, parties in the order of their agreement. Decimals have a comma, as Swedish
// spreadsheets have them. Sources, surveys and whatever else is no actor, agreement or party stand as JSON in the
// actors' column `network`, each in a row of its own. Linear.
struct WrittenSheet {
  std::string text;
  std::size_t long_cells = 0;  // longer than the 32 767 characters that Excel keeps
};
WrittenSheet sheet_text(const Network& network, RowSheet sheet, char separator = ';');

}  // namespace samverka
