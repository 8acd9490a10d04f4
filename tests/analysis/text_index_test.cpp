#include "analysis/text_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "base/collate.h"

using namespace samverka;

namespace {

using Names = std::vector<std::string>;
using Letters = std::u32string;

IndexedThing thing(const std::string& name, std::uint32_t size = 0, const Names& codes = {}) {
  IndexedThing made{0, size, name, {{0, true, name}}};
  for (const std::string& code : codes) made.texts.push_back({1, false, code});
  return made;
}

Names found(const std::vector<IndexedThing>& things, std::string_view typed, std::size_t at_most = 100) {
  Names names;
  const TextIndex index(things, 1);
  const auto groups = index.find(typed, at_most);
  for (const TextHit& hit : groups.at(0).hits) names.push_back(things[hit.thing].name);
  return names;
}

TextHit first(const std::vector<IndexedThing>& things, std::string_view typed) {
  const TextIndex index(things, 1);
  const auto groups = index.find(typed, 1);
  REQUIRE(groups.at(0).hits.size() == 1);
  return groups[0].hits[0];
}

std::string marked(const TextHit& hit) {
  std::string text = hit.text;
  for (auto span = hit.marked.rbegin(); span != hit.marked.rend(); ++span) {
    text.insert(span->end, "]");
    text.insert(span->begin, "[");
  }
  return text;
}

// ---- the slow and obvious way ----

Letters decoded(const std::string& text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = byte < 0x80 ? 1 : 2;  // all that the tests below need
    letters += length == 1 ? char32_t{byte} : (byte & 0x1FU) << 6U | (static_cast<unsigned char>(text[at + 1]) & 0x3FU);
    at += length;
  }
  return letters;
}

// Edits between two words by the whole table: letters more, less and other, and neighbours that have changed places.
std::size_t edits(const Letters& a, const Letters& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      std::size_t least =
          std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swapped) least = std::min(least, table[i - 2][j - 2] + 1);
      table[i][j] = least;
    }
  }
  return table[a.size()][b.size()];
}

bool slow_one_edit(const std::string& typed, const std::string& word, bool of_beginning) {
  const Letters a = decoded(typed);
  const Letters b = decoded(word);
  if (!of_beginning) return edits(a, b) == 1;
  if (b.substr(0, a.size()) == a) return false;
  for (std::size_t length = 0; length <= b.size(); ++length) {
    if (edits(a, b.substr(0, length)) == 1) return true;
  }
  return false;
}

Names split(const std::string& text) {
  Names words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

struct SlowHit {
  Match match = Match::typo;
  bool is_whole = false;
  std::size_t thing = 0;
};

int slow_meeting(const std::string& typed, const std::string& word) {
  if (typed == word) return 0;
  if (word.rfind(typed, 0) == 0) return 1;
  const std::size_t letters = decoded(typed).size();
  if (letters >= 2 && word.find(typed) != std::string::npos) return 2;
  if (letters < 4) return 4;
  return slow_one_edit(typed, word, letters >= 5) ? 3 : 4;
}

std::vector<std::size_t> slow_find(const std::vector<IndexedThing>& things, const std::string& typed) {
  std::vector<SlowHit> hits;
  const std::string query = searchable(typed);
  for (std::size_t t = 0; t < things.size(); ++t) {
    int worst = split(query).empty() ? 4 : 0;
    for (const std::string& each : split(query)) {
      int best = 4;
      for (const IndexedText& text : things[t].texts) {
        for (const std::string& word : split(searchable(text.text))) best = std::min(best, slow_meeting(each, word));
      }
      worst = std::max(worst, best);
    }
    if (worst == 4) continue;
    SlowHit hit{worst <= 1 ? Match::word_prefix : worst == 2 ? Match::substring : Match::typo, worst == 0, t};
    for (const IndexedText& text : things[t].texts) {
      const std::string plain = searchable(text.text);
      if (plain == query) hit.match = Match::exact;
      if (hit.match > Match::name_prefix && text.is_name && plain.rfind(query, 0) == 0) {
        hit.match = Match::name_prefix;
        hit.is_whole = plain[query.size()] == ' ';
      }
    }
    hits.push_back(hit);
  }
  std::stable_sort(hits.begin(), hits.end(), [&](const SlowHit& a, const SlowHit& b) {
    if (a.match != b.match) return a.match < b.match;
    if (a.is_whole != b.is_whole) return a.is_whole;
    if (things[a.thing].size != things[b.thing].size) return things[a.thing].size > things[b.thing].size;
    return swedish_less(things[a.thing].name, things[b.thing].name);
  });
  std::vector<std::size_t> order;
  for (const SlowHit& hit : hits) order.push_back(hit.thing);
  return order;
}

std::string random_word(std::mt19937& random, std::size_t least) {
  static const Names letters = {"a", "b", "å", "é", "n"};
  std::string word;
  for (std::size_t i = 0; i < least + random() % 4; ++i) word += letters[random() % letters.size()];
  return word;
}

// Not folded: these are compared as they are.
std::string random_plain_word(std::mt19937& random) {
  static const Names letters = {"a", "b", "\u0436"};
  std::string word;
  for (std::size_t i = 0; i < random() % 7; ++i) word += letters[random() % letters.size()];
  return word;
}

}  // namespace

TEST_CASE("nothing typed, and nothing to search, find nothing") {
  CHECK(found({}, "granby").empty());
  CHECK(found({thing("Granby")}, "").empty());
  CHECK(found({thing("Granby")}, " -– ").empty());
  CHECK(found({thing("")}, "a").empty());
  CHECK(TextIndex().find("a", 3).empty());
}

TEST_CASE("case, å ä ö and accents do not matter") {
  const std::vector<IndexedThing> things = {thing("Åmål"), thing("Malmö"), thing("Idé")};
  CHECK(found(things, "amal") == Names{"Åmål"});
  CHECK(found(things, "ÅMÅL") == Names{"Åmål"});
  CHECK(found(things, "A\u030Am") == Names{"Åmål"});  // decomposed
  CHECK(found(things, "malmo") == Names{"Malmö"});
  CHECK(found(things, "ide") == Names{"Idé"});
}

TEST_CASE("the whole name comes before its beginning, a word's beginning, a part and a slip") {
  const std::vector<IndexedThing> things = {thing("Salla"), thing("Uppsala"), thing("Västra Sala"),
                                            thing("Sala kommun"), thing("Sala")};
  CHECK(found(things, "sala") == Names{"Sala", "Sala kommun", "Västra Sala", "Uppsala", "Salla"});
}

TEST_CASE("larger ones come first among equals, then Swedish order with å ä ö last") {
  CHECK(found({thing("Ba 1"), thing("Bo 2", 7), thing("Bå 3"), thing("Bz 4")}, "b") ==
        Names{"Bo 2", "Ba 1", "Bz 4", "Bå 3"});
}

TEST_CASE("every word typed must match, in whatever order and text") {
  const std::vector<IndexedThing> things = {thing("Granby kommun", 0, {"9901"}), thing("Granby skola", 0, {"9902"})};
  CHECK(found(things, "skola granby") == Names{"Granby skola"});
  CHECK(found(things, "9901 gran") == Names{"Granby kommun"});
  CHECK(found(things, "granby bad").empty());
}

TEST_CASE("one letter wrong is forgiven from four letters, in a word being typed from five") {
  const std::vector<IndexedThing> things = {thing("Granby")};
  CHECK(found(things, "grnby") == Names{"Granby"});
  CHECK(found(things, "grannby") == Names{"Granby"});
  CHECK(found(things, "grenby") == Names{"Granby"});
  CHECK(found(things, "rganby") == Names{"Granby"});
  CHECK(found(things, "rganb") == Names{"Granby"});
  CHECK(found(things, "rgan").empty());
  CHECK(found(things, "gnby").empty());
  CHECK(found({thing("Bro")}, "bru").empty());
  CHECK(found({thing("Sala")}, "slaa") == Names{"Sala"});
  CHECK(found({thing("99012")}, "99013").empty());  // a code nearly right is another code
}

TEST_CASE("signs part words and do not have to be typed") {
  const std::vector<IndexedThing> things = {thing("Avtal A4.1 (FoU–råd) %s##", 0, {"232100-0123"})};
  CHECK(found(things, "a4.1").size() == 1);
  CHECK(found(things, "fou rad").size() == 1);
  CHECK(found(things, "232100 0123").size() == 1);
  CHECK(found(things, "%s").size() == 1);
}

TEST_CASE("a hit tells which text matched and marks where") {
  const std::vector<IndexedThing> things = {thing("Åmåls kommun", 0, {"1492"})};
  CHECK(marked(first(things, "amal")) == "[Åmål]s kommun");
  CHECK(marked(first(things, "kom åm")) == "[Åm]åls [kom]mun");
  CHECK(marked(first(things, "mun")) == "Åmåls kom[mun]");
  CHECK(marked(first(things, "kommnu")) == "Åmåls [kommun]");
  CHECK(first(things, "14").field == 1);
  CHECK(marked(first(things, "1492")) == "[1492]");
  CHECK(marked(first({thing("A\u030Ab")}, "a")) == "[A\u030A]b");
}

TEST_CASE("only as many as asked for come, but all are counted") {
  const std::vector<IndexedThing> things = {thing("a1"), thing("a2"), thing("a3")};
  const auto groups = TextIndex(things, 2).find("a", 2);
  CHECK(groups.at(0).hits.size() == 2);
  CHECK(groups.at(0).count == 3);
  CHECK(groups.at(1).count == 0);
}

TEST_CASE("names and queries of a megabyte, and bytes that are no text, are taken as far as they go") {
  const std::vector<IndexedThing> things = {thing(std::string(1 << 20, 'a')), thing("\xFF\xFE"), thing("🙂 glad")};
  CHECK(found(things, "aaaa").size() == 1);
  CHECK(found(things, std::string(1 << 20, 'a')).size() == 1);
  CHECK(found(things, "\xFFglad").size() <= 1);
  CHECK(found(things, "glad") == Names{"🙂 glad"});
  std::string many;
  for (int i = 0; i < 50; ++i) many += "glad ";
  CHECK(found(things, many) == Names{"🙂 glad"});
}

TEST_CASE("the words with their places are those without") {
  for (const char* text : {"Åmål–É  (x)", "A\u030Ab", "--", "", "Ærø ß", "1 000", "İstanbul", "x\u0301y"}) {
    std::vector<std::uint32_t> origin;
    const std::string with = searchable(text, &origin);
    CHECK(with == searchable(text));
    CHECK(origin.size() == with.size() + 1);
    CHECK(std::is_sorted(origin.begin(), origin.end()));
  }
}

TEST_CASE("one edit is what the whole table of edits says") {
  std::mt19937 random(7);
  int edited = 0;
  for (int round = 0; round < 6000; ++round) {
    const std::string typed = random_plain_word(random);
    const std::string word = random_plain_word(random);
    INFO(typed, " / ", word);
    CHECK(is_one_edit_away(typed, word) == slow_one_edit(typed, word, false));
    CHECK(is_one_edit_away(typed, word, true) == slow_one_edit(typed, word, true));
    edited += is_one_edit_away(typed, word) ? 1 : 0;
  }
  CHECK(edited > 100);
}

TEST_CASE("what is found, and in which order, is what comparing with every word says") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    std::mt19937 random(seed);
    std::vector<IndexedThing> things;
    for (std::size_t i = 0; i < 1 + random() % 25; ++i) {
      std::string name = random_word(random, 1);
      while (random() % 2 == 0) name += " " + random_word(random, 1);
      things.push_back(thing(name, static_cast<std::uint32_t>(random() % 2), {random_word(random, 3)}));
    }
    const TextIndex index(things, 1);
    for (int query = 0; query < 10; ++query) {
      std::string typed = random_word(random, 1 + random() % 5);
      if (random() % 4 == 0) typed += " " + random_word(random, 1);
      std::vector<std::size_t> order;
      const auto groups = index.find(typed, things.size());
      for (const TextHit& hit : groups[0].hits) order.push_back(hit.thing);
      INFO("typed: ", typed, " seed: ", seed);
      CHECK(order == slow_find(things, typed));
    }
  }
}
