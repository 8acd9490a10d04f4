#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace samverka;
using namespace std::string_literals;

TEST_CASE("well-formed UTF-8 is told from overlong forms, surrogates and what is cut off") {  // BAD-INPUT 13
  CHECK_FALSE(first_invalid_utf8(""));
  CHECK_FALSE(first_invalid_utf8("Åmål, \xF0\x9F\x8F\xAB och en lång text på svenska"));
  CHECK(first_invalid_utf8("abc\xC0\xAF") == 3);       // overlong '/'
  CHECK(first_invalid_utf8("\xE0\x80\xAF") == 0);      // overlong, three bytes
  CHECK(first_invalid_utf8("a\xED\xA0\x80") == 1);     // surrogate U+D800
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // over U+10FFFF
  CHECK(first_invalid_utf8("123456789\xE5") == 9);     // Latin-1 å
  CHECK(first_invalid_utf8("12345678\xC3") == 8);      // cut in the middle
  CHECK(first_invalid_utf8("\x80") == 0);
}

TEST_CASE("code points are counted, not bytes") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("Åmål") == 4);
  CHECK(count_code_points("A\xCC\x8A") == 2);
}

TEST_CASE("a long name is cut between whole characters, as people see them") {  // BAD-INPUT 41, 42
  CHECK(shortened("Åmål", 4) == "Åmål");
  CHECK(shortened("Åmål", 2) == "Åm…");
  CHECK(shortened("A\xCC\x8A"
                  "bc",
                  1) == "A\xCC\x8A…");  // A and its ring are one
  const std::string family = "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7";
  CHECK(shortened(family + "x", 1) == family + "…");
  CHECK(shortened("", 3).empty());
  CHECK(shortened("abc", 0) == "…");
  CHECK(shortened(std::string(1 << 20, 'x'), 200).size() == 203);
}

TEST_CASE("a text is cut to its bytes, and never inside a character") {
  CHECK(cut_to_bytes("", 0) == "");
  CHECK(cut_to_bytes("åä", 4) == "åä");
  CHECK(cut_to_bytes("åäö", 4) == "åä…");
  CHECK(cut_to_bytes("aåä", 4) == "aå…");
  CHECK(cut_to_bytes("å", 1) == "…");
}

TEST_CASE("what could turn the text around it is shown instead") {  // BAD-INPUT 42
  CHECK(displayable("a\xE2\x80\xAE"
                    "b") == "a‹U+202E›b");
  CHECK(displayable("\xE2\x81\xA6") == "‹U+2066›");
  CHECK(displayable("a\x01"
                    "b"s) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(displayable("rad 1\nrad 2\t!") == "rad 1 rad 2 !");
  CHECK(displayable("\xFF") == "\xEF\xBF\xBD");
  CHECK(displayable("a\0b"s) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(displayable("Åsa 🏫") == "Åsa 🏫");
}

TEST_CASE("a letter and its mark become one letter") {  // BAD-INPUT 43
  CHECK(normalized_nfc("A\xCC\x8Amal") == "Åmal");
  CHECK(normalized_nfc("Åmål") == "Åmål");
  CHECK(normalized_nfc("plain") == "plain");
  CHECK(normalized_nfc("\xFF\xCC") == "\xFF\xCC");  // ill-formed: left alone
}
