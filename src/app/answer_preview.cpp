#include "app/answer_preview.h"

#include "base/posix.h"

namespace samverka {
namespace {

std::vector<AnswerPreview::UnknownOf> unknown_of(const Network& before, const Network& after, const Taxonomy& taxonomy,
                                                 const RuleSet& rules, Date day) {
  const GapAnalysis was = find_gaps(before, NetworkIndex(before), taxonomy, rules, day);
  const GapAnalysis is = find_gaps(after, NetworkIndex(after), taxonomy, rules, day);
  std::vector<AnswerPreview::UnknownOf> found;
  for (std::size_t i = 0; i < was.rules.size(); ++i) {
    const std::size_t then = was.rules[i].count(Outcome::unknown), now = is.rules[i].count(Outcome::unknown);
    if (then + now > 0) found.push_back({was.rules[i].rule, then, now});
  }
  return found;
}

}  // namespace

void AnswerPreview::forget() {
  job_.cancel();
  file_.clear();
  rules_.reset();
  document_.reset();
  found_.reset();
  problem_.reset();
}

void AnswerPreview::read(const Session& session, const std::shared_ptr<const RuleSet>& rules, const std::string& path) {
  forget();
  file_ = path;
  rules_ = rules;
  document_ = session.shared_document();
  const Assets& assets = session.assets();  // the session outlives whoever draws it
  const Texts& texts = session.texts();
  job_.start("answers.reading",
             [this, path, rules, document = document_, day = session.view.date, &assets,
              &texts](Progress& progress) -> JobSlot::Deliver {
               const Result<std::string> sheet = read_file(path);
               if (!sheet) return [this, problem = sheet.problem()] { problem_ = problem; };
               Result<TakenSheet> taken = take_sheet(*sheet, path, document->network, assets, *rules, day, texts);
               if (!taken) return [this, problem = taken.problem()] { problem_ = problem; };
               if (progress.cancelled()) return {};
               auto found = std::make_shared<Found>();
               found->norms = unknown_of(document->network, taken->network, assets.taxonomy, *rules, day);
               found->taken = std::move(*taken);
               return [this, found] { found_ = std::move(*found); };
             });
}

bool AnswerPreview::take(Session& session) {
  if (!found_ || !is_of(session)) return false;
  Document changed = session.document();
  changed.network = std::move(found_->taken.network);
  session.change({"answers.history.taken", {}}, std::move(changed));
  forget();
  return true;
}

}  // namespace samverka
