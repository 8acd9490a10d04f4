#include "io/new_errors.h"

namespace samverka {

AboutRow about_row(const Network& network, const RowPlace& place) {
  switch (place.table) {
    case RowPlace::In::source:
      return {network.sources[place.row].key, place.where, RowAt{RowKind::source, place.row}};
    case RowPlace::In::actor:
      return {network.actors[place.row].key, place.where, RowAt{RowKind::actor, place.row}};
    case RowPlace::In::agreement:
      return {network.agreements[place.row].key, place.where, RowAt{RowKind::agreement, place.row}};
    case RowPlace::In::network:
      break;
  }
  for (const auto& [table, kind] :
       {std::pair("/coverage/surveys/", RowKind::survey), {"/coverage/registers/", RowKind::complete_register}}) {
    const std::string start = table;
    if (!place.where.starts_with(start) || !network.coverage) continue;
    const std::size_t end = place.where.find('/', start.size());
    const std::size_t row = std::stoul(place.where.substr(start.size(), end - start.size()));
    return {key_of(network, {kind, row}), end == std::string::npos ? "" : place.where.substr(end), RowAt{kind, row}};
  }
  return {network.id, place.where};
}

std::vector<Problem> unsound(const Network& network, const Taxonomy& taxonomy) {
  std::vector<Problem> problems;
  for (RowProblem& found : check_soundness(network, taxonomy)) {
    AboutRow about = about_row(network, found.place);
    found.problem.file = std::move(about.key);
    found.problem.pointer = std::move(about.pointer);
    if (found.other) found.problem.message.args.emplace_back("first", about_row(network, *found.other).key);
    problems.push_back(std::move(found.problem));
  }
  return problems;
}

}  // namespace samverka
