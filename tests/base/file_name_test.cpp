#include "base/file_name.h"

#include <doctest/doctest.h>

using namespace samverka;

TEST_CASE("a name that is fit for a file stays as it is") {
  CHECK(safe_file_name("Gävleborgs län 2025.v2") == "Gävleborgs län 2025.v2");
  CHECK(safe_file_name("k-granby") == "k-granby");
  CHECK(safe_file_name("Łódź – Ærø") == "Łódź _ Ærø");
}

TEST_CASE("no name leads out of the folder, hides or is an option") {
  CHECK(safe_file_name("../../etc/passwd") == "_.._etc_passwd");
  CHECK(safe_file_name("/etc/passwd") == "_etc_passwd");
  CHECK(safe_file_name(".bashrc") == "bashrc");
  CHECK(safe_file_name("--output=x") == "output_x");
  CHECK(safe_file_name(" . - ") == "_");
  CHECK(safe_file_name("") == "_");
  CHECK(safe_file_name("..") == "_");
  CHECK(safe_file_name("C:\\länet\n\t*?\"<>|") == "C_länet_");
  CHECK(safe_file_name(std::string_view("a\0b", 3)) == "a_b");
}

TEST_CASE("names that Windows keeps are marked, and names like them are not") {
  CHECK(safe_file_name("CON") == "_CON");
  CHECK(safe_file_name("lpt1.txt") == "_lpt1.txt");
  CHECK(safe_file_name("Nul ") == "_Nul");
  CHECK(safe_file_name("Consensus") == "Consensus");
  CHECK(safe_file_name("com10") == "com10");
  CHECK(safe_file_name("slut.") == "slut");
}

TEST_CASE("bidi controls, emoji and broken bytes are no part of a name, and NFD becomes NFC") {
  CHECK(safe_file_name("a\u202Egpj.exe") == "a_gpj.exe");
  CHECK(safe_file_name("\u2066x\u2069") == "_x_");
  CHECK(safe_file_name("Stöd 👩‍👧 i skolan") == "Stöd _ i skolan");
  CHECK(safe_file_name("\xFF\xFEx") == "_x");
  CHECK(safe_file_name("A\u030Amal") == "Åmal");
}

TEST_CASE("a long name is cut between characters, at 120 bytes at most") {
  std::string name;
  for (int i = 0; i < 100; ++i) name += "å";
  const std::string cut = safe_file_name(name);
  CHECK(cut.size() == 118);
  CHECK(name.starts_with(cut));
  std::string marks = "x";
  for (int i = 0; i < 200; ++i) marks += "\u0301\u0302";  // one character of 801 bytes: too long by itself
  CHECK(safe_file_name(marks).size() <= 120);
  CHECK(safe_file_name(std::string(300, 'a')).size() == 119);
}
