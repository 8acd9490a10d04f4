#pragma once
// What all rules about one network on one day have in common, worked out once: order, roots, places, and who stands in
// an agreement.
#include <cstdint>
#include <span>
#include <vector>

#include "model/network.h"
#include "model/network_index.h"
#include "model/rules.h"
#include "model/taxonomy.h"

namespace samverka {

class RuleGround {
 public:
  // References to all but the day; they must outlive it.
  RuleGround(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, Date day);

  const Network& network;
  const NetworkIndex& index;
  const Taxonomy& taxonomy;
  const Date day;

  // Order by key, so that what is told first does not depend on the order of rows.
  bool comes_first(ActorId a, ActorId b) const { return actor_rank_[a.value] < actor_rank_[b.value]; }
  bool comes_first(AgreementId a, AgreementId b) const { return agreement_rank_[a.value] < agreement_rank_[b.value]; }

  // The top of the `parent` chain; in a ring of parents, its first by key.
  ActorId root_of(ActorId actor) const { return root_[actor.value]; }

  // A number for where the actor is. 0: not told, which is the same place as nothing; anywhere is one place.
  std::uint32_t place_of(SamePlace same, ActorId actor) const;

  // Who stands in the agreement in that state on the day, each once, in the order of rows (format, "Standing"): parties
  // in it; for adopted also those that an adopted party signs for; with `covers: units` also all below them.
  std::vector<ActorId> standing_in(const Agreement& agreement, PartyState state, Date on_day) const;

  // Whether the actor is among those asked by, or answering, the survey of that number.
  bool is_asked(std::uint32_t survey, ActorId actor) const { return is_in(asked_[survey], actor); }
  bool has_answered(std::uint32_t survey, ActorId actor) const { return is_in(answered_[survey], actor); }

 private:
  static bool is_in(const std::vector<ActorId>& sorted, ActorId actor);
  void find_roots();
  void number_places();

  std::vector<std::uint32_t> actor_rank_, agreement_rank_;
  std::vector<ActorId> root_;
  std::vector<std::uint32_t> county_, municipality_;
  std::vector<std::vector<ActorId>> asked_, answered_;  // by survey, ascending
};

}  // namespace samverka
