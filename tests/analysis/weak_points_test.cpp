#include "analysis/weak_points.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};
using Names = std::vector<std::string>;

Taxonomy taxonomy_with_umbrellas() {
  Taxonomy taxonomy = small_taxonomy();
  Form network;
  network.code = "network";
  network.is_umbrella = true;
  taxonomy.forms.add(network);
  Form grant;
  grant.code = "grant";
  grant.is_off_by_default = true;
  taxonomy.forms.add(grant);
  return taxonomy;
}

struct Asked {
  Network network;
  Taxonomy taxonomy = taxonomy_with_umbrellas();
  WeakPoints found;

  explicit Asked(const NetworkMaker& maker, WeakQuestion question = {}) : network(maker.network) {
    question.day = day;
    found = weak_points(network, NetworkIndex(network), taxonomy, question);
  }

  std::string name(ActorId id) const { return id.is_set() ? network.actor(id).key : "-"; }
  std::string name(AgreementId id) const { return id.is_set() ? network.agreement(id).key : "-"; }
  Names parts(const CutOff& cut) const {  // "B C", one a part
    Names told;
    for (const auto& part : cut.parts) {
      std::string words;
      for (const ActorId id : part) words += (words.empty() ? "" : " ") + name(id);
      told.push_back(words);
    }
    return told;
  }
  Names points() const {  // "A1: B C | D, rest 3"
    Names told;
    for (const CutOff& cut : found.links.points) {
      std::string words = cut.actor.is_set() ? name(cut.actor) : name(cut.agreement);
      for (const std::string& part : parts(cut)) words += (words.back() == ':' ? " " : " | ") + part;
      told.push_back(words + ", rest " + std::to_string(cut.rest));
    }
    return told;
  }
  Names bridges() const {
    Names told;
    for (const CutOff& cut : found.links.bridges) told.push_back(name(cut.actor) + "-" + name(cut.agreement));
    return told;
  }
  Names sole() const {  // "Alby A4 school Skolan Avtal"
    Names told;
    for (const SolePartner& s : found.sole) {
      told.push_back(name(s.actor) + " " + s.area + " " + s.kind + " " + name(s.partner) + " " + name(s.agreement));
    }
    return told;
  }
  Names loners() const {
    Names told;
    for (const Loner& loner : found.loners) told.push_back(name(loner.actor) + (loner.has_umbrella ? "*" : ""));
    return told;
  }
  const Footholds& footholds(const char* area, const char* municipality) const {
    for (const AreaFootholds& row : found.footholds) {
      if (row.area != area) continue;
      for (const Footholds& f : row.rows) {
        if (name(f.municipality) == municipality) return f;
      }
    }
    FAIL("no footholds of ", municipality, " in ", area);
    return found.footholds.front().rows.front();
  }
};

WeakQuestion with_umbrellas() {
  WeakQuestion question;
  question.with_umbrellas = true;
  return question;
}

WeakQuestion about(const char* area) {
  WeakQuestion question;
  question.area = area;
  return question;
}

//  Alby --+-- A --+-- Regionen    Ekby -- B -- Alby    Ekby -- C -- Skolan    Nyby (alone)
NetworkMaker small_county() {
  NetworkMaker maker;
  maker.municipality("Alby", "0101");
  maker.municipality("Ekby", "0102");
  maker.municipality("Nyby", "0103");
  maker.region("Regionen", "01");
  maker.actor("Skolan", "school").county = "01";
  maker.agreement("A", {"Alby", "Regionen"}, "A4.2");
  maker.agreement("B", {"Ekby", "Alby"}, "A4.1");
  maker.agreement("C", {"Ekby", "Skolan"}, "A4.1");
  return maker;
}

}  // namespace

TEST_CASE("a network of nothing has no weak points") {
  const Asked asked{NetworkMaker()};
  CHECK(asked.found.ties == 0);
  CHECK(asked.found.links.components == 0);
  CHECK(asked.points().empty());
}

TEST_CASE("who an agreement or an actor holds together is told by who is cut off without it") {
  const Asked asked(small_county());
  CHECK(asked.found.tied_actors == 4);
  CHECK(asked.found.tied_agreements == 3);
  CHECK(asked.found.ties == 6);
  CHECK(asked.found.links.components == 2);
  CHECK(asked.loners() == Names{"Nyby"});
  // Those that cut off most first; of two parts as large, the one with the lowest row is what is left.
  CHECK(asked.points() == Names{"B | Ekby Skolan, rest 2", "A | Regionen, rest 3", "C | Skolan, rest 3",
                                "Alby | Regionen, rest 2", "Ekby | Skolan, rest 2"});
  CHECK(asked.bridges() == Names{"Alby-B", "Ekby-B", "Alby-A", "Regionen-A", "Ekby-C", "Skolan-C"});
}

TEST_CASE("two who have only each other are both left alone") {
  NetworkMaker maker;
  maker.actor("Alby", "other");
  maker.actor("Ekby", "other");
  maker.agreement("A", {"Alby", "Ekby"});
  const Asked asked(maker);
  CHECK(asked.points() == Names{"A | Alby | Ekby, rest 0"});
  CHECK(asked.found.links.points[0].count() == 2);
}

TEST_CASE("an agreement of one party cuts nobody off, and one who stands twice in an agreement is tied once") {
  NetworkMaker maker;
  for (const char* name : {"Alby", "Ekby", "Nyby"}) maker.actor(name, "other");
  maker.agreement("A", {"Alby", "Ekby", "Alby", "Nyby"});
  maker.agreement("B", {"Alby"});
  const Asked asked(maker);
  CHECK(asked.found.ties == 4);
  CHECK(asked.points() == Names{"A | Alby | Ekby | Nyby, rest 0"});
  CHECK(asked.bridges() == Names{"Alby-A", "Ekby-A", "Nyby-A"});
}

TEST_CASE("what is not adopted, or not in force, holds nothing together") {
  NetworkMaker maker = small_county();
  maker.network.agreements.mutable_row(0).parties[0].state = PartyState::recommended;
  maker.network.agreements.mutable_row(2).status = AgreementStatus::unknown;
  const Asked asked(maker);
  CHECK(asked.found.ties == 3);
  CHECK(asked.loners() == Names{"Nyby", "Skolan"});
  CHECK(asked.points() == Names{"B | Alby | Ekby, rest 0"});
}

TEST_CASE("umbrellas are left out, and said, until they are asked for or are the question") {
  NetworkMaker maker = small_county();
  maker.agreement("Forum", {"Alby", "Ekby", "Nyby", "Regionen", "Skolan"}, "A7").form = "network";
  const Asked without(maker);
  CHECK(without.found.umbrellas == std::vector<AgreementId>{AgreementId(3)});
  CHECK_FALSE(without.found.has_umbrellas);
  CHECK(without.points().size() == 5);
  CHECK(without.loners() == Names{"Nyby*"});
  const Asked with(maker, with_umbrellas());
  CHECK(with.found.has_umbrellas);
  CHECK(with.points() == Names{"Forum | Nyby, rest 4"});
  CHECK(with.loners().empty());
  CHECK(Asked(maker, about("A7")).found.has_umbrellas);
  CHECK(Asked(maker, about("A4")).found.umbrellas.empty());  // the forum is about something else
}

TEST_CASE("a grant is a tie on record, and nothing to lean on") {
  NetworkMaker maker = small_county();
  maker.agreement("Bidrag", {"Nyby", "Skolan"}, "A4.1").form = "grant";
  const Asked asked(maker);
  CHECK(asked.found.ties == 8);
  CHECK(asked.loners().empty());
  CHECK(asked.found.grants.size() == 1);
  CHECK(asked.points() == Asked(small_county()).points());
  CHECK(asked.sole() == Asked(small_county()).sole());
  CHECK(asked.footholds("A4", "Nyby").partners == 0);
}

TEST_CASE("an authority of the whole country is a partner, but no link between those it works with") {
  NetworkMaker maker = small_county();
  maker.actor("Polisen", "police");
  maker.actor("Länsstyrelsen", "police").county = "01";
  maker.agreement("P1", {"Nyby", "Polisen"}, "A4.1");
  maker.agreement("P2", {"Ekby", "Polisen"}, "A4.1");
  maker.agreement("P3", {"Ekby", "Länsstyrelsen"}, "A4.1");
  const Asked asked(maker);
  CHECK(asked.found.national == std::vector<ActorId>{maker.id("Polisen")});
  CHECK(asked.found.cuts.components == 1);
  CHECK(asked.found.links.components == 2);
  const Names points = asked.points();
  CHECK(std::count(points.begin(), points.end(), "Ekby | Skolan | Länsstyrelsen, rest 2") == 1);
  const Names sole = asked.sole();
  CHECK(std::count(sole.begin(), sole.end(), "Nyby A4 police Polisen P1") == 1);
  CHECK(Asked(maker, with_umbrellas()).found.links.components == 1);
}

TEST_CASE("more than forty parties make an umbrella of any form") {
  NetworkMaker maker;
  Names names;
  for (int i = 0; i < 41; ++i) maker.actor(names.emplace_back("k" + std::to_string(i)), "other");
  maker.agreement("Alla", names);
  CHECK(Asked(maker).found.umbrellas.size() == 1);
  names.pop_back();
  maker.agreement("Nästan", names);
  CHECK(Asked(maker).found.umbrellas.size() == 1);
}

TEST_CASE("an area narrows what is asked about, and its clauses belong to it") {
  CHECK(Asked(small_county(), about("A4")).found.ties == 6);
  const Asked schools(small_county(), about("A4.1"));
  CHECK(schools.found.ties == 4);
  CHECK(schools.loners() == Names{"Nyby", "Regionen"});
}

TEST_CASE("a place shows its own weak points, of a graph that does not end at its border") {
  NetworkMaker maker = small_county();
  maker.municipality("Borta", "0201");
  maker.agreement("D", {"Borta", "Nyby"}, "A4.1");
  WeakQuestion question;
  question.place = "0102";
  CHECK(Asked(maker, question).points() ==
        Names{"B | Ekby Skolan, rest 2", "C | Skolan, rest 3", "Ekby | Skolan, rest 2"});
  CHECK(Asked(maker, question).found.ties == 8);
  question.place = "02";
  CHECK(Asked(maker, question).points() == Names{"D | Nyby | Borta, rest 0"});
}

TEST_CASE("a sole partner is the only one of its kind in an area, or one of several by one agreement") {
  NetworkMaker maker = small_county();
  maker.actor("Friskolan", "school").county = "01";
  maker.agreement("E", {"Alby", "Skolan", "Friskolan"}, "A4.1");
  const Names sole = Asked(maker).sole();
  CHECK(sole == Names{"Alby A4 municipality Ekby B", "Alby A4 region Regionen A", "Alby A4 school - E",
                      "Ekby A4 municipality Alby B", "Ekby A4 school Skolan C", "Regionen A4 municipality Alby A",
                      "Skolan A4 school Friskolan E", "Friskolan A4 municipality Alby E",
                      "Friskolan A4 school Skolan E"});
}

TEST_CASE("the region is the only one by law: that is told only where all hangs on one agreement") {
  NetworkMaker maker = small_county();
  maker.agreement("F", {"Alby", "Regionen"}, "A4.2");
  const Names sole = Asked(maker).sole();
  CHECK(std::count(sole.begin(), sole.end(), "Alby A4 region Regionen -") == 0);
  CHECK(std::count(sole.begin(), sole.end(), "Regionen A4 municipality Alby -") == 1);
}

TEST_CASE("one's own units are no partners") {
  NetworkMaker maker;
  const ActorId alby = (maker.municipality("Alby", "0101"), maker.id("Alby"));
  maker.actor("Skolan", "school").parent.id = alby;
  maker.agreement("A", {"Alby", "Skolan"});
  const Asked asked(maker);
  CHECK(asked.sole().empty());
  CHECK(asked.footholds("A4", "Alby").partners == 0);
}

TEST_CASE("independent partners have different agreements and belong to different organisations") {
  NetworkMaker maker;
  for (const char* name : {"Koncernen", "B", "C", "D"}) maker.actor(name, "other");
  maker.actor("K1", "other").parent.id = maker.id("Koncernen");
  maker.actor("K2", "other").parent.id = maker.id("Koncernen");
  const auto count = [&](std::vector<std::pair<const char*, std::size_t>> pairs) {
    std::vector<PartnerBy> partners;
    for (const auto& [partner, agreement] : pairs) partners.push_back({maker.id(partner), AgreementId(agreement)});
    return independent_partners(maker.network, partners);
  };
  CHECK(count({}) == 0);
  CHECK(count({{"B", 1}, {"C", 1}, {"D", 1}}) == 1);
  CHECK(count({{"B", 1}, {"B", 2}}) == 1);
  CHECK(count({{"K1", 1}, {"K2", 2}, {"Koncernen", 3}}) == 1);
  CHECK(count({{"B", 1}, {"C", 2}}) == 2);
  CHECK(count({{"B", 1}, {"C", 1}, {"B", 2}, {"D", 2}}) == 2);
  CHECK(count({{"B", 1}, {"B", 2}, {"C", 1}, {"D", 1}}) == 2);  // B by 2, C or D by 1
}

TEST_CASE("independent partners are as many as the best choice of all") {
  NetworkMaker maker;
  for (int i = 0; i < 5; ++i) maker.actor("a" + std::to_string(i), "other");
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::vector<PartnerBy> pairs;
    for (std::size_t i = 0; i < random() % 9; ++i) pairs.push_back({ActorId(random() % 5), AgreementId(random() % 4)});
    std::size_t best = 0;
    for (std::uint32_t chosen = 0; chosen < 1U << pairs.size(); ++chosen) {
      std::set<ActorId> partners;
      std::set<AgreementId> agreements;
      std::size_t count = 0;
      for (std::size_t i = 0; i < pairs.size(); ++i) {
        if ((chosen >> i & 1U) == 0) continue;
        ++count;
        partners.insert(pairs[i].partner);
        agreements.insert(pairs[i].agreement);
      }
      if (partners.size() == count && agreements.size() == count) best = std::max(best, count);
    }
    REQUIRE(independent_partners(maker.network, pairs) == best);
  }
}

TEST_CASE("footholds tell an umbrella, an answer and silence apart where there is no partner") {
  NetworkMaker maker = small_county();
  maker.municipality("Sjöby", "0104");
  maker.agreement("Forum", {"Nyby", "Regionen"}, "A4.2").form = "network";
  Survey survey;
  survey.answered = {ActorRef{maker.id("Ekby"), ""}};
  maker.network.coverage = Coverage{};
  maker.network.coverage->surveys = {survey};
  const Asked asked(maker, about("A4.2"));
  CHECK(asked.footholds("A4.2", "Alby").independent == 1);
  CHECK(asked.footholds("A4.2", "Nyby").has_umbrella);
  CHECK(asked.footholds("A4.2", "Nyby").partners == 0);
  CHECK(asked.footholds("A4.2", "Ekby").silence == Footholds::Silence::observed_none);
  CHECK(asked.footholds("A4.2", "Sjöby").silence == Footholds::Silence::no_record);
  const auto ekby = std::find_if(asked.found.loners.begin(), asked.found.loners.end(),
                                 [&](const Loner& loner) { return asked.name(loner.actor) == "Ekby"; });
  REQUIRE(ekby != asked.found.loners.end());
  CHECK(ekby->is_observed);
}

TEST_CASE("ways to the region are counted without common links") {
  NetworkMaker maker = small_county();
  maker.agreement("G", {"Alby", "Regionen"}, "A4.2");
  const Asked asked(maker);
  REQUIRE(asked.found.ways.size() == 3);
  CHECK(asked.name(asked.found.ways[0].municipality) == "Alby");
  CHECK(asked.found.ways[0].ways == 2);
  CHECK(asked.found.ways[1].ways == 1);  // Ekby, over Alby
  CHECK(asked.found.ways[2].ways == 0);  // Nyby
}

TEST_CASE("what ends tells whom it leaves without a partner") {
  NetworkMaker maker = small_county();
  maker.network.agreements.mutable_row(2).valid = from_to("2024", "2026-06-30");
  maker.network.agreements.mutable_row(1).valid = from_to("2024", "2028");
  const Asked asked(maker);
  REQUIRE(asked.found.expiring.size() == 1);
  CHECK(asked.name(asked.found.expiring[0].deadline.agreement) == "C");
  const auto& leaves = asked.found.expiring[0].leaves;
  REQUIRE(leaves.size() == 2);
  CHECK(asked.name(leaves[0].actor) == "Ekby");
  CHECK(leaves[0].kind == "school");
  CHECK(asked.name(leaves[1].actor) == "Skolan");
  CHECK(asked.found.upkeep.with_end == 2);
}
