#pragma once
// A network as three tables that a spreadsheet opens, and that io/sheet_import.h reads back to the same network.
#include <cstddef>
#include <string>

#include "io/sheet_cells.h"
#include "model/network.h"

namespace samverka {

// What may leave the planner's own file: without contacts, and without the positions of sensitive actors, whose
// municipality says where they are as closely as anybody may know (graph/subnetwork.h).
struct ShareableNetwork {
  Network network;
  std::size_t positions_left_out = 0;
};
ShareableNetwork shareable(const Network& network);

// CSV with a mark (io/csv.h), rows by id, parties in the order of their agreement. Decimals have a comma, as Swedish
// spreadsheets have them. Sources, surveys and whatever else is no actor, agreement or party stand as JSON in the
// actors' column `network`, each in a row of its own. Linear.
struct WrittenSheet {
  std::string text;
  std::size_t long_cells = 0;  // longer than the 32 767 characters that Excel keeps
};
WrittenSheet sheet_text(const Network& network, RowSheet sheet, char separator = ';');

}  // namespace samverka
