#pragma once
// What went wrong in the world (a file, the user, the disk), told so that a person can mend it. A Problem carries a
// stable code and a text key with arguments; the words are chosen at the edge of the program, in the user's language.
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/check.h"

namespace samverka {

// A text in assets/lang/*.json and the values of its {placeholders}.
struct Message {
  std::string key;
  std::vector<std::pair<std::string, std::string>> args;
};

enum class Severity { error, warning };

// How a command ends (CLI contract). Ordered: of several, the highest is the program's.
enum class Exit { done = 0, findings = 1, usage = 2, parse = 3, limit = 4, save = 5, locked = 6 };

struct Problem {
  Severity severity = Severity::error;
  std::string code;        // "E_REF": stable, never translated
  Message message;         // "problem.ref" with its arguments
  std::string file;        // as the user named it; empty when no file is meant
  std::size_t line = 0;    // from 1; 0 = not known
  std::size_t column = 0;  // in characters from 1; 0 = not known
  std::string pointer;     // JSON pointer (RFC 6901): "/agreements/12/parties/3/actor"
  Exit exit = Exit::findings;
};

inline Problem error(std::string code, Message message, Exit exit = Exit::findings) {
  return {Severity::error, std::move(code), std::move(message), {}, 0, 0, {}, exit};
}
inline Problem warning(std::string code, Message message) {
  return {Severity::warning, std::move(code), std::move(message), {}, 0, 0, {}, Exit::done};
}

// A value, or the problem that kept us from it. Own small type: std::expected is not in C++20.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}            // NOLINT: returning a T or a Problem is the point
  Result(Problem problem) : held_(std::move(problem)) {}  // NOLINT
  explicit operator bool() const { return held_.index() == 0; }
  T& operator*() & { return checked(); }
  const T& operator*() const& { return const_cast<Result*>(this)->checked(); }
  T&& operator*() && { return std::move(checked()); }
  T* operator->() { return &checked(); }
  const T* operator->() const { return &const_cast<Result*>(this)->checked(); }
  const Problem& problem() const {
    SAM_CHECK(held_.index() == 1, "asked a good result for its problem");
    return std::get<1>(held_);
  }

 private:
  T& checked() {
    SAM_CHECK(held_.index() == 0, "took the value of a failed result");
    return std::get<0>(held_);
  }
  std::variant<T, Problem> held_;
};

struct Done {};  // Result<Done>: it worked, there is nothing to return

}  // namespace samverka
