#include "model/history.h"

#include <doctest/doctest.h>

#include <random>

#include "support/small_network.h"

namespace samverka {
namespace {

DocumentValue document(const std::string& title) {
  auto made = std::make_shared<Document>();
  made->network.title = title;
  return made;
}

HistoryStep step(const DocumentValue& before, const DocumentValue& after, const std::string& join = {}) {
  return {{after->network.title, {}}, join, before, after, 0};
}

}  // namespace

TEST_CASE("undo goes back by whole values and redo forth again") {
  const DocumentValue a = document("a");
  const DocumentValue b = document("b");
  const DocumentValue c = document("c");
  History history;
  CHECK(history.undo() == nullptr);
  CHECK(history.redo() == nullptr);
  history.record(step(a, b));
  history.record(step(b, c));
  CHECK(history.to_undo()->label.key == "c");
  CHECK(history.undo() == b);
  CHECK(history.undo() == a);
  CHECK(history.to_undo() == nullptr);
  CHECK(history.to_redo()->label.key == "b");
  CHECK(history.redo() == b);
  CHECK(history.redo() == c);
  CHECK(history.redo() == nullptr);
}

TEST_CASE("a new step forgets what had been undone") {
  const DocumentValue a = document("a");
  const DocumentValue b = document("b");
  const DocumentValue c = document("c");
  History history;
  history.record(step(a, b));
  history.undo();
  history.record(step(a, c));
  CHECK(history.to_redo() == nullptr);
  CHECK(history.size() == 1);
  CHECK(history.undo() == a);
}

TEST_CASE("steps of one word in a row are one, until the hand lets go") {
  const DocumentValue a = document("a");
  const DocumentValue b = document("b");
  const DocumentValue c = document("c");
  const DocumentValue d = document("d");
  History history;
  history.record(step(a, b, "pin"));
  history.record(step(b, c, "pin"));
  history.end_join();
  history.record(step(c, d, "pin"));
  CHECK(history.size() == 2);
  CHECK(history.undo() == c);
  CHECK(history.undo() == a);
  history.record(step(a, b));
  history.record(step(b, c));
  CHECK(history.size() == 2);  // without a word nothing joins
}

TEST_CASE("beyond its budget the history forgets the oldest steps, never the newest") {
  History history(3 * sizeof(Document));
  DocumentValue last = document("0");
  for (int i = 1; i < 50; ++i) {
    const DocumentValue next = document(std::to_string(i));
    history.record(step(last, next));
    last = next;
  }
  CHECK(history.bytes() <= 3 * sizeof(Document));
  CHECK(history.size() >= 1);
  CHECK(history.size() <= 3);
  CHECK(history.to_undo()->after == last);
  History tiny(1);
  tiny.record(step(document("a"), last));
  CHECK(tiny.size() == 1);
}

TEST_CASE("a changed row costs that row, not the network") {
  test::NetworkMaker maker;
  for (int i = 0; i < 2000; ++i) maker.municipality("k" + std::to_string(i), "9901");
  const Document before{maker.network, {}, {}};
  Document after = before;
  const std::size_t none = bytes_apart(before, after);
  CHECK(none < 3'000);
  after.network.actors.mutable_row(700).name = "Nytt";
  const std::size_t one = bytes_apart(before, after) - none;
  CHECK(one >= sizeof(Actor));
  CHECK(one < 2 * sizeof(Actor) + 64 * sizeof(std::shared_ptr<Actor>) + 1);
  after.network.actors.mutable_row(701).name = "Nytt";  // in the same block: another row and nothing beside it
  CHECK(bytes_apart(before, after) - none == one + 2 * sizeof(Actor));
}

TEST_CASE("ten thousand steps on a network like a country's stay within the budget") {
  test::NetworkMaker maker;
  for (int i = 0; i < 3000; ++i) maker.municipality("k" + std::to_string(i), "9901");
  auto last = std::make_shared<const Document>(Document{maker.network, {}, {}});
  History history;
  for (std::size_t i = 0; i < History::most_steps; ++i) {
    Document next = *last;
    next.network.actors.mutable_row(i * 7919 % 3000).name = std::to_string(i);
    auto value = std::make_shared<const Document>(std::move(next));
    history.record(step(last, value));
    last = value;
  }
  CHECK(history.done().size() == History::most_steps);
}

TEST_CASE("any walk of steps, undo and redo stands where a plain list of values says") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    std::mt19937 random(seed);
    History history;
    std::vector<DocumentValue> values{document("0")};
    std::size_t at = 0;
    for (int i = 1; i < 300; ++i) {
      const auto what = random() % 5;
      if (what < 2) {
        values.resize(at + 1);
        values.push_back(document(std::to_string(i)));
        history.record(step(values[at], values[at + 1]));
        ++at;
      } else if (what < 4) {
        const DocumentValue back = history.undo();
        CHECK((at == 0) == (back == nullptr));
        if (back) CHECK(back == values[--at]);
      } else {
        const DocumentValue forth = history.redo();
        CHECK((at + 1 == values.size()) == (forth == nullptr));
        if (forth) CHECK(forth == values[++at]);
      }
    }
  }
}

}  // namespace samverka
