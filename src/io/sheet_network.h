#pragma once
// What of a network is no actor, agreement or party, from its pieces in the actors' column `network`.
#include <vector>

#include "io/put_rows.h"
#include "io/sheet_rows.h"

namespace samverka {

struct NetworkFromPieces {
  Network network;                        // without actors and agreements
  std::vector<PutRow> rows;               // its sources, surveys and registers, which may refer to actors
  std::vector<std::size_t> piece_of_row;  // by row: which piece it stood in
  std::vector<Problem> problems;          // of references among its own members there are none yet
  std::vector<std::size_t> pieces;        // by problem
  bool is_usable = false;
};
NetworkFromPieces network_of(const std::vector<NetworkPiece>& pieces, const Taxonomy& taxonomy);

}  // namespace samverka
