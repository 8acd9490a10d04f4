#include "app/filter_counter.h"

#include <algorithm>

namespace samverka {

void FilterCounter::renew(const Session& session, const Filter& filter) {
  job_.deliver();
  const std::string words = to_words(filter);
  const bool is_same = document_ == session.document_revision() && day_ == session.view.date && of_ == words;
  if (is_same || !session.has_document()) return;
  of_ = words;
  document_ = session.document_revision();
  day_ = session.view.date;
  const Taxonomy& taxonomy = session.taxonomy();
  const auto network = session.shared_network();
  job_.start("deep_filter.job", [this, network, &taxonomy, filter, day = day_](Progress&) -> JobSlot::Deliver {
    const SubNetwork part = restrict(*network, taxonomy, filter, day);
    const auto ties = std::count_if(part.participations.begin(), part.participations.end(),
                                    [](const Participation& p) { return p.is_confirmed; });
    const FilterCount count{part.actors.size(), part.agreements.size(), static_cast<std::size_t>(ties)};
    return [this, count] { count_ = count; };
  });
}

void FilterCounter::wait() {
  job_.wait();
  job_.deliver();
}

}  // namespace samverka
