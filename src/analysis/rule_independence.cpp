#include "analysis/rule_independence.h"

#include <unordered_map>

namespace samverka {
namespace {

class IndependentChoice {
 public:
  explicit IndependentChoice(std::span<const std::vector<ActorId>> roots) : roots_(roots) {}

  // Gives the agreement a root of its own, if need be by moving others to other roots of theirs.
  bool add(std::size_t agreement) {
    std::vector<std::size_t> queue = {agreement};
    std::unordered_map<ActorId, std::size_t> reached_from;  // a root, and the agreement that it was tried for
    for (std::size_t next = 0; next < queue.size(); ++next) {
      for (const ActorId root : roots_[queue[next]]) {
        if (!reached_from.emplace(root, queue[next]).second) continue;
        const auto holder = chosen_by_.find(root);
        if (holder == chosen_by_.end()) {
          move_along(root, agreement, reached_from);
          return true;
        }
        queue.push_back(holder->second);
      }
    }
    return false;
  }

 private:
  // The free root goes to the agreement it was tried for, whose old root goes to the one that wanted it, and so on.
  void move_along(ActorId root, std::size_t first, const std::unordered_map<ActorId, std::size_t>& reached_from) {
    while (true) {
      const std::size_t agreement = reached_from.at(root);
      const auto old = root_of_.find(agreement);
      const bool is_last = agreement == first;
      const ActorId released = is_last ? ActorId() : old->second;
      chosen_by_[root] = agreement;
      root_of_[agreement] = root;
      if (is_last) return;
      root = released;
    }
  }

  std::span<const std::vector<ActorId>> roots_;
  std::unordered_map<ActorId, std::size_t> chosen_by_;
  std::unordered_map<std::size_t, ActorId> root_of_;
};

}  // namespace

std::int64_t independent_partners(std::span<const std::vector<ActorId>> roots_by_agreement, std::int64_t enough) {
  IndependentChoice choice(roots_by_agreement);
  std::int64_t count = 0;
  for (std::size_t i = 0; i < roots_by_agreement.size() && count < enough; ++i) count += choice.add(i) ? 1 : 0;
  return count;
}

}  // namespace samverka
