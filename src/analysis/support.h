#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/network.h"
#include "model/network_index.h"
#include "model/taxonomy.h"

namespace samverka {

// The regional support structures as the records tell of them, on a day: who stands behind, for whom, on what ground.
// Most of them are party of nothing themselves: the agreement that founds one (`founds`) says who does. All of the
// network, whatever the filter: what is not found here is found nowhere in the data.

// How well something is founded: by a confirmed tie; by a record that is none (of unknown validity or standing, or a
// membership told of the actor alone); by nothing.
enum class Footing : std::uint8_t { none, unconfirmed, confirmed };

struct SupportHost {
  ActorId actor;
  Footing footing = Footing::unconfirmed;
  AgreementId by;  // where it is party in the role of host; unset: it is the structure's `parent`
  bool operator==(const SupportHost&) const = default;
};

struct ServedMunicipality {
  ActorId municipality;
  Footing footing = Footing::unconfirmed;
  bool operator==(const ServedMunicipality&) const = default;
};

// Money that an agreement that has not ended gives the structure.
struct SupportFunder {
  ActorId actor;
  AgreementId by;
  std::optional<std::int64_t> amount;  // absent: not known, which is not nothing
  std::string currency, period;
  std::optional<std::int64_t> year;
  bool operator==(const SupportFunder&) const = default;
};

struct SupportStructure {
  ActorId actor;
  std::vector<AgreementId> foundings;       // that found it and have not ended; the support structure's own form first
  std::vector<AgreementId> past_foundings;  // ended on the day
  Footing footing = Footing::none;          // confirmed: some tie of some founding
  std::vector<SupportHost> hosts;           // parties in the role of host, the structure itself among them; its parent
  std::vector<ServedMunicipality> served;   // parties and members that are municipalities, and `serves`; Swedish order
  std::vector<ActorId> partners;            // other parties and members, in Swedish order
  std::vector<SupportFunder> funders;       // by agreement, in the file's order
  std::vector<AgreementId> takes_part_in;   // other agreements that it is party of, that have not ended
};

// A forum, a research unit or another network of a county, and which of the county's municipalities are in it: parties
// of what founds it, or its members.
struct CountyForum {
  ActorId actor;
  std::vector<ActorId> municipalities;  // Swedish order
  std::size_t unconfirmed = 0;          // of them, those that no confirmed tie puts there
};

struct CountySupport {
  std::string county;
  std::vector<ActorId> municipalities;       // of the county, Swedish order
  std::vector<SupportStructure> structures;  // of the county, Swedish order
  std::vector<CountyForum> forums;           // Swedish order
  // By any structure of the network. One that is not named in any record is not "without support": nobody has said.
  std::vector<ActorId> served_by_none;
  std::size_t served_unconfirmed = 0;  // named by some record, and by no confirmed tie
  struct Several {
    ActorId municipality;
    std::vector<ActorId> structures;
  };
  std::vector<Several> served_by_several;
  std::vector<Several> served_across;  // by structures of other counties, or of none: across the county border

  std::size_t served_here(const SupportStructure& structure) const;       // how many of the county's own
  std::size_t unconfirmed_here(const SupportStructure& structure) const;  // of those, the ones nobody has confirmed
};

// Every county that has a municipality, a region, a network or a support structure, by code; structures that tell of no
// county first, under an empty code. O(parties + actors · log actors).
std::vector<CountySupport> support_by_county(const Network& network, const NetworkIndex& index,
                                             const Taxonomy& taxonomy, Date day);

// The structures that serve a municipality, in the order of their counties and names. As costly as all of them.
struct Supporter {
  ActorId structure;
  Footing footing = Footing::unconfirmed;
  bool operator==(const Supporter&) const = default;
};
std::vector<Supporter> supporters_of(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                                     Date day, ActorId municipality);

}  // namespace samverka
