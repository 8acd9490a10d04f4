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

TEST_CASE("what the file does not say can be asked for too") {
  const Taxonomy taxonomy = test::small_taxonomy();
  Actor nowhere = municipality_in("");
  CHECK(filter("county=unrecorded ownership=unrecorded").accepts(nowhere, taxonomy));
  CHECK(filter("county=20,unrecorded").accepts(nowhere, taxonomy));
  CHECK_FALSE(filter("county=unrecorded").accepts(municipality_in("20"), taxonomy));
  CHECK(filter("county!=20").accepts(nowhere, taxonomy));
  Agreement bare = about({"A7"});
  CHECK(filter("method=unrecorded confidence=unrecorded service_area=unrecorded").accepts(bare, taxonomy));
  Party party;
  CHECK(filter("role=unrecorded service=unrecorded").accepts(party));
  party.service = "school";
  CHECK(filter("service=social,school").accepts(party));
  CHECK_FALSE(filter("service=unrecorded").accepts(party));
}

TEST_CASE("perspectives recorded as none are another thing than not recorded") {
  const Taxonomy taxonomy = test::small_taxonomy();
  Agreement silent = about({"A7"});
  Agreement none = about({"A7"});
  none.perspectives.emplace();
  Agreement children = about({"A7"});
  children.perspectives = {"P1", "P2"};
  const auto found_by = [&](const char* words) {
    const Filter wanted = filter(words);
    std::string found;
    if (wanted.accepts(silent, taxonomy)) found += "silent ";
    if (wanted.accepts(none, taxonomy)) found += "none ";
    if (wanted.accepts(children, taxonomy)) found += "children ";
    return found;
  };
  CHECK(found_by("perspective=unrecorded") == "silent ");
  CHECK(found_by("perspective=none") == "none ");
  CHECK(found_by("perspective=P1") == "children ");
  CHECK(found_by("perspective!=P1") == "silent none ");
  CHECK(found_by("perspective!=P1,unrecorded") == "none ");  // said, and without P1
}

TEST_CASE("confidence has bands, each with its lower limit in it") {
  const Taxonomy taxonomy = test::small_taxonomy();
  Agreement sure = about({"A7"});
  const auto band = [&](double confidence) {
    sure.provenance.emplace().confidence = confidence;
    std::vector<std::string_view> values;
    add_filter_values(sure, "confidence", taxonomy, values);
    REQUIRE(values.size() == 1);
    CHECK(filter(("confidence=" + std::string(values.front())).c_str()).accepts(sure, taxonomy));
    return std::string(values.front());
  };
  CHECK(band(1) == "high");
  CHECK(band(0.8) == "high");
  CHECK(band(0.79) == "medium");
  CHECK(band(0.5) == "medium");
  CHECK(band(0.49) == "low");
  CHECK(band(0) == "low");
}

TEST_CASE("an agreement is sourced if it names a source, found or not") {
  const Taxonomy taxonomy = test::small_taxonomy();
  Agreement a = about({"A7"});
  CHECK(filter("sourced=no").accepts(a, taxonomy));
  a.provenance.emplace().method = "web";
  CHECK(filter("sourced=no method=web").accepts(a, taxonomy));
  a.provenance->source.push_back({{}, "lost"});
  CHECK(filter("sourced=yes").accepts(a, taxonomy));
  CHECK_FALSE(filter("sourced!=yes").accepts(a, taxonomy));
}

TEST_CASE("the values of a row are those that find it, and no other does") {
  const Taxonomy taxonomy = test::small_taxonomy();
  Agreement a = about({"A4.1", "A7"});
  a.target_groups = {"T1", "T1", "T2"};
  std::vector<std::string_view> values;
  add_filter_values(a, "area", taxonomy, values);
  CHECK(values == std::vector<std::string_view>{"A4.1", "A4", "A7"});
  values.clear();
  add_filter_values(a, "target_group", taxonomy, values);
  CHECK(values == std::vector<std::string_view>{"T1", "T2"});
  values.clear();
  add_filter_values(a, "county", taxonomy, values);
  CHECK(values.empty());  // of actors
  add_filter_values(about({}), "areas", taxonomy, values);
  CHECK(values == std::vector<std::string_view>{"A0"});
}

TEST_CASE("every key is read, and its known values pass the check") {
  Taxonomy taxonomy = test::small_taxonomy();
  taxonomy.services.add({"school", {}, {}});
  taxonomy.perspectives.add({"P1", {}, {}});
  for (const FilterKey& key : filter_keys()) {
    for (const std::string& value : known_filter_values(key.name, taxonomy)) {
      const std::string words = std::string(key.name) + "=" + value;
      CHECK(check_filter(filter(words.c_str()), taxonomy));
      CHECK(to_words(filter(words.c_str())) == words);
    }
  }
  const auto is_refused = [&](const char* words) { return !check_filter(filter(words), taxonomy); };
  CHECK(known_filter_values("perspective", taxonomy) == std::vector<std::string>{"P1", "none", "unrecorded"});
  CHECK(is_refused("confidence=0.8"));
  CHECK(is_refused("sourced=maybe"));
  CHECK(is_refused("service=scholl"));
  CHECK(is_refused("group=unrecorded"));
  CHECK_FALSE(is_refused("county=unrecorded municipality=unrecorded"));
}

TEST_CASE("the default filter hides no actor for want of an agreement") {
  CHECK_FALSE(default_filter().speaks_of_agreements());
  CHECK_FALSE(filter("county=20").speaks_of_agreements());
  CHECK(filter("area=A7").speaks_of_agreements());
  CHECK(filter("state!=unknown").speaks_of_agreements());
}
