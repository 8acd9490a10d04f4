// Ten thousand changes of every kind in a row: undo leads back to the first byte and redo to the last.
#include <doctest/doctest.h>

#include <random>

#include "io/edit.h"
#include "io/json_text.h"
#include "support/app_desk.h"

namespace samverka {
namespace {

test::NetworkMaker town() {
  test::NetworkMaker maker;
  for (int i = 0; i < 8; ++i) maker.actor("k" + std::to_string(i), "municipality");
  maker.actor("r", "region");
  for (int i = 0; i < 4; ++i) {
    maker.agreement("a" + std::to_string(i), {"r", "k" + std::to_string(i), "k" + std::to_string(i + 1)});
  }
  return maker;
}

// What is saved of a document: the network's bytes and what lies beside it.
struct Saved {
  std::string network;
  std::unordered_map<Key, Vec2> pins;
  std::vector<AcceptedFinding> accepted;
  std::vector<Scenario> scenarios;
  bool operator==(const Saved&) const = default;
};
Saved saved(const Session& session) {
  const Document& document = session.document();
  return {write_network(document.network), document.pins, document.accepted, document.scenarios};
}

// Does changes as the window does them, chosen by a seed.
class Planner {
 public:
  Planner(Session& session, std::uint32_t seed) : session_(session), random_(seed) {}

  // One step of undo; what is refused is tried again as something else.
  void act() {
    const std::size_t before = session_.history().done().size();
    const DocumentValue document = session_.shared_document();
    do {
      switch (below(8)) {
        case 0:
        case 1:
          set_member();
          break;
        case 2:
          add_actor();
          break;
        case 3:
          remove_or_merge();
          break;
        case 4:
          add_party();
          break;
        case 5:
          session_.accept("R1/k" + std::to_string(below(20)), below(3) == 0 ? "" : "skäl " + number(), {2025, 1, 1});
          break;
        case 6:
          change_scenario();
          break;
        default:
          place_by_hand();
      }
    } while (session_.history().done().size() == before && session_.shared_document() == document);
  }

 private:
  std::uint32_t below(std::size_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  std::string number() { return std::to_string(below(1000)); }
  const Network& network() const { return session_.document().network; }
  Key some_actor() { return network().actors[below(network().actors.size())].key; }
  Key some_agreement() {
    return network().agreements.empty() ? Key() : network().agreements[below(network().agreements.size())].key;
  }

  void apply_edit(const Edit& edit) {
    Edited edited = apply(network(), session_.taxonomy(), edit);
    if (!edited.is_done) return;
    Document changed = session_.document();
    changed.network = std::move(edited.network);
    session_.change({"history.accept", {}}, std::move(changed));
  }

  void set_member() {
    Edit edit;
    const bool is_agreement = below(3) == 0;
    edit.key = is_agreement ? some_agreement() : some_actor();
    edit.kind = below(4) == 0 ? Edit::Kind::unset : Edit::Kind::set;
    edit.member = below(2) == 0 ? "note" : "valid/to";
    edit.value =
        edit.member == "note" ? json_quoted("ö" + number()) : json_quoted("20" + std::to_string(26 + below(70)));
    if (!is_agreement && below(2) == 0) {
      edit.kind = Edit::Kind::set;
      edit.member = "name";
      edit.value = json_quoted("Namn " + number());
    }
    apply_edit(edit);
  }

  void add_actor() {
    if (network().actors.size() > 9) return;
    Edit edit;
    edit.kind = Edit::Kind::add;
    edit.value = R"({"id": "n)" + std::to_string(++made_) + R"(", "type": "other", "name": "Ny )" + number() + R"("})";
    apply_edit(edit);
  }

  void remove_or_merge() {
    if (network().actors.size() < 6) return;
    Edit edit;
    edit.kind = below(2) == 0 ? Edit::Kind::remove : Edit::Kind::merge;
    edit.key = some_actor();
    edit.into = some_actor();
    apply_edit(edit);
  }

  void add_party() {
    Edit edit;
    edit.key = some_agreement();
    edit.member = "parties/-";
    edit.value = R"({"actor": ")" + some_actor() + R"(", "role": "participant", "state": "adopted"})";
    apply_edit(edit);
  }

  void change_scenario() {
    const std::size_t scenarios = session_.document().scenarios.size();
    if (scenarios == 0 || (scenarios < 2 && below(6) == 0)) return session_.begin_scenario();
    session_.view.scenario = below(session_.document().scenarios.size());
    if (below(5) == 0 || session_.document().scenarios[session_.view.scenario].steps.size() > 8) {
      return session_.remove_scenario();
    }
    if (below(3) == 0) return session_.rename_scenario("Tänk om " + number());
    ScenarioStep step;
    step.kind = word(StepKind::end);
    step.agreement = some_agreement();
    session_.add_step(step);
  }

  void place_by_hand() {
    Document changed = session_.document();
    changed.pins["k" + std::to_string(below(8))] = {static_cast<float>(below(100)), static_cast<float>(below(100))};
    session_.change({"history.pin", {}}, std::move(changed));
  }

  Session& session_;
  std::mt19937 random_;
  int made_ = 0;
};

std::size_t undo_all(Session& session) {
  std::size_t steps = 0;
  for (; session.history().to_undo(); ++steps) session.undo();
  return steps;
}

std::size_t redo_all(Session& session) {
  std::size_t steps = 0;
  for (; session.history().to_redo(); ++steps) session.redo();
  return steps;
}

}  // namespace

TEST_CASE("ten thousand actions are undone to the first byte and redone to the last") {
  constexpr std::size_t actions = 10'000;
  test::Desk desk(town());
  Session& session = desk.session;
  Planner planner(session, 5);
  const Saved first = saved(session);
  std::vector<std::pair<std::size_t, Saved>> on_the_way;
  for (std::size_t i = 0; i < actions; ++i) {
    planner.act();
    if (i % 1999 == 0) on_the_way.emplace_back(session.history().done().size(), saved(session));
  }
  const Saved last = saved(session);
  CHECK(first != last);
  // Some changes in a row of the same kind are one step, so that there are at most as many.
  const std::size_t steps = session.history().done().size();
  CHECK(steps > actions / 2);
  CHECK(steps <= History::most_steps);
  CHECK(session.history().bytes() < History::usual_budget);

  CHECK(undo_all(session) == steps);
  CHECK(saved(session) == first);
  CHECK(redo_all(session) == steps);
  CHECK(saved(session) == last);
  for (auto at = on_the_way.rbegin(); at != on_the_way.rend(); ++at) {
    while (session.history().done().size() > at->first) session.undo();
    CHECK(saved(session) == at->second);
  }
}

TEST_CASE("whatever is undone and redone on the way, what was first comes back") {
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    test::Desk desk(town());
    Session& session = desk.session;
    Planner planner(session, seed);
    std::mt19937 random(seed + 100);
    const Saved first = saved(session);
    for (int i = 0; i < 300; ++i) {
      planner.act();
      for (std::size_t back = random() % 4; back > 0; --back) session.undo();
      for (std::size_t forth = random() % 3; forth > 0; --forth) session.redo();
    }
    undo_all(session);
    CHECK(saved(session) == first);
  }
}

}  // namespace samverka
