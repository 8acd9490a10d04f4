#pragma once
// How a planner's own place stands on a day: which agreements hold, which are recorded but not confirmed, in which
// areas nothing is on record, what must be decided soon, what is owed. Pure: the same network, place and day give the
// same answer. Absence of a record is never told as absence of cooperation; see is_observed.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/deadlines.h"
#include "model/network.h"
#include "model/network_index.h"
#include "model/taxonomy.h"

namespace samverka {

// How an agreement stands for a place on a day. In the order in which they are told.
enum class Standing : std::uint8_t {
  confirmed,    // a tie of somebody of the place
  on_its_way,   // planned or decided, or in force while the place has only been recommended it or decided on it
  unconfirmed,  // in force, but nobody knows whether the place has adopted it
  unknown,      // nobody knows whether the agreement holds
  expired,      // recorded as in force, but its end has passed, and nothing on record follows it
  internal,     // within one organisation: worth knowing, no cooperation between several
  earlier       // ended, or so old that only its name is left: a lead, and no more
};
constexpr std::size_t standing_count = 7;

struct PlaceAgreement {
  AgreementId id;
  Standing standing = Standing::unknown;
  bool is_own = false;    // the municipality or a unit of it is party; of a county: a municipality or the region
  bool is_crowd = false;  // more than crowd_parties: it holds for everybody and tells little of this place
  // Municipalities of the place among its parties, each once: with a tie, and without.
  std::size_t municipalities_confirmed = 0, municipalities_other = 0;
};

// One of the taxonomy's top areas. Crowds are counted apart, so that a national agreement does not hide that nothing
// else is on record.
struct AreaSituation {
  AreaCode area;
  std::vector<std::size_t> agreements;  // places in Situation::agreements; neither crowds nor earlier ones
  std::array<std::size_t, standing_count> count{};
  std::size_t crowds = 0;
  // Of the place's municipalities: with a tie in the area; else party in something not confirmed; else observed to have
  // nothing. The rest are not on record.
  std::size_t municipalities_confirmed = 0, municipalities_other = 0, municipalities_observed = 0;

  std::size_t of(Standing standing) const { return count[static_cast<std::size_t>(standing)]; }
};

// A duty of an agreement of the place, or of somebody of the place; or a milestone of the network.
struct Due {
  Date date;              // the last day it may mean
  AgreementId agreement;  // unset: a milestone
  std::size_t place = 0;  // in Agreement::duties or Network::milestones
  bool is_own = false;    // somebody of the place owes it
};

struct Situation {
  std::string place;  // "2080" or "20"
  bool is_county = false;
  bool is_known = false;                // the network has the place
  ActorId actor;                        // the municipality, or the county's region where there is one
  std::vector<ActorId> municipalities;  // of the place, in the file's order
  Date day;
  std::vector<PlaceAgreement> agreements;  // by standing, crowds last of each, then Swedish order of the titles
  std::vector<AreaSituation> areas;        // top areas within the agreement, in the taxonomy's order
  std::size_t left_out = 0;                // standing agreements outside the nine areas, or of a form off by default
  std::vector<Deadline> deadlines;         // within horizon_months, soonest first; crowds too, since they end as well
  std::vector<Due> dues;                   // soonest first, those that have passed among them

  std::size_t count(Standing standing) const;  // without crowds
};

constexpr int horizon_months = 12;

bool is_county_code(std::string_view place);  // two digits; a municipality has four

// Linear in the network.
Situation situation_of(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                       std::string_view place, Date day);

// Who is of a place: `own` a municipality with all units under it; of a county its municipalities and region with
// theirs. `local` others that are there: an association, a clinic.
enum class Belonging : std::uint8_t { none, local, own };
std::vector<Belonging> actors_of_place(const Network& network, const NetworkIndex& index, std::string_view place);

}  // namespace samverka
