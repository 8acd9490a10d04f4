// Edits: by example, and against the same done literally to the file's tree.
#include "io/edit.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;
using nlohmann::json;

namespace {

const std::string text = R"({
  "format": "samverka-network", "format_version": "1.0", "id": "n", "as_of": "2025-12-31", "taxonomy": "t",
  "coverage": {"surveys": [{"id": "s1", "date": "2025", "asked": ["a1", "a2"], "answered": ["a2"]}],
               "registers": [{"id": "g1", "complete": true}]},
  "sources": [{"id": "q1", "title": "Beslut"}, {"id": "q2"}],
  "actors": [
    {"id": "a1", "type": "municipality", "name": "Alby", "provenance": {"source": ["q1", "q2"]}},
    {"id": "a2", "type": "municipality", "name": "Ekby", "population": 900, "odd": 1.10},
    {"id": "a3", "type": "school", "name": "Skolan", "parent": "a1"},
    {"id": "a4", "type": "other", "name": "Bolaget", "members": ["a1", "a2"]}],
  "agreements": [
    {"id": "g1x", "form": "other", "title": "Ett", "areas": ["A4.1"], "status": "active",
     "parties": [{"actor": "a1", "state": "recommended"}, {"actor": "a2", "state": "adopted", "on_behalf_of": ["a3"]}]},
    {"id": "g2x", "form": "other", "title": "Två", "areas": ["A4.1"], "status": "active", "under": "g1x", "supersedes": ["g1x"],
     "parties": [{"actor": "a2"}, {"actor": "a4"}], "funding": [{"from": "a1", "to": "a4", "amount": 5}]}]
})";

const Taxonomy& taxonomy() {
  static const Taxonomy small = small_taxonomy();
  return small;
}

Network start() {
  ReadNetwork read = read_network(text, "start", taxonomy());
  REQUIRE(read.report.error_count == 0);
  return read.network;
}

Edit edit(Edit::Kind kind, const Key& key, const std::string& member = {}, const std::string& value = {}) {
  Edit out;
  out.kind = kind;
  out.key = key;
  out.member = member;
  out.value = value;
  return out;
}

Edit merge(const Key& key, const Key& into) {
  Edit out = edit(Edit::Kind::merge, key);
  out.into = into;
  return out;
}

json tree(const Network& network) { return json::parse(write_network(network)); }

const json& row(const json& file, const std::string& table, const std::string& id) {
  for (const json& each : file.at(table)) {
    if (each.at("id") == id) return each;
  }
  FAIL("no such row: ", id);
  return file;
}

}  // namespace

TEST_CASE("a member is set, and the rest of the row stays to the letter") {
  const Edited out = apply(start(), taxonomy(), edit(Edit::Kind::set, "a2", "name", "\"Ekeby\""));
  CHECK(out.is_done);
  const std::string written = write_network(out.network);
  CHECK(written.find("\"Ekeby\"") != std::string::npos);
  CHECK(written.find("\"odd\": 1.10") != std::string::npos);
  CHECK(row(tree(out.network), "agreements", "g1x") == row(tree(start()), "agreements", "g1x"));
}

TEST_CASE("an edit that makes an error is refused in the words of check, and changes nothing") {
  const Network before = start();
  for (const auto& [member, value, code] : std::vector<std::tuple<std::string, std::string, std::string>>{
           {"parent", "\"frob\"", "E_REF"},
           {"valid", R"({"from": "2026", "to": "2025"})", "E_DATE"},
           {"id", "\"a1\"", "E_DUPID"},
           {"parent", "\"a3\"", "E_CYCLE"},
           {"name", "{", "E_PARSE"},
           {"name/first", "1", "E_PATH"}}) {
    CAPTURE(member);
    const Edited out = apply(before, taxonomy(), edit(Edit::Kind::set, "a3", member, value));
    CHECK_FALSE(out.is_done);
    REQUIRE(!out.problems.empty());
    CHECK(out.problems.front().code == code);
    CHECK(out.problems.front().file == (member == "id" ? "a1" : "a3"));  // by the name that it would have
    CHECK(equal(out.network, before));
  }
}

TEST_CASE("a required member may not go, and a row that is not there cannot be changed") {
  CHECK_FALSE(apply(start(), taxonomy(), edit(Edit::Kind::unset, "a1", "name")).is_done);
  CHECK(apply(start(), taxonomy(), edit(Edit::Kind::unset, "a3", "parent")).is_done);
  const Edited none = apply(start(), taxonomy(), edit(Edit::Kind::set, "frob", "name", "\"x\""));
  CHECK_FALSE(none.is_done);
  CHECK(none.problems.front().code == "E_REF");
}

TEST_CASE("an error that was there already does not keep another member from being mended") {
  std::string broken = text;
  broken.replace(broken.find("\"parent\": \"a1\""), 14, "\"parent\": \"zz\"");
  const Network before = read_network(broken, "broken", taxonomy()).network;
  const Edited out = apply(before, taxonomy(), edit(Edit::Kind::set, "a3", "name", "\"Nya skolan\""));
  CHECK(out.is_done);
  CHECK(out.problems.front().code == "E_REF");
  CHECK(apply(before, taxonomy(), edit(Edit::Kind::set, "a3", "parent", "\"a2\"")).problems.empty());
}

TEST_CASE("rows of each kind are added, and one with an id that is taken is not") {
  Edit add = edit(Edit::Kind::add, "");
  for (
      const auto& [kind, value, table] : std::vector<std::tuple<RowKind, std::string, std::string>>{
          {RowKind::actor, R"({"id": "b1", "type": "other", "name": "Ny"})", "actors"},
          {RowKind::source, R"({"id": "b1", "title": "Ny"})", "sources"},
          {RowKind::agreement,
           R"({"id": "b1", "form": "other", "title": "Ny", "areas": ["A4.1"], "status": "active", "parties": [{"actor": "a1"}]})",
           "agreements"}}) {
    CAPTURE(table);
    add.row = kind;
    add.value = value;
    const Edited out = apply(start(), taxonomy(), add);
    CHECK(out.is_done);
    CHECK(row(tree(out.network), table, "b1") == json::parse(value));
    CHECK_FALSE(apply(out.network, taxonomy(), add).is_done);
  }
  add.row = RowKind::survey;
  add.value = R"({"id": "s2", "date": "2025-11", "asked": ["a1"]})";
  const Edited out = apply(start(), taxonomy(), add);
  CHECK(tree(out.network).at("coverage").at("surveys").size() == 2);
}

TEST_CASE("the first survey of a network without coverage makes one") {
  Network bare = start();
  bare.coverage.reset();
  Edit add = edit(Edit::Kind::add, "");
  add.row = RowKind::survey;
  add.value = R"({"id": "s2", "date": "2025-11", "asked": ["a1"]})";
  CHECK(apply(bare, taxonomy(), add).network.coverage->surveys.size() == 1);
  CHECK_FALSE(apply(bare, taxonomy(), edit(Edit::Kind::set, "s1", "title", "\"x\"")).is_done);
}

TEST_CASE("an actor that is removed takes its parties and every reference along") {
  const Edited out = apply(start(), taxonomy(), edit(Edit::Kind::remove, "a1"));
  CHECK(out.is_done);
  CHECK(out.taken_along == 5);  // parent, member, party, funding, asked
  const json file = tree(out.network);
  CHECK(file.dump().find("\"a1\"") == std::string::npos);
  CHECK(row(file, "agreements", "g1x").at("parties").size() == 1);
  CHECK(row(file, "actors", "a4").at("members") == json::parse(R"(["a2"])"));
  CHECK(read_network(write_network(out.network), "again", taxonomy()).report.error_count == 0);
}

TEST_CASE("an actor merged into another leaves what it stood in, and fills what the other lacks") {
  const Edited out = apply(start(), taxonomy(), merge("a1", "a2"));
  CHECK(out.is_done);
  CHECK(out.clashes == std::vector<std::string>{"name"});
  CHECK(out.joined == std::vector<Key>{"g1x"});
  const json file = tree(out.network);
  CHECK(row(file, "actors", "a2").at("name") == "Ekby");
  CHECK(row(file, "actors", "a2").at("provenance").at("source") == json::parse(R"(["q1", "q2"])"));
  CHECK(row(file, "actors", "a3").at("parent") == "a2");
  CHECK(row(file, "actors", "a4").at("members") == json::parse(R"(["a2"])"));
  const json& parties = row(file, "agreements", "g1x").at("parties");
  REQUIRE(parties.size() == 1);
  CHECK(parties.at(0).at("state") == "adopted");
  CHECK(file.dump().find("\"a1\"") == std::string::npos);
}

namespace {

Network changed(std::string from, std::string to) {
  std::string other = text;
  REQUIRE(other.find(from) != std::string::npos);
  other.replace(other.find(from), from.size(), to);
  return read_network(other, "changed", taxonomy()).network;
}

std::size_t errors_in(const Network& network) {
  return read_network(write_network(network), "again", taxonomy()).report.error_count;
}

}  // namespace

TEST_CASE("who belonged to the other belongs to nobody once they are one, and a ring is refused") {
  CHECK(apply(start(), taxonomy(), merge("a3", "a1")).is_done);
  const Edited out = apply(start(), taxonomy(), merge("a1", "a3"));
  REQUIRE(out.is_done);
  CHECK(errors_in(out.network) == 0);
  CHECK_FALSE(row(tree(out.network), "actors", "a3").contains("parent"));
  // a3 -> a1 -> a2, and a2 goes into a3
  const Network chain = changed(R"("name": "Alby",)", R"("name": "Alby", "parent": "a2",)");
  const Edited ring = apply(chain, taxonomy(), merge("a2", "a3"));
  CHECK_FALSE(ring.is_done);
  CHECK(ring.problems.front().code == "E_CYCLE");
  CHECK(equal(ring.network, chain));
}

TEST_CASE("parties of other roles are kept by a merge, and one that stands today comes before one that has left") {
  const Network roles =
      changed(R"({"actor": "a1", "state": "recommended"})", R"({"actor": "a1", "state": "adopted", "role": "funder"})");
  const Edited both = apply(roles, taxonomy(), merge("a1", "a2"));
  REQUIRE(both.is_done);
  CHECK(row(tree(both.network), "agreements", "g1x").at("parties").size() == 2);
  CHECK(both.joined.empty());
  const Network left =
      changed(R"({"actor": "a1", "state": "recommended"})", R"({"actor": "a1", "state": "adopted", "to": "2020"})");
  const Edited one = apply(left, taxonomy(), merge("a1", "a2"));
  CHECK_FALSE(row(tree(one.network), "agreements", "g1x").at("parties").at(0).contains("to"));
  const Edited other = apply(left, taxonomy(), merge("a2", "a1"));
  CHECK_FALSE(row(tree(other.network), "agreements", "g1x").at("parties").at(0).contains("to"));
}

TEST_CASE("a merge fills objects and lists with what the other has") {
  const Network rich = changed(R"("name": "Ekby", "population": 900, "odd": 1.10)",
                               R"("name": "Ekby", "ids": {"org_number": "1"}, "flags": ["x"])");
  const Network richer = [&] {
    std::string other = write_network(rich);
    const std::string at = R"("name": "Alby",)";
    other.replace(other.find(at), at.size(), R"("name": "Alby", "ids": {"nuts": "SE1"}, "flags": ["y"],)");
    return read_network(other, "richer", taxonomy()).network;
  }();
  const json into = row(tree(apply(richer, taxonomy(), merge("a1", "a2")).network), "actors", "a2");
  CHECK(into.at("ids") == json::parse(R"({"org_number": "1", "nuts": "SE1"})"));
  CHECK(into.at("flags") == json::parse(R"(["x", "y"])"));
}

TEST_CASE("what would leave an agreement without parties is refused, and says which") {
  const Network alone = changed(R"({"actor": "a1", "state": "recommended"}, )", "");
  const Edited out = apply(alone, taxonomy(), edit(Edit::Kind::remove, "a2"));
  CHECK_FALSE(out.is_done);
  CHECK(out.problems.front().code == "E_MISSING");
  CHECK(out.problems.front().file == "g1x");
}

TEST_CASE("contacts go with their actor, follow its id, and go over to whom it is merged into") {
  const Network with =
      changed(R"("sources":)", R"("contacts": [{"actor": "a3", "name": "N"}, {"actor": "a2"}], "sources":)");
  const auto contacts = [](const Network& network) { return tree(network).at("contacts"); };
  CHECK(contacts(apply(with, taxonomy(), edit(Edit::Kind::remove, "a3")).network) ==
        json::parse(R"([{"actor": "a2"}])"));
  CHECK(contacts(apply(with, taxonomy(), edit(Edit::Kind::set, "a3", "id", "\"b3\"")).network).at(0).at("actor") ==
        "b3");
  const Edited merged = apply(with, taxonomy(), merge("a3", "a4"));
  CHECK(contacts(merged.network).at(0) == json::parse(R"({"actor": "a4", "name": "N"})"));
  CHECK(errors_in(merged.network) == 0);
}

TEST_CASE("an old error that comes to stand elsewhere in its list is no new one, and another of its kind is") {
  const Network odd = changed(R"({"actor": "a1", "state": "recommended"})", R"({"actor": "a1"}, {"actor": "zz"})");
  CHECK(apply(odd, taxonomy(), edit(Edit::Kind::unset, "g1x", "parties/0")).is_done);
  CHECK_FALSE(apply(odd, taxonomy(), edit(Edit::Kind::set, "g1x", "parties/1/actor", "\"yy\"")).is_done);
}

TEST_CASE("a party that nobody is stays where it is when something else goes") {
  const Network odd = changed(R"({"actor": "a1", "state": "recommended"})", R"({"state": "adopted"})");
  const Edited out = apply(odd, taxonomy(), edit(Edit::Kind::remove, "q1"));
  CHECK(out.is_done);
  CHECK(row(tree(out.network), "agreements", "g1x").at("parties").size() == 2);
}

TEST_CASE("what led to nothing leads to the row that gets its id") {
  const Network odd = changed(R"("parent": "a1")", R"("parent": "b1")");
  Edit add = edit(Edit::Kind::add, "", "", R"({"id": "b1", "type": "other", "name": "Ny"})");
  const Edited added = apply(odd, taxonomy(), add);
  REQUIRE(added.is_done);
  CHECK(errors_in(added.network) == 0);
  const Edited gone = apply(added.network, taxonomy(), edit(Edit::Kind::remove, "b1"));
  CHECK(gone.taken_along == 1);
  CHECK(errors_in(gone.network) == 0);
}

TEST_CASE("an actor cannot be merged into itself or an agreement") {
  CHECK(apply(start(), taxonomy(), merge("a1", "a1")).problems.front().code == "E_MERGE");
  CHECK(apply(start(), taxonomy(), merge("a1", "g1x")).problems.front().code == "E_MERGE");
  CHECK(apply(start(), taxonomy(), merge("a1", "frob")).problems.front().code == "E_REF");
}

namespace {

bool is_of(const json& value, const std::string& id) { return value.is_string() && value == id; }

// Everything that names the row, from the definition: parties of it go, lists lose it, single references go.
void forget(json& value, const std::string& id) {
  if (value.is_array()) {
    for (std::size_t i = value.size(); i-- > 0;) {
      const bool is_party = value[i].is_object() && value[i].contains("actor") && is_of(value[i]["actor"], id);
      if (is_party || is_of(value[i], id)) {
        value.erase(i);
      } else {
        forget(value[i], id);
      }
    }
  }
  if (!value.is_object()) return;
  std::vector<std::string> gone;
  for (auto& [name, member] : value.items()) {
    if (name == "id") continue;
    const bool had_some = member.is_array() && !member.empty();
    forget(member, id);
    const bool is_emptied = had_some && member.empty() && name != "parties";
    if (is_of(member, id) || is_emptied) gone.push_back(name);
  }
  for (const std::string& name : gone) value.erase(name);
}

}  // namespace

TEST_CASE("random edits do to the network what they say of the file, on 300 runs of 25") {
  const std::vector<std::string> ids = {"a1", "a2", "a3", "a4", "g1x", "g2x", "q1", "q2"};
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Network network = start();
    json file = tree(network);
    for (int step = 0; step < 25; ++step) {
      CAPTURE(step);
      const std::string id = ids[random() % ids.size()];
      const std::string table = id[0] == 'a' ? "actors" : id[0] == 'g' ? "agreements" : "sources";
      Edit next = edit(Edit::Kind::set, id, "note", "\"" + std::to_string(random() % 9) + "\"");
      const std::size_t what = random() % 5;
      if (what == 0) next = edit(Edit::Kind::remove, id);
      if (what == 1) next = edit(Edit::Kind::unset, id, "note");
      if (what == 2) {
        next = edit(Edit::Kind::add, "");
        next.row = table == "actors" ? RowKind::actor : table == "sources" ? RowKind::source : RowKind::agreement;
        if (table == "actors") next.value = R"({"id": ")" + id + R"(", "type": "other", "name": "n"})";
        if (table == "sources") next.value = R"({"id": ")" + id + R"(", "title": "t"})";
        if (table == "agreements" && network.actors.size() > 0) {
          next.value =
              R"({"id": ")" + id +
              R"(", "title": "t", "form": "other", "areas": ["A4.1"], "status": "active", "parties": [{"actor": ")" +
              network.actors[0].key + R"("}]})";
        }
      }
      const Edited out = apply(network, taxonomy(), next);
      json& rows = file[table];
      const auto at = std::find_if(rows.begin(), rows.end(), [&](const json& each) { return each["id"] == id; });
      if (!out.is_done) {
        REQUIRE(equal(out.network, network));
        continue;
      }
      if (what == 0) {
        rows.erase(at);
        forget(file, id);
      } else if (what == 1) {
        at->erase("note");
      } else if (what == 2) {
        rows.push_back(json::parse(next.value));
      } else {
        (*at)["note"] = json::parse(next.value);
      }
      network = out.network;
      json now = tree(network);
      for (const char* sorted : {"actors", "agreements", "sources"}) {
        auto& list = file[sorted];
        std::sort(list.begin(), list.end(), [](const json& x, const json& y) { return x["id"] < y["id"]; });
        if (list.empty() && !now.contains(sorted)) now[sorted] = json::array();
      }
      REQUIRE(now == file);
    }
  }
}
