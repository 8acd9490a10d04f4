#include "analysis/answers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "analysis/answer_agreement.h"
#include "analysis/random_rules.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

const std::string title = "Answers";

Rule needs(const std::string& id, const std::string& partner, const AreaCode& area) {
  Rule rule;
  rule.id = id;
  rule.for_each.type = "municipality";
  rule.need.partner.type = partner;
  rule.need.agreement.area = area;
  return rule;
}

//  Alby  Ekby  (municipalities of 20)   R (their region)   F1 F2 (civil society)
struct Desk {
  NetworkMaker maker;
  RuleSet rules;

  Desk() {
    maker.municipality("Alby", "2001");
    maker.municipality("Ekby", "2002");
    maker.region("R", "20");
    maker.actor("F1", "civil_society");
    maker.actor("F2", "civil_society");
    rules.rules = {needs("region", "region", "A4.2")};
    rules.rules[0].need.partner.same = SamePlace::county;
  }

  Answer answer(const std::string& subject, AnswerWord word, std::size_t rule = 0) const {
    Answer row;
    row.subject = maker.id(subject);
    row.word = word;
    row.rule = rule;
    return row;
  }
  Answer yes(const std::string& subject, const std::string& document, const std::vector<std::string>& partners = {},
             std::size_t rule = 0) const {
    Answer row = answer(subject, AnswerWord::yes, rule);
    row.document = document;
    for (const std::string& partner : partners) row.partners.push_back(maker.id(partner));
    return row;
  }
  TakenAnswers take(const std::vector<Answer>& answers) const {
    return take_answers(maker.network, small_taxonomy(), rules, maker.network.as_of, answers, title);
  }
  AnswerFate fate(const Answer& row) const { return take({row}).results[0].fate; }
};

using Outcomes = std::map<std::pair<Key, std::size_t>, SubjectFinding>;
Outcomes outcomes(const Network& network, const RuleSet& rules) {
  Outcomes out;
  const GapAnalysis all = find_gaps(network, NetworkIndex(network), small_taxonomy(), rules, network.as_of);
  for (const RuleFindings& findings : all.rules) {
    for (const SubjectFinding& finding : findings.subjects) {
      out.emplace(std::pair{network.actor(finding.subject).key, findings.rule}, finding);
    }
  }
  return out;
}
std::string outcome(const Network& network, const RuleSet& rules, const Key& subject, std::size_t rule = 0) {
  const SubjectFinding finding = outcomes(network, rules).at({subject, rule});
  return word(finding.outcome) + (finding.need.why ? std::string(" ") + word(*finding.need.why) : "");
}

}  // namespace

TEST_CASE("no answers change nothing") {
  const Desk desk;
  const TakenAnswers taken = desk.take({});
  CHECK(equal(taken.network, desk.maker.network));
  CHECK(taken.unknown_before == 2);
  CHECK(taken.unknown_after == 2);
}

TEST_CASE("yes with a document is an agreement with what the norm asks for, and with nothing else") {
  Desk desk;
  desk.rules.rules[0].need.agreement.target_groups_all = {{"T3"}};
  desk.rules.rules[0].need.agreement.form = "county_agreement";
  Answer row = desk.yes("Alby", "Avtal 1");
  row.date = *parse_partial_date("2024-03");
  row.source = "https://alby.se/avtal";
  const TakenAnswers taken = desk.take({row});
  REQUIRE(taken.results[0].fate == AnswerFate::kept);
  CHECK(taken.unknown_before == 2);
  CHECK(taken.unknown_after == 1);
  REQUIRE(taken.network.agreements.size() == 1);
  const Agreement& made = taken.network.agreements[0];
  CHECK(made.title == "Avtal 1");
  CHECK(made.form == "county_agreement");
  CHECK(made.areas == std::vector<AreaCode>{"A4.2"});
  CHECK(made.target_groups == std::vector<std::string>{"T3"});
  CHECK_FALSE(made.perspectives.has_value());
  CHECK(to_string(made.valid->from) == "2024-03");
  CHECK(made.valid->end == Validity::End::not_known);
  REQUIRE(made.parties.size() == 2);  // the only region of the county, which nobody needs to name
  CHECK(made.parties[0].actor.id == desk.maker.id("Alby"));
  CHECK(made.parties[1].actor.id == desk.maker.id("R"));
  CHECK(made.provenance->method == "survey");
  REQUIRE(taken.network.sources.size() == 1);
  CHECK(taken.network.sources[0].url == "https://alby.se/avtal");
  CHECK(outcome(taken.network, desk.rules, "Alby") == "met");
  CHECK(outcome(taken.network, desk.rules, "Ekby") == "unknown no_record");
}

TEST_CASE("no is a survey's answer and proves a gap; don't know was asked and stays unknown") {
  const Desk desk;
  const TakenAnswers taken =
      desk.take({desk.answer("Alby", AnswerWord::no), desk.answer("Ekby", AnswerWord::not_known)});
  CHECK(outcome(taken.network, desk.rules, "Alby") == "gap");
  CHECK(outcome(taken.network, desk.rules, "Ekby") == "unknown no_answer");
  REQUIRE(taken.network.coverage->surveys.size() == 1);
  const Survey& survey = taken.network.coverage->surveys[0];
  CHECK(survey.areas == std::vector<AreaCode>{"A4.2"});
  CHECK(survey.asked.size() == 2);
  CHECK(survey.answered.size() == 1);
  CHECK(survey.title == title);
  CHECK(taken.network.agreements.empty());
}

TEST_CASE("no to one norm is not read as no to another of the same area") {
  Desk desk;
  desk.rules.rules.push_back(needs("civil", "civil_society", "A4.2"));
  desk.rules.rules.push_back(needs("wide", "region", "A4"));  // a survey of A4.2 says nothing of all A4
  const Answer no = desk.answer("Alby", AnswerWord::no);
  const TakenAnswers alone = desk.take({no});
  CHECK(alone.results[0].fate == AnswerFate::leaves_others);
  CHECK(alone.results[0].open_rules == std::vector<std::size_t>{1});
  CHECK(equal(alone.network, desk.maker.network));
  CHECK(desk.take({no, desk.answer("Alby", AnswerWord::not_known, 1)}).results[0].fate == AnswerFate::leaves_others);
  for (const Answer& other : {desk.answer("Alby", AnswerWord::no, 1), desk.yes("Alby", "D", {"F1"}, 1)}) {
    const TakenAnswers both = desk.take({no, other});
    CHECK(both.results[0].fate == AnswerFate::kept);
    CHECK(outcome(both.network, desk.rules, "Alby", 0) == "gap");
    CHECK(outcome(both.network, desk.rules, "Alby", 1) == (other.word == AnswerWord::no ? "gap" : "met"));
    CHECK(outcome(both.network, desk.rules, "Alby", 2) == "unknown no_record");
  }
  // A yes that is refused leaves the other open again.
  CHECK(desk.take({no, desk.yes("Alby", "", {"F1"}, 1)}).results[0].fate == AnswerFate::leaves_others);
}

TEST_CASE("yes confirms the document on record, and what others said of themselves stays") {
  Desk desk;
  Agreement& old = desk.maker.agreement("Old", {"Alby", "Ekby", "R"}, "A4.2");
  old.status = AgreementStatus::unknown;
  old.parties[0].state = PartyState::recommended;
  old.parties[1].state = PartyState::declined;
  old.parties[2].state.reset();
  Answer row = desk.yes("Alby", "Old", {"R", "Ekby"});
  row.agreement = AgreementId(0);
  row.date = *parse_partial_date("2025-02-01");
  const TakenAnswers taken = desk.take({row});
  REQUIRE(taken.results[0].fate == AnswerFate::kept);
  const Agreement& now = taken.network.agreements[0];
  CHECK(now.status == AgreementStatus::active);
  CHECK(now.parties[0].state == PartyState::adopted);
  CHECK(to_string(now.parties[0].from) == "2025-02-01");
  CHECK(now.parties[1].state == PartyState::declined);
  CHECK(now.parties[2].state == PartyState::adopted);
  CHECK(outcome(taken.network, desk.rules, "Alby") == "met");
  for (const AgreementStatus status : {AgreementStatus::planned, AgreementStatus::decided, AgreementStatus::ended}) {
    desk.maker.network.agreements.mutable_row(0).status = status;
    CHECK(desk.fate(row) == AnswerFate::not_in_force);
  }
}

TEST_CASE("yes to a document of another form is one agreement under it, for all who say so") {
  Desk desk;
  desk.rules.rules[0].need.agreement.form = "guideline";
  desk.rules.rules[0].need.near = RuleNear{{{"other"}}, {}};
  Agreement& whole = desk.maker.agreement("Whole", {"Alby", "Ekby", "R"}, "A4.2");
  whole.valid = from_to("2024", "2027");
  whole.provenance = Provenance{};
  desk.maker.network.sources.push_back({"q1", "Beslut", "", {}, "", "", "", {}});
  whole.provenance->source = {{SourceId(0), ""}};
  CHECK(outcome(desk.maker.network, desk.rules, "Alby") == "unknown no_record");
  std::vector<Answer> rows = {desk.yes("Alby", "Whole"), desk.yes("Ekby", "Whole")};
  for (Answer& row : rows) row.agreement = AgreementId(0);
  const TakenAnswers one = desk.take({rows[0]});
  REQUIRE(one.results[0].fate == AnswerFate::kept);
  CHECK(outcome(one.network, desk.rules, "Alby") == "met");
  CHECK(outcome(one.network, desk.rules, "Ekby") == "unknown no_record");
  const TakenAnswers both = desk.take(rows);
  CHECK(outcome(both.network, desk.rules, "Ekby") == "met");
  REQUIRE(both.network.agreements.size() == 2);
  CHECK(both.network.agreements[0] == desk.maker.network.agreements[0]);
  const Agreement& part = both.network.agreements[1];
  CHECK(part.under.id == AgreementId(0));
  CHECK(part.form == "guideline");
  CHECK(part.title == "Whole");
  CHECK(part.valid == whole.valid);
  CHECK(part.parties.size() == 3);
  CHECK(part.provenance->source == whole.provenance->source);
  CHECK(part.provenance->method == "survey");
  // Whoever answers later joins the same one, and to say it again says nothing new.
  const auto later = [&](const Answer& row) {
    return take_answers(one.network, small_taxonomy(), desk.rules, one.network.as_of, std::vector<Answer>{row}, title);
  };
  CHECK(later(rows[1]).network.agreements.size() == 2);
  CHECK(later(rows[0]).results[0].fate == AnswerFate::merged);
}

TEST_CASE("what cannot be taken is refused for what it lacks") {
  Desk desk;
  CHECK(desk.fate(desk.yes("Alby", "")) == AnswerFate::no_document);
  CHECK(desk.fate(desk.yes("R", "D")) == AnswerFate::not_subject);
  CHECK(desk.fate(desk.yes("Alby", "D", {"F1"})) == AnswerFate::not_enough);  // not with whom the norm asks
  CHECK(desk.fate(desk.yes("Alby", "D", {"Alby"})) == AnswerFate::no_partner);
  RuleNeed& need = desk.rules.rules[0].need;
  need.agreement.min_confidence = 0.5;
  CHECK(desk.fate(desk.yes("Alby", "D")) == AnswerFate::not_tellable);
  need.agreement.min_confidence.reset();
  need.agreement.perspective = "P1";
  CHECK(desk.fate(desk.yes("Alby", "D")) == AnswerFate::not_tellable);
  need.agreement.perspective.clear();
  need.agreement.target_groups_any = {{"T1", "T2"}};
  CHECK(desk.fate(desk.yes("Alby", "D")) == AnswerFate::not_tellable);
  need.agreement.target_groups_any.reset();
  need.partner = {};
  CHECK(desk.fate(desk.yes("Alby", "D")) == AnswerFate::no_partner);  // with anybody: then whom?
  RuleNeed negation;
  negation.kind = RuleNeed::Kind::negation;
  negation.parts = {need};
  desk.rules.rules[0].need = negation;
  CHECK(desk.fate(desk.answer("Alby", AnswerWord::no)) == AnswerFate::not_askable);
}

TEST_CASE("no against what is on record is refused, also what another answer brings on record") {
  Desk desk;
  desk.rules.rules = {needs("towns", "municipality", "A4.2")};
  const TakenAnswers taken = desk.take({desk.yes("Alby", "D", {"Ekby"}), desk.answer("Ekby", AnswerWord::no)});
  CHECK(taken.results[0].fate == AnswerFate::kept);
  CHECK(taken.results[1].fate == AnswerFate::contradicts_fact);
  CHECK(outcome(taken.network, desk.rules, "Ekby") == "met");
  desk.maker.agreement("D", {"Alby", "Ekby"}, "A4.2");
  CHECK(desk.fate(desk.answer("Alby", AnswerWord::no)) == AnswerFate::contradicts_fact);
  CHECK(desk.fate(desk.answer("Alby", AnswerWord::yes)) == AnswerFate::merged);
  CHECK(desk.fate(desk.answer("Alby", AnswerWord::not_known)) == AnswerFate::merged);
}

TEST_CASE("the same answer twice is one, two different ones are the first, and two documents may be needed") {
  Desk desk;
  const Answer no = desk.answer("Alby", AnswerWord::no);
  const TakenAnswers twice = desk.take({no, no, desk.answer("Alby", AnswerWord::not_known)});
  CHECK(twice.results[0].fate == AnswerFate::kept);
  CHECK(twice.results[1].fate == AnswerFate::merged);
  CHECK(twice.results[2].fate == AnswerFate::contradicts_row);
  CHECK(twice.results[2].other == 0);
  Rule& two = desk.rules.rules[0];
  two = needs("two", "civil_society", "A4.2");
  two.need.least = 2;
  two.need.is_independent = true;
  const Answer first = desk.yes("Alby", "D1", {"F1"}), second = desk.yes("Alby", "D2", {"F2"});
  const TakenAnswers one = desk.take({first, first});
  CHECK(one.results[0].fate == AnswerFate::not_enough);
  CHECK(one.results[1].fate == AnswerFate::not_enough);  // no better for being said twice
  CHECK(equal(one.network, desk.maker.network));
  const TakenAnswers both = desk.take({first, second});
  CHECK(both.results[0].fate == AnswerFate::kept);
  CHECK(both.results[1].fate == AnswerFate::kept);
  CHECK(outcome(both.network, desk.rules, "Alby") == "met");
}

TEST_CASE("one document of a subject is one agreement for several norms, if its form can be one") {
  Desk desk;
  desk.rules.rules[0].need.agreement.target_groups_all = {{"T3"}};
  desk.rules.rules.push_back(desk.rules.rules[0]);
  desk.rules.rules[1].need.agreement.target_groups_all = {{"T4"}};
  desk.rules.rules[1].need.agreement.form = "county_agreement";
  desk.rules.rules.push_back(desk.rules.rules[0]);
  desk.rules.rules[2].need.agreement.form = "home_care_agreement";
  const TakenAnswers taken = desk.take(
      {desk.yes("Alby", "D"), desk.yes("Alby", "D", {}, 1), desk.yes("Alby", "D", {}, 2), desk.yes("Ekby", "D")});
  for (const AnswerResult& result : taken.results) CHECK(result.fate == AnswerFate::kept);
  REQUIRE(taken.network.agreements.size() == 3);
  CHECK(taken.network.agreements[0].target_groups == std::vector<std::string>{"T3", "T4"});
  CHECK(taken.network.agreements[1].form == "home_care_agreement");
  CHECK(taken.network.agreements[2].parties[0].actor.id == desk.maker.id("Ekby"));  // nobody said that it is shared
}

TEST_CASE("a document in force from a later day is on its way") {
  const Desk desk;
  Answer row = desk.yes("Alby", "D");
  row.date = *parse_partial_date("2026-07-01");
  const TakenAnswers taken = desk.take({row});
  CHECK(taken.results[0].fate == AnswerFate::kept);
  CHECK(outcome(taken.network, desk.rules, "Alby") == "pending");
}

// What each answer says beforehand is what comes, and nothing that nobody answered becomes a gap or is lost.
TEST_CASE("random answers change the cells that they say, taking them again changes nothing") {
  std::size_t kept = 0, kept_noes = 0, refused = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    RandomRules random(seed);
    const Network network = random.network();
    RuleSet rules;
    for (int i = 0; i < 4; ++i) rules.rules.push_back(random.rule());
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < 12; ++i) {
      Answer row;
      row.subject = ActorId(random.below(network.actors.size()));
      row.rule = random.below(rules.rules.size());
      row.word = static_cast<AnswerWord>(random.below(3));
      row.document = random.chance(80) ? "D" + std::to_string(random.below(3)) : "";
      if (random.chance(20) && !network.agreements.empty()) {
        row.agreement = AgreementId(random.below(network.agreements.size()));
      }
      for (std::size_t p = random.below(3); p > 0; --p) row.partners.emplace_back(random.below(network.actors.size()));
      answers.push_back(row);
    }
    const TakenAnswers taken = take_answers(network, small_taxonomy(), rules, network.as_of, answers, title);
    const Outcomes before = outcomes(network, rules);
    const Outcomes after = outcomes(taken.network, rules);
    std::map<std::pair<Key, std::size_t>, AnswerWord> told;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      refused += is_refused(taken.results[i].fate) ? 1 : 0;
      if (taken.results[i].fate != AnswerFate::kept) continue;
      ++kept;
      kept_noes += answers[i].word == AnswerWord::no ? 1 : 0;
      told[{network.actor(answers[i].subject).key, answers[i].rule}] = answers[i].word;
    }
    std::size_t unknown = 0;
    for (const auto& [cell, finding] : after) {
      CAPTURE(cell.first);
      CAPTURE(cell.second);
      const Outcome was = before.at(cell).outcome;
      const bool is_held = finding.outcome == Outcome::met || finding.outcome == Outcome::met_expiring;
      unknown += finding.outcome == Outcome::unknown ? 1 : 0;
      const auto answer = told.find(cell);
      if (answer != told.end() && answer->second == AnswerWord::yes) {
        CHECK(is_held);
      } else if (answer != told.end() && answer->second == AnswerWord::no) {
        CHECK((finding.outcome == Outcome::gap || finding.outcome == Outcome::pending));
      } else if (finding.outcome != was && !has_negation(rules.rules[cell.second].need)) {
        // Only as a party of an agreement that an answer spoke of: never a gap that nobody told of, and nothing lost.
        CHECK((is_held || finding.outcome == Outcome::pending));
        CHECK((is_held || (was != Outcome::met && was != Outcome::met_expiring)));
        const auto now = agreements_of(taken.network, finding);
        CHECK(std::any_of(now.begin(), now.end(), [&](AgreementId id) {
          return id.value >= network.agreements.size() || !(network.agreement(id) == taken.network.agreement(id));
        }));
      }
    }
    CHECK(unknown == taken.unknown_after);
    if (told.empty()) CHECK(equal(taken.network, network));
    const TakenAnswers again = take_answers(taken.network, small_taxonomy(), rules, network.as_of, answers, title);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (answers[i].word == AnswerWord::yes) continue;  // a document may by now be on record, or one of two of a name
      CHECK((again.results[i].fate != AnswerFate::kept || taken.results[i].fate != AnswerFate::kept));
    }
  }
  CHECK(kept > 300);
  CHECK(kept_noes > 30);
  CHECK(refused > 300);
}
