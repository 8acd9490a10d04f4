#include "analysis/rule_ground.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace samverka {
namespace {

// Saved files have their rows by key already; others cost a sort.
template <class T>
std::vector<std::uint32_t> ranks_by_key(const Table<T>& rows) {
  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto by_key = [&](std::uint32_t a, std::uint32_t b) { return rows[a].key < rows[b].key; };
  if (std::is_sorted(order.begin(), order.end(), by_key)) return order;
  std::stable_sort(order.begin(), order.end(), by_key);
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  return rank;
}

std::vector<ActorId> sorted_ids(const std::vector<ActorRef>& refs) {
  std::vector<ActorId> ids;
  for (const ActorRef& ref : refs) {
    if (ref.id.is_set()) ids.push_back(ref.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

void keep_each_once(std::vector<ActorId>& actors) {
  std::sort(actors.begin(), actors.end());
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
}

}  // namespace

RuleGround::RuleGround(const Network& of, const NetworkIndex& index_of, const Taxonomy& words, Date on_day)
    : network(of),
      index(index_of),
      taxonomy(words),
      day(on_day),
      actor_rank_(ranks_by_key(of.actors)),
      agreement_rank_(ranks_by_key(of.agreements)) {
  find_roots();
  number_places();
  if (!network.coverage) return;
  for (const Survey& survey : network.coverage->surveys) {
    asked_.push_back(sorted_ids(survey.asked));
    answered_.push_back(sorted_ids(survey.answered));
  }
}

bool RuleGround::is_in(const std::vector<ActorId>& sorted, ActorId actor) {
  return std::binary_search(sorted.begin(), sorted.end(), actor);
}

// Each chain is walked up to the first actor whose root is known; what it passed gets the same root.
void RuleGround::find_roots() {
  const std::size_t count = network.actors.size();
  root_.resize(count);
  std::vector<std::uint32_t> seen_on_walk(count, 0);
  std::vector<ActorId> way;
  for (std::uint32_t i = 0; i < count; ++i) {
    way.clear();
    ActorId at{std::size_t{i}};
    while (!root_[at.value].is_set() && seen_on_walk[at.value] != i + 1) {
      seen_on_walk[at.value] = i + 1;
      way.push_back(at);
      const ActorId parent = network.actor(at).parent.id;
      if (!parent.is_set()) break;
      at = parent;
    }
    ActorId root = root_[at.value];
    if (!root.is_set()) {  // the top, or the first that was met again in a ring
      const auto ring = std::find(way.begin(), way.end(), at);
      root = *std::min_element(ring, way.end(), [this](ActorId a, ActorId b) { return comes_first(a, b); });
    }
    for (const ActorId actor : way) root_[actor.value] = root;
  }
}

void RuleGround::number_places() {
  std::unordered_map<std::string, std::uint32_t> numbers{{"", 0}};
  const auto number = [&](const std::string& code) {
    return numbers.emplace(code, static_cast<std::uint32_t>(numbers.size())).first->second;
  };
  county_.reserve(network.actors.size());
  municipality_.reserve(network.actors.size());
  for (const Actor& actor : network.actors) {
    county_.push_back(number(actor.county));
    municipality_.push_back(number(actor.municipality));
  }
}

std::uint32_t RuleGround::place_of(SamePlace same, ActorId actor) const {
  if (same == SamePlace::anywhere) return 1;
  return (same == SamePlace::county ? county_ : municipality_)[actor.value];
}

std::vector<ActorId> RuleGround::standing_in(const Agreement& agreement, PartyState state, Date on_day) const {
  std::vector<ActorId> standing;
  for (const Party& party : agreement.parties) {
    const PartyState own = party.state_or_unknown();
    const bool may_sign = state == PartyState::adopted && own == PartyState::adopted;
    if ((own != state && !may_sign) || !party.includes(on_day)) continue;
    if (party.actor.id.is_set()) standing.push_back(party.actor.id);
    if (!may_sign) continue;
    for (const ActorRef& other : party.on_behalf_of) {
      if (other.id.is_set()) standing.push_back(other.id);
    }
  }
  keep_each_once(standing);
  if (agreement.covers.value_or(Covers::self) != Covers::units) return standing;
  // All below them, one generation at a time; what is met again, in a ring or by two ways, is not gone through anew.
  std::vector<ActorId> generation = standing;
  while (!generation.empty()) {
    std::vector<ActorId> children, fresh;
    for (const ActorId actor : generation) {
      const auto below = index.children_of(actor);
      children.insert(children.end(), below.begin(), below.end());
    }
    keep_each_once(children);
    std::set_difference(children.begin(), children.end(), standing.begin(), standing.end(), std::back_inserter(fresh));
    const auto middle = static_cast<std::ptrdiff_t>(standing.size());
    standing.insert(standing.end(), fresh.begin(), fresh.end());
    std::inplace_merge(standing.begin(), standing.begin() + middle, standing.end());
    generation = std::move(fresh);
  }
  return standing;
}

}  // namespace samverka
