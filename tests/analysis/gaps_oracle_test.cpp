// Random networks and rules: gaps against the format's own words, and against itself after changes whose effect is
// known beforehand.
#include <doctest/doctest.h>

#include <map>
#include <numeric>

#include "analysis/gaps.h"
#include "analysis/literal_rules.h"
#include "analysis/random_rules.h"
#include "io/network_text.h"
#include "io/read_rules.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr unsigned seeds = 500;
constexpr int rules_a_seed = 6;

RuleFindings findings(const Network& network, const Rule& rule) {
  RuleSet set;
  set.rules = {rule};
  return find_gaps(network, NetworkIndex(network), small_taxonomy(), set, network.as_of).rules[0];
}

std::map<Key, Outcome> outcomes(const Network& network, const Rule& rule) {
  std::map<Key, Outcome> out;
  const RuleFindings found = findings(network, rule);
  for (const SubjectFinding& finding : found.subjects) {
    out[network.actor(finding.subject).key] = finding.outcome;
  }
  return out;
}

// Every part of the answer that a reader sees, in words that do not depend on rows.
std::string told(const Network& network, const RuleFindings& found) {
  std::string out =
      std::to_string(found.coverage.low.value_or(-1)) + " " + std::to_string(found.coverage.high.value_or(-1)) + "\n";
  for (const SubjectFinding& finding : found.subjects) {
    out += network.actor(finding.subject).key + " " + word(finding.outcome);
    if (finding.need.why) out += std::string(" ") + word(*finding.need.why);
    for (const ActorId id : partners_of(network, finding)) out += " " + network.actor(id).key;
    for (const AgreementId id : agreements_of(network, finding)) out += " " + network.agreement(id).key;
    out += "\n";
  }
  return out;
}

bool has_negation(const RuleNeed& need) {
  return need.kind == RuleNeed::Kind::negation ||
         std::any_of(need.parts.begin(), need.parts.end(), [](const RuleNeed& part) { return has_negation(part); });
}

// The rows in another order, with every reference led to where its row went.
Network in_other_order(const Network& network, RandomRules& random) {
  const auto shuffled = [&](std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    return order;
  };
  const std::vector<std::size_t> actors = shuffled(network.actors.size());
  std::vector<std::size_t> now_at(actors.size());
  for (std::size_t i = 0; i < actors.size(); ++i) now_at[actors[i]] = i;
  const auto lead = [&](ActorRef& ref) {
    if (ref.id.is_set()) ref.id = ActorId(now_at[ref.id.value]);
  };
  Network out = network;
  out.actors = {};
  out.agreements = {};
  for (const std::size_t i : actors) {
    Actor actor = network.actors[i];
    lead(actor.parent);
    out.actors.push_back(actor);
  }
  for (const std::size_t i : shuffled(network.agreements.size())) {
    Agreement agreement = network.agreements[i];
    std::reverse(agreement.parties.begin(), agreement.parties.end());
    for (Party& party : agreement.parties) {
      lead(party.actor);
      for (ActorRef& ref : party.on_behalf_of) lead(ref);
    }
    out.agreements.push_back(agreement);
  }
  if (!out.coverage) return out;
  for (Survey& survey : out.coverage->surveys) {
    for (ActorRef& ref : survey.asked) lead(ref);
    for (ActorRef& ref : survey.answered) lead(ref);
  }
  return out;
}

}  // namespace

TEST_CASE("on 500 random networks gaps says what the format's words say") {
  std::map<std::string, int> met_with;
  for (unsigned seed = 0; seed < seeds; ++seed) {
    RandomRules random(seed);
    const Network network = random.network();
    const Taxonomy taxonomy = small_taxonomy();
    const LiteralRules literal(network, taxonomy, network.as_of);
    for (int i = 0; i < rules_a_seed; ++i) {
      CAPTURE(seed);
      CAPTURE(i);
      const Rule rule = random.rule();
      const RuleFindings found = findings(network, rule);
      const std::vector<std::size_t> subjects = literal.subjects(rule);
      REQUIRE(found.subjects.size() == subjects.size());
      for (std::size_t s = 0; s < subjects.size(); ++s) {
        REQUIRE(found.subjects[s].subject == ActorId(subjects[s]));
        const LiteralRules::Answer answer = literal.answer(rule, subjects[s]);
        const NeedFinding& need = found.subjects[s].need;
        CAPTURE(s);
        REQUIRE(std::string(word(found.subjects[s].outcome)) == word(answer.outcome));
        REQUIRE(need.why == answer.why);
        ++met_with[word(answer.outcome)];
        if (answer.why) ++met_with[word(*answer.why)];
        if (rule.need.kind == RuleNeed::Kind::steps && need.found > 0) ++met_with["steps"];
        if (rule.need.is_independent && need.found > 1) ++met_with["independent"];
      }
      std::size_t without_population = 0;
      const auto interval = literal.coverage(rule, without_population);
      REQUIRE(found.coverage.without_population == without_population);
      REQUIRE(found.coverage.low.has_value() == interval.has_value());
      if (!interval) continue;
      REQUIRE(*found.coverage.low == doctest::Approx(interval->first));
      REQUIRE(*found.coverage.high == doctest::Approx(interval->second));
    }
  }
  for (const char* kind : {"met", "met_expiring", "pending", "gap", "unknown", "exempt", "older", "unconfirmed",
                           "no_answer", "no_record", "steps", "independent"}) {
    CAPTURE(kind);
    CHECK(met_with[kind] > 30);
  }
}

TEST_CASE("on the invented county the shipped norms say what the format's words say") {
  const Taxonomy& words = taxonomy();
  const ReadNetwork read = test::read(file_text("datasets/exempellan-2025.json"));
  const ReadRules rules = read_rules(file_text("assets/rules/grundnormer-2025.json"), "rules.json", words);
  REQUIRE(read.report.is_usable);
  REQUIRE(rules.report.is_usable);
  const LiteralRules literal(read.network, words, read.network.as_of);
  const GapAnalysis all = find_gaps(read.network, NetworkIndex(read.network), words, rules.rules, read.network.as_of);
  for (const RuleFindings& found : all.rules) {
    const Rule& rule = rules.rules.rules[found.rule];
    CAPTURE(rule.id);
    CHECK(found.subjects.size() == literal.subjects(rule).size());
    for (const SubjectFinding& finding : found.subjects) {
      const LiteralRules::Answer answer = literal.answer(rule, finding.subject.value);
      CAPTURE(read.network.actor(finding.subject).key);
      CHECK(std::string(word(finding.outcome)) == word(answer.outcome));
      CHECK(finding.need.why == answer.why);
    }
  }
}

TEST_CASE("the evidence of a need for partners is just the pairs that hold") {
  int compared = 0;
  for (unsigned seed = 0; seed < 2 * seeds; ++seed) {
    RandomRules random(seed + 10'000);
    const Network network = random.network();
    const Rule rule = random.rule();
    if (rule.need.kind != RuleNeed::Kind::partners) continue;
    const Taxonomy taxonomy = small_taxonomy();
    const LiteralRules literal(network, taxonomy, network.as_of);
    const RuleFindings found = findings(network, rule);
    for (const SubjectFinding& finding : found.subjects) {
      if (finding.outcome == Outcome::exempt) continue;
      std::vector<Date> days = {network.as_of};
      if (finding.outcome == Outcome::met) days.push_back(add_months(network.as_of, rule.horizon_months));
      std::vector<LiteralRules::Pair> told, wanted = literal.partner_pairs(rule.need, finding.subject.value, days);
      for (const AgreementPartners& row : finding.need.held) {
        for (const ActorId partner : *row.actors) {
          if (partner != finding.subject) told.emplace_back(partner.value, row.agreement.value);
        }
      }
      std::sort(told.begin(), told.end());
      CAPTURE(seed);
      REQUIRE(told == wanted);
      compared += told.empty() ? 0 : 1;
    }
  }
  CHECK(compared > 100);
}

TEST_CASE("the order of rows changes nothing that is told") {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    RandomRules random(seed + 20'000);
    const Network network = random.network();
    const Rule rule = random.rule();
    const Network other = in_other_order(network, random);
    CAPTURE(seed);
    REQUIRE(told(network, findings(network, rule)) == told(other, findings(other, rule)));
  }
}

TEST_CASE("one more adopted agreement never turns met into a gap, and one that ends never a gap into met") {
  const auto is_met = [](Outcome outcome) { return outcome == Outcome::met || outcome == Outcome::met_expiring; };
  int moved = 0;
  for (unsigned seed = 0; seed < seeds; ++seed) {
    RandomRules random(seed + 30'000);
    const Network fewer = random.network();
    const Rule rule = random.rule();
    if (has_negation(rule.need)) continue;
    Network more = fewer;
    Agreement extra;
    extra.key = "zz-extra";
    extra.form = random.one_of({"other", "iop"});
    extra.status = AgreementStatus::active;
    extra.areas = {"A4.1", "A4.2", "A7"};
    extra.target_groups = {"T1", "T2"};
    for (std::size_t i = 0; i < fewer.actors.size(); ++i) {
      if (random.chance(30)) continue;
      Party party;
      party.actor.id = ActorId(i);
      party.state = PartyState::adopted;
      extra.parties.push_back(party);
    }
    more.agreements.push_back(extra);
    Network ended = more;
    ended.agreements.mutable_row(ended.agreements.size() - 1).status = AgreementStatus::ended;
    const auto before = outcomes(fewer, rule), after = outcomes(more, rule), at_end = outcomes(ended, rule);
    CAPTURE(seed);
    REQUIRE(before == at_end);  // an ended one is as none
    for (const auto& [key, outcome] : before) {
      if (is_met(outcome)) REQUIRE(is_met(after.at(key)));
      if (outcome == Outcome::met) REQUIRE(after.at(key) == Outcome::met);
      moved += outcome != after.at(key) ? 1 : 0;
    }
  }
  CHECK(moved > 100);
}

TEST_CASE("the answer to a survey changes only the unknown cells of who answered, and makes them gaps") {
  int changed = 0;
  for (unsigned seed = 0; seed < seeds; ++seed) {
    RandomRules random(seed + 40'000);
    const Network network = random.network();
    const Rule rule = random.rule();
    if (!rule.need.parts.empty() || rule.need.agreement.area.empty()) continue;
    const std::size_t who = random.below(network.actors.size());
    Network answered = network;
    if (!answered.coverage) answered.coverage = Coverage{};
    Survey survey;
    survey.areas = {{rule.need.agreement.area}};
    survey.asked = survey.answered = {{ActorId(who), ""}};
    answered.coverage->surveys.push_back(survey);
    auto wanted = outcomes(network, rule);
    const auto cell = wanted.find(network.actors[who].key);
    if (cell != wanted.end() && cell->second == Outcome::unknown) {
      cell->second = Outcome::gap;
      ++changed;
    }
    CAPTURE(seed);
    REQUIRE(outcomes(answered, rule) == wanted);
  }
  CHECK(changed > 20);
}
