#pragma once
#include <map>
#include <string>

#include "graph/subnetwork.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// The honest figures of a network on a day (`samverka info`, CLI contract): what is recorded, and how much of it is
// firm.
struct Census {
  Key id;
  Date as_of;
  std::size_t actors = 0;
  std::map<std::string, std::size_t> actors_by_group, actors_by_type;
  std::size_t actors_without_agreement = 0;  // party in no agreement at all
  std::size_t agreements = 0;
  std::size_t agreements_active = 0;  // on as_of
  std::map<std::string, std::size_t> agreements_by_form, agreements_by_status;
  std::map<std::string, std::size_t> agreements_by_area;  // by top area; one with several counts in each; none: A0
  std::size_t agreements_with_from = 0;
  std::size_t agreements_with_to = 0;  // an end date; until further notice is not one
  std::size_t parties = 0;
  std::size_t ties = 0;  // FORMAT section 1: adopted, active on as_of
  std::map<std::string, std::size_t> party_states;
  std::size_t municipalities_with_tie = 0;
};

Census take_census(const Network& network, const Taxonomy& taxonomy, Date day);

}  // namespace samverka
