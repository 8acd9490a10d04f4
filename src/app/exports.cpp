#include "app/exports.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "analysis/small_counts.h"
#include "app/export_workbook.h"
#include "app/layout_table.h"
#include "app/restricted_network.h"
#include "app/shared_page.h"
#include "base/posix.h"
#include "io/change_references.h"
#include "io/exports.h"
#include "io/read_network.h"
#include "io/sheet_export.h"
#include "layout/layout.h"
#include "scene/scene.h"

namespace samverka {
namespace {

constexpr std::size_t names_told = 10;
constexpr std::array<const char*, sheet_count> csv_files = {"-actors", "-agreements", "-parties"};  // by RowSheet
// Above so many vertices a network is laid out on the map: stress would take seconds, and be a ball of yarn.
constexpr std::size_t most_laid_out = 6000;

DataExport one_file(std::string bytes, std::size_t rows) {
  DataExport out;
  out.files.push_back({std::move(bytes), rows});
  return out;
}

DataExport one_file(WrittenData written, std::size_t rows) {
  DataExport out = one_file(std::move(written.bytes), rows);
  out.nodes = written.nodes;
  out.edges = written.edges;
  out.long_cells = written.long_cells;
  out.replaced = std::move(written.replaced);
  return out;
}

// What a graph's description says, where the format has no better place for it.
std::string about_network(const ExportInput& input) {
  const Texts& texts = input.assets.texts(input.request.language);
  std::string about = input.network.title;
  const auto add = [&](const std::string& words) { about += (about.empty() ? "" : " · ") + words; };
  if (input.network.is_synthetic()) add(texts.tr("caption.illustrative"));
  add(texts.tr("out.as_of", {{"day", to_string(input.network.as_of)}}));
  return about;
}

Result<DataExport> make_json(const ExportInput& input) {
  return one_file(write_network(input.network), input.network.actors.size());
}

Result<DataExport> make_graphml(const ExportInput& input) {
  const auto& write = input.request.has_pairs ? graphml_pairs_text : graphml_text;
  return one_file(write(input.network, input.day, about_network(input)), input.network.actors.size());
}

// As the program draws it: laid out by agreements, in the colours of the actors' groups.
std::optional<std::vector<GexfLook>> looks_of(const ExportInput& input) {
  const Network& network = input.network;
  const Incidence all = whole_incidence(network);
  const NetworkIndex index(network);
  const std::vector<Anchor> anchors = anchors_of(network, index, all, &input.assets.shapes);
  LayoutOptions options;
  options.is_fast = true;
  const auto& lay_out = all.vertex_count() > most_laid_out ? map_layout : stress_layout;
  const auto positions = lay_out({all.graph, anchors}, options, input.progress);
  if (!positions) return std::nullopt;
  std::vector<GexfLook> looks;
  for (std::size_t i = 0; i < positions->size(); ++i) {
    const Rgba colour = i < network.actors.size()
                            ? parse_colour(input.assets.taxonomy.group_of(network.actors[i].type).color)
                            : theme_of({}).muted;
    looks.push_back({(*positions)[i], colour.r, colour.g, colour.b});
  }
  return looks;
}

Result<DataExport> make_gexf(const ExportInput& input) {
  const auto looks = looks_of(input);
  if (!looks) return error("E_CANCELLED", {"problem.cancelled", {}}, Exit::usage);
  return one_file(gexf_text(input.network, input.day, about_network(input), *looks), input.network.actors.size());
}

Result<DataExport> make_csv(const ExportInput& input) {
  DataExport out;
  const auto add = [&](RowSheet sheet, std::size_t rows) {
    WrittenSheet written = sheet_text(input.network, sheet, input.request.separator);
    out.long_cells += written.long_cells;
    out.files.push_back({std::move(written.text), rows});
  };
  std::size_t parties = 0;
  for (const Agreement& row : input.network.agreements) parties += row.parties.size();
  add(RowSheet::actors, input.network.actors.size());
  add(RowSheet::agreements, input.network.agreements.size());
  add(RowSheet::parties, parties);
  return out;
}

Result<DataExport> make_xlsx(const ExportInput& input) {
  auto written = xlsx_bytes(export_workbook(input));
  if (!written) return written.problem();
  return one_file(std::move(*written), input.network.actors.size());
}

// The whole of it as a picture and tables, as the map first shows it.
Result<DataExport> make_page(const ExportInput& input) {
  PictureRequest picture;
  picture.on = input.day;
  picture.language = input.request.language;
  if (input.request.filter) picture.filter = *input.request.filter;
  auto page = make_shared_page(input.network, input.assets, picture);
  if (!page) return page.problem();
  return one_file(std::move(page->html), page->actors);
}

constexpr auto export_table = std::to_array<ExportFormat>({
    {"json", "out.short.json", "out.format.json", "out.format.json.about", false, make_json},
    {"xlsx", "out.short.xlsx", "out.format.xlsx", "out.format.xlsx.about", true, make_xlsx},
    {"csv", "out.short.csv", "out.format.csv", "out.format.csv.about", false, make_csv},
    {"graphml", "out.short.graphml", "out.format.graphml", "out.format.graphml.about", true, make_graphml},
    {"gexf", "out.short.gexf", "out.format.gexf", "out.format.gexf.about", true, make_gexf},
    {"html", "out.short.html", "out.format.html", "out.format.html.about", true, make_page},
});

// References to rows that the filter keeps back are none: the file is to be sound by itself, and to name nobody who is
// not in it.
Network filtered(const Network& network, const Taxonomy& taxonomy, const Filter& filter) {
  Network out = restricted_network(network, taxonomy, filter);
  std::unordered_set<Key> gone;
  for (const Actor& row : network.actors) gone.insert(row.key);
  for (const Agreement& row : network.agreements) gone.insert(row.key);
  for (const Actor& row : out.actors) gone.erase(row.key);
  for (const Agreement& row : out.agreements) gone.erase(row.key);
  forget_references(out, gone);
  return out;
}

void suppress_small_populations(Network& network) {
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const std::int64_t people = network.actors[i].population.value_or(0);
    if (people > 0 && is_small_count(static_cast<std::size_t>(people))) {
      network.actors.mutable_row(i).population.reset();
    }
  }
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), names_told); ++i) out += (i == 0 ? "" : ", ") + names[i];
  return names.size() > names_told ? out + " …" : out;
}

Problem not_strict(const std::vector<std::string>& names) {
  return error("E_CONTROL", {"problem.export.control", {{"names", listed(names)}}}, Exit::save);
}

}  // namespace

std::span<const ExportFormat> export_formats() { return export_table; }

const ExportFormat* export_format(std::string_view ending) {
  const auto found = std::find_if(export_table.begin(), export_table.end(),
                                  [&](const ExportFormat& format) { return format.ending == ending; });
  return found == export_table.end() ? nullptr : &*found;
}

const ExportFormat* export_format_of_file(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == name.npos || dot == 0 ? nullptr : export_format(name.substr(dot + 1));
}

std::string export_endings() {
  std::string out;
  for (const ExportFormat& format : export_table) {
    out.append(out.empty() ? "." : ", .").append(format.ending);
  }
  return out;
}

Result<DataExport> export_data(const Network& network, const Assets& assets, const ExportRequest& request,
                               Progress& progress) {
  const ExportFormat* format = export_format(request.format);
  SAM_CHECK(format, "only formats of the table are asked for");
  // A page is for anybody: who is sensitive is never on it.
  ShareableNetwork shared = shareable(network, request.format == "html" ? Sensitive::left_out : request.sensitive);
  if (request.filter) shared.network = filtered(shared.network, assets.taxonomy, *request.filter);
  if (request.suppresses_small) suppress_small_populations(shared.network);
  const Date day = request.on.value_or(network.as_of);
  auto made = format->make({shared.network, assets, request, day, progress});
  if (!made) return made.problem();
  if (request.is_strict && !made->replaced.empty()) return not_strict(made->replaced);
  made->positions_left_out = shared.positions_left_out;
  made->actors_left_out = shared.actors_left_out;
  made->agreements_left_out = shared.agreements_left_out;
  made->texts_changed = shared.texts_changed;
  return made;
}

std::vector<std::string> export_paths(const std::string& path) {
  if (!path.ends_with(".csv")) return {path};
  const std::size_t dot = path.rfind('.');
  std::vector<std::string> paths;
  for (const char* name : csv_files) paths.push_back(path.substr(0, dot) + name + path.substr(dot));
  return paths;
}

Result<Done> save_export(const DataExport& data, const std::string& path) {
  const std::vector<std::string> paths = export_paths(path);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto written = write_file_atomically(paths[i], data.files[i].bytes);
    if (!written) return written.problem();
  }
  return Done{};
}

std::vector<std::string> export_notes(const DataExport& data, const Texts& texts) {
  std::vector<std::string> notes;
  const auto add = [&](const char* key, std::size_t count, const TextArgs& args = {}) {
    if (count > 0) notes.push_back(texts.plural(key, static_cast<long long>(count), args));
  };
  add("sheet_export.positions", data.positions_left_out);
  add("out.left_out", data.actors_left_out);
  add("out.agreements_left_out", data.agreements_left_out);
  add("out.texts_changed", data.texts_changed);
  add("sheet_export.long_cells", data.long_cells);
  add("out.replaced", data.replaced.size(), {{"names", listed(data.replaced)}});
  return notes;
}

}  // namespace samverka
