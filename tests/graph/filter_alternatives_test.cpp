// What a filter shows, against its definition taken to the letter: row by row, day by day, alternative by alternative.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/collate.h"
#include "graph/subnetwork.h"
#include "support/random_network.h"
#include "support/small_network.h"

using namespace samverka;
using test::Chance;

namespace {

constexpr Date day{2025, 12, 31};

// What a row says of a key, as words.
using Said = std::vector<std::string>;

void say(Said& said, const std::string& words) {
  if (!words.empty()) said.push_back(words);
}
void say(Said& said, PartialDate date) { say(said, to_string(date)); }
void say_end(Said& said, Validity::End end, PartialDate to) {
  if (end == Validity::End::open) said.emplace_back("open");
  if (end == Validity::End::date) say(said, to);
}
void say(Said& said, const ActorRef& ref, const Network& network) {
  say(said, ref.id.is_set() ? network.actor(ref.id).key : ref.unresolved);
}

Said said_of(const Network& network, const Taxonomy&, const Actor& row, const std::string& key) {
  Said said;
  if (key == "type") say(said, row.type);
  if (key == "county") say(said, row.county);
  if (key == "name") say(said, row.name);
  if (key == "population" && row.population) say(said, std::to_string(*row.population));
  if (key == "parent") say(said, row.parent, network);
  if (key == "sensitive" && row.sensitive) say(said, *row.sensitive ? "yes" : "no");
  if (key == "functions") said = row.functions;
  if (key == "actor.valid.to" && row.valid) say_end(said, row.valid->end, row.valid->to);
  return said;
}

Said said_of(const Network& network, const Taxonomy& taxonomy, const Agreement& row, const std::string& key) {
  Said said;
  if (key == "form") say(said, row.form);
  if (key == "area") {
    said = row.areas.empty() ? Said{"A0"} : row.areas;
    for (const std::string& code : row.areas) {
      if (const Area* area = taxonomy.areas.find(code)) say(said, area->parent);
    }
  }
  if (key == "title") say(said, row.title);
  if (key == "note") say(said, row.note);
  if (key == "parties") say(said, std::to_string(row.parties.size()));
  if (key == "founds") say(said, row.founds, network);
  if (row.valid && key == "valid.from") say(said, row.valid->from);
  if (row.valid && key == "valid.to") say_end(said, row.valid->end, row.valid->to);
  if (row.valid && key == "valid.review") say(said, row.valid->review);
  if (row.provenance && key == "recorded") say(said, row.provenance->recorded);
  if (row.provenance && key == "confidence" && row.provenance->confidence) {
    say(said, std::to_string(*row.provenance->confidence));
  }
  if (row.provenance && key == "source") {
    for (const SourceRef& source : row.provenance->source) say(said, source.unresolved);
  }
  for (const Funding& funding : row.funding) {
    if (key == "funding.amount" && funding.amount) say(said, std::to_string(*funding.amount));
    if (key == "funding.to") say(said, funding.to, network);
  }
  return said;
}

Said said_of(const Network& network, const Taxonomy&, const Party& row, const std::string& key) {
  Said said;
  if (key == "role") say(said, row.role);
  if (key == "service") say(said, row.service);
  if (key == "state") say(said, word(row.state_or_unknown()));
  if (key == "party.actor") say(said, row.actor, network);
  if (key == "party.from") say(said, row.from);
  if (key == "party.to") say_end(said, row.end, row.to);
  return said;
}

bool is_dated(const std::string& key) {
  return key.ends_with(".from") || key.ends_with(".to") || key.ends_with("review") || key == "recorded";
}

// Least and most that the words may mean, as a number; days are counted.
std::optional<std::pair<double, double>> bounds(const std::string& key, const std::string& words) {
  if (is_dated(key) && key != "funding.to") {
    const auto date = parse_partial_date(words);
    if (!date) return std::nullopt;
    return std::pair(static_cast<double>(day_number(date->earliest())),
                     static_cast<double>(day_number(date->latest())));
  }
  const double number = std::stod(words);
  return std::pair(number, number);
}

bool meets(const FilterClause& clause, const std::string& said, const std::string& name) {
  for (const std::string& wanted : clause.values) {
    if (clause.test == FilterTest::contains) {
      if (folded(said).find(folded(wanted)) != std::string::npos) return true;
      if (folded(name).find(folded(wanted)) != std::string::npos) return true;
      continue;
    }
    if (clause.test == FilterTest::is && said == wanted) return true;
    const bool is_number = clause.key == "population";
    const bool has_bounds = is_number || (is_dated(clause.key) && clause.key != "funding.to");
    if (clause.test == FilterTest::is && (!has_bounds || wanted == "unrecorded" || wanted == "open")) continue;
    const auto row = bounds(clause.key, said);
    const auto limit = bounds(clause.key, wanted);
    if (!row || !limit) continue;
    const auto [least, most] = *row;
    const auto [first, last] = *limit;
    if (clause.test == FilterTest::is && first <= least && most <= last) return true;
    if (clause.test == FilterTest::below && most < first) return true;
    if (clause.test == FilterTest::at_most && most <= last) return true;
    if (clause.test == FilterTest::above && least > last) return true;
    if (clause.test == FilterTest::at_least && least >= first) return true;
  }
  return false;
}

std::string name_of(const Network& network, const std::string& key, const std::string& said) {
  if (key != "parent") return "";
  for (const Actor& actor : network.actors) {
    if (actor.key == said) return actor.name;
  }
  return "";
}

template <class Row>
bool passes(const Network& network, const Taxonomy& taxonomy, const FilterClause& clause, const Row& row) {
  const Said said = said_of(network, taxonomy, row, clause.key);
  const bool asks_for_silence = clause.test == FilterTest::is && std::find(clause.values.begin(), clause.values.end(),
                                                                           "unrecorded") != clause.values.end();
  // `area!=A0` leaves out what is only outside.
  if (clause.key == "area" && clause.negated) {
    return std::any_of(said.begin(), said.end(), [&](const std::string& one) {
      const auto* area = taxonomy.areas.find(one);
      const bool is_own = std::find(clause.values.begin(), clause.values.end(), one) != clause.values.end();
      const bool is_under =
          area && std::find(clause.values.begin(), clause.values.end(), area->parent) != clause.values.end();
      if constexpr (std::is_same_v<Row, Agreement>) {
        const bool is_written =
            row.areas.empty() || std::find(row.areas.begin(), row.areas.end(), one) != row.areas.end();
        return is_written && !is_own && !is_under;
      }
      return !is_own;
    });
  }
  bool is_met = asks_for_silence && said.empty();
  for (const std::string& one : said) is_met = is_met || meets(clause, one, name_of(network, clause.key, one));
  return is_met != clause.negated;
}

template <class Row>
bool passes_all(const Network& network, const Taxonomy& taxonomy, const Filter& filter, FilterSubject subject,
                const Row& row) {
  return std::all_of(filter.clauses.begin(), filter.clauses.end(), [&](const FilterClause& clause) {
    const FilterKey* key = filter_key(clause.key);
    return key->subject != subject || clause.key == "during" || passes(network, taxonomy, clause, row);
  });
}

struct Shown {
  std::set<std::size_t> actors, agreements;
  std::set<std::tuple<std::size_t, std::size_t>> parties, ties, foundings;
  bool operator==(const Shown&) const = default;
};

bool asks_for(const Filter& filter, PartyState state) {
  for (const FilterClause& clause : filter.clauses) {
    if (clause.key != "state" || clause.negated) continue;
    if (std::find(clause.values.begin(), clause.values.end(), word(state)) != clause.values.end()) return true;
  }
  return false;
}

bool starts_after(PartialDate from, Date on) { return from.is_set() && from.earliest() > on; }
bool ends_before(Validity::End end, PartialDate to, Date on) {
  return end == Validity::End::date && to.is_set() && to.latest() < on;
}

bool stands(const Agreement& row, Date on) {
  if (row.status == AgreementStatus::ended) return false;
  if (row.status == AgreementStatus::planned || row.status == AgreementStatus::decided || !row.valid) return true;
  return !starts_after(row.valid->from, on) && !ends_before(row.valid->end, row.valid->to, on);
}

bool takes_part(const Filter& filter, const Agreement& agreement, const Party& party, Date on) {
  const PartyState state = party.state_or_unknown();
  if (state == PartyState::withdrawn || state == PartyState::declined) return asks_for(filter, state);
  if (ends_before(party.end, party.to, on)) return false;
  const bool is_coming = state == PartyState::recommended || state == PartyState::decided ||
                         agreement.status == AgreementStatus::planned || agreement.status == AgreementStatus::decided;
  return is_coming || !starts_after(party.from, on);
}

void show_day(Shown& shown, const Network& network, const Taxonomy& taxonomy, const Filter& filter, Date on) {
  std::vector<bool> accepted;
  for (const Actor& actor : network.actors) {
    const bool exists = !actor.valid || actor.valid->includes(on);
    accepted.push_back(exists && passes_all(network, taxonomy, filter, FilterSubject::actor, actor));
  }
  std::set<std::size_t> actors;
  for (std::size_t g = 0; g < network.agreements.size(); ++g) {
    const Agreement& agreement = network.agreements[g];
    if (!stands(agreement, on) || !passes_all(network, taxonomy, filter, FilterSubject::agreement, agreement)) continue;
    bool has_party = false;
    for (std::size_t p = 0; p < agreement.parties.size(); ++p) {
      const Party& party = agreement.parties[p];
      if (!party.actor.id.is_set() || !accepted[party.actor.id.value]) continue;
      if (!passes_all(network, taxonomy, filter, FilterSubject::party, party)) continue;
      if (!takes_part(filter, agreement, party, on)) continue;
      has_party = true;
      shown.parties.insert({g, p});
      actors.insert(party.actor.id.value);
      if (is_tie(agreement, party, on)) shown.ties.insert({g, p});
    }
    if (!has_party) continue;
    shown.agreements.insert(g);
    if (!agreement.founds.id.is_set() || !accepted[agreement.founds.id.value]) continue;
    shown.foundings.insert({g, agreement.founds.id.value});
    actors.insert(agreement.founds.id.value);
  }
  const bool speaks = std::any_of(filter.clauses.begin(), filter.clauses.end(), [](const FilterClause& clause) {
    const bool is_default = clause == FilterClause{"area", {"A0"}, true};
    return filter_key(clause.key)->subject != FilterSubject::actor && clause.key != "during" && !is_default;
  });
  for (std::size_t a = 0; a < accepted.size(); ++a) {
    if (speaks ? actors.contains(a) : accepted[a]) shown.actors.insert(a);
  }
}

Shown literally(const Network& network, const Taxonomy& taxonomy, const Filter& filter) {
  Shown shown;
  std::vector<std::vector<FilterClause>> alternatives = filter.alternatives;
  if (alternatives.empty()) alternatives.emplace_back();
  for (const auto& alternative : alternatives) {
    Filter flat{filter.clauses};
    flat.clauses.insert(flat.clauses.end(), alternative.begin(), alternative.end());
    DaySpan days{day, day};
    bool has_period = false;
    for (const FilterClause& clause : flat.clauses) {
      if (clause.key != "during") continue;
      const DaySpan named = *parse_period(clause.values.front());
      days = has_period ? in_common(days, named) : named;
      has_period = true;
    }
    for (Date on = days.from; on <= days.to; on = add_days(on, 1)) show_day(shown, network, taxonomy, flat, on);
  }
  return shown;
}

Shown as_sets(const SubNetwork& part) {
  Shown shown;
  for (const ActorId actor : part.actors) shown.actors.insert(actor.value);
  for (const AgreementId agreement : part.agreements) shown.agreements.insert(agreement.value);
  for (const Participation& p : part.participations) {
    shown.parties.insert({p.agreement.value, p.party});
    if (p.is_confirmed) shown.ties.insert({p.agreement.value, p.party});
  }
  for (const Founding& founding : part.foundings)
    shown.foundings.insert({founding.agreement.value, founding.actor.value});
  return shown;
}

}  // namespace

TEST_CASE("what a filter shows is its definition, on random networks") {
  const Taxonomy taxonomy = test::small_taxonomy();
  for (unsigned seed = 0; seed < 1500; ++seed) {
    Chance chance{std::mt19937(seed)};
    const Network network = test::some_network(chance);
    const Filter filter = test::some_alternatives(chance);
    INFO("seed ", seed, " filter ", to_words(filter));
    const SubNetwork part = restrict(network, taxonomy, filter, day);
    const Shown shown = as_sets(part);
    const Shown wanted = literally(network, taxonomy, filter);
    CHECK(shown.actors == wanted.actors);
    CHECK(shown.agreements == wanted.agreements);
    CHECK(shown.parties == wanted.parties);
    CHECK(shown.ties == wanted.ties);
    CHECK(shown.foundings == wanted.foundings);
    CHECK(std::is_sorted(part.actors.begin(), part.actors.end()));
    CHECK(shown.parties.size() == part.participations.size());
  }
}

TEST_CASE("a filter is the same after it has been written and read, on random filters") {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    Chance chance{std::mt19937(seed)};
    const Filter filter = test::some_alternatives(chance);
    const std::string words = to_words(filter);
    INFO(words);
    const Result<Filter> read = parse_filter(words);
    REQUIRE(read);
    CHECK(*read == filter);
    CHECK(check_filter(filter, test::small_taxonomy()));
  }
}

TEST_CASE("one side of a bar shows what it would show by itself, and no party of the other's agreements") {
  //  Alby (20) -- iop -- Ekby (21)      Alby -- network -- Ekby
  test::NetworkMaker made;
  made.municipality("Alby", "2080");
  made.municipality("Ekby", "2180");
  made.agreement("1", {"Alby", "Ekby"}).form = "iop";
  made.agreement("2", {"Alby", "Ekby"}).form = "network";
  const SubNetwork part =
      restrict(made.network, test::small_taxonomy(), *parse_filter("county=20 form=network | county=21 form=iop"), day);
  REQUIRE(part.participations.size() == 2);
  CHECK(part.participations[0].actor == made.id("Ekby"));
  CHECK(part.participations[1].actor == made.id("Alby"));
  CHECK(part.actors.size() == 2);
}
