#pragma once
// What has changed between two days of one network, by what its agreements say of themselves. Two clocks: when
// something began to hold, and when somebody noted it; what was noted later is no growth.
#include <span>
#include <vector>

#include "model/network.h"

namespace samverka {

struct Changes {
  // Agreements that hold on the later day and did not on the earlier, with a known beginning between. Ascending, each.
  std::vector<AgreementId> begun;    // and that follow no other
  std::vector<AgreementId> renewed;  // and that supersede another
  std::vector<AgreementId> ended;    // held on the earlier day, not on the later, and nothing that holds follows them
  struct PartyChange {
    AgreementId agreement;  // holds on both days
    ActorId actor;
    bool has_joined = false;  // else it has left
  };
  std::vector<PartyChange> parties;  // by agreement, then in the order of rows
  // Noted between the days, and in force on the earlier day already.
  std::vector<AgreementId> newly_noted;
  // In force on the later day, and nobody has noted since when: they may be new, or not.
  std::vector<AgreementId> not_dated;
};

// Within its dates on the day, and active, under notice, or ended since with a known end.
bool held_on(const Agreement& agreement, Date day);

// Of the given agreements, ascending. An agreement holds on a day within its dates if it is active, under notice, or
// has since ended with a known end. Dates known in part are read as everywhere: a beginning as its first day, an end as
// its last. Nothing if `to` is not after `from`. Linear, but for looking up what is superseded.
Changes changes_between(const Network& network, std::span<const AgreementId> agreements, Date from, Date to);

}  // namespace samverka
