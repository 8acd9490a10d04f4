#include "io/read_rules.h"

#include <doctest/doctest.h>

#include "io/network_text.h"

using namespace samverka;
using namespace samverka::test;

namespace {

ReadRules read_text(const std::string& json) { return read_rules(json, "r.json", taxonomy()); }

Lines codes_of(const ReadRules& read) {
  Lines out;
  for (const Problem& p : read.report.problems) out.push_back(p.code + " " + p.pointer);
  return out;
}

// A sound file of one rule, with room for a test's own members.
struct RulesText {
  std::string root = {}, rule = {};
  std::string for_each = R"({"type":"municipality"})";
  std::string need = R"({"min_partners":1,"partner":{},"agreement":{"area":"A3"}})";
  std::string text() const {
    return R"({"format":"samverka-rules","format_version":"1.0","id":"r","taxonomy":"se-2025")" + root +
           R"(,"rules":[{"id":"R1","class":"law")" + rule + R"(,"for_each":)" + for_each + R"(,"need":)" + need + "}]}";
  }
  ReadRules read() const { return read_text(text()); }
  Lines codes() const { return codes_of(read()); }
};

Lines need_codes(const std::string& need) {
  RulesText text;
  text.need = need;
  return text.codes();
}

}  // namespace

TEST_CASE("the worked example is read member by member") {
  const ReadRules read = read_text(file_text("tests/data/rules/rules.json"));
  CHECK(codes_of(read) == Lines{});
  REQUIRE(read.report.is_usable);
  CHECK(read.rules.id == "grundnormer-2025");
  CHECK(read.rules.taxonomy == "se-2025");
  REQUIRE(read.rules.rules.size() == 4);
  const Rule& first = read.rules.rules[0];
  CHECK(first.id == "R1");
  CHECK(first.rule_class == RuleClass::law);
  CHECK(first.severity == 3);
  CHECK(first.basis == Lines{"HSL 16:3"});
  CHECK_FALSE(first.is_verified);
  CHECK(first.title.en == "Agreement with the region on psychiatric disability and harmful use");
  CHECK(first.for_each.type == "municipality");
  CHECK(first.for_each.except_flag == "municipality_without_region");
  CHECK(first.need.kind == RuleNeed::Kind::partners);
  CHECK(first.need.least == 1);
  CHECK(first.need.partner.type == "region");
  CHECK(first.need.partner.same == SamePlace::county);
  CHECK(first.need.agreement.area == "A4.2");
  CHECK(first.need.agreement.target_groups_all == Lines{"T3", "T4"});
  CHECK(first.need.agreement.party_state == PartyState::adopted);
  CHECK(first.weight == RuleWeight::population);
  CHECK(first.horizon_months == 12);
  CHECK(read.rules.rules[1].need.partner.type_not == "municipality");
  CHECK(read.rules.rules[2].need.is_independent);
  CHECK(read.rules.rules[2].need.least == 2);
  CHECK(read.rules.rules[3].need.kind == RuleNeed::Kind::steps);
  CHECK(read.rules.rules[3].need.steps == 2);
}

TEST_CASE("what is near a need is read with it, and its slips are errors") {
  RulesText text;
  text.need = R"({"min_partners":1,"partner":{},"agreement":{"area":"A4.2"},)"
              R"("near":{"forms":["iop","network"],"title_words":["utskrivning"]}})";
  const ReadRules read = text.read();
  CHECK(codes_of(read) == Lines{});
  REQUIRE(read.rules.rules.size() == 1);
  REQUIRE(read.rules.rules[0].need.near);
  CHECK(read.rules.rules[0].need.near->forms == Lines{"iop", "network"});
  CHECK(read.rules.rules[0].need.near->title_words == Lines{"utskrivning"});
  CHECK(need_codes(R"({"min_partners":1,"partner":{},"agreement":{},"near":{"forms":["iopp"],"words":[]}})") ==
        Lines{"E_UNKNOWN /rules/0/need/near/forms/0", "E_UNKNOWN /rules/0/need/near/words"});
  CHECK(need_codes(R"({"within_steps":1,"partner":{},"agreement":{},"near":{}})") ==
        Lines{"E_UNKNOWN /rules/0/need/near"});
}

TEST_CASE("every other member has its place, and what is absent its default") {
  RulesText text;
  text.rule = R"(,"verified":true,"explanation":{"sv":"{subject} saknar."},"next_step":{"en":"Ask."})"
              R"(,"weight":"one","horizon_months":0,"counts_only":true,"note":"let be")";
  text.for_each = R"({"subtype":"forum","counties":["20"],"municipality_groups":["A1"],"population_min":10,)"
                  R"("population_max":20,"ownership":"private"})";
  text.need = R"({"any":[{"not":{"within_steps":3,"partner":{"group":"civil","subtype":"association",)"
              R"("ownership":"civil","same":"municipality"},"agreement":{"form":"iop","target_groups_any":["T1"],)"
              R"("service_area":"V2","perspective":"P1","party_state":"decided","min_confidence":0.5}}},)"
              R"({"all":[{"min_partners":2,"partner":{},"agreement":{}}]}]})";
  const ReadRules read = text.read();
  CHECK(codes_of(read) == Lines{});
  REQUIRE(read.rules.rules.size() == 1);
  const Rule& rule = read.rules.rules[0];
  CHECK(rule.is_verified);
  CHECK(rule.severity == 1);
  CHECK(rule.explanation.en == "{subject} saknar.");
  CHECK(rule.next_step.sv == "Ask.");
  CHECK(rule.weight == RuleWeight::one);
  CHECK(rule.horizon_months == 0);
  CHECK(rule.is_counts_only);
  CHECK(rule.for_each.subtype == "forum");
  CHECK(rule.for_each.counties == Lines{"20"});
  CHECK(rule.for_each.municipality_groups == Lines{"A1"});
  CHECK(rule.for_each.population_min == 10);
  CHECK(rule.for_each.population_max == 20);
  CHECK(rule.for_each.ownership == "private");
  REQUIRE(rule.need.parts.size() == 2);
  const RuleNeed& reach = rule.need.parts[0].parts[0];
  CHECK(rule.need.parts[0].kind == RuleNeed::Kind::negation);
  CHECK(reach.steps == 3);
  CHECK(reach.partner.group == "civil");
  CHECK(reach.partner.subtype == "association");
  CHECK(reach.partner.same == SamePlace::municipality);
  CHECK(reach.agreement.form == "iop");
  CHECK(reach.agreement.target_groups_any == Lines{"T1"});
  CHECK_FALSE(reach.agreement.target_groups_all);
  CHECK(reach.agreement.service_area == "V2");
  CHECK(reach.agreement.perspective == "P1");
  CHECK(reach.agreement.party_state == PartyState::decided);
  CHECK(reach.agreement.min_confidence == 0.5);
  CHECK(rule.need.parts[1].parts[0].least == 2);
}

TEST_CASE("a code that nobody knows is an error at its place, with the nearest one") {
  const std::string json =
      "{\n \"format\": \"samverka-rules\", \"format_version\": \"1.0\", \"id\": \"r\",\n"
      " \"taxonomy\": \"se-2025\", \"rules\": [\n  {\"id\": \"R1\", \"class\": \"law\",\n"
      "   \"for_each\": {\"type\": \"municipallity\"},\n"
      "   \"need\": {\"min_partners\": 1, \"partner\": {}, \"agreement\": {\"area\": \"A12\"}}}]}";
  const ReadRules read = read_text(json);
  CHECK(codes_of(read) == Lines{"E_UNKNOWN /rules/0/for_each/type", "E_UNKNOWN /rules/0/need/agreement/area"});
  CHECK(read.report.problems[0].file == "r.json");
  CHECK(read.report.problems[0].line == 5);
  CHECK(read.report.problems[0].column == 25);
  CHECK(argument(read.report.problems[0], "near") == "municipality");
  CHECK(read.report.problems[1].message.key == "problem.rules.code_near");
  CHECK_FALSE(read.report.is_usable);
  CHECK(read.report.exit == Exit::findings);
  CHECK(read.rules.rules.empty());
}

TEST_CASE("each kind of code is looked up, also in lists and in parts of needs") {
  RulesText text;
  text.for_each = R"({"subtype":"x1","counties":["2O","20","200"],"municipality_groups":["A1","Z9"],)"
                  R"("ownership":"x2","except_flag":"x3"})";
  text.need = R"({"all":[{"min_partners":1,"partner":{"type":"q1","group":"q2","type_not":"q3","subtype":"q4",)"
              R"("ownership":"q5","same":"street"},"agreement":{"form":"w1","target_groups_all":["T1","w2"],)"
              R"("target_groups_any":["w3"],"service_area":"w4","perspective":"w5","party_state":"w6"}}]})";
  const std::string who = "/rules/0/for_each/", partner = "/rules/0/need/all/0/partner/",
                    agreement = "/rules/0/need/all/0/agreement/";
  CHECK(text.codes() ==
        Lines{"E_UNKNOWN " + who + "subtype", "E_CODE " + who + "counties/0", "E_CODE " + who + "counties/2",
              "E_UNKNOWN " + who + "municipality_groups/1", "E_UNKNOWN " + who + "ownership",
              "E_UNKNOWN " + who + "except_flag", "E_UNKNOWN " + partner + "type", "E_UNKNOWN " + partner + "group",
              "E_UNKNOWN " + partner + "type_not", "E_UNKNOWN " + partner + "subtype",
              "E_UNKNOWN " + partner + "ownership", "E_UNKNOWN " + partner + "same", "E_UNKNOWN " + agreement + "form",
              "E_UNKNOWN " + agreement + "target_groups_all/1", "E_UNKNOWN " + agreement + "target_groups_any/0",
              "E_UNKNOWN " + agreement + "service_area", "E_UNKNOWN " + agreement + "perspective",
              "E_UNKNOWN " + agreement + "party_state"});
}

TEST_CASE("an empty code matches nothing and is told") {
  CHECK(need_codes(R"({"min_partners":1,"partner":{"type":""},"agreement":{}})") ==
        Lines{"E_UNKNOWN /rules/0/need/partner/type"});
}

TEST_CASE("A0 is outside the agreement and never in a norm") {
  const Lines found = need_codes(R"({"min_partners":1,"partner":{},"agreement":{"area":"A0"}})");
  CHECK(found == Lines{"E_UNKNOWN /rules/0/need/agreement/area"});
}

TEST_CASE("a member that a condition does not have would loosen the norm unseen, and is an error") {
  CHECK(need_codes(R"({"min_partners":1,"partner":{"typ":"region"},"agreement":{"Area":"A3"},"steps":2})") ==
        Lines{"E_UNKNOWN /rules/0/need/partner/typ", "E_UNKNOWN /rules/0/need/agreement/Area",
              "E_UNKNOWN /rules/0/need/steps"});
  CHECK(need_codes(R"({"within_steps":1,"independent":true,"partner":{},"agreement":{}})") ==
        Lines{"E_UNKNOWN /rules/0/need/independent"});
  RulesText text;
  text.for_each = R"({"type":"school","ownership ":"private"})";
  CHECK(text.codes() == Lines{"E_UNKNOWN /rules/0/for_each/ownership "});
  text = {};
  text.root = R"(,"title":{"sv":"x"},"version":2)";
  text.rule = R"(,"owner":"SKR")";
  CHECK(text.codes() == Lines{});
}

TEST_CASE("a need is one thing, and whole") {
  CHECK(need_codes("{}") == Lines{"E_MISSING /rules/0/need"});
  CHECK(need_codes(R"({"min_partners":1,"within_steps":1,"partner":{},"agreement":{}})") ==
        Lines{"E_MISSING /rules/0/need"});
  CHECK(need_codes(R"({"min_partners":1})") == Lines{"E_MISSING /rules/0/need", "E_MISSING /rules/0/need"});
  CHECK(need_codes(R"({"all":[]})") == Lines{"E_MISSING /rules/0/need/all"});
  CHECK(need_codes(R"({"any":{"not":5}})") == Lines{"E_TYPE /rules/0/need/any"});
  CHECK(need_codes(R"({"any":[5,{"not":5}]})") ==
        Lines{"E_TYPE /rules/0/need/any/0", "E_TYPE /rules/0/need/any/1/not"});
  CHECK(need_codes("7") == Lines{"E_TYPE /rules/0/need"});
}

TEST_CASE("numbers stay within what they can mean") {
  CHECK(need_codes(R"({"min_partners":0,"partner":{},"agreement":{"min_confidence":1.5}})") ==
        Lines{"E_RANGE /rules/0/need/min_partners", "E_RANGE /rules/0/need/agreement/min_confidence"});
  CHECK(need_codes(R"({"min_partners":1.5,"partner":{},"agreement":{}})") ==
        Lines{"E_RANGE /rules/0/need/min_partners"});
  CHECK(need_codes(R"({"within_steps":"two","partner":{},"agreement":{}})") ==
        Lines{"E_TYPE /rules/0/need/within_steps"});
  RulesText text;
  text.rule = R"(,"severity":4,"horizon_months":-1,"verified":"yes","weight":"people")";
  CHECK(text.codes() == Lines{"E_RANGE /rules/0/severity", "E_RANGE /rules/0/horizon_months",
                              "E_TYPE /rules/0/verified", "E_UNKNOWN /rules/0/weight"});
}

TEST_CASE("what a rule must have is missed, and two rules cannot share an id") {
  const std::string head = R"({"format":"samverka-rules","format_version":"1.0","id":"r","taxonomy":"se-2025")";
  CHECK(codes_of(read_text(head + "}")) == Lines{"E_MISSING "});
  CHECK(codes_of(read_text(head + R"(,"rules":[{}]})")) ==
        Lines{"E_MISSING /rules/0", "E_MISSING /rules/0", "E_MISSING /rules/0", "E_MISSING /rules/0"});
  const std::string rule = R"({"id":"R","class":"law","for_each":{},"need":{"not":{"min_partners":1,"partner":{},)"
                           R"("agreement":{}}}})";
  const ReadRules twice = read_text(head + ",\"rules\":[" + rule + ",\n" + rule + "]}");
  CHECK(codes_of(twice) == Lines{"E_DUPID /rules/1/id"});
  CHECK(argument(twice.report.problems[0], "first") == "1:96");
  CHECK(codes_of(read_text(head + R"(,"rules":[7]})")) == Lines{"E_TYPE /rules/0"});
  CHECK(codes_of(read_text(head + R"(,"rules":[{"id":"","class":"","for_each":{},"need":{"not":{"min_partners":1,)"
                                  R"("partner":{},"agreement":{}}}}]})")) ==
        Lines{"E_MISSING /rules/0/id", "E_MISSING /rules/0/class"});
}

TEST_CASE("rules for another taxonomy are refused with one error, not with one a code") {
  const ReadRules read = read_text(
      R"({"format":"samverka-rules","format_version":"1.0","id":"r","taxonomy":"se-2024","rules":[{"id":"R"}]})");
  CHECK(codes_of(read) == Lines{"E_UNKNOWN /taxonomy"});
}

TEST_CASE("what is no rules file is refused whole") {
  CHECK(codes_of(read_text(R"({"format":"samverka-network"})")) == Lines{"E_VERSION /format"});
  CHECK(codes_of(read_text(R"({"format":"samverka-rules","format_version":"2.0"})")) ==
        Lines{"E_VERSION /format_version"});
  CHECK(read_text("[]").report.exit == Exit::parse);
  CHECK(read_text("").report.exit == Exit::parse);
  CHECK(read_text(std::string(100, '[')).report.exit == Exit::limit);
  const ReadRules cut = read_text(R"({"format":"samverka-rules", "rules": [)");
  CHECK(cut.report.problems[0].code == "E_PARSE");
  CHECK_FALSE(cut.report.is_usable);
  const ReadRules missing = read_rules_file("tests/data/rules/none.json", taxonomy());
  CHECK(missing.report.problems[0].code == "E_OPEN");
  CHECK(missing.report.exit == Exit::usage);
}

TEST_CASE("a newer minor version is read with a notice; a member it has and we do not is still an error") {
  const ReadRules read =
      read_text(R"({"format":"samverka-rules","format_version":"1.3","id":"r","taxonomy":"se-2025","rules":[{"id":"R",)"
                R"("class":"duty","for_each":{},"need":{"min_partners":1,"partner":{},"agreement":{}}}]})");
  CHECK(codes_of(read) == Lines{"W_VERSION /format_version"});
  CHECK(read.report.is_usable);
  CHECK(read.report.exit == Exit::done);
}

TEST_CASE("a rules file with any byte flipped is read or refused with a problem in it") {
  const std::string whole = file_text("tests/data/rules/rules.json");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x21);
    const ReadRules read = read_text(damaged);
    REQUIRE(read.report.is_usable == (read.report.error_count == 0));
    REQUIRE(read.rules.rules.empty() == !read.report.is_usable);
  }
}

TEST_CASE("a rules file cut at any byte is either read or refused, and never half used") {
  const std::string whole = file_text("tests/data/rules/rules.json");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const ReadRules read = read_text(whole.substr(0, size));
    if (whole.find_first_not_of(" \n", size) == std::string::npos) continue;
    REQUIRE_FALSE(read.report.is_usable);
    REQUIRE(read.report.error_count > 0);
    REQUIRE(read.rules.rules.empty());
  }
}
