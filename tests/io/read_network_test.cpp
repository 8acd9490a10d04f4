#include <doctest/doctest.h>

#include <algorithm>

#include "io/network_text.h"
#include "model/network_index.h"

using namespace samverka;
using namespace samverka::test;

TEST_CASE("the worked example is read whole and without a word") {
  const ReadNetwork read = test::read(example());
  const Network& n = read.network;
  CHECK(read.report.problems.empty());
  CHECK(read.report.exit == Exit::done);
  CHECK(n.id == "exempellan-2025");
  CHECK(n.as_of == Date{2025, 12, 31});
  CHECK(n.is_synthetic());
  CHECK(n.actors.size() == 7);
  CHECK(n.coverage->surveys[0].answered.size() == 2);
  const NetworkIndex index(n);
  const Agreement& county = n.agreement(index.agreement("a-lansok"));
  CHECK(county.valid->end == Validity::End::open);
  CHECK(county.valid->notice_months == 12);
  CHECK(county.covers == Covers::units);
  CHECK(county.parties[3].state == PartyState::recommended);
  CHECK(n.actor(county.parties[3].actor.id).name == "Fjällby kommun");
  CHECK(n.actor(n.actor(index.actor("u-granskolan")).parent.id).key == "h-granskolan-ab");
  CHECK(county.provenance->source[0].id == SourceId(0));
  CHECK(county.provenance->confidence == 0.95);
}

TEST_CASE("absent, null and empty are three different things") {
  const auto agreement = [](const char* members) {
    return read(Small{.agreement = members}.text()).network.agreements[0];
  };
  CHECK_FALSE(agreement("").perspectives);
  CHECK(agreement(R"(,"perspectives":[])").perspectives->empty());
  CHECK(agreement(R"(,"valid":{})").valid->end == Validity::End::not_known);
  CHECK(agreement(R"(,"valid":{"to":null})").valid->end == Validity::End::open);
  CHECK(agreement(R"(,"valid":{"to":"2025-06"})").valid->to.latest() == Date{2025, 6, 30});
}

TEST_CASE("what is missing is told at the object that lacks it") {
  CHECK(problems(read(R"({"format":"samverka-network","format_version":"1.0"})")) ==
        Lines{"E_MISSING 1:1 ", "E_MISSING 1:1 ", "E_MISSING 1:1 ", "E_MISSING 1:1 ", "E_MISSING 1:1 "});
  const ReadNetwork read = test::read(Small{.more_actors = ",\n{\"id\":\"x\"}"}.text());
  CHECK(problems(read) == Lines{"E_MISSING 2:1 /actors/2", "E_MISSING 2:1 /actors/2"});
  CHECK(argument(read.report.problems[0], "member") == "type");
  CHECK(argument(read.report.problems[1], "member") == "name");
}

TEST_CASE("a member of another type is told at the value, and the rest of the row is read") {
  const ReadNetwork read =
      test::read(Small{.actor = R"(,"short_name":null,"flags":"x","members":["k-b",5],"sensitive":1,"county":"20")",
                       .agreement = R"(,"valid":"2025","duties":{},"note":[])"}
                     .text());
  CHECK(codes(read) == Lines{"E_TYPE /actors/0/short_name", "E_TYPE /actors/0/flags", "E_TYPE /actors/0/members/1",
                             "E_TYPE /actors/0/sensitive", "E_TYPE /agreements/0/valid", "E_TYPE /agreements/0/duties",
                             "E_TYPE /agreements/0/note"});
  CHECK(read.network.actors[0].county == "20");
  CHECK(read.report.is_usable);
  CHECK(read.report.exit == Exit::findings);
}

TEST_CASE("nobody is advised to remove a member that the format requires") {
  const auto key_of = [](const std::string& text, const std::string& was, const std::string& is) {
    std::string json = text;
    json.replace(json.find(was), was.size(), is);
    return test::read(json).report.problems.at(0).message.key;
  };
  const std::string sound = Small{.agreement = R"(,"note":"x")"}.text();
  for (const std::string member :
       {R"("1.0")", R"("n")", R"("2025-12-31")", R"("se-2025")", R"("k-a")", R"("active")"}) {
    CAPTURE(member);
    CHECK(key_of(sound, ":" + member, ":1.0") == "problem.type.text.required");
  }
  CHECK(key_of(sound, R"("x")", "1") == "problem.type.text");
  CHECK(key_of(sound, R"({"actor":"k-a")", R"({"actor":"")") == "problem.ref.empty.required");
}

TEST_CASE("a row that is no object is kept and told; the rows around it are read") {
  const ReadNetwork read = test::read(Small{.more_actors = R"(,5,{"id":"k-c","type":"other","name":"C"})"}.text());
  CHECK(codes(read) == Lines{"E_TYPE /actors/2"});
  CHECK(read.network.actors[3].key == "k-c");
  CHECK(write_network(read.network).find("    5") != std::string::npos);
}

TEST_CASE("a reference is found whether its row comes before or after it, also with escapes in it") {
  const ReadNetwork read = test::read(
      Small{.actor = R"(,"parent":"k-\u0062")", .agreement = R"(,"supersedes":"a-1","founds":"k-a")"}.text());
  CHECK(codes(read).empty());
  CHECK(read.network.actors[0].parent.id == ActorId(1));
  CHECK(read.network.agreements[0].supersedes[0].id == AgreementId(0));
}

TEST_CASE("ids have a form") {
  for (const char* bad : {"Å", "a b", "-a", ".a", "", "A"}) {
    const ReadNetwork read =
        test::read(Small{.more_actors = R"(,{"id":")" + std::string(bad) + R"(","type":"other","name":"C"})"}.text());
    CHECK(codes(read) == Lines{"E_ID /actors/2/id"});
  }
  CHECK(read(Small{.more_actors = R"(,{"id":")" + std::string(80, 'a') + R"(","type":"other","name":"C"})"}.text())
            .report.problems.empty());
}

TEST_CASE("the network's own id has the form of an id") {
  std::string text = Small{}.text();
  text.replace(text.find("\"n\""), 3, "\"Mitt nät\"");
  const ReadNetwork read = test::read(text);
  CHECK(codes(read) == Lines{"E_ID /id"});
  CHECK(write_network(read.network).find("\"id\": \"Mitt nät\"") != std::string::npos);
}

TEST_CASE("as_of is a whole day; of a month its last day is used, and the words are kept") {
  std::string text = Small{}.text();
  text.replace(text.find("2025-12-31"), 10, "2025-02");
  const ReadNetwork read = test::read(text);
  CHECK(codes(read) == Lines{"E_DATE /as_of"});
  CHECK(read.network.as_of == Date{2025, 2, 28});
  CHECK(write_network(read.network).find("\"as_of\": \"2025-02\"") != std::string::npos);
}

TEST_CASE("places are counted in characters, and pointers escape what must be") {
  const ReadNetwork read = test::read("{\"å/~\": {\"å\": 1, \"å\": 2}}");
  const auto found = codes(read);
  CHECK(std::find(found.begin(), found.end(), "E_DUPKEY /å~1~0/å") != found.end());
  CHECK(read.report.problems.back().column == 18);
}
