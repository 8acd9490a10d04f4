#include "app/layout_table.h"

#include <charconv>
#include <span>

#include "app/pictures.h"
#include "graph/subnetwork.h"
#include "io/json_text.h"
#include "layout/layout.h"

namespace samverka {
namespace {

// As short as it can be written and read back the same; no locale.
void put_number(std::string& out, float value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  out.append(text, end);
}

// RFC 4180 quotes; and a name that a spreadsheet would take for a formula begins with an apostrophe.
std::string csv_cell(const std::string& name) {
  const bool is_formula = !name.empty() && std::string_view("=+-@\t\r").find(name.front()) != std::string_view::npos;
  const std::string text = is_formula ? "'" + name : name;
  if (text.find_first_of(",\"\r\n") == text.npos) return text;
  std::string quoted = "\"";
  for (char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string json_of(const std::vector<std::string>& names, const Positions& positions) {
  JsonText json;
  json.begin_object().key("positions").begin_list();
  for (std::size_t i = 0; i < names.size(); ++i) {
    json.begin_object().key("id").text(names[i]);
    json.key("x").decimal(positions[i].x).key("y").decimal(positions[i].y).end_object();
  }
  json.end_list().end_object();
  return std::move(json).finished();
}

std::string csv_of(const std::vector<std::string>& names, const Positions& positions) {
  std::string out = "id,x,y\n";
  for (std::size_t i = 0; i < names.size(); ++i) {
    out += csv_cell(names[i]) + ",";
    put_number(out, positions[i].x);
    out += ',';
    put_number(out, positions[i].y);
    out += '\n';
  }
  return out;
}

std::string table_of(const std::vector<std::string>& names, const Positions& positions, bool as_json) {
  return as_json ? json_of(names, positions) : csv_of(names, positions);
}

Result<Positions> lay_out(const LayoutInput& input, const LayoutRequest& request, Progress& progress) {
  const LayoutKind* layout = find_layout(request.algorithm);
  SAM_CHECK(layout, "the command line only lets known layouts through");
  if (layout->needs_anchors && input.anchors.empty() && input.graph.vertex_count() > 0) {
    Problem problem = error("E_LAYOUT", {"problem.layout.no_places", {{"algorithm", request.algorithm}}}, Exit::usage);
    problem.file = "samverka";
    return problem;
  }
  LayoutOptions options;
  options.seed = request.seed;
  options.is_fast = request.is_fast;
  auto positions = layout->run(input, options, progress);
  if (!positions) return error("E_CANCELLED", {"problem.cancelled", {}}, Exit::usage);
  return std::move(*positions);
}

SubNetwork whole(const Network& network) {
  SubNetwork all;
  for (std::size_t i = 0; i < network.actors.size(); ++i) all.actors.emplace_back(i);
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    const Agreement& agreement = network.agreements[i];
    all.agreements.emplace_back(i);
    for (std::size_t p = 0; p < agreement.parties.size(); ++p) {
      const Party& party = agreement.parties[p];
      if (!party.actor.id.is_set()) continue;
      all.participations.push_back(
          {AgreementId(i), static_cast<std::uint32_t>(p), party.actor.id, is_tie(agreement, party, network.as_of)});
    }
  }
  return all;
}

Incidence asked_for(const Network& network, const Assets& assets, const LayoutRequest& request) {
  const Date day = request.on.value_or(network.as_of);
  const bool is_whole = !request.filter && !request.on;
  const SubNetwork part =
      is_whole ? whole(network) : restrict(network, assets.taxonomy, request.filter.value_or(Filter{}), day);
  return incidence_of(part, part.actors);
}

}  // namespace

Incidence whole_incidence(const Network& network) {
  const SubNetwork part = whole(network);
  return incidence_of(part, part.actors);
}

Result<std::string> layout_table(const Network& network, const Assets& assets, const LayoutRequest& request,
                                 Progress& progress) {
  const NetworkIndex index(network);
  const Incidence incidence = asked_for(network, assets, request);
  const std::vector<Anchor> anchors = anchors_of(network, index, incidence);
  const auto positions = lay_out({incidence.graph, anchors}, request, progress);
  if (!positions) return positions.problem();
  std::vector<std::string> names;
  for (std::uint32_t v = 0; v < incidence.vertex_count(); ++v) names.push_back(incidence.key(network, v));
  return table_of(names, *positions, request.as_json);
}

Result<std::string> layout_table(const EdgeList& list, const LayoutRequest& request, Progress& progress) {
  const Graph graph(list.names.size(), list.edges);
  const auto positions = lay_out({graph, {}}, request, progress);
  if (!positions) return positions.problem();
  return table_of(list.names, *positions, request.as_json);
}

}  // namespace samverka
