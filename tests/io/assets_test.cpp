// The files that come with the program: taxonomies and the map; and edge lists.
#include <doctest/doctest.h>

#include <set>

#include "base/geodesy.h"
#include "io/network_text.h"
#include "io/read_crosswalk.h"
#include "io/read_edge_list.h"
#include "io/read_map.h"
#include "io/read_rules.h"
#include "io/row_reader.h"

using namespace samverka;
using namespace samverka::test;

TEST_CASE("the taxonomy of 2025 has its areas with their clauses, groups and party rules") {
  const Taxonomy& t = taxonomy();
  CHECK(t.id == "se-2025");
  CHECK(t.areas.find("A4.2")->parent == "A4");
  CHECK(t.area_matches("A4", "A4.2"));
  CHECK_FALSE(t.area_matches("A4.2", "A4"));
  CHECK(t.is_outside("A0"));
  CHECK_FALSE(t.is_outside("A9"));
  CHECK(t.areas.label("A9", "sv") == "Idéburna utförare och partner");
  CHECK(t.areas.short_label("A9", "en") == "Civil society");
  CHECK(t.areas.label("X", "sv") == "X");
  CHECK(t.group_of("support_structure").code == "rss");
  CHECK(t.group_of("nonsense").code == "other");
  CHECK(t.forms.find("coordination_association")->needs.size() == 3);
  CHECK(t.forms.find("state_agreement")->is_umbrella);
  CHECK(t.forms.find("grant")->is_off_by_default);
  CHECK(t.services.has("social"));
}

TEST_CASE("the taxonomy of 2024 has its own areas and borrows the other lists") {
  const std::string text = file_text("assets/taxonomy/se-2024.json");
  const Taxonomy alone = *read_taxonomy(text, "x"), with_base = *read_taxonomy(text, "x", &taxonomy());
  CHECK(alone.extends == "se-2025");
  CHECK(alone.forms.rows().empty());
  CHECK(with_base.forms.has("iop"));
  CHECK(with_base.areas.rows().size() == alone.areas.rows().size());
}

TEST_CASE("every area of both years is explained in plain words in both languages") {
  const Taxonomy before = *read_taxonomy(file_text("assets/taxonomy/se-2024.json"), "x", &taxonomy());
  for (const Taxonomy* t : {&taxonomy(), &before}) {
    for (const Area& area : t->areas.rows()) {
      CAPTURE(area.code);
      CHECK_FALSE(area.about.sv.empty());
      CHECK_FALSE(area.about.en.empty());
      CHECK(area.about.sv != area.about.en);
    }
  }
}

TEST_CASE("the crosswalk leads from each task of 2024 to areas of 2025, and names what is new") {
  const std::string text = file_text("assets/taxonomy/se-2024.json");
  const Taxonomy before = *read_taxonomy(text, "x", &taxonomy());
  const Crosswalk crosswalk = *read_crosswalk(text, "x");
  CHECK(crosswalk.rows.size() == 7);
  for (const CrosswalkRow& row : crosswalk.rows) {
    CHECK(before.areas.has(row.from));
    for (const std::string& to : row.to) CHECK(taxonomy().areas.has(to));
    CHECK_FALSE(row.words.sv.empty());
  }
  CHECK(crosswalk.rows[0].comparable == CrosswalkRow::Comparable::full);
  CHECK(crosswalk.rows[1].comparable == CrosswalkRow::Comparable::partly);
  CHECK(crosswalk.rows[2].comparable == CrosswalkRow::Comparable::no);
  CHECK(crosswalk.only_newer.size() == 10);
}

TEST_CASE("a file without a crosswalk, or with rows of no use, gives what there is") {
  CHECK(read_crosswalk("[]", "x")->rows.empty());
  CHECK(read_crosswalk("{}", "x")->rows.empty());
  const Crosswalk odd = *read_crosswalk(
      R"({"crosswalk":[5,{"to":["A1"]},{"from":"B1","to":[7,"A1"],"comparable":"?"}],"without_counterpart":3})", "x");
  REQUIRE(odd.rows.size() == 1);
  CHECK(odd.rows[0].to == std::vector<std::string>{"A1"});
  CHECK(odd.rows[0].comparable == CrosswalkRow::Comparable::no);
  CHECK(read_crosswalk("{", "x").problem().code == "E_PARSE");
}

TEST_CASE("what is no taxonomy is refused with its place") {
  const Result<Taxonomy> broken = read_taxonomy("{\n  \"id\": x}", "t.json");
  REQUIRE_FALSE(broken);
  CHECK(broken.problem().code == "E_PARSE");
  CHECK(broken.problem().line == 2);
  CHECK(broken.problem().column == 9);
  CHECK(read_taxonomy("{}", "t.json").problem().code == "E_VERSION");
  CHECK(read_taxonomy("[]", "t.json").problem().code == "E_VERSION");
  CHECK(read_taxonomy(std::string(100000, '['), "t.json").problem().code == "E_DEPTH");
}

namespace {

void add_areas(const RuleNeed& need, std::set<std::string>& areas) {
  if (!need.agreement.area.empty()) areas.insert(need.agreement.area.substr(0, 2));
  for (const RuleNeed& part : need.parts) add_areas(part, areas);
}

}  // namespace

TEST_CASE("the norms that ship read without a problem, speak both languages and leave no area out") {
  const ReadRules read =
      read_rules(file_text("assets/rules/grundnormer-2025.json"), "grundnormer-2025.json", taxonomy());
  CHECK(read.report.problems.empty());
  REQUIRE(read.report.is_usable);
  std::set<std::string> areas;
  for (const Rule& rule : read.rules.rules) {
    CAPTURE(rule.id);
    CHECK(Keys::is_id(rule.id));
    CHECK_FALSE(rule.basis.empty());
    for (const Wording* words : {&rule.title, &rule.explanation, &rule.next_step}) {
      CHECK_FALSE(words->sv.empty());
      CHECK(words->sv != words->en);
    }
    CHECK(rule.explanation.sv.find("{subject}") != std::string::npos);
    CHECK(rule.explanation.en.find("{subject}") != std::string::npos);
    const bool is_by_agreement = rule.basis[0].starts_with("Överenskommelsen 2025");
    CHECK(is_by_agreement == (rule.rule_class == RuleClass::ambition));  // no statute stands behind an ambition
    add_areas(rule.need, areas);
  }
  CHECK(areas == std::set<std::string>{"A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9"});
}

TEST_CASE("the map has every municipality and county, and knows where a place is") {
  const MapShapes map = *read_map_shapes(file_text("assets/map/sweden.topojson"), "map");
  CHECK(map.municipalities.size() == 290);
  CHECK(map.counties.size() == 21);
  const auto at = [&](double lat, double lon) {
    const MapShapes::Place* place = municipality_at(map, map_from_wgs84({lat, lon}));
    return place ? place->name : "";
  };
  CHECK(at(60.6065, 15.6355) == "Falun");
  CHECK(at(57.7072, 11.9668) == "Göteborg");
  CHECK(at(67.8557, 20.2253) == "Kiruna");
  CHECK(at(0, 0).empty());
  std::size_t kinds[3] = {};
  for (const auto& line : map.borders) ++kinds[static_cast<std::size_t>(line.kind)];
  CHECK(kinds[0] + kinds[1] + kinds[2] == 890);
  CHECK(kinds[0] > 100);
  CHECK(kinds[1] > 100);
  CHECK(kinds[2] > 500);
}

TEST_CASE("what is no map is refused, not crashed on") {
  for (const char* bad :
       {"{}", "[]", R"({"arcs":[[[0]]],"objects":{}})",
        R"({"arcs":[],"objects":{"municipalities":{"geometries":[{"type":"Polygon","arcs":[[5]]}]}}})",
        R"({"arcs":[],"transform":5,"objects":{}})"}) {
    CHECK(read_map_shapes(bad, "m").problem().code == "E_TYPE");
  }
  CHECK(read_map_shapes("{", "m").problem().code == "E_PARSE");
}

TEST_CASE("an edge list is a plain graph, with quoted names and any line ends") {
  const std::string text = "\xEF\xBB\xBFsource,target,weight\r\na,b,1\r\n\"x, \"\"y\"\"\",a\r\n\r\nb,a";
  CHECK(looks_like_edge_list(text));
  const EdgeList list = *read_edge_list(text, "e.csv");
  CHECK(list.names == std::vector<std::string>{"a", "b", "x, \"y\""});
  CHECK(list.edges == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}, {2, 0}, {1, 0}});
  CHECK(read_edge_list("source,target", "e.csv")->edges.empty());
}

TEST_CASE("a broken edge list is told by its line") {
  CHECK_FALSE(looks_like_edge_list("{\"format\":1}"));
  const auto place = [](const char* text) {
    const Problem p = read_edge_list(text, "e.csv").problem();
    return p.code + " " + std::to_string(p.line);
  };
  CHECK(place("from,to\na,b") == "E_PARSE 1");
  CHECK(place("source,target\na,b\nc\n") == "E_PARSE 3");
  CHECK(place("source,target\na,\"b\n") == "E_PARSE 2");
  CHECK(place("source,target\na,\xFF\n") == "E_UTF8 2");
}

TEST_CASE("an edge list may have semicolons, as a spreadsheet in Swedish writes it") {
  const std::string text = "\xEF\xBB\xBFsource;target\r\n\"a;1\";b,c\r\n";
  CHECK(looks_like_edge_list(text));
  CHECK(read_edge_list(text, "e.csv")->names == std::vector<std::string>{"a;1", "b,c"});
}

TEST_CASE("bytes that no edge list has are told as in a network file") {
  const auto problem = [](const std::string& text) { return read_edge_list(text, "e.csv").problem(); };
  const Problem nul = problem(std::string("source,target\na,b\0\n", 19));
  CHECK(nul.code == "E_NUL");
  CHECK(nul.exit == Exit::parse);
  CHECK(nul.line == 2);
  const Problem latin = problem("source,target\na,\xE5\n");
  CHECK(latin.code == "E_UTF8");
  CHECK(latin.message.key == "problem.utf8.table");
  CHECK(latin.message.args.front().second.starts_with("E5"));
  CHECK(problem("\n").code == "E_EMPTY");
}

TEST_CASE("what stands behind a closed quotation mark is no edge of its own, and a lone mark no empty line") {
  const auto code = [](const char* text) { return read_edge_list(text, "e.csv").problem().message.key; };
  CHECK(code("source,target\nx,\"a\"b,c\n") == "problem.parse.quote");
  CHECK(code("source,target\na,b\n\"") == "problem.parse.quote");
  CHECK(read_edge_list("source,target\n\"a\",\"b\"\r\"c\",\"\"\"\"", "e.csv")->names ==
        std::vector<std::string>{"a", "b", "c", "\""});
}
