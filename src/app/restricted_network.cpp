#include "app/restricted_network.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace samverka {
namespace {

// Chooses rows first, and then copies them with their references renumbered.
class Restriction {
 public:
  Restriction(const Network& network, const Taxonomy& taxonomy, const Filter& filter)
      : network_(network), taxonomy_(taxonomy), actors_(network.actors.size()), agreements_(network.agreements.size()) {
    for (Filter& one : each_alternative(filter)) {
      const bool lets_unknown_through = one.accepts(Actor{}, taxonomy);
      sides_.push_back({std::move(one), lets_unknown_through, {}});
    }
  }

  Network made() {
    choose_agreements(choose_actors());
    Network out = network_;
    out.actors = {};
    out.agreements = {};
    for (std::size_t i = 0; i < actors_.size(); ++i) {
      if (actors_[i].is_set()) out.actors.push_back(copy_of(network_.actors[i]));
    }
    for (std::size_t i = 0; i < agreements_.size(); ++i) {
      if (agreements_[i].is_set()) out.agreements.push_back(copy_of(network_.agreements[i]));
    }
    if (out.coverage) restrict_surveys(*out.coverage);
    return out;
  }

 private:
  std::vector<bool> choose_actors() {
    std::vector<bool> is_kept(network_.actors.size(), false);
    for (Side& side : sides_) {
      for (const Actor& actor : network_.actors) {
        side.accepted.push_back(side.filter.accepts(actor, taxonomy_, &network_));
        if (side.accepted.back() && !side.filter.speaks_of_agreements()) is_kept[side.accepted.size() - 1] = true;
      }
    }
    return is_kept;
  }

  // One alternative of the filter, and the actors that it accepts.
  struct Side {
    Filter filter;
    bool lets_unknown_through = false;  // an actor that nothing is known of passes
    std::vector<bool> accepted;
  };

  // Nothing is known of an actor that is not in the file, nor of the parties of an agreement that has none.
  bool is_let_through(const Side& side, const Party& party) const {
    const bool is_actor_in = party.actor.id.is_set() ? side.accepted[party.actor.id.value] : side.lets_unknown_through;
    return is_actor_in && side.filter.accepts(party, &network_);
  }
  bool is_let_through(const Side& side, const Agreement& agreement) const {
    if (!side.filter.accepts(agreement, taxonomy_, &network_)) return false;
    if (agreement.parties.empty()) return is_let_through(side, Party{});
    return std::any_of(agreement.parties.begin(), agreement.parties.end(),
                       [&](const Party& party) { return is_let_through(side, party); });
  }
  bool is_let_through(const Agreement& agreement, const Party& party) const {
    return std::any_of(sides_.begin(), sides_.end(), [&](const Side& side) {
      return side.filter.accepts(agreement, taxonomy_, &network_) && is_let_through(side, party);
    });
  }

  void choose_agreements(std::vector<bool> is_kept) {
    std::size_t kept_agreements = 0, kept_actors = 0;
    const auto keep = [&](const Side& side, ActorId actor) {
      if (actor.is_set() && side.accepted[actor.value]) is_kept[actor.value] = true;
    };
    for (std::size_t i = 0; i < agreements_.size(); ++i) {
      const Agreement& agreement = network_.agreements[i];
      for (const Side& side : sides_) {
        if (!is_let_through(side, agreement)) continue;
        if (!agreements_[i].is_set()) agreements_[i] = AgreementId(kept_agreements++);
        for (const Party& party : agreement.parties) {
          if (is_let_through(side, party)) keep(side, party.actor.id);
        }
        keep(side, agreement.founds.id);
      }
    }
    for (std::size_t i = 0; i < actors_.size(); ++i) {
      if (is_kept[i]) actors_[i] = ActorId(kept_actors++);
    }
  }

  void renumber(ActorRef& ref) const {
    if (!ref.id.is_set()) return;
    const ActorId now = actors_[ref.id.value];
    if (!now.is_set()) ref.unresolved = network_.actor(ref.id).key;
    ref.id = now;
  }
  void renumber(AgreementRef& ref) const {
    if (!ref.id.is_set()) return;
    const AgreementId now = agreements_[ref.id.value];
    if (!now.is_set()) ref.unresolved = network_.agreement(ref.id).key;
    ref.id = now;
  }
  template <class Ref>
  void renumber(std::vector<Ref>& refs) const {
    for (Ref& ref : refs) renumber(ref);
  }

  Actor copy_of(Actor actor) const {
    renumber(actor.parent);
    renumber(actor.members);
    return actor;
  }

  std::vector<Party> parties_of(const Agreement& agreement) const {
    std::vector<Party> parties;
    for (const Party& party : agreement.parties) {
      if (!is_let_through(agreement, party)) continue;
      parties.push_back(party);
      renumber(parties.back().actor);
      renumber(parties.back().on_behalf_of);
    }
    return parties;
  }

  Agreement copy_of(Agreement agreement) const {
    const bool was_internal = agreement.is_internal();
    agreement.parties = parties_of(agreement);
    // What is left of an agreement with others may be one actor's two roles. Its ties still stand: it must not be taken
    // for an agreement within that actor, so the last of its references is told apart from the first.
    if (!was_internal && agreement.is_internal()) {
      ActorRef& last = agreement.parties.back().actor;
      if (last.id.is_set()) last.unresolved = "…";
    }
    for (Funding& funding : agreement.funding) {
      renumber(funding.from);
      renumber(funding.to);
    }
    for (Duty& duty : agreement.duties) {
      renumber(duty.by);
      renumber(duty.to);
    }
    renumber(agreement.supersedes);
    renumber(agreement.under);
    renumber(agreement.founds);
    return agreement;
  }

  void restrict_surveys(Coverage& coverage) const {
    for (Survey& survey : coverage.surveys) {
      renumber(survey.asked);
      renumber(survey.answered);
    }
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  std::vector<Side> sides_;
  std::vector<ActorId> actors_;  // where each row is now; unset if it went
  std::vector<AgreementId> agreements_;
};

}  // namespace

Network restricted_network(const Network& network, const Taxonomy& taxonomy, const Filter& filter) {
  return Restriction(network, taxonomy, filter).made();
}

}  // namespace samverka
