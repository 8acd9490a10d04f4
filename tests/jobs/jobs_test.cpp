#include "jobs/jobs.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

using namespace samverka;

namespace {

JobSlot::Work answers(int& answer, int value) {
  return [&answer, value](Progress&) -> JobSlot::Deliver { return [&answer, value] { answer = value; }; };
}

JobSlot::Work works_until_cancelled(std::atomic<bool>& has_begun) {
  return [&has_begun](Progress& progress) -> JobSlot::Deliver {
    progress.report(0.25F);
    has_begun = true;
    while (!progress.cancelled()) std::this_thread::yield();
    return {};
  };
}

void await(const std::atomic<bool>& flag) {
  while (!flag) std::this_thread::yield();
}

std::vector<std::size_t> squares(std::size_t count, std::size_t grain, unsigned threads) {
  std::vector<std::size_t> found(count);
  parallel_for(
      count, grain,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) found[i] = i * i;
      },
      threads);
  return found;
}

}  // namespace

TEST_CASE("a slot that never ran is idle and delivers nothing") {
  JobSlot slot;
  CHECK_FALSE(slot.is_running());
  CHECK(slot.fraction() == 1.0F);
  CHECK(slot.failure().empty());
  slot.cancel();
  slot.wait();
  CHECK_FALSE(slot.deliver());
}

TEST_CASE("an answer waits until it is asked for, and arrives once") {
  int answer = 0;
  JobSlot slot;
  slot.start("job.layout", answers(answer, 7));
  CHECK(slot.label() == "job.layout");
  slot.wait();
  CHECK(answer == 0);
  CHECK_FALSE(slot.is_running());
  CHECK(slot.deliver());
  CHECK(answer == 7);
  CHECK_FALSE(slot.deliver());
}

TEST_CASE("only the newest of several jobs delivers") {
  int answer = 0;
  std::atomic<bool> has_begun = false;
  JobSlot slot;
  slot.start("first", works_until_cancelled(has_begun));
  await(has_begun);
  slot.start("second", answers(answer, 2));
  slot.start("third", answers(answer, 3));
  slot.wait();
  CHECK(slot.deliver());
  CHECK(answer == 3);
  CHECK(slot.label() == "third");
}

TEST_CASE("a running job tells how far it has come; a cancelled one counts as idle at once") {
  std::atomic<bool> has_begun = false;
  JobSlot slot;
  slot.start("job", works_until_cancelled(has_begun));
  await(has_begun);
  CHECK(slot.is_running());
  CHECK(slot.fraction() == 0.25F);
  slot.cancel();
  CHECK_FALSE(slot.is_running());
  CHECK(slot.fraction() == 1.0F);
  slot.wait();
  CHECK_FALSE(slot.deliver());
}

TEST_CASE("cancelling a finished job drops its answer") {
  int answer = 0;
  JobSlot slot;
  slot.start("job", answers(answer, 7));
  slot.wait();
  slot.cancel();
  CHECK_FALSE(slot.deliver());
  CHECK(answer == 0);
}

TEST_CASE("a slot that goes away cancels its job and waits for it") {
  std::atomic<bool> has_begun = false;
  {
    JobSlot slot;
    slot.start("job", works_until_cancelled(has_begun));
    await(has_begun);
  }
  CHECK(has_begun);
}

TEST_CASE("a job that throws delivers nothing and says why; the slot can be used again") {
  int answer = 0;
  JobSlot slot;
  slot.start("job", [](Progress&) -> JobSlot::Deliver { throw std::runtime_error("no memory for that"); });
  slot.wait();
  CHECK_FALSE(slot.deliver());
  CHECK(slot.failure() == "no memory for that");

  slot.start("job", [](Progress&) -> JobSlot::Deliver { throw 1; });
  slot.wait();
  CHECK(slot.failure() == "an exception without words");

  slot.start("job", answers(answer, 1));
  slot.wait();
  CHECK(slot.failure().empty());
  CHECK(slot.deliver());
  CHECK(answer == 1);
}

TEST_CASE("a delivery may start the slot's next job") {
  int answer = 0;
  JobSlot slot;
  slot.start("first", [&](Progress&) -> JobSlot::Deliver { return [&] { slot.start("second", answers(answer, 2)); }; });
  slot.wait();
  CHECK(slot.deliver());
  slot.wait();
  CHECK(slot.deliver());
  CHECK(answer == 2);
}

TEST_CASE("a parallel loop does every item once, whatever the threads and the grain") {
  const std::vector<std::size_t> expected = squares(1000, 1000, 1);
  for (const unsigned threads : {0U, 1U, 2U, 7U}) {
    CHECK(squares(1000, 1, threads) == expected);
    CHECK(squares(1000, 64, threads) == expected);
    CHECK(squares(1000, 0, threads) == expected);
    CHECK(squares(1, 64, threads) == std::vector<std::size_t>{0});
    CHECK(squares(0, 64, threads).empty());
  }
}

TEST_CASE("the pieces of a parallel loop do not depend on the number of threads") {
  for (const unsigned threads : {1U, 3U}) {
    std::vector<std::size_t> begins(3), ends(3);
    parallel_for(
        10, 4,
        [&](std::size_t begin, std::size_t end) {
          begins[begin / 4] = begin;
          ends[begin / 4] = end;
        },
        threads);
    CHECK(begins == std::vector<std::size_t>{0, 4, 8});
    CHECK(ends == std::vector<std::size_t>{4, 8, 10});
  }
}

TEST_CASE("a parallel loop passes on what a body throws, after all have stopped") {
  std::atomic<int> at_work = 0;
  const auto body = [&](std::size_t begin, std::size_t) {
    ++at_work;
    std::this_thread::yield();
    --at_work;
    if (begin == 3) throw std::runtime_error("piece 3");
  };
  CHECK_THROWS_WITH_AS(parallel_for(100, 1, body, 4), "piece 3", std::runtime_error);
  CHECK(at_work == 0);
}
