#pragma once
// How much is on record in each area of the agreement, and how much of it is firm.
#include <string_view>
#include <vector>

#include "graph/subnetwork.h"

namespace samverka {

struct AreaRecord {
  AreaCode area;                   // a top area or a clause
  std::size_t agreements = 0;      // what the filter area=<area> lets through
  std::size_t active = 0;          // of them: in force on the day
  std::size_t not_known = 0;       // of them: nobody knows whether they hold; the rest are on their way
  std::size_t structures = 0;      // support structures (groups rss and support) that are party or founded
  std::size_t municipalities = 0;  // of the part; the three below are disjoint parts of it
  std::size_t confirmed = 0;       // with a tie, crowds (crowd_parties) not counted
  std::size_t unconfirmed = 0;     // else party without a tie
  std::size_t observed_none = 0;   // else observed to have nothing (is_observed)

  std::size_t without_record() const { return municipalities - confirmed - unconfirmed - observed_none; }
};

// Every area within the agreement (not A0), in the taxonomy's order. `place`: only what concerns a county ("20") or a
// municipality ("2080"); empty: the whole network. Linear in the network, once an area.
std::vector<AreaRecord> record_by_area(const Network& network, const Taxonomy& taxonomy, Date day,
                                       std::string_view place = {});

// The clause of a filter that means the place: county=20 or municipality=2080; none where it is empty.
Filter filter_for_place(std::string_view place);

}  // namespace samverka
