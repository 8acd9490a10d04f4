#include "app/gap_finder.h"

namespace samverka {

void GapFinder::renew(const Session& session, const std::shared_ptr<const RuleSet>& rules) {
  job_.deliver();
  const bool is_fresh = document_ == session.document_revision() && day_ == session.view.date && rules_ == rules;
  if (is_fresh || !session.has_document()) return;
  document_ = session.document_revision();
  day_ = session.view.date;
  rules_ = rules;
  found_.reset();  // its rows would be read in another network
  ++revision_;
  const auto network = session.shared_network();
  const Assets& assets = session.assets();  // the session outlives whoever draws it
  job_.start("job.gaps", [this, network, &assets, rules, day = day_](Progress& progress) -> JobSlot::Deliver {
    const NetworkIndex index(*network);
    if (progress.cancelled()) return {};
    auto made = std::make_shared<GapAnalysis>(find_gaps(*network, index, assets.taxonomy, *rules, day));
    return [this, made] {
      found_ = std::move(*made);
      ++revision_;
    };
  });
}

void GapFinder::wait() {
  job_.wait();
  job_.deliver();
}

}  // namespace samverka
