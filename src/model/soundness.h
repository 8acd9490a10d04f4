#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// What a problem speaks of. `where` is the JSON pointer *inside that row* ("/valid/to"; the reader turns it into a
// place in the file); rows are told by table and index. No row: about the whole network, and `where` is a pointer from
// the root.
struct RowPlace {
  enum class In { network, source, actor, agreement };
  In table = In::network;
  std::size_t row = 0;
  std::string where;
};

struct RowProblem {
  Problem problem;
  RowPlace place;
  std::optional<RowPlace> other =
      {};  // the first of two that clash (E_DUPID): the reader gives it to the message as {first}
};

// What a sound network is, beyond what the reader already has to check to read it (FORMAT 4.3): E_DUPID, E_CYCLE,
// E_DATE (from after to), E_PARTY, E_CODE, E_COORD; W_PARTIES, W_FORM, W_UNKNOWN, W_EXPIRED, W_END, W_SAMEID,
// W_COUNTY, W_PERSONAL, W_NORM. E_DUPID names both places. Close to linear in rows.
std::vector<RowProblem> check_soundness(const Network& network, const Taxonomy& taxonomy);

}  // namespace samverka
