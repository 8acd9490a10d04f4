#pragma once
// What a planner of a place can do tomorrow morning: a few concrete steps, each from a row of the situation.
#include <vector>

#include "analysis/situation.h"

namespace samverka {

struct NextStep {
  enum class Kind {
    decide,   // an agreement ends, must be given notice of or reviewed: `on` is the last day
    confirm,  // in force, but parties of the place have not adopted it, or nobody knows: `actors`
    check,    // nobody knows whether it holds: read the document
    ask,      // nothing on record in an area: `area`
    replace,  // its end has passed
    deliver   // a duty of the place that is due within a quarter, or that has passed
  };
  Kind kind = Kind::ask;
  AgreementId agreement;        // unset for ask
  AreaCode area;                // ask: the area; check and confirm: one of the agreement's
  Date on;                      // decide, replace, deliver
  std::vector<ActorId> actors;  // confirm: municipalities of the place (else others of it) without a tie
  std::size_t duty = 0;         // deliver: in Agreement::duties
};

// At most `most` steps, of different kinds as long as there are: three agreements to check is one kind of work. Within
// a kind: decide and deliver the soonest first; confirm where most have yet to adopt; check and ask where nothing else
// is confirmed in the area first, and newer documents before older.
std::vector<NextStep> next_steps(const Network& network, const NetworkIndex& index, const Situation& situation,
                                 std::size_t most = 3);

}  // namespace samverka
