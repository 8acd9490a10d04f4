#pragma once
#include <span>
#include <string>
#include <vector>

#include "analysis/partners.h"
#include "graph/subnetwork.h"
#include "model/network.h"

namespace samverka {

// Cooperation seen from far out: the agreements that stay within a county, and those that join two.
struct CountyTies {
  struct Within {
    std::string county;
    std::vector<AgreementId> agreements;  // ascending: all whose parties with a county are of this one
    std::size_t confirmed = 0;            // of them, with a confirmed party
  };
  struct Between {
    std::string first, second;            // codes, first < second
    std::vector<AgreementId> agreements;  // ascending: with a party in each, whoever else is party
    std::size_t confirmed = 0;            // of them, with a confirmed party in each
  };
  std::vector<Within> within;           // by code; counties without such an agreement are left out
  std::vector<Between> between;         // by codes
  std::vector<AgreementId> crossing;    // every agreement that is between some counties, once
  std::vector<AgreementId> crowded;     // of so many parties that they would join everything: left out above
  std::vector<AgreementId> countyless;  // no party has a county: left out above

  const Within* find(std::string_view county) const;
  const Between* find(std::string_view first, std::string_view second) const;  // in either order
};

// `shown` is by agreement, as in SubNetwork. Agreements with more than `crowd` parties, shown or not, are left out (as
// in partners_of). Linear, but for an agreement's pairs of counties.
CountyTies county_ties(const Network& network, std::span<const Participation> shown, std::size_t crowd = crowd_parties);

// The county an actor belongs to: its own, that of its municipality, else its nearest ancestor's; empty if none has.
std::string county_of(const Network& network, ActorId actor);

}  // namespace samverka
