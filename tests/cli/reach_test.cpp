// samverka path and samverka ego.
#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string example = "datasets/exempellan-2025.json";

}  // namespace

TEST_CASE("path tells the shortest ways and their agreements") {
  const std::string words = "path " + example + " v-bup-granby f-brottsofferjouren";
  check_golden("path-sv.txt", run(words).out);
  check_golden("path-en.txt", run("--lang en " + words).out);
  check_golden("path.json", run(words + " --json").out);
  CHECK(run(words).exit == 0);
}

TEST_CASE("path tells all ways of at most some steps, and says where it stops") {
  const Said all = run("path " + example + " v-bup-granby f-brottsofferjouren --steps 2 --lang en");
  CHECK(holds(all.out, "2 steps"));
  CHECK_FALSE(holds(all.out, "There may be more ways"));
  const Said cut = run("path " + example + " v-bup-granby f-brottsofferjouren --steps 2 --top 2 --lang en");
  CHECK(holds(cut.out, "the 2 shortest are shown"));
}

TEST_CASE("path says that there is none, and that this may be unknown") {
  const Said said = run("path " + example + " k-granby k-granby --lang en");
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "no way from an actor to itself"));
  const Said none = run("path " + example + " v-bup-granby m-regeringen --filter area=A4.2 --lang en");
  CHECK(holds(none.out, "There is no way in what is on record"));
}

TEST_CASE("ego tells who is near, and over what") {
  const std::string words = "ego " + example + " k-granby --steps 2 --filter area=A8";
  check_golden("ego-sv.txt", run(words).out);
  check_golden("ego-en.txt", run("--lang en " + words).out);
  check_golden("ego.json", run(words + " --json").out);
  CHECK(run(words).exit == 0);
}

TEST_CASE("ego of nobody's neighbour says so") {
  const Said said = run("ego " + example + " k-granby --steps 0 --lang en");
  CHECK(holds(said.out, "Nobody else is within reach"));
}
