// One agreement's adoption: the states of its parties as columns.
#include <algorithm>
#include <set>

#include "analysis/matrix_places.h"

namespace samverka {
namespace {

// Places in adoption_columns.
enum State : std::uint8_t { adopted, decided, recommended, withdrawn, not_told, no_party_of_it };

// Of several states of one actor the firmest: a party that has left says less than one of which nobody knows.
int firmness(State state) {
  constexpr int by_state[] = {5, 4, 3, 1, 2, 0};
  return by_state[state];
}

State state_of(const Party& party, Date day) {
  switch (party.state_or_unknown()) {
    case PartyState::adopted:
      if (party.includes(day)) return adopted;
      return party.from.is_set() && party.from.earliest() > day ? decided : withdrawn;
    case PartyState::decided:
      return decided;
    case PartyState::recommended:
      return recommended;
    case PartyState::withdrawn:
    case PartyState::declined:
      return withdrawn;
    case PartyState::unknown:
      break;
  }
  return not_told;
}

// Every party's firmest state, by actor; adopted also for whom an adopted party signs.
std::map<std::uint32_t, State> states_of(const Agreement& agreement, Date day) {
  std::map<std::uint32_t, State> states;
  const auto take = [&](ActorId actor, State state) {
    if (!actor.is_set()) return;
    const auto [at, is_new] = states.try_emplace(actor.value, state);
    if (!is_new && firmness(state) > firmness(at->second)) at->second = state;
  };
  for (const Party& party : agreement.parties) {
    const State state = state_of(party, day);
    take(party.actor.id, state);
    if (state != adopted) continue;
    for (const ActorRef& other : party.on_behalf_of) take(other.id, adopted);
  }
  return states;
}

// And in a county where somebody is a party.
Filter with_counties_of(const Network& network, Filter filter, const std::map<std::uint32_t, State>& states) {
  std::set<std::string> counties;
  for (const auto& [actor, state] : states) counties.insert(network.actors[actor].county);
  counties.erase("");
  counties.insert("none");  // a clause without values would let everything through
  filter.clauses.push_back({"county", {counties.begin(), counties.end()}, false});
  return filter;
}

void add(MatrixRow& row, State state) {
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    MatrixCell& cell = row.cells[column];
    const bool is_here = column == state;
    const bool is_unknown = state == not_told || state == no_party_of_it;
    const bool is_unknown_column = column == not_told || column == no_party_of_it;
    ++cell.of;
    cell.n += is_here ? 1 : 0;
    cell.met = cell.n;
    cell.unknown += is_unknown && (is_here || !is_unknown_column) ? 1 : 0;
    cell.silent += state == no_party_of_it && (is_here || !is_unknown_column) ? 1 : 0;
  }
}

void add_other_parties(Matrix& matrix, const MatrixGround& ground, const MatrixPlaces& places,
                       const std::map<std::uint32_t, State>& states) {
  for (const auto& [actor, state] : states) {
    const Actor& row_of = ground.network.actors[actor];
    if (row_of.type == "municipality" || !places.is_let_through(row_of)) continue;
    MatrixRow row;
    row.code = row_of.key;
    row.county = row_of.county;
    row.other = ActorId(actor);
    row.cells.resize(matrix.columns.size());
    add(row, state);
    matrix.rows.push_back(std::move(row));
  }
}

}  // namespace

Matrix matrix_of_adoption(const MatrixGround& ground, MatrixRows rows, AgreementId agreement) {
  const std::map<std::uint32_t, State> states = states_of(ground.network.agreement(agreement), ground.day);
  const Filter filter = with_counties_of(ground.network, ground.filter, states);
  const MatrixGround narrowed{ground.network, ground.taxonomy, ground.part, filter, ground.day};
  const MatrixPlaces places(narrowed, rows);
  Matrix matrix;
  matrix.kind = MatrixKind::adoption;
  for (const std::string_view code : adoption_columns) matrix.columns.push_back({std::string(code), {}, false, 0});
  places.put_rows(matrix);
  for (const auto& [code, municipality] : places.municipalities()) {
    const auto found = states.find(municipality.actor.value);
    const State state = found == states.end() ? no_party_of_it : found->second;
    add(matrix.rows[municipality.row], state);
    add(matrix.sum, state);
  }
  if (rows == MatrixRows::municipalities) {
    const MatrixPlaces anywhere(ground, rows);
    add_other_parties(matrix, ground, anywhere, states);
  }
  sort_rows(matrix);
  return matrix;
}

}  // namespace samverka
