// The pictures of the reports: what each says, and the same facts as a table.
#include <algorithm>
#include <set>

#include "analysis/partners.h"
#include "analysis/ties.h"
#include "app/narrowing.h"
#include "app/pictures.h"
#include "app/record_words.h"
#include "app/reports/report_maker.h"
#include "base/collate.h"
#include "graph/collapse.h"
#include "scene/build.h"

namespace samverka {
namespace {

constexpr std::size_t most_named_nodes = 60;   // that a picture of half a page has room to name
constexpr std::size_t most_printed_rows = 15;  // under a picture, on the same page
constexpr Vec2 landscape_px{1000, 720}, portrait_px{820, 1040};

PictureRequest picture_of(const ReportMaker& made, const std::string& view, Vec2 size_px) {
  PictureRequest request;
  request.view = view;
  request.filter = made.filter;
  request.on = made.day;
  request.size_px = size_px;
  request.language = made.texts.language();
  request.rules = made.ask.rules;
  // The paper says these beside the picture; a legend counts.
  request.frame.with_title = request.frame.with_filter = request.frame.with_source = request.frame.with_date = false;
  request.frame.with_legend = !made.ask.hides_small;
  request.frame.margin_px = 12;
  return request;
}

// A municipality and those it has agreements with, wherever they are.
void look_around(const ReportMaker& made, PictureRequest& request) {
  if (!made.is_municipality()) return;
  request.filter = made.ask.filter;
  request.focus = {{made.network.actor(made.actor).key}, 1};
}

void add_figure(ReportMaker& made, const PictureRequest& request, PaperFigure figure, bool is_drawn = true) {
  if (made.is_cancelled()) return;
  if (is_drawn) {
    Result<std::string> drawn = draw_picture(made.network, made.assets, request);
    if (drawn) figure.svg = std::move(*drawn);
  }
  const Caption caption = caption_of(made.network, made.assets, made.texts.language(), request.filter, made.day);
  figure.lines = {made.filter_words(request.filter) + " · " + caption.date, caption.source};
  figure.shows_data = figure.shows_data && figure.data.rows.size() <= most_printed_rows;
  made.add(std::move(figure));
}

// ---- map ----

std::string people_of(const ReportMaker& made, const std::string& code) {
  const ActorId municipality = made.index.municipality(code);
  if (!municipality.is_set() || !made.network.actor(municipality).population) return made.tr("question.not_noted");
  return made.texts.number(*made.network.actor(municipality).population);
}

void add_county(const ReportMaker& made, const MatrixRow& row, std::vector<std::string>& cells) {
  cells.push_back(made.number(row.municipalities));
  cells.push_back(made.number(row.all.n));
  cells.push_back(made.number(row.all.met));
  cells.push_back(made.number(row.all.unknown));
}

void add_municipality(const ReportMaker& made, const MatrixRow& row, std::vector<std::string>& cells) {
  const auto with = [&](auto is_so) {
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), is_so));
  };
  cells.push_back(people_of(made, row.code));
  cells.push_back(made.number(row.all.n));
  cells.push_back(made.number(with([](const MatrixCell& cell) { return cell.n > 0; })));
  cells.push_back(made.number(with([](const MatrixCell& cell) { return cell.unknown > 0; })));
}

PaperTable places_table(ReportMaker& made) {
  const Matrix& matrix = made.areas();
  const bool by_county = matrix.by == MatrixRows::counties;
  const std::string caption = made.tr("report.map.table");
  PaperTable table =
      by_county ? made.table(caption, {"question.column.county", "report.column.municipalities",
                                       "report.column.in_force", "report.column.reached", "question.column.unknown"})
                : made.table(caption, {"question.column.municipality", "report.column.people", "report.column.in_force",
                                       "report.column.areas_with", "report.column.areas_unknown"});
  for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
    std::vector<std::string> cells = {made.area_rows()[i]};
    by_county ? add_county(made, matrix.rows[i], cells) : add_municipality(made, matrix.rows[i], cells);
    table.rows.push_back(std::move(cells));
  }
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [](const auto& a, const auto& b) { return swedish_less(a.front(), b.front()); });
  for (std::size_t i = 1; i < table.columns.size(); ++i) table.columns[i].is_number = true;
  return table;
}

// The row with most agreements in force; of as many the first by name.
std::size_t fullest_row(ReportMaker& made) {
  const Matrix& matrix = made.areas();
  std::size_t fullest = 0;
  for (std::size_t i = 1; i < matrix.rows.size(); ++i) {
    const std::size_t n = matrix.rows[i].all.n, most = matrix.rows[fullest].all.n;
    const bool is_first = n == most && swedish_less(made.area_rows()[i], made.area_rows()[fullest]);
    if (n > most || is_first) fullest = i;
  }
  return fullest;
}

std::string map_finding(ReportMaker& made) {
  const Matrix& matrix = made.areas();
  if (matrix.rows.empty()) return made.tr("report.map.nothing", {{"place", made.place_words()}});
  if (made.is_municipality()) return made.tr("report.map.own", {{"place", made.place_words()}});
  const std::size_t fullest = fullest_row(made);
  return made.tr("report.map.finding", {{"tied", made.number(made.census().municipalities_with_tie)},
                                        {"all", made.number(made.municipalities().size())},
                                        {"name", made.area_rows()[fullest]},
                                        {"n", made.number(matrix.rows[fullest].all.n)}});
}

// ---- heat map ----

std::string cell_words(const ReportMaker& made, const MatrixCell& cell, bool by_county) {
  if (cell.unknown == 0) return made.number(cell.n);
  if (by_county) {
    return made.tr("report.heat.unknown_of",
                   {{"n", made.number(cell.n)}, {"unknown", made.number(cell.unknown)}, {"of", made.number(cell.of)}});
  }
  return cell.n == 0 ? made.tr("norm.outcome.unknown") : made.tr("report.heat.unknown", {{"n", made.number(cell.n)}});
}

PaperTable heat_table(ReportMaker& made) {
  const Matrix& matrix = made.areas();
  const bool by_county = matrix.by == MatrixRows::counties;
  PaperTable table =
      made.table(made.tr("report.heat.table"), {by_county ? "question.column.county" : "question.column.municipality"});
  for (const MatrixColumn& column : matrix.columns) {
    const Area* area = made.taxonomy.areas.find(column.code);
    table.columns.push_back({column.code + " " + (area ? area->short_label.in(made.texts.language()) : ""), true});
  }
  for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
    std::vector<std::string> row = {made.area_rows()[i]};
    for (const MatrixCell& cell : matrix.rows[i].cells) row.push_back(cell_words(made, cell, by_county));
    table.rows.push_back(std::move(row));
  }
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [](const auto& a, const auto& b) { return swedish_less(a.front(), b.front()); });
  return table;
}

std::string heat_finding(ReportMaker& made) {
  const std::vector<MatrixCell>& sum = made.areas().sum.cells;
  if (sum.empty()) return made.tr("report.map.nothing", {{"place", made.place_words()}});
  const auto more = [](std::size_t MatrixCell::*count) {
    return [count](const MatrixCell& a, const MatrixCell& b) { return a.*count < b.*count; };
  };
  const auto fullest = std::max_element(sum.begin(), sum.end(), more(&MatrixCell::n));
  const auto darkest = std::max_element(sum.begin(), sum.end(), more(&MatrixCell::unknown));
  const auto area_at = [&](auto cell) {
    return made.area_words(made.areas().columns[static_cast<std::size_t>(cell - sum.begin())].code);
  };
  const TextArgs args = {{"full", area_at(fullest)},
                         {"n", made.number(fullest->n)},
                         {"dark", area_at(darkest)},
                         {"unknown", made.number(darkest->unknown)},
                         {"all", made.number(darkest->of)}};
  return made.tr(darkest->unknown > 0 ? "report.heat.finding" : "report.heat.all_known", args);
}

// ---- network ----

// Adopted parties alone: whom nobody has confirmed is in the tables, and not in a picture of who works together.
Filter of_ties(Filter filter) {
  filter.clauses.push_back({"state", {"adopted"}, false});
  return filter;
}

ShownGraph shown_of(const ReportMaker& made, const PictureRequest& request) {
  return shown_graph(made.network, made.index, made.taxonomy, request.filter, made.day, false,
                     narrowing_of(made.index, {}, request.focus));
}

// By county where there are several; else by municipality, if that is few enough to be named, else by kind.
CollapseBy grouping_of(const ReportMaker& made, const ShownGraph& shown) {
  if (made.county.empty()) return CollapseBy::county;
  const Classes classes = classes_of(made.network, made.index, made.taxonomy, CollapseBy::municipality);
  const Nodes nodes = collapse(classes, shown.folding.shown, {});
  return nodes.size() <= most_named_nodes ? CollapseBy::municipality : CollapseBy::group;
}

std::string_view grouped_by(CollapseBy by) {
  if (by == CollapseBy::county) return "report.network.by_county";
  return by == CollapseBy::municipality ? "report.network.by_municipality" : "report.network.by_group";
}

PaperTable members_table(const ReportMaker& made, const ShownGraph& shown) {
  const Ties ties = ties_of(made.network, made.taxonomy, shown.part);
  PaperTable table =
      made.table(made.tr("report.network.table"),
                 {"question.column.actor", "report.column.kind", "report.column.agreements", "report.column.partners"});
  struct Line {
    ActorId who;
    std::size_t agreements = 0, partners = 0;
  };
  std::vector<Line> lines;
  for (const ActorId who : shown.part.actors) {
    const std::vector<std::uint32_t>& own = ties.of_actor[who.value];
    std::set<ActorId> partners;
    for (const std::uint32_t at : own)
      partners.insert(ties.agreements[at].actors.begin(), ties.agreements[at].actors.end());
    partners.erase(who);
    if (!own.empty()) lines.push_back({who, own.size(), partners.size()});
  }
  std::stable_sort(lines.begin(), lines.end(), [&](const Line& a, const Line& b) {
    if (a.agreements != b.agreements) return a.agreements > b.agreements;
    return swedish_less(made.network.actor(a.who).shown_name(), made.network.actor(b.who).shown_name());
  });
  for (const Line& line : lines) {
    const std::string& type = made.network.actor(line.who).type;
    table.rows.push_back({made.name(line.who), made.taxonomy.actor_types.label(type, made.texts.language()),
                          made.number(line.agreements), made.number(line.partners)});
  }
  table.columns[2].is_number = table.columns[3].is_number = true;
  return table;
}

std::string network_finding(const ReportMaker& made, const PaperTable& members, std::string_view grouped_key) {
  if (members.rows.empty()) return made.tr("report.network.nothing");
  const std::vector<std::string>& first = members.rows.front();
  const TextArgs args = {{"actors", made.number(members.rows.size())}, {"name", first[0]}, {"n", first[2]}};
  return made.tr(grouped_key.empty() ? "report.network.finding" : grouped_key, args);
}

}  // namespace

void add_map(ReportMaker& made) {
  PictureRequest request = picture_of(made, "map", made.county.empty() ? portrait_px : landscape_px);
  look_around(made, request);
  request.map_look.fill = MapLook::Fill::agreements;
  if (!made.county.empty()) look_at_land(request, made.assets.shapes, made.county);
  PaperFigure figure;
  figure.finding = map_finding(made);
  figure.alt = made.tr("report.map.alt", {{"place", made.place_words()}});
  figure.data = places_table(made);
  figure.shows_data = !made.county.empty();
  add_figure(made, request, std::move(figure));
}

void add_heat_map(ReportMaker& made) {
  PaperFigure figure;
  figure.finding = heat_finding(made);
  figure.alt = made.tr("report.heat.alt");
  figure.data = heat_table(made);
  PictureRequest request = picture_of(made, "matrix", landscape_px);
  request.filter = made.filter_of_county();
  request.matrix_look.rows = made.areas().by;
  const Result<float> height = height_of_matrix(made.network, made.assets, request);
  if (height) request.size_px.y = *height;
  add_figure(made, request, std::move(figure), !made.ask.hides_small);  // its cells are counts
}

void add_network(ReportMaker& made) {
  PictureRequest request = picture_of(made, "network", landscape_px);
  look_around(made, request);
  request.filter = of_ties(std::move(request.filter));
  request.network_look.is_actors_only = true;
  const ShownGraph shown = shown_of(made, request);
  std::string_view grouped_key;
  if (shown.folding.shown.size() > most_named_nodes) {
    request.network_look.collapse = grouping_of(made, shown);
    grouped_key = grouped_by(request.network_look.collapse);
  }
  PaperFigure figure;
  figure.data = members_table(made, shown);
  figure.shows_data = true;
  figure.finding = network_finding(made, figure.data, grouped_key);
  figure.alt = made.tr("report.network.alt");
  if (figure.data.rows.size() > most_named_nodes) {
    figure.data.note = made.tr(
        "report.first_rows", {{"shown", made.number(most_named_nodes)}, {"all", made.number(figure.data.rows.size())}});
    figure.data.rows.resize(most_named_nodes);
  }
  add_figure(made, request, std::move(figure));
}

}  // namespace samverka
