// Many edits at once against the same edits one by one.
#include "io/put_rows.h"

#include <doctest/doctest.h>

#include "base/posix.h"
#include "io/random_network.h"
#include "io/read_network.h"

namespace samverka {
namespace {

const Taxonomy& taxonomy() {
  static const Taxonomy all =
      *read_taxonomy(*read_file(SAMVERKA_SOURCE_DIR "/assets/taxonomy/se-2025.json"), "taxonomy");
  return all;
}

Edit edit_of(Edit::Kind kind, Key key, std::string member, std::string value) {
  Edit edit;
  edit.kind = kind;
  edit.key = std::move(key);
  edit.member = std::move(member);
  edit.value = std::move(value);
  return edit;
}

// An edit of a row of its own, which may be wrong in itself.
Edit random_edit(std::mt19937& random, const Key& key, bool is_actor) {
  static const std::vector<std::pair<const char*, const char*>> of_actors = {{"population", "12"},
                                                                             {"population", "\"many\""},
                                                                             {"county", "\"1\""},
                                                                             {"note", "\"x\""},
                                                                             {"valid/from", "\"2031\""},
                                                                             {"parent", "\"nobody\""},
                                                                             {"position", "{\"lat\":1}"},
                                                                             {"a/b/c", "[1]"},
                                                                             {"name", "5"},
                                                                             {"name", "[}"},
                                                                             {"note/x", "1"}};
  static const std::vector<std::pair<const char*, const char*>> of_agreements = {{"title", "\"T\""},
                                                                                 {"status", "\"ended\""},
                                                                                 {"areas", "\"A3\""},
                                                                                 {"parties", "[]"},
                                                                                 {"parties/0/state", "\"adopted\""},
                                                                                 {"parties/9", "{}"},
                                                                                 {"valid/to", "\"1980\""},
                                                                                 {"form", "null"}};
  const auto& all = is_actor ? of_actors : of_agreements;
  const auto& [member, value] = all[random() % all.size()];
  const bool is_unset = random() % 5 == 0;
  return edit_of(is_unset ? Edit::Kind::unset : Edit::Kind::set, key, member, value);
}

}  // namespace

TEST_CASE("edits of different rows do the same together as one by one, and are refused the same") {
  for (unsigned seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    const ReadNetwork read = read_network(test::RandomNetwork(seed).json(), "x", taxonomy());
    std::mt19937 random(seed);
    std::vector<Edit> edits;
    for (const Actor& row : read.network.actors) edits.push_back(random_edit(random, row.key, true));
    for (const Agreement& row : read.network.agreements) edits.push_back(random_edit(random, row.key, false));
    edits.push_back(edit_of(Edit::Kind::set, "none", "name", "1"));
    Edit add = edit_of(Edit::Kind::add, "", "", R"({"id":"new-one","type":"other","name":"N"})");
    edits.push_back(add);
    std::shuffle(edits.begin(), edits.end(), random);
    const EditedAll all = apply_all(read.network, taxonomy(), edits, EditWish::possible_ones);
    Network literal = read.network;
    std::size_t done = 0;
    for (std::size_t i = 0; i < edits.size(); ++i) {
      const Edited one = apply(literal, taxonomy(), edits[i]);
      CAPTURE(edits[i].key);
      CAPTURE(edits[i].member);
      CHECK(one.is_done == all.edits[i].is_done);
      CHECK(all.edits[i].is_done == all.edits[i].problems.empty());
      if (one.is_done) literal = one.network;
      done += one.is_done ? 1 : 0;
    }
    CHECK(done == all.done);
    CHECK(all.done + all.refused == edits.size());
    CHECK(write_network(all.network) == write_network(literal));
    const EditedAll none = apply_all(read.network, taxonomy(), edits, EditWish::all_or_none);
    CHECK(none.done == 0);
    CHECK(write_network(none.network) == write_network(read.network));
  }
}

TEST_CASE("rows that are added may speak of each other, whatever the order, and find who spoke of them") {
  const ReadNetwork read = read_network(
      R"({"format":"samverka-network","format_version":"1.0","id":"n","as_of":"2025-12-31","taxonomy":"se-2025",
      "actors":[{"id":"a","type":"other","name":"A","parent":"b"}],"agreements":[]})",
      "x", taxonomy());
  const std::vector<Edit> edits = {[] {
                                     Edit edit = edit_of(Edit::Kind::add, "", "",
                                                         R"({"id":"g","form":"other","title":"G","areas":[],
          "status":"active","parties":[{"actor":"a"},{"actor":"b"}]})");
                                     edit.row = RowKind::agreement;
                                     return edit;
                                   }(),
                                   edit_of(Edit::Kind::add, "", "", R"({"id":"b","type":"other","name":"B"})"),
                                   edit_of(Edit::Kind::set, "b", "note", "\"later\"")};
  const EditedAll all = apply_all(read.network, taxonomy(), edits, EditWish::all_or_none);
  REQUIRE(all.done == 3);
  CHECK(all.network.agreements[0].parties[1].actor.id == ActorId(1U));
  CHECK(all.network.actors[0].parent.id == ActorId(1U));
  CHECK(all.network.actors[1].note == "later");
}

TEST_CASE("edits that remove go one by one, all or none") {
  const ReadNetwork read = read_network(test::RandomNetwork(3).json(), "x", taxonomy());
  const std::vector<Edit> edits = {edit_of(Edit::Kind::set, "k0", "note", "\"x\""),
                                   edit_of(Edit::Kind::remove, "nobody", "", "")};
  CHECK(apply_all(read.network, taxonomy(), edits, EditWish::possible_ones).done == 1);
  const EditedAll none = apply_all(read.network, taxonomy(), edits, EditWish::all_or_none);
  CHECK(none.refused == 2);
  CHECK(write_network(none.network) == write_network(read.network));
}

}  // namespace samverka
