// The links of a chain as columns: of how many municipalities each is joined to the others.
#include "analysis/matrix_chains.h"

#include "analysis/matrix_places.h"

namespace samverka {
namespace {

void add(MatrixCell& cell, const LinkFinding& link) {
  ++cell.of;
  cell.met += link.state == LinkState::joined ? 1 : 0;
  cell.n = cell.met;
  cell.pending += link.state == LinkState::pending ? 1 : 0;
  cell.gaps += link.state == LinkState::missing ? 1 : 0;
  cell.unknown += link.state == LinkState::unknown ? 1 : 0;
  cell.silent += link.why == WhyNoLink::no_record ? 1 : 0;
}

// A chain is missing a link if one is, else unknown if one is, else on its way.
void add_whole(MatrixCell& cell, const ChainFinding& chain) {
  LinkFinding whole;
  for (const LinkState state : {LinkState::joined, LinkState::pending, LinkState::unknown, LinkState::missing}) {
    if (chain.count(state) > 0) whole.state = state;
  }
  if (chain.count(LinkState::joined) == chain_link_count) whole.state = LinkState::joined;
  add(cell, whole);
}

}  // namespace

Matrix matrix_of_chains(const MatrixGround& ground, MatrixRows rows, const std::vector<ChainFinding>& chains) {
  MatrixPlaces places(ground, rows);
  Matrix matrix;
  matrix.kind = MatrixKind::chain;
  for (std::size_t i = 0; i < chain_link_count; ++i) {
    matrix.columns.push_back({word(static_cast<ChainLink>(i)), {}, false, 0});
  }
  places.put_rows(matrix);
  std::unordered_map<std::uint32_t, std::size_t> row_of;
  for (const auto& [code, municipality] : places.municipalities()) {
    row_of.emplace(municipality.actor.value, municipality.row);
  }
  for (const ChainFinding& chain : chains) {
    const auto found = row_of.find(chain.municipality.value);
    if (found == row_of.end()) continue;
    for (MatrixRow* row : {&matrix.rows[found->second], &matrix.sum}) {
      for (std::size_t i = 0; i < chain_link_count; ++i) add(row->cells[i], chain.links[i]);
      add_whole(row->all, chain);
    }
  }
  sort_rows(matrix);
  return matrix;
}

}  // namespace samverka
