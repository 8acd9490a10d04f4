#pragma once
// What has a date in a network, and what has passed between two days.
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/filter.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

enum class DatedKind : std::uint8_t { begins, ends, review, duty, recorded, milestone };
constexpr std::size_t dated_kinds = 6;

// Something with a date: an agreement's own, one of its duties, or a milestone of the network.
struct Dated {
  DatedKind kind = DatedKind::begins;
  PartialDate date;         // as well as it is known
  AgreementId agreement;    // unset for a milestone
  std::uint32_t which = 0;  // which milestone of the network, or duty of the agreement
  bool operator==(const Dated&) const = default;
};

struct Timeline {
  std::size_t agreements = 0;  // that the filter lets through on some day
  std::size_t with_begin = 0;
  std::size_t with_end = 0;     // an end date: until further notice is not one
  std::size_t with_record = 0;  // that say when they were recorded
  std::vector<Dated> dated;     // by first day, then kind, agreement and which
  // Under a fifth have an end date: what ends when is then mostly not known, and how old the information is says more.
  bool tells_little_of_ends() const { return 5 * with_end < agreements; }
};

// Of the agreements that the filter lets through with some party, whether they stand on the chosen day or not, so that
// the timeline lies still while the date moves. Milestones come whole. Linear, and a sort of what has a date.
Timeline timeline_of(const Network& network, const Taxonomy& taxonomy, const Filter& filter);

// How many of each kind within a year or a month. A date known only to the year counts for its year, never for a month.
struct TimelineBar {
  PartialDate period;  // YYYY or YYYY-MM
  std::array<std::size_t, dated_kinds> counts{};
  std::size_t of(DatedKind kind) const { return counts[static_cast<std::size_t>(kind)]; }
};
enum class TimelineUnit : std::uint8_t { year, month };
// The year or month that a date counts for.
PartialDate period_of(PartialDate date, TimelineUnit unit);
// By first day, the year before its months; periods of nothing are left out.
std::vector<TimelineBar> bars_of(const Timeline& timeline, TimelineUnit unit);

// What is behind us on `to` that was not on `from`, oldest first: milestones with a day in (from, to]; duties, reviews
// and ends of agreements that are not ended or still to come, with a last day in [from, to), for on that day itself
// they are not late. Nothing if `to` is not after `from`. Linear: ask when a date changes.
std::vector<Dated> passed_between(const Network& network, Date from, Date to);

}  // namespace samverka
