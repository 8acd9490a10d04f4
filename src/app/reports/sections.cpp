// Sections that several reports have: the sentences and numbers that come first, gaps by class, what ends soon, what is
// proposed, and how it was all done.
#include <algorithm>
#include <array>
#include <set>

#include "app/gap_words.h"
#include "app/questions/class_counts.h"
#include "app/reports/report_maker.h"
#include "base/collate.h"
#include "i18n/percent.h"
#include "report/gaps_report.h"
#include "report/told.h"

namespace samverka {
namespace {

constexpr std::size_t norms_of_a_class = 3;
constexpr std::size_t named_in_a_cell = 3;

// ---- the sentences ----

// What the norms of one class say of the place, each subject and norm counted once.
struct ClassOutcomes {
  std::array<std::size_t, outcome_count> counts{};
  std::size_t all = 0;

  std::size_t of(Outcome outcome) const { return counts[static_cast<std::size_t>(outcome)]; }
  std::size_t met() const { return of(Outcome::met) + of(Outcome::met_expiring); }
};

ClassOutcomes outcomes_of(ReportMaker& made, RuleClass rule_class) {
  ClassOutcomes found;
  for (const RuleFindings& findings : made.gaps().rules) {
    if (made.rules.rules[findings.rule].rule_class != rule_class) continue;
    for (std::size_t i = 0; i < outcome_count; ++i) found.counts[i] += findings.counts[i];
  }
  for (const std::size_t count : found.counts) found.all += count;
  found.all -= found.of(Outcome::exempt);
  return found;
}

std::string network_sentence(ReportMaker& made) {
  const Census& census = made.census();
  const std::size_t all = made.municipalities().size();
  const TextArgs args = {{"place", made.place_words()},
                         {"agreements", made.plural("report.unit.agreement", census.agreements_active)},
                         {"actors", made.plural("report.unit.actor", census.actors)},
                         {"tied", made.number(census.municipalities_with_tie)},
                         {"all", made.number(all)}};
  if (made.is_whole()) return made.tr("report.sentence.network_whole", args);
  return made.tr(made.is_municipality() ? "report.sentence.network_own" : "report.sentence.network", args);
}

std::string law_sentence(ReportMaker& made) {
  const ClassOutcomes law = outcomes_of(made, RuleClass::law);
  if (law.all == 0) return made.tr("report.sentence.no_law");
  return made.tr("report.sentence.law", {{"met", made.number(law.met())},
                                         {"all", made.number(law.all)},
                                         {"gap", made.number(law.of(Outcome::gap))},
                                         {"pending", made.number(law.of(Outcome::pending))},
                                         {"unknown", made.number(law.of(Outcome::unknown))}});
}

std::string deadline_sentence(ReportMaker& made) {
  const WeakPoints& weak = made.weak();
  const std::size_t endless = weak.upkeep.active - weak.upkeep.with_end;
  const TextArgs args = {{"until", to_string(add_months(made.day, 12))}, {"endless", made.number(endless)}};
  if (weak.expiring.empty()) return made.tr("report.sentence.no_deadline", args);
  return made.plural("report.sentence.deadline", weak.expiring.size(), args);
}

// ---- the four numbers ----

// The law's norm that covers fewest for certain; of as many, fewest perhaps. Null where none has anything to weigh.
const RuleFindings* weakest_law(ReportMaker& made) {
  const RuleFindings* weakest = nullptr;
  for (const RuleFindings& findings : made.gaps().rules) {
    const RuleCoverage& coverage = findings.coverage;
    if (made.rules.rules[findings.rule].rule_class != RuleClass::law || !coverage.low || !coverage.high) continue;
    const bool is_weaker = !weakest || std::pair(*coverage.low, *coverage.high) <
                                           std::pair(*weakest->coverage.low, *weakest->coverage.high);
    if (is_weaker) weakest = &findings;
  }
  return weakest;
}

PaperNumber coverage_number(ReportMaker& made) {
  const RuleFindings* weakest = weakest_law(made);
  PaperNumber told{made.tr("report.unknown_value"), made.tr("report.number.coverage"),
                   made.tr("report.number.coverage_none")};
  if (!weakest) return told;
  const Rule& rule = made.rules.rules[weakest->rule];
  const RuleCoverage& coverage = weakest->coverage;
  made.numbers.rule = rule.id;
  made.numbers.low = coverage.low;
  made.numbers.high = coverage.high;
  told.note = rule.title.in(made.texts.language());
  const std::string as_share = made.tr("report.number.coverage_note", {{"norm", told.note}});
  if (weighed_subjects(*weakest, coverage) < least_for_percent) {
    const std::size_t met = weakest->count(Outcome::met) + weakest->count(Outcome::met_expiring);
    const std::size_t all = weakest->subjects.size() - weakest->count(Outcome::exempt);
    const bool is_known = weakest->count(Outcome::unknown) < all;
    if (is_known) told.value = made.tr("info.share", {{"n", made.number(met)}, {"all", made.number(all)}});
    told.what = made.tr("report.number.coverage_few");
    return told;
  }
  const bool is_nothing_known = *coverage.low <= 0 && *coverage.high >= 1;
  if (!is_nothing_known) told.value = percent_words(made.texts, *coverage.low, *coverage.high);
  told.note = is_nothing_known ? made.tr("report.number.coverage_unknown", {{"norm", told.note}}) : as_share;
  return told;
}

PaperNumber response_number(ReportMaker& made) {
  const QuestionCounts counts = made.answer(24).counts;
  made.numbers.municipalities = counts.all;
  made.numbers.asked = counts.asked;
  made.numbers.answered = counts.answered;
  PaperNumber told{made.tr("report.unknown_value"), made.tr("report.number.response"),
                   made.tr("report.number.nobody_asked")};
  if (counts.asked == 0) return told;
  if (made.is_municipality()) {
    return {made.tr(counts.answered > 0 ? "report.yes" : "report.no"), made.tr("report.number.response_own"), {}};
  }
  told.value = made.tr("info.share", {{"n", made.number(counts.answered)}, {"all", made.number(counts.all)}});
  told.note = made.tr("report.number.asked", {{"n", made.number(counts.asked)}});
  return told;
}

void add_numbers(ReportMaker& made) {
  const Census& census = made.census();
  made.numbers.actors = census.actors;
  made.numbers.agreements = census.agreements_active;
  made.numbers.deadlines = made.weak().expiring.size();
  PaperNumbers numbers;
  numbers.numbers.push_back({made.number(census.actors), made.tr("report.number.actors"),
                             made.plural("report.number.municipalities", made.municipalities().size())});
  numbers.numbers.push_back({made.number(census.agreements_active), made.tr("report.number.agreements"),
                             made.tr("report.number.of_agreements", {{"n", made.number(census.agreements)}})});
  numbers.numbers.push_back(coverage_number(made));
  numbers.numbers.push_back(response_number(made));
  made.add(std::move(numbers));
}

// ---- gaps ----

// A norm and whom it is not met for.
struct NormGap {
  const RuleFindings* findings = nullptr;
  const Rule* rule = nullptr;
  std::vector<ActorId> subjects;  // by Swedish order
  std::int64_t people = 0;        // where somebody has recorded how many
  bool has_people = false;
};

NormGap gap_of(ReportMaker& made, const RuleFindings& findings) {
  NormGap gap{&findings, &made.rules.rules[findings.rule], {}, 0, false};
  for (const SubjectFinding& finding : findings.subjects) {
    if (finding.outcome != Outcome::gap) continue;
    gap.subjects.push_back(finding.subject);
    const auto& population = made.network.actor(finding.subject).population;
    gap.people += population.value_or(0);
    gap.has_people = gap.has_people || population.has_value();
  }
  std::sort(gap.subjects.begin(), gap.subjects.end(), [&](ActorId a, ActorId b) {
    return swedish_less(made.network.actor(a).shown_name(), made.network.actor(b).shown_name());
  });
  return gap;
}

// What concerns most people first; of as many, what most are without; then in the norms' order.
std::vector<NormGap> gaps_of_class(ReportMaker& made, RuleClass rule_class) {
  std::vector<NormGap> gaps;
  for (const RuleFindings& findings : made.gaps().rules) {
    const bool is_of_it = made.rules.rules[findings.rule].rule_class == rule_class;
    if (is_of_it && findings.count(Outcome::gap) > 0) gaps.push_back(gap_of(made, findings));
  }
  std::stable_sort(gaps.begin(), gaps.end(), [](const NormGap& a, const NormGap& b) {
    return std::pair(a.people, a.subjects.size()) > std::pair(b.people, b.subjects.size());
  });
  return gaps;
}

std::string names_of_gap(const ReportMaker& made, const NormGap& gap) {
  const bool is_hidden = gap.rule->is_counts_only || made.texts.hides(static_cast<long long>(gap.subjects.size()));
  return is_hidden ? "–" : made.names(gap.subjects, named_in_a_cell);
}

void add_gaps_of_class(ReportMaker& made, RuleClass rule_class) {
  const ClassOutcomes outcomes = outcomes_of(made, rule_class);
  if (outcomes.all == 0) return;
  const std::string title = made.tr(std::string("gaps.class.") + word(rule_class));
  const std::vector<NormGap> gaps = gaps_of_class(made, rule_class);
  if (gaps.empty()) {
    return made.say(made.plural("report.no_gap", outcomes.of(Outcome::unknown), {{"class", title}}));
  }
  PaperTable table = made.table(title, {"question.column.norm", "report.column.missing_for", "report.column.people",
                                        "report.column.where", "question.column.unknown"});
  for (const NormGap& gap : gaps) {
    table.rows.push_back({gap.rule->title.in(made.texts.language()), made.number(gap.subjects.size()),
                          gap.has_people ? made.texts.number(gap.people) : made.tr("question.not_noted"),
                          names_of_gap(made, gap), made.number(gap.findings->count(Outcome::unknown))});
  }
  made.add_table(std::move(table), norms_of_a_class);
}

// ---- what is proposed ----

std::string named_class(const ReportMaker& made, const Rule& rule) { return made.tr(text_key(rule.rule_class)); }

std::string gap_proposal(ReportMaker& made, const NormGap& gap) {
  const bool is_of_municipalities = gap.rule->for_each.type == "municipality";
  const TextArgs norm = {
      {"norm", gap.rule->title.in(made.texts.language())},
      {"class", named_class(made, *gap.rule)},
      {"n", made.plural(is_of_municipalities ? "report.unit.municipality" : "report.unit.actor", gap.subjects.size())}};
  ClosingQuestion question;
  question.rules = {gap.findings->rule};
  question.county = made.county;
  const bool may_name = !gap.rule->is_counts_only;
  const ClosingSet set =
      may_name ? closing_set(made.network, made.index, made.taxonomy, made.rules, made.whole_gaps(), question)
               : ClosingSet{};
  // The first step that helps somebody here: of a municipality, itself.
  for (const ClosingStep& step : set.steps) {
    std::vector<ActorId> here;
    for (const ActorId signer : step.signers) {
      if (std::find(gap.subjects.begin(), gap.subjects.end(), signer) != gap.subjects.end()) here.push_back(signer);
    }
    if (here.empty()) continue;
    TextArgs args = norm;
    args.emplace_back("who", made.names(municipalities_first(made.network, std::move(here)), 8));
    if (!step.is_new()) {
      args.emplace_back("agreement", made.title(step.joins));
      return made.tr("report.proposal.join", args);
    }
    args.emplace_back("about", step.area.empty() ? norm[0].second : made.area_words(step.area));
    args.emplace_back("partner", made.names(step.partners, 4));
    return made.tr("report.proposal.new", args);
  }
  return made.tr("report.proposal.norm", norm);
}

// Who has not told enough for some norm of the law to be judged.
std::size_t unknown_of_law(ReportMaker& made) {
  std::set<ActorId> whom;
  for (const RuleFindings& findings : made.gaps().rules) {
    if (made.rules.rules[findings.rule].rule_class != RuleClass::law) continue;
    for (const SubjectFinding& finding : findings.subjects) {
      if (finding.outcome == Outcome::unknown) whom.insert(finding.subject);
    }
  }
  return whom.size();
}

std::vector<const Expiring*> by_day(ReportMaker& made) {
  std::vector<const Expiring*> order;
  for (const Expiring& expiring : made.weak().expiring) order.push_back(&expiring);
  std::stable_sort(order.begin(), order.end(), [&](const Expiring* a, const Expiring* b) {
    if (a->deadline.on != b->deadline.on) return a->deadline.on < b->deadline.on;
    return swedish_less(made.title(a->deadline.agreement), made.title(b->deadline.agreement));
  });
  return order;
}

std::string proposal_of(ReportMaker& made) {
  for (const RuleClass rule_class : {RuleClass::law, RuleClass::duty}) {
    const std::vector<NormGap> gaps = gaps_of_class(made, rule_class);
    if (!gaps.empty()) return gap_proposal(made, gaps.front());
  }
  if (const std::size_t unknown = unknown_of_law(made); unknown > 0) {
    return made.plural("report.proposal.ask", unknown);
  }
  if (const auto order = by_day(made); !order.empty()) {
    return made.tr("report.proposal.deadline", {{"date", to_string(order.front()->deadline.on)},
                                                {"agreement", made.title(order.front()->deadline.agreement)}});
  }
  return made.tr("report.proposal.none");
}

// ---- deadlines ----

std::string_view deadline_key(Deadline::Kind kind) {
  if (kind == Deadline::Kind::notice) return "question.4.notice";
  return kind == Deadline::Kind::end ? "question.4.end" : "question.4.review";
}

std::string losers_of(const ReportMaker& made, const Expiring& expiring) {
  std::set<ActorId> who;
  for (const SolePartner& sole : expiring.leaves) who.insert(sole.actor);
  return made.names(municipalities_first(made.network, {who.begin(), who.end()}), 3);
}

// ---- the method ----

std::string norms_used(const ReportMaker& made) {
  ClassCounts classes;
  std::size_t unchecked = 0;
  for (const Rule& rule : made.rules.rules) {
    classes.add(rule.rule_class);
    unchecked += rule.is_verified ? 0 : 1;
  }
  std::string words =
      made.tr("report.method.norms", {{"id", made.rules.id}, {"classes", classes.in_words(made.texts, ", ")}});
  if (unchecked > 0) words += " " + made.plural("report.method.unchecked", unchecked);
  return words;
}

}  // namespace

void add_opening(ReportMaker& made, const std::string& title, const std::string& subtitle) {
  made.paper.title = title;
  made.paper.subtitle = subtitle;
}

void add_sentences(ReportMaker& made) {
  made.list({network_sentence(made), law_sentence(made), deadline_sentence(made)});
  add_numbers(made);
}

void add_largest_gaps(ReportMaker& made) {
  for (const RuleClass rule_class : classes_by_weight) add_gaps_of_class(made, rule_class);
}

void add_deadlines(ReportMaker& made, std::size_t most) {
  PaperTable table = made.table(
      made.tr("report.deadlines.table"),
      {"question.column.agreement", "question.column.day", "question.column.what", "report.column.loses_only"});
  for (const Expiring* expiring : by_day(made)) {
    table.rows.push_back({made.title(expiring->deadline.agreement), to_string(expiring->deadline.on),
                          made.tr(deadline_key(expiring->deadline.kind)), losers_of(made, *expiring)});
  }
  if (table.rows.empty()) return made.say_key("home.no_deadlines");
  made.add_table(std::move(table), most);
}

void add_proposal(ReportMaker& made) {
  made.add(PaperProposal{made.tr("report.proposal"), proposal_of(made) + " " + made.tr("report.proposal.note")});
}

void add_weak_points(ReportMaker& made, std::size_t most) { made.tell(made.answer(12), most); }

void add_method(ReportMaker& made) {
  const WeakPoints& weak = made.weak();
  std::vector<std::string> items = {
      made.tr("report.method.day", {{"day", to_string(made.day)}, {"date", to_string(made.network.as_of)}}),
      made.filter_words(made.filter),
      norms_used(made),
      made.tr("report.method.unknown"),
      made.tr("report.method.recorded"),
      made.tr("report.method.coverage", {{"n", made.number(least_for_percent)}})};
  if (!weak.umbrellas.empty()) items.push_back(made.plural("report.method.umbrellas", weak.umbrellas.size()));
  items.push_back(made.tr("report.method.form"));
  if (made.numbers.asked == 0 || 2 * made.numbers.answered < made.numbers.municipalities) {
    items.push_back(made.tr("report.method.silent"));
  }
  made.list(std::move(items));
}

}  // namespace samverka
