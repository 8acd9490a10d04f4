#include "model/filter.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;

namespace {

Filter filter(const char* words) {
  const Result<Filter> parsed = parse_filter(words);
  REQUIRE_MESSAGE(parsed, words);
  return *parsed;
}

Actor municipality_in(std::string county) {
  Actor actor;
  actor.type = "municipality";
  actor.county = std::move(county);
  return actor;
}

Agreement about(std::vector<AreaCode> areas) {
  Agreement a;
  a.form = "iop";
  a.areas = std::move(areas);
  a.status = AgreementStatus::active;
  return a;
}

}  // namespace

TEST_CASE("a filter is read and written with the same words") {
  const char* words = "area=A4.1,A7 county=20 state!=unknown";
  CHECK(to_words(filter(words)) == words);
  CHECK(filter(words).find("county")->values == std::vector<std::string>{"20"});
  CHECK(filter("").clauses.empty());
  CHECK(to_words(filter("  areas=A4   form=iop ")) == "area=A4 form=iop");
}

TEST_CASE("an unknown key is told with those there are") {
  const Result<Filter> unknown = parse_filter("colour=red");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.problem().code == "E_FILTER");
  CHECK(unknown.problem().exit == Exit::usage);
  CHECK(unknown.problem().message.args[1].second.find("county") != std::string::npos);
  for (const char* bad : {"county", "=20", "county=", "county=,", "!=x"}) CHECK_FALSE(parse_filter(bad));
}

TEST_CASE("a value that nothing can have is named, with the nearest there are") {
  Taxonomy taxonomy;
  for (const char* code : {"adopted", "decided", "unknown"}) taxonomy.states.add({code, {}, {}});
  const auto told = [&](const char* words) {
    const Result<Done> checked = check_filter(filter(words), taxonomy);
    if (checked) return std::string();
    CHECK(checked.problem().code == "E_FILTER");
    CHECK(checked.problem().exit == Exit::usage);
    std::string out = checked.problem().message.key;
    for (const auto& [name, value] : checked.problem().message.args) out += " " + name + "=" + value;
    return out;
  };
  CHECK(told("state=adopted,unknown state!=decided county=20 municipality=2080 id=anything") == "");
  CHECK(told("state=adoptd") == "problem.filter.value key=state value=adoptd known=adopted");
  CHECK(told("state=unknown,zzz") == "problem.filter.value key=state value=zzz known=adopted, decided, unknown");
  CHECK(told("county=XX") == "problem.code value=XX form=NN");
  CHECK(told("municipality!=20") == "problem.code value=20 form=NNNN");
  CHECK(told("form=whatever") == "");  // this taxonomy has no forms
}

TEST_CASE("a comma is or, a space is and, and != leaves out") {
  const Taxonomy taxonomy = test::small_taxonomy();
  const Actor actor = municipality_in("20");
  CHECK(filter("county=20,21").accepts(actor, taxonomy));
  CHECK(filter("group=municipality county=20").accepts(actor, taxonomy));
  CHECK_FALSE(filter("type=region county=20").accepts(actor, taxonomy));
  CHECK_FALSE(filter("county!=20,21").accepts(actor, taxonomy));
  CHECK(filter("form=iop").accepts(actor, taxonomy));  // says nothing of actors
}

TEST_CASE("an area matches its clauses; without areas an agreement is outside") {
  const Taxonomy taxonomy = test::small_taxonomy();
  CHECK(filter("area=A4").accepts(about({"A4.1"}), taxonomy));
  CHECK_FALSE(filter("area=A4.2").accepts(about({"A4.1"}), taxonomy));
  CHECK(filter("area=A0").accepts(about({}), taxonomy));
  CHECK_FALSE(default_filter().accepts(about({}), taxonomy));
  CHECK_FALSE(default_filter().accepts(about({"A0"}), taxonomy));
  CHECK(default_filter().accepts(about({"A0", "A7"}), taxonomy));  // also about something inside
}

TEST_CASE("parties are let through by role and state, an absent state being unknown") {
  Party p;
  CHECK(filter("state=unknown").accepts(p));
  CHECK_FALSE(filter("state!=unknown").accepts(p));
  p.role = "principal";
  CHECK(filter("role=host,principal county=20").accepts(p));
}

TEST_CASE("the default filter hides no actor for want of an agreement") {
  CHECK_FALSE(default_filter().speaks_of_agreements());
  CHECK_FALSE(filter("county=20").speaks_of_agreements());
  CHECK(filter("area=A7").speaks_of_agreements());
  CHECK(filter("state!=unknown").speaks_of_agreements());
}
