#include <algorithm>
#include <array>
#include <string_view>

#include "graph/subnetwork.h"

namespace samverka {
namespace {

// Municipalities, regions and support structures are what the picture is about: they stand even when nothing is
// recorded of them, since that is itself worth seeing.
bool is_of_folding_group(const Actor& actor, const Taxonomy& taxonomy) {
  constexpr std::array<std::string_view, 6> folding = {"school", "health", "civil", "support", "state", "other"};
  return std::find(folding.begin(), folding.end(), taxonomy.group_of(actor.type).code) != folding.end();
}

std::vector<bool> participating(const SubNetwork& part, std::size_t actors) {
  std::vector<bool> found(actors, false);
  for (const Participation& p : part.participations) found[p.actor.value] = true;
  for (const Founding& f : part.foundings) found[f.actor.value] = true;  // its charter is a record of it
  return found;
}

class HostFinder {
 public:
  HostFinder(const Network& network, const NetworkIndex& index, const std::vector<bool>& is_shown)
      : network_(network), index_(index), is_shown_(is_shown) {}

  ActorId host_of(ActorId unit) const {
    const std::vector<ActorId> chain = unit_and_ancestors(unit);
    const auto first_shown = [&](auto host_by) {
      for (const ActorId actor : chain) {
        if (const ActorId host = host_by(actor); host.is_set() && is_shown_[host.value]) return host;
      }
      return ActorId();
    };
    if (const ActorId host = first_shown([](ActorId actor) { return actor; }); host.is_set()) return host;
    const auto municipality = [&](ActorId actor) { return index_.municipality(network_.actor(actor).municipality); };
    if (const ActorId host = first_shown(municipality); host.is_set()) return host;
    return first_shown([&](ActorId actor) { return index_.region_of_county(network_.actor(actor).county); });
  }

 private:
  std::vector<ActorId> unit_and_ancestors(ActorId unit) const {
    constexpr std::size_t deepest = 64;  // a cycle of parents is an error of the file (E_CYCLE), which must not hang us
    std::vector<ActorId> chain;
    for (ActorId at = unit; at.is_set() && chain.size() < deepest; at = network_.actor(at).parent.id)
      chain.push_back(at);
    return chain;
  }

  const Network& network_;
  const NetworkIndex& index_;
  const std::vector<bool>& is_shown_;
};

// Unset ids are the highest number, so the fold without a host comes last by itself.
std::vector<Fold> grouped_by_host(std::vector<std::pair<ActorId, ActorId>> host_and_unit) {
  std::sort(host_and_unit.begin(), host_and_unit.end());
  std::vector<Fold> folds;
  for (const auto& [host, unit] : host_and_unit) {
    if (folds.empty() || folds.back().host != host) folds.push_back({host, {}});
    folds.back().units.push_back(unit);
  }
  return folds;
}

}  // namespace

Folding fold_units(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, const SubNetwork& part,
                   bool unfold_all) {
  if (unfold_all) return {part.actors, {}, 0};
  const std::vector<bool> takes_part = participating(part, network.actors.size());
  Folding folding;
  std::vector<bool> is_shown(network.actors.size(), false);
  std::vector<ActorId> folded;
  for (const ActorId actor : part.actors) {
    const bool folds = !takes_part[actor.value] && is_of_folding_group(network.actor(actor), taxonomy);
    (folds ? folded : folding.shown).push_back(actor);
    is_shown[actor.value] = !folds;
  }
  const HostFinder finder(network, index, is_shown);
  std::vector<std::pair<ActorId, ActorId>> host_and_unit;
  host_and_unit.reserve(folded.size());
  for (const ActorId unit : folded) host_and_unit.emplace_back(finder.host_of(unit), unit);
  folding.folds = grouped_by_host(std::move(host_and_unit));
  folding.folded_count = folded.size();
  return folding;
}

Folding unfold_hosts(const Network& network, Folding folding, std::span<const Key> hosts) {
  const auto is_unfolded = [&](const Fold& fold) {
    return fold.host.is_set() && std::find(hosts.begin(), hosts.end(), network.actor(fold.host).key) != hosts.end();
  };
  for (const Fold& fold : folding.folds) {
    if (!is_unfolded(fold)) continue;
    folding.shown.insert(folding.shown.end(), fold.units.begin(), fold.units.end());
    folding.folded_count -= fold.units.size();
  }
  std::erase_if(folding.folds, is_unfolded);
  std::sort(folding.shown.begin(), folding.shown.end());
  return folding;
}

}  // namespace samverka
