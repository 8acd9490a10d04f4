#include "io/exports.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "io/actor_pairs.h"
#include "io/graph_ids.h"
#include "io/xml_text.h"
#include "support/random_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

std::size_t known_parties(const Network& network) {
  std::size_t count = 0;
  for (const Agreement& row : network.agreements) {
    count += static_cast<std::size_t>(std::count_if(row.parties.begin(), row.parties.end(),
                                                    [](const Party& party) { return party.actor.id.is_set(); }));
  }
  return count;
}

//  A -- Avtal -- B      Stor ties A, B, C; C is only recommended in Avtal, D has withdrawn
Network drawn() {
  Network network;
  network.id = "prov";
  network.as_of = {2025, 12, 31};
  for (const char* name : {"A", "B", "C", "D"}) {
    Actor actor;
    actor.key = "k-" + std::string(1, static_cast<char>(name[0] + 32));
    actor.type = "municipality";
    actor.name = name;
    network.actors.push_back(actor);
  }
  const auto add = [&](const char* key, std::vector<std::pair<int, PartyState>> parties) {
    Agreement row;
    row.key = key;
    row.form = "other";
    row.title = key;
    row.status = AgreementStatus::active;
    for (const auto& [actor, state] : parties) {
      Party party;
      party.actor.id = ActorId(static_cast<std::size_t>(actor));
      party.state = state;
      row.parties.push_back(party);
    }
    network.agreements.push_back(row);
  };
  constexpr auto yes = PartyState::adopted;
  add("avtal", {{0, yes}, {1, yes}, {2, PartyState::recommended}, {3, PartyState::withdrawn}});
  add("stor", {{0, yes}, {1, yes}, {2, yes}});
  return network;
}

}  // namespace

TEST_CASE("two actors share one edge, whose weight is a part of each agreement between them") {
  const ActorPairs pairs = actor_pairs(drawn(), {2025, 12, 31});
  REQUIRE(pairs.pairs.size() == 3);
  CHECK(pairs.pairs[0].a == ActorId(0));
  CHECK(pairs.pairs[0].b == ActorId(1));
  CHECK(pairs.pairs[0].weight == 1.5);  // 1 / (2 - 1) and 1 / (3 - 1)
  CHECK(pairs.pairs[0].agreements == std::vector{AgreementId(0), AgreementId(1)});
  CHECK(pairs.pairs[1].weight == 0.5);
  CHECK(pairs.parties_left_out == 2);
  CHECK(pairs.hubs.empty());
}

TEST_CASE("an agreement of too many for pairs is a node of its own, joined to each of them") {
  const ActorPairs pairs = actor_pairs(drawn(), {2025, 12, 31}, 2);
  CHECK(pairs.pairs.size() == 1);
  REQUIRE(pairs.hubs.size() == 1);
  CHECK(pairs.hubs[0].agreement == AgreementId(1));
  CHECK(pairs.hubs[0].actors.size() == 3);
  CHECK(pairs.hubs[0].weight == 0.5);
}

TEST_CASE("pairs of random networks are those that brute force finds") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    Chance chance{std::mt19937(seed)};
    const Network network = some_network(chance);
    const Date day{2025, 6, 30};
    std::set<std::pair<std::uint32_t, std::uint32_t>> expected;
    for (const Agreement& row : network.agreements) {
      for (const Party& x : row.parties) {
        for (const Party& y : row.parties) {
          if (!x.actor.id.is_set() || !y.actor.id.is_set() || x.actor.id.value >= y.actor.id.value) continue;
          if (is_tie(row, x, day) && is_tie(row, y, day)) expected.insert({x.actor.id.value, y.actor.id.value});
        }
      }
    }
    const ActorPairs pairs = actor_pairs(network, day);
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const ActorPair& pair : pairs.pairs) found.insert({pair.a.value, pair.b.value});
    CHECK(found == expected);
    CHECK(found.size() == pairs.pairs.size());
  }
}

TEST_CASE("every actor, agreement and party of a network is in its graphs, once") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    Chance chance{std::mt19937(seed)};
    const Network network = some_network(chance);
    const WrittenData hyper = graphml_text(network, network.as_of, "");
    CHECK(hyper.nodes == network.actors.size());
    CHECK(hyper.edges == network.agreements.size());
    CHECK(count_of(hyper.bytes, "<node ") == network.actors.size());
    CHECK(count_of(hyper.bytes, "<hyperedge ") == network.agreements.size());
    CHECK(count_of(hyper.bytes, "<endpoint ") == known_parties(network));
    const ActorPairs pairs = actor_pairs(network, network.as_of);
    const WrittenData paired = graphml_pairs_text(network, network.as_of, "");
    CHECK(count_of(paired.bytes, "<edge ") == pairs.pairs.size());
    CHECK(paired.nodes == network.actors.size());
    const WrittenData gexf = gexf_text(network, network.as_of, "", {});
    CHECK(count_of(gexf.bytes, "<node ") == network.actors.size() + network.agreements.size());
    CHECK(count_of(gexf.bytes, "<edge ") == known_parties(network));
    CHECK(gexf.bytes == gexf_text(network, network.as_of, "", {}).bytes);
  }
}

TEST_CASE("ids that XML cannot have, and those that are used twice, are others") {
  Network network = drawn();
  network.actors.mutable_row(1).key = "k-a";
  network.actors.mutable_row(2).key = "Ö <1>";
  network.agreements.mutable_row(0).key = "";
  CHECK(graph_ids(network) == std::vector<std::string>{"k-a", "_2", "_3", "k-d", "_5", "stor"});
  const std::string text = graphml_text(network, network.as_of, "").bytes;
  CHECK(text.find("<data key=\"key\">Ö &lt;1&gt;</data>") != std::string::npos);
}

TEST_CASE("a party has the time that it shares with its agreement; without a shared day, its own") {
  Network network = drawn();
  Agreement& row = network.agreements.mutable_row(0);
  row.valid = Validity{};
  row.valid->from = *parse_partial_date("2024");
  row.valid->end = Validity::End::date;
  row.valid->to = *parse_partial_date("2026-02");
  row.parties[0].from = *parse_partial_date("2025-03");
  row.parties[1].from = *parse_partial_date("2027");
  const std::string text = gexf_text(network, network.as_of, "", {}).bytes;
  CHECK(count_of(text, "<spell start=\"2024-01-01\" end=\"2026-02-28\"/>") == 3);  // the agreement, C and D
  CHECK(count_of(text, "<spell start=\"2025-03-01\" end=\"2026-02-28\"/>") == 1);
  CHECK(count_of(text, "<spell start=\"2027-01-01\"/>") == 1);
}

TEST_CASE("perspectives that are recorded as none are not perspectives that are not recorded") {
  Network network = drawn();
  network.agreements.mutable_row(0).perspectives.emplace();
  const std::string text = graphml_text(network, network.as_of, "").bytes;
  CHECK(count_of(text, "<data key=\"h_perspectives\">none</data>") == 1);
  CHECK(count_of(text, "key=\"h_perspectives\">") == 1);
}

TEST_CASE("XML holds every text or says which row it changed") {
  XmlText xml;
  xml.begin("a").attribute("b", "<\"&'>\n\t\r]]>").text("<\"&'>\n\t\r]]>").end();
  CHECK(std::move(xml).finished() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<a b=\"&lt;&quot;&amp;'&gt;&#10;&#9;&#13;]]&gt;\">&lt;\"&amp;'&gt;\n\t&#13;]]&gt;</a>\n");
  XmlText odd;
  odd.begin("a");
  odd.speak_of("Rad 1");
  odd.element("b", "x\x01y");
  odd.element("b", std::string("\0", 1) + "\xEF\xBF\xBE" + "\xFF" + "\xEF\xBF\xBD");
  odd.speak_of("Rad 2");
  odd.element("b", "sund");
  odd.end();
  CHECK(odd.replaced() == std::vector<std::string>{"Rad 1"});
  CHECK(std::move(odd).finished().find(
            "<b>x\xEF\xBF\xBDy</b>\n  <b>\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD</b>") != std::string::npos);
}
