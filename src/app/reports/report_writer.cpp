#include "app/reports/report_writer.h"

#include "app/files.h"
#include "app/reports/report_files.h"
#include "base/posix.h"
#include "base/sha256.h"
#include "base/utf8.h"

namespace samverka {
namespace {

// What the job takes with it.
struct ReportErrand {
  std::shared_ptr<const Document> document;
  ReportRequest request;
  std::string network_path, path;
  bool is_as_on_disk = false;  // the file holds what is told of, so that its hash says which
};

void add_what_lies_beside(ReportErrand& errand, const Taxonomy& taxonomy) {
  if (errand.is_as_on_disk) {
    if (const auto bytes = read_file(errand.network_path)) errand.request.file_hash = sha256_hex(*bytes);
  }
  if (errand.request.kind != ReportKind::activity) return;
  const auto earlier = newest_snapshot(errand.network_path, errand.document->snapshots, taxonomy);
  if (!earlier) return;
  errand.request.since = earlier->network;
  errand.request.since_title = earlier->title;
}

}  // namespace

void ReportWriter::write(const Session& session, ReportKind kind, const std::string& place,
                         const std::shared_ptr<const RuleSet>& rules, const std::string& path) {
  ReportErrand errand;
  errand.document = session.shared_document();
  errand.request.kind = kind;
  errand.request.place = place;
  errand.request.on = session.view.date;
  errand.request.language = session.view.language;
  errand.request.rules = rules;
  errand.network_path = session.file();
  errand.path = path;
  errand.is_as_on_disk = !is_unsaved(session) && file_exists(session.file());
  const Assets& assets = session.assets();  // the session outlives whoever draws it
  job_.start("job.report", [this, errand, &assets](Progress& progress) mutable -> JobSlot::Deliver {
    add_what_lies_beside(errand, assets.taxonomy);
    const auto made = make_report(errand.document->network, assets, errand.request, progress);
    if (!made || progress.cancelled()) return {};
    const Texts& texts = assets.texts(errand.request.language);
    const auto written =
        write_file_atomically(errand.path, report_bytes(made->paper, report_format(errand.path), texts));
    const std::string words = written ? texts.tr("report.saved", {{"file", displayable(errand.path)}})
                                      : problem_line(written.problem(), texts);
    return [this, notice = Notice{words, !written}] { told_ = notice; };
  });
}

void ReportWriter::deliver(Session& session) {
  job_.deliver();
  if (told_) session.set_notice(std::exchange(told_, std::nullopt));
}

}  // namespace samverka
