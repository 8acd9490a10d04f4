#include "app/what_if_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "app/gap_words.h"
#include "base/utf8.h"
#include "i18n/percent.h"
#include "report/gaps_report.h"
#include "report/told.h"

namespace samverka {
namespace {

constexpr std::size_t names_in_a_line = 12;
constexpr auto classes = std::to_array({RuleClass::law, RuleClass::duty, RuleClass::ambition, RuleClass::local});
constexpr auto told_in_order = std::to_array(
    {Outcome::met, Outcome::met_expiring, Outcome::pending, Outcome::gap, Outcome::unknown, Outcome::exempt});

std::string number(const Texts& texts, std::size_t n) { return texts.number(static_cast<long long>(n)); }

std::string counts(const RuleFindings& findings, const Texts& texts) {
  std::string words;
  for (const Outcome outcome : told_in_order) {
    if (findings.count(outcome) == 0) continue;
    words += (words.empty() ? "" : ", ") + texts.tr(text_key(outcome)) + " " + number(texts, findings.count(outcome));
  }
  return words;
}

std::string title_of(const Rule& rule, const Texts& texts) {
  const std::string& title = rule.title.in(texts.language());
  return displayable(title.empty() ? rule.id : title);
}

// As the gap analysis tells it; empty where it tells numbers only.
std::string share_words(const RuleFindings& findings, const Texts& texts) {
  const RuleCoverage& coverage = findings.coverage;
  if (!coverage.low || !coverage.high || weighed_subjects(findings, coverage) < least_for_percent) return {};
  return percent_words(texts, *coverage.low, *coverage.high, 1);
}

class WhatIfText {
 public:
  WhatIfText(const WhatIfReport& report, const Texts& texts) : report_(report), found_(report.found), texts_(texts) {}

  std::string written() && {
    const Network& network = report_.before;
    say(displayable(network.title.empty() ? network.id : network.title + " (" + network.id + ")"));
    say(texts_.tr("info.as_of", {{"date", to_string(report_.day)}}));
    if (network.is_synthetic()) say(texts_.tr("caption.illustrative"));
    if (!report_.filter.empty()) say(displayable(texts_.tr("caption.filter", {{"filter", report_.filter}})));
    say(texts_.tr("whatif.not_facts"));
    say("");
    for (const std::string& step : report_.steps) say("- " + displayable(step), 2);
    table();
    norms();
    changes();
    names("whatif.left_alone", found_.left_alone);
    names("whatif.joined", found_.joined);
    links();
    return std::move(out_);
  }

 private:
  void say(const std::string& words, std::size_t indent = 0) { out_ += std::string(indent, ' ') + words + '\n'; }

  void row(const std::string& what, const std::string& before, const std::string& after) {
    constexpr std::size_t what_width = 52, cell_width = 10;
    const auto padded = [](const std::string& words, std::size_t width) {
      return std::string(width - std::min(width, count_code_points(words)), ' ');
    };
    const std::string cut = shortened(what, what_width);
    say(cut + padded(cut, what_width) + padded(before, cell_width) + before + padded(after, cell_width) + after, 2);
  }

  void table() {
    say("");
    row("", texts_.tr("whatif.now"), texts_.tr("whatif.then"));
    for (const WhatIfRow& line : figure_rows(found_, texts_)) row(line.what, line.before, line.after);
    say("");
    say(texts_.tr("whatif.areas"));
    for (const WhatIfRow& line : area_rows(found_, report_.taxonomy, texts_)) row(line.what, line.before, line.after);
  }

  // A norm that stays as it is says nothing here.
  void norms() {
    for (const RuleClass rule_class : classes) {
      bool is_first = true;
      for (std::size_t i = 0; i < found_.before.norms.rules.size(); ++i) {
        const RuleFindings& now = found_.before.norms.rules[i];
        const RuleFindings& then = found_.after.norms.rules[i];
        const Rule& rule = report_.rules.rules[now.rule];
        const WhatIfRow line{title_of(rule, texts_), counts(now, texts_), counts(then, texts_)};
        if (rule.rule_class != rule_class || !line.is_changed()) continue;
        if (is_first) say("");
        if (is_first) say(texts_.tr(text_key(rule_class)));
        is_first = false;
        say(line.what, 2);
        say(texts_.tr("whatif.from_to", {{"before", line.before}, {"after", line.after}}), 4);
        coverage(rule, now, then);
      }
    }
    if (found_.changed.empty()) {
      say("");
      say(texts_.tr("whatif.no_outcome_changes"));
    }
  }

  void coverage(const Rule& rule, const RuleFindings& now, const RuleFindings& then) {
    const std::string before = share_words(now, texts_), after = share_words(then, texts_);
    if (before.empty() || after.empty()) return;
    const bool is_people = rule.weight == RuleWeight::population;
    const TextArgs args = {{"before", before}, {"after", after}};
    say(is_people ? texts_.tr("whatif.coverage.people", args) : texts_.tr("whatif.coverage.count", args), 4);
  }

  // What is no longer known says why.
  std::string after_in_words(const Rule& rule, const OutcomeChange& change) const {
    const std::string outcome = texts_.tr(text_key(change.after));
    if (change.after != Outcome::unknown) return outcome;
    const auto& norms = found_.after.norms.rules;
    const auto of_rule = std::find_if(norms.begin(), norms.end(),
                                      [&](const RuleFindings& findings) { return findings.rule == change.rule; });
    for (const SubjectFinding& finding : of_rule->subjects) {
      if (finding.subject != change.subject) continue;
      const std::string why = displayable(reason_in_words(report_.after, texts_, rule, finding));
      return why.empty() ? outcome : texts_.tr("whatif.unknown_since", {{"outcome", outcome}, {"why", why}});
    }
    return outcome;
  }

  void changes() {
    for (const AreaChange& change : found_.areas) {
      const std::string area = told_area(report_.taxonomy, change.area, texts_.language());
      if (!change.lost.empty()) named("whatif.area_lost", area, change.lost);
      if (!change.gained.empty()) named("whatif.area_gained", area, change.gained);
    }
    for (const OutcomeChange& change : told_changes(report_.before, found_)) {
      const Rule& rule = report_.rules.rules[change.rule];
      if (rule.is_counts_only) continue;
      say(texts_.tr("whatif.outcome", {{"who", told(report_.before, change.subject)},
                                       {"norm", title_of(rule, texts_)},
                                       {"before", texts_.tr(text_key(change.before))},
                                       {"after", after_in_words(rule, change)}}),
          2);
    }
  }

  void named(const char* key, const std::string& area, const std::vector<ActorId>& actors) {
    say(texts_.tr(key, {{"area", area},
                        {"n", number(texts_, actors.size())},
                        {"names", told_names(report_.before, municipalities_first(report_.before, actors),
                                             names_in_a_line, texts_)}}));
  }

  void names(const char* key, const std::vector<ActorId>& actors) {
    if (!actors.empty()) named(key, "", actors);
  }

  void links() {
    for (const CutOff& link : found_.new_links) {
      const std::string what =
          link.actor.is_set() ? told(report_.after, link.actor) : told(report_.after, link.agreement);
      say(texts_.tr("whatif.new_link", {{"what", what}, {"n", number(texts_, link.count())}}));
    }
  }

  const WhatIfReport& report_;
  const WhatIf& found_;
  const Texts& texts_;
  std::string out_;
};

void put_figures(JsonText& json, const WhatIfReport& report, const WhatIfFigures& figures) {
  json.begin_object();
  json.key("as_of").text(to_string(report.day));
  json.key("tied_actors").number(figures.tied_actors);
  json.key("agreements").number(figures.agreements);
  json.key("ties").number(figures.ties);
  json.key("groups").number(figures.groups);
  json.key("only_links").number(figures.only_links);
  json.key("areas").begin_list();
  for (const AreaReach& area : figures.areas) {
    json.begin_object();
    json.key("area").text(area.area);
    json.key("agreements").number(area.agreements);
    json.key("municipalities").number(area.reached.size());
    json.end_object();
  }
  json.end_list();
  json.key("rules").begin_list();
  for (const RuleFindings& findings : figures.norms.rules) {
    const Rule& rule = report.rules.rules[findings.rule];
    json.begin_object();
    json.key("id").text(rule.id);
    json.key("class").text(word(rule.rule_class));
    json.key("counts").begin_object();
    for (const Outcome outcome : told_in_order) json.key(word(outcome)).number(findings.count(outcome));
    json.end_object();
    json.key("coverage").begin_object();
    const auto share = [&](const char* name, const std::optional<double>& value) {
      json.key(name);
      if (value) {
        json.decimal(*value);
      } else {
        json.null();
      }
    };
    share("low", findings.coverage.low);
    share("high", findings.coverage.high);
    json.end_object();
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

void put_changes(JsonText& json, const WhatIfReport& report) {
  const WhatIf& found = report.found;
  json.key("changed").begin_list();
  for (const OutcomeChange& change : found.changed) {
    json.begin_object();
    json.key("rule").text(report.rules.rules[change.rule].id);
    json.key("actor").text(report.before.actor(change.subject).key);
    json.key("before").text(word(change.before));
    json.key("after").text(word(change.after));
    json.end_object();
  }
  json.end_list();
  json.key("areas").begin_list();
  for (const AreaChange& change : found.areas) {
    json.begin_object();
    json.key("area").text(change.area);
    json.key("lost");
    put_ids(json, report.before, change.lost);
    json.key("gained");
    put_ids(json, report.before, change.gained);
    json.end_object();
  }
  json.end_list();
  json.key("left_alone");
  put_ids(json, report.before, found.left_alone);
  json.key("joined");
  put_ids(json, report.before, found.joined);
  json.key("new_links").begin_list();
  for (const CutOff& link : found.new_links) {
    json.begin_object();
    json.key("id").text(link.actor.is_set() ? report.after.actor(link.actor).key
                                            : report.after.agreement(link.agreement).key);
    json.key("cuts_off").number(link.count());
    json.end_object();
  }
  json.end_list();
}

}  // namespace

std::vector<WhatIfRow> figure_rows(const WhatIf& found, const Texts& texts) {
  const auto row = [&](const char* key, std::size_t before, std::size_t after) {
    return WhatIfRow{texts.tr(key), number(texts, before), number(texts, after)};
  };
  const WhatIfFigures& now = found.before;
  const WhatIfFigures& then = found.after;
  return {row("whatif.tied_actors", now.tied_actors, then.tied_actors),
          row("whatif.agreements", now.agreements, then.agreements), row("whatif.ties", now.ties, then.ties),
          row("whatif.groups", now.groups, then.groups), row("whatif.only_links", now.only_links, then.only_links)};
}

std::vector<WhatIfRow> area_rows(const WhatIf& found, const Taxonomy& taxonomy, const Texts& texts) {
  std::vector<WhatIfRow> rows;
  for (std::size_t i = 0; i < found.before.areas.size(); ++i) {
    rows.push_back({told_area(taxonomy, found.before.areas[i].area, texts.language()),
                    number(texts, found.before.areas[i].reached.size()),
                    number(texts, found.after.areas[i].reached.size())});
  }
  return rows;
}

std::vector<OutcomeChange> told_changes(const Network& network, const WhatIf& found) {
  std::vector<ActorId> subjects;
  for (const OutcomeChange& change : found.changed) subjects.push_back(change.subject);
  std::unordered_map<ActorId, std::size_t> place;
  for (const ActorId subject : municipalities_first(network, std::move(subjects))) place.emplace(subject, place.size());
  std::vector<OutcomeChange> changes = found.changed;
  std::stable_sort(changes.begin(), changes.end(), [&](const OutcomeChange& a, const OutcomeChange& b) {
    return std::pair(a.rule, place[a.subject]) < std::pair(b.rule, place[b.subject]);
  });
  return changes;
}

std::vector<WhatIfRow> norm_rows(const WhatIf& found, const RuleSet& rules, RuleClass rule_class, const Texts& texts) {
  std::vector<WhatIfRow> rows;
  for (std::size_t i = 0; i < found.before.norms.rules.size(); ++i) {
    const RuleFindings& now = found.before.norms.rules[i];
    const Rule& rule = rules.rules[now.rule];
    if (rule.rule_class != rule_class) continue;
    rows.push_back({title_of(rule, texts), counts(now, texts), counts(found.after.norms.rules[i], texts)});
  }
  return rows;
}

std::string what_if_text(const WhatIfReport& report, const Texts& texts) { return WhatIfText(report, texts).written(); }

std::string what_if_json(const WhatIfReport& report) {
  JsonText json;
  json.begin_object();
  json.key("before");
  put_figures(json, report, report.found.before);
  json.key("after");
  put_figures(json, report, report.found.after);
  put_changes(json, report);
  json.end_object();
  return std::move(json).finished();
}

}  // namespace samverka
