// Annex to the activity report to the Government Offices: what is on record of the nine areas, and, left open, what no
// record can tell.
#include <algorithm>
#include <map>
#include <set>

#include "analysis/lens.h"
#include "app/comparison.h"
#include "app/reports/report_maker.h"
#include "base/collate.h"
#include "io/shareable.h"

namespace samverka {
namespace {

constexpr std::size_t examples_of_a_perspective = 3, changes_listed = 25, rows_of_a_section = 30;

bool is_in(const ReportMaker& made, const Agreement& agreement, const AreaCode& area) {
  return std::any_of(agreement.areas.begin(), agreement.areas.end(),
                     [&](const AreaCode& own) { return made.taxonomy.area_matches(area, own); });
}

std::vector<AgreementId> in_force(ReportMaker& made) {
  std::vector<AgreementId> found;
  for (const AgreementId id : made.part().agreements) {
    if (made.network.agreement(id).is_active_on(made.day)) found.push_back(id);
  }
  return found;
}

// ---- the nine areas ----

struct AreaFacts {
  std::size_t agreements = 0, unknown = 0;  // in force; of a status that nobody knows
  std::set<ActorId> municipalities;         // with a confirmed tie
};

AreaFacts facts_of(ReportMaker& made, const AreaCode& area) {
  AreaFacts facts;
  for (const AgreementId id : made.part().agreements) {
    const Agreement& agreement = made.network.agreement(id);
    if (!is_in(made, agreement, area)) continue;
    facts.agreements += agreement.is_active_on(made.day) ? 1 : 0;
    facts.unknown += agreement.status == AgreementStatus::unknown ? 1 : 0;
  }
  for (const Participation& p : made.part().participations) {
    const bool is_municipality = made.network.actor(p.actor).type == "municipality";
    if (p.is_confirmed && is_municipality && is_in(made, made.network.agreement(p.agreement), area)) {
      facts.municipalities.insert(p.actor);
    }
  }
  return facts;
}

void add_clauses(ReportMaker& made, const Area& top) {
  const std::string& language = made.texts.language();
  PaperTable table = made.table(made.tr("report.activity.clauses", {{"area", top.code}}),
                                {"report.column.clause", "report.column.about", "report.column.in_force",
                                 "report.column.status_unknown", "report.column.reached"});
  const auto add = [&](const Area& area) {
    const AreaFacts facts = facts_of(made, area.code);
    table.rows.push_back({area.code + " " + area.label.in(language), area.about.in(language),
                          made.number(facts.agreements), made.number(facts.unknown),
                          made.number(facts.municipalities.size())});
  };
  for (const Area& area : made.taxonomy.areas.rows()) {
    if (area.parent == top.code) add(area);
  }
  if (!table.rows.empty()) made.add_table(std::move(table), rows_of_a_section);
}

void add_nine_areas(ReportMaker& made) {
  for (const Area& area : made.taxonomy.areas.rows()) {
    if (!area.parent.empty() || area.is_outside) continue;
    made.heading(3, area.code + " " + area.label.in(made.texts.language()));
    made.say(area.about.in(made.texts.language()));
    const AreaFacts facts = facts_of(made, area.code);
    made.say_key("report.activity.area",
                 {{"agreements", made.plural("report.unit.agreement", facts.agreements)},
                  {"unknown", made.number(facts.unknown)},
                  {"share", made.share(facts.municipalities.size(), made.municipalities().size())}});
    add_clauses(made, area);
  }
}

// ---- the perspectives ----

std::string examples_of(const ReportMaker& made, const std::vector<AgreementId>& agreements, std::string_view code) {
  std::vector<std::string> titles;
  for (const AgreementId id : agreements) {
    if (seen_through(made.network.agreement(id), code) == LensState::yes) titles.push_back(made.title(id));
  }
  std::sort(titles.begin(), titles.end(), [](const auto& a, const auto& b) { return swedish_less(a, b); });
  std::string words;
  for (std::size_t i = 0; i < std::min(examples_of_a_perspective, titles.size()); ++i) {
    words += (i == 0 ? "" : "; ") + titles[i];
  }
  return words.empty() ? made.tr("report.activity.no_example") : words;
}

void add_perspectives(ReportMaker& made) {
  const std::vector<AgreementId> agreements = in_force(made);
  PaperTable table = made.table(made.tr("report.activity.perspectives_table"),
                                {"report.column.perspective", "report.column.noted_with", "report.column.noted_none",
                                 "report.column.not_recorded", "report.column.examples"});
  std::size_t silent = 0;
  for (const Term& perspective : made.taxonomy.perspectives.rows()) {
    LensCount active;
    for (const AgreementId id : agreements) active.add(seen_through(made.network.agreement(id), perspective.code));
    silent = active.not_recorded;
    const std::size_t noted = active.yes + active.no;
    table.rows.push_back({perspective.label.in(made.texts.language()),
                          noted == 0 ? made.tr("report.unknown_value") : made.share(active.yes, noted),
                          made.number(active.no), made.number(active.not_recorded),
                          examples_of(made, agreements, perspective.code)});
  }
  made.say_key("report.activity.perspectives",
               {{"n", made.plural("report.unit.agreement", agreements.size())}, {"silent", made.number(silent)}});
  made.add_table(std::move(table), rows_of_a_section);
}

// ---- what has changed ----

std::string clock_words(const ReportMaker& made, const ComparedRow& row) {
  if (row.kind == ChangeKind::ended) return made.tr("report.activity.ended");
  if (row.kind == ChangeKind::changed) return made.tr("report.activity.changed");
  if (row.clock == ChangeClock::newly_recorded) return made.tr("report.activity.newly_recorded");
  return made.tr(row.clock == ChangeClock::newly_valid ? "report.activity.newly_valid" : "report.activity.not_dated");
}

const Agreement* agreement_of(const VersionComparison& found, const Key& key) {
  for (const ComparedSide* side : {&found.after, &found.before}) {
    const AgreementId id = NetworkIndex(*side->network).agreement(key);
    if (id.is_set()) return &side->network->agreement(id);
  }
  return nullptr;
}

void add_comparison(ReportMaker& made, const VersionComparison& found) {
  std::map<std::string, std::size_t> counts;
  PaperTable table = made.table(made.tr("report.activity.changes_table"),
                                {"question.column.agreement", "question.column.what", "question.column.areas"});
  for (const ComparedRow& row : found.rows) {
    const bool is_change = row.kind != ChangeKind::none && !row.is_actor;
    const Agreement* agreement = is_change ? agreement_of(found, row.key) : nullptr;
    if (!agreement || !made.filter.accepts(*agreement, made.taxonomy)) continue;
    const std::string what = clock_words(made, row);
    ++counts[what];
    std::string areas;
    for (const AreaCode& area : agreement->areas) areas += (areas.empty() ? "" : ", ") + area;
    table.rows.push_back({row.name, what, areas});
  }
  made.say_key("report.activity.since", {{"title", found.before.title}, {"day", to_string(found.before.day)}});
  std::vector<std::string> items;
  for (const auto& [what, n] : counts) items.push_back(what + ": " + made.number(n));
  items.empty() ? made.say_key("report.activity.no_change") : made.list(std::move(items));
  if (!table.rows.empty()) made.add_table(std::move(table), changes_listed);
  made.say_key("report.activity.clocks");
}

void add_changes(ReportMaker& made) {
  if (!made.ask.since) {
    made.say_key("report.activity.no_since");
    return made.tell(made.answer(7), changes_listed);
  }
  const auto before = std::make_shared<const Network>(shareable(*made.ask.since, Sensitive::left_out).network);
  const auto after = std::make_shared<const Network>(made.network);
  const ComparedSide earlier{made.ask.since_title, before, before->as_of};
  add_comparison(made, compare_sides(earlier, {made.place_words(), after, made.day}, nullptr));
}

}  // namespace

void compose_activity(ReportMaker& made) {
  add_opening(made, made.tr("report.activity.title", {{"year", made.year()}}),
              made.tr("report.activity.subtitle", {{"place", made.place_words()}, {"day", to_string(made.day)}}));
  made.heading(2, made.tr("report.activity.about"));
  made.say_key("report.activity.about_text");
  made.heading(2, made.tr("report.county.summary"));
  add_sentences(made);
  made.step(0.2F);
  made.heading(2, made.tr("report.section.nine"), true);
  add_heat_map(made);
  add_nine_areas(made);
  made.step(0.5F);
  made.heading(2, made.tr("report.county.perspectives"), true);
  add_perspectives(made);
  made.heading(2, made.tr("report.activity.changes"));
  add_changes(made);
  made.step(0.6F);
  made.heading(2, made.tr("report.activity.spread"), true);
  add_map(made);
  made.step(0.8F);
  made.heading(2, made.tr("report.activity.quality"));
  made.tell(made.answer(24), rows_of_a_section);
  made.heading(2, made.tr("report.activity.blanks"), true);
  made.say_key("report.activity.blanks_text");
  for (const std::string_view key : {"report.activity.blank_money", "report.activity.blank_work",
                                     "report.activity.blank_effects", "report.activity.blank_next"}) {
    made.blank(key);
  }
  made.heading(2, made.tr("report.section.method"));
  add_method(made);
}

}  // namespace samverka
