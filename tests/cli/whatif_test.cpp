#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string county = "datasets/exempellan-2025.json";

}  // namespace

TEST_CASE("whatif tells before and after of an agreement that ends, in both languages") {
  check_golden("whatif-end-sv.txt", run("whatif " + county + " --end a-lansok").out);
  check_golden("whatif-end-en.txt", run("whatif --lang en " + county + " --end a-lansok").out);
}

TEST_CASE("whatif --json has the contract's members, and the file is untouched") {
  const std::string before = content_of(county);
  const Said said = run("whatif --json " + county + " --close rss-exempel");
  CHECK(said.exit == 0);
  CHECK(said.err.empty());
  check_golden("whatif-close.json", said.out);
  CHECK(said.out == run("whatif --json --lang en " + county + " --close rss-exempel").out);
  CHECK(content_of(county) == before);
}

TEST_CASE("a new agreement may be given as text or as a file, and its mistakes are told with their place") {
  const std::string agreement =
      R"({"id":"a-ny","form":"iop","title":"Nytt","areas":["A9.2"],"status":"active","parties":[)"
      R"({"actor":"k-granby","role":"principal","state":"adopted"},{"actor":"k-sjoby","role":"principal","state":"adopted"}]})";
  const std::string path = scratch("proposed.json");
  std::ofstream(path, std::ios::binary) << agreement;
  const Said by_file = run("whatif --json " + county + " --add " + path);
  CHECK(by_file.exit == 0);
  CHECK(run("whatif --json " + county + " --add '" + agreement + "'").out == by_file.out);
  std::ofstream(path, std::ios::binary) << "{\"id\":\"a-ny\",\n\"form\":5}";
  const Said wrong = run("whatif " + county + " --add " + path);
  CHECK(wrong.exit == 1);
  CHECK(holds(wrong.err, "proposed.json:2:8: error E_TYPE"));
  CHECK(holds(wrong.err, "(/form)"));
  CHECK(wrong.out.empty());
}

TEST_CASE("what cannot be thought is told, and nothing is answered") {
  const Said nothing = run("whatif " + county);
  CHECK(nothing.exit == 2);
  CHECK(holds(nothing.err, "--end"));
  const Said unknown = run("whatif " + county + " --end a-finns-inte,a-lansok");
  CHECK(unknown.exit == 2);
  CHECK(unknown.out.empty());
  CHECK(holds(unknown.err, "a-finns-inte"));
  CHECK(run("whatif " + county + " --merge k-granby").exit == 2);
  CHECK(run("whatif " + county + " --close nejdå").exit == 2);
}

TEST_CASE("whatif tells coverage before and after, why something is no longer known, and names in Swedish order") {
  const std::string out = run("whatif datasets/sverige-2025.json --close rss-20-dalarna").out;
  CHECK(holds(out, "    uppfyllt 228, okänt 62 → uppfyllt 213, okänt 77\n    Täckning: "));
  CHECK(holds(out, "inom två steg: uppfyllt → okänt. Ingen uppgift i underlaget."));
  CHECK(out.find("Vansbro (k-vansbro)") < out.find("Älvdalen (k-alvdalen)"));
}

TEST_CASE("steps of every kind may stand in one scenario") {
  const Said said = run("whatif " + county + " --end a-lansok --close rss-exempel --merge k-sjoby:k-granby");
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "Sjöby går upp i Granby"));
  CHECK(holds(said.out, "inga fakta"));
}
