#include "app/merge_finder.h"

#include <algorithm>

#include "base/posix.h"

namespace samverka {

void MergeFinder::renew(Session& session, const MergeQuestion& question) {
  job_.deliver();
  const bool is_fresh = document_ == session.shared_document() && question_ == question;
  if (is_fresh) return;
  forget();
  document_ = session.shared_document();
  question_ = question;
  const VersionSource base = version_source(session, question.base.value_or(VersionChoice{}));
  const VersionSource theirs = version_source(session, {VersionChoice::Kind::file, 0, question.theirs});
  const Taxonomy& taxonomy = session.taxonomy();  // the session outlives whoever draws it
  const bool has_base = question.base.has_value();
  const auto document = document_;
  job_.start("job.merge",
             [this, &session, base, theirs, has_base, document, &taxonomy](Progress& progress) -> JobSlot::Deliver {
               Result<ComparedSide> other = read_version(theirs, taxonomy, progress);
               Result<ComparedSide> common =
                   has_base ? read_version(base, taxonomy, progress) : Result<ComparedSide>(ComparedSide{});
               if (progress.cancelled()) return {};
               if (!other || !common) {
                 const Problem problem = other ? common.problem() : other.problem();
                 return [this, &session, problem] { problem_ = session.told(problem); };
               }
               auto made = std::make_shared<const MergedNetwork>(
                   merge_networks(common->network.get(), document->network, *other->network, taxonomy));
               return [this, made, a = common->network, b = other->network] {
                 found_ = made;
                 base_ = a;
                 theirs_ = b;
                 choices.assign(made->conflicts.size(), std::nullopt);
               };
             });
}

void MergeFinder::forget() {
  job_.cancel();
  document_.reset();
  found_.reset();
  base_.reset();
  theirs_.reset();
  choices.clear();
  problem_.clear();
}

void MergeFinder::wait() {
  job_.wait();
  job_.deliver();
}

std::size_t MergeFinder::left_to_choose() const {
  return static_cast<std::size_t>(std::count(choices.begin(), choices.end(), std::nullopt));
}

bool MergeFinder::take(Session& session) {
  if (!found_ || document_ != session.shared_document() || left_to_choose() > 0) return false;
  std::vector<MergeSide> sides;
  for (const auto& choice : choices) sides.push_back(*choice);
  const bool is_as_found =
      std::all_of(sides.begin(), sides.end(), [](MergeSide side) { return side == MergeSide::mine; });
  Document changed = session.document();
  if (is_as_found) {
    changed.network = found_->network;
  } else {
    MergedNetwork merged = merge_networks(base_.get(), document_->network, *theirs_, session.taxonomy(), sides);
    changed.network = std::move(merged.network);
  }
  session.change({"version_history.merged", {{"file", name_of(question_.theirs)}}}, std::move(changed));
  forget();
  return true;
}

}  // namespace samverka
