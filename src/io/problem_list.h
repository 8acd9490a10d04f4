#pragma once
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "io/json_scan.h"
#include "io/read_network.h"

namespace samverka {

// Problems of one file as they are found, by place. Only the first ones are kept, errors before warnings; all are
// counted. Line, column and pointer are worked out at the end, for those that are shown.
class ProblemList {
 public:
  static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

  // What a problem is about: a value that begins at an offset, or the one that `where` leads to from there.
  struct Place {
    std::size_t offset = 0;
    std::string where = {};
  };

  explicit ProblemList(std::size_t listed) : listed_(listed) {}

  void add(Problem problem, Place place) { add(std::move(problem), std::move(place), {nowhere, {}}); }
  // `other` is a second place that the message names: its argument {first} becomes "line:column".
  void add(Problem problem, Place place, Place other);

  // The report of all problems so far; `text` is the file's.
  ReadReport report(std::string_view text, const std::string& file_name) const;

 private:
  struct Found {
    Problem problem;
    Place place, other;
  };
  std::vector<Found> listed() const;
  static void sort_by_place(std::vector<Found>& found);
  static void resolve(std::vector<Found>& found, std::string_view text);

  std::size_t listed_;
  std::size_t errors_ = 0, warnings_ = 0;
  Exit exit_ = Exit::done;
  std::vector<Found> found_;
};

}  // namespace samverka
