#include "io/problem_list.h"

#include <algorithm>

#include "io/json_scan.h"
#include "io/place_in_text.h"

namespace samverka {
namespace {

std::string words(LineColumn place) { return std::to_string(place.line) + ":" + std::to_string(place.column); }

}  // namespace

void ProblemList::add(Problem problem, Place place, Place other) {
  ++(problem.severity == Severity::error ? errors_ : warnings_);
  exit_ = std::max(exit_, problem.exit);
  if (listed_ == 0) return;
  found_.push_back({std::move(problem), std::move(place), std::move(other)});
  if (found_.size() >= 4 * listed_) forget_the_last();
}

// Keeps the first in file order, so that a file full of problems costs no more memory than a list of them.
void ProblemList::forget_the_last() {
  std::stable_sort(found_.begin(), found_.end(),
                   [](const Found& a, const Found& b) { return a.place.offset < b.place.offset; });
  found_.resize(std::min(found_.size(), listed_));
}

std::size_t ProblemList::resolved(PointerFinder& finder, const Place& place) {
  return place.where.empty() ? place.offset : finder.offset_of(place.offset, place.where);
}

ReadReport ProblemList::report(std::string_view text, const std::string& file_name) const {
  ReadReport report;
  report.error_count = errors_;
  report.warning_count = warnings_;
  report.exit = exit_;

  std::vector<Found> found = found_;
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.place.offset < b.place.offset; });
  found.resize(std::min(found.size(), listed_));
  PointerFinder finder(text), other_finder(text);
  for (Found& f : found) f.place.offset = resolved(finder, f.place);
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.place.offset < b.place.offset; });
  report.unlisted = errors_ + warnings_ - found.size();

  std::vector<std::size_t> offsets;
  for (const Found& f : found) offsets.push_back(f.place.offset);
  const std::vector<std::string> pointers = pointers_at(text, offsets);
  PlaceFinder places(text), other_places(text);
  for (std::size_t i = 0; i < found.size(); ++i) {
    Problem p = std::move(found[i].problem);
    const LineColumn place = places.at(offsets[i]);
    p.file = file_name;
    p.line = place.line;
    p.column = place.column;
    p.pointer = pointers[i];
    const Place& other = found[i].other;
    if (other.offset != nowhere) {
      p.message.args.emplace_back("first", words(other_places.at(resolved(other_finder, other))));
    }
    report.problems.push_back(std::move(p));
  }
  return report;
}

}  // namespace samverka
