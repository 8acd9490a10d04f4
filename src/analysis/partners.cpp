#include "analysis/partners.h"

#include <algorithm>
#include <unordered_map>

#include "base/collate.h"

namespace samverka {
namespace {

// The shown participations of one agreement: they stand together.
using GroupRow = std::span<const Participation>;

std::vector<GroupRow> agreements_of(const SubNetwork& part, ActorId actor) {
  std::vector<GroupRow> groups;
  const GroupRow all(part.participations);
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    bool has_actor = false;
    for (end = begin; end < all.size() && all[end].agreement == all[begin].agreement; ++end) {
      has_actor = has_actor || all[end].actor == actor;
    }
    if (has_actor) groups.push_back(all.subspan(begin, end - begin));
  }
  return groups;
}

bool has_tie(GroupRow group, ActorId actor) {
  return std::any_of(group.begin(), group.end(),
                     [&](const Participation& p) { return p.actor == actor && p.is_confirmed; });
}

class PartnerList {
 public:
  explicit PartnerList(ActorId actor) : actor_(actor) {}

  void add(GroupRow group) {
    const bool actor_has_tie = has_tie(group, actor_);
    for (const Participation& p : group) {
      if (p.actor == actor_) continue;
      Partner& partner = partner_for(p.actor);
      // A partner may be party twice (another role or service): the agreement counts once.
      if (partner.agreements.empty() || partner.agreements.back() != p.agreement)
        partner.agreements.push_back(p.agreement);
      partner.is_confirmed = partner.is_confirmed || (actor_has_tie && p.is_confirmed);
    }
  }

  std::vector<Partner> take() { return std::move(partners_); }

 private:
  Partner& partner_for(ActorId actor) {
    const auto [at, is_new] = place_.try_emplace(actor, partners_.size());
    if (is_new) partners_.push_back({actor, {}, false});
    return partners_[at->second];
  }

  ActorId actor_;
  std::vector<Partner> partners_;
  std::unordered_map<ActorId, std::size_t> place_;
};

void sort_by_weight(const Network& network, std::vector<Partner>& partners) {
  const auto comes_before = [&](const Partner& a, const Partner& b) {
    if (a.is_confirmed != b.is_confirmed) return a.is_confirmed;
    if (a.agreements.size() != b.agreements.size()) return a.agreements.size() > b.agreements.size();
    const std::string& a_name = network.actor(a.actor).shown_name();
    const std::string& b_name = network.actor(b.actor).shown_name();
    if (swedish_less(a_name, b_name)) return true;
    if (swedish_less(b_name, a_name)) return false;
    return a.actor < b.actor;
  };
  std::sort(partners.begin(), partners.end(), comes_before);
}

}  // namespace

Partners partners_of(const Network& network, const SubNetwork& part, ActorId actor, std::size_t crowd) {
  Partners found;
  PartnerList list(actor);
  for (const GroupRow group : agreements_of(part, actor)) {
    // All parties count, shown or not: a national agreement is no closer for looking at one county of it.
    if (network.agreement(group.front().agreement).parties.size() > crowd) {
      ++found.crowded_agreements;
    } else {
      list.add(group);
    }
  }
  found.partners = list.take();
  sort_by_weight(network, found.partners);
  return found;
}

}  // namespace samverka
