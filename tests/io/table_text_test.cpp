#include "io/table_text.h"

#include <doctest/doctest.h>

#include "base/utf8.h"

using namespace samverka;
using namespace std::string_literals;

namespace {

std::string utf16(std::u16string_view text, bool is_big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += is_big_endian ? high : low;
    bytes += is_big_endian ? low : high;
  }
  return bytes;
}

void check_read(const std::string& bytes, TableEncoding encoding, const std::string& text) {
  const TableText read = table_text_of(bytes);
  CHECK(read.encoding == encoding);
  CHECK(read.text == text);
}

}  // namespace

TEST_CASE("UTF-8 stays as it is, with or without its mark") {
  check_read("", TableEncoding::utf8, "");
  check_read("Åre;åäö €", TableEncoding::utf8, "Åre;åäö €");
  check_read("\xEF\xBB\xBFÅre", TableEncoding::utf8, "\xEF\xBB\xBFÅre");
}

TEST_CASE("what a Swedish Excel saves as CSV is read as Windows-1252, every byte of it") {
  check_read("\xC5re;\xE5\xE4\xF6\xC9 \x80\x96\x85\x94", TableEncoding::windows_1252, "Åre;åäöÉ €–…”");
  for (int byte = 0x80; byte < 0x100; ++byte) {
    const TableText read = table_text_of("a;"s + static_cast<char>(byte) + ";b");
    const bool stands_for_nothing = byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
    CHECK((read.encoding == TableEncoding::utf8) == stands_for_nothing);
    CHECK(first_invalid_utf8(read.text).has_value() == stands_for_nothing);
    if (!stands_for_nothing) CHECK(count_code_points(read.text) == 5);
  }
}

TEST_CASE("a UTF-8 file with a damaged letter is not taken for another encoding") {
  const std::string damaged = "Åre;Älvdalen;\xC3;Örebro";
  check_read(damaged, TableEncoding::utf8, damaged);
  const std::string marked =
      "\xEF\xBB\xBF"
      "a;\xE5";
  check_read(marked, TableEncoding::utf8, marked);
}

TEST_CASE("Unicode text is read by its mark, in either order of bytes, and what is no such text is left") {
  const std::u16string text = u"\uFEFFÅre\tö\U0001F600\r\n";
  check_read(utf16(text, false), TableEncoding::utf16, "Åre\tö\xF0\x9F\x98\x80\r\n");
  check_read(utf16(text, true), TableEncoding::utf16, "Åre\tö\xF0\x9F\x98\x80\r\n");
  for (const std::u16string& bad : {std::u16string{0xFEFF, 0xD83D}, std::u16string{0xFEFF, 0xDE00, 'a'},
                                    std::u16string{0xFEFF, 0xD83D, 'a'}, std::u16string{0xFEFF, 0}}) {
    check_read(utf16(bad, false), TableEncoding::utf8, utf16(bad, false));
  }
  check_read(
      "\xFF\xFE"
      "a",
      TableEncoding::utf8,
      "\xFF\xFE"
      "a");  // cut in a letter
  check_read("\xFF\xFE", TableEncoding::utf16, "");
}
