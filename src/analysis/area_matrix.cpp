#include "analysis/area_matrix.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "analysis/partners.h"

namespace samverka {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

// The clauses that speak of where an actor is.
Filter places_of(const Filter& filter) {
  Filter places;
  for (const FilterClause& clause : filter.clauses) {
    const bool is_place = clause.key == "county" || clause.key == "municipality" || clause.key == "municipality_group";
    if (is_place) places.clauses.push_back(clause);
  }
  return places;
}

bool exists_on(const Actor& actor, Date day) { return !actor.valid || actor.valid->includes(day); }

class Builder {
 public:
  Builder(const Network& network, const Taxonomy& taxonomy, MatrixRows rows)
      : network_(network), taxonomy_(taxonomy), rows_(rows) {
    for (const Area& area : taxonomy.areas.rows()) {
      if (area.parent.empty() && !area.is_outside) matrix_.areas.push_back(area.code);
    }
    matrix_.sum.cells.resize(matrix_.areas.size());
  }

  void add_municipalities(const Filter& filter, Date day) {
    const Filter places = places_of(filter);
    for (const Actor& actor : network_.actors) {
      if (!is_municipality_row(actor, taxonomy_, places, day)) continue;
      const std::string& code = municipality_code(actor);
      const std::size_t row = row_of(actor.county, code);
      if (row == none || municipalities_.contains(code)) continue;
      municipalities_.emplace(code, Municipality{row, std::vector<bool>(matrix_.areas.size(), false),
                                                 std::vector<bool>(matrix_.areas.size(), false)});
    }
  }

  // The participations shown of one agreement.
  void add_agreement(std::span<const Participation> group) {
    const Agreement& agreement = network_.agreement(group.front().agreement);
    const std::vector<std::size_t> columns = columns_of(agreement);
    if (columns.empty()) return;
    if (agreement.parties.size() > crowd_parties) {
      ++matrix_.left_out;
      return;
    }
    std::vector<std::size_t> with_tie;  // rows
    for (const Participation& p : group) {
      const Actor& actor = network_.actor(p.actor);
      mark_municipality(actor, columns, p.is_confirmed);
      const std::size_t row =
          row_of(actor.county, actor.type == "municipality" ? municipality_code(actor) : actor.municipality);
      if (row != none && p.is_confirmed) with_tie.push_back(row);
    }
    std::sort(with_tie.begin(), with_tie.end());
    with_tie.erase(std::unique(with_tie.begin(), with_tie.end()), with_tie.end());
    for (const std::size_t row : with_tie) count(matrix_.rows[row], columns);
    if (!with_tie.empty()) count(matrix_.sum, columns);
  }

  AreaMatrix finished() {
    for (const auto& [code, municipality] : municipalities_) {
      tell(matrix_.rows[municipality.row], municipality);
      tell(matrix_.sum, municipality);
    }
    std::sort(matrix_.rows.begin(), matrix_.rows.end(),
              [](const AreaRow& a, const AreaRow& b) { return a.code < b.code; });
    return std::move(matrix_);
  }

 private:
  struct Municipality {
    std::size_t row = 0;
    std::vector<bool> is_known, is_reached;  // by column
  };

  // The row of an actor in this county and municipality; made if it is the first there. None where it has no such code.
  std::size_t row_of(const std::string& county, const std::string& municipality) {
    const std::string& code = rows_ == MatrixRows::counties ? county : municipality;
    if (code.empty()) return none;
    const auto [at, is_new] = row_numbers_.try_emplace(code, matrix_.rows.size());
    if (is_new) matrix_.rows.push_back({code, county, std::vector<AreaCell>(matrix_.areas.size()), {}});
    return at->second;
  }

  std::vector<std::size_t> columns_of(const Agreement& agreement) const {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < matrix_.areas.size(); ++i) {
      const auto is_there = [&](const AreaCode& area) { return taxonomy_.area_matches(matrix_.areas[i], area); };
      if (std::any_of(agreement.areas.begin(), agreement.areas.end(), is_there)) columns.push_back(i);
    }
    return columns;
  }

  void mark_municipality(const Actor& actor, const std::vector<std::size_t>& columns, bool is_confirmed) {
    const std::string& code = actor.type == "municipality" ? municipality_code(actor) : actor.municipality;
    const auto found = municipalities_.find(code);
    if (found == municipalities_.end()) return;
    for (const std::size_t column : columns) {
      found->second.is_known[column] = true;
      if (is_confirmed) found->second.is_reached[column] = true;
    }
  }

  static void count(AreaRow& row, const std::vector<std::size_t>& columns) {
    for (const std::size_t column : columns) ++row.cells[column].agreements;
    ++row.all.agreements;
  }

  static void tell(AreaCell& cell, bool is_known, bool is_reached) {
    ++cell.municipalities;
    cell.unknown += is_known ? 0 : 1;
    cell.reached += is_reached ? 1 : 0;
  }

  static void tell(AreaRow& row, const Municipality& municipality) {
    bool is_known = false, is_reached = false;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      tell(row.cells[column], municipality.is_known[column], municipality.is_reached[column]);
      is_known = is_known || municipality.is_known[column];
      is_reached = is_reached || municipality.is_reached[column];
    }
    tell(row.all, is_known, is_reached);
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  MatrixRows rows_;
  AreaMatrix matrix_;
  std::unordered_map<std::string, std::size_t> row_numbers_;
  std::map<std::string, Municipality> municipalities_;
};

}  // namespace

const std::string& municipality_code(const Actor& municipality) {
  const bool has_id = municipality.ids && !municipality.ids->municipality_code.empty();
  return has_id ? municipality.ids->municipality_code : municipality.municipality;
}

bool is_municipality_row(const Actor& actor, const Taxonomy& taxonomy, const Filter& filter, Date day) {
  return actor.type == "municipality" && exists_on(actor, day) && places_of(filter).accepts(actor, taxonomy);
}

double AreaCell::unknown_share() const {
  return municipalities == 0 ? 0 : static_cast<double>(unknown) / static_cast<double>(municipalities);
}

AreaMatrix area_matrix(const Network& network, const Taxonomy& taxonomy, const SubNetwork& part, const Filter& filter,
                       Date day, MatrixRows rows) {
  Builder builder(network, taxonomy, rows);
  builder.add_municipalities(filter, day);
  const std::span<const Participation> all(part.participations);
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end].agreement == all[begin].agreement) ++end;
    builder.add_agreement(all.subspan(begin, end - begin));
  }
  return builder.finished();
}

}  // namespace samverka
