#include "io/problem_list.h"

#include <algorithm>

#include "base/utf8.h"
#include "io/place_in_text.h"

namespace samverka {
namespace {

// A name may be a megabyte; a line on a terminal should not. A loop of twenty ids still has room.
constexpr std::size_t shown_of_a_line = 2000;

std::string words(LineColumn place) { return std::to_string(place.line) + ":" + std::to_string(place.column); }

Message shown(Message message) {
  for (auto& [name, value] : message.args) value = cut_to_bytes(value, shown_of_a_line);
  return message;
}

}  // namespace

void ProblemList::add(Problem problem, Place place, Place other) {
  ++(problem.severity == Severity::error ? errors_ : warnings_);
  exit_ = std::max(exit_, problem.exit);
  if (listed_ == 0) return;
  found_.push_back({std::move(problem), std::move(place), std::move(other)});
  if (found_.size() >= 4 * listed_) found_ = listed();
}

// Errors before warnings: a thousand unknown codes must not hide the error behind them.
std::vector<ProblemList::Found> ProblemList::listed() const {
  std::vector<Found> found = found_;
  const auto rank = [](const Found& f) { return std::pair(f.problem.severity, f.place.offset); };
  std::stable_sort(found.begin(), found.end(), [&](const Found& a, const Found& b) { return rank(a) < rank(b); });
  found.resize(std::min(found.size(), listed_));
  return found;
}

void ProblemList::sort_by_place(std::vector<Found>& found) {
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.place.offset < b.place.offset; });
}

// Gives every problem, and what it clashes with, the offset that its `where` leads to; then they stand in file order.
void ProblemList::resolve(std::vector<Found>& found, std::string_view text) {
  PointerFinder finder(text), other_finder(text);
  const auto resolved = [](PointerFinder& walk, const Place& place) {
    return place.where.empty() ? place.offset : walk.offset_of(place.offset, place.where);
  };
  sort_by_place(found);  // problems of one row after each other: see PointerFinder
  for (Found& f : found) {
    f.place.offset = resolved(finder, f.place);
    f.other.offset = resolved(other_finder, f.other);
  }
  sort_by_place(found);
}

ReadReport ProblemList::report(std::string_view text, const std::string& file_name) const {
  std::vector<Found> found = listed();
  resolve(found, text);
  std::vector<std::size_t> offsets, other_offsets;
  for (const Found& f : found) {
    offsets.push_back(f.place.offset);
    other_offsets.push_back(f.other.offset == nowhere ? 0 : f.other.offset);
  }
  const std::vector<std::string> pointers = pointers_at(text, offsets);
  const std::vector<LineColumn> places = places_in_text(text, offsets);
  const std::vector<LineColumn> other_places = places_in_text(text, other_offsets);

  ReadReport report;
  report.error_count = errors_;
  report.warning_count = warnings_;
  report.unlisted = errors_ + warnings_ - found.size();
  report.exit = exit_;
  for (std::size_t i = 0; i < found.size(); ++i) {
    Problem& p = report.problems.emplace_back(std::move(found[i].problem));
    p.message = shown(std::move(p.message));
    p.file = file_name;
    p.line = places[i].line;
    p.column = places[i].column;
    p.pointer = pointers[i];
    if (found[i].other.offset != nowhere) p.message.args.emplace_back("first", words(other_places[i]));
  }
  return report;
}

}  // namespace samverka
