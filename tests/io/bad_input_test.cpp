// What must happen with files that are damaged, hostile or merely wrong. The numbers are the rows of the project's list
// of bad input.
#include <doctest/doctest.h>

#include <limits>

#include "io/network_text.h"

using namespace samverka;
using namespace samverka::test;
using namespace std::string_literals;

namespace {

// The one problem that makes a file unreadable.
std::string refusal(std::string_view json, Exit exit = Exit::parse) {
  const ReadNetwork read = test::read(json);
  CHECK_FALSE(read.report.is_usable);
  CHECK(read.report.exit == exit);
  CHECK(read.network.actors.empty());
  REQUIRE(read.report.problems.size() == 1);
  return problems(read)[0];
}

}  // namespace

TEST_CASE("a file that is cut off says where it ends") {  // 1
  const ReadNetwork cut = read("{\n  \"format\": \"samverka-network\",\n  \"title\": \"Samv");
  CHECK(problems(cut) == Lines{"E_PARSE 3:17 /title"});
  CHECK(cut.report.problems[0].message.key == "problem.parse.end");
  CHECK(cut.report.exit == Exit::parse);
  CHECK_FALSE(cut.report.is_usable);
}

TEST_CASE("an empty file is empty, not a fault in line 1") {  // 2
  CHECK(refusal("") == "E_EMPTY 1:1 ");
  CHECK(refusal(" \r\n\t ") == "E_EMPTY 1:1 ");
  CHECK(refusal("\xEF\xBB\xBF\n") == "E_EMPTY 1:1 ");
}

TEST_CASE("ten million brackets are refused at the first that is too deep") {  // 3
  const std::string brackets(10'000'000, '[');
  const double start = wall_seconds();
  const ReadNetwork read = test::read("{\"x\":" + brackets);
  CHECK(wall_seconds() - start < 0.1 * (SAMVERKA_SLOW_FACTOR));
  CHECK(read.report.exit == Exit::limit);
  CHECK(read.report.problems[0].code == "E_DEPTH");
  CHECK(refusal(brackets, Exit::limit).starts_with("E_DEPTH 1:65"));
  CHECK(read.report.problems[0].column == 69);  // {"x": and 63 brackets are 64 levels
  CHECK(test::read(Small{.root = ",\"x\":" + std::string(63, '[') + std::string(63, ']')}.text()).report.is_usable);
}

TEST_CASE("a number too large for any computer is E_NUMBER, known member or not") {  // 4
  CHECK(refusal(Small{.root = R"(,"x":[1,1e400])"}.text()) == "E_NUMBER 1:111 /x/1");
  CHECK(refusal(Small{.actor = R"(,"population":-1e400)"}.text()).substr(0, 8) == "E_NUMBER");
  CHECK(refusal(Small{.root = ",\"x\":1" + std::string(400, '0')}.text()).substr(0, 8) == "E_NUMBER");
  CHECK(test::read(Small{.root = R"(,"x":1e-400,"y":0e999,"z":0.)" + std::string(400, '0') + "1"}.text())
            .report.is_usable);
}

TEST_CASE("a power that no integer holds is too large or too small, also at the integer's own end") {  // 4
  for (const char* large : {"1e9223372036854775807", "10e9223372036854775807", "-1e99999999999999999999"}) {
    CHECK(refusal(Small{.root = ",\"x\":"s + large}.text()).substr(0, 8) == "E_NUMBER");
  }
  for (const char* small : {"1e-9223372036854775808", "0.1e-9223372036854775808", "0e9223372036854775807"}) {
    CHECK(test::read(Small{.root = ",\"x\":"s + small}.text()).report.is_usable);
  }
}

TEST_CASE("numbers that cannot be held exactly are reported if known and kept to the digit") {  // 5
  const std::string text = Small{.root = R"(,"x":[12345678901234567890,0.1000000000000000000001,1E5,-0])",
                                 .actor = R"(,"population":9007199254740993)",
                                 .agreement = R"(,"funding":[{"amount":1.5}])"}
                               .text();
  const ReadNetwork read = test::read(text);
  CHECK(codes(read) == Lines{"E_RANGE /actors/0/population", "E_RANGE /agreements/0/funding/0/amount"});
  CHECK(read.report.is_usable);
  CHECK_FALSE(read.network.actors[0].population);
  const std::string written = write_network(read.network);
  for (const char* digits :
       {"12345678901234567890", "0.1000000000000000000001", "1E5", "-0\n", "9007199254740993", "1.5"}) {
    CHECK_MESSAGE(written.find(digits) != std::string::npos, digits);
  }
}

TEST_CASE("a known number with more digits than a computer holds is told and kept, not rounded") {  // 5
  const auto found = [](const std::string& lat, const std::string& population) {
    const ReadNetwork read = test::read(
        Small{.actor = ",\"population\":" + population + ",\"position\":{\"lat\":" + lat + ",\"lon\":15.2}"}.text());
    CHECK(write_network(read.network).find(lat) != std::string::npos);
    return codes(read);
  };
  CHECK(found("61.123456789012345678", "999999999999999.99999") ==
        Lines{"E_RANGE /actors/0/population", "E_RANGE /actors/0/position/lat"});
  CHECK(found("61.1", "900000.00000000000000001") == Lines{"E_RANGE /actors/0/population"});
  CHECK(found("1.5e-20", "0.00000000000000000000015") == Lines{"E_RANGE /actors/0/population"});
  CHECK(found("59.3293234", "1000000000000000.0000").empty());
  CHECK(found("0.3333333333333333", "0e0000000000000000").empty());
  // As a program writes it that gives every double 17 digits.
  const ReadNetwork seventeen = read(Small{.actor = R"(,"position":{"lat":59.329323500000001,"lon":18.0})"}.text());
  CHECK(codes(seventeen).empty());
  CHECK(seventeen.network.actors[0].position->lat == 59.3293235);
}

TEST_CASE("what cannot be fewer than none is told where it is") {
  const ReadNetwork read = test::read(
      Small{.actor = R"(,"population":-5)", .agreement = R"(,"valid":{"notice_months":-1},"funding":[{"amount":-5}])"}
          .text());
  CHECK(codes(read) == Lines{"E_RANGE /actors/0/population", "E_RANGE /agreements/0/valid/notice_months"});
  CHECK_FALSE(read.network.actors[0].population);
  CHECK(read.network.agreements[0].funding[0].amount == -5);
  CHECK(write_network(read.network).find("\"population\": -5") != std::string::npos);
}

TEST_CASE("NaN and Infinity are not JSON, and are never written") {  // 6
  for (const char* literal : {"NaN", "Infinity", "-Infinity", "nan", "1.e5", "01", "+1", ".5", "1."}) {
    CHECK(refusal(Small{.root = ",\"x\":"s + literal}.text()).substr(0, 7) == "E_PARSE");
  }
  Network network;
  Actor actor;
  actor.key = "a";
  actor.position = LatLon{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()};
  network.actors.push_back(actor);
  const std::string written = write_network(network);
  CHECK(written.find("nan") == std::string::npos);
  CHECK(written.find("null") == std::string::npos);
  CHECK(test::read(written).report.is_usable);
}

TEST_CASE("a name that stands twice in an object is refused, and both places are told") {  // 7
  const ReadNetwork read = test::read(Small{.root = ",\n\"a\":1,\n \"b\":2, \"\\u0061\":{\"c\":1,\"c\":2}"}.text());
  CHECK(problems(read) == Lines{"E_DUPKEY 3:9 /a", "E_DUPKEY 3:25 /a/c"});
  CHECK(argument(read.report.problems[0], "first") == "2:1");
  CHECK(read.report.exit == Exit::parse);
  CHECK_FALSE(read.report.is_usable);
}

TEST_CASE("a long name that stands twice is told in whole characters") {  // 7
  std::string letters = "a";
  for (int i = 0; i < 100; ++i) letters += "å";
  const ReadNetwork read = test::read(Small{.root = ",\"" + letters + "\":1,\"" + letters + "\":2"}.text());
  CHECK(argument(read.report.problems[0], "member") == letters.substr(0, 79) + "…");
}

TEST_CASE("an id used twice is told with both places, and nothing is merged") {  // 8
  const ReadNetwork read =
      test::read(Small{.more_actors = ",\n {\"id\":\"a-1\",\"type\":\"region\",\"name\":\"R\"}"}.text());
  CHECK(codes(read) == Lines{"E_DUPID /agreements/0/id"});
  CHECK(argument(read.report.problems[0], "first") == "2:8");
  CHECK(read.report.is_usable);
  CHECK(read.report.exit == Exit::findings);
  CHECK(read.network.actors.size() == 3);
}

TEST_CASE("a reference to nothing is kept, saved back and answered with the nearest id") {  // 9
  const ReadNetwork read = test::read(Small{.actor = R"(,"parent":"region-x")",
                                            .agreement = R"(,"under":"a-2","provenance":{"source":["q9"]})",
                                            .party = R"(,"on_behalf_of":["k-bb","k-b"])"}
                                          .text());
  CHECK(codes(read) == Lines{"E_REF /actors/0/parent", "E_REF /agreements/0/under",
                             "E_REF /agreements/0/provenance/source/0",
                             "E_REF /agreements/0/parties/0/on_behalf_of/0"});
  CHECK(argument(read.report.problems[0], "near").empty());
  CHECK(argument(read.report.problems[1], "near") == "a-1");
  CHECK(argument(read.report.problems[3], "near") == "k-b");
  CHECK(read.report.exit == Exit::findings);
  CHECK(read.network.actors[0].parent.unresolved == "region-x");
  const std::string written = write_network(read.network);
  for (const char* key : {"region-x", "a-2", "q9", "k-bb"})
    CHECK(written.find("\""s + key + "\"") != std::string::npos);
}

TEST_CASE("an empty reference leads nowhere") {  // 9
  const ReadNetwork read =
      test::read(Small{.actor = R"(,"parent":"","members":[""])", .party = R"(},{"actor":"")"}.text());
  CHECK(codes(read) ==
        Lines{"E_REF /actors/0/parent", "E_REF /actors/0/members/0", "E_REF /agreements/0/parties/1/actor"});
  CHECK(write_network(read.network).find("\"actor\": \"\"") != std::string::npos);
}

// Two ids of 100 000 letters, one letter apart, took 25 seconds to compare.
TEST_CASE("a reference longer than any id is answered at once, and not with all its letters") {  // 9
  const std::string longest(100'000, 'a');
  const double start = cpu_seconds();
  const ReadNetwork read = test::read(
      Small{.more_actors = R"(,{"id":")" + longest + R"(","type":"other","name":"n","parent":")" + longest + R"(b"})"}
          .text());
  CHECK(cpu_seconds() - start < 1.0 * (SAMVERKA_SLOW_FACTOR));
  CHECK(codes(read) == Lines{"E_ID /actors/2/id", "E_REF /actors/2/parent"});
  CHECK(argument(read.report.problems[1], "near").empty());
  CHECK(argument(read.report.problems[1], "id").size() < 3000);
}

TEST_CASE("a contact of nobody is a reference to nothing") {  // 9
  const ReadNetwork read =
      test::read(Small{.root = R"(,"contacts":[{"actor":"k-b"},{"name":"N","actor":"k-x"},5])"}.text());
  CHECK(codes(read) == Lines{"E_REF /contacts/1/actor"});
}

TEST_CASE("an agreement within one actor is internal and needs no warning") {  // 10, as the format has it
  const std::string text =
      Small{.more_agreements = R"(,{"id":"a-2","form":"other","title":"I","areas":["A1"],"status":"active",)"
                               R"("parties":[{"actor":"k-a","service":"social"},{"actor":"k-a","service":"school"}]})"}
          .text();
  const ReadNetwork read = test::read(text);
  CHECK(codes(read).empty());
  CHECK(read.network.agreements[1].is_internal());
}

TEST_CASE("an agreement with one party is warned of, one without any is an error, and both are kept") {  // 11
  const auto agreement = [](const char* id, const char* parties) {
    return R"(,{"id":")"s + id + R"(","form":"other","title":"T","areas":[],"status":"active","parties":)" + parties +
           "}";
  };
  const ReadNetwork read =
      test::read(Small{.more_agreements = agreement("a-2", R"([{"actor":"k-a"}])") + agreement("a-3", "[]")}.text());
  CHECK(codes(read) == Lines{"W_PARTIES /agreements/1/parties", "E_MISSING /agreements/2/parties"});
  CHECK(write_network(read.network).find("\"parties\": []") != std::string::npos);
}

TEST_CASE("an agreement of a hundred thousand parties is read in good time") {  // 12
  std::string parties = R"({"actor":"k-a"})";
  for (int i = 0; i < 100'000; ++i)
    parties += R"(,{"actor":"k-b","role":"member","service":")" + std::to_string(i) + "\"}";
  const double start = cpu_seconds();
  const ReadNetwork read = test::read(
      Small{.more_agreements =
                R"(,{"id":"a-2","form":"other","title":"T","areas":[],"status":"active","parties":[)" + parties + "]}"}
          .text());
  CHECK(cpu_seconds() - start < 2.0 * (SAMVERKA_SLOW_FACTOR));
  CHECK(read.network.agreements[1].parties.size() == 100'001);
}

TEST_CASE("text that is not UTF-8 is told by line, column and bytes") {  // 13
  const ReadNetwork latin1 = read("{\n\"title\": \"\xC3\x85m\xE5l\"}");
  CHECK(problems(latin1) == Lines{"E_UTF8 2:13 /title"});
  CHECK(argument(latin1.report.problems[0], "bytes") == "E5 6C 22 7D");
  for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF"}) {
    CHECK(refusal("{\"a\":\""s + bad + "\"}").substr(0, 6) == "E_UTF8");
  }
  CHECK(refusal(R"({"a":"\ud800"})") == "E_PARSE 1:7 /a");  // half a character, escaped
}

TEST_CASE("a byte order mark is accepted and not written back") {  // 14
  const ReadNetwork read = test::read("\xEF\xBB\xBF" + example());
  CHECK(read.report.is_usable);
  CHECK(read.report.problems.empty());
  CHECK(write_network(read.network) == example());
  CHECK(problems(test::read("\xEF\xBB\xBF{]"))[0].substr(0, 11) == "E_PARSE 1:2");
}

TEST_CASE("UTF-16 and UTF-32 are named, with or without their mark") {  // 15
  const std::string text = "{\"a\":1}";
  const auto widened = [&](std::size_t before, std::size_t after) {
    std::string out;
    for (char c : text) out += std::string(before, '\0') + c + std::string(after, '\0');
    return out;
  };
  const auto encoding = [](const std::string& bytes) {
    const ReadNetwork read = test::read(bytes);
    CHECK(read.report.problems[0].code == "E_ENCODING");
    CHECK(read.report.exit == Exit::parse);
    return argument(read.report.problems[0], "encoding");
  };
  CHECK(encoding(widened(0, 1)) == "UTF-16LE");
  CHECK(encoding(widened(1, 0)) == "UTF-16BE");
  CHECK(encoding(widened(0, 3)) == "UTF-32LE");
  CHECK(encoding(widened(3, 0)) == "UTF-32BE");
  CHECK(encoding("\xFF\xFE" + widened(0, 1)) == "UTF-16LE");
  CHECK(encoding("\xFE\xFF" + widened(1, 0)) == "UTF-16BE");
  CHECK(encoding("\xFF\xFE\0\0"s + widened(0, 3)) == "UTF-32LE");
}

TEST_CASE("a zero byte is told with its offset, as what a crash leaves") {  // 16
  std::string text = example();
  text[1000] = '\0';
  const ReadNetwork read = test::read(text);
  REQUIRE(read.report.problems.size() == 1);
  CHECK(read.report.problems[0].code == "E_NUL");
  CHECK(argument(read.report.problems[0], "offset") == "1000");
  CHECK(read.report.exit == Exit::parse);
}

TEST_CASE("lines end with LF, CRLF or a lone CR, and each counts once") {  // 17
  for (const char* end : {"\n", "\r\n", "\r"}) {
    CHECK(refusal("{"s + end + "\"a\": 1," + end + "  x}").substr(0, 11) == "E_PARSE 3:3");
  }
  std::string crlf;
  for (char c : example()) crlf += c == '\n' ? "\r\n"s : std::string(1, c);
  CHECK(write_network(read(crlf).network) == example());
}

TEST_CASE("a file over the limit is not read") {  // 18
  ReadLimits limits;
  limits.file_bytes = 100;
  const ReadNetwork read = test::read(example(), limits);
  CHECK(read.report.problems[0].code == "E_SIZE");
  CHECK(read.report.exit == Exit::limit);
}

TEST_CASE("a folder or a missing file is told as such") {  // 19, 20
  const ReadNetwork folder = read_network_file(SAMVERKA_SOURCE_DIR, taxonomy());
  CHECK(folder.report.problems[0].code == "E_NOTREG");
  CHECK(folder.report.exit == Exit::usage);
  CHECK_FALSE(folder.report.is_usable);
  const ReadNetwork missing = read_network_file(std::string(SAMVERKA_SOURCE_DIR) + "/no such file", taxonomy());
  CHECK(missing.report.problems[0].code == "E_OPEN");
  CHECK(missing.report.exit == Exit::usage);
}

TEST_CASE("places that cannot be are told, and a swap is suggested where it helps") {  // 38
  const auto at = [](const char* position) {
    const ReadNetwork read = test::read(Small{.actor = ",\"position\":"s + position}.text());
    return read.report.problems.empty() ? ""s : codes(read)[0] + " " + read.report.problems[0].message.key;
  };
  CHECK(at(R"({"lat":59.3,"lon":18.1})").empty());
  CHECK(at(R"({"lat":18.1,"lon":59.3})") == "E_COORD /actors/0/position problem.coord.swapped");
  CHECK(at(R"({"lat":95,"lon":200})") == "E_COORD /actors/0/position problem.coord");
  CHECK(at(R"({"lat":1e16,"lon":1})") == "E_RANGE /actors/0/position/lat problem.range");
  CHECK(at(R"({"lat":59.3})") == "E_MISSING /actors/0/position problem.missing");
  CHECK(at(R"({"lat":"59","lon":18})") == "E_TYPE /actors/0/position/lat problem.type.number");
}

TEST_CASE("dates that are no days are told and kept to the byte") {  // 39
  for (const char* bad : {"2024-02-30", "31/12/24", "0000", "2024-1-1", "i fjol"}) {
    const ReadNetwork read = test::read(Small{.agreement = R"(,"valid":{"from":")"s + bad + "\"}"}.text());
    CHECK(codes(read) == Lines{"E_DATE /agreements/0/valid/from"});
    CHECK_FALSE(read.network.agreements[0].valid->from.is_set());
    CHECK(write_network(read.network).find("\"from\": \""s + bad + "\"") != std::string::npos);
  }
  const ReadNetwork turned =
      read(Small{.agreement = R"(,"valid":{"from":"2027-02","to":"2027-01"})", .party = R"(,"from":"2025","to":"2024")"}
               .text());
  CHECK(codes(turned) == Lines{"E_DATE /agreements/0/valid", "E_DATE /agreements/0/parties/0"});
}

TEST_CASE("who is above whom may not go round, and the whole loop is told") {  // 40
  const ReadNetwork read = test::read(Small{.actor = R"(,"parent":"r-1")",
                                            .agreement = R"(,"under":"a-1")",
                                            .more_actors = R"(,{"id":"r-1","type":"region","name":"R","parent":"k-a"})"}
                                          .text());
  CHECK(codes(read) == Lines{"E_CYCLE /actors/0/parent", "E_CYCLE /agreements/0/under"});
  CHECK(argument(read.report.problems[0], "loop") == "k-a → r-1 → k-a");
  CHECK(argument(read.report.problems[1], "loop") == "a-1 → a-1");
}

TEST_CASE("a name of a megabyte is read, a longer one is over the limit") {  // 41
  const std::string longest(1 << 20, 'x');
  CHECK(read(Small{.actor = ",\"note\":\"" + longest + "\""}.text()).network.actors[0].note.size() == 1 << 20);
  const ReadNetwork read = test::read(Small{.actor = ",\"note\":\"" + longest + "x\""}.text());
  CHECK(codes(read) == Lines{"E_LIMIT /actors/0/note"});
  CHECK(read.report.exit == Exit::limit);
  CHECK_FALSE(read.report.is_usable);
}

TEST_CASE("names in any script come back to the byte") {  // 42
  const std::string name =
      "\xE2\x80\xAE"
      "abc \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D A\xCC\x8A \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 \x7F";
  const ReadNetwork read = test::read(Small{.actor = ",\"note\":\"" + name + "\""}.text());
  CHECK(read.network.actors[0].note == name);
  CHECK(write_network(read.network).find(name) != std::string::npos);
}

TEST_CASE("two names that only look the same are warned of") {  // 43
  const ReadNetwork read =
      test::read(Small{.more_actors = R"(,{"id":"x","type":"other","name":"Åmål"})"
                                      ",{\"id\":\"y\",\"type\":\"other\",\"name\":\"A\xCC\x8Am\xC3\xA5l\"}"}
                     .text());
  CHECK(codes(read) == Lines{"W_NORM /actors/3/name"});
  CHECK(read.report.exit == Exit::done);
}

TEST_CASE("more entities than the limit are refused") {  // 12, 49
  ReadLimits limits;
  limits.entities = 4;
  const ReadNetwork read = test::read(Small{}.text(), limits);  // two actors, an agreement, two parties
  CHECK(read.report.problems[0].code == "E_LIMIT");
  CHECK(read.report.exit == Exit::limit);
  limits.entities = 5;
  CHECK(test::read(Small{}.text(), limits).report.is_usable);
}

TEST_CASE("a list of problems stops at its limit and counts the rest") {  // 50
  std::string actors;
  for (int i = 0; i < 3000; ++i) actors += R"(,{"id":"X","type":"nonsense","name":""})";
  const ReadNetwork read = test::read(Small{.more_actors = actors}.text());
  CHECK(read.report.problems.size() == 1000);
  CHECK(read.report.error_count == 3000 + 2999);  // E_ID, E_DUPID
  CHECK(read.report.warning_count == 3000);
  CHECK(read.report.unlisted == 8999 - 1000);
  CHECK(read.report.problems[0].pointer.substr(0, 10) == "/actors/2/");
}

TEST_CASE("a thousand warnings do not hide the error behind them") {  // 50
  std::string actors;
  for (int i = 0; i < 1500; ++i) actors += R"(,{"id":"x)" + std::to_string(i) + R"(","type":"nonsense","name":""})";
  const ReadNetwork read = test::read(Small{.agreement = R"(,"founds":"k-x")", .more_actors = actors}.text());
  CHECK(read.report.problems.size() == 1000);
  CHECK(read.report.problems[998].code == "W_UNKNOWN");
  CHECK(codes(read)[999] == "E_REF /agreements/0/founds");
}

// Columns were counted from the start of the line for each problem: 13 seconds for 48 MB on one line.
TEST_CASE("many problems on one long line are placed in good time") {  // 50
  std::string actors;
  const std::string name(200, 'n');
  for (int i = 0; i < 50'000; ++i) {
    actors += R"(,{"id":"x)" + std::to_string(i) + R"(","type":"other","name":")" + name + "\"}";
  }
  for (int i = 999; i >= 0; --i) actors += R"(,{"id":"x)" + std::to_string(i) + R"(","type":"other","name":"n"})";
  const double start = cpu_seconds();
  const ReadNetwork read = test::read(Small{.more_actors = actors}.text());
  CHECK(cpu_seconds() - start < 1.5 * (SAMVERKA_SLOW_FACTOR));
  REQUIRE(read.report.problems.size() == 1000);
  CHECK(read.report.problems[999].code == "E_DUPID");
  CHECK(argument(read.report.problems[999], "first") == "1:212");  // of x0
}

TEST_CASE("a newer minor version is read with a notice and saved as it was; a newer major one is refused") {  // 51
  const auto version = [](const char* text) {
    std::string json = Small{.root = R"(,"new-member":{"a":[1.50]})"}.text();
    json.replace(json.find("1.0"), 3, text);
    return test::read(json);
  };
  const ReadNetwork minor = version("1.7");
  CHECK(codes(minor) == Lines{"W_VERSION /format_version"});
  CHECK(minor.report.exit == Exit::done);
  CHECK(write_network(minor.network).find("\"format_version\": \"1.7\"") != std::string::npos);
  CHECK(write_network(minor.network).find("1.50") != std::string::npos);
  for (const char* bad : {"2.0", "17.3", "0.9", "1", "1.x", "", "1.0.0"}) {
    const ReadNetwork major = version(bad);
    CHECK(codes(major) == Lines{"E_VERSION /format_version"});
    CHECK(major.report.exit == Exit::parse);
    CHECK_FALSE(major.report.is_usable);
  }
  CHECK(version("").report.problems.front().message.key == "problem.version.empty");
  CHECK(refusal(R"({"format":"samverka-rules","format_version":"1.0"})") == "E_VERSION 1:11 /format");
}

TEST_CASE("a file that is JSON but no object is refused") {
  for (const char* json : {"[]", "5", "\"x\"", "null"}) CHECK(refusal(json) == "E_TYPE 1:1 ");
  CHECK(refusal("x") == "E_PARSE 1:1 ");
  CHECK(refusal(Small{}.text() + "x").substr(0, 7) == "E_PARSE");
}

TEST_CASE("cancelling gives nothing") {
  Progress progress;
  progress.cancel();
  std::string actors;
  for (int i = 0; i < 600; ++i) actors += R"(,{"id":"x)" + std::to_string(i) + R"(","type":"other","name":"x"})";
  const ReadNetwork read = read_network(Small{.more_actors = actors}.text(), "n", taxonomy(), {}, &progress);
  CHECK_FALSE(read.report.is_usable);
  CHECK(read.network.actors.empty());
}

TEST_CASE("a fault inside a text is told at that text's member, and not at the next one") {
  CHECK(refusal("{\"title\":\"a\xff"
                "b\",\"id\":\"x\"}")
            .substr(0, 6) == "E_UTF8");
  CHECK(refusal("{\"title\":\"a\xff"
                "b\",\"id\":\"x\"}")
            .ends_with(" /title"));
  CHECK(refusal("{\"title\":\"a\\qb\",\"id\":\"x\"}").ends_with(" /title"));
  CHECK(refusal("{\"title\":\"a\nb\",\"id\":\"x\"}").ends_with(" /title"));
}

TEST_CASE("a file cut inside a name tells the last whole pointer") {  // 1
  CHECK(refusal(R"({"actors":[{"id":"a"},{"mu)").ends_with(" /actors/1"));
}
