#include "io/write_xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>

#include "base/memory_file.h"
#include "base/utf8.h"
#include "io/xml_text.h"

namespace samverka {
namespace {

// https://support.microsoft.com/office: Excel specifications and limits
constexpr std::size_t longest_xlsx_cell = 32767;
constexpr std::size_t most_xlsx_rows = 1048575;  // under the headings

// Characters as Excel counts them: those beyond the first plane are two.
std::size_t utf16_length(std::string_view text) {
  const auto of_two = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; }));
  return count_code_points(text) + of_two;
}

// The longest beginning of whole characters that a cell holds, with "…".
std::string fitting_cell(const std::string& text) {
  std::size_t at = 0;
  for (std::size_t used = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    used += byte >= 0xF0 ? 2 : 1;
    if (used > longest_xlsx_cell - 1) break;
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  }
  return text.substr(0, at) + "…";
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// "_x0041_" is how a workbook writes "A": what a text itself has of that kind is written so that it stays (ECMA-376,
// part 1, 22.9.2.19).
std::string with_kept_underscores(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_code = text.compare(at, 2, "_x") == 0 && at + 6 < text.size() && text[at + 6] == '_' &&
                         std::all_of(&text[at + 2], &text[at + 6], is_hex);
    out += is_code ? std::string("_x005F_") : std::string(1, text[at]);
  }
  return out;
}

class XlsxWriter {
 public:
  explicit XlsxWriter(const Workbook& workbook) : workbook_(workbook) {}

  Result<WrittenData> write() {
    for (const WorkbookSheet& sheet : workbook_.sheets) {
      if (sheet.rows.size() <= most_xlsx_rows) continue;
      return error("E_LIMIT", {"problem.xlsx.rows", {{"sheet", sheet.name}}}, Exit::limit);
    }
    if (room_for_temporary_files() < room_needed()) return not_saved();
    const MemoryFile file;
    // Rows go out as they are put, each text in its cell: with a table of all texts it takes a fifth more time and
    // memory.
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* book = file.is_there() ? workbook_new_opt(file.path().c_str(), &options) : nullptr;
    if (!book) return not_saved();
    begin(book);
    for (const WorkbookSheet& sheet : workbook_.sheets) put(book, sheet);
    if (workbook_close(book) != LXW_NO_ERROR) return not_saved();  // the book is freed whatever it says
    written_.bytes = file.bytes();
    if (written_.bytes.empty()) return not_saved();
    return std::move(written_);
  }

 private:
  static Problem not_saved() { return error("E_SAVE", {"problem.xlsx.temporary", {}}, Exit::save); }

  // The library writes each part to a temporary file before it is packed, and takes no notice of a disk that is full: a
  // sheet would end in the middle. A cell is about fifty bytes, and its text may be escaped.
  std::size_t room_needed() const {
    constexpr std::size_t of_the_rest = 1 << 20, of_a_cell = 64;
    std::size_t bytes = of_the_rest;
    for (const WorkbookSheet& sheet : workbook_.sheets) {
      for (const std::vector<WorkbookCell>& row : sheet.rows) {
        for (const WorkbookCell& cell : row) bytes += of_a_cell + 2 * cell.text.size();
      }
    }
    return bytes;
  }

  // The writer leaves formulas and links alone, and cuts a text at its first zero byte, which no text has by now.
  std::string storable(const std::string& text) {
    std::string out = storable_in_xml(text, is_changed_);
    if (utf16_length(out) > longest_xlsx_cell) {
      ++written_.long_cells;
      out = fitting_cell(out);
    }
    return with_kept_underscores(out);
  }

  void begin(lxw_workbook* book) {
    std::string title = storable(workbook_.title), about = storable(workbook_.about), author = "Samverka";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.comments = about.data();
    properties.author = author.data();
    properties.created = static_cast<time_t>(day_number(workbook_.made) * 86400);
    if (properties.created == 0) properties.created = 1;  // none would be the clock's
    workbook_set_properties(book, &properties);
    day_format_ = workbook_add_format(book);
    format_set_num_format(day_format_, "yyyy-mm-dd");
    heading_ = workbook_add_format(book);
    format_set_bold(heading_);
    format_set_bottom(heading_, LXW_BORDER_THIN);
    format_set_bg_color(heading_, 0xE6EDF3);
    format_set_align(heading_, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(heading_);
    plain_ = workbook_add_format(book);
    format_set_text_wrap(plain_);
    format_set_align(plain_, LXW_ALIGN_VERTICAL_TOP);
  }

  void put(lxw_workbook* book, const WorkbookSheet& sheet) {
    lxw_worksheet* page = workbook_add_worksheet(book, sheet.name.c_str());
    SAM_CHECK(page, "a sheet's name is none");
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) put_column(page, sheet, static_cast<lxw_col_t>(i));
    const std::size_t first = sheet.is_table ? 1 : 0;
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
      put_row(page, static_cast<lxw_row_t>(row + first), sheet.rows[row], sheet.is_table ? nullptr : plain_);
    }
    if (!sheet.is_table || sheet.columns.empty()) return;
    worksheet_freeze_panes(page, 1, 1);
    worksheet_autofilter(page, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()),
                         static_cast<lxw_col_t>(sheet.columns.size() - 1));
    worksheet_repeat_rows(page, 0, 0);
    worksheet_set_landscape(page);
  }

  void put_column(lxw_worksheet* page, const WorkbookSheet& sheet, lxw_col_t at) {
    const WorkbookColumn& column = sheet.columns[at];
    worksheet_set_column(page, at, at, column.width, nullptr);
    if (!sheet.is_table) return;
    worksheet_write_string(page, 0, at, storable(column.title).c_str(), heading_);
    if (column.note.empty()) return;
    std::string author = "Samverka";
    lxw_comment_options options{};
    options.author = author.data();
    options.x_scale = 2;
    worksheet_write_comment_opt(page, 0, at, storable(column.note).c_str(), &options);
  }

  void put_row(lxw_worksheet* page, lxw_row_t at, const std::vector<WorkbookCell>& cells, lxw_format* format) {
    is_changed_ = false;
    for (std::size_t i = 0; i < cells.size(); ++i) put_cell(page, at, static_cast<lxw_col_t>(i), cells[i], format);
    if (!is_changed_) return;
    bool is_again = false;
    const std::string name = cells.empty() ? std::string() : storable_in_xml(cells.front().text, is_again);
    written_.replaced.push_back(name);
  }

  void put_cell(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const WorkbookCell& cell, lxw_format* format) {
    switch (cell.kind) {
      case WorkbookCell::Kind::empty:
        return;
      case WorkbookCell::Kind::text:
        worksheet_write_string(page, row, column, storable(cell.text).c_str(), format);
        return;
      case WorkbookCell::Kind::number:
        worksheet_write_number(page, row, column, cell.number, format);
        return;
      case WorkbookCell::Kind::day: {
        lxw_datetime day{cell.day.year, cell.day.month, cell.day.day, 0, 0, 0};
        worksheet_write_datetime(page, row, column, &day, day_format_);
        return;
      }
    }
  }

  const Workbook& workbook_;
  WrittenData written_;
  lxw_format* day_format_ = nullptr;
  lxw_format* heading_ = nullptr;
  lxw_format* plain_ = nullptr;
  bool is_changed_ = false;
};

}  // namespace

WorkbookCell workbook_text(std::string text) {
  WorkbookCell cell;
  if (text.empty()) return cell;
  cell.kind = WorkbookCell::Kind::text;
  cell.text = std::move(text);
  return cell;
}

WorkbookCell workbook_number(double number) {
  WorkbookCell cell;
  cell.kind = WorkbookCell::Kind::number;
  cell.number = number;
  return cell;
}

WorkbookCell workbook_day(Date day) {
  if (day.year < 1900) return workbook_text(to_string(day));
  WorkbookCell cell;
  cell.kind = WorkbookCell::Kind::day;
  cell.day = day;
  return cell;
}

Result<WrittenData> xlsx_bytes(const Workbook& workbook) { return XlsxWriter(workbook).write(); }

}  // namespace samverka
