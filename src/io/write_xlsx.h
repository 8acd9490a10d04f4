#pragma once
// Tables as a workbook for Excel, LibreOffice and the like (XLSX, ECMA-376), through libxlsxwriter.
//
// A text is always written as a text: no cell is a formula or a link, whatever it begins with. The same workbook gives
// the same bytes: the time it was made is the day that it is told.
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "io/exports.h"

namespace samverka {

struct WorkbookCell {
  enum class Kind : std::uint8_t { empty, text, number, day };
  Kind kind = Kind::empty;
  std::string text;
  double number = 0;
  Date day;
};
WorkbookCell workbook_text(std::string text);  // empty for an empty text
WorkbookCell workbook_number(double number);
WorkbookCell workbook_day(Date day);  // of the years 1900 to 9999, which spreadsheets know; else its text

struct WorkbookColumn {
  std::string title;
  std::string note;   // a comment on the heading: what stands in the column; empty: none
  double width = 16;  // characters
};

struct WorkbookSheet {
  std::string name;  // at most 31 characters, without [ ] : * ? / and backslash
  std::vector<WorkbookColumn> columns;
  std::vector<std::vector<WorkbookCell>> rows;  // each at most as long as `columns`
  bool is_table = true;  // headings frozen, with the first column, and a filter over all; else plain lines
};

struct Workbook {
  std::string title, about;  // the document's properties
  Date made;
  std::vector<WorkbookSheet> sheets;
};

// E_SAVE where no temporary file can be made, E_LIMIT for more than 1 048 575 rows in a sheet. Texts are cut at the
// 32 767 characters of UTF-16 that a cell holds (`long_cells`); what XML cannot hold becomes U+FFFD, and `replaced`
// says the first cell of those rows. Linear.
Result<WrittenData> xlsx_bytes(const Workbook& workbook);

}  // namespace samverka
