#include "analysis/gap_list.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace samverka {
namespace {

// A code of four figures is a municipality, of two a county.
bool is_of_place(const Actor& actor, std::string_view place) {
  if (place.empty()) return false;
  return place.size() == 2 ? actor.county == place : actor.municipality == place;
}

// As the network records it, and not by the figures of the code.
std::string county_of_place(const Network& network, std::string_view place) {
  if (place.size() == 2) return std::string(place);
  for (const Actor& actor : network.actors) {
    if (!place.empty() && actor.type == "municipality" && actor.municipality == place) return actor.county;
  }
  return {};
}

int order_of(RuleClass rule_class) {
  switch (rule_class) {
    case RuleClass::law:
      return 0;
    case RuleClass::duty:
      return 1;
    case RuleClass::local:
      return 2;
    case RuleClass::ambition:
      break;
  }
  return 3;
}

int order_of(Outcome outcome) {
  if (outcome == Outcome::gap) return 0;
  return outcome == Outcome::met_expiring ? 1 : 2;
}

// Unknown ones in the order of the enumeration, which is that of the format: what is easiest to find out first.
int order_of(const GapRow& row) { return row.why ? static_cast<int>(*row.why) : order_of(row.outcome); }

template <class Wanted>
std::vector<GapRow> rows_of(const Network& network, const RuleSet& rules, const GapAnalysis& analysis,
                            std::string_view own_place, Wanted is_wanted) {
  const std::string own_county = county_of_place(network, own_place);
  std::vector<GapRow> rows;
  for (const RuleFindings& findings : analysis.rules) {
    const Rule& rule = rules.rules[findings.rule];
    for (std::size_t i = 0; i < findings.subjects.size(); ++i) {
      const SubjectFinding& finding = findings.subjects[i];
      if (!is_wanted(finding.outcome)) continue;
      const Actor& actor = network.actor(finding.subject);
      rows.push_back({findings.rule, i, finding.subject, rule.rule_class, rule.severity, finding.outcome,
                      finding.need.why, actor.population, is_of_place(actor, own_place),
                      !own_county.empty() && actor.county == own_county, !near_agreements_of(finding).empty(), 0});
    }
  }
  return rows;
}

// Most people first; nobody knows how many: last.
std::int64_t people_before(const GapRow& row) {
  return row.people ? -*row.people : std::numeric_limits<std::int64_t>::max();
}

// By `place_of`, then by people, outcome, and the rule's weight; rows of which the place is the same share a rank.
template <class PlaceOf>
void sort_and_rank(std::vector<GapRow>& rows, const Network& network, PlaceOf place_of) {
  const auto key = [&](const GapRow& row) {
    return std::tuple(place_of(row), people_before(row), order_of(row), -row.severity,
                      std::string_view(network.actor(row.actor).key));
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const GapRow& a, const GapRow& b) { return key(a) < key(b); });
  for (std::size_t i = 1; i < rows.size(); ++i) {
    rows[i].rank = rows[i - 1].rank + (place_of(rows[i]) == place_of(rows[i - 1]) ? 0 : 1);
  }
}

}  // namespace

std::vector<GapRow> what_to_act_on(const Network& network, const RuleSet& rules, const GapAnalysis& analysis,
                                   std::string_view own_place) {
  const auto is_wanted = [](Outcome o) {
    return o == Outcome::gap || o == Outcome::pending || o == Outcome::met_expiring;
  };
  std::vector<GapRow> rows = rows_of(network, rules, analysis, own_place, is_wanted);
  sort_and_rank(rows, network, [](const GapRow& row) {
    return std::tuple(!row.is_own, !row.is_own_county, order_of(row.rule_class));
  });
  return rows;
}

std::vector<GapRow> what_to_find_out(const Network& network, const RuleSet& rules, const GapAnalysis& analysis,
                                     std::string_view own_place) {
  const auto is_wanted = [](Outcome o) { return o == Outcome::unknown; };
  std::vector<GapRow> rows = rows_of(network, rules, analysis, own_place, is_wanted);
  sort_and_rank(rows, network, [](const GapRow& row) {
    return std::tuple(!row.is_own, !row.is_own_county, !row.has_near, order_of(row), order_of(row.rule_class));
  });
  return rows;
}

KnownShare known_share(const GapAnalysis& analysis) {
  KnownShare share;
  for (const RuleFindings& findings : analysis.rules) {
    const std::size_t asked = findings.subjects.size() - findings.count(Outcome::exempt);
    share.asked += asked;
    share.known += asked - findings.count(Outcome::unknown);
  }
  return share;
}

KnownShare known_share(const Network& network, const GapAnalysis& analysis, std::string_view county) {
  KnownShare share;
  for (const RuleFindings& findings : analysis.rules) {
    for (const SubjectFinding& finding : findings.subjects) {
      if (finding.outcome == Outcome::exempt || network.actor(finding.subject).county != county) continue;
      ++share.asked;
      share.known += finding.outcome == Outcome::unknown ? 0U : 1U;
    }
  }
  return share;
}

}  // namespace samverka
