#include "io/row_file.h"

#include "io/check_bytes.h"
#include "io/format_version.h"

namespace samverka {

RowFile::RowFile(std::string_view text, const std::string& file_name, const RowFileKind& kind, const ReadLimits& limits)
    : text_(text),
      file_name_(file_name),
      kind_(kind),
      limits_(limits),
      problems_(limits.problems),
      context_{limits_, problems_, keys_} {
  is_usable_ = scan() && check_format() && !is_flawed_;
}

// A file that cannot be read has one problem: what was found before it may be its echo.
bool RowFile::refuse(Problem problem, std::size_t offset) {
  problems_ = ProblemList(limits_.problems);
  problems_.add(std::move(problem), {offset});
  return false;
}

bool RowFile::scan() {
  if (auto bytes = check_bytes(text_)) return refuse(std::move(bytes->problem), bytes->offset);
  JsonScanner scanner(
      text_, length_of_mark(text_), {limits_.depth, limits_.string_bytes},
      [this](Problem problem, std::size_t offset, std::size_t other) {
        is_flawed_ = true;
        problems_.add(std::move(problem), {offset}, {other == offset ? ProblemList::nowhere : other, {}});
      });
  if (!scanner.read(tree_) || !scanner.finish()) {
    return refuse(scanner.refusal()->problem, scanner.refusal()->offset);
  }
  if (tree_.nodes[0].kind == JsonKind::object) return true;
  return refuse(error("E_TYPE", {kind_.otherwise, {}}, Exit::parse), tree_.nodes[0].begin);
}

std::string RowFile::header_text(std::string_view name, std::size_t& offset) const {
  std::string found;
  tree_.each_child(0, [&](std::uint32_t i) {
    const JsonNode& node = tree_.nodes[i];
    if (!tree_.is_named(node, name)) return;
    offset = node.begin;
    std::string scratch;
    found = node.kind == JsonKind::text ? tree_.text_of(node, scratch) : tree_.raw(node);
  });
  return found;
}

bool RowFile::check_format() {
  std::size_t offset = tree_.nodes[0].begin;
  if (header_text("format", offset) != kind_.format) {
    return refuse(error("E_VERSION", {kind_.otherwise, {}}, Exit::parse), offset);
  }
  std::optional<Problem> problem = version_problem(header_text("format_version", offset));
  if (!problem) return true;
  if (problem->severity == Severity::error) return refuse(std::move(*problem), offset);
  problems_.add(std::move(*problem), {offset});
  return true;
}

ReadReport RowFile::report() const {
  ReadReport report = problems_.report(text_, file_name_);
  report.is_usable = is_usable_;
  return report;
}

}  // namespace samverka
