#include "analysis/facets.h"

#include <chrono>
#include <cstdlib>
#include <random>

#include "graph/subnetwork.h"
#include "support/random_network.h"
#include "support/small_network.h"

using namespace samverka;

namespace {

constexpr Date day{2025, 12, 31};

Facets facets_of(const Network& network, const Taxonomy& taxonomy, const Filter& filter, Date on = day) {
  return count_facets(network, taxonomy, FacetIndex(network, taxonomy), filter, on);
}

Filter filter(const std::string& words) {
  const Result<Filter> parsed = parse_filter(words);
  REQUIRE_MESSAGE(parsed, words);
  return *parsed;
}

// "value:count" of every value of a key.
std::string counts(const Facets& facets, std::string_view key) {
  const Facet* facet = facets.find(key);
  REQUIRE(facet);
  std::string out;
  for (const FacetCount& row : facet->values) {
    out += (out.empty() ? "" : " ") + row.value + ":" + std::to_string(facet->count_of(row));
  }
  return out;
}

Filter with(Filter filter, const std::string& key, const std::string& value) {
  std::erase_if(filter.clauses, [&](const FilterClause& clause) { return clause.key == key; });
  filter.clauses.push_back({key, {value}, false});
  return filter;
}

// The oracle: put the value into the filter and look.
void check_against_restrict(const Network& network, const Taxonomy& taxonomy, const Filter& filter, Date on) {
  for (const Facet& facet : facets_of(network, taxonomy, filter, on).facets) {
    for (const FacetCount& row : facet.values) {
      const SubNetwork part = restrict(network, taxonomy, with(filter, facet.key, row.value), on);
      INFO("filter ", to_words(filter), " on ", to_string(on), " with ", facet.key, "=", row.value);
      CHECK(row.agreements == part.agreements.size());
      if (facet.subject == FilterSubject::actor) CHECK(row.actors == part.actors.size());
    }
  }
}

using test::Chance;
using test::some_actor;
using test::some_agreement;
using test::some_clause;
using test::some_network;
using test::some_party;

Filter some_filter(Chance& chance, const Network& network, const Taxonomy& taxonomy) {
  Filter made = chance.one_in(2) ? default_filter() : Filter{};
  const Facets all = facets_of(network, taxonomy, {});
  for (std::size_t n = chance.below(4); n > 0; --n) {
    const Facet facet = chance.one_of(all.facets);
    FilterClause clause{facet.key, {"no-such-value"}, chance.one_in(3)};
    for (const FacetCount& row : facet.values) {
      if (chance.one_in(2)) clause.values.push_back(row.value);
    }
    made.clauses.push_back(clause);
  }
  if (chance.one_in(8)) made.clauses.push_back({"id", {"actor-0", "actor-1", "actor-2"}, chance.one_in(2)});
  if (chance.one_in(3)) made.clauses.push_back(some_clause(chance));
  if (chance.one_in(8)) made.clauses.push_back({"during", {"2024-06..2025-06"}});
  for (std::size_t n = chance.one_in(2) ? 2 + chance.below(2) : 0; n > 0; --n) {
    made.alternatives.emplace_back();
    for (std::size_t k = 1 + chance.below(2); k > 0; --k) made.alternatives.back().push_back(some_clause(chance));
  }
  return made;
}

}  // namespace

TEST_CASE("an empty network has every key and no value") {
  const Facets facets = facets_of(Network{}, test::small_taxonomy(), default_filter());
  const auto codes = std::count_if(filter_keys().begin(), filter_keys().end(),
                                   [](const FilterKey& key) { return key.kind == FilterKind::code; });
  CHECK(facets.facets.size() == static_cast<std::size_t>(codes));
  CHECK(facets.find("id") == nullptr);
  for (const Facet& facet : facets.facets) CHECK(facet.values.empty());
}

TEST_CASE("a count follows all other keys and not its own") {
  //  Alby (20) -- iop, A7 -- Ekby (21)      Alby -- network, A4.1 -- Ekby      Ekby -- network, A7 -- Ekby
  test::NetworkMaker made;
  made.municipality("Alby", "2080");
  made.municipality("Ekby", "2180");
  made.agreement("1", {"Alby", "Ekby"}, "A7").form = "iop";
  made.agreement("2", {"Alby", "Ekby"}, "A4.1").form = "network";
  made.agreement("3", {"Ekby"}, "A7").form = "network";
  const Taxonomy taxonomy = test::small_taxonomy();

  const Facets open = facets_of(made.network, taxonomy, default_filter());
  CHECK(counts(open, "form") == "iop:1 network:2");
  CHECK(counts(open, "area") == "A4:1 A4.1:1 A7:2");  // A4 also finds A4.1
  CHECK(counts(open, "county") == "20:1 21:1");       // actors
  CHECK(open.find("county")->find("20")->agreements == 2);
  CHECK(open.find("county")->find("21")->agreements == 3);

  const Facets narrow = facets_of(made.network, taxonomy, filter("form=network county=20"));
  CHECK(counts(narrow, "form") == "iop:1 network:1");
  CHECK(counts(narrow, "area") == "A4:1 A4.1:1 A7:0");
  CHECK(counts(narrow, "county") == "20:1 21:1");
  CHECK(narrow.find("county")->find("21")->agreements == 2);
}

TEST_CASE("an agreement of many parties with one value counts once") {
  test::NetworkMaker made;
  for (const char* name : {"Alby", "Byby", "Ceby"}) made.municipality(name, "2080");
  made.agreement("1", {"Alby", "Byby", "Ceby", "Alby"});
  const Facets facets = facets_of(made.network, test::small_taxonomy(), {});
  CHECK(counts(facets, "county") == "20:3");
  CHECK(facets.find("county")->find("20")->agreements == 1);
  CHECK(counts(facets, "role") == "participant:1");
}

TEST_CASE("parties who have left are counted under their own state and nowhere else") {
  test::NetworkMaker made;
  made.municipality("Alby", "2080");
  made.municipality("Ekby", "2180");
  Agreement& row = made.agreement("1", {"Alby"});
  row.parties.push_back(made.party("Ekby", PartyState::withdrawn));
  const Taxonomy taxonomy = test::small_taxonomy();
  const Facets open = facets_of(made.network, taxonomy, {});
  CHECK(counts(open, "state") == "adopted:1 withdrawn:1");
  CHECK(open.find("county")->find("21")->agreements == 0);
  const Facets left = facets_of(made.network, taxonomy, filter("state=withdrawn"));
  CHECK(left.find("county")->find("21")->agreements == 1);
  CHECK(left.find("county")->find("20")->agreements == 0);
}

TEST_CASE("values stand in the taxonomy's order, then by name with å ä ö last, what is not recorded at the end") {
  test::NetworkMaker made;
  for (const char* name : {"Öby", "Alby", "Åby", "Ekby"}) made.actor(name, "other").subtype = name;
  made.actor("Tyst", "region");
  CHECK(counts(facets_of(made.network, test::small_taxonomy(), {}), "subtype") ==
        "Alby:1 Ekby:1 Åby:1 Öby:1 unrecorded:1");
  CHECK(counts(facets_of(made.network, test::small_taxonomy(), {}), "type") == "region:1 other:4");
}

TEST_CASE("every count is what restrict leaves with that value in the filter") {
  const Taxonomy taxonomy = test::small_taxonomy();
  for (unsigned seed = 0; seed < 300; ++seed) {
    Chance chance{std::mt19937(seed)};
    const Network network = some_network(chance);
    const Filter chosen = some_filter(chance, network, taxonomy);
    INFO("seed ", seed);
    check_against_restrict(network, taxonomy, chosen,
                           chance.one_of(std::vector<Date>{day, {2024, 6, 15}, {2026, 7, 1}}));
  }
}

// By hand: SAMVERKA_MEASURE=1 test_analysis -tc='*how long*' says how long it takes on 29 000 actors, 40 000
// agreements.
TEST_CASE("how long the counts take on every unit of Sweden" *
          doctest::skip(std::getenv("SAMVERKA_MEASURE") == nullptr)) {
  Chance chance{std::mt19937(1)};
  const Taxonomy taxonomy = test::small_taxonomy();
  Network network;
  for (std::size_t i = 0; i < 29'000; ++i) {
    network.actors.push_back(some_actor(chance, i));
    Actor& row = network.actors.mutable_row(i);
    row.municipality = std::to_string(1000 + chance.below(290));
    row.county = row.municipality.substr(0, 2);
    row.valid.reset();
  }
  for (std::size_t i = 0; i < 40'000; ++i) {
    Agreement row = some_agreement(chance, i, 29'000);
    row.status = AgreementStatus::active;
    while (row.parties.size() < 5) row.parties.push_back(some_party(chance, 29'000));
    network.agreements.push_back(row);
  }
  using Clock = std::chrono::steady_clock;
  const auto told = [](const char* what, Clock::time_point since) {
    MESSAGE(what, ": ", std::chrono::duration<double, std::milli>(Clock::now() - since).count(), " ms");
  };
  const auto start = Clock::now();
  const FacetIndex index(network, taxonomy);
  told("index", start);
  for (const char* words : {"area!=A0", "area=A7 county=20,21", "state=adopted form=iop"}) {
    const Filter chosen = filter(words);
    const auto begun = Clock::now();
    count_facets(network, taxonomy, index, chosen, day);
    told(words, begun);
    const auto again = Clock::now();
    restrict(network, taxonomy, chosen, day);
    told("  one restrict", again);
  }
}
