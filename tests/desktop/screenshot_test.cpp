#include <doctest/doctest.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace samverka {
namespace {

const std::string program = SAMVERKA_BINARY;
const std::string out = SAMVERKA_SOURCE_DIR "/build/screenshot_test.png";
const std::string err = SAMVERKA_SOURCE_DIR "/build/screenshot_test.txt";
const std::string network = SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json";

// Without a display, a home folder or a saved language.
int run(const std::string& words) {
  const std::string line =
      "env -u DISPLAY -u WAYLAND_DISPLAY -u HOME LANG=C " + program + " " + words + " 2>" + err + " >/dev/null";
  const int status = std::system(line.c_str());  // NOLINT: a test of the real program
  return status / 256;
}

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Width or height from a PNG's header, which is big-endian.
std::uint32_t word_at(const std::string& png, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value * 256 + static_cast<unsigned char>(png.at(at + i));
  return value;
}

}  // namespace

TEST_CASE("a screenshot needs no display and has the size that was asked for") {
  std::remove(out.c_str());
  REQUIRE(run("--screenshot " + out + " " + network + " --size 1280x720 --view network --theme dark --lang en") == 0);
  const std::string png = bytes_of(out);
  REQUIRE(png.size() > 20'000);
  CHECK(png.substr(1, 3) == "PNG");
  CHECK(word_at(png, 16) == 1280);
  CHECK(word_at(png, 20) == 720);
}

TEST_CASE("the same screenshot comes out twice, byte for byte") {
  REQUIRE(run("--screenshot " + out + " " + network) == 0);
  const std::string first = bytes_of(out);
  REQUIRE(run("--screenshot " + out + " " + network) == 0);
  CHECK(bytes_of(out) == first);
}

TEST_CASE("theme, language, view and selection each change the picture") {
  REQUIRE(run("--screenshot " + out + " " + network) == 0);
  const std::string plain = bytes_of(out);
  for (const std::string change : {"--theme dark", "--lang en", "--view network", "--select k-granby", "--scale 1.5"}) {
    INFO(change);
    REQUIRE(run("--screenshot " + out + " " + network + " " + change) == 0);
    CHECK(bytes_of(out) != plain);
  }
}

TEST_CASE("without a display the window says so and ends with 2") {
  CHECK(run(network) == 2);
  CHECK(bytes_of(err).find("error E_DISPLAY") != std::string::npos);
}

TEST_CASE("a file that cannot be shown ends with its own code, and no picture is written") {
  std::remove(out.c_str());
  CHECK(run("--screenshot " + out + " /nowhere.json") == 2);
  CHECK(bytes_of(err).find("E_OPEN") != std::string::npos);
  CHECK(run("--screenshot " + out + " " + program) == 3);  // a program is no JSON
  CHECK(bytes_of(out).empty());
}

TEST_CASE("a picture that cannot be saved ends with 5") {
  CHECK(run("--screenshot /proc/nowhere/picture.png " + network) == 5);
  CHECK(bytes_of(err).find("E_SAVE") != std::string::npos);
}

}  // namespace samverka
