#pragma once
#include <string>
#include <string_view>

#include "app/assets.h"
#include "app/drawing_times.h"
#include "base/result.h"

namespace samverka {

// Where a command's words go, in the user's language: results to standard output, problems to standard error.
class Terminal {
 public:
  Terminal(const Assets& assets, std::string language, bool is_quiet, MeasureDrawing measure = nullptr)
      : assets_(assets), language_(std::move(language)), is_quiet_(is_quiet), measure_drawing_(measure) {}

  const Assets& assets() const { return assets_; }
  const Texts& texts() const { return assets_.texts(language_); }
  const std::string& language() const { return language_; }
  bool is_quiet() const { return is_quiet_; }
  MeasureDrawing measure_drawing() const { return measure_drawing_; }  // null where nothing can draw

  // A result, whole and at once. Exit::save when it could not be written (a full disk behind a pipe).
  Exit print(std::string_view result) const;
  // "file:line:column: error E_REF: words (/pointer)". Quiet keeps warnings back. Returns the problem's exit.
  Exit tell(const Problem& problem) const;
  void note(const std::string& words) const;  // one line on standard error, unless quiet

 private:
  const Assets& assets_;
  std::string language_;
  bool is_quiet_;
  MeasureDrawing measure_drawing_;
};

inline Exit worse(Exit a, Exit b) { return a < b ? b : a; }

}  // namespace samverka
