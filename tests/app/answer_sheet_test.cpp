#include "app/answer_sheet.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "app/gap_words.h"
#include "app/question_sheet.h"
#include "io/csv.h"
#include "io/read_network.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

const Assets& assets() {
  static const Assets loaded = [] {
    setenv("SAMVERKA_ASSETS", SAMVERKA_SOURCE_DIR "/assets", 1);
    Result<Assets> result = load_assets(false);
    REQUIRE(result);
    return std::move(*result);
  }();
  return loaded;
}

// Municipalities of nasty names, and the region that each needs an agreement with.
struct Desk {
  NetworkMaker maker;
  RuleSet rules;

  explicit Desk(const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      Actor& row = maker.municipality("k-" + std::to_string(i), "20" + std::to_string(10 + i));
      row.name = names[i];
    }
    maker.region("r", "20").name = "Region Å, ä; \"ö\"";
    Rule rule;
    rule.id = "norm";
    rule.title.sv = rule.title.en = "=1+1;\"Norm\"\n";
    rule.for_each.type = "municipality";
    rule.need.partner.type = "region";
    rule.need.agreement.area = "A4.2";
    rules.rules = {rule};
  }

  std::string ask(const std::string& language = "sv") const {
    const GapAnalysis analysis =
        find_gaps(maker.network, NetworkIndex(maker.network), assets().taxonomy, rules, maker.network.as_of);
    return question_sheet(maker.network, assets().taxonomy, analysis, rules, assets().texts(language));
  }
  Result<TakenSheet> take(const std::string& sheet) const {
    return take_sheet(sheet, "q.csv", maker.network, assets(), rules, maker.network.as_of, assets().sv);
  }
  TakenSheet taken(const std::string& sheet) const {
    Result<TakenSheet> result = take(sheet);
    REQUIRE(result);
    CHECK(result->read == result->kept + result->merged + result->refused);
    CHECK(result->rows == result->read + result->unanswered);
    return std::move(*result);
  }
};

std::vector<std::vector<std::string>> cells_of(const std::string& sheet) {
  const Result<CsvTable> table = read_csv(sheet, "q.csv");
  REQUIRE(table);
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const std::vector<CsvCell>& cells) {
    rows.emplace_back();
    for (const CsvCell& cell : cells) rows.back().push_back(cell.text);
  };
  add(table->header);
  for (const auto& row : table->rows) add(row);
  return rows;
}

std::string sheet_of(const std::vector<std::vector<std::string>>& rows) {
  std::string sheet(csv_mark);
  for (const auto& row : rows) sheet += csv_line(row);
  return sheet;
}

std::string& cell(std::vector<std::string>& row, SheetColumn column) { return row[static_cast<std::size_t>(column)]; }

const std::vector<std::string> nasty = {
    "=cmd|' /C calc'!A0", "'+46 \"Åkerö\"", "a;b,c\td", "rad\r\nrad\nrad\rslut", "@", " mellanslag ", "-", "Ö"};

void check_refused_whole(const Desk& desk, const std::string& sheet, const std::string& code) {
  const auto result = desk.take(sheet);
  REQUIRE_FALSE(result);
  CHECK(result.problem().code == code);
  CHECK(result.problem().line >= 1);
  CHECK(result.problem().exit == Exit::parse);
}

}  // namespace

TEST_CASE("names of every kind stand in the sheet exactly, and asking without an answer changes nothing") {
  std::vector<std::string> names = nasty;
  names.push_back(std::string(std::size_t{1} << 20, 'x'));
  const Desk desk(names);
  for (const std::string language : {"sv", "en"}) {
    const std::string sheet = desk.ask(language);
    auto rows = cells_of(sheet);
    REQUIRE(rows.size() == names.size() + 1);
    std::vector<std::string> told;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      told.push_back(cell(rows[i], SheetColumn::name));
      CHECK(cell(rows[i], SheetColumn::title) == desk.rules.rules[0].title.sv);
      CHECK(cell(rows[i], SheetColumn::answer).empty());
      CHECK(cell(rows[i], SheetColumn::partners) == "r");  // nobody else can be meant
    }
    std::sort(told.begin(), told.end());
    std::sort(names.begin(), names.end());
    CHECK(told == names);
    const TakenSheet taken = desk.taken(sheet);
    CHECK(taken.unanswered == names.size());
    CHECK(taken.problems.empty());
    CHECK(equal(taken.network, desk.maker.network));
  }
}

TEST_CASE("a document of any name comes back in the network as it was written") {
  const Desk desk(nasty);
  auto rows = cells_of(desk.ask());
  for (std::size_t i = 1; i < rows.size(); ++i) {
    cell(rows[i], SheetColumn::answer) = i % 2 == 0 ? " JA " : "yes";
    cell(rows[i], SheetColumn::document) = "=" + nasty[i - 1] + "!";
    cell(rows[i], SheetColumn::partners) = i % 2 == 0 ? "r" : "Region Å, ä; \"ö\"";
  }
  const TakenSheet taken = desk.taken(sheet_of(rows));
  CHECK(taken.kept == nasty.size());
  CHECK(taken.unknown_before == nasty.size());
  CHECK(taken.unknown_after == 0);
  std::vector<std::string> titles, wanted;
  for (const Agreement& agreement : taken.network.agreements) titles.push_back(agreement.title);
  for (const std::string& name : nasty) wanted.push_back("=" + name + "!");
  std::sort(titles.begin(), titles.end());
  std::sort(wanted.begin(), wanted.end());
  CHECK(titles == wanted);
}

TEST_CASE("columns in another order, without those for people, in English, with commas, and zeros taken away") {
  Desk desk({"A", "B", "C"});
  desk.maker.network.actors.mutable_row(1).key = "007";
  const TakenSheet taken = desk.taken(
      "\"Answer (yes, no, don't know)\",Norm id,Actor id,Document\n"
      "don’t know,norm,k-0,\nNEJ,norm,7,\nja,norm,2012,Avtal\n");
  CHECK(taken.kept == 3);
  CHECK(taken.unknown_after == 1);
}

TEST_CASE("each refused row says where and why, and the others are taken") {
  const Desk desk({"A", "B", "C", "D", "E", "F"});
  const std::string head = "Aktörens id;Normens id;\"Svar (ja, nej, vet ej)\";Dokument;Med vem;Gäller från;Annat\r\n";
  const TakenSheet taken = desk.taken(head +
                                      "k-0;norm;kanske;;;;\r\n"
                                      "k-99;norm;nej;;;;\r\n"
                                      "k-1;x;nej;;;;\r\n"
                                      "k-1;norm;ja;D;;2024-02-30;\r\n"
                                      "k-2;norm;ja;D;Ingen;;\r\n"
                                      "k-3;norm;ja;;;;\r\n"
                                      "k-4;norm;nej\r\n"
                                      "r;norm;nej;;;;\r\n"
                                      "k-5;norm;nej;;;;\r\n");
  CHECK(taken.read == 9);
  CHECK(taken.kept == 1);
  CHECK(taken.refused == 8);
  REQUIRE(taken.problems.size() == 9);
  CHECK(taken.problems[0].code == "W_COLUMN");
  const std::vector<std::pair<std::string, std::size_t>> wanted = {
      {"problem.answer.word", 10}, {"problem.answer.subject", 1},    {"problem.answer.norm", 5},
      {"problem.answer.date", 16}, {"problem.answer.partner", 15},   {"problem.answer.no_document", 13},
      {"problem.answer.cells", 1}, {"problem.answer.not_subject", 3}};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Problem& problem = taken.problems[i + 1];
    CHECK(problem.message.key == wanted[i].first);
    CHECK(problem.line == i + 2);
    CHECK(problem.column == wanted[i].second);
    CHECK(problem.file == "q.csv");
    CHECK(assets().sv.has(problem.message.key));
  }
}

TEST_CASE("what is no question sheet is refused whole") {
  const Desk desk({"A"});
  check_refused_whole(desk, "", "E_EMPTY");
  check_refused_whole(desk, "source,target\na,b\n", "E_COLUMNS");
  check_refused_whole(desk, "Aktörens id;Aktörens id;Normens id;Dokument\n", "E_COLUMNS");
  check_refused_whole(desk, desk.ask() + "k-0;\"cut", "E_PARSE");
  check_refused_whole(desk, desk.ask() + std::string("k\0;", 3), "E_NUL");
  std::string latin = desk.ask();
  latin.replace(latin.find("ö"), 2, "\xF6");
  check_refused_whole(desk, latin, "E_UTF8");
  check_refused_whole(desk,
                      "\xFF\xFE"
                      "a",
                      "E_ENCODING");  // Unicode text that has been cut
}

TEST_CASE("a sheet that Excel has saved as its own CSV or as Unicode text is read, and says how") {
  Desk desk({"Åmål", "Östersund"});
  desk.maker.network.actors.mutable_row(2).name = "Region Ö";
  auto rows = cells_of(desk.ask());
  CHECK(cell(rows[1], SheetColumn::partners) == "Region Ö");  // as people call it
  cell(rows[1], SheetColumn::answer) = "ja";
  cell(rows[1], SheetColumn::document) = "Överenskommelse";
  cell(rows[2], SheetColumn::answer) = "nej";
  const std::string utf8 = sheet_of(rows);
  const TakenSheet plain = desk.taken(utf8);
  CHECK(plain.encoding == TableEncoding::utf8);
  CHECK(plain.kept == 2);

  std::string excel, wide = "\xFF\xFE";
  for (std::size_t i = csv_mark.size(); i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    const bool is_double = byte >= 0xC2 && byte <= 0xC3;
    REQUIRE((byte < 0x80 || is_double));
    const char letter =
        is_double ? static_cast<char>((byte << 6 | (static_cast<unsigned char>(utf8[++i]) & 0x3F)) & 0xFF) : utf8[i];
    excel += letter;
    wide += letter == ';' ? '\t' : letter;
    wide += '\0';
  }
  for (const auto& [bytes, encoding] :
       {std::pair(excel, TableEncoding::windows_1252), std::pair(wide, TableEncoding::utf16)}) {
    const TakenSheet taken = desk.taken(bytes);
    CHECK(taken.encoding == encoding);
    CHECK(equal(taken.network, plain.network));
  }
}

TEST_CASE("partners stand by name where the name finds them again, and by id where it does not") {
  for (const std::string name : {"Region Ö", "Region Å, ä", "2010", "k-0", " Region", "[r]", "Ett", "a;b", ""}) {
    Desk desk({"Ett"});
    desk.maker.network.actors.mutable_row(1).name = name;
    auto rows = cells_of(desk.ask());
    CHECK(cell(rows[1], SheetColumn::partners) == (name == "Region Ö" ? name : "r"));
    cell(rows[1], SheetColumn::answer) = "ja";
    cell(rows[1], SheetColumn::document) = "D";
    CHECK(desk.taken(sheet_of(rows)).kept == 1);
  }
}

TEST_CASE("a no that waits says which row it is, and for which norms, with what is answered of them") {
  Desk desk({"Ett", "Två"});
  for (const char* id : {"andra", "tredje"}) {
    Rule rule = desk.rules.rules[0];
    rule.id = id;
    desk.rules.rules.push_back(rule);
  }
  for (Rule& rule : desk.rules.rules) rule.title = {};
  desk.rules.rules[1].title.sv = "Andra normen";
  const TakenSheet taken = desk.taken(
      "Aktörens id;Normens id;\"Svar (ja, nej, vet ej)\";Dokument\n"
      "k-0;norm;nej;\nk-0;andra;vet ej;\nk-1;norm;nej;\nk-1;andra;nej;\nk-1;tredje;nej;\n");
  CHECK(taken.kept == 4);
  CHECK(taken.refused == 1);
  REQUIRE(taken.problems.size() == 1);
  CHECK(assets().sv.tr(taken.problems[0].message).ends_with("Här saknas: Andra normen [andra], [tredje]."));
  REQUIRE(taken.waiting.size() == 1);
  const WaitingAnswer& waiting = taken.waiting[0];
  CHECK(waiting.line == 2);
  CHECK(waiting.subject == desk.maker.id("k-0"));
  CHECK(waiting.rule == 0);
  REQUIRE(waiting.others.size() == 2);
  CHECK(waiting.others[0].rule == 1);
  CHECK(waiting.others[0].is_not_known);
  CHECK(waiting.others[1].rule == 2);
  CHECK_FALSE(waiting.others[1].is_not_known);
}

TEST_CASE("a sheet cut anywhere is taken as far as it says, or refused") {
  const Desk desk({"A", "B"});
  auto rows = cells_of(desk.ask());
  for (std::size_t i = 1; i < rows.size(); ++i) cell(rows[i], SheetColumn::answer) = "nej";
  const std::string sheet = sheet_of(rows);
  for (std::size_t length = 0; length < sheet.size(); ++length) {
    const auto result = desk.take(sheet.substr(0, length));
    if (!result) continue;
    CHECK(result->read == result->kept + result->merged + result->refused);
    CHECK(result->kept <= 2);
  }
}

TEST_CASE("a hundred thousand rows are all accounted for") {
  const Desk desk({"A", "B"});
  auto rows = cells_of(desk.ask());
  cell(rows[1], SheetColumn::answer) = "nej";
  cell(rows[2], SheetColumn::answer) = "nja";
  std::string sheet = sheet_of(rows);
  const std::string both = sheet.substr(sheet.find("\r\n") + 2);
  for (int i = 1; i < 50'000; ++i) sheet += both;
  const TakenSheet taken = desk.taken(sheet);
  CHECK(taken.read == 100'000);
  CHECK(taken.kept == 1);
  CHECK(taken.merged == 49'999);
  CHECK(taken.refused == 50'000);
  CHECK(taken.problems.size() == 50'000);
  CHECK(taken.problems.back().line == 200'001);  // the norm's title has a line break in it
}

TEST_CASE("a norm that is told in numbers only says nothing of anybody by name") {
  Desk desk({"A"});
  desk.maker.agreement("Secret", {"k-0", "r"}, "A4.2");
  CHECK(desk.ask().find("Secret") != std::string::npos);
  desk.rules.rules[0].is_counts_only = true;
  CHECK(desk.ask().find("Secret") == std::string::npos);
}

TEST_CASE("yes beside any document that the sheet fills in is taken, in the networks that come with the program") {
  struct Part {
    const char* file;
    const char* county;
  };
  for (const Part& part : {Part{"sverige-2025", "20"}, Part{"sverige-2025", "14"}, Part{"exempellan-2025", ""}}) {
    CAPTURE(part.file);
    CAPTURE(part.county);
    const std::string path = std::string(SAMVERKA_SOURCE_DIR "/datasets/") + part.file + ".json";
    const ReadNetwork read = read_network_file(path, assets().taxonomy);
    const Network& network = read.network;
    const RuleSet& rules = assets().rules;
    const GapAnalysis all = find_gaps(network, NetworkIndex(network), assets().taxonomy, rules, network.as_of);
    const std::string county = part.county;
    const GapAnalysis asked = only_subjects(
        all, network, rules, [&](const Actor& actor) { return county.empty() || actor.county == county; });
    auto rows = cells_of(question_sheet(network, assets().taxonomy, asked, rules, assets().sv));
    std::size_t filled = 0, not_known = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (cell(rows[i], SheetColumn::document).empty()) continue;
      cell(rows[i], SheetColumn::answer) = "ja";
      ++filled;
      not_known += cell(rows[i], SheetColumn::outcome) == assets().sv.tr(text_key(Outcome::unknown)) ? 1 : 0;
    }
    CHECK(not_known > 0);
    const auto taken = take_sheet(sheet_of(rows), "q.csv", network, assets(), rules, network.as_of, assets().sv);
    REQUIRE(taken);
    CHECK(taken->refused == 0);
    CHECK(taken->kept + taken->merged == filled);
    CHECK(taken->kept >= not_known);
    // The same without "with whom": the document says it.
    for (auto& row : rows) {
      if (cell(row, SheetColumn::answer) == "ja") cell(row, SheetColumn::partners).clear();
    }
    const auto bare = take_sheet(sheet_of(rows), "q.csv", network, assets(), rules, network.as_of, assets().sv);
    REQUIRE(bare);
    CHECK(bare->refused == 0);
  }
}

TEST_CASE("don't know is understood as people write it") {
  const Desk desk({"A", "B", "C", "D"});
  auto rows = cells_of(desk.ask());
  const std::vector<std::string> words = {"vet inte", "Vet ej", "DON’T KNOW", "do not know"};
  for (std::size_t i = 0; i < words.size(); ++i) cell(rows[i + 1], SheetColumn::answer) = words[i];
  const TakenSheet taken = desk.taken(sheet_of(rows));
  CHECK(taken.kept == words.size());
  CHECK(taken.refused == 0);
}
