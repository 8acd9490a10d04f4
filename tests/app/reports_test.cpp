// Reports on small networks: what they count, what they never tell, and that they are the same twice.
#include "app/reports/reports.h"

#include <doctest/doctest.h>

#include "app/reports/report_files.h"
#include "support/asked_question.h"

using namespace samverka;
using namespace samverka::test;

namespace {

const Assets& assets() { return example().assets(); }

MadeReport report_of(const Network& network, const ReportRequest& request) {
  REQUIRE(report_lacks(network, request).empty());
  Progress progress;
  auto made = make_report(network, assets(), request, progress);
  REQUIRE(made.has_value());
  return *made;
}

std::string markdown_of(const Network& network, const ReportRequest& request) {
  return report_bytes(report_of(network, request).paper, "md", assets().texts(request.language));
}

ReportRequest request_for(ReportKind kind, const std::string& place = {}) {
  ReportRequest request;
  request.kind = kind;
  request.place = place;
  return request;
}

bool holds(const std::string& text, const std::string& part) {
  const bool is_there = text.find(part) != std::string::npos;
  if (!is_there) MESSAGE(text.substr(0, 3000));
  return is_there;
}
bool lacks(const std::string& text, const std::string& part) { return text.find(part) == std::string::npos; }

//  Alby(0401) -- P (A3, until 2026-06-30) -- Polisen;  Ekby(0402) has answered that it has nothing;  Solna(0184) alone
NetworkMaker two_counties() {
  NetworkMaker made;
  made.municipality("Alby", "0401").population = 1000;
  made.municipality("Ekby", "0402").population = 3000;
  made.municipality("Solna", "0184").population = 5000;
  Actor& police = made.actor("Polisen", "police");
  police.county = "04";
  Agreement& agreement = made.agreement("P", {"Alby", "Polisen"}, "A3");
  agreement.form = "police_agreement";
  agreement.valid = from_to("2024-01-01", "2026-06-30");
  made.network.coverage.emplace();
  Survey& survey = made.network.coverage->surveys.emplace_back();
  survey.date = *parse_partial_date("2025-10-01");
  for (const char* name : {"Alby", "Ekby"}) {
    ActorRef ref;
    ref.id = made.id(name);
    survey.asked.push_back(ref);
    if (std::string(name) == "Ekby") survey.answered.push_back(ref);
  }
  return made;
}

}  // namespace

TEST_CASE("a paper for a meeting begins with what is counted of the place and nothing else") {
  const NetworkMaker made = two_counties();
  const MadeReport report = report_of(made.network, request_for(ReportKind::meeting, "04"));
  CHECK(report.numbers.actors == 3);
  CHECK(report.numbers.agreements == 1);
  CHECK(report.numbers.municipalities == 2);
  CHECK(report.numbers.asked == 2);
  CHECK(report.numbers.answered == 1);
  CHECK(report.numbers.deadlines == 1);
  CHECK(report.numbers.actors_left_out == 0);
  const std::string text = markdown_of(made.network, request_for(ReportKind::meeting, "04"));
  CHECK(holds(text, "finns 1 överenskommelse i kraft och 3 aktörer. Av 2 kommuner har 1 minst en bekräftad koppling."));
  CHECK(holds(text, "Senast 2026-12-31 ska 1 överenskommelse sägas upp, förnyas eller ses över."));
  CHECK(holds(text, "- **1 av 2** kommuner har svarat på en enkät (2 är tillfrågade)"));
  CHECK(holds(text, "| P | 2026-06-30 | slutar |"));
  CHECK(lacks(text, "Solna"));
}

TEST_CASE("gaps stand under their class, never added up, with the people they concern") {
  const std::string text = markdown_of(two_counties().network, request_for(ReportKind::meeting, "04"));
  CHECK(holds(text, "**Skyldighet: ska verka för det**"));
  CHECK(holds(text, "| Skriftlig överenskommelse om att förebygga brott | 1 | 3\u202F000 | Ekby | 0 |"));
  CHECK(text.find("Lag: ska finnas") < text.find("Skyldighet: ska verka för det"));
  CHECK(text.find("Skyldighet: ska verka för det") < text.find("Ambition: önskvärt, inget krav"));
}

TEST_CASE("where nobody was asked the response is unknown and not none, and asking is what is proposed") {
  NetworkMaker made;
  made.municipality("Alby", "0401");
  made.region("R", "04");
  const MadeReport report = report_of(made.network, request_for(ReportKind::meeting, "04"));
  CHECK(report.numbers.asked == 0);
  const std::string text = markdown_of(made.network, request_for(ReportKind::meeting, "04"));
  CHECK(holds(text, "- **okänd** kommuner har svarat på en enkät (ingen kommun är tillfrågad)"));
  CHECK(holds(text, "Be 1 kommun lämna uppgift om de överenskommelser som lagen kräver"));
  CHECK(lacks(text, "**0 av"));
}

TEST_CASE("an empty network gives a report of every kind that can be asked of it") {
  Network network;
  network.id = "tomt";
  network.as_of = {2025, 12, 31};
  CHECK(holds(markdown_of(network, request_for(ReportKind::meeting)), "# tomt: underlag för beslut"));
  CHECK(holds(markdown_of(network, request_for(ReportKind::activity)), "0 överenskommelser är i kraft."));
  CHECK(report_lacks(network, request_for(ReportKind::county)) == "report.needs_county");
  CHECK(report_lacks(network, request_for(ReportKind::annual)) == "report.needs_municipality");
  CHECK(report_lacks(network, request_for(ReportKind::annual, "0401")) == "report.needs_municipality");
  CHECK(report_lacks(network, request_for(ReportKind::activity, "0401")) == "report.needs_municipality");
}

TEST_CASE("the council's report lists contracts that held in the year, who performs, and what is not known") {
  //  Alby -- K (contract, ended 2025-03-31) -- Ekby, who performs;  Alby -- G (contract, ended 2024) -- Ekby
  NetworkMaker made;
  made.municipality("Alby", "0401");
  made.municipality("Ekby", "0402");
  for (const auto& [key, until] : {std::pair{"K", "2025-03-31"}, {"G", "2024-12-31"}}) {
    Agreement& contract = made.agreement(key, {"Alby", "Ekby"}, "A4.3");
    contract.form = "contract_cooperation";
    contract.valid = from_to("2020-01-01", until);
    contract.status = AgreementStatus::ended;
    contract.parties[1].role = "performer";
  }
  const MadeReport report = report_of(made.network, request_for(ReportKind::annual, "0401"));
  CHECK(report.numbers.agreements == 1);
  const std::string text = markdown_of(made.network, request_for(ReportKind::annual, "0401"));
  CHECK(holds(text, "# Avtalssamverkan 2025: Alby"));
  CHECK(holds(text, "| K | Ekby |"));
  CHECK(holds(text, "| K | Ekby | inte noterat |"));
  CHECK(lacks(text, "| G |"));
  CHECK(holds(text, "> **Att fylla i:**"));
}

TEST_CASE("what began after the snapshot, was noted since, or has ended, is told apart") {
  NetworkMaker before, after;
  for (NetworkMaker* made : {&before, &after}) {
    made->municipality("Alby", "0401");
    made->municipality("Ekby", "0402");
  }
  before.network.as_of = {2024, 12, 31};
  before.agreement("Slut", {"Alby", "Ekby"}, "A2").valid = from_to("2020-01-01", "");
  after.agreement("Ny", {"Alby", "Ekby"}, "A2").valid = from_to("2025-05-01", "");
  after.agreement("Sent noterad", {"Alby", "Ekby"}, "A2").valid = from_to("2019-05-01", "");
  ReportRequest request = request_for(ReportKind::activity);
  request.since = std::make_shared<const Network>(before.network);
  request.since_title = "Förra året";
  const std::string text = markdown_of(after.network, request);
  CHECK(holds(text, "Jämfört med ”Förra året”, som visar läget 2024-12-31:"));
  CHECK(holds(text, "| Ny | ny: började gälla efter den dagen | A2 |"));
  CHECK(holds(text, "| Sent noterad | gällde redan, noterad sedan dess | A2 |"));
  CHECK(holds(text, "| Slut | upphörd eller borttagen | A2 |"));
  request.since = nullptr;
  CHECK(holds(markdown_of(after.network, request), "Ingen tidigare ögonblicksbild är angiven att jämföra med."));
}

TEST_CASE("a sensitive actor is in no byte of any report, and how many were left out is told") {
  NetworkMaker made = two_counties();
  made.actor("Skyddat boende Näktergalen", "civil_society").sensitive = true;
  made.network.actors.mutable_row(made.network.actors.size() - 1).county = "04";
  made.agreement("Avtal med Skyddat boende Näktergalen", {"Alby", "Skyddat boende Näktergalen"}, "A2");
  for (const ReportKind kind : {ReportKind::meeting, ReportKind::county, ReportKind::activity}) {
    const MadeReport report = report_of(made.network, request_for(kind, "04"));
    CHECK(report.numbers.actors_left_out == 1);
    for (const char* format : {"html", "md"}) {
      const std::string bytes = report_bytes(report.paper, format, assets().sv);
      CHECK(lacks(bytes, "Näktergalen"));
      CHECK(holds(bytes, "1 aktör med skyddade uppgifter är inte med"));
    }
  }
}

TEST_CASE("counts below five are not told where that is asked for, and no percentage leads to them") {
  ReportRequest request = request_for(ReportKind::meeting, "04");
  request.hides_small = true;
  const std::string text = markdown_of(two_counties().network, request);
  CHECK(holds(text, "finns färre än 5 överenskommelser i kraft och färre än 5 aktörer."));
  CHECK(holds(text, "| Skriftlig överenskommelse om att förebygga brott | färre än 5 | 3\u202F000 | – | 0 |"));
  CHECK(holds(text, "Antal från 1 till 4 är inte utskrivna."));
  CHECK(lacks(text, "**1**"));
  CHECK(lacks(text, "1 av 2"));
}

TEST_CASE("a report is the same twice, and in both languages") {
  const Network& network = example().network();
  ReportRequest request = request_for(ReportKind::meeting, "99");
  const auto html = [&] { return report_bytes(report_of(network, request).paper, "html", assets().texts("en")); };
  request.language = "en";
  const std::string first = html();
  CHECK(first == html());
  CHECK(holds(first, "<html lang=\"en\">"));
  CHECK(lacks(first, "⟦"));
}

TEST_CASE("whoever has no source is named, agreements first; a place asks only of its own") {
  NetworkMaker made = two_counties();
  Source source;
  source.key = "q1";
  made.network.sources.push_back(source);
  Provenance known;
  known.source.push_back({SourceId(0), ""});
  for (std::size_t i = 0; i < made.network.actors.size(); ++i) {
    if (made.network.actors[i].key != "Ekby") made.network.actors.mutable_row(i).provenance = known;
  }
  const auto found = facts_without_source(made.network, assets().taxonomy, request_for(ReportKind::meeting, "04"));
  REQUIRE(found.size() == 2);
  CHECK(found[0].key == "P");
  CHECK_FALSE(found[0].is_actor);
  CHECK(found[1].key == "Ekby");
  CHECK(facts_without_source(made.network, assets().taxonomy, request_for(ReportKind::meeting, "01")).empty());
}

TEST_CASE("counties to report on are those of municipalities, each once and by code") {
  NetworkMaker made = two_counties();
  made.region("R", "20");
  CHECK(counties_to_report(made.network) == std::vector<std::string>{"01", "04"});
  CHECK(report_path_of("ut/läge.html", "04") == "ut/läge-04.html");
  CHECK(report_format("a.html") == "html");
  CHECK(report_format("a.md") == "md");
  CHECK(report_format("a.docx").empty());
}

TEST_CASE("work that is cancelled gives no report") {
  Progress progress;
  progress.cancel();
  CHECK_FALSE(make_report(two_counties().network, assets(), request_for(ReportKind::meeting), progress).has_value());
}
