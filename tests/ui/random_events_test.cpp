// A cat on the keyboard: random clicks, drags, keys and letters, with nothing that could be called a plan. Nothing may
// stop the program, memory stays flat, and undo leads back to the network's first byte.
#include <doctest/doctest.h>

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "app/actions.h"
#include "io/read_network.h"
#include "support/folder.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

using Dialog = ViewState::Dialog;

// tests/long.sh asks for a million; a build without optimization is content with less.
int events_wanted() {
  const char* asked = std::getenv("SAMVERKA_EVENTS");
#ifdef __OPTIMIZE__
  return asked ? std::atoi(asked) : 10'000;
#else
  return asked ? std::atoi(asked) : 2'000;
#endif
}

double resident_mib() {
  std::ifstream file("/proc/self/statm");
  long all = 0, resident = 0;
  file >> all >> resident;
  return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

// What is exported without a whole path, and what the dialog proposes, lands in the folder and not where the tests run.
class AtHome {
 public:
  explicit AtHome(const std::string& folder) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
    ::setenv("PWD", folder.c_str(), 1);
  }
  AtHome(const AtHome&) = delete;
  AtHome& operator=(const AtHome&) = delete;
  ~AtHome() {
    std::filesystem::current_path(before_);
    ::setenv("PWD", before_.c_str(), 1);
  }

 private:
  std::filesystem::path before_;
};

class Cat {
 public:
  Cat(UiDriver& driver, std::uint32_t seed) : d_(driver), random_(seed) {}

  void touch() {
    switch (below(12)) {
      case 0:
      case 1:
      case 2:
        d_.click_at(anywhere(), below(8) == 0);
        break;
      case 3:
        click_something();
        break;
      case 4:
        d_.double_click_at(anywhere());
        break;
      case 5:
        d_.drag(anywhere(), anywhere());
        break;
      case 6:
        d_.scroll(anywhere(), static_cast<float>(below(9)) - 4);
        break;
      case 7:
        d_.type(words_[below(words_.size())]);
        break;
      case 8:
        press_something();
        break;
      case 9:
        if (below(20) == 0) d_.resize(size_ = sizes_[below(sizes_.size())]);
        break;
      default:
        d_.move_to(anywhere());
    }
    d_.frames();
    keep_out_of_files();
    if (shows_ == d_.session.files().shows) return;
    shows_ = d_.session.files().shows;
    first_ = d_.session.shared_document();
  }
  // As it was when the network that is open was read.
  const Document& first() const { return *first_; }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  Vec2 anywhere() {
    return {static_cast<float>(random_() % 1000) / 1000 * size_.x,
            static_cast<float>(random_() % 1000) / 1000 * size_.y};
  }

  void click_something() {
    const std::vector<Item>& items = d_.ui->items();
    if (items.empty()) return;
    const Item item = items[below(items.size())];
    d_.click_at({(item.rect.min.x + item.rect.max.x) / 2, (item.rect.min.y + item.rect.max.y) / 2});
  }

  void press_something() {
    const auto all = actions();
    const Action& action = all[below(all.size())];
    if (below(2) == 0) {
      d_.press(action.chord);
    } else {
      run_action(d_.session, action.id);
    }
  }

  // Which files there are on this machine is nothing to play with.
  void keep_out_of_files() {
    const Dialog dialog = d_.session.view.dialog;
    const bool is_of_files = dialog == Dialog::open || dialog == Dialog::save_as || dialog == Dialog::export_picture ||
                             dialog == Dialog::export_data || dialog == Dialog::open_rules ||
                             dialog == Dialog::save_questions || dialog == Dialog::open_answers;
    if (is_of_files) {
      d_.session.view.dialog = Dialog::none;
      d_.frames(2);
    }
    d_.session.view.wants_quit = false;
    if (!d_.session.has_document()) reopen();
  }

  void reopen() {
    d_.session.open_file(d_.session.view.recent_files.empty() ? path_ : d_.session.view.recent_files.front());
    d_.session.wait_for_jobs();
  }

  UiDriver& d_;
  std::mt19937 random_;
  std::string path_ = d_.session.file();
  Vec2 size_{1280, 720};
  std::uint64_t shows_ = 0;
  DocumentValue first_;
  std::array<const char*, 8> words_ = {"a", "Granby", "2026", "12", "%s%n", "##", "åäö", " "};
  std::array<Vec2, 5> sizes_ = {Vec2{1280, 720}, {1600, 900}, {200, 200}, {640, 480}, {900, 300}};
};

}  // namespace

TEST_CASE("whatever is clicked and typed, the program stays up, and undo leads back to the first byte") {
  const TestFolder folder;
  const AtHome at_home(folder.path);
  const std::string path = folder / "länet.json";
  REQUIRE(write_file_atomically(path, *read_file(SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json")));
  UiDriver driver("", {1280, 720});
  driver.session.open_file(path);
  driver.session.wait_for_jobs();
  driver.frames(3);
  const char* seed = std::getenv("SAMVERKA_SEED");
  Cat cat(driver, seed ? static_cast<std::uint32_t>(std::atol(seed)) : 7);
  const int events = events_wanted();
  double at_first = 0;
  for (int i = 0; i < events; ++i) {
    cat.touch();
    if (i == events / 5) at_first = resident_mib();
  }
  // Caches fill and undo keeps what it promised to keep; what grows with every event would be far more.
  CHECK(resident_mib() < at_first + 400);

  driver.session.view.dialog = Dialog::none;
  driver.ui->wait_for_work();
  while (driver.session.history().to_undo()) driver.session.undo();
  CHECK(write_network(driver.session.document().network) == write_network(cat.first().network));
}

}  // namespace samverka
