#pragma once
// The rows of a matrix and who is of which: shared by the files that fill its cells. Internal to analysis.
#include <map>
#include <string>
#include <unordered_map>

#include "analysis/matrix.h"

namespace samverka {

class MatrixPlaces {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Municipality {
    ActorId actor;
    std::size_t row = none;
  };

  MatrixPlaces(const MatrixGround& ground, MatrixRows rows);

  // The municipalities that are counted, one a code, by code; those without a row (no county, say) are not there.
  const std::map<std::string, Municipality>& municipalities() const { return municipalities_; }
  // The municipality that an actor is, or is recorded in; empty where the file does not say.
  static const std::string& municipality_of(const Actor& actor);
  // The row that an actor is of; none where it has no such code, or a group's row that no municipality has.
  std::size_t row_of(const Actor& actor);
  // Whether what the filter says of places lets an actor through.
  bool is_let_through(const Actor& actor) const { return places_.accepts(actor, ground_.taxonomy, &ground_.network); }
  std::size_t row_count() const { return rows_.size(); }

  // The rows made so far, with empty cells for each column, who was asked and who has answered; call once.
  void put_rows(Matrix& matrix) const;

 private:
  std::size_t row_of_code(const std::string& code, const std::string& county);
  std::string group_of(const std::string& municipality) const;
  void count_answers(Matrix& matrix) const;

  const MatrixGround& ground_;
  MatrixRows by_;
  Filter places_;  // the clauses that speak of where an actor is
  std::vector<MatrixRow> rows_;
  std::unordered_map<std::string, std::size_t> row_numbers_;
  std::unordered_map<std::string, std::string> group_of_municipality_;
  std::map<std::string, Municipality> municipalities_;
};

// By code; after it, row numbers of MatrixPlaces no longer hold.
void sort_rows(Matrix& matrix);

}  // namespace samverka
