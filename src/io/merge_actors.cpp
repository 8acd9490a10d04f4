#include "io/merge_actors.h"

#include <algorithm>
#include <utility>

#include "io/json_edit.h"
#include "io/json_scan.h"

namespace samverka {
namespace {

std::string escaped_part(std::string_view name) {
  std::string out = "/";
  for (const char c : name) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return out;
}

class Filler {
 public:
  Filler(std::string text, const std::string& other, const std::vector<Key>& not_to, std::vector<std::string>& clashes)
      : text_(std::move(text)), other_(other), not_to_(not_to), clashes_(clashes) {
    JsonScanner scanner(other_, 0, {}, [](const Problem&, std::size_t, std::size_t) {});
    is_read_ = scanner.read(tree_);
    tree_.text = other_;
  }

  std::string fill() {
    if (is_read_) fill_object(0, "");
    return std::move(text_);
  }

 private:
  void set(const std::string& pointer, std::string_view raw) {
    if (auto changed = with_member(text_, pointer, raw)) text_ = std::move(*changed);
  }

  void fill_object(std::uint32_t object, const std::string& at) {
    tree_.each_child(object, [&](std::uint32_t i) {
      const std::string name = tree_.name(tree_.nodes[i]);
      if (!at.empty() || name != "id") fill_member(i, at + escaped_part(name));
    });
  }

  void fill_member(std::uint32_t i, const std::string& pointer) {
    const JsonNode& node = tree_.nodes[i];
    const std::string own = member_of(text_, pointer);
    if (names_one_of_the_two(node)) return;
    if (own.empty()) return set(pointer, tree_.raw(node));
    if (own == tree_.raw(node)) return;
    if (node.kind == JsonKind::object && own.front() == '{') return fill_object(i, pointer);
    if (node.kind == JsonKind::list && own.front() == '[') return add_items(i, pointer);
    clashes_.push_back(pointer.substr(1));
  }

  void add_items(std::uint32_t list, const std::string& pointer) {
    tree_.each_child(list, [&](std::uint32_t i) {
      if (names_one_of_the_two(tree_.nodes[i])) return;
      for (std::size_t at = 0;; ++at) {
        const std::string own = member_of(text_, pointer + "/" + std::to_string(at));
        if (own == tree_.raw(tree_.nodes[i])) return;
        if (own.empty()) break;
      }
      set(pointer + "/-", tree_.raw(tree_.nodes[i]));
    });
  }

  bool names_one_of_the_two(const JsonNode& node) const {
    if (node.kind != JsonKind::text) return false;
    std::string scratch;
    const std::string_view words = tree_.text_of(node, scratch);
    return std::find(not_to_.begin(), not_to_.end(), words) != not_to_.end();
  }

  std::string text_;
  const std::string& other_;
  const std::vector<Key>& not_to_;
  std::vector<std::string>& clashes_;
  JsonTree tree_;
  bool is_read_ = false;
};

// As the adoption matrix has it: who has left says less than one of whom nobody knows.
int firmness(PartyState state) {
  switch (state) {
    case PartyState::adopted:
      return 5;
    case PartyState::decided:
      return 4;
    case PartyState::recommended:
      return 3;
    case PartyState::unknown:
      return 2;
    case PartyState::declined:
      return 1;
    case PartyState::withdrawn:
      break;
  }
  return 0;
}

std::pair<bool, int> weight(const Party& party, Date day) {
  return {party.includes(day), firmness(party.state_or_unknown())};
}

bool is_same_standing(const Party& a, const Party& b) { return a.role == b.role && a.service == b.service; }

// The places of parties that another one of the same standing outweighs.
std::vector<std::size_t> outweighed(const std::vector<Party>& parties, ActorId gone, ActorId into, Date day) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    for (std::size_t j = 0; j < parties.size(); ++j) {
      if (parties[i].actor.id != gone || parties[j].actor.id != into) continue;
      if (!is_same_standing(parties[i], parties[j])) continue;
      places.push_back(weight(parties[i], day) > weight(parties[j], day) ? j : i);
    }
  }
  std::sort(places.rbegin(), places.rend());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

}  // namespace

std::string filled(const std::string& text, const std::string& other, const std::vector<Key>& not_to,
                   std::vector<std::string>& clashes) {
  return Filler(text, other, not_to, clashes).fill();
}

std::vector<AgreementId> join_parties(Network& network, ActorId gone, ActorId into) {
  std::vector<AgreementId> joined;
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    const std::vector<std::size_t> places = outweighed(network.agreements[i].parties, gone, into, network.as_of);
    if (places.empty()) continue;
    joined.emplace_back(i);
    std::vector<Party>& parties = network.agreements.mutable_row(i).parties;
    for (const std::size_t place : places) parties.erase(parties.begin() + static_cast<std::ptrdiff_t>(place));
  }
  return joined;
}

}  // namespace samverka
