#include "io/sheet_rows.h"

#include <algorithm>

#include "base/collate.h"

namespace samverka {
namespace {

// A heading without what people put around it.
std::string heading_word(std::string_view text) {
  std::string word = folded(text);
  const std::size_t begin = word.find_first_not_of(" \t\r\n*:");
  if (begin == std::string::npos) return {};
  return word.substr(begin, word.find_last_not_of(" \t\r\n*:") - begin + 1);
}

std::optional<std::size_t> cell_named(RowSheet sheet, const std::string& word, const SheetNames& names) {
  if (const auto cell = cell_spec(sheet, word)) return cell;
  const auto& headings = names.headings[static_cast<std::size_t>(sheet)];
  const auto found = headings.find(word);
  return found == headings.end() ? std::nullopt : cell_spec(sheet, found->second);
}

struct Fit {
  RowSheet sheet = RowSheet::actors;
  std::size_t known = 0;
  bool has_needed = false;
};

// A table has what tells its rows: a name, a title, or who is party in what.
Fit fit_of(RowSheet sheet, const std::vector<std::string>& words, const SheetNames& names) {
  Fit fit{sheet, 0, false};
  std::vector<bool> has(cell_specs(sheet).size(), false);
  for (const std::string& word : words) {
    const auto cell = cell_named(sheet, word, names);
    if (!cell || has[*cell]) continue;
    has[*cell] = true;
    ++fit.known;
  }
  const auto has_cell = [&](std::string_view member) { return has[*cell_spec(sheet, member)]; };
  if (sheet == RowSheet::parties) {
    fit.has_needed = has_cell("agreement") && has_cell("actor");
  } else if (sheet == RowSheet::agreements) {
    fit.has_needed = has_cell("title") || (has_cell("id") && !has_cell("other") && fit.known > 1) || has_cell("form");
  } else {
    fit.has_needed = has_cell("name") || (has_cell("id") && fit.known > 1);
  }
  return fit;
}

}  // namespace

void DraftRow::refuse(Problem problem, std::size_t where) {
  is_live = false;
  out.fate = SheetRow::Fate::refused;
  out.problems.push_back(std::move(problem));
  problem_offsets.push_back(where);
}

std::size_t DraftRow::offset_of(std::string_view pointer) const {
  if (pointer.starts_with('/')) pointer.remove_prefix(1);
  const auto specs = cell_specs(out.sheet);
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const std::string_view member = specs[i].member;
    const bool is_it = pointer == member || (pointer.starts_with(member) && pointer[member.size()] == '/');
    if (is_it && !cells[i].empty()) return offsets[i];
  }
  return offset;
}

Result<HeadedSheet> headed(std::size_t file, CsvTable table, const SheetNames& names, std::optional<RowSheet> likely) {
  std::vector<std::string> words;
  for (const CsvCell& cell : table.header) words.push_back(heading_word(cell.text));
  std::optional<Fit> best;
  for (const RowSheet sheet : {RowSheet::parties, RowSheet::agreements, RowSheet::actors}) {
    const Fit fit = fit_of(sheet, words, names);
    if (!fit.has_needed) continue;
    const bool is_better = !best || fit.known > best->known || (fit.known == best->known && likely == sheet);
    if (is_better) best = fit;
  }
  if (!best) return error("E_TABLE", {"sheet_problem.headings", {}}, Exit::parse);
  HeadedSheet out;
  out.file = file;
  out.sheet = best->sheet;
  std::vector<bool> has(cell_specs(out.sheet).size(), false);
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto cell = cell_named(out.sheet, words[i], names);
    const bool is_twice = cell && has[*cell];
    if (cell && !is_twice) has[*cell] = true;
    out.column_of.push_back(is_twice ? std::nullopt : cell);
    if (cell && !is_twice) continue;
    if (words[i].empty()) continue;
    if (out.sheet == RowSheet::actors && words[i] == network_member) {
      out.network = i;
    } else if (out.sheet == RowSheet::agreements && (words[i] == "parties" || words[i] == "parter")) {
      out.parties = i;
    } else {
      const char* key = is_twice ? "sheet_problem.heading_twice" : "sheet_problem.heading";
      out.problems.push_back(warning("W_COLUMN", {key, {{"heading", table.header[i].text}}}));
      out.problem_offsets.push_back(table.header[i].offset);
    }
  }
  out.table = std::move(table);
  return out;
}

std::vector<DraftRow> draft_rows(const HeadedSheet& sheet, std::vector<NetworkPiece>& pieces) {
  std::vector<DraftRow> rows;
  const std::size_t count = cell_specs(sheet.sheet).size();
  for (const std::vector<CsvCell>& cells : sheet.table.rows) {
    DraftRow row;
    row.out.sheet = sheet.sheet;
    row.out.file = sheet.file;
    row.offset = cells.front().offset;
    row.cells.resize(count);
    row.offsets.resize(count, row.offset);
    bool is_empty = true;
    for (std::size_t i = 0; i < std::min(cells.size(), sheet.column_of.size()); ++i) {
      if (sheet.parties == i) row.parties = cells[i].text;
      if (sheet.network == i && !cells[i].text.empty()) pieces.push_back({cells[i].text, sheet.file, cells[i].offset});
      if (!sheet.column_of[i]) continue;
      row.cells[*sheet.column_of[i]] = cells[i].text;
      row.offsets[*sheet.column_of[i]] = cells[i].offset;
      is_empty = is_empty && cells[i].text.empty();
    }
    const bool has_more = cells.size() > sheet.column_of.size() &&
                          std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(sheet.column_of.size()), cells.end(),
                                      [](const CsvCell& cell) { return !cell.text.empty(); });
    if (has_more) {
      const Message message{
          "sheet_problem.cells",
          {{"cells", std::to_string(cells.size())}, {"headings", std::to_string(sheet.column_of.size())}}};
      row.refuse(error("E_TABLE", message), cells[sheet.column_of.size()].offset);
    }
    const bool is_piece =
        is_empty && sheet.network && *sheet.network < cells.size() && !cells[*sheet.network].text.empty();
    if (!is_piece && (!is_empty || has_more)) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace samverka
