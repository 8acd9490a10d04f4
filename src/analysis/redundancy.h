#pragma once
// Whether cooperation has something to fall back on: partners that do not hang on each other, and ways that share
// nothing.
#include <vector>

#include "analysis/cut_off.h"
#include "analysis/ties.h"
#include "model/network_index.h"

namespace samverka {

struct PartnerBy {
  ActorId partner;
  AgreementId agreement;
};

// The most partners that can be told with different agreements and different roots of their `parent` chains: what is
// left if one agreement ends or one organisation leaves is at least one less. By disjoint paths (max-flow).
std::size_t independent_partners(const Network& network, const std::vector<PartnerBy>& partners);

// A municipality in an area.
struct Footholds {
  enum class Silence : std::uint8_t { no_record, observed_none };  // see is_observed
  ActorId municipality;
  std::size_t partners = 0;              // distinct, units of its own not among them
  std::size_t independent = 0;           // of them, at most; 0 only where there are none
  bool has_umbrella = false;             // party, with others, of an umbrella that was left out
  Silence silence = Silence::no_record;  // what no partner and no umbrella mean
};

struct AreaFootholds {
  AreaCode area;
  std::vector<Footholds> rows;  // one for each municipality, as given
};

// Municipalities by what they have to stand on; each is counted once.
struct FootholdCount {
  std::size_t two_or_more = 0, one = 0;  // independent partners
  std::size_t umbrella_only = 0;         // none, but an umbrella that was left out
  std::size_t observed_none = 0;         // neither, and that is known
  std::size_t no_record = 0;             // neither on record: not known
};
FootholdCount count_of(const AreaFootholds& area);

std::vector<AreaFootholds> footholds_by_area(const Network& network, const Taxonomy& taxonomy, const Ties& ties,
                                             const std::vector<ActorId>& municipalities,
                                             const std::vector<AreaCode>& areas, bool with_umbrellas);

// How many ways without a common agreement or actor lead from a municipality to its region; no more than `most_ways`
// are counted. Municipalities without a region, and those the graph does not show, are left out.
constexpr std::size_t most_ways = 3;
struct WaysToRegion {
  ActorId municipality, region;
  std::size_t ways = 0;
};
std::vector<WaysToRegion> ways_to_region(const Network& network, const NetworkIndex& index, const TieGraph& graph,
                                         const std::vector<ActorId>& municipalities);

}  // namespace samverka
