#include "io/merge_networks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "io/network_text.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;
using nlohmann::json;

namespace {

NetworkMaker common_base() {
  NetworkMaker maker;
  for (const char* name : {"alby", "borg", "dal"}) maker.municipality(name, "9901");
  maker.region("reg", "99");
  maker.agreement("a-ett", {"alby", "reg"});
  maker.agreement("a-tva", {"borg", "dal"});
  maker.network.taxonomy = "se-2025";
  return maker;
}

MergedNetwork merge(const NetworkMaker& base, const NetworkMaker& mine, const NetworkMaker& theirs,
                    const std::vector<MergeSide>& choices = {}) {
  return merge_networks(&base.network, mine.network, theirs.network, taxonomy(), choices);
}

const Agreement& agreement(const Network& network, const Key& key) {
  for (const Agreement& row : network.agreements) {
    if (row.key == key) return row;
  }
  FAIL("no such agreement: ", key);
  return network.agreements[0];
}

}  // namespace

TEST_CASE("a merge of three equal copies is that network, and nothing was changed by anybody") {
  const MergedNetwork merged = merge(common_base(), common_base(), common_base());
  CHECK(merged.conflicts.empty());
  CHECK(merged.from_mine + merged.from_theirs + merged.from_both == 0);
  CHECK(write_network(merged.network) == write_network(common_base().network));
}

TEST_CASE("what one of them changed is taken, in the same row too, and nothing of it is a conflict") {
  NetworkMaker mine = common_base(), theirs = common_base();
  mine.network.actors.mutable_row(0).name = "Alby stad";
  theirs.network.actors.mutable_row(0).population = 4711;
  mine.network.agreements.mutable_row(0).areas = {"A4.1", "A7"};
  theirs.network.agreements.mutable_row(0).areas = {"A4.1", "A9"};
  mine.network.agreements.mutable_row(0).parties.push_back(mine.party("borg", PartyState::decided));
  theirs.network.agreements.mutable_row(0).parties[1].state = PartyState::withdrawn;
  theirs.agreement("a-tre", {"alby", "dal"});
  const MergedNetwork merged = merge(common_base(), mine, theirs);
  CHECK(merged.conflicts.empty());
  CHECK(merged.network.actors[0].name == "Alby stad");
  CHECK(merged.network.actors[0].population == 4711);
  const Agreement& row = agreement(merged.network, "a-ett");
  CHECK(row.areas == std::vector<AreaCode>{"A4.1", "A7", "A9"});
  REQUIRE(row.parties.size() == 3);
  CHECK(row.parties[1].state == PartyState::withdrawn);
  CHECK(row.parties[2].state == PartyState::decided);
  CHECK(merged.network.agreements.size() == 3);
}

TEST_CASE("what both changed differently is a conflict; what is chosen decides, and the conflicts stay the same") {
  NetworkMaker mine = common_base(), theirs = common_base();
  mine.network.actors.mutable_row(0).name = "Alby stad";
  theirs.network.actors.mutable_row(0).name = "Alby kommun";
  mine.network.agreements.mutable_row(0).parties[0].state = PartyState::declined;
  theirs.network.agreements.mutable_row(0).parties[0].state = PartyState::withdrawn;
  const MergedNetwork merged = merge(common_base(), mine, theirs);
  REQUIRE(merged.conflicts.size() == 2);
  CHECK(merged.conflicts[0] == MergeConflict{"actors", "alby", "name", "\"alby\"", "\"Alby stad\"", "\"Alby kommun\""});
  CHECK(merged.conflicts[1].row == "a-ett");
  CHECK(merged.conflicts[1].member == "parties/alby:participant/state");
  CHECK(merged.network.actors[0].name == "Alby stad");
  const MergedNetwork chosen = merge(common_base(), mine, theirs, {MergeSide::theirs, MergeSide::mine});
  CHECK(chosen.conflicts == merged.conflicts);
  CHECK(chosen.network.actors[0].name == "Alby kommun");
  CHECK(agreement(chosen.network, "a-ett").parties[0].state == PartyState::declined);
}

TEST_CASE("a row that one took away and the other changed, or began to refer to, is a conflict and is not lost") {
  NetworkMaker mine = common_base(), theirs = common_base();
  mine.network.agreements.pop_back();
  theirs.network.agreements.mutable_row(1).note = "förlängt";
  const MergedNetwork merged = merge(common_base(), mine, theirs, {MergeSide::theirs});
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0].member.empty());
  CHECK_FALSE(merged.conflicts[0].mine);
  CHECK(agreement(merged.network, "a-tva").note == "förlängt");

  NetworkMaker with_ed = common_base();
  with_ed.municipality("ed", "9902");
  NetworkMaker referring = with_ed;
  referring.agreement("a-ny", {"alby", "ed"});
  const MergedNetwork kept = merge(with_ed, common_base(), referring, {MergeSide::theirs});
  REQUIRE(kept.conflicts.size() == 1);
  CHECK(kept.conflicts[0].table == "actors");
  CHECK(kept.conflicts[0].row == "ed");
  CHECK(kept.report.error_count == 0);
  CHECK(merge(with_ed, common_base(), with_ed).conflicts.empty());
  CHECK(merge(with_ed, common_base(), with_ed).network.actors.size() == 4);
}

TEST_CASE("absent is not recorded and empty is none: one of each is a conflict and not a set") {
  NetworkMaker mine = common_base(), theirs = common_base();
  mine.network.agreements.mutable_row(0).perspectives = std::vector<std::string>{};
  theirs.network.agreements.mutable_row(0).perspectives = std::vector<std::string>{"P1"};
  CHECK(merge(common_base(), mine, theirs).conflicts.size() == 1);
  mine.network.agreements.mutable_row(0).perspectives = std::vector<std::string>{"P2"};
  const MergedNetwork merged = merge(common_base(), mine, theirs);
  CHECK(merged.conflicts.empty());
  CHECK(merged.network.agreements[0].perspectives == std::vector<std::string>{"P2", "P1"});
}

TEST_CASE("a position and an amount are taken whole; of when it was recorded the later is taken") {
  NetworkMaker base = common_base();
  base.network.actors.mutable_row(0).position = LatLon{60, 15};
  base.network.agreements.mutable_row(0).provenance.emplace().recorded = *parse_partial_date("2024-01-01");
  NetworkMaker mine = base, theirs = base;
  mine.network.actors.mutable_row(0).position = LatLon{61, 15};
  theirs.network.actors.mutable_row(0).position = LatLon{60, 16};
  mine.network.agreements.mutable_row(0).provenance->recorded = *parse_partial_date("2025-03-01");
  theirs.network.agreements.mutable_row(0).provenance->recorded = *parse_partial_date("2025-02-01");
  const MergedNetwork merged = merge(base, mine, theirs);
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0].member == "position");
  CHECK(to_string(merged.network.agreements[0].provenance->recorded) == "2025-03-01");
}

TEST_CASE("without a base nothing is taken away, and whatever differs is a conflict") {
  NetworkMaker mine = common_base(), theirs = common_base();
  mine.network.agreements.pop_back();
  theirs.network.actors.mutable_row(0).name = "Alby stad";
  const MergedNetwork merged = merge_networks(nullptr, mine.network, theirs.network, taxonomy());
  CHECK(merged.network.agreements.size() == 2);
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0].member == "name");
}

TEST_CASE("members that the program does not know are merged and come back to the letter") {
  const auto with = [](const char* more) {
    Small small;
    small.actor = std::string(", \"x_own\": ") + more;
    return read(small.text()).network;
  };
  const Network base = with(R"({"a": 1.50, "b": [1, 2]})"), mine = with(R"({"a": 1.500, "b": [1, 2]})");
  const Network theirs = with(R"({"a": 1.50, "b": [1, 3]})");
  const MergedNetwork merged = merge_networks(&base, mine, theirs, taxonomy());
  CHECK(merged.conflicts.empty());
  const std::string text = write_network(merged.network);
  CHECK(text.find("1.500") != text.npos);
  CHECK(text.find("3\n") != text.npos);
}

// ---- the literal merge: every fact of each copy as one path, and three-way by hand ----

namespace {

using Facts = std::map<std::string, std::string>;

// "actors/alby" = "" says that the row is there, "actors/alby/name" what it is called, ".../areas={A7}" that it is in.
void put_facts(Facts& facts, const std::string& path, const json& value) {
  facts[path] = value.is_object() ? "{}" : value.dump();
  if (!value.is_object()) return;
  for (const auto& [name, inner] : value.items()) {
    const std::string at = path + "/" + name;
    if (name == "areas" || name == "serves") {
      for (const json& item : inner) facts[at + "={" + item.get<std::string>() + "}"] = "in";
    } else if (name == "parties") {
      for (const json& party : inner) {
        put_facts(facts, at + "/" + party["actor"].get<std::string>() + ":" + party["role"].get<std::string>(), party);
      }
    } else {
      put_facts(facts, at, inner);
    }
  }
}

Facts facts_of(const Network& network) {
  Facts facts;
  const json all = json::parse(write_network(network));
  for (const char* table : {"actors", "agreements"}) {
    for (const json& row : all[table]) put_facts(facts, std::string(table) + "/" + row["id"].get<std::string>(), row);
  }
  return facts;
}

bool is_within(const std::string& path, const std::string& whole) {
  return path == whole || path.starts_with(whole + "/") || path.starts_with(whole + "=");
}

Facts part(const Facts& facts, const std::string& whole) {
  Facts out;
  for (const auto& [path, value] : facts) {
    if (is_within(path, whole)) out.emplace(path, value);
  }
  return out;
}

std::string told(const Facts& facts, const std::string& path) {
  const auto found = facts.find(path);
  return found == facts.end() ? "nothing" : found->second;
}

// Does `side` say something that `base` does not, in which the key stands?
bool speaks_anew(const Facts& base, const Facts& side, const std::string& key) {
  for (const auto& [path, value] : side) {
    const std::string quoted = "\"" + key + "\"";
    if (value != quoted || path == "agreements/" + key + "/id" || path == "actors/" + key + "/id") continue;
    const std::size_t party = path.find("/parties/");
    const std::string whole = party == path.npos ? path : path.substr(0, path.find('/', party + 9));
    if (part(side, whole) != part(base, whole)) return true;
  }
  return false;
}

std::string joined(const std::set<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += word + "\n";
  return out;
}

struct LiteralMerge {
  Facts facts;
  std::set<std::string> conflicts;
};

LiteralMerge literal_merge(const Facts& base, const Facts& mine, const Facts& theirs) {
  LiteralMerge out;
  std::set<std::string> all;
  for (const Facts* facts : {&base, &mine, &theirs}) {
    for (const auto& [path, value] : *facts) all.insert(path);
  }
  std::set<std::string> decided;  // wholes that are taken from one side
  for (const std::string& path : all) {
    if (std::any_of(decided.begin(), decided.end(), [&](const auto& whole) { return is_within(path, whole); }))
      continue;
    const std::string b = told(base, path), m = told(mine, path), t = told(theirs, path);
    const bool is_whole = b == "{}" || m == "{}" || t == "{}";
    const bool somebody_removed = is_whole && b == "{}" && (m == "nothing") != (t == "nothing");
    if (somebody_removed) {
      const bool i_removed = m == "nothing";
      const Facts& kept = i_removed ? theirs : mine;
      const bool is_row = std::count(path.begin(), path.end(), '/') == 1;
      const std::string key = path.substr(path.rfind('/') + 1);
      const bool is_changed = part(kept, path) != part(base, path);
      if (is_changed || (is_row && speaks_anew(base, kept, key))) out.conflicts.insert(path);
      const bool stays = out.conflicts.contains(path) && !i_removed;  // mine is what counts
      if (stays) {
        for (const auto& [inner, value] : part(mine, path)) out.facts[inner] = value;
      }
      decided.insert(path);
      continue;
    }
    std::string value = m;
    if (m == b) value = t;
    if (m != b && t != b && m != t) out.conflicts.insert(path);
    if (value != "nothing") out.facts[path] = value;
  }
  return out;
}

void change_at_random(NetworkMaker& maker, std::mt19937& random, const std::string& who) {
  Network& network = maker.network;
  const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::string number = std::to_string(pick(3));
  const std::size_t actor = pick(network.actors.size());
  switch (pick(9)) {
    case 0:
      network.actors.mutable_row(actor).name = "Namn " + number;
      return;
    case 1:
      network.actors.mutable_row(actor).population = static_cast<std::int64_t>(pick(3));
      return;
    case 2: {
      const std::string key = "n" + who + number;
      const bool is_there =
          std::any_of(network.actors.begin(), network.actors.end(), [&](const Actor& row) { return row.key == key; });
      if (!is_there) maker.municipality(key, "9901");
      return;
    }
    default:
      break;
  }
  if (network.agreements.empty()) return;
  const std::size_t at = pick(network.agreements.size());
  Agreement& row = network.agreements.mutable_row(at);
  switch (pick(6)) {
    case 0:
      row.note = "Anteckning " + number;
      return;
    case 1: {
      const AreaCode area = "A" + std::to_string(1 + pick(4));
      const auto found = std::find(row.areas.begin(), row.areas.end(), area);
      if (found == row.areas.end()) return row.areas.push_back(area);
      row.areas.erase(found);
      return;
    }
    case 2:
      row.valid = from_to("2020", ("202" + std::to_string(5 + pick(3))).c_str());
      return;
    case 3: {
      Party party = maker.party(network.actors[actor].key, PartyState::adopted);
      party.role = pick(2) == 0 ? "host" : "participant";
      const bool is_there = std::any_of(row.parties.begin(), row.parties.end(),
                                        [&](const Party& p) { return p.actor == party.actor && p.role == party.role; });
      if (!is_there) row.parties.push_back(party);
      return;
    }
    case 4:
      if (row.parties.size() > 1) row.parties.erase(row.parties.begin() + static_cast<long>(pick(row.parties.size())));
      return;
    default:
      if (pick(3) == 0 && at + 1 == network.agreements.size()) return network.agreements.pop_back();
      row.parties[pick(row.parties.size())].state = pick(2) == 0 ? PartyState::declined : PartyState::withdrawn;
  }
}

}  // namespace

TEST_CASE("a merge agrees with a literal, slow one on 500 seeds, and mirrors itself") {
  std::size_t conflicts = 0, changed = 0;
  for (unsigned seed = 1; seed <= 500; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    NetworkMaker base = common_base();
    for (int i = 0; i < 4; ++i) base.agreement("a" + std::to_string(i), {"alby", i % 2 == 0 ? "dal" : "reg"});
    NetworkMaker mine = base, theirs = base;
    for (int i = 0; i < 12; ++i) change_at_random(mine, random, i % 2 == 0 ? "" : "m");
    for (int i = 0; i < 12; ++i) change_at_random(theirs, random, i % 2 == 0 ? "" : "t");
    // Nobody speaks of the one that they took away.
    const auto is_party = [](const Network& network, ActorId id) {
      return std::any_of(network.agreements.begin(), network.agreements.end(), [&](const Agreement& row) {
        return std::any_of(row.parties.begin(), row.parties.end(), [&](const Party& p) { return p.actor.id == id; });
      });
    };
    const ActorId last(mine.network.actors.size() - 1);
    if (seed % 3 == 0 && !is_party(mine.network, last)) mine.network.actors.pop_back();

    const LiteralMerge literal =
        literal_merge(facts_of(base.network), facts_of(mine.network), facts_of(theirs.network));
    const MergedNetwork merged = merge(base, mine, theirs);
    std::set<std::string> told_conflicts;
    for (const MergeConflict& one : merged.conflicts) {
      told_conflicts.insert(one.table + "/" + one.row + (one.member.empty() ? "" : "/") + one.member);
    }
    CHECK(joined(told_conflicts) == joined(literal.conflicts));
    CHECK(facts_of(merged.network) == literal.facts);
    conflicts += told_conflicts.size();
    changed += merged.from_theirs;

    const MergedNetwork back =
        merge(base, theirs, mine, std::vector<MergeSide>(merged.conflicts.size(), MergeSide::theirs));
    CHECK(facts_of(back.network) == facts_of(merged.network));
    CHECK(back.conflicts.size() == merged.conflicts.size());
  }
  CHECK(conflicts > 300);
  CHECK(changed > 1500);
}
