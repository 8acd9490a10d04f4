#include "app/questions/questions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "analysis/county_pairs.h"
#include "app/gap_words.h"
#include "app/questions/question_asker.h"
#include "report/told.h"
#include "support/asked_question.h"

using namespace samverka;
using namespace samverka::test;

TEST_CASE("every question is told of in both languages, stands in a group and has a number of its own") {
  const Assets& assets = example().assets();
  std::vector<int> numbers;
  for (const PlannerQuestion& question : planner_questions()) {
    numbers.push_back(question.number);
    CHECK(assets.sv.has(question.text));
    CHECK(assets.en.has(question.text));
    CHECK(assets.sv.has(question.group));
    CHECK(find_question(question.number) == &question);
  }
  CHECK(std::is_sorted(numbers.begin(), numbers.end()));
  CHECK(std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end());
  CHECK(find_question(0) == nullptr);
  CHECK(find_question(26) == nullptr);
}

TEST_CASE("a question about a county takes a municipality of it, and one about a municipality takes no county") {
  const Network& network = example().network();
  QuestionAsk nowhere, county, municipality, region;
  county.place = "99";
  municipality.place = "9901";
  region.actor = example().index().actor("r-exempel");
  const PlannerQuestion &of_county = *find_question(1), &of_municipality = *find_question(5),
                        &of_actor = *find_question(9);
  CHECK(lacking(of_county, network, nowhere) == "question.needs.county");
  CHECK(lacking(of_county, network, municipality).empty());
  CHECK(lacking(of_municipality, network, county) == "question.needs.municipality");
  CHECK(lacking(of_municipality, network, region) == "question.needs.municipality");
  CHECK(lacking(of_municipality, network, municipality).empty());
  CHECK(lacking(of_actor, network, county) == "question.needs.actor");
  CHECK(lacking(of_actor, network, region).empty());
  CHECK(asked(1, "k-fjallby").counts.all == 12);  // the whole county
}

TEST_CASE("every answer says of when it is, from what it is made and how many were asked and answered") {
  for (const PlannerQuestion& question : planner_questions()) {
    const bool is_own = question.place == PlaceNeed::municipality || question.place == PlaceNeed::actor;
    const QuestionAnswer answer = asked(question.number, is_own ? "k-granby" : "99");
    CAPTURE(question.number);
    CHECK_FALSE(answer.sentences.empty());
    CHECK(answer.day == example().network().as_of);
    CHECK_FALSE(answer.filter_words.empty());
    CHECK(answer.counts.all > 0);
    CHECK(answer.counts.answered <= answer.counts.asked);
    CHECK(answer.counts.asked <= answer.counts.all);
    CHECK_FALSE(answer.counts.unknown_words.empty());
    for (const QuestionTable& table : answer.tables) {
      for (const QuestionRow& row : table.rows) REQUIRE(row.cells.size() == table.columns.size());
    }
  }
}

TEST_CASE("counts in words tell what is unknown, or that nothing is") {
  const Texts& texts = example().assets().sv;
  CHECK(counts_in_words({12, 12, 9, 3, "3 kommuner"}, texts) ==
        "12 av 12 kommuner är tillfrågade, 9 har svarat. Inte känt: 3 kommuner.");
  CHECK(counts_in_words({1, 1, 0, 0, "0 kommuner"}, texts) ==
        "1 av 1 kommun är tillfrågad, 0 har svarat. Inget är noterat som okänt.");
}

TEST_CASE("1: what is missing of care for children is apart from what nobody knows") {
  const QuestionAnswer answer = asked(1, "99");
  CHECK(
      says(answer, "Kommuner med en antagen överenskommelse: 9 av 12 (75–83 %). Saknas: 2. På väg: 0. Inte känt: 1."));
  const QuestionTable& table = answer.tables.at(0);
  CHECK(table.rows[0].cells[0] == "Långås");
  CHECK(table.rows[0].shows == "k-langas");
  CHECK(cells_of(table, "Björköby")[2] == "okänt");
  CHECK(answer.counts.unknown == 1);
  CHECK(answer.show.select == std::vector<Key>{"k-langas", "k-skarvik"});
}

TEST_CASE("2: who stands between a school and an association bridges them, and who is not confirmed does not") {
  //  Skolan -- A -- Solna -- B -- Föreningen        Solna -- C (recommended) -- Klubben
  NetworkMaker made = three_counties();
  made.actor("Skolan", "school").county = "01";
  made.actor("Föreningen", "civil_society").county = "01";
  made.actor("Klubben", "civil_society").county = "01";
  made.agreement("A", {"Skolan", "Solna"});
  made.agreement("B", {"Solna", "Föreningen"});
  made.agreement("C", {"Solna", "Klubben"}).parties[1].state = PartyState::recommended;
  const QuestionAnswer answer = asked_of(made.network, 2, "01");
  REQUIRE(answer.tables.at(0).rows.size() == 1);
  CHECK(answer.tables[0].rows[0].cells == Cells{"Solna", "Kommun", "1,0"});
  CHECK(answer.counts.unknown == 1);
  CHECK(says(answer, "Främsta brobyggare i underlaget är Solna: 1,0 par har sin kortaste väg genom den."));
  CHECK(says(answer, "En av vägarna går Skolan – A – Solna – B – Föreningen."));
  CHECK(answer.show.path == std::vector<Key>{"Skolan", "A", "Solna", "B", "Föreningen"});
}

TEST_CASE("3: with a support structure fall the agreements that found it, and who hung on it is named") {
  //  Alby and Ekby found RSS Sörmland by A (A7); Ekby has B (A7) with the region too
  NetworkMaker made;
  made.municipality("Alby", "0401");
  made.municipality("Ekby", "0402");
  made.region("Regionen", "04");
  made.actor("RSS Sörmland", "support_structure").county = "04";
  Agreement& founding = made.agreement("A", {"Alby", "Ekby"}, "A7");
  founding.form = "support_structure";
  founding.founds.id = made.id("RSS Sörmland");
  made.agreement("B", {"Ekby", "Regionen"}, "A7");
  made.actor("RSS Övre", "support_structure").county = "04";
  const QuestionAnswer answer = asked_of(made.network, 3, "04");
  const std::string area = told_area(example().assets().taxonomy, "A7", "sv");
  CHECK(says(answer, "Om RSS Sörmland upphör faller 1 överenskommelse och 2 bekräftade deltaganden."));
  CHECK(says(answer, "Kommuner som tappar sin enda bekräftade koppling: 1 i " + area + "."));
  CHECK(says(answer, "Helt utan bekräftad koppling blir Alby."));
  CHECK(says(answer,
             "Fler stödstrukturer i länet: RSS Övre. Markera en av dem, eller skriv dess id, för att fråga om den."));
  REQUIRE(answer.tables.at(0).rows.size() == 1);
  CHECK(answer.tables[0].rows[0].shows == "Alby");
  CHECK(answer.show.select == std::vector<Key>{"RSS Sörmland"});
  CHECK(says(asked_of(three_counties().network, 3, "01"), "Ingen stödstruktur i länet finns i underlaget."));
}

TEST_CASE("4: what ends within a year, and who is left without a school") {
  const QuestionAnswer answer = asked(4, "99");
  CHECK(says(answer, "21 överenskommelser når sin sista uppsägningsdag eller sitt slut senast 2026-12-31."));
  const QuestionTable& table = answer.tables.at(0);
  const auto sspf = std::find_if(table.rows.begin(), table.rows.end(),
                                 [](const QuestionRow& row) { return row.shows == "a-fritid-skarvik"; });
  REQUIRE(sspf != table.rows.end());
  CHECK(sspf->cells[0] == "2026-02-28");
  CHECK(sspf->cells[3].find("Skärvik") != std::string::npos);
  CHECK(answer.counts.unknown == 29);
}

TEST_CASE("4: a title that names a last year is told apart, and counted as no known end") {
  NetworkMaker made = three_counties();
  made.agreement("A", {"Solna", "Tierp"}).title = "Plan 2023–2026";
  made.agreement("B", {"Solna", "Tierp"}).title = "Plan 2023–2028";
  const QuestionAnswer answer = asked_of(made.network, 4, "");
  CHECK(answer.tables.at(0).rows.empty());
  REQUIRE(answer.tables.size() == 2);
  REQUIRE(answer.tables[1].rows.size() == 1);
  CHECK(answer.tables[1].rows[0].cells == Cells{"2026", "Plan 2023–2026"});
  CHECK(answer.tables[1].rows[0].shows == "A");
  CHECK(answer.counts.unknown == 2);
  CHECK(says(answer,
             "I 1 avtal till säger titeln ett sista år som har passerat eller kommer inom 12 månader, men slutdatum "
             "saknas: om det slutar är inte känt."));
}

TEST_CASE("4: what is to be decided on one day, and who loses by it, stand in Swedish order") {
  NetworkMaker made;
  for (const auto& [name, code] : {std::pair{"Östra", "0401"}, {"Åby", "0402"}, {"Alby", "0403"}}) {
    made.municipality(name, code);
  }
  made.actor("Skolan", "school").county = "04";
  for (const char* key : {"Östavtal", "Åavtal", "Avtal"}) {
    made.agreement(key, {"Östra", "Åby", "Alby", "Skolan"}).valid = from_to("2020", "2026-06-30");
  }
  const QuestionTable table = asked_of(made.network, 4, "").tables.at(0);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].shows == "Avtal");
  CHECK(table.rows[1].shows == "Åavtal");
  CHECK(table.rows[2].shows == "Östavtal");
  NetworkMaker one = made;
  one.network.agreements = {};
  one.agreement("A", {"Östra", "Åby", "Alby", "Skolan"}).valid = from_to("2020", "2026-06-30");
  CHECK(asked_of(one.network, 4, "").tables.at(0).rows.at(0).cells[3] == "Alby, Åby, Östra");
}

TEST_CASE("5: seven that are alike, and what they have that is not confirmed here") {
  const QuestionAnswer answer = asked(5, "k-fjallby");
  CHECK(answer.tables.at(1).rows.size() == 7);
  CHECK(answer.tables[1].rows[0].cells[0] == "Kvarnträsk");
  const QuestionRow& first = answer.tables[0].rows.at(0);
  CHECK(first.cells[0] == "Avtalssamverkan (A2.2, A4.3)");
  CHECK(first.cells[1] == "5 av 7");
  CHECK(first.shows == "a-omsorgsplatser");
}

TEST_CASE("6: of counties that border each other, those with least between them against chance come first") {
  //  Solna(01) = Tierp(03) three times, Solna - Gnesta(04) once; Tierp and Gnesta never
  NetworkMaker made = three_counties();
  for (const char* key : {"A", "B", "C"}) made.agreement(key, {"Solna", "Tierp"});
  made.agreement("D", {"Solna", "Gnesta"});
  made.agreement("E", {"Tierp", "Gnesta"}).status = AgreementStatus::unknown;
  const QuestionAnswer silent = asked_of(made.network, 6, "");
  REQUIRE(silent.tables.at(0).rows.size() == 3);
  CHECK(silent.tables[0].rows[0].cells[0] == "Län 01 – Län 03");
  CHECK(silent.tables[0].rows[2].cells[0] == "Län 03 – Län 04");
  CHECK(silent.sentences == std::vector<std::string>{"Färre än hälften av kommunerna har svarat: av 3 par av grannlän "
                                                     "pekas inget ut som det som samarbetar minst."});
  let_all_answer(made.network);
  const QuestionAnswer answer = asked_of(made.network, 6, "");
  const QuestionTable& table = answer.tables.at(0);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].cells == Cells{"Län 03 – Län 04", "0", "0,4", "0,57"});
  CHECK(table.rows[2].cells == Cells{"Län 01 – Län 03", "3", "1,5", "1,75"});
  CHECK(table.rows[2].ids == std::vector<Key>{"A", "B", "C"});
  CHECK(answer.counts.unknown == 1);
  CHECK(says(answer,
             "Av 3 par av grannlän samarbetar Län 03 – Län 04 minst. Gemensamma överenskommelser: 0, där 0,4 vore att "
             "vänta."));
  NetworkMaker nothing = three_counties();
  const QuestionAnswer none = asked_of(nothing.network, 6, "");
  CHECK(says(none, "Ingen bekräftad överenskommelse mellan grannlän finns i underlaget: 3 par kan inte rangordnas."));
  CHECK(says(asked(6, ""), "Underlaget har inte två län som gränsar till varandra."));
}

TEST_CASE("7: what began, was renewed and ended in a year, with what was only noted apart") {
  const QuestionAnswer answer = asked(7, "99");
  CHECK(says(answer,
             "Från 2024-12-31 till 2025-12-31: 5 överenskommelser har börjat gälla, 2 har förnyats och 4 har "
             "upphört."));
  const QuestionTable& each = answer.tables.at(1);
  CHECK(count_cells(each, 0, "ny") == 5);
  CHECK(count_cells(each, 0, "förnyad") == 2);
  CHECK(count_cells(each, 0, "upphörd") == 4);
  CHECK(row_of(each, "förnyad")->shows == "a-bidrag-granby-2025");
}

TEST_CASE("9: one's own agreements and partners, about what and until when") {
  const QuestionAnswer answer = asked(9, "k-granby");
  CHECK(says(answer, "Granby har 35 överenskommelser som är bekräftade, med 53 aktörer."));
  CHECK(answer.tables.at(0).rows.size() == 35);
  const Cells barnahus = cells_of(answer.tables[0], "Barnahus Exempel");
  REQUIRE(barnahus.size() == 4);
  CHECK(barnahus[1] == "A3, A4.2");
  CHECK(barnahus[3] == "2026-06-30");
  CHECK(cells_of(answer.tables[1], "A6 Stöd vid påverkan från extremistiska miljöer")[1] == "2");
  CHECK(answer.show.select == std::vector<Key>{"k-granby"});
  CHECK(answer.show.focus_steps == 1);
}

TEST_CASE("10: without cooperation are those who have answered so; the silent are unknown") {
  const QuestionAnswer answer = asked(10, "99", "A6");
  CHECK(says(answer,
             "Kommuner som samverkar med någon där: 4 av 12 (33–58 %). Har svarat att de inte gör det: 5. På väg: 0. "
             "Inte känt: 3."));
  CHECK(answer.tables.size() == 1);
  CHECK(answer.tables[0].rows.size() == 8);
  CHECK(count_cells(answer.tables[0], 2, "saknas") == 5);
  CHECK(count_cells(answer.tables[0], 2, "okänt") == 3);
  CHECK(asked(10, "99").tables[0].rows.size() == 9);  // all areas first
}

TEST_CASE("10: nobody is said to be without where all are silent, and areas of as much are all named") {
  const QuestionAnswer answer = asked_of(three_counties().network, 10, "");
  REQUIRE(answer.sentences.size() == 2);
  CHECK(answer.sentences[0].starts_with("Minst är känt om A1"));
  CHECK(answer.sentences[0].find(", A9") != std::string::npos);
  CHECK(asked(10, "99").sentences.at(0).starts_with("Flest saknar samverkan i A"));
}

TEST_CASE("11: the share of the people is a span where something is not known") {
  const QuestionAnswer answer = asked(11, "99");
  const QuestionTable& table = answer.tables.at(0);
  const Cells placed = cells_of(table, "Överenskommelse med regionen om barn och unga som vårdas utanför hemmet");
  REQUIRE(placed.size() == 5);
  CHECK(placed[1] == "Lag");
  CHECK(placed[2] == "98–100 %");
  CHECK(placed[3] == "11 av 12 (92–100 %)");
  const QuestionAnswer one = asked(11, "k-granby");  // of one municipality no share is told
  CHECK(one.tables.at(0).rows.at(0).cells[2] == "för få för en andel");
  CHECK(one.tables[0].rows[0].cells[3] == "1 av 1");
}

TEST_CASE("12: what cuts others off when it ends or leaves, most first, without umbrellas") {
  const QuestionAnswer answer = asked(12, "99");
  CHECK(says(answer, "Mest hänger på Granby: lämnar den skils 5 aktörer från resten."));
  CHECK(answer.tables.at(0).rows.size() == 34);
  CHECK(row_of(answer.tables[0], "Nätverk för digitalisering i socialtjänsten") == nullptr);
}

TEST_CASE("13: independent partners by area, of the county and of one municipality") {
  const QuestionAnswer county = asked(13, "99");
  CHECK(says(county, "I 2 av 9 områden har alla kommuner minst två oberoende partner."));
  CHECK(cells_of(county.tables.at(0), "A3 Brottsförebyggande stödstrukturer") ==
        Cells{"A3 Brottsförebyggande stödstrukturer", "6", "3", "0", "1", "2"});
  const QuestionAnswer one = asked(13, "k-bjorkoby");
  CHECK(one.tables.at(0).rows.size() == 9);
  CHECK(cells_of(one.tables[0], "A3 Brottsförebyggande stödstrukturer")[1] == "Ingen uppgift");
}

TEST_CASE("14: schools reach care through what covers them, and the silent are unknown") {
  const QuestionAnswer answer = asked(14, "99");
  CHECK(says(answer, "Skolor som når vården inom två steg, i A4 Skola, vård och andra kommuner: 57 av 59 (97–100 %)."));
  REQUIRE(answer.tables.at(0).rows.size() == 2);
  CHECK(answer.tables[0].rows[0].cells[0] == "Lärkan");
  CHECK(answer.tables[0].rows[0].cells[3] == "okänt");
  CHECK(answer.counts.unknown == 2);
}

TEST_CASE("14: schools of one outcome stand in Swedish order, whatever their ids are") {
  NetworkMaker made;
  made.municipality("Ale", "1440");
  for (const auto& [key, name] : {std::pair{"s-1", "Öskolan"}, {"s-2", "Åskolan"}, {"s-3", "Askolan"}}) {
    Actor& school = made.actor(key, "school");
    school.name = name;
    school.county = "14";
    school.municipality = "1440";
  }
  const QuestionAnswer answer = asked_of(made.network, 14, "");
  REQUIRE(answer.tables.at(0).rows.size() == 3);
  CHECK(answer.tables[0].rows[0].shows == "s-3");
  CHECK(answer.tables[0].rows[1].shows == "s-2");
  CHECK(answer.tables[0].rows[2].shows == "s-1");
}

TEST_CASE("15: independent schools are counted beside municipal ones, as units") {
  const QuestionAnswer answer = asked(15, "99");
  const QuestionTable& table = answer.tables.at(0);
  CHECK(cells_of(table, "Fristående") == Cells{"Fristående", "7", "5 av 7 (71–100 %)", "0", "0", "2"});
  CHECK(cells_of(table, "Kommunala") == Cells{"Kommunala", "52", "20 av 52 (38–100 %)", "0", "0", "32"});
  CHECK(answer.tables.at(1).rows.size() == 2);
}

TEST_CASE("16: a perspective that is missing is not one that nobody has noted") {
  const QuestionAnswer answer = asked(16, "99");
  CHECK(says(answer, "57 överenskommelser gäller här. För 49 av dem är perspektiven noterade."));
  CHECK(says(answer, "Barnrättsperspektiv saknas i 17 av 49 (35 %)."));
  CHECK(says(answer, "Funktionshindersperspektiv saknas i 30 av 49 (61 %)."));
  CHECK(says(answer, "Jämställdhetsperspektiv saknas i 28 av 49 (57 %)."));
  CHECK(answer.counts.unknown == 8);
  CHECK(count_cells(answer.tables.at(1), 2, "Ingen har noterat vilka som finns") == 8);
}

TEST_CASE("17: contracts to report are those of the year, ended within it too, and of nobody else") {
  NetworkMaker made = three_counties();
  const auto contract = [&](const char* key, std::vector<std::string> parties, const char* from, const char* to) {
    Agreement& row = made.agreement(key, parties, "A4.3");
    row.form = "contract_cooperation";
    row.valid = from_to(from, to);
    return &row;
  };
  contract("Nu", {"Solna", "Tierp"}, "2020", "");
  contract("Slut", {"Solna", "Tierp"}, "2020", "2025-02-01")->status = AgreementStatus::ended;
  contract("Förr", {"Solna", "Tierp"}, "2020", "2024-12-31")->status = AgreementStatus::ended;
  contract("Snart", {"Solna", "Tierp"}, "2026-01-01", "");
  contract("Andras", {"Tierp", "Gnesta"}, "2020", "");
  contract("Oviss", {"Solna", "Tierp"}, "", "")->status = AgreementStatus::unknown;
  const QuestionAnswer answer = asked_of(made.network, 17, "Solna");
  CHECK(answer.show.select == std::vector<Key>{"Nu", "Slut", "Oviss"});
  CHECK(answer.counts.unknown == 1);
  CHECK(says(answer, "Solna var part i 2 avtalssamverkan under 2025."));
  CHECK(says(answer, "1 till kan ha räknats dit: det är inte noterat om den gällde, eller om Solna hade antagit den."));
  CHECK(says(asked(17, "k-granby"), "Granby var part i 1 avtalssamverkan under 2025."));
}

TEST_CASE("18: who has adopted the county agreement, also through somebody, and who is not noted") {
  const QuestionAnswer answer = asked(18, "99");
  CHECK(says(answer, "Länsöverenskommelse om psykisk hälsa och skadligt bruk: antagen av 9 av 12 (75 %)."));
  const QuestionTable& table = answer.tables.at(0);
  CHECK(table.rows.size() == 12);
  CHECK(cells_of(table, "Fjällby") ==
        Cells{"Fjällby", "rekommenderad", "antagen genom Norra Exempels kommunalförbund"});
  CHECK(cells_of(table, "Björköby")[2] == "nämns inte som part");
  CHECK(answer.counts.unknown == 1);
}

TEST_CASE("18: a county agreement that may have lapsed is told apart, and is not known of anybody") {
  NetworkMaker made = three_counties();
  Agreement& old = made.agreement("Gammal", {"Solna", "Tierp"}, "A4.2");
  old.form = "county_agreement";
  old.status = AgreementStatus::unknown;
  const QuestionAnswer answer = asked_of(made.network, 18, "01");
  CHECK(says(answer, "1 länsöverenskommelse till finns, men det är inte noterat om den gäller."));
  CHECK(answer.tables.back().rows.size() == 1);
  CHECK(answer.counts.unknown == 1);
}

TEST_CASE("16 and 21: of nothing noted no share is told, and no sum") {
  NetworkMaker made = three_counties();
  made.agreement("A", {"Solna", "Tierp"});
  CHECK(asked_of(made.network, 16, "").sentences.size() == 1);
  CHECK(asked_of(made.network, 21, "").sentences == Cells{"Ingen betalning är noterad."});
}

TEST_CASE("19: municipalities that work together are a group, and who works with nobody is not known") {
  NetworkMaker made = three_counties();
  made.municipality("Knivsta", "0330");
  made.municipality("Ensam", "0305");
  made.agreement("A", {"Solna", "Tierp"});
  made.agreement("B", {"Gnesta", "Knivsta"});
  const QuestionAnswer answer = asked_of(made.network, 19, "");
  REQUIRE(answer.tables.at(0).rows.size() == 2);
  CHECK(answer.tables[0].rows[0].ids == std::vector<Key>{"Gnesta", "Knivsta"});
  CHECK(answer.tables[0].rows[0].is_of_all);  // a click selects the whole group
  CHECK(answer.tables[0].rows[1].ids == std::vector<Key>{"Solna", "Tierp"});
  CHECK(answer.counts.unknown == 1);
}

TEST_CASE("20: who takes part in most, and who hosts") {
  const QuestionAnswer answer = asked(20, "99");
  CHECK(says(answer, "Granby deltar i flest: 35 överenskommelser."));
  CHECK(cells_of(answer.tables.at(0), "Granby") == Cells{"Granby", "35", "3", "3", "1", "2"});
  CHECK(says(answer, "Överenskommelser med en noterad värd där värden är en kommun: 5 av 11 (45 %)."));
}

TEST_CASE("20: of those who take part in as many the first comes first in Swedish") {
  NetworkMaker made;
  made.municipality("Öckerö", "1407");
  made.municipality("Åmål", "1492");
  made.municipality("Ale", "1440");
  made.agreement("A", {"Öckerö", "Åmål", "Ale"});
  const QuestionAnswer answer = asked_of(made.network, 20, "");
  REQUIRE(answer.tables.at(0).rows.size() == 3);
  CHECK(answer.tables[0].rows[0].shows == "Ale");
  CHECK(answer.tables[0].rows[1].shows == "Åmål");
  CHECK(answer.tables[0].rows[2].shows == "Öckerö");
}

TEST_CASE("21: money a year and money paid once, and what nobody knows of") {
  const QuestionAnswer answer = asked(21, "99");
  CHECK(answer.tables.at(0).rows[0].cells[0] == "Granby");
  CHECK(answer.tables[0].rows[0].cells[1] == "Granby stadshjälp");
  CHECK(answer.counts.unknown == 40);
  const Texts& texts = example().assets().sv;
  CHECK(says(answer, texts.number(38'533'500) + " kr om året och " + texts.number(2'540'000) +
                         " kr på en gång är noterade, i 35 betalningar."));
}

TEST_CASE("22: associations with one agreement, where grants and umbrellas do not count") {
  const QuestionAnswer answer = asked(22, "99");
  CHECK(says(answer, "Idéburna aktörer med bekräftat avtal som har ett enda: 11 av 15 (73 %)."));
  CHECK(answer.tables.at(0).rows.size() == 11);
  CHECK(row_of(answer.tables[0], "Ungdomsjouren Exempel") != nullptr);  // its grant is no second one
  CHECK(answer.counts.unknown == 5);
}

TEST_CASE("23: gaps against law are apart from what is unknown, and from every other class") {
  const QuestionAnswer answer = asked(23, "99");
  CHECK(says(answer, "Enligt underlaget finns 0 luckor mot lagkrav, i 4 normer."));
  CHECK(answer.tables.at(0).rows.size() == 4);
  CHECK(answer.tables.at(1).rows.empty());
  CHECK(answer.counts.unknown == 6);
}

TEST_CASE("24: how much is noted, and who has answered") {
  const QuestionAnswer answer = asked(24, "99");
  CHECK(says(answer, "Kommuner som har svarat i någon enkät: 9 av 12 (75 %). Noterade överenskommelser: 62."));
  CHECK(cells_of(answer.tables.at(0), "Känd status")[1] == "59 av 62 (95 %)");
  CHECK(answer.tables.at(1).rows[0].cells ==
        Cells{"Samverkan i länet 2025", "2025-10-15", "12 av 12 (100 %)", "9 av 12 (75 %)"});
  CHECK(answer.tables.size() == 2);
  CHECK(asked(24, "").tables.at(2).rows.size() == 1);  // of the whole network: county by county
}

TEST_CASE("25: an agreement that is supposed gives a first tie in the area, and the file keeps as it was") {
  const Network before = example().network();
  const QuestionAnswer answer = asked(25, "k-bjorkoby", "A9");
  CHECK(says(answer,
             "Tänk att Björköby ingår en överenskommelse med Kvinnojouren Linnéa i Hagby om A9 Idéburna utförare och "
             "partner."));
  CHECK(answer.tables.at(1).rows.at(0).cells == Cells{"A9 Idéburna utförare och partner", "Björköby"});
  CHECK(equal(before, example().network()));
  CHECK(std::count(answer.notes.begin(), answer.notes.end(), example().assets().sv.tr("whatif.not_facts")) == 1);
}

TEST_CASE("25: what is supposed closes the worst known gap") {
  const QuestionAnswer answer = asked(25, "k-hagby");
  CHECK(answer.sentences.at(0).find(" om A3 ") != std::string::npos);
  CHECK(answer.show.select == std::vector<Key>{"k-hagby", "m-polisen"});
  const Texts& texts = example().assets().sv;
  const auto closed =
      std::count_if(answer.tables.at(0).rows.begin(), answer.tables[0].rows.end(), [&](const QuestionRow& row) {
        return row.shows == "k-hagby" && row.cells[2] == texts.tr(text_key(RuleClass::duty)) &&
               row.cells[3] == texts.tr(text_key(Outcome::gap)) && row.cells[4] == texts.tr(text_key(Outcome::met));
      });
  CHECK(closed >= 1);
}

TEST_CASE("25: of an agreement that is planned it tells what changes when it holds") {
  QuestionAsk ask;
  ask.day = example().network().as_of;
  ask.agreement = example().index().agreement("a-barnahus-norr");
  const PlannerQuestion& question = *find_question(25);
  REQUIRE(lacking(question, example().network(), ask).empty());
  const QuestionAnswer answer =
      answer_question(question, example().network(), example().assets(), example().assets().sv, ask);
  CHECK(says(answer, "Tänk att ”Barnahus i norra Exempellän” börjar gälla och antas av dem som ska vara parter."));
  const auto areas = std::find_if(answer.tables.begin(), answer.tables.end(),
                                  [](const QuestionTable& table) { return table.columns[0] == "Område"; });
  REQUIRE(areas != answer.tables.end());
  CHECK(cells_of(*areas, "A3 Brottsförebyggande stödstrukturer") ==
        Cells{"A3 Brottsförebyggande stödstrukturer", "Björköby"});
  ask.agreement = example().index().agreement("a-barnahus");
  const QuestionAnswer holds =
      answer_question(question, example().network(), example().assets(), example().assets().sv, ask);
  CHECK(says(holds, "”Barnahus Exempel” gäller redan."));
}

TEST_CASE("the table of neighbouring counties is that of the map") {
  const Result<Assets> with_map = load_assets(true);
  REQUIRE(with_map);
  const auto key = [](Vec2 point) { return std::pair{point.x, point.y}; };
  std::vector<std::set<std::pair<float, float>>> points;
  for (const MapShapes::Place& county : with_map->shapes.counties) {
    points.emplace_back();
    for (const auto& ring : county.rings) {
      for (const Vec2 point : ring) points.back().insert(key(point));
    }
  }
  std::vector<std::pair<std::string, std::string>> on_map;
  for (std::size_t a = 0; a < points.size(); ++a) {
    for (std::size_t b = 0; b < points.size(); ++b) {
      const auto &first = with_map->shapes.counties[a].code, &second = with_map->shapes.counties[b].code;
      const auto shared =
          std::count_if(points[a].begin(), points[a].end(), [&](const auto& p) { return points[b].contains(p); });
      if (first < second && shared > 1) on_map.emplace_back(first, second);
    }
  }
  std::sort(on_map.begin(), on_map.end());
  std::vector<std::pair<std::string, std::string>> told;
  for (const auto& [first, second] : neighbouring_counties()) told.emplace_back(first, second);
  CHECK(on_map == told);
}

TEST_CASE("an answer is made beside the window, and anew when the day or the question is another") {
  NetworkMaker made = three_counties();
  made.agreement("A", {"Solna", "Tierp"}).valid = from_to("2025-06-01", "");
  Desk desk(std::move(made));
  QuestionAsker asker;
  QuestionAsk ask;
  ask.actor = desk.session.index().actor("Solna");
  asker.ask(desk.session, *find_question(9), ask);
  asker.wait();
  REQUIRE(asker.answer() != nullptr);
  CHECK(asker.answer()->tables.at(0).rows.size() == 1);
  const std::uint64_t first = asker.revision();
  asker.ask(desk.session, *find_question(9), ask);
  CHECK(asker.revision() == first);
  desk.session.view.date = {2025, 5, 1};
  asker.ask(desk.session, *find_question(9), ask);
  CHECK(asker.answer() == nullptr);
  asker.wait();
  REQUIRE(asker.answer() != nullptr);
  CHECK(asker.answer()->tables.at(0).rows.empty());
}

TEST_CASE("showing an answer sets filter, day and tab, and selects what it names") {
  NetworkMaker made = three_counties();
  made.agreement("A", {"Solna", "Tierp"});
  Desk desk(std::move(made));
  desk.session.view.hidden_groups = {"municipality"};
  ShowTarget target;
  target.tab = Tab::network;
  target.filter = *parse_filter("county=01");
  target.day = {2024, 1, 2};
  target.select = {"Solna", "A", "finns-inte"};
  target.focus_steps = 1;
  target.path = {"Solna", "A", "Tierp"};
  show_answer(desk.session, target);
  CHECK(desk.session.view.tab == Tab::network);
  CHECK(desk.session.view.filter == target.filter);
  CHECK(desk.session.view.date == target.day);
  CHECK(desk.session.view.hidden_groups.empty());
  CHECK(desk.selected() == std::vector<std::string>{"Solna", "A"});
  CHECK(desk.session.view.focus.of == std::vector<Key>{"Solna", "A"});
  CHECK(desk.session.view.path == target.path);
}
