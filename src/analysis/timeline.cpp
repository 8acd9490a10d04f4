#include "analysis/timeline.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace samverka {
namespace {

std::vector<bool> accepted_actors(const Network& network, const Taxonomy& taxonomy, const Filter& filter) {
  std::vector<bool> accepted;
  accepted.reserve(network.actors.size());
  for (const Actor& actor : network.actors) accepted.push_back(filter.accepts(actor, taxonomy, &network));
  return accepted;
}

bool has_some_party(const Network& network, const Agreement& agreement, const Filter& filter,
                    const std::vector<bool>& accepted) {
  return std::any_of(agreement.parties.begin(), agreement.parties.end(), [&](const Party& party) {
    return party.actor.id.is_set() && accepted[party.actor.id.value] && filter.accepts(party, &network);
  });
}

void add_if_set(std::vector<Dated>& dated, DatedKind kind, PartialDate date, AgreementId agreement,
                std::size_t which = 0) {
  if (date.is_set()) dated.push_back({kind, date, agreement, static_cast<std::uint32_t>(which)});
}

void add_ends_and_duties(std::vector<Dated>& dated, const Agreement& agreement, AgreementId id) {
  if (agreement.valid) {
    if (agreement.valid->end == Validity::End::date) add_if_set(dated, DatedKind::ends, agreement.valid->to, id);
    add_if_set(dated, DatedKind::review, agreement.valid->review, id);
  }
  for (std::size_t i = 0; i < agreement.duties.size(); ++i) {
    add_if_set(dated, DatedKind::duty, agreement.duties[i].due, id, i);
  }
}

void add_milestones(std::vector<Dated>& dated, const Network& network) {
  for (std::size_t i = 0; i < network.milestones.size(); ++i) {
    add_if_set(dated, DatedKind::milestone, network.milestones[i].date, {}, i);
  }
}

void add_agreement(Timeline& timeline, const Agreement& agreement, AgreementId id) {
  const std::size_t before = timeline.dated.size();
  ++timeline.agreements;
  if (agreement.valid) add_if_set(timeline.dated, DatedKind::begins, agreement.valid->from, id);
  timeline.with_begin += timeline.dated.size() - before;
  add_ends_and_duties(timeline.dated, agreement, id);
  const bool has_end = agreement.valid && agreement.valid->end == Validity::End::date && agreement.valid->to.is_set();
  if (has_end) ++timeline.with_end;
  if (!agreement.provenance || !agreement.provenance->recorded.is_set()) return;
  ++timeline.with_record;
  add_if_set(timeline.dated, DatedKind::recorded, agreement.provenance->recorded, id);
}

bool is_of_now(AgreementStatus status) {
  return status == AgreementStatus::active || status == AgreementStatus::under_notice ||
         status == AgreementStatus::unknown;
}

// Milestones hold from their first sure day; a duty or an agreement's last day must have gone by.
bool has_passed_between(const Dated& one, Date from, Date to) {
  const Date last = one.date.latest();
  if (one.kind == DatedKind::milestone) return from < last && last <= to;
  return from <= last && last < to;
}

}  // namespace

Timeline timeline_of(const Network& network, const Taxonomy& taxonomy, const Filter& filter) {
  struct Side {
    Filter filter;
    std::vector<bool> accepted;  // actors
  };
  std::vector<Side> sides;
  for (Filter& one : each_alternative(filter)) sides.push_back({one, accepted_actors(network, taxonomy, one)});
  Timeline timeline;
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    const Agreement& agreement = network.agreements[i];
    const bool is_in = std::any_of(sides.begin(), sides.end(), [&](const Side& side) {
      return side.filter.accepts(agreement, taxonomy, &network) &&
             has_some_party(network, agreement, side.filter, side.accepted);
    });
    if (!is_in) continue;
    add_agreement(timeline, agreement, AgreementId(i));
  }
  add_milestones(timeline.dated, network);
  std::sort(timeline.dated.begin(), timeline.dated.end(), [](const Dated& a, const Dated& b) {
    return std::tuple(a.date.earliest(), a.kind, a.agreement, a.which) <
           std::tuple(b.date.earliest(), b.kind, b.agreement, b.which);
  });
  return timeline;
}

PartialDate period_of(PartialDate date, TimelineUnit unit) {
  const bool is_month = unit == TimelineUnit::month && date.month != 0;
  return {date.year, is_month ? date.month : std::uint8_t{0}, 0};
}

std::vector<TimelineBar> bars_of(const Timeline& timeline, TimelineUnit unit) {
  std::map<std::pair<int, int>, TimelineBar> bars;  // by year and month: a year of its own is before its months
  for (const Dated& one : timeline.dated) {
    const PartialDate period = period_of(one.date, unit);
    TimelineBar& bar = bars[{period.year, period.month}];
    bar.period = period;
    ++bar.counts[static_cast<std::size_t>(one.kind)];
  }
  std::vector<TimelineBar> list;
  list.reserve(bars.size());
  for (const auto& [period, bar] : bars) list.push_back(bar);
  return list;
}

std::vector<Dated> passed_between(const Network& network, Date from, Date to) {
  std::vector<Dated> dated;
  if (to <= from) return dated;
  add_milestones(dated, network);
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    const Agreement& agreement = network.agreements[i];
    if (is_of_now(agreement.status)) add_ends_and_duties(dated, agreement, AgreementId(i));
  }
  std::erase_if(dated, [&](const Dated& one) { return !has_passed_between(one, from, to); });
  std::sort(dated.begin(), dated.end(), [](const Dated& a, const Dated& b) {
    return std::tuple(a.date.latest(), a.kind, a.agreement, a.which) <
           std::tuple(b.date.latest(), b.kind, b.agreement, b.which);
  });
  return dated;
}

}  // namespace samverka
