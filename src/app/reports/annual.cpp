// A municipality's contract cooperation for its council (KL 9:38): the table that is to be reported, ready, and what
// only the municipality itself knows, left open.
#include <algorithm>

#include "analysis/money_flows.h"
#include "app/questions/questions.h"
#include "app/reports/report_maker.h"
#include "base/collate.h"

namespace samverka {
namespace {

constexpr std::size_t most_rows = 200;

// The agreements that the table lists: its rows hold their keys.
std::vector<AgreementId> listed(const ReportMaker& made, const QuestionAnswer& answer) {
  std::vector<AgreementId> found;
  for (const QuestionTable& table : answer.tables) {
    for (const QuestionRow& row : table.rows) {
      if (const AgreementId id = made.index.agreement(row.shows); id.is_set()) found.push_back(id);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string whom(const ReportMaker& made, ActorId actor) {
  return actor.is_set() ? made.name(actor) : made.tr("question.not_noted");
}

std::string amount(const ReportMaker& made, std::int64_t of, const std::string& currency) {
  if (of == 0) return "–";
  return made.tr("question.21.money", {{"amount", made.texts.number(of)},
                                       {"currency", currency == "SEK" ? made.tr("question.21.kronor") : currency}});
}

void add_money(ReportMaker& made, const std::vector<AgreementId>& agreements) {
  const MoneyFlows found = money_flows(made.network, agreements);
  if (found.flows.empty()) return made.say_key("report.annual.no_money");
  PaperTable table = made.table(
      made.tr("report.annual.money_table"),
      {"question.column.from_whom", "question.column.to_whom", "question.column.a_year", "question.column.once"});
  for (const MoneyFlow& flow : found.flows) {
    table.rows.push_back({whom(made, flow.from), whom(made, flow.to), amount(made, flow.a_year, flow.currency),
                          amount(made, flow.once, flow.currency)});
  }
  made.add_table(std::move(table), most_rows);
  if (found.silent > 0) made.say(made.plural("report.annual.silent", found.silent));
}

void add_tasks(ReportMaker& made, const std::vector<AgreementId>& agreements) {
  PaperTable table = made.table(made.tr("report.annual.tasks_table"),
                                {"question.column.agreement", "report.column.performs", "report.column.source"});
  for (const AgreementId id : agreements) {
    const Agreement& row = made.network.agreement(id);
    std::vector<ActorId> performers;
    for (const Party& party : row.parties) {
      if (party.role == "performer" && party.actor.id.is_set()) performers.push_back(party.actor.id);
    }
    std::string sources;
    if (row.provenance) {
      for (const SourceRef& source : row.provenance->source) {
        if (!source.id.is_set()) continue;
        sources += (sources.empty() ? "" : ", ") + made.network.sources[source.id.value].title;
      }
    }
    table.rows.push_back({made.title(id),
                          performers.empty() ? made.tr("question.not_noted") : made.names(performers, 4),
                          sources.empty() ? made.tr("question.not_noted") : sources});
  }
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [](const auto& a, const auto& b) { return swedish_less(a.front(), b.front()); });
  if (!table.rows.empty()) made.add_table(std::move(table), most_rows);
}

}  // namespace

void compose_annual(ReportMaker& made) {
  const QuestionAnswer answer = made.answer(17);
  made.told_filter = answer.filter;
  made.numbers.municipalities = answer.counts.all;
  made.numbers.asked = answer.counts.asked;
  made.numbers.answered = answer.counts.answered;
  add_opening(made, made.tr("report.annual.title", {{"place", made.place_words()}, {"year", made.year()}}),
              made.tr("report.annual.subtitle"));
  made.heading(2, made.tr("report.annual.matter"));
  made.say_key("report.annual.law");
  made.add(PaperProposal{made.tr("report.proposal"), made.tr("report.annual.proposal", {{"year", made.year()}})});
  made.heading(2, made.tr("report.annual.contracts"));
  made.tell(answer, most_rows);
  const std::vector<AgreementId> agreements = listed(made, answer);
  made.numbers.agreements = agreements.size();
  add_tasks(made, agreements);
  made.step(0.5F);
  if (!agreements.empty()) {
    made.heading(2, made.tr("report.annual.money"));
    add_money(made, agreements);
  }
  made.heading(2, made.tr("report.annual.own_words"));
  made.blank("report.annual.blank_effects");
  made.blank("report.annual.blank_decisions");
  made.heading(2, made.tr("report.section.method"));
  made.list({made.tr("report.method.day", {{"day", to_string(made.day)}, {"date", to_string(made.network.as_of)}}),
             made.tr("report.annual.method"), made.tr("report.method.unknown")});
}

}  // namespace samverka
