#pragma once
// Where cooperation is weak, as a planner asks it: what everything hangs on, who has one partner only, who has nothing
// to fall back on, who stands alone, what ends soon, and what nobody has looked at for long. All of it is about what is
// on record: a weak point may have a tie beside it that nobody has noted.
#include <string>
#include <vector>

#include "analysis/cut_off.h"
#include "analysis/redundancy.h"
#include "analysis/sole_partners.h"
#include "analysis/upkeep.h"
#include "model/filter.h"

namespace samverka {

struct WeakQuestion {
  Filter filter;  // of agreements and actors, as everywhere
  Date day;
  AreaCode area;      // only what is about it; empty: all areas
  std::string place;  // "20" or "2080": only what concerns somebody there. The whole graph decides all the same
  bool with_umbrellas = false;
  int months = 12;        // ahead
  int stale_months = 24;  // back
  bool operator==(const WeakQuestion&) const = default;
};

struct Loner {
  ActorId actor;
  bool is_founded = false;    // an agreement that stands founds it: its founders are tied, and it is their common body
  bool has_umbrella = false;  // it is party of an umbrella that was left out
  bool is_observed = false;   // observed to have nothing (is_observed); only where an area is asked for
};

// An agreement that must be seen to, and whom it would leave without a partner of some kind in some area.
struct Expiring {
  Deadline deadline;
  std::vector<SolePartner> leaves;  // those that hang on this agreement alone
};

struct WeakPoints {
  std::vector<AgreementId> umbrellas;  // with ties, ascending: left out of all but `upkeep`, unless asked for
  std::vector<ActorId> national;       // with ties, ascending: left out of `links` and `ways`, unless umbrellas are in
  bool has_umbrellas = false;          // they were asked for, and are in
  std::vector<AgreementId> grants;     // with ties, ascending: left out of `links`, `ways`, `sole` and `footholds`
  std::size_t tied_actors = 0, tied_agreements = 0, ties = 0;  // of the whole graph, not of the place
  GraphCuts cuts;   // of all ties but umbrellas; with a place, those of its actors and their agreements
  OnlyLinks links;  // components and loners of the whole graph, not of the place
  std::vector<SolePartner> sole;
  std::vector<AreaFootholds> footholds;  // the area asked for, else each top area
  std::vector<WaysToRegion> ways;
  std::vector<Loner> loners;
  std::vector<Expiring> expiring;
  Upkeep upkeep;  // umbrellas too: they end as well
};

// Deterministic. Linear in the network but for the ways to the region: a search of the graph for each municipality.
WeakPoints weak_points(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                       const WeakQuestion& question);

}  // namespace samverka
