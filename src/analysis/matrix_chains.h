#pragma once
#include <vector>

#include "analysis/chains.h"
#include "analysis/matrix.h"

namespace samverka {

// The links of a chain as columns: met is joined, gaps are missing; over the columns, the chain as a whole. What the
// filter says of places decides which municipalities are counted.
Matrix matrix_of_chains(const MatrixGround& ground, MatrixRows rows, const std::vector<ChainFinding>& chains);

}  // namespace samverka
