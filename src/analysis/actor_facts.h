#pragma once
#include <vector>

#include "analysis/partners.h"
#include "model/network_index.h"
#include "model/taxonomy.h"

namespace samverka {

// An actor's part in one agreement, in all its roles.
struct OwnAgreement {
  AgreementId id;
  std::vector<std::uint32_t> parties;  // its rows among the agreement's parties, ascending; at least one
  bool is_confirmed = false;           // a tie on the day, in some of its roles
  bool is_crowd = false;               // of more than `crowd_parties` parties: it says little of who works with whom
};

// All of the actor's agreements, whatever a filter says: confirmed first, then those whose validity is known, then in
// the file's order: what holds now is read first. Linear in its party rows.
std::vector<OwnAgreement> agreements_of(const Network& network, const NetworkIndex& index, ActorId actor, Date day);

// The same by top area, in the taxonomy's order ("A4" holds those of A4.1 too). An agreement of several areas stands in
// each; one without areas in A0; an area the taxonomy does not know comes last. `rows` are places in the given list.
struct AreaAgreements {
  AreaCode area;
  std::vector<std::size_t> rows;
  std::size_t confirmed = 0;
};
std::vector<AreaAgreements> by_area(const Network& network, const Taxonomy& taxonomy,
                                    const std::vector<OwnAgreement>& agreements);

// Partners by the group of their type, in the taxonomy's order; within a group as in partners_of.
struct GroupedPartners {
  const ActorGroup* group = nullptr;  // of the taxonomy that was given
  std::vector<Partner> partners;
};
std::vector<GroupedPartners> by_group(const Network& network, const Taxonomy& taxonomy, std::vector<Partner> partners);

// What several actors have in common, and what each has alone.
struct Comparison {
  struct Side {
    ActorId actor;
    std::size_t confirmed = 0, unconfirmed = 0;  // agreements, crowds too
    std::size_t partners = 0;                    // among what is shown, crowds left out
    std::size_t alone = 0;                       // agreements that none of the others is party in
  };
  std::vector<Side> sides;               // as given
  std::vector<AgreementId> shared;       // by all of them, ascending
  std::vector<ActorId> shared_partners;  // partners of all of them, in Swedish order
  struct AreaRow {
    AreaCode area;
    std::vector<std::size_t> agreements;  // one a side: those with a confirmed tie
  };
  std::vector<AreaRow> areas;  // the taxonomy's top areas in which some side has one
};
Comparison compare(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, const SubNetwork& part,
                   const std::vector<ActorId>& actors, Date day);

}  // namespace samverka
