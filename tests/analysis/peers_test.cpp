#include "analysis/peers.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};
using Names = std::vector<std::string>;

Actor& town(NetworkMaker& maker, const char* name, const char* code, std::int64_t people, const char* group) {
  Actor& row = maker.municipality(name, code);
  if (people > 0) row.population = people;
  row.municipality_group = group;
  return row;
}

Names peers(const NetworkMaker& maker, const char* of, std::size_t most = usual_peers) {
  Names names;
  for (const Peer& peer : peers_of(maker.network, maker.id(of), most)) {
    names.push_back(maker.network.actor(peer.actor).key);
  }
  return names;
}

//  Own is like Near, a little less like Group and Far; Clinic works with towns
NetworkMaker towns() {
  NetworkMaker maker;
  town(maker, "Own", "0101", 10'000, "C7");
  town(maker, "Near", "0102", 10'000, "C7");
  town(maker, "Group", "0103", 10'000, "C8");
  town(maker, "Far", "0104", 10'000, "A1");
  maker.actor("Clinic", "other");
  return maker;
}

struct Lacks {
  NetworkMaker maker;
  std::vector<Practice> found;

  explicit Lacks(const NetworkMaker& from, const AreaCode& area = {}) : maker(from) {
    Taxonomy taxonomy = small_taxonomy();
    Form umbrella;
    umbrella.code = "network";
    umbrella.is_umbrella = true;
    taxonomy.forms.add(umbrella);
    const SubNetwork part = restrict(maker.network, taxonomy, {}, day);
    const Ties ties = ties_of(maker.network, taxonomy, part);
    found = lacking_practices(maker.network, taxonomy, part, ties, maker.id("Own"),
                              peers_of(maker.network, maker.id("Own"), usual_peers), area);
  }
  Names told() const {  // "sspf A4.1: Near, Far"
    Names all;
    for (const Practice& p : found) {
      std::string words = p.form;
      for (const AreaCode& area : p.areas) words += " " + area;
      for (const Practice::Evidence& e : p.evidence) words += ", " + maker.network.actor(e.peer).key;
      all.push_back(words);
    }
    return all;
  }
};

}  // namespace

TEST_CASE("only municipalities have peers, and where nothing is known nobody is alike") {
  NetworkMaker maker = towns();
  CHECK(peers(maker, "Clinic").empty());
  maker.municipality("Bare", "0105");
  CHECK(peers(maker, "Bare").empty());
}

TEST_CASE("peers are told the most alike first, whoever they are named after") {
  CHECK(peers(towns(), "Own") == Names{"Near", "Group", "Far"});
  CHECK(peers(towns(), "Own", 1) == Names{"Near"});
}

TEST_CASE("each part of a difference is told, and what is not on record adds nothing") {
  NetworkMaker maker;
  town(maker, "Own", "0101", 10'000, "B3");
  town(maker, "Twice", "0201", 20'000, "B4");
  town(maker, "Bare", "0301", 0, "A1");
  const std::vector<Peer> found = peers_of(maker.network, maker.id("Own"), usual_peers);
  REQUIRE(found.size() == 2);
  CHECK(found[0].actor == maker.id("Bare"));  // its 1 is less than 0.69 + 0.5 + 0.17
  CHECK_FALSE(found[0].difference.has_population);
  CHECK_FALSE(found[0].difference.has_county);
  CHECK(found[0].difference.sum() == 1);
  CHECK(found[1].difference.population == doctest::Approx(0.693147));
  CHECK(found[1].difference.group == 0.5);
  CHECK(found[1].difference.county == doctest::Approx(0.173287));
}

TEST_CASE("what peers have and this one has not is told with who has it, the most common first") {
  NetworkMaker maker = towns();
  maker.agreement("s1", {"Near", "Clinic"}, "A4.1").form = "sspf";
  maker.agreement("s2", {"Near", "Clinic"}, "A4.2").form = "sspf";
  maker.agreement("b1", {"Near", "Clinic"}, "A4.2").form = "barnahus";
  maker.agreement("b2", {"Far", "Clinic"}, "A4.2").form = "barnahus";
  maker.agreement("f1", {"Near", "Clinic"}, "A4.2").form = "family_centre";
  maker.agreement("f2", {"Own", "Clinic"}, "A4.2").form = "family_centre";
  const Lacks lacks(maker);
  CHECK(lacks.told() == Names{"barnahus A4.2, Near, Far", "sspf A4.1 A4.2, Near, Near"});
  CHECK(lacks.found[0].peers == 2);
  CHECK(lacks.found[1].peers == 1);
  CHECK(Lacks(maker, "A4.1").told() == Names{"sspf A4.1, Near"});
}

TEST_CASE("a form that says nothing is told by area; umbrellas, loners and what is outside are nobody's practice") {
  NetworkMaker maker = towns();
  maker.agreement("o1", {"Near", "Clinic"}, "A4.1");
  maker.agreement("o2", {"Own", "Clinic"}, "A4.1");
  maker.agreement("o3", {"Near", "Clinic"}, "A4.2");
  maker.agreement("n", {"Near", "Clinic"}, "A4.2").form = "network";
  maker.agreement("alone", {"Near"}, "A4.2").form = "iop";
  maker.agreement("rescue", {"Near", "Clinic"}, "A0").form = "federation";
  CHECK(Lacks(maker).told() == Names{"other A4.2, Near"});
}

TEST_CASE("not having is a lead, a known no, or not known") {
  NetworkMaker maker = towns();
  maker.agreement("b", {"Near", "Clinic"}, "A4.1").form = "barnahus";
  maker.agreement("i", {"Near", "Clinic"}, "A4.2").form = "iop";
  maker.agreement("s", {"Near", "Clinic"}, "A4.1").form = "sspf";
  Agreement& own = maker.agreement("old", {"Own", "Clinic"}, "A4.1");
  own.form = "sspf";
  own.status = AgreementStatus::unknown;
  Survey survey;
  survey.areas = {{"A4.2"}};
  survey.answered = {ActorRef{maker.id("Own"), ""}};
  maker.network.coverage = Coverage{};
  maker.network.coverage->surveys = {survey};
  const Lacks lacks(maker);
  REQUIRE(lacks.told() == Names{"barnahus A4.1, Near", "iop A4.2, Near", "sspf A4.1, Near"});
  CHECK(lacks.found[0].own == Practice::Own::no_record);
  CHECK(lacks.found[1].own == Practice::Own::observed_none);
  CHECK(lacks.found[2].own == Practice::Own::unconfirmed);
  CHECK(lacks.found[2].own_unconfirmed == std::vector<AgreementId>{AgreementId(3)});
}
