#include "app/restricted_network.h"

#include <utility>
#include <vector>

namespace samverka {
namespace {

// Chooses rows first, and then copies them with their references renumbered.
class Restriction {
 public:
  Restriction(const Network& network, const Taxonomy& taxonomy, const Filter& filter)
      : network_(network),
        taxonomy_(taxonomy),
        filter_(filter),
        lets_unknown_through_(filter.accepts(Actor{}, taxonomy)),
        actors_(network.actors.size()),
        agreements_(network.agreements.size()) {}

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
    accepted_.resize(network_.actors.size());
    for (std::size_t i = 0; i < accepted_.size(); ++i) accepted_[i] = filter_.accepts(network_.actors[i], taxonomy_);
    return filter_.speaks_of_agreements() ? std::vector<bool>(accepted_.size(), false) : accepted_;
  }

  // Nothing is known of an actor that is not in the file, nor of the parties of an agreement that has none.
  bool is_let_through(const Party& party) const {
    const bool is_actor_in = party.actor.id.is_set() ? accepted_[party.actor.id.value] : lets_unknown_through_;
    return is_actor_in && filter_.accepts(party);
  }
  bool is_let_through(const Agreement& agreement) const {
    if (!filter_.accepts(agreement, taxonomy_)) return false;
    if (agreement.parties.empty()) return is_let_through(Party{});
    for (const Party& party : agreement.parties) {
      if (is_let_through(party)) return true;
    }
    return false;
  }

  void choose_agreements(std::vector<bool> is_kept) {
    std::size_t kept_agreements = 0, kept_actors = 0;
    const auto keep = [&](ActorId actor) {
      if (actor.is_set() && accepted_[actor.value]) is_kept[actor.value] = true;
    };
    for (std::size_t i = 0; i < agreements_.size(); ++i) {
      const Agreement& agreement = network_.agreements[i];
      if (!is_let_through(agreement)) continue;
      agreements_[i] = AgreementId(kept_agreements++);
      for (const Party& party : agreement.parties) {
        if (is_let_through(party)) keep(party.actor.id);
      }
      keep(agreement.founds.id);
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
      if (!is_let_through(party)) continue;
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
  const Filter& filter_;
  bool lets_unknown_through_;  // an actor that nothing is known of passes
  std::vector<bool> accepted_;
  std::vector<ActorId> actors_;  // where each row is now; unset if it went
  std::vector<AgreementId> agreements_;
};

}  // namespace

Network restricted_network(const Network& network, const Taxonomy& taxonomy, const Filter& filter) {
  return Restriction(network, taxonomy, filter).made();
}

}  // namespace samverka
