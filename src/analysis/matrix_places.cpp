#include "analysis/matrix_places.h"

#include <algorithm>

#include "graph/standing.h"

namespace samverka {
namespace {

Filter places_of(const Filter& filter) {
  const auto of_places = [](std::vector<FilterClause> clauses) {
    std::erase_if(clauses, [](const FilterClause& clause) {
      return clause.key != "county" && clause.key != "municipality" && clause.key != "municipality_group";
    });
    return clauses;
  };
  Filter places{of_places(filter.clauses), {}};
  for (const auto& alternative : filter.alternatives) places.alternatives.push_back(of_places(alternative));
  return places;
}

std::vector<bool> marked(const Network& network, const std::vector<ActorRef> Survey::*list, bool with_answered) {
  std::vector<bool> is_in(network.actors.size(), false);
  if (!network.coverage) return is_in;
  const auto mark = [&](const std::vector<ActorRef>& actors) {
    for (const ActorRef& actor : actors) {
      if (actor.id.is_set()) is_in[actor.id.value] = true;
    }
  };
  for (const Survey& survey : network.coverage->surveys) {
    mark(survey.*list);
    if (with_answered) mark(survey.answered);
  }
  return is_in;
}

}  // namespace

const std::string& municipality_code(const Actor& municipality) {
  const bool has_id = municipality.ids && !municipality.ids->municipality_code.empty();
  return has_id ? municipality.ids->municipality_code : municipality.municipality;
}

bool is_municipality_row(const Actor& actor, const Taxonomy& taxonomy, const Filter& filter, Date day) {
  return actor.type == "municipality" && exists_on(actor, day) && places_of(filter).accepts(actor, taxonomy);
}

MatrixPlaces::MatrixPlaces(const MatrixGround& ground, MatrixRows rows)
    : ground_(ground), by_(rows), places_(places_of(ground.filter)) {
  for (std::size_t i = 0; i < ground.network.actors.size(); ++i) {
    const Actor& actor = ground.network.actors[i];
    const bool counts = actor.type == "municipality" && exists_on(actor, ground.day) && is_let_through(actor);
    const std::string& code = municipality_code(actor);
    if (!counts || municipalities_.contains(code)) continue;
    const std::string group = actor.municipality_group.empty() ? std::string(no_group) : actor.municipality_group;
    group_of_municipality_.try_emplace(code, group);
    const std::size_t row = row_of(actor);
    if (row != none) municipalities_.emplace(code, Municipality{ActorId(i), row});
  }
}

const std::string& MatrixPlaces::municipality_of(const Actor& actor) {
  return actor.type == "municipality" ? municipality_code(actor) : actor.municipality;
}

std::size_t MatrixPlaces::row_of_code(const std::string& code, const std::string& county) {
  if (code.empty()) return none;
  const auto [at, is_new] = row_numbers_.try_emplace(code, rows_.size());
  if (is_new) rows_.push_back({code, county, {}, {}, {}, 0, 0, 0, false});
  return at->second;
}

std::string MatrixPlaces::group_of(const std::string& municipality) const {
  const auto found = group_of_municipality_.find(municipality);
  return found == group_of_municipality_.end() ? std::string() : found->second;
}

std::size_t MatrixPlaces::row_of(const Actor& actor) {
  switch (by_) {
    case MatrixRows::counties:
      return row_of_code(actor.county, actor.county);
    case MatrixRows::municipalities:
      return row_of_code(municipality_of(actor), actor.county);
    case MatrixRows::groups:
      break;
  }
  return row_of_code(group_of(municipality_of(actor)), {});
}

void MatrixPlaces::count_answers(Matrix& matrix) const {
  const Network& network = ground_.network;
  const std::vector<bool> asked = marked(network, &Survey::asked, true);
  const std::vector<bool> answered = marked(network, &Survey::answered, false);
  struct Share {
    std::size_t answered = 0, all = 0;
    bool is_half() const { return all > 0 && 2 * answered >= all; }
  };
  std::map<std::string, Share> counties;
  for (const auto& [code, municipality] : municipalities_) {
    const std::uint32_t actor = municipality.actor.value;
    for (MatrixRow* row : {&matrix.rows[municipality.row], &matrix.sum}) {
      ++row->municipalities;
      row->asked += asked[actor] ? 1 : 0;
      row->answered += answered[actor] ? 1 : 0;
    }
    Share& county = counties[network.actors[actor].county];
    ++county.all;
    county.answered += answered[actor] ? 1 : 0;
  }
  for (MatrixRow& row : matrix.rows) {
    const bool is_one = by_ == MatrixRows::municipalities;
    row.is_rankable = is_one ? counties[row.county].is_half() : Share{row.answered, row.municipalities}.is_half();
  }
}

void MatrixPlaces::put_rows(Matrix& matrix) const {
  matrix.by = by_;
  matrix.rows = rows_;
  for (MatrixRow& row : matrix.rows) row.cells.resize(matrix.columns.size());
  matrix.sum.cells.resize(matrix.columns.size());
  count_answers(matrix);
}

void sort_rows(Matrix& matrix) {
  std::stable_sort(matrix.rows.begin(), matrix.rows.end(),
                   [](const MatrixRow& a, const MatrixRow& b) { return a.code < b.code; });
}

}  // namespace samverka
