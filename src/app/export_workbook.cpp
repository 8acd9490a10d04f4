#include "app/export_workbook.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "analysis/census.h"
#include "analysis/small_counts.h"
#include "app/filter_words.h"
#include "app/record_words.h"
#include "app/sheet_names.h"
#include "base/collate.h"
#include "io/row_text.h"
#include "io/sheet_cells.h"

namespace samverka {
namespace {

using CellKind = CellSpec::Holds;

// Members whose heading sheet_names has none for, or that need more said than what kind of value they hold.
struct ColumnWords {
  const char* member;
  const char* title;  // text keys; null: member_words, or the note of its kind
  const char* note;
};
constexpr auto column_words = std::to_array<ColumnWords>({
    {"id", nullptr, "out.note.id"},
    {"areas", nullptr, "out.note.areas"},
    {"perspectives", nullptr, "out.note.perspectives"},
    {"name_en", "form.name_en", nullptr},
    {"municipality_group", "out.column.municipality_group", nullptr},
    {"serves", "form.serves", nullptr},
    {"members", "form.members", nullptr},
    {"functions", "form.functions", nullptr},
    {"flags", "form.flags", nullptr},
    {"position/lat", "out.column.lat", "out.note.position"},
    {"position/lon", "out.column.lon", "out.note.position"},
    {"sensitive", "form.sensitive", "out.note.sensitive"},
    {"ids/municipality_code", "out.column.municipality_code", nullptr},
    {"ids/county_code", "out.column.county_code", nullptr},
    {"ids/school_unit_code", "out.column.school_unit_code", nullptr},
    {"ids/org_number", "out.column.org_number", nullptr},
    {"valid/from", "table.from", "out.note.from"},
    {"valid/to", "table.to", "out.note.to"},
    {"valid/renewal", "form.renewal", nullptr},
    {"valid/review", "form.review", nullptr},
    {"from", nullptr, "out.note.from"},
    {"to", nullptr, "out.note.to"},
    {"covers", "form.covers", "out.note.covers"},
    {"legal_basis", "form.legal_basis", nullptr},
    {"service_areas", "out.column.service_areas", nullptr},
    {"supersedes", "form.supersedes", nullptr},
    {"founds", "form.founds", nullptr},
    {"on_behalf_of", "form.on_behalf_of", nullptr},
    {"provenance/source", "table.source", nullptr},
    {"provenance/method", "table.method", nullptr},
    {"provenance/recorded", "table.recorded", "out.note.recorded"},
    {"provenance/confidence", "table.confidence", "out.note.confidence"},
    {"state", nullptr, "out.note.state"},
    {"status", nullptr, "out.note.status"},
    {"note", "form.note", nullptr},
    {"other", "out.column.other", "out.note.other"},
});

const char* note_of_kind(CellKind holds) {
  switch (holds) {
    case CellKind::day:
    case CellKind::last_day:
      return "out.note.day";
    case CellKind::list:
    case CellKind::codes:
    case CellKind::actors:
    case CellKind::agreements:
      return "out.note.list";
    default:
      return "out.note.text";
  }
}

// "20" and "2080" beside the names of the county and the municipality.
class PlaceNames {
 public:
  PlaceNames(const ExportInput& input, const Texts& texts) : input_(input), texts_(texts), index_(input.network) {}

  const std::string& county(const std::string& code) {
    const auto [at, is_new] = counties_.try_emplace(code);
    if (is_new) at->second = county_name(input_.assets, input_.network, index_, texts_, code);
    return at->second;
  }
  std::string municipality(const std::string& code) const {
    const ActorId actor = index_.municipality(code);
    return actor.is_set() ? input_.network.actor(actor).name : std::string();
  }
  std::string actor(const std::string& key) const {
    const ActorId id = index_.actor(key);
    return id.is_set() ? input_.network.actor(id).name : std::string();
  }
  std::string agreement(const std::string& key) const {
    const AgreementId id = index_.agreement(key);
    return id.is_set() ? input_.network.agreement(id).title : std::string();
  }

 private:
  const ExportInput& input_;
  const Texts& texts_;
  NetworkIndex index_;
  std::map<std::string, std::string> counties_;
};

// In a cell of codes: it is recorded that there are none, which is not the same as an empty cell.
constexpr std::string_view recorded_as_none = "[]";

// One kind of row as a sheet: a column for each of the format's, with a name before it where it refers to something.
class SheetMaker {
 public:
  SheetMaker(const ExportInput& input, const Texts& texts, PlaceNames& places, RowSheet sheet)
      : input_(input), texts_(texts), places_(places), kind_(sheet), specs_(cell_specs(sheet)) {
    for (std::size_t i = 0; i < specs_.size(); ++i) {
      if (has_name(specs_[i])) columns_.push_back({i, true});
      columns_.push_back({i, false});
    }
    // Who or what the row is about comes first, and stays in sight.
    const char* first = sheet == RowSheet::actors ? "name" : sheet == RowSheet::agreements ? "title" : "agreement";
    const auto at = std::find_if(columns_.begin(), columns_.end(), [&](const Column& column) {
      return std::string_view(specs_[column.spec].member) == first;
    });
    std::rotate(columns_.begin(), at, at + 1);
    is_used_.assign(columns_.size(), false);
    is_used_.front() = true;
  }

  void add(const std::vector<std::string>& cells) {
    std::vector<WorkbookCell>& row = sheet_.rows.emplace_back();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      row.push_back(column.is_name ? name_cell(specs_[column.spec], cells[column.spec])
                                   : value_cell(specs_[column.spec], cells[column.spec]));
      if (row.back().kind != WorkbookCell::Kind::empty) is_used_[i] = true;
    }
  }

  WorkbookSheet made(const char* name) {
    sheet_.name = texts_.tr(name);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (is_used_[i]) sheet_.columns.push_back(heading(columns_[i]));
    }
    for (std::vector<WorkbookCell>& row : sheet_.rows) {
      std::size_t kept = 0;
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (!is_used_[i]) continue;
        if (kept != i) row[kept] = std::move(row[i]);
        ++kept;
      }
      row.resize(kept);
    }
    return std::move(sheet_);
  }

 private:
  struct Column {
    std::size_t spec = 0;
    bool is_name = false;
  };

  bool has_name(const CellSpec& spec) const {
    const std::string_view member = spec.member;
    return spec.holds == CellKind::actor || spec.holds == CellKind::agreement ||
           (kind_ == RowSheet::actors && (member == "county" || member == "municipality"));
  }

  WorkbookCell name_cell(const CellSpec& spec, const std::string& cell) {
    if (cell.empty()) return {};
    if (spec.holds == CellKind::actor) return workbook_text(places_.actor(cell));
    if (spec.holds == CellKind::agreement) return workbook_text(places_.agreement(cell));
    return workbook_text(std::string_view(spec.member) == "county" ? places_.county(cell) : places_.municipality(cell));
  }

  WorkbookCell value_cell(const CellSpec& spec, const std::string& cell) const {
    if (cell.empty()) return {};
    switch (spec.holds) {
      case CellKind::integer:
      case CellKind::decimal:
        return counted(cell);
      case CellKind::day:
      case CellKind::last_day:
        return dated(cell);
      case CellKind::flag:
        return workbook_text(texts_.tr(cell == "true" ? "out.yes" : "out.no"));
      case CellKind::code:
      case CellKind::word:
        return workbook_text(in_words(spec, cell));
      case CellKind::codes:
        return workbook_text(all_in_words(spec, cell));
      default:
        return workbook_text(cell);
    }
  }

  static WorkbookCell counted(std::string cell) {
    std::replace(cell.begin(), cell.end(), ',', '.');
    double value = 0;
    const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool is_whole = problem == std::errc{} && end == cell.data() + cell.size();
    return is_whole ? workbook_number(value) : workbook_text(std::move(cell));
  }

  WorkbookCell dated(const std::string& cell) const {
    if (cell == open_end) return workbook_text(texts_.tr("out.until_further_notice"));
    const auto day = parse_date(cell);
    return day ? workbook_day(*day) : workbook_text(cell);
  }

  std::string in_words(const CellSpec& spec, const std::string& code) const {
    const Terms<Term>* terms = terms_of(spec, input_.assets.taxonomy);
    if (terms) return terms->label(code, input_.request.language);
    const std::string_view member = spec.member;
    const Taxonomy& taxonomy = input_.assets.taxonomy;
    if (member == "type") return taxonomy.actor_types.label(code, input_.request.language);
    if (member == "form") return taxonomy.forms.label(code, input_.request.language);
    if (member == "areas") return code + " " + taxonomy.areas.label(code, input_.request.language);
    return code;
  }

  std::string all_in_words(const CellSpec& spec, std::string_view cell) const {
    if (cell == recorded_as_none) return texts_.tr("out.none_recorded");
    std::string out;
    while (!cell.empty()) {
      const std::size_t end = std::min(cell.find(", "), cell.size());
      out += (out.empty() ? "" : ", ") + in_words(spec, std::string(cell.substr(0, end)));
      cell.remove_prefix(std::min(cell.size(), end + 2));
    }
    return out;
  }

  WorkbookColumn heading(const Column& column) const {
    const CellSpec& spec = specs_[column.spec];
    const std::string_view member = spec.member;
    const auto own = std::find_if(column_words.begin(), column_words.end(),
                                  [&](const ColumnWords& words) { return words.member == member; });
    const bool has_own = own != column_words.end();
    WorkbookColumn out;
    out.title = has_own && own->title ? texts_.tr(own->title) : member_words(kind_, member, texts_);
    const std::string note = texts_.tr(has_own && own->note ? own->note : note_of_kind(spec.holds));
    out.note = texts_.tr("out.note.member", {{"note", note}, {"member", std::string(member)}});
    if (column.is_name) {
      out.note = texts_.tr("out.note.name");
    } else if (has_name(spec)) {
      out.title = texts_.tr(spec.digits > 0 ? "out.column.code_of" : "out.column.id_of", {{"column", out.title}});
    }
    const bool is_wide = column.is_name || member == "name" || member == "title";
    const bool is_dated = spec.holds == CellKind::day || spec.holds == CellKind::last_day;
    out.width = is_wide ? 38 : is_dated ? 13 : 22;
    return out;
  }

  const ExportInput& input_;
  const Texts& texts_;
  PlaceNames& places_;
  RowSheet kind_;
  std::span<const CellSpec> specs_;
  std::vector<Column> columns_;
  std::vector<bool> is_used_;
  WorkbookSheet sheet_;
};

// By name as Swedes order names, since the sheet is read from the top.
template <class Rows, class NameOf>
auto in_reading_order(const Rows& rows, NameOf&& name_of) {
  std::vector<std::string> names;
  std::vector<decltype(&*rows.begin())> order;
  for (const auto& row : rows) {
    names.push_back(name_of(row));
    order.push_back(&row);
  }
  const std::vector<std::uint32_t> ranks = swedish_ranks(names);
  std::vector<std::size_t> places(order.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    return ranks[a] != ranks[b] ? ranks[a] < ranks[b] : order[a]->key < order[b]->key;
  });
  auto sorted = order;
  for (std::size_t i = 0; i < places.size(); ++i) sorted[i] = order[places[i]];
  return sorted;
}

// A name that CSV cannot have in a cell, such as one with a zero byte, stands in the last column as JSON. A row without
// a name would say nothing.
std::vector<std::string> named(RowSheet sheet, std::string_view member, const std::string& name,
                               std::vector<std::string> cells) {
  std::string& cell = cells[*cell_spec(sheet, member)];
  if (cell.empty()) cell = name;
  return cells;
}

WorkbookSheet sources_sheet(const ExportInput& input, const Texts& texts) {
  WorkbookSheet sheet;
  sheet.name = texts.tr("out.sheet.sources");
  const auto column = [&](const char* title, double width) {
    WorkbookColumn out;
    out.title = texts.tr(title);
    out.width = width;
    sheet.columns.push_back(std::move(out));
  };
  column("out.column.source_title", 50);
  column("table.id", 18);
  column("out.column.source_kind", 18);
  column("out.column.source_date", 13);
  column("form.web", 40);
  column("out.column.license", 24);
  column("form.note", 40);
  sheet.columns[1].note = texts.tr("out.note.source_id");
  const auto date = [](PartialDate day) {
    if (day.day != 0) return workbook_day(day.earliest());
    return workbook_text(to_string(day));
  };
  for (const Source* row : in_reading_order(input.network.sources, [](const Source& s) { return s.title; })) {
    const std::string kind = input.assets.taxonomy.source_kinds.label(row->kind, input.request.language);
    sheet.rows.push_back({workbook_text(row->title), workbook_text(row->key), workbook_text(kind), date(row->date),
                          workbook_text(row->url), workbook_text(row->license), workbook_text(row->note)});
  }
  return sheet;
}

// What the workbook is of, and what is in it: read by whoever gets it without a word.
class AboutSheet {
 public:
  AboutSheet(const ExportInput& input, const Texts& texts) : input_(input), texts_(texts) {
    sheet_.name = texts.tr("out.sheet.about");
    sheet_.is_table = false;
    sheet_.columns.resize(2);
    sheet_.columns[0].width = 34;
    sheet_.columns[1].width = 90;
  }

  WorkbookSheet made() {
    const Network& network = input_.network;
    if (network.is_synthetic()) say("out.about.mark", texts_.tr("caption.illustrative"));
    say("out.about.title", network.title);
    say("out.about.id", network.id);
    say("out.about.as_of", to_string(network.as_of));
    say("out.about.day", to_string(input_.day));
    say("out.about.license", network.license);
    say("out.about.filter",
        input_.request.filter ? filter_in_words(*input_.request.filter, input_.assets, texts_) : std::string());
    say("out.about.sensitive",
        texts_.tr(input_.request.sensitive == Sensitive::left_out ? "out.about.left_out" : "out.about.coarsened"));
    counts();
    say("out.about.unknown", texts_.tr("out.about.unknown_is_not_no"));
    say("out.about.rest", texts_.tr("out.about.json_has_all"));
    if (input_.request.suppresses_small) say("out.about.small", texts_.tr("out.about.small_why"));
    return std::move(sheet_);
  }

 private:
  void say(const char* what, const std::string& value) {
    if (!value.empty()) sheet_.rows.push_back({workbook_text(texts_.tr(what)), workbook_text(value)});
  }
  void count(const std::string& what, std::size_t count, bool is_out = false) {
    const bool is_told = !is_out;
    sheet_.rows.push_back({workbook_text(what), is_told ? workbook_number(static_cast<double>(count))
                                                        : workbook_text(told_count(count, true))});
  }
  bool is_out(std::size_t count) const { return input_.request.suppresses_small && is_small_count(count); }

  void counts() {
    const Census census = take_census(input_.network, input_.assets.taxonomy, input_.day);
    sheet_.rows.emplace_back();
    count(texts_.tr("out.about.actors"), census.actors, is_out(census.actors));
    std::vector<std::size_t> groups;
    for (const auto& [group, n] : census.actors_by_group) groups.push_back(n);
    std::vector<bool> outs(groups.size(), false);
    if (input_.request.suppresses_small) outs = suppressed_counts(groups, true);
    std::size_t i = 0;
    for (const auto& [group, n] : census.actors_by_group) {
      count("   " + input_.assets.taxonomy.groups.label(group, input_.request.language), n, outs[i++]);
    }
    count(texts_.tr("out.about.agreements"), census.agreements, is_out(census.agreements));
    count(texts_.tr("out.about.active"), census.agreements_active, is_out(census.agreements_active));
    count(texts_.tr("out.about.parties"), census.parties, is_out(census.parties));
    count(texts_.tr("out.about.ties"), census.ties, is_out(census.ties));
    sheet_.rows.emplace_back();
  }

  const ExportInput& input_;
  const Texts& texts_;
  WorkbookSheet sheet_;
};

}  // namespace

Workbook export_workbook(const ExportInput& input) {
  const Network& network = input.network;
  const Texts& texts = input.assets.texts(input.request.language);
  PlaceNames places(input, texts);
  SheetMaker actors(input, texts, places, RowSheet::actors);
  for (const Actor* row : in_reading_order(network.actors, [](const Actor& a) { return a.name; })) {
    actors.add(named(RowSheet::actors, "name", row->name, cells_of(RowSheet::actors, row_text(network, *row))));
  }
  SheetMaker agreements(input, texts, places, RowSheet::agreements);
  SheetMaker parties(input, texts, places, RowSheet::parties);
  for (const Agreement* row : in_reading_order(network.agreements, [](const Agreement& a) { return a.title; })) {
    const std::string text = row_text(network, *row);
    std::vector<std::string> cells =
        named(RowSheet::agreements, "title", row->title, cells_of(RowSheet::agreements, text));
    if (row->perspectives && row->perspectives->empty()) {
      cells[*cell_spec(RowSheet::agreements, "perspectives")] = recorded_as_none;
    }
    agreements.add(cells);
    for (const std::string& party : party_texts(text)) {
      std::vector<std::string> party_cells = cells_of(RowSheet::parties, party);
      party_cells.front() = row->key;
      parties.add(party_cells);
    }
  }
  Workbook out;
  out.title = network.title.empty() ? network.id : network.title;
  if (network.is_synthetic()) out.about = texts.tr("caption.illustrative");
  out.made = network.as_of;
  out.sheets.push_back(actors.made("out.sheet.actors"));
  out.sheets.push_back(agreements.made("out.sheet.agreements"));
  out.sheets.push_back(parties.made("out.sheet.parties"));
  out.sheets.push_back(sources_sheet(input, texts));
  out.sheets.push_back(AboutSheet(input, texts).made());
  return out;
}

}  // namespace samverka
