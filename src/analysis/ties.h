#pragma once
// Who is tied to whom on a day: the agreements in force with those who have adopted them, without what is merely
// recorded. Only parties count (`is_tie`); whom one signs for does not, since who that is must be asked of each norm.
#include <vector>

#include "graph/subnetwork.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// An umbrella joins so many that it hides every weakness: a state agreement, a network, the agreement behind a regional
// support structure, or anything of more parties than this. (Forty is our judgement: a county's own agreement is one
// in the largest county only.)
constexpr std::size_t umbrella_above = 40;
bool is_umbrella(const Agreement& agreement, const Taxonomy& taxonomy);

// An authority of the whole country is one row in the file and many offices outside it: that the police in Umeå and in
// Malmö are the same authority joins nobody. A state body without a county.
bool is_national(const Actor& actor, const Taxonomy& taxonomy);

// Where the question is the structures themselves, what joins them is no umbrella.
bool asks_for_structures(const AreaCode& area);

struct TiedAgreement {
  AgreementId id;
  std::vector<ActorId> actors;  // with a tie, each once, ascending; at least one
  bool is_umbrella = false;
  bool is_grant = false;  // of a form that is off until asked for: money given is not yet cooperation
};

struct Ties {
  std::vector<TiedAgreement> agreements;             // by id
  std::vector<std::vector<std::uint32_t>> of_actor;  // by ActorId: places in `agreements`, ascending
};

// The confirmed ties of what a filter and a day let through (graph::restrict). Linear.
Ties ties_of(const Network& network, const Taxonomy& taxonomy, const SubNetwork& part);

// Whether the agreement is about the area or a clause of it; any agreement where no area is asked for.
bool is_about(const Agreement& agreement, const Taxonomy& taxonomy, const AreaCode& area);

// The top of an actor's chain of `parent`s: itself where it has none. A loop, which is an error of the file, ends it.
ActorId root_of(const Network& network, ActorId actor);

// What may stand in for what. Any school may be a partner instead of another, and so on by group; state bodies each
// have their own task, so there it is the type, and of agencies the subtype: the police do not stand in for
// the employment service. A code of Taxonomy::actor_subtypes, actor_types or groups.
const std::string& partner_kind(const Actor& actor, const Taxonomy& taxonomy);

}  // namespace samverka
