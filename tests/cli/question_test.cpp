#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string example = " datasets/exempellan-2025.json ";

}  // namespace

TEST_CASE("question answers in words and rows") {
  check_golden("question-9-sv.txt", run("question 9" + example + "k-fjallby").out);
  check_golden("question-10-en.txt", run("--lang en question 10" + example + "99 --area A6").out);
  check_golden("question-24.json", run("question 24" + example + "99 --json").out);
  CHECK(run("question 9" + example + "Fjällby").exit == 0);
}

TEST_CASE("question without a number lists them all") {
  const Said said = run("question");
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "  9  Vilka samarbetar vi med, om vad och till när?\n"));
  CHECK(holds(said.out, " 24  Hur säkra är uppgifterna om länet?\n"));
}

TEST_CASE("question says what it lacks, and what there is none of") {
  const Said no_place = run("question 18" + example);
  CHECK(no_place.exit == 2);
  CHECK(holds(no_place.err, "Frågan gäller ett län"));
  CHECK(holds(no_place.err, "en kommun i det, till exempel 99\n"));
  const Said no_municipality = run("question 8" + example + "99");
  CHECK(no_municipality.exit == 2);
  CHECK(holds(no_municipality.err, "Frågan gäller en kommun: välj en, till exempel k-bjorkoby\n"));
  CHECK(run("question 8" + example + "k-bjorkoby").exit == 0);
  CHECK(run("question 17" + example + "99").exit == 2);
  CHECK(run("question 17" + example + "r-exempel").exit == 2);
  CHECK(holds(run("question 99" + example).err, "det finns ingen fråga ”99”"));
  CHECK(run("question nio" + example).exit == 2);
  CHECK(run("question 9").exit == 2);
  CHECK(run("question 9" + example + "88").exit == 2);
  CHECK(run("question 9" + example + "k-granby k-avik").exit == 2);
  CHECK(run("question 9 finns-inte.json k-granby").exit == 2);
}

TEST_CASE("question cuts long tables, and --top 0 does not") {
  CHECK(holds(run("question 9" + example + "k-granby").out, "\n  och 25 till\n"));
  CHECK_FALSE(holds(run("question 9" + example + "k-granby --top 0").out, "\n  och "));
}

TEST_CASE("question says where it is about everything on record, whatever place is named") {
  const std::string note = "Frågan ställs om hela underlaget, inte om 99 för sig.";
  CHECK(holds(run("question 6" + example + "99").out, note));
  CHECK_FALSE(holds(run("question 6" + example).out, note));
}

TEST_CASE("question lists changed norms in Swedish order, whatever the ids are") {
  const std::string out = run("question 3 datasets/sverige-2025.json 20 --top 0").out;
  REQUIRE(holds(out, "  Avesta | Stöd"));
  CHECK(out.find("  Avesta | Stöd") < out.find("  Vansbro | Stöd"));
  CHECK(out.find("  Vansbro | Stöd") < out.find("  Älvdalen | Stöd"));
}

TEST_CASE("question answers of another day") {
  CHECK(holds(run("question 9" + example + "k-granby --on 1999-01-01").out, "Underlag per 1999-01-01"));
}

TEST_CASE("question asks norms of one's own, says which, and takes no file with an error") {
  const std::string rules = "tests/data/rules/rules.json";
  const Said own = run("question 23" + example + "99 --rules " + rules);
  CHECK(own.exit == 0);
  CHECK(holds(own.out, "Bedömt efter egna normer: rules.json."));
  CHECK_FALSE(holds(run("question 23" + example + "99").out, "Bedömt efter egna normer"));
  CHECK(run("question 23" + example + "99 --rules datasets/exempellan-2025.json").exit == 3);
  CHECK(run("question 23" + example + "99 --rules finns-inte.json").exit == 2);
}
