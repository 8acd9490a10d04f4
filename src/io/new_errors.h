#pragma once
// Which errors a change has made: those that are told after it and were not told before.
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "io/edit_rows.h"
#include "model/network.h"
#include "model/soundness.h"
#include "model/taxonomy.h"

namespace samverka {

// What a problem says, wherever it stands: a row that is moved in its list has no new error for that.
using Said = std::pair<std::string, std::vector<std::pair<std::string, std::string>>>;
inline Said said_by(const Problem& problem) { return {problem.code, problem.message.args}; }

// How often each error is said.
class ErrorCount {
 public:
  void add(const Problem& problem) {
    if (problem.severity == Severity::error) ++count_[said_by(problem)];
  }
  // True as often as it was added.
  bool take(const Problem& problem) {
    const auto found = count_.find(said_by(problem));
    if (found == count_.end() || found->second == 0) return false;
    --found->second;
    return true;
  }

 private:
  std::map<Said, std::size_t> count_;
};

// The row that a problem of the whole network is about, and the pointer inside it.
struct AboutRow {
  Key key;  // of no row: the network's
  std::string pointer;
  std::optional<RowAt> at = {};
};
AboutRow about_row(const Network& network, const RowPlace& place);

// What check_soundness() tells, with the row's id as `file` and the pointer inside the row.
std::vector<Problem> unsound(const Network& network, const Taxonomy& taxonomy);

}  // namespace samverka
