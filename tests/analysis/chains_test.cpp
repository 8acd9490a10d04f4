#include "analysis/chains.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "analysis/matrix_chains.h"
#include "analysis/observed.h"
#include "analysis/partners.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};

struct ChainMaker : NetworkMaker {
  // "Alby:social" is Alby with that service.
  Agreement& joins(const std::string& key, const std::vector<std::string>& parties, const char* target = "T1") {
    Agreement& row = agreement(key, {});
    row.target_groups = {target};
    for (const std::string& said : parties) {
      const std::size_t colon = said.find(':');
      Party one = party(said.substr(0, colon), PartyState::adopted);
      if (colon != std::string::npos) one.service = said.substr(colon + 1);
      row.parties.push_back(one);
    }
    return row;
  }
};

//   Alby (0101) · region R (01) · school S of Alby · association C
ChainMaker one_municipality() {
  ChainMaker maker;
  maker.municipality("Alby", "0101");
  maker.region("R", "01");
  maker.actor("S", "school").municipality = "0101";
  maker.actor("C", "civil_society");
  return maker;
}

std::vector<ChainFinding> chains_of(const NetworkMaker& maker, ChainGroup group = ChainGroup::children) {
  return find_chains(maker.network, NetworkIndex(maker.network), small_taxonomy(), group, day);
}

// "joined", "pending", "missing", or why it is unknown; social, school, health, civil.
using Told = std::vector<std::string>;
Told told(const ChainFinding& chain) {
  Told words;
  for (const LinkFinding& link : chain.links) words.emplace_back(link.why ? word(*link.why) : word(link.state));
  return words;
}
Told told(const NetworkMaker& maker) { return told(chains_of(maker).front()); }

Survey answered_by_all(const NetworkMaker& maker, std::vector<AreaCode> areas) {
  Survey survey;
  survey.key = "s";
  survey.areas = std::move(areas);
  for (std::size_t i = 0; i < maker.network.actors.size(); ++i) {
    ActorRef ref;
    ref.id = ActorId(i);
    survey.asked.push_back(ref);
    survey.answered.push_back(ref);
  }
  return survey;
}

}  // namespace

TEST_CASE("nobody has no chains, and of a municipality of which nothing is recorded every link is unknown") {
  CHECK(chains_of(NetworkMaker()).empty());
  CHECK(told(one_municipality()) == Told{"no_record", "no_record", "no_record", "no_record"});
}

TEST_CASE("one agreement can join the whole chain, and so can several that share a link") {
  ChainMaker one = one_municipality();
  one.joins("g", {"Alby:social", "S", "R", "C"});
  CHECK(told(one) == Told{"joined", "joined", "joined", "joined"});
  CHECK(chains_of(one).front().whole == ChainFinding::Whole::one_agreement);

  ChainMaker several = one_municipality();
  several.joins("a", {"Alby:social", "R"});
  several.joins("b", {"Alby:school", "R"});
  several.joins("c", {"S", "C"});
  CHECK(told(several) == Told{"joined", "joined", "joined", "joined"});
  CHECK(chains_of(several).front().whole == ChainFinding::Whole::several);
  CHECK(chains_of(several).front().link(ChainLink::health).agreements.size() == 2);
}

TEST_CASE("an agreement of A0 alone joins nobody, one that is also of an area does") {
  ChainMaker maker = one_municipality();
  maker.joins("g", {"Alby:social", "S", "R", "C"}).areas = {"A0"};
  CHECK(told(maker) == Told{"no_record", "no_record", "no_record", "no_record"});
  maker.network.agreements.mutable_row(0).areas.push_back("A4.1");
  CHECK(told(maker) == Told{"joined", "joined", "joined", "joined"});
}

TEST_CASE("two pairs that share nothing are no chain: the pair with the social services is told, the other not") {
  ChainMaker maker = one_municipality();
  maker.joins("a", {"Alby:social", "R"});
  maker.joins("b", {"S", "C"});
  CHECK(told(maker) == Told{"joined", "no_record", "joined", "no_record"});
  CHECK(chains_of(maker).front().whole == ChainFinding::Whole::no);
}

TEST_CASE("a municipality that does not say which part of it takes part may be any, and is unknown") {
  ChainMaker maker = one_municipality();
  maker.joins("g", {"Alby", "R", "C"});
  CHECK(told(maker) == Told{"part_not_told", "part_not_told", "joined", "joined"});
}

TEST_CASE("what is decided or recommended is on its way; what nobody has confirmed is unknown") {
  ChainMaker maker = one_municipality();
  maker.joins("g", {"Alby:social", "R", "S", "C"});
  Agreement& row = maker.network.agreements.mutable_row(0);
  row.parties[2].state = PartyState::recommended;
  row.parties[3].state = PartyState::unknown;
  CHECK(told(maker) == Told{"joined", "pending", "joined", "unconfirmed"});
  row.status = AgreementStatus::planned;
  CHECK(told(maker) == Told{"pending", "pending", "pending", "unconfirmed"});
  row.status = AgreementStatus::ended;
  CHECK(told(maker) == Told{"no_record", "no_record", "no_record", "no_record"});
}

TEST_CASE("a link is missing only where silence about its area is an answer") {
  ChainMaker maker = one_municipality();
  maker.joins("g", {"Alby:social", "R"});
  maker.network.coverage = Coverage{};
  maker.network.coverage->surveys = {answered_by_all(maker, {"A4.1"})};
  CHECK(told(maker) == Told{"joined", "missing", "joined", "no_record"});
  maker.network.coverage->surveys = {answered_by_all(maker, {"A4.1", "A4.2", "A9"})};
  CHECK(told(maker) == Told{"joined", "missing", "joined", "missing"});
  maker.network.agreements.mutable_row(0).target_groups = {"T7"};
  CHECK(told(maker) == Told{"missing", "missing", "missing", "missing"});
}

TEST_CASE("neither another municipality nor its school is a link, and a crowd joins nobody") {
  ChainMaker maker = one_municipality();
  maker.municipality("Ekby", "0102");
  maker.actor("Skola i Ekby", "school").municipality = "0102";
  maker.joins("g", {"Alby:health", "Ekby:social", "Skola i Ekby"});
  CHECK(told(maker) == Told{"no_record", "no_record", "no_record", "no_record"});
  ChainMaker crowd = one_municipality();
  std::vector<std::string> parties = {"Alby:social", "R", "S", "C"};
  for (std::size_t i = 0; i < crowd_parties; ++i) {
    parties.push_back("x" + std::to_string(i));
    crowd.actor(parties.back(), "other");
  }
  crowd.joins("g", parties);
  CHECK(told(crowd) == Told{"no_record", "no_record", "no_record", "no_record"});
}

TEST_CASE("who signs for a municipality brings it in, and the agreements of each group of people stand by themselves") {
  ChainMaker maker = one_municipality();
  maker.actor("Förbund", "other");
  Agreement& row = maker.joins("g", {"Förbund:social", "R"}, "T8");
  ActorRef alby;
  alby.id = maker.id("Alby");
  row.parties[0].on_behalf_of = {alby};
  CHECK(told(maker) == Told{"no_record", "no_record", "no_record", "no_record"});
  CHECK(told(chains_of(maker, ChainGroup::disability).front()) == Told{"joined", "no_record", "joined", "no_record"});
}

TEST_CASE("as a matrix a county counts its municipalities, and the chain as a whole is missing if a link is") {
  ChainMaker maker = one_municipality();
  maker.municipality("Ekby", "0102");
  maker.joins("g", {"Alby:social", "R", "S", "C"});
  maker.network.coverage = Coverage{};
  maker.network.coverage->surveys = {answered_by_all(maker, {"A4.1"})};
  const SubNetwork part = restrict(maker.network, small_taxonomy(), {}, day);
  const Taxonomy taxonomy = small_taxonomy();
  const Filter filter;
  const Matrix matrix =
      matrix_of_chains({maker.network, taxonomy, part, filter, day}, MatrixRows::counties, chains_of(maker));
  REQUIRE(matrix.rows.size() == 1);
  const MatrixCell& school = matrix.rows[0].cells[1];
  CHECK(school.of == 2);
  CHECK(school.met == 1);
  CHECK(school.gaps == 1);
  CHECK(matrix.rows[0].cells[0].unknown == 1);
  CHECK(matrix.rows[0].all.met == 1);
  CHECK(matrix.rows[0].all.gaps == 1);
  CHECK(matrix.sum.all == matrix.rows[0].all);
}

namespace {

// The definition by its words: at each level a table of which links some agreement holds together, closed by going
// through it until nothing changes.
struct Plain {
  const Network& network;
  const NetworkIndex index{network};

  bool counts(const Agreement& agreement, const Party& party, int level) const {
    const PartyState state = party.state_or_unknown();
    const AgreementStatus status = agreement.status;
    if (status == AgreementStatus::ended) return false;
    if (state == PartyState::withdrawn || state == PartyState::declined) return false;
    const bool is_firm = status == AgreementStatus::active || status == AgreementStatus::under_notice;
    const bool is_to_come = status == AgreementStatus::planned || status == AgreementStatus::decided;
    if (level == 0) return is_firm && state == PartyState::adopted;
    if (level < 3) return (is_firm || is_to_come) && state != PartyState::unknown;
    return true;
  }

  ActorId home(ActorId actor) const {
    const Actor& row = network.actor(actor);
    if (row.type == "municipality") return actor;
    const bool is_school = row.type == "school" || row.type == "school_organiser";
    return is_school && !row.municipality.empty() ? index.municipality(row.municipality) : ActorId();
  }

  std::set<int> links(const Party& party, ActorId actor, ActorId municipality, int level) const {
    const std::string& type = network.actor(actor).type;
    if (type == "civil_society") return {3};
    if (type == "municipality" && actor != municipality) return {};
    if (type == "school" || type == "school_organiser") {
      return !home(actor).is_set() || home(actor) == municipality ? std::set<int>{1} : std::set<int>{};
    }
    if (party.service == "social") return {0};
    if (party.service == "school" || party.service == "preschool") return {1};
    if (party.service == "health") return {2};
    if (!party.service.empty()) return {};
    if (type == "region") return {2};
    return type == "municipality" && level >= 2 ? std::set<int>{0, 1} : std::set<int>{};
  }

  std::set<int> links_of(const Agreement& agreement, ActorId municipality, int level) const {
    std::set<int> held;
    bool is_in = false;
    for (const Party& party : agreement.parties) {
      std::vector<ActorId> standing;
      if (counts(agreement, party, level)) standing.push_back(party.actor.id);
      const bool signs = party.state_or_unknown() == PartyState::adopted && counts(agreement, party, level);
      for (const ActorRef& other : party.on_behalf_of) {
        if (signs) standing.push_back(other.id);
      }
      for (const ActorId actor : standing) {
        if (home(actor) == municipality) is_in = true;
        for (const int link : links(party, actor, municipality, level)) held.insert(link);
      }
    }
    return is_in ? held : std::set<int>{};
  }

  std::set<int> together(ActorId municipality, int level, const std::set<int>& from) const {
    bool reach[4][4] = {};
    for (const Agreement& agreement : network.agreements) {
      const auto& targets = agreement.target_groups;
      if (std::find(targets.begin(), targets.end(), "T1") == targets.end()) continue;
      const std::set<int> held = links_of(agreement, municipality, level);
      for (const int a : held) {
        for (const int b : held) reach[a][b] = reach[a][b] || held.size() > 1;
      }
    }
    for (int k = 0; k < 4; ++k) {
      for (int a = 0; a < 4; ++a) {
        for (int b = 0; b < 4; ++b) reach[a][b] = reach[a][b] || (reach[a][k] && reach[k][b]);
      }
    }
    std::set<int> best;
    for (int a = 0; a < 4; ++a) {
      std::set<int> of_a;
      for (int b = 0; b < 4; ++b) {
        if (reach[a][b]) of_a.insert(b);
      }
      if (!from.empty() && !from.contains(a)) continue;
      if (of_a.size() > best.size()) best = of_a;
    }
    return best;
  }
};

template <class T>
const T& one_of(const std::vector<T>& values, std::mt19937& random) {
  return values[random() % values.size()];
}

ChainMaker random_chains(std::mt19937& random) {
  ChainMaker maker;
  for (const char* code : {"0101", "0102", "0103"}) maker.municipality(std::string("K") + code, code);
  maker.region("R", "01");
  maker.actor("S1", "school").municipality = "0101";
  maker.actor("S2", "school").municipality = "0102";
  maker.actor("H", "school_organiser");
  maker.actor("C", "civil_society");
  maker.actor("O", "other");
  const std::vector<PartyState> states = {PartyState::adopted,     PartyState::adopted, PartyState::adopted,
                                          PartyState::recommended, PartyState::unknown, PartyState::withdrawn};
  const std::vector<AgreementStatus> statuses = {AgreementStatus::active,       AgreementStatus::active,
                                                 AgreementStatus::under_notice, AgreementStatus::planned,
                                                 AgreementStatus::unknown,      AgreementStatus::ended};
  const std::vector<std::string> services = {"", "", "social", "school", "health", "culture"};
  for (int g = 0; g < 5; ++g) {
    Agreement& row = maker.joins("g" + std::to_string(g), {}, random() % 4 == 0 ? "T7" : "T1");
    row.status = one_of(statuses, random);
    for (auto parties = 1 + random() % 4; parties > 0; --parties) {
      Party party;
      party.actor.id = ActorId(random() % 9);
      party.state = one_of(states, random);
      party.service = one_of(services, random);
      if (random() % 5 == 0) {
        party.on_behalf_of.emplace_back();
        party.on_behalf_of.back().id = ActorId(random() % 3);
      }
      row.parties.push_back(party);
    }
  }
  if (random() % 2 == 0) {
    maker.network.coverage = Coverage{};
    maker.network.coverage->surveys = {answered_by_all(maker, {one_of<AreaCode>({"A4.1", "A4.2", "A9"}, random)})};
  }
  return maker;
}

}  // namespace

TEST_CASE("on random networks every link is what the definition says, word by word") {
  std::mt19937 random(5);
  std::set<std::string> seen;
  for (int round = 0; round < 600; ++round) {
    const ChainMaker maker = random_chains(random);
    const Plain plain{maker.network};
    for (const ChainFinding& chain : chains_of(maker)) {
      INFO(round, " ", chain.municipality.value);
      std::set<int> at_level[4];
      for (int level = 0; level < 4; ++level) {
        at_level[level] = plain.together(chain.municipality, level, level == 0 ? std::set<int>{} : at_level[level - 1]);
      }
      Told expected;
      for (int link = 0; link < 4; ++link) {
        const char* areas[] = {"", "A4.1", "A4.2", "A9"};  // never all three at once: of the social services no answer
        const bool is_answered =
            link > 0 && is_observed(maker.network, small_taxonomy(), chain.municipality, areas[link]);
        std::string word = is_answered ? "missing" : "no_record";
        const char* by_level[] = {"joined", "pending", "part_not_told", "unconfirmed"};
        for (int level = 3; level >= 0; --level) {
          if (at_level[level].contains(link)) word = by_level[level];
        }
        seen.insert(word);
        expected.push_back(word);
      }
      CHECK(told(chain) == expected);
      CHECK((chain.whole != ChainFinding::Whole::no) == (at_level[0].size() == 4));
    }
  }
  CHECK(seen.size() == 6);  // every answer came about
}
