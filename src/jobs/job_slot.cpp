#include <exception>
#include <mutex>
#include <system_error>
#include <utility>

#include "jobs/jobs.h"

namespace samverka {

// Shared by the slot and the thread of one job. Each job has its own, so that a job giving up late cannot touch the
// answer or the progress of the one that replaced it.
struct JobSlot::State {
  Progress progress;
  mutable std::mutex mutex;  // guards what follows
  bool is_finished = false;
  Deliver delivery;
  std::string failure;

  void finish(Deliver answer, std::string thrown) {
    const std::lock_guard lock(mutex);
    delivery = std::move(answer);
    failure = std::move(thrown);
    is_finished = true;
  }

  // The thread boundary: nothing a job throws may get past it, or the program would end.
  void run(const Work& work) {
    if (progress.cancelled()) return finish({}, {});
    try {
      finish(work(progress), {});
    } catch (const std::exception& thrown) {
      finish({}, thrown.what());
    } catch (...) {
      finish({}, "an exception without words");
    }
  }
};

JobSlot::~JobSlot() {
  cancel();
  wait();
}

void JobSlot::start(std::string label, Work work) {
  cancel();
  label_ = std::move(label);
  state_ = std::make_shared<State>();
  // The new thread waits for the old one, so that the caller (a frame of the window) never does, and a slot never has
  // two jobs at work.
  const auto before = std::make_shared<std::thread>(std::move(thread_));
  try {
    thread_ = std::thread([state = state_, before, doing = std::move(work)] {
      if (before->joinable()) before->join();
      state->run(doing);
    });
  } catch (const std::system_error& no_thread) {
    thread_ = std::move(*before);
    state_->finish({}, no_thread.what());
  }
}

void JobSlot::cancel() {
  if (!state_) return;
  state_->progress.cancel();
  const std::lock_guard lock(state_->mutex);
  state_->delivery = nullptr;
}

bool JobSlot::is_running() const {
  if (!state_ || state_->progress.cancelled()) return false;
  const std::lock_guard lock(state_->mutex);
  return !state_->is_finished;
}

float JobSlot::fraction() const { return is_running() ? state_->progress.fraction() : 1.0F; }

std::string JobSlot::failure() const {
  if (!state_) return {};
  const std::lock_guard lock(state_->mutex);
  return state_->failure;
}

bool JobSlot::deliver() {
  if (!state_ || state_->progress.cancelled()) return false;
  Deliver delivery;
  {
    const std::lock_guard lock(state_->mutex);
    delivery.swap(state_->delivery);
  }
  if (!delivery) return false;
  delivery();  // may start the slot's next job: no lock is held
  return true;
}

void JobSlot::wait() {
  if (thread_.joinable()) thread_.join();
}

}  // namespace samverka
