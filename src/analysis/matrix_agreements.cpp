// Columns of agreements: by area, by form, by the kind of partner.
#include <algorithm>
#include <set>

#include "analysis/matrix_places.h"
#include "analysis/observed.h"
#include "analysis/partners.h"

namespace samverka {
namespace {

using Participations = std::span<const Participation>;

// Calls with the participations of each agreement that is no crowd; tells how many were.
template <class Use>
std::size_t for_each_agreement(const MatrixGround& ground, Use use) {
  const Participations all(ground.part.participations);
  std::size_t crowds = 0;
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end].agreement == all[begin].agreement) ++end;
    const Agreement& agreement = ground.network.agreement(all[begin].agreement);
    const bool is_crowd = agreement.parties.size() > crowd_parties;
    use(agreement, all.subspan(begin, end - begin), is_crowd);
    crowds += is_crowd ? 1 : 0;
  }
  return crowds;
}

const std::string& group_of(const MatrixGround& ground, ActorId actor) {
  return ground.taxonomy.group_of(ground.network.actor(actor).type).code;
}

// Codes that are in use: in the taxonomy's order, then those that it does not know.
template <class T>
std::vector<MatrixColumn> columns_in_use(const Terms<T>& terms, std::set<std::string> used) {
  std::vector<MatrixColumn> columns;
  for (const T& term : terms.rows()) {
    if (used.erase(term.code) > 0) columns.push_back({term.code, {}, false, 0});
  }
  for (const std::string& code : used) columns.push_back({code, {}, false, 0});
  return columns;
}

std::vector<MatrixColumn> columns_of_kind(const MatrixGround& ground, MatrixKind kind) {
  std::vector<MatrixColumn> columns;
  std::set<std::string> used;
  if (kind == MatrixKind::area) {
    for (const Area& area : ground.taxonomy.areas.rows()) {
      if (area.parent.empty() && !area.is_outside) columns.push_back({area.code, {}, false, 0});
    }
    return columns;
  }
  const bool is_form = kind == MatrixKind::form;
  for (const Participation& p : ground.part.participations) {
    used.insert(is_form ? ground.network.agreement(p.agreement).form : group_of(ground, p.actor));
  }
  return is_form ? columns_in_use(ground.taxonomy.forms, std::move(used))
                 : columns_in_use(ground.taxonomy.groups, std::move(used));
}

// In which columns an agreement stands for one of its parties, and whether firmly.
struct AdoptionStanding {
  std::size_t column = 0;
  bool is_confirmed = false;
};

class Columns {
 public:
  Columns(const MatrixGround& ground, MatrixKind kind, const std::vector<MatrixColumn>& columns)
      : ground_(ground), kind_(kind), columns_(columns) {}

  // Takes up an agreement; false where it stands in none of the columns.
  bool take(const Agreement& agreement, Participations parties) {
    parties_ = parties;
    shared_.clear();
    if (kind_ == MatrixKind::partner_group) {
      find_groups();
    } else {
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (is_in(agreement, columns_[i].code)) shared_.push_back(i);
      }
    }
    return kind_ == MatrixKind::partner_group ? !parties_.empty() : !shared_.empty();
  }

  std::vector<AdoptionStanding> of(const Participation& party) const {
    std::vector<AdoptionStanding> standings;
    for (const std::size_t column : shared_) standings.push_back({column, party.is_confirmed});
    if (kind_ != MatrixKind::partner_group) return standings;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto is_other = [&](ActorId actor) { return actor != party.actor; };
      const bool is_there = std::any_of(in_group_[i].begin(), in_group_[i].end(), is_other);
      const bool is_firm = party.is_confirmed && std::any_of(firm_[i].begin(), firm_[i].end(), is_other);
      if (is_there) standings.push_back({i, is_firm});
    }
    return standings;
  }

 private:
  bool is_in(const Agreement& agreement, const std::string& column) const {
    if (kind_ == MatrixKind::form) return agreement.form == column;
    return std::any_of(agreement.areas.begin(), agreement.areas.end(),
                       [&](const AreaCode& area) { return ground_.taxonomy.area_matches(column, area); });
  }

  // Two of a group tell of every party whether another is of it.
  void find_groups() {
    in_group_.assign(columns_.size(), {});
    firm_.assign(columns_.size(), {});
    for (const Participation& p : parties_) {
      const std::string& group = group_of(ground_, p.actor);
      const auto found =
          std::find_if(columns_.begin(), columns_.end(), [&](const MatrixColumn& c) { return c.code == group; });
      if (found == columns_.end()) continue;
      const auto column = static_cast<std::size_t>(found - columns_.begin());
      add(in_group_[column], p.actor);
      if (p.is_confirmed) add(firm_[column], p.actor);
    }
  }

  static void add(std::vector<ActorId>& actors, ActorId actor) {
    const bool is_new = std::find(actors.begin(), actors.end(), actor) == actors.end();
    if (is_new && actors.size() < 2) actors.push_back(actor);
  }

  const MatrixGround& ground_;
  MatrixKind kind_;
  const std::vector<MatrixColumn>& columns_;
  Participations parties_;
  std::vector<std::size_t> shared_;             // columns of the agreement, whoever is party
  std::vector<std::vector<ActorId>> in_group_;  // by column: up to two parties of the group
  std::vector<std::vector<ActorId>> firm_;      // of them with a confirmed tie
};

// What is known of a municipality, by column.
struct Knowledge {
  std::vector<bool> is_told, is_reached;
};

class AgreementMatrix {
 public:
  AgreementMatrix(const MatrixGround& ground, MatrixRows rows, MatrixKind kind, const std::string& lens)
      : ground_(ground), kind_(kind), lens_(lens), places_(ground, rows) {
    matrix_.kind = kind;
    matrix_.columns = columns_of_kind(ground, kind);
  }

  Matrix made() && {
    find_rows();
    places_.put_rows(matrix_);
    for (const auto& [code, municipality] : places_.municipalities()) {
      const std::vector<bool> none(matrix_.columns.size(), false);
      knowledge_.emplace(code, Knowledge{none, none});
    }
    Columns columns(ground_, kind_, matrix_.columns);
    for_each_agreement(ground_, [&](const Agreement& agreement, Participations parties, bool is_crowd) {
      if (!is_crowd && columns.take(agreement, parties)) count(agreement, parties, columns);
    });
    for (const auto& [code, municipality] : places_.municipalities()) tell(municipality, knowledge_.at(code));
    sort_rows(matrix_);
    return std::move(matrix_);
  }

 private:
  // A place where an actor of the columns is has a row, also if no municipality of it is recorded.
  void find_rows() {
    Columns columns(ground_, kind_, matrix_.columns);
    for_each_agreement(ground_, [&](const Agreement& agreement, Participations parties, bool is_crowd) {
      if (!columns.take(agreement, parties)) return;
      if (is_crowd) {
        ++matrix_.left_out;
        return;
      }
      for (const Participation& p : parties) places_.row_of(ground_.network.actor(p.actor));
    });
  }

  void count(const Agreement& agreement, Participations parties, const Columns& columns) {
    std::set<std::pair<std::size_t, std::size_t>> cells;  // row, column
    std::set<std::size_t> rows, of_sum;
    for (const Participation& p : parties) {
      const Actor& actor = ground_.network.actor(p.actor);
      const auto known = knowledge_.find(MatrixPlaces::municipality_of(actor));
      const std::size_t row = places_.row_of(actor);
      for (const AdoptionStanding& standing : columns.of(p)) {
        if (known != knowledge_.end()) {
          known->second.is_told[standing.column] = true;
          if (standing.is_confirmed) known->second.is_reached[standing.column] = true;
        }
        if (row == MatrixPlaces::none || !standing.is_confirmed) continue;
        cells.emplace(row, standing.column);
        rows.insert(row);
        of_sum.insert(standing.column);
      }
    }
    for (const auto& [row, column] : cells) add(matrix_.rows[row].cells[column], agreement);
    for (const std::size_t row : rows) add(matrix_.rows[row].all, agreement);
    for (const std::size_t column : of_sum) add(matrix_.sum.cells[column], agreement);
    if (!rows.empty()) add(matrix_.sum.all, agreement);
  }

  void add(MatrixCell& cell, const Agreement& agreement) const {
    ++cell.n;
    if (!lens_.empty()) cell.lens.add(seen_through(agreement, lens_));
  }

  // Of forms and kinds of partner no survey asks by itself.
  bool is_answered(ActorId municipality, std::size_t column) const {
    const AreaCode area = kind_ == MatrixKind::area ? matrix_.columns[column].code : AreaCode();
    return is_observed(ground_.network, ground_.taxonomy, municipality, area, ground_.day);
  }

  static void tell(MatrixCell& cell, bool is_told, bool is_known, bool is_reached) {
    ++cell.of;
    cell.silent += is_told ? 0 : 1;
    cell.unknown += is_known ? 0 : 1;
    cell.met += is_reached ? 1 : 0;
  }

  void tell(const MatrixPlaces::Municipality& municipality, const Knowledge& knowledge) {
    bool is_told = false, is_known = false, is_reached = false;
    for (std::size_t column = 0; column < matrix_.columns.size(); ++column) {
      const bool told = knowledge.is_told[column], reached = knowledge.is_reached[column];
      const bool known = reached || is_answered(municipality.actor, column);  // an unconfirmed record proves nothing
      tell(matrix_.rows[municipality.row].cells[column], told, known, reached);
      tell(matrix_.sum.cells[column], told, known, reached);
      is_told = is_told || told;
      is_known = is_known || known;
      is_reached = is_reached || reached;
    }
    tell(matrix_.rows[municipality.row].all, is_told, is_known, is_reached);
    tell(matrix_.sum.all, is_told, is_known, is_reached);
  }

  const MatrixGround& ground_;
  MatrixKind kind_;
  std::string lens_;
  MatrixPlaces places_;
  Matrix matrix_;
  std::map<std::string, Knowledge> knowledge_;  // by municipality code
};

}  // namespace

Matrix matrix_of_agreements(const MatrixGround& ground, MatrixRows rows, MatrixKind kind, const std::string& lens) {
  return AgreementMatrix(ground, rows, kind, lens).made();
}

}  // namespace samverka
