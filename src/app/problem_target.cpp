#include "app/problem_target.h"

#include <charconv>

#include "app/problem_words.h"
#include "base/utf8.h"

namespace samverka {
namespace {

// The row that a pointer leads into: "/actors/12/name" is row 12 of "/actors/". Rows of the model stand in the order of
// the file.
std::optional<std::uint32_t> row_in(std::string_view pointer, std::string_view table, std::size_t count) {
  if (!pointer.starts_with(table)) return std::nullopt;
  std::uint32_t row = 0;
  const char* const end = pointer.data() + pointer.size();
  const auto read = std::from_chars(pointer.data() + table.size(), end, row);
  const bool is_whole = read.ec == std::errc() && (read.ptr == end || *read.ptr == '/');
  return is_whole && row < count ? std::optional(row) : std::nullopt;
}

}  // namespace

PickId target_of(const Problem& problem, const Session& session) {
  if (problem.file != session.file()) return {};
  const Network& network = session.network();
  if (const auto row = row_in(problem.pointer, "/actors/", network.actors.size())) {
    return {PickId::Kind::actor, *row};
  }
  if (const auto row = row_in(problem.pointer, "/agreements/", network.agreements.size())) {
    return {PickId::Kind::agreement, *row};
  }
  return {};
}

std::string words_of(const Problem& problem, const Session& session) {
  const Problem told = with_labels(problem, session.taxonomy(), session.view.language);
  return displayable(session.texts().tr(told.message));
}

std::vector<const Problem*> all_problems(const Session& session) {
  std::vector<const Problem*> all;
  for (const Problem& problem : session.report().problems) all.push_back(&problem);
  for (const Problem& problem : session.files().problems) all.push_back(&problem);
  return all;
}

}  // namespace samverka
