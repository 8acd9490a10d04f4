#pragma once
// A session with a small network open, and what a person does with it, without a window.
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "app/actions.h"
#include "app/selection.h"
#include "support/small_network.h"

namespace samverka::test {

inline Session empty_session() {
  setenv("SAMVERKA_ASSETS", SAMVERKA_SOURCE_DIR "/assets", 1);
  Result<Assets> assets = load_assets(false);
  REQUIRE(assets);
  return Session(std::move(*assets));
}

struct Desk {
  NetworkMaker maker;
  Session session;

  explicit Desk(NetworkMaker m) : maker(std::move(m)), session(empty_session()) {
    session.show(Document{maker.network, {}, {}}, "test.json", {});
    session.wait_for_jobs();
  }
  void select(const std::vector<std::string>& keys) {
    std::vector<PickId> picks;
    for (const std::string& key : keys) {
      const ActorId actor = session.index().actor(key);
      if (actor.is_set()) {
        picks.push_back({PickId::Kind::actor, actor.value});
      } else {
        picks.push_back({PickId::Kind::agreement, session.index().agreement(key).value});
      }
    }
    session.view.selection = {};
    set_selection(session, picks);
  }
  std::vector<std::string> selected() const { return selected_keys(session); }
  bool run(std::string_view action) {
    const bool ran = run_action(session, action);
    session.wait_for_jobs();
    return ran;
  }
  std::vector<std::string> shown() const {
    std::vector<std::string> names;
    for (const PickId pick : shown_picks(session)) names.push_back(session.key_of(pick));
    return names;
  }
};

}  // namespace samverka::test
