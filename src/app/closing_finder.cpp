#include "app/closing_finder.h"

#include <algorithm>

namespace samverka {
namespace {

// By that norm alone: the others cost time and say nothing of it.
ClosingSet close(const Network& network, const Taxonomy& taxonomy, const RuleSet& rules, Date day,
                 const ClosingFinder::Question& question) {
  RuleSet one = rules;
  std::erase_if(one.rules, [&](const Rule& rule) { return rule.id != question.rule; });
  const NetworkIndex index(network);
  const GapAnalysis analysis = find_gaps(network, index, taxonomy, one, day);
  return closing_set(network, index, taxonomy, one, analysis, {{0}, question.county, question.with_unknown});
}

}  // namespace

void ClosingFinder::renew(const Session& session, const std::shared_ptr<const RuleSet>& rules,
                          const Question& question) {
  job_.deliver();
  Stamp stamp{session.document_revision(), session.view.date, rules, question};
  if (stamp_ == stamp) return;
  stamp_ = std::move(stamp);
  found_.reset();
  const auto network = session.shared_network();
  const Taxonomy& taxonomy = session.taxonomy();  // the session outlives whoever draws it
  job_.start(
      "closing.job",
      [this, network, rules, question, &taxonomy, day = session.view.date](Progress& progress) -> JobSlot::Deliver {
        auto made = std::make_shared<ClosingSet>(close(*network, taxonomy, *rules, day, question));
        if (progress.cancelled()) return {};
        return [this, made] { found_ = std::move(*made); };
      });
}

void ClosingFinder::wait() {
  job_.wait();
  job_.deliver();
}

}  // namespace samverka
