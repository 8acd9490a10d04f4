#include "analysis/duplicates.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/collate.h"

namespace samverka {
namespace {

using ActorsAlike = std::map<std::string, std::vector<ActorId>>;

// Letters and digits of the name as people compare it: "Rädda Barnen, Falun" and "rädda barnen  falun".
std::string plain_name(const std::string& name) {
  std::string plain;
  for (const char c : folded(name)) {
    const bool is_sign = c == ' ' || c == ',' || c == '.' || c == '-' || c == '(' || c == ')' || c == '/' || c == '&';
    if (!is_sign) plain += c;
  }
  return plain;
}

void add_ids(const Actor& actor, ActorId id, ActorsAlike& by_id) {
  if (!actor.ids) return;
  const auto add = [&](const char* what, const std::string& code) {
    if (!code.empty()) by_id[actor.type + '\n' + what + code].push_back(id);
  };
  add("municipality ", actor.ids->municipality_code);
  add("county ", actor.ids->county_code);
  add("school ", actor.ids->school_unit_code);
  add("hsa ", actor.ids->hsa_id);
  add("wikidata ", actor.ids->wikidata);
}

bool may_be_one_place(const Actor& a, const Actor& b) {
  const auto agree = [](const std::string& x, const std::string& y) { return x.empty() || y.empty() || x == y; };
  return agree(a.municipality, b.municipality) && agree(a.county, b.county);
}

class DuplicateList {
 public:
  explicit DuplicateList(const Network& network) : network_(network) {}

  void add(const ActorsAlike& alike, PossibleDuplicate::Why why) {
    std::vector<PossibleDuplicate> found;
    for (const auto& [what, ids] : alike) {
      for (std::size_t i = 1; i < ids.size(); ++i) {
        const PossibleDuplicate pair{why, ids[i - 1], ids[i]};
        if (is_possible(pair) && seen_.insert({pair.first.value, pair.second.value}).second) found.push_back(pair);
      }
    }
    std::sort(found.begin(), found.end(), [](const PossibleDuplicate& a, const PossibleDuplicate& b) {
      return std::pair(a.first.value, a.second.value) < std::pair(b.first.value, b.second.value);
    });
    all_.insert(all_.end(), found.begin(), found.end());
  }
  std::vector<PossibleDuplicate> take() { return std::move(all_); }

 private:
  bool is_possible(const PossibleDuplicate& pair) const {
    return pair.why == PossibleDuplicate::Why::same_id ||
           may_be_one_place(network_.actor(pair.first), network_.actor(pair.second));
  }

  const Network& network_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen_;
  std::vector<PossibleDuplicate> all_;
};

}  // namespace

std::vector<PossibleDuplicate> possible_duplicates(const Network& network) {
  ActorsAlike by_id, by_name;
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const Actor& actor = network.actors[i];
    add_ids(actor, ActorId(i), by_id);
    if (const std::string name = plain_name(actor.name); !name.empty()) {
      by_name[actor.type + '\n' + name].push_back(ActorId(i));
    }
  }
  DuplicateList list(network);
  list.add(by_id, PossibleDuplicate::Why::same_id);
  list.add(by_name, PossibleDuplicate::Why::same_name);
  return list.take();
}

}  // namespace samverka
