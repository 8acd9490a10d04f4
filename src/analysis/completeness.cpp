#include "analysis/completeness.h"

#include <algorithm>
#include <set>

namespace samverka {
namespace {

std::set<ActorId> ids_of(const std::vector<ActorRef>& list) {
  std::set<ActorId> ids;
  for (const ActorRef& ref : list) ids.insert(ref.id);
  return ids;
}

void add_surveys(Completeness& found, const Network& network, std::span<const ActorId> municipalities, Date day) {
  std::set<ActorId> asked_ever, answered_ever;
  const std::vector<Survey> none;
  const std::vector<Survey>& surveys = network.coverage ? network.coverage->surveys : none;
  for (std::size_t i = 0; i < surveys.size(); ++i) {
    if (surveys[i].date.is_set() && surveys[i].date.earliest() > day) continue;
    const std::set<ActorId> asked = ids_of(surveys[i].asked), answered = ids_of(surveys[i].answered);
    Completeness::AskedIn row{static_cast<std::uint32_t>(i), 0, 0};
    for (const ActorId municipality : municipalities) {
      const bool has_answered = answered.contains(municipality);
      if (!has_answered && !asked.contains(municipality)) continue;
      ++row.asked;
      row.answered += has_answered ? 1 : 0;
      asked_ever.insert(municipality);
      if (has_answered) answered_ever.insert(municipality);
    }
    if (row.asked > 0) found.surveys.push_back(row);
  }
  const auto when = [&](const Completeness::AskedIn& row) {
    const PartialDate date = surveys[row.survey].date;
    return date.is_set() ? date.earliest() : Date{};
  };
  std::stable_sort(found.surveys.begin(), found.surveys.end(),
                   [&](const auto& a, const auto& b) { return when(a) > when(b); });
  found.asked = asked_ever.size();
  found.answered = answered_ever.size();
}

void add_age(Completeness& found, PartialDate recorded, Date day, int months) {
  if (!recorded.is_set()) return;
  ++found.with_record;
  found.fresh += add_months(recorded.latest(), months) >= day ? 1 : 0;
  if (!found.oldest.is_set() || recorded.earliest() < found.oldest.earliest()) found.oldest = recorded;
  if (!found.newest.is_set() || recorded.latest() > found.newest.latest()) found.newest = recorded;
}

void add_agreement(Completeness& found, const Agreement& agreement, Date day, int months) {
  const Validity valid = agreement.valid.value_or(Validity{});
  const Provenance provenance = agreement.provenance.value_or(Provenance{});
  found.with_begin += valid.from.is_set() ? 1 : 0;
  found.with_end += valid.end != Validity::End::not_known ? 1 : 0;
  found.with_perspectives += agreement.perspectives ? 1 : 0;
  found.confirmed_status += agreement.status != AgreementStatus::unknown ? 1 : 0;
  found.with_source += provenance.source.empty() ? 0 : 1;
  ++found.methods[provenance.method];
  add_age(found, provenance.recorded, day, months);
}

}  // namespace

Completeness completeness_of(const Network& network, std::span<const ActorId> municipalities,
                             std::span<const AgreementId> agreements, Date day, int months) {
  Completeness found;
  found.municipalities = municipalities.size();
  found.agreements = agreements.size();
  add_surveys(found, network, municipalities, day);
  for (const AgreementId id : agreements) add_agreement(found, network.agreement(id), day, months);
  return found;
}

}  // namespace samverka
