#include "app/reports/reports.h"

#include <algorithm>
#include <set>

#include "analysis/situation.h"
#include "app/filter_words.h"
#include "app/pictures.h"
#include "app/reports/report_maker.h"
#include "base/utf8.h"
#include "graph/subnetwork.h"
#include "io/shareable.h"
#include "report/gaps_report.h"

namespace samverka {
namespace {

PaperWords words_of(const Texts& texts) {
  return {texts.tr("report.figure"), texts.tr("report.skip"), texts.tr("report.figure_numbers"),
          texts.tr("report.blank")};
}

// Counts that are not told: as many as a percentage needs.
Texts texts_of(const Assets& assets, const ReportRequest& request) {
  const Texts& texts = assets.texts(request.language);
  if (!request.hides_small) return texts;
  const auto least = static_cast<long long>(least_for_percent);
  return texts.hiding_below(least, texts.tr("report.hidden", {{"n", std::to_string(least)}}));
}

void add_foot(ReportMaker& made) {
  const Caption caption = caption_of(made.network, made.assets, made.texts.language(), made.filter, made.day);
  std::vector<std::string>& foot = made.paper.foot;
  foot = {caption.date, made.filter_words(made.told_filter), caption.source};
  if (!made.network.license.empty()) foot.push_back(made.tr("report.license", {{"license", made.network.license}}));
  if (!made.ask.file_hash.empty()) foot.push_back(made.tr("report.hash", {{"hash", made.ask.file_hash}}));
  if (made.ask.hides_small) foot.push_back(made.tr("report.hides_small"));
  if (made.numbers.actors_left_out > 0) {
    foot.push_back(made.plural("report.left_out", made.numbers.actors_left_out));
  }
  foot.push_back(made.tr("report.program", {{"version", SAMVERKA_VERSION}}));
}

void add_metadata(ReportMaker& made) {
  made.paper.metadata = {{"generator", std::string("Samverka ") + SAMVERKA_VERSION},
                         {"samverka:report", std::string(word(made.ask.kind))},
                         {"samverka:network", made.network.id},
                         {"samverka:as_of", to_string(made.day)},
                         {"samverka:filter", to_words(made.told_filter)}};
  if (!made.ask.file_hash.empty()) made.paper.metadata.emplace_back("samverka:sha256", made.ask.file_hash);
}

void compose(ReportMaker& made) {
  switch (made.ask.kind) {
    case ReportKind::meeting:
      return compose_meeting(made);
    case ReportKind::county:
      return compose_county(made);
    case ReportKind::annual:
      return compose_annual(made);
    case ReportKind::activity:
      return compose_activity(made);
  }
}

bool has_source(const std::optional<Provenance>& provenance) {
  return provenance && std::any_of(provenance->source.begin(), provenance->source.end(),
                                   [](const SourceRef& source) { return source.id.is_set(); });
}

}  // namespace

std::string_view word(ReportKind kind) { return report_kind_words[static_cast<std::size_t>(kind)]; }

std::optional<ReportKind> report_kind_of(std::string_view given) {
  for (const ReportKind kind : {ReportKind::meeting, ReportKind::county, ReportKind::annual, ReportKind::activity}) {
    if (word(kind) == given) return kind;
  }
  return std::nullopt;
}

std::string_view report_lacks(const Network& network, const ReportRequest& request) {
  const bool is_municipality = request.place.size() == 4 && NetworkIndex(network).municipality(request.place).is_set();
  if (request.kind == ReportKind::county && !is_county_code(request.place)) return "report.needs_county";
  if (request.kind == ReportKind::annual && !is_municipality) return "report.needs_municipality";
  if (request.place.size() == 4 && !is_municipality) return "report.needs_municipality";
  if (request.kind == ReportKind::activity && request.place.size() == 4) return "report.no_municipality";
  return {};
}

std::optional<MadeReport> make_report(const Network& network, const Assets& assets, const ReportRequest& request,
                                      Progress& progress) {
  const ShareableNetwork shared = shareable(network, Sensitive::left_out);
  const Texts texts = texts_of(assets, request);
  ReportMaker made(shared.network, assets, texts, request, progress);
  made.numbers.actors_left_out = shared.actors_left_out;
  if (made.network.is_synthetic()) made.paper.mark = made.tr("caption.illustrative");
  compose(made);
  if (progress.cancelled()) return std::nullopt;
  add_foot(made);
  add_metadata(made);
  progress.report(1);
  return MadeReport{std::move(made.paper), std::move(made.numbers)};
}

std::string report_bytes(const Paper& paper, std::string_view format, const Texts& texts) {
  return format == "md" ? to_markdown(paper, words_of(texts)) : to_html(paper, words_of(texts));
}

std::vector<FactWithoutSource> facts_without_source(const Network& network, const Taxonomy& taxonomy,
                                                    const ReportRequest& request) {
  const ShareableNetwork shared = shareable(network, Sensitive::left_out);
  Filter filter = request.filter;
  if (!request.place.empty()) {
    filter.clauses.push_back({is_county_code(request.place) ? "county" : "municipality", {request.place}, false});
  }
  const SubNetwork part = restrict(shared.network, taxonomy, filter, request.on.value_or(network.as_of));
  std::vector<FactWithoutSource> found;
  for (const AgreementId id : part.agreements) {
    const Agreement& row = shared.network.agreement(id);
    if (!has_source(row.provenance)) found.push_back({row.key, displayable(row.title), false});
  }
  for (const ActorId id : part.actors) {
    const Actor& row = shared.network.actor(id);
    if (!has_source(row.provenance)) found.push_back({row.key, displayable(row.shown_name()), true});
  }
  std::stable_sort(found.begin(), found.end(), [](const FactWithoutSource& a, const FactWithoutSource& b) {
    return a.is_actor != b.is_actor ? b.is_actor : a.key < b.key;
  });
  return found;
}

std::vector<std::string> counties_to_report(const Network& network) {
  std::set<std::string> codes;
  for (const Actor& actor : network.actors) {
    if (actor.type == "municipality" && is_county_code(actor.county)) codes.insert(actor.county);
  }
  return {codes.begin(), codes.end()};
}

}  // namespace samverka
