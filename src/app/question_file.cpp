#include "app/question_file.h"

#include "analysis/gaps.h"
#include "app/question_sheet.h"
#include "base/posix.h"
#include "base/utf8.h"

namespace samverka {
namespace {

struct Request {
  std::shared_ptr<const Document> document;
  std::shared_ptr<const RuleSet> rules;
  Date day;
  std::string county, path;
};

std::string sheet_of(const Request& request, const Taxonomy& taxonomy, const Texts& texts) {
  const Network& network = request.document->network;
  GapAnalysis analysis = find_gaps(network, NetworkIndex(network), taxonomy, *request.rules, request.day);
  if (!request.county.empty()) {
    analysis = only_subjects(analysis, network, *request.rules,
                             [&](const Actor& actor) { return actor.county == request.county; });
  }
  return question_sheet(network, taxonomy, analysis, *request.rules, texts);
}

}  // namespace

void QuestionFile::write(const Session& session, const std::shared_ptr<const RuleSet>& rules, const std::string& county,
                         const std::string& path) {
  const Request request{session.shared_document(), rules, session.view.date, county, path};
  const Assets& assets = session.assets();  // the session outlives whoever draws it
  const Texts& texts = session.texts();
  job_.start("answers.saving", [this, request, &assets, &texts](Progress& progress) -> JobSlot::Deliver {
    const std::string sheet = sheet_of(request, assets.taxonomy, texts);
    if (progress.cancelled()) return {};
    const auto written = write_file_atomically(request.path, sheet);
    const std::string words = written ? texts.tr("answers.saved", {{"file", displayable(request.path)}})
                                      : problem_line(written.problem(), texts);
    return [this, notice = Notice{words, !written}] { told_ = notice; };
  });
}

void QuestionFile::deliver(Session& session) {
  job_.deliver();
  if (told_) session.set_notice(std::exchange(told_, std::nullopt));
}

}  // namespace samverka
