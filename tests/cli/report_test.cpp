#include "base/sha256.h"
#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string example = " datasets/exempellan-2025.json ";

// Pictures have goldens of their own (tests/render): here a line says that one stands there.
std::string without_pictures(std::string html) {
  for (std::size_t at = html.find("<svg"); at != std::string::npos; at = html.find("<svg", at + 5)) {
    const std::size_t inside = html.find("</desc>", at), end = html.find("</svg>", at);
    html.replace(inside + 7, end - inside - 7, "…");
  }
  return html;
}

std::string report(const std::string& words, const std::string& name) {
  const std::string out = scratch(name);
  const Said said = run("report" + example + words + " -o " + out);
  CHECK_MESSAGE(said.exit == 0, said.err);
  return content_of(out);
}

// The number behind a key in JSON of the program, from `from` on.
std::string number_at(const std::string& json, const std::string& key, std::size_t from = 0) {
  const std::size_t at = json.find("\"" + key + "\":", from);
  if (at == std::string::npos) return {};
  const std::size_t begin = json.find_first_not_of(' ', at + key.size() + 3);
  return json.substr(begin, json.find_first_of(",\n}", begin) - begin);
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("reports of every kind read as they did") {
  check_golden("report-meeting-sv.html", without_pictures(report("--kind meeting", "meeting.html")));
  check_golden("report-county-sv.html", without_pictures(report("--kind county --county 99", "county.html")));
  check_golden("report-annual-sv.html", without_pictures(report("--kind annual --of k-granby", "annual.html")));
  check_golden("report-activity-sv.html",
               without_pictures(report("--kind activity --since datasets/exempellan-2024.json", "activity.html")));
  check_golden("report-meeting-sv.md", report("--kind meeting", "meeting.md"));
  check_golden("report-county-sv.md", report("--kind county --county 99", "county.md"));
  check_golden("report-annual-sv.md", report("--kind annual --of k-granby", "annual.md"));
  check_golden("report-activity-sv.md", report("--kind activity --since datasets/exempellan-2024.json", "activity.md"));
  check_golden("report-meeting-en.md", report("--kind meeting --of k-granby --lang en", "meeting-en.md"));
}

TEST_CASE("every number that a report begins with is in the program's JSON, and in the report") {
  // Sweden has nobody to leave out, so that the whole network is what the report is of.
  const std::string file = " datasets/sverige-2025.json ", out = scratch("dalarna.md");
  const Said said = run("report" + file + "--kind meeting --county 20 --json -o " + out);
  REQUIRE(said.exit == 0);
  const std::string info = run("info" + file + "--filter 'area!=A0 county=20' --json").out;
  const std::string weak = run("weak" + file + "--place 20 --json").out;
  const std::string gaps = run("gaps" + file + "--filter county=20 --json").out;
  const std::string sure = run("question 24" + file + "20 --json").out;
  CHECK(number_at(said.out, "actors") == number_at(info, "total"));
  CHECK(number_at(said.out, "agreements_active") == number_at(info, "active"));
  CHECK(number_at(said.out, "municipalities") == number_at(sure, "all"));
  CHECK(number_at(said.out, "asked") == number_at(sure, "asked"));
  CHECK(number_at(said.out, "answered") == number_at(sure, "answered"));
  const std::string law = number_at(said.out, "weakest_law");
  const std::size_t of_law = gaps.find("\"id\": " + law);
  REQUIRE(of_law != std::string::npos);
  CHECK(number_at(said.out, "low") == number_at(gaps, "low", of_law));
  CHECK(number_at(said.out, "high") == number_at(gaps, "high", of_law));
  const std::size_t expiring = weak.find("\"expiring\"");
  REQUIRE(expiring != std::string::npos);
  CHECK(number_at(said.out, "expiring") ==
        std::to_string(count_of(weak.substr(expiring, weak.find("\"stale\"") - expiring), "\"agreement\"")));
  const std::string text = content_of(out);
  CHECK(holds(text, "- **" + number_at(info, "total") + "** aktörer"));
  CHECK(holds(text, "- **" + number_at(info, "active") + "** överenskommelser i kraft"));
}

TEST_CASE("two runs write the same bytes") {
  const std::string words = "--kind activity --since datasets/exempellan-2024.json";
  CHECK(samverka::sha256_hex(report(words, "once.html")) == samverka::sha256_hex(report(words, "twice.html")));
}

TEST_CASE("--each county writes a file a county, named by its code, and none for one county's kinds of others") {
  const Said said = run("report" + example + "--kind meeting --each county -o " + scratch("lage.md"));
  CHECK(said.exit == 0);
  CHECK(said.out == "Skrev " + scratch("lage-99.md") + "\n");
  CHECK(holds(content_of(scratch("lage-99.md")), "# Samverkan i "));
  CHECK(run("report" + example + "--kind annual --each county -o " + scratch("x.md")).exit == 2);
  CHECK(run("report" + example + "--kind meeting --each county --county 99 -o " + scratch("x.md")).exit == 2);
  CHECK(run("report" + example + "--kind meeting --each county -o -").exit == 2);
}

TEST_CASE("--require-sources names what has none, writes nothing and ends with 1") {
  const std::string out = scratch("unsourced.md");
  const Said said = run("report" + example + "--kind meeting --require-sources -o " + out);
  CHECK(said.exit == 1);
  CHECK(holds(said.err, "error E_SOURCE: aktören ”Granby” (k-granby) har ingen källa"));
  CHECK_FALSE(std::filesystem::exists(out));
  const Said sourced = run("report datasets/sverige-2025.json --kind meeting --county 20 --require-sources -o " + out);
  CHECK(sourced.exit == 0);
  CHECK(std::filesystem::exists(out));
}

TEST_CASE("report says what it lacks, and does not write over what it reads") {
  CHECK(holds(run("report" + example + "-o " + scratch("x.html")).err, "report behöver --kind"));
  CHECK(run("report" + example + "--kind meeting").exit == 2);
  CHECK(run("report" + example + "--kind meeting -o x.docx").exit == 2);
  CHECK(run("report" + example + "--kind allt -o x.html").exit == 2);
  CHECK(holds(run("report" + example + "--kind county -o x.html").err, "Rapporten gäller ett län"));
  CHECK(holds(run("report" + example + "--kind annual -o x.html").err, "Rapporten gäller en kommun"));
  CHECK(run("report" + example + "--kind annual --of r-exempel -o x.html").exit == 2);
  CHECK(run("report" + example + "--kind meeting --county 20 -o x.html").exit == 2);
  CHECK(run("report" + example + "--kind meeting --county 99 --of k-granby -o x.html").exit == 2);
  CHECK(run("report finns-inte.json --kind meeting -o x.html").exit == 2);
  CHECK(run("report" + example + "--kind activity --since finns-inte.json -o x.html").exit == 2);
  CHECK(run("report" + example + "--kind meeting -o /finns-inte/x.html").exit == 5);
  CHECK_FALSE(std::filesystem::exists("x.html"));
}

TEST_CASE("a report goes to standard output where that is asked for, and nothing else does") {
  const Said said = run("report" + example + "--kind annual --of k-granby -o -");
  CHECK(said.exit == 0);
  CHECK(said.out.substr(0, 15) == "<!DOCTYPE html>");
  CHECK(said.out.substr(said.out.size() - 8) == "</html>\n");
}
