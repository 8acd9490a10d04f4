#include "app/version_finder.h"

#include "app/snapshots.h"
#include "base/posix.h"

namespace samverka {
VersionSource version_source(const Session& session, const VersionChoice& choice) {
  return {choice, version_title(session, choice), session.file(), session.shared_document()};
}

Result<ComparedSide> read_version(const VersionSource& source, const Taxonomy& taxonomy, Progress& progress) {
  if (source.choice.kind == VersionChoice::Kind::present) {
    const std::shared_ptr<const Network> network(source.document, &source.document->network);
    return ComparedSide{source.title, network, network->as_of};
  }
  ReadNetwork read;
  if (source.choice.kind == VersionChoice::Kind::file) {
    read = read_network_file(source.choice.file, taxonomy, {}, &progress);
  } else {
    const Snapshot& snapshot = source.document->snapshots.at(source.choice.snapshot);
    const Result<std::string> bytes = read_snapshot(source.network_path, snapshot);
    if (!bytes) return bytes.problem();
    read = read_network(*bytes, snapshot.file, taxonomy, {}, &progress);
  }
  if (!read.report.is_usable) {
    if (!read.report.problems.empty()) return read.report.problems.front();
    return error("E_OPEN", {"notice.cannot_open", {{"file", source.title}}});
  }
  auto network = std::make_shared<const Network>(std::move(read.network));
  const Date day = network->as_of;
  return ComparedSide{source.title, std::move(network), day};
}

VersionQuestion first_question(const Session& session) {
  VersionQuestion question;
  const std::vector<Snapshot>& snapshots = session.document().snapshots;
  question.is_two_days = snapshots.empty();
  if (!snapshots.empty()) question.before = {VersionChoice::Kind::snapshot, snapshots.size() - 1, {}};
  question.day_after = session.view.date;
  question.day_before = add_months(question.day_after, -12);
  return question;
}

std::string version_title(const Session& session, const VersionChoice& choice) {
  switch (choice.kind) {
    case VersionChoice::Kind::present:
      return session.texts().tr("version_compare.present");
    case VersionChoice::Kind::file:
      return name_of(choice.file);
    case VersionChoice::Kind::snapshot:
      break;
  }
  const std::vector<Snapshot>& snapshots = session.document().snapshots;
  if (choice.snapshot >= snapshots.size()) return session.texts().tr("version_compare.choose");
  const Snapshot& snapshot = snapshots[choice.snapshot];
  return snapshot.title.empty() ? to_string(snapshot.date) : snapshot.title;
}

void VersionFinder::renew(Session& session, const VersionQuestion& question) {
  job_.deliver();
  const bool is_fresh = document_ == session.shared_document() && question_ == question;
  if (is_fresh) return;
  const bool was_asked = question_ == question && document_ != nullptr;
  document_ = session.shared_document();
  question_ = question;
  problem_.clear();
  job_.cancel();
  if (!was_asked) session.compare(nullptr);  // an answer to another question says nothing of this one
  const auto is_there = [&](const VersionChoice& choice) {
    return choice.kind != VersionChoice::Kind::snapshot || choice.snapshot < document_->snapshots.size();
  };
  if (question.is_same_twice() || !is_there(question.before) || !is_there(question.after)) {
    return session.compare(nullptr);
  }
  const VersionSource before = version_source(session, question.before);
  const VersionSource after = version_source(session, question.after);
  const Taxonomy& taxonomy = session.taxonomy();  // the session outlives whoever draws it
  job_.start(
      "job.compare", [this, &session, question, before, after, &taxonomy](Progress& progress) -> JobSlot::Deliver {
        Result<ComparedSide> a = read_version(before, taxonomy, progress);
        Result<ComparedSide> b = read_version(after, taxonomy, progress);
        if (progress.cancelled()) return {};
        if (question.is_two_days) {
          auto days =
              std::make_shared<const VersionComparison>(compare_days(*b, question.day_before, question.day_after));
          return [&session, days] { session.compare(days); };
        }
        if (!a || !b) {
          const Problem problem = a ? b.problem() : a.problem();
          return [this, &session, problem] { problem_ = session.told(problem); };
        }
        auto made = std::make_shared<const VersionComparison>(compare_sides(std::move(*a), std::move(*b), &taxonomy));
        return [&session, made] { session.compare(made); };
      });
}

void VersionFinder::wait() {
  job_.wait();
  job_.deliver();
}

}  // namespace samverka
