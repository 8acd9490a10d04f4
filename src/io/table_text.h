#pragma once
// A table's bytes as UTF-8, whichever of its ways a spreadsheet has saved them: Swedish Excel's "CSV" is Windows-1252,
// its "Unicode text" UTF-16 with tabs.
#include <string>
#include <string_view>

namespace samverka {

enum class TableEncoding : unsigned char { utf8, windows_1252, utf16 };

// "UTF-8", "Windows-1252", "UTF-16": names that no language changes.
const char* word(TableEncoding encoding);

struct TableText {
  std::string text;  // without a mark where it was UTF-16
  TableEncoding encoding = TableEncoding::utf8;
};

// UTF-16 where its mark says so and every unit is sound. Else the bytes as they are where they are UTF-8, or UTF-8 that
// has been damaged: with its mark, or with more whole letters of UTF-8 than bytes that are none. Else Windows-1252,
// unless there are bytes that it does not have. What is none of them comes back as it is, and io/csv.h says why it is
// no table. Linear.
TableText table_text_of(std::string_view bytes);

}  // namespace samverka
