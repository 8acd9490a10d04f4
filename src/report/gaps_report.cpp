#include "report/gaps_report.h"

#include <algorithm>
#include <array>

#include "analysis/response.h"
#include "base/collate.h"
#include "base/utf8.h"
#include "i18n/percent.h"
#include "io/json_text.h"

namespace samverka {
namespace {

struct OutcomeWords {
  Outcome outcome;
  const char* count;  // "saknas {n}"
  const char* names;  // "Saknas: {names}"; null: too many to name, and nothing to do about them
};
// What calls for somebody to act stands first.
constexpr auto outcome_words = std::to_array<OutcomeWords>({
    {Outcome::gap, "gaps.count.gap", "gaps.names.gap"},
    {Outcome::pending, "gaps.count.pending", "gaps.names.pending"},
    {Outcome::met_expiring, "gaps.count.met_expiring", "gaps.names.met_expiring"},
    {Outcome::met, "gaps.count.met", nullptr},
    {Outcome::unknown, "gaps.count.unknown", nullptr},
    {Outcome::exempt, "gaps.count.exempt", nullptr},
});

struct WhyWords {
  WhyUnknown why;
  const char* count;
};
constexpr auto why_words = std::to_array<WhyWords>({
    {WhyUnknown::older, "gaps.why.older"},
    {WhyUnknown::unconfirmed, "gaps.why.unconfirmed"},
    {WhyUnknown::no_answer, "gaps.why.no_answer"},
    {WhyUnknown::no_record, "gaps.why.no_record"},
});

struct ClassWords {
  RuleClass rule_class;
  const char* title;
};
constexpr auto class_words = std::to_array<ClassWords>({
    {RuleClass::law, "gaps.class.law"},
    {RuleClass::duty, "gaps.class.duty"},
    {RuleClass::ambition, "gaps.class.ambition"},
    {RuleClass::local, "gaps.class.local"},
});

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

class GapsText {
 public:
  GapsText(const GapAnalysis& analysis, const Network& network, const RuleSet& rules, const Texts& texts)
      : analysis_(analysis), network_(network), rules_(rules), texts_(texts) {}

  std::string written(const std::string& filter) {
    heading(filter);
    for (const ClassWords& row : class_words) write_class(row);
    line(0, "");
    line(0, texts_.tr("gaps.unknown_means"));
    return std::move(out_);
  }

 private:
  void line(std::size_t indent, const std::string& words) {
    out_ += std::string(words.empty() ? 0 : indent, ' ') + words + "\n";
  }
  std::string number(std::size_t n) const { return texts_.number(static_cast<long long>(n)); }

  void heading(const std::string& filter) {
    line(0, displayable(network_.title.empty() ? network_.id : network_.title + " (" + network_.id + ")"));
    line(0, texts_.tr("info.as_of", {{"date", to_string(analysis_.as_of)}}));
    if (network_.is_synthetic()) line(0, texts_.tr("caption.illustrative"));
    if (!filter.empty()) line(0, displayable(texts_.tr("caption.filter", {{"filter", filter}})));
    line(0, texts_.tr("gaps.rules", {{"id", displayable(rules_.id)}}));
  }

  void write_class(const ClassWords& words) {
    bool is_first = true;
    for (const RuleFindings& findings : analysis_.rules) {
      const Rule& rule = rules_.rules.at(findings.rule);
      if (rule.rule_class != words.rule_class) continue;
      line(0, "");
      if (is_first) line(0, texts_.tr(words.title));
      is_first = false;
      write_rule(rule, findings);
    }
  }

  void write_rule(const Rule& rule, const RuleFindings& findings) {
    const std::string& title = rule.title.in(texts_.language());
    line(2, displayable(title.empty() ? rule.id : title));
    write_basis(rule);
    write_counts(rule, findings);
    write_coverage(rule, findings);
    write_answers(findings);
    write_reasons(rule, findings);
    if (rule.is_counts_only) return;
    write_near(findings);
    write_names(rule, findings);
  }

  void write_basis(const Rule& rule) {
    if (rule.basis.empty()) return;
    const TextArgs args = {{"basis", displayable(joined(rule.basis, ", "))}};
    line(4, rule.is_verified ? texts_.tr("gaps.basis", args) : texts_.tr("gaps.basis_unchecked", args));
  }

  TextArgs args_of(const Rule& rule, std::size_t n) const {
    return {{"n", number(n)}, {"months", std::to_string(rule.horizon_months)}};
  }

  void write_counts(const Rule& rule, const RuleFindings& findings) {
    std::vector<std::string> counts;
    for (const OutcomeWords& row : outcome_words) {
      const std::size_t n = findings.count(row.outcome);
      if (n > 0) counts.push_back(texts_.tr(row.count, args_of(rule, n)));
    }
    line(4, counts.empty() ? texts_.tr("gaps.nobody") : joined(counts, ", "));
  }

  void write_coverage(const Rule& rule, const RuleFindings& findings) {
    const RuleCoverage& coverage = findings.coverage;
    if (const std::string words = coverage_words(texts_, rule, findings); !words.empty()) line(4, words);
    if (coverage.without_population > 0) {
      line(4, texts_.tr("gaps.coverage.without", {{"n", number(coverage.without_population)}}));
    }
  }

  void write_answers(const RuleFindings& findings) {
    if (findings.asked == 0) return line(4, texts_.tr("gaps.not_asked"));
    const std::size_t yes = yes_without_answer(network_, findings);
    const TextArgs args = {
        {"answered", number(findings.answered)}, {"asked", number(findings.asked)}, {"yes", number(yes)}};
    line(4, yes > 0 ? texts_.tr("gaps.asked_yes", args) : texts_.tr("gaps.asked", args));
  }

  // Beside what is near, "no record" would be untrue: there is one, that does not match.
  void write_reasons(const Rule& rule, const RuleFindings& findings) {
    std::vector<std::string> reasons;
    for (const WhyWords& row : why_words) {
      std::size_t n = 0, near = 0;
      for (const SubjectFinding& finding : findings.subjects) {
        if (finding.need.why != row.why) continue;
        const bool is_near = row.why == WhyUnknown::no_record && !rule.is_counts_only;
        ++(is_near && !near_agreements_of(finding).empty() ? near : n);
      }
      if (n > 0) reasons.push_back(texts_.tr(row.count, {{"n", number(n)}}));
      if (near > 0) reasons.push_back(texts_.tr("gaps.why.no_match", {{"n", number(near)}}));
    }
    if (!reasons.empty()) line(4, texts_.tr("gaps.why", {{"reasons", joined(reasons, ", ")}}));
  }

  // What may be enough and somebody has to read: each document once, that of most subjects first.
  void write_near(const RuleFindings& findings) {
    struct Row {
      NearAgreement near;
      std::size_t subjects = 0;
    };
    std::vector<Row> rows;
    for (const SubjectFinding& finding : findings.subjects) {
      for (const NearAgreement& near : near_agreements_of(finding)) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.near == near; });
        Row& row = found == rows.end() ? rows.emplace_back(Row{near, 0}) : *found;
        ++row.subjects;
      }
    }
    const auto order = [&](const Row& row) {
      return std::pair(-static_cast<std::ptrdiff_t>(row.subjects), network_.agreement(row.near.agreement).key);
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return order(a) < order(b); });
    for (const Row& row : rows) {
      line(4, texts_.tr(near_key(row.near), {{"agreement", displayable(network_.agreement(row.near.agreement).title)},
                                             {"n", number(row.subjects)}}));
    }
  }

  static const char* near_key(const NearAgreement& near) {
    if (near.is_other_form && near.is_without_target_groups) return "gaps.near.form_and_target_groups";
    return near.is_other_form ? "gaps.near.form" : "gaps.near.target_groups";
  }

  // "Östermo (löpte ut 2025-06-30)": what has ended is the first thing to take up again.
  std::string name_of(const SubjectFinding& finding) const {
    const std::string& name = network_.actor(finding.subject).shown_name();
    PartialDate last;
    for (const AgreementId id : past_agreements_of(network_, finding)) {
      const auto& valid = network_.agreement(id).valid;
      if (!valid || !valid->to.is_set()) continue;
      if (!last.is_set() || last.latest() < valid->to.latest()) last = valid->to;
    }
    return last.is_set() ? texts_.tr("gaps.name_past", {{"name", name}, {"date", texts_.date(last)}}) : name;
  }

  void write_names(const Rule& rule, const RuleFindings& findings) {
    for (const OutcomeWords& row : outcome_words) {
      if (!row.names || findings.count(row.outcome) == 0) continue;
      std::vector<std::string> names;
      for (const SubjectFinding& finding : findings.subjects) {
        if (finding.outcome == row.outcome) names.push_back(name_of(finding));
      }
      std::stable_sort(names.begin(), names.end(), swedish_less);
      TextArgs args = args_of(rule, names.size());
      args.emplace_back("names", displayable(joined(names, ", ")));
      line(4, texts_.tr(row.names, args));
    }
  }

  const GapAnalysis& analysis_;
  const Network& network_;
  const RuleSet& rules_;
  const Texts& texts_;
  std::string out_;
};

void put_coverage(JsonText& json, const Rule& rule, const RuleCoverage& coverage) {
  json.key("coverage").begin_object().key("weight").text(word(rule.weight)).key("low");
  coverage.low ? json.decimal(*coverage.low) : json.null();
  json.key("high");
  coverage.high ? json.decimal(*coverage.high) : json.null();
  json.end_object().key("without_population").number(coverage.without_population);
}

void put_subject(JsonText& json, const Network& network, const SubjectFinding& finding) {
  json.begin_object().key("actor").text(network.actor(finding.subject).key);
  json.key("outcome").text(word(finding.outcome)).key("why_unknown");
  finding.need.why ? json.text(word(*finding.need.why)) : json.null();
  json.key("partners").begin_list();
  for (const ActorId id : partners_of(network, finding)) json.text(network.actor(id).key);
  json.end_list().key("agreements").begin_list();
  for (const AgreementId id : agreements_of(network, finding)) json.text(network.agreement(id).key);
  json.end_list().key("near").begin_list();
  for (const NearAgreement& near : near_agreements_of(finding)) json.text(network.agreement(near.agreement).key);
  json.end_list().end_object();
}

}  // namespace

std::size_t weighed_subjects(const RuleFindings& findings, const RuleCoverage& coverage) {
  return findings.subjects.size() - findings.count(Outcome::exempt) - coverage.without_population;
}

std::string coverage_words(const Texts& texts, const Rule& rule, const RuleFindings& findings) {
  const RuleCoverage& coverage = findings.coverage;
  const std::size_t n = weighed_subjects(findings, coverage);
  if (n > 0 && n < least_for_percent) return texts.tr("gaps.coverage.few");
  if (!coverage.low || !coverage.high) return {};
  const TextArgs args = {{"share", percent_words(texts, *coverage.low, *coverage.high, 1)},
                         {"n", texts.number(coverage.weighed)}};
  const bool is_people = rule.weight == RuleWeight::population;
  return is_people ? texts.tr("gaps.coverage.people", args) : texts.tr("gaps.coverage.count", args);
}

std::string gaps_text(const GapAnalysis& analysis, const Network& network, const RuleSet& rules, const Texts& texts,
                      const std::string& filter) {
  return GapsText(analysis, network, rules, texts).written(filter);
}

std::string gaps_json(const GapAnalysis& analysis, const Network& network, const RuleSet& rules) {
  JsonText json;
  json.begin_object().key("as_of").text(to_string(analysis.as_of)).key("rules").begin_list();
  for (const RuleFindings& findings : analysis.rules) {
    const Rule& rule = rules.rules.at(findings.rule);
    json.begin_object().key("id").text(rule.id).key("class").text(word(rule.rule_class));
    json.key("severity").number(static_cast<std::size_t>(rule.severity)).key("counts").begin_object();
    for (std::size_t i = 0; i < outcome_count; ++i) json.key(word(static_cast<Outcome>(i))).number(findings.counts[i]);
    json.end_object();
    put_coverage(json, rule, findings.coverage);
    json.key("subjects").begin_list();
    for (const SubjectFinding& finding : findings.subjects) put_subject(json, network, finding);
    json.end_list().end_object();
  }
  json.end_list().end_object();
  return std::move(json).finished();
}

}  // namespace samverka
