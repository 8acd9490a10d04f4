#include <algorithm>
#include <vector>

#include "cli/cli.h"
#include "cli/launch.h"
#include "cli/program.h"
#include "cli/words.h"

using namespace samverka;
using namespace samverka::test;

namespace {

const std::string small = "tests/cli/data/small.json";

// Wrong use: exit 2, one line about it, nothing on standard output.
void check_refused(const std::string& arguments, const std::string& words) {
  CAPTURE(arguments);
  const Said said = run(arguments);
  CHECK(said.exit == 2);
  CHECK(said.out.empty());
  CHECK(said.err.starts_with("samverka: error E_"));
  CHECK_MESSAGE(holds(said.err, words), said.err);
}

bool is_for_terminal(std::vector<std::string> words) {
  std::vector<char*> argv = {const_cast<char*>("samverka")};
  for (std::string& word : words) argv.push_back(word.data());
  return is_cli_command(static_cast<int>(argv.size()), argv.data());
}

}  // namespace

TEST_CASE("every command has help with an example, in both languages") {
  for (const Command& command : commands()) {
    for (const std::string language : {"sv", "en"}) {
      const Said said = run(std::string(command.name) + " --help --lang " + language);
      CHECK(said.exit == 0);
      CHECK(holds(said.out, command.example));
      CHECK_FALSE(holds(said.out, "⟦"));
    }
    CHECK(holds(run("--help").out, command.name));
  }
}

TEST_CASE("help and version need no file") {
  check_golden("help-sv.txt", run("--help").out);
  check_golden("snapshot-help-en.txt", run("snapshot --help --lang en").out);
  CHECK(run("--version").out == "samverka " SAMVERKA_VERSION "\n");
  CHECK(run("-h").exit == 0);
}

TEST_CASE("a screenshot of columns or of a place that are not there is refused") {
  const std::string picture = "--screenshot " + scratch("nothing.png") + " ";
  const Said columns = run(picture + "--view matrix --columns nonsense " + small);
  CHECK(columns.exit == 2);
  CHECK(holds(columns.err, "”nonsense”"));
  const Said place = run(picture + "--place 77 " + small);
  CHECK(place.exit == 2);
  CHECK(holds(place.err, "koden ”77”"));
  CHECK_FALSE(std::filesystem::exists(scratch("nothing.png")));
}

TEST_CASE("a wrong word is named, with what would be right") {
  check_refused("check", "check behöver en FILE");
  check_refused("check --frob " + small, "”--frob”");
  check_refused("check --filter county=20 " + small, "check kontrollerar alltid hela filen");
  check_refused("snapshot --json -o a.svg " + small, "snapshot tar inte --json");
  check_refused("info " + small + " " + small, "tar en FILE");
  check_refused("check --lang de " + small, "sv, en");
  check_refused("check --lang", "--lang behöver ett värde");
  check_refused("info --on 2025-02-30 " + small, "YYYY-MM-DD");
  check_refused("layout --seed -1 " + small, "--seed");
  check_refused("layout --seed 7x " + small, "--seed");
  check_refused("layout --algorithm frob " + small, "stress, map");
  check_refused("layout --filter 'frob=1' " + small, "frob");
  check_refused("layout --filter 'state=adoptd' " + small, "adopted");
  check_refused("snapshot -o - --filter 'area=A4.12' " + small, "”A4.12”");
  check_refused("--screenshot a.png --filter 'county=XX' " + small, "NN");
  check_refused("snapshot " + small, "-o OUT.svg");
  check_refused("snapshot -o a.gif " + small, "OUT.svg, OUT.png, OUT.pdf");
  for (const std::string size : {"0x0", "1600", "1600x", "x900", "-5x5", "1e3x900", "99999x9", "1600x900x2", "nan"}) {
    check_refused("snapshot -o a.svg " + small + " --size=" + size, "--size");
  }
  check_refused("snapshot -o a.svg --dpi nan " + small, "--dpi");
  check_refused("snapshot -o a.svg --theme pink " + small, "light, dark");
  check_refused("snapshot -o a.svg --fill pink " + small, "none, agreements, areas, population");
  check_refused("snapshot -o a.svg --zoom Falun " + small, "20, 2080");
  check_refused("snapshot -o a.svg --zoom 7777 " + small, "koden ”7777”");
  check_refused("snapshot -o a.png --size 16384x16384 " + small, "100 miljoner");
  check_refused("export -o a.csv --view network " + small, "--view");
  check_refused("export -o a.html --pairs " + small, "--pairs");
  check_refused("snapshot -o a.svg --each municipality " + small, "county");
  check_refused("snapshot -o - --each county " + small, "filnamn");
  check_refused("snapshot -o a.svg --each county --frames 2024-01-01..2025-01-01 " + small, "inte båda");
  check_refused("snapshot -o a.svg --frames 2025-01-01..2024-01-01 " + small, "YYYY-MM-DD..YYYY-MM-DD");
  check_refused("snapshot -o a.svg --frames 2024-01-01 " + small, "YYYY-MM-DD..YYYY-MM-DD");
  check_refused("snapshot -o a.svg --view network --frames 2024-01-01..2025-01-01 " + small, "kartan eller matrisen");
  check_refused("snapshot -o a.svg --frames 1000-01-01..2025-01-01 --step month " + small, "1000 bilder");
  check_refused("snapshot -o a.svg --without legend,frob " + small, "”frob”");
  check_refused("snapshot -o a.svg --background pink " + small, "theme, white, none");
  check_refused("snapshot -o a.svg --margin 999 " + small, "0-200");
  check_refused("snapshot -o a.svg --view matrix --columns a-frob " + small, "a-frob");
}

TEST_CASE("bench draw takes one file and a number of frames") {
  check_refused("bench", "bench behöver en FILE");
  check_refused("bench draw", "bench draw behöver en FILE");
  check_refused("bench frob " + small, "bench kan inte vara ”frob” (tar draw)");
  check_refused("bench draw " + small + " " + small, "bench draw tar en FILE");
  check_refused("bench draw --frames 0 " + small, "1-100000");
}

TEST_CASE("weak names what it does not know") {
  check_refused("weak", "weak behöver en FILE");
  check_refused("weak --area A44 " + small, "A4.2");
  check_refused("weak --place 2O " + small, "--place");
  check_refused("weak --place 14 " + small, "”14”");
  check_refused("weak --months -1 " + small, "0-1200");
  check_refused("weak --stale 1.5 " + small, "0-1200");
  check_refused("weak --top alla " + small, "--top");
}

TEST_CASE("an actor is found by id, code or name, and one that is not there is answered with those like it") {
  const std::string example = "tests/data/io/example.json";
  check_refused("peers " + small, "peers behöver en FILE och en ACTOR");
  check_refused("peers", "peers behöver en FILE");
  check_refused("peers " + small + " k-alby k-ekby", "tar en FILE, men ”k-ekby”");
  check_refused("peers " + small + " k-albi", "menade du k-alby?");
  check_refused("peers " + small + " kommun", "menade du k-alby, k-ekby?");
  check_refused("peers " + small + " Frobby", "”Frobby”");
  check_refused("peers " + small + " r-exempel", "r-exempel är ingen kommun");
  for (const std::string actor : {"k-granby", "9901", "'Granby kommun'", "'granby KOMMUN'"}) {
    CHECK(run("peers " + example + " " + actor).exit == 0);
  }
}

TEST_CASE("suggest needs an actor and an area") {
  check_refused("suggest " + small + " --area A4", "suggest behöver en FILE och en ACTOR");
  check_refused("suggest " + small + " k-alby", "suggest behöver --area");
  check_refused("suggest " + small + " k-alby --area B1", "A4.2");
  check_refused("suggest " + small + " k-frob --area A4", "”k-frob”");
}

TEST_CASE("path needs both ends") {
  check_refused("path " + small + " k-alby", "path behöver en FILE och en TO");
  check_refused("path " + small, "path behöver en FILE och en FROM");
  check_refused("path " + small + " k-alby k-frob", "”k-frob”");
  check_refused("path " + small + " k-alby k-alby --steps 7", "0-6");
  check_refused("path " + small + " k-alby k-alby k-alby", "path tar en FILE");
}

TEST_CASE("what a later version will have is refused with those words") {
  check_refused("analyze " + small, "kommandot analyze finns inte i den här versionen än");
  check_refused("bench make " + small, "kommandot bench make finns inte i den här versionen än");
  check_refused("layout --algorithm rings " + small, "finns inte i den här versionen än");
  check_refused("snapshot -o a.svg --view gaps " + small, "finns inte i den här versionen än");
}

TEST_CASE("a misspelt command is answered with the nearest one") {
  check_refused("chekc " + small, "menade du check?");
  check_refused("frobnicate", "”frobnicate”");
}

TEST_CASE("commands, help and misspelt commands are for the terminal; files and looks are for the window") {
  CHECK(is_for_terminal({"check", "a.json"}));
  CHECK(is_for_terminal({"--lang", "en", "info", "a.json"}));
  CHECK(is_for_terminal({"a.json", "--help"}));
  CHECK(is_for_terminal({"gaps"}));
  CHECK(is_for_terminal({"chekc"}));
  CHECK_FALSE(is_for_terminal({}));
  CHECK_FALSE(is_for_terminal({"a.json"}));
  CHECK_FALSE(is_for_terminal({"-"}));
  CHECK_FALSE(is_for_terminal({"--screenshot", "check", "a.json"}));
  CHECK_FALSE(is_for_terminal({"--theme", "dark"}));
}

TEST_CASE("the window's words are read from the same table") {
  std::vector<std::string> words = {"samverka", "a.json", "--screenshot", "b.png", "--size",   "1280x720",
                                    "--theme",  "dark",   "--scale",      "1.5",   "--select", "k-alby"};
  for (const char* word : {"--fill", "areas", "--support", "--zoom", "20"}) words.emplace_back(word);
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  const auto launch = parse_launch(static_cast<int>(argv.size()), argv.data());
  REQUIRE(launch);
  CHECK(launch->files == std::vector<std::string>{"a.json"});
  CHECK(launch->screenshot == "b.png");
  CHECK(launch->size_px == Vec2{1280, 720});
  CHECK(launch->dark);
  CHECK(launch->scale == 1.5F);
  CHECK(launch->select == "k-alby");
  CHECK(launch->map_look == MapLook{MapLook::Fill::areas_covered, true});
  CHECK(launch->zoom == "20");
  CHECK(launch->language.empty());  // the saved one
}

TEST_CASE("without its assets the program says so and ends with 2, but tells its version and its options") {
  const std::string copy = scratch("bin/samverka");
  std::filesystem::create_directories(scratch("bin"));
  std::filesystem::copy_file(SAMVERKA_BINARY, copy, std::filesystem::copy_options::overwrite_existing);
  const auto exit_of = [&](const std::string& arguments) {
    const std::string command = "SAMVERKA_ASSETS=/nowhere " + copy + " " + arguments;
    return WEXITSTATUS(std::system((command + " >" + scratch("out") + " 2>" + scratch("err")).c_str()));
  };
  const std::string missing = "samverka: error E_OPEN: the folder assets/ cannot be found or read. ";
  CHECK(exit_of("check " + small) == 2);
  CHECK(content_of(scratch("err")).starts_with(missing));
  CHECK(exit_of("--version") == 0);
  CHECK(content_of(scratch("out")) == "samverka " SAMVERKA_VERSION "\n");
  CHECK(content_of(scratch("err")).empty());
  CHECK(exit_of("--help") == 0);
  CHECK(holds(content_of(scratch("out")), "--screenshot"));
  CHECK(holds(content_of(scratch("out")), "samverka snapshot "));
  CHECK(content_of(scratch("err")).starts_with(missing));
  CHECK(exit_of("layout --help") == 0);
  CHECK(holds(content_of(scratch("out")), "--seed"));
}
