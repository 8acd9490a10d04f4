#include "app/what_if_finder.h"

namespace samverka {

void WhatIfFinder::renew(const Session& session, const std::shared_ptr<const RuleSet>& rules) {
  job_.deliver();
  const ViewState& view = session.view;
  const bool is_fresh =
      document_ == session.document_revision() && day_ == view.date && filter_ == view.filter && rules_ == rules;
  if (is_fresh) return;
  document_ = session.document_revision();
  day_ = view.date;
  filter_ = view.filter;
  rules_ = rules;
  found_.reset();
  job_.cancel();
  if (!session.is_hypothetical()) return;
  const auto facts = session.shared_document();
  const auto applied = session.shared_applied();
  const Assets& assets = session.assets();  // the session outlives whoever draws it
  const WhatIfQuestion question{filter_, day_};
  job_.start("job.what_if", [this, facts, applied, &assets, rules, question](Progress& progress) -> JobSlot::Deliver {
    if (progress.cancelled()) return {};
    auto made = std::make_shared<WhatIf>(what_if(facts->network, *applied, assets.taxonomy, *rules, question));
    return [this, made] { found_ = std::move(*made); };
  });
}

void WhatIfFinder::wait() {
  job_.wait();
  job_.deliver();
}

}  // namespace samverka
