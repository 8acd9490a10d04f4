// Situation and needs of one county: what there is, area by area, what is missing, and what nobody knows.
#include <algorithm>

#include "analysis/gap_list.h"
#include "app/gap_words.h"
#include "app/questions/class_counts.h"
#include "app/reports/report_maker.h"
#include "base/collate.h"

namespace samverka {
namespace {

constexpr std::size_t rows_of_a_county = 12, rows_of_an_annex = 60, rows_of_a_list = 15;

// "A4.1" of an area or a clause of it, wherever the need speaks of one.
bool is_about_area(const ReportMaker& made, const RuleNeed& need, const AreaCode& area) {
  if (!need.agreement.area.empty() && made.taxonomy.area_matches(area, need.agreement.area)) return true;
  return std::any_of(need.parts.begin(), need.parts.end(),
                     [&](const RuleNeed& part) { return is_about_area(made, part, area); });
}

void add_norms_of_area(ReportMaker& made, const AreaCode& area) {
  PaperTable table = made.table(made.tr("report.county.norms_table", {{"area", area}}),
                                {"question.column.norm", "question.column.class", "question.column.met",
                                 "question.column.pending", "question.column.gap", "question.column.unknown"});
  for (const RuleFindings& findings : made.gaps().rules) {
    const Rule& rule = made.rules.rules[findings.rule];
    if (findings.subjects.empty() || !is_about_area(made, rule.need, area)) continue;
    table.rows.push_back({rule.title.in(made.texts.language()), made.tr(text_key(rule.rule_class)),
                          made.number(findings.count(Outcome::met) + findings.count(Outcome::met_expiring)),
                          made.number(findings.count(Outcome::pending)), made.number(findings.count(Outcome::gap)),
                          made.number(findings.count(Outcome::unknown))});
  }
  table.rows.empty() ? made.say_key("report.county.no_norm") : made.add_table(std::move(table), rows_of_an_annex);
}

const MatrixCell* sum_of_area(ReportMaker& made, const AreaCode& area) {
  const Matrix& matrix = made.areas();
  for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
    if (matrix.columns[i].code == area) return &matrix.sum.cells[i];
  }
  return nullptr;
}

void add_areas(ReportMaker& made) {
  for (const Area& area : made.taxonomy.areas.rows()) {
    if (!area.parent.empty() || area.is_outside) continue;
    made.heading(3, area.code + " " + area.label.in(made.texts.language()));
    made.say(area.about.in(made.texts.language()));
    if (const MatrixCell* cell = sum_of_area(made, area.code)) {
      made.say_key("report.area.says", {{"agreements", made.plural("report.unit.agreement", cell->n)},
                                        {"met", made.number(cell->met)},
                                        {"all", made.number(cell->of)},
                                        {"unknown", made.number(cell->unknown)}});
    }
    add_norms_of_area(made, area.code);
  }
}

void add_counts(ReportMaker& made) {
  const Census& census = made.census();
  const std::string& language = made.texts.language();
  const auto add = [&](std::string_view key, std::string_view column, const auto& counts, const auto& terms) {
    PaperTable table = made.table(made.tr(key), {column, "question.column.number"});
    for (const auto& term : terms.rows()) {
      const auto found = counts.find(term.code);
      if (found != counts.end()) table.rows.push_back({term.label.in(language), made.number(found->second)});
    }
    if (!table.rows.empty()) made.add_table(std::move(table), rows_of_an_annex);
  };
  add("report.county.actors_table", "report.column.kind", census.actors_by_type, made.taxonomy.actor_types);
  add("report.county.forms_table", "report.column.form", census.agreements_by_form, made.taxonomy.forms);
}

std::vector<ActorId> common_bodies(const ReportMaker& made) {
  std::vector<ActorId> found;
  for (std::size_t i = 0; i < made.network.actors.size(); ++i) {
    const Actor& actor = made.network.actors[i];
    const std::string& group = made.taxonomy.group_of(actor.type).code;
    if (actor.county == made.county && (group == "region" || group == "rss")) found.emplace_back(i);
  }
  return found;
}

void add_parties(ReportMaker& made) {
  made.say_key("report.county.mandate");
  const std::vector<ActorId> bodies = common_bodies(made);
  made.say_key("report.county.parties",
               {{"place", made.place_words()},
                {"municipalities", made.plural("report.unit.municipality", made.municipalities().size())},
                {"bodies", bodies.empty() ? made.tr("report.county.no_body") : made.names(bodies, 6)}});
  PaperTable table = made.table(made.tr("report.county.milestones"), {"question.column.day", "question.column.what"});
  for (const Milestone& row : made.network.milestones) {
    table.rows.push_back({row.date.is_set() ? made.texts.date(row.date) : made.tr("question.not_noted"), row.title});
  }
  if (!table.rows.empty()) made.add_table(std::move(table), rows_of_an_annex);
}

void add_rows(ReportMaker& made, const std::vector<GapRow>& rows, std::string_view title_key) {
  PaperTable table =
      made.table(made.tr(title_key), {"question.column.whom", "question.column.norm", "question.column.class",
                                      "question.column.outcome", "question.column.why", "report.column.next_step"});
  for (const GapRow& row : rows) {
    const Rule& rule = made.rules.rules[row.rule];
    if (rule.is_counts_only) continue;
    const SubjectFinding& finding = made.gaps().rules[row.rule].subjects[row.subject];
    table.rows.push_back({made.name(row.actor), rule.title.in(made.texts.language()),
                          made.tr(text_key(rule.rule_class)), made.tr(text_key(row.outcome)),
                          reason_in_words(made.network, made.texts, rule, finding),
                          about_subject(rule.next_step, made.texts.language(), made.network, row.actor)});
  }
  if (!table.rows.empty()) made.add_table(std::move(table), rows_of_a_list);
}

void add_proposals(ReportMaker& made) {
  add_proposal(made);
  add_rows(made, what_to_act_on(made.network, made.rules, made.gaps(), made.place), "report.county.act_table");
  add_rows(made, what_to_find_out(made.network, made.rules, made.gaps(), made.place), "report.county.find_table");
}

void add_outcomes_by_municipality(ReportMaker& made) {
  PaperTable table = made.table(made.tr("report.county.places_table"), {"question.column.municipality"});
  for (const RuleClass rule_class : classes_by_weight) {
    for (const std::string_view key : {"report.column.class_gap", "report.column.class_unknown"}) {
      table.columns.push_back({made.tr(key, {{"class", made.tr(text_key(rule_class))}}), true});
    }
  }
  for (const ActorId municipality : made.municipalities()) {
    std::vector<std::string> row = {made.name(municipality)};
    for (const RuleClass rule_class : classes_by_weight) {
      std::size_t gap = 0, unknown = 0;
      for (const RuleFindings& findings : made.gaps().rules) {
        const Rule& rule = made.rules.rules[findings.rule];
        if (rule.rule_class != rule_class || rule.is_counts_only) continue;
        for (const SubjectFinding& finding : findings.subjects) {
          gap += finding.subject == municipality && finding.outcome == Outcome::gap ? 1 : 0;
          unknown += finding.subject == municipality && finding.outcome == Outcome::unknown ? 1 : 0;
        }
      }
      row.push_back(made.number(gap));
      row.push_back(made.number(unknown));
    }
    table.rows.push_back(std::move(row));
  }
  // A class that there is no norm of says nothing.
  for (std::size_t c = classes_by_weight.size(); c-- > 0;) {
    const bool has_norm = std::any_of(made.rules.rules.begin(), made.rules.rules.end(),
                                      [&](const Rule& rule) { return rule.rule_class == classes_by_weight[c]; });
    if (has_norm) continue;
    const auto first = static_cast<std::ptrdiff_t>(1 + 2 * c);
    table.columns.erase(table.columns.begin() + first, table.columns.begin() + first + 2);
    for (auto& row : table.rows) row.erase(row.begin() + first, row.begin() + first + 2);
  }
  made.add_table(std::move(table), rows_of_an_annex);
}

void add_glossary(ReportMaker& made) {
  std::vector<std::string> items;
  for (const std::string_view key : {"report.glossary.agreement", "report.glossary.adopted", "report.glossary.in_force",
                                     "report.glossary.gap", "report.glossary.unknown", "report.glossary.coverage",
                                     "report.glossary.only_link", "report.glossary.umbrella"}) {
    items.push_back(made.tr(key));
  }
  made.list(std::move(items));
}

}  // namespace

void compose_county(ReportMaker& made) {
  add_opening(made, made.tr("report.county.title", {{"place", made.place_words()}}),
              made.tr("report.meeting.subtitle", {{"day", to_string(made.day)}}));
  int chapter = 0;
  const auto begin = [&](std::string_view key) {
    ++chapter;
    made.heading(2, std::to_string(chapter) + ". " + made.tr(key));
  };
  begin("report.county.summary");
  add_sentences(made);
  add_largest_gaps(made);
  begin("report.county.parties_title");
  add_parties(made);
  begin("report.county.data");
  made.tell(made.answer(24), rows_of_a_county);
  made.step(0.2F);
  begin("report.county.today");
  add_map(made);
  made.step(0.4F);
  add_network(made);
  made.step(0.6F);
  add_counts(made);
  begin("report.section.areas");
  add_heat_map(made);
  add_areas(made);
  begin("report.county.perspectives");
  made.tell(made.answer(16), rows_of_a_county);
  begin("report.county.places");
  add_outcomes_by_municipality(made);
  made.tell(made.answer(18), rows_of_an_annex);
  made.step(0.8F);
  begin("report.county.weak");
  add_weak_points(made, rows_of_a_county);
  add_deadlines(made, rows_of_a_county);
  begin("report.county.changes");
  made.tell(made.answer(7), rows_of_a_county);
  begin("report.county.money");
  made.tell(made.answer(21), rows_of_a_county);
  begin("report.county.proposals");
  add_proposals(made);
  made.heading(2, made.tr("report.county.annex_method"), true);
  add_method(made);
  made.heading(2, made.tr("report.county.annex_independent"));
  made.tell(made.answer(13), rows_of_an_annex);
  made.heading(2, made.tr("report.county.annex_glossary"));
  add_glossary(made);
  made.heading(2, made.tr("report.county.annex_access"));
  made.say_key("report.access");
}

}  // namespace samverka
