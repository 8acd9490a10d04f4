// An editing session to be killed or to have its system calls fail: tests/faults.py runs it, and looks at what is left.
// It edits a copy of a network in SAMVERKA_FAULTS without end, keeps its work as the window does, saves now and then,
// and tells each step on standard output the moment it is done.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdio>
#include <thread>

#include "app/file_care.h"
#include "app/files.h"
#include "app/recovery_keeper.h"
#include "support/app_desk.h"

namespace samverka {
namespace {

void tell(const char* what, int number) {
  std::printf("%s %d %.3f\n", what, number, wall_seconds());
  std::fflush(stdout);
}

void rename_first(Session& session, int number) {
  Document changed = session.document();
  changed.network.actors.mutable_row(0).name = "Ändring " + std::to_string(number);
  session.change({"history.accept", {}}, std::move(changed));
  session.tick();
}

void save_and_tell(Session& session, int number) {
  save(session);
  session.wait_for_jobs();
  tell(is_unsaved(session) ? "not_saved" : "saved", number);
}

}  // namespace

TEST_CASE("an editing session to be killed" * doctest::skip()) {
  const std::string folder = environment("SAMVERKA_FAULTS").value_or("");
  REQUIRE_FALSE(folder.empty());
  const int edits = std::stoi(environment("SAMVERKA_FAULT_EDITS").value_or("1000000"));
  const int save_every = std::stoi(environment("SAMVERKA_FAULT_SAVES").value_or("60"));
  Session session = test::empty_session();
  session.open_file(folder + "/network.json");
  session.wait_for_jobs();
  REQUIRE(session.has_document());
  RecoveryKeeper keeper(folder + "/state");
  FileCare care;
  keeper.keep(session, wall_seconds());
  tell("open", 0);
  for (int number = 1; number <= edits; ++number) {
    rename_first(session, number);
    tell("edit", number);
    keeper.keep(session, wall_seconds());
    care.look_after(session, wall_seconds());
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (number % save_every == 0) save_and_tell(session, number);
  }
  keeper.keep_at_once(session);  // as when somebody asks the program to end
  tell(keeper.is_waiting() ? "not_kept" : "ended", edits);
}

}  // namespace samverka
