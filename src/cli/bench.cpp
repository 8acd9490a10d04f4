// samverka bench draw: how long the window takes to draw a network while a hand drags and zooms it.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/launch.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "io/json_text.h"

namespace samverka {
namespace {

constexpr std::array<std::string_view, 4> later_benches = {"make", "layout", "analyze", "load"};
constexpr double default_frames = 240;

// What to measure and one file, or what is wrong.
Result<std::string> file_of(const Words& words) {
  const std::string& what = words.files.front();
  if (std::find(later_benches.begin(), later_benches.end(), what) != later_benches.end()) {
    return wrong_use({"usage.later_command", {{"command", "bench " + what}}});
  }
  if (what != "draw") {
    return wrong_use({"usage.bad_value", {{"option", "bench"}, {"value", what}, {"takes", "draw"}}});
  }
  if (words.files.size() < 2) return wrong_use({"usage.no_file", {{"command", "bench draw"}}});
  if (words.files.size() > 2) {
    return wrong_use({"usage.one_file", {{"command", "bench draw"}, {"second", words.files[2]}}});
  }
  return words.files[1];
}

// A hundredth of a millisecond is below what a machine repeats.
float hundredths(double ms) { return static_cast<float>(std::round(ms * 100) / 100); }

std::string in_digits(double ms) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.2f", ms);
  return digits;
}

std::string as_json(const DrawingTimes& times, const std::string& file) {
  JsonText json;
  json.begin_object().key("bench").text("draw").key("file").text(file);
  json.key("frames").number(static_cast<std::size_t>(times.frames));
  json.key("median_ms").decimal(hundredths(times.median_ms)).key("p95_ms").decimal(hundredths(times.p95_ms));
  json.key("median_cpu_ms").decimal(hundredths(times.median_cpu_ms));
  json.key("p95_cpu_ms").decimal(hundredths(times.p95_cpu_ms)).key("renderer").text(times.renderer);
  json.key("picture_by").text(times.is_by_card ? "gpu" : "cpu");
  return std::move(json.end_object()).finished();
}

std::string in_words(const DrawingTimes& times, const std::string& file, const Texts& texts) {
  return texts.tr("cli.bench.drawing",
                  {{"file", file},
                   {"frames", std::to_string(times.frames)},
                   {"median", in_digits(times.median_ms)},
                   {"p95", in_digits(times.p95_ms)},
                   {"cpu", in_digits(times.median_cpu_ms)},
                   {"p95_cpu", in_digits(times.p95_cpu_ms)},
                   {"picture_by", texts.tr(times.is_by_card ? "cli.bench.by_gpu" : "cli.bench.by_cpu")},
                   {"renderer", times.renderer}}) +
         "\n";
}

}  // namespace

Exit run_bench(Terminal& terminal, const Words& words) {
  const auto file = file_of(words);
  if (!file) return terminal.tell(file.problem());
  const auto frames = number_of(words, "--frames", 1, 100'000, default_frames);
  if (!frames) return terminal.tell(frames.problem());
  auto launch = launch_of(words);
  if (!launch) return terminal.tell(launch.problem());
  launch->files = {*file};
  launch->language = terminal.language();
  SAM_CHECK(terminal.measure_drawing(), "main() gives the terminal what measures drawing");
  const auto times = terminal.measure_drawing()(*launch, static_cast<int>(*frames));
  if (!times) return terminal.tell(times.problem());
  return terminal.print(words.has("--json") ? as_json(*times, *file) : in_words(*times, *file, terminal.texts()));
}

}  // namespace samverka
