#include "cli/terminal.h"

#include <cstdio>

#include "app/problem_words.h"
#include "app/session.h"
#include "base/posix.h"
#include "base/utf8.h"

namespace samverka {

Exit Terminal::print(std::string_view result) const {
  const Result<Done> written = write_file_atomically("-", result);
  return written ? Exit::done : tell(written.problem());
}

Exit Terminal::tell(const Problem& problem) const {
  if (is_quiet_ && problem.severity == Severity::warning) return problem.exit;
  const Problem labelled = with_labels(problem, assets_.taxonomy, language_);
  // Names come from files: a control character in one must not drive the terminal.
  std::fprintf(stderr, "%s\n", displayable(problem_line(labelled, texts())).c_str());
  return problem.exit;
}

void Terminal::note(const std::string& words) const {
  if (!is_quiet_) std::fprintf(stderr, "%s\n", displayable(words).c_str());
}

}  // namespace samverka
