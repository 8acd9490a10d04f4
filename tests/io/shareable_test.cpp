#include "io/shareable.h"

#include <doctest/doctest.h>

#include "io/network_text.h"
#include "io/read_network.h"
#include "io/sheet_export.h"

using namespace samverka;

namespace {

// Granby and Linas hus share an agreement with Region Exempel; Linas hus is party by itself in another, owes a report,
// gets a grant, is member of a network, answered a survey, and is spoken of in notes and titles.
const char* const with_shelter = R"({
  "format": "samverka-network", "format_version": "1.0", "id": "prov", "as_of": "2025-12-31", "taxonomy": "se-2025",
  "title": "Med LINAS HUS",
  "coverage": {"scope": {"note": "utom f-linas"}, "surveys": [
    {"id": "s-f-linas-1", "date": "2025-10-01", "method": "survey", "title": "Till Linas\u0020hus",
     "asked": ["f-linas", "k-granby"], "answered": ["f-linas"]}]},
  "milestones": [{"date": "2025-07-01", "title": "Linas Hus öppnar"}],
  "sources": [{"id": "q-f-linas", "title": "Avtal Linas hus", "url": "https://linas-hus.example/avtal"}],
  "actors": [
    {"id": "f-linas", "type": "civil_society", "name": "Linas hus", "short_name": "Lin", "sensitive": true,
     "ids": {"org_number": "802400-1234"}, "web": "https://www.linas-hus.example/", "position": {"lat": 61.1, "lon": 15.2}},
    {"id": "f-linas2", "type": "civil_society", "name": "Berlins hus", "parent": "f-linas"},
    {"id": "k-granby", "type": "municipality", "name": "Granby kommun", "note": "Stöder Linas hus (f-linas). Se f-linas2.",
     "contact_of": {"Linas hus": [1, "802400-1234"], "n": 1.50}},
    {"id": "n-natet", "type": "network", "name": "Nätet", "members": ["f-linas", "k-granby", "Lin"]},
    {"id": "r-exempel", "type": "region", "name": "Region Exempel", "parent": "F-LINAS"}],
  "agreements": [
    {"id": "a-ensam", "form": "other", "title": "Ensam", "areas": ["A2"], "status": "active",
     "parties": [{"actor": "f-linas"}]},
    {"id": "a-f-linas", "form": "iop", "title": "IOP med Linas hus", "areas": ["A9"], "status": "active", "founds": "f-linas",
     "under": "a-ensam",
     "parties": [{"actor": "f-linas", "state": "adopted"},
                 {"actor": "k-granby", "state": "adopted", "on_behalf_of": ["f-linas"], "note": "för linas hus"},
                 {"actor": "r-exempel", "state": "adopted"}],
     "funding": [{"from": "k-granby", "to": "f-linas", "amount": 1}, {"from": "k-granby", "to": "r-exempel", "amount": 2}],
     "duties": [{"kind": "report", "by": "f-linas", "to": "k-granby"}, {"kind": "report", "by": "r-exempel", "to": "k-granby"}]},
    {"id": "a-x", "form": "other", "title": "Linas\u0301 hus", "areas": [], "status": "active",
     "parties": [{"actor": "k-granby"}, {"actor": "r-exempel"}]}],
  "contacts": [{"actor": "f-linas", "name": "Anna Ek"}]
})";

std::string small(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

Network shelter() { return test::read(with_shelter).network; }

}  // namespace

TEST_CASE("an actor that is left out leaves no name, id, number or address in any byte") {
  const ShareableNetwork out = shareable(shelter(), Sensitive::left_out);
  std::string all = write_network(out.network);
  for (const RowSheet sheet : {RowSheet::actors, RowSheet::agreements, RowSheet::parties}) {
    all += sheet_text(out.network, sheet).text;
  }
  all = small(all);
  for (const char* word : {"linas hus", "\"f-linas\"", "f-linas-", "-f-linas", "(f-linas)", "802400",
                           "linas-hus.example", "anna ek", "\"lin\""}) {
    CAPTURE(word);
    CHECK(all.find(word) == std::string::npos);
  }
  CHECK(out.actors_left_out == 1);
  CHECK(out.agreements_left_out == 1);
  CHECK(out.positions_left_out == 0);
}

TEST_CASE("what does not speak of who is left out stays to the letter") {
  const Network network = shareable(shelter(), Sensitive::left_out).network;
  REQUIRE(network.actors.size() == 4);
  CHECK(network.actors[0].key == "f-linas2");
  CHECK(network.actors[0].name == "Berlins hus");
  CHECK(network.actors[1].note == "Stöder … (…). Se f-linas2.");
  REQUIRE(network.actors[1].extra.find("contact_of"));
  CHECK(*network.actors[1].extra.find("contact_of") == R"({"…": [1, "…"], "n": 1.50})");
  REQUIRE(network.agreements.size() == 2);
  const Agreement& iop = network.agreements[0];
  CHECK(iop.key == "a-x-2");  // a-x is another's
  CHECK(iop.title == "IOP med …");
  CHECK(iop.parties.size() == 2);
  CHECK(iop.parties[0].on_behalf_of.empty());
  CHECK(iop.funding.size() == 1);
  CHECK(iop.duties.size() == 1);
  CHECK_FALSE(iop.founds.id.is_set());
  CHECK_FALSE(iop.under.id.is_set());
  CHECK(network.agreements[1].key == "a-x");
  CHECK(network.actors[2].members.size() == 2);  // Granby, and "…" where something led nowhere
  CHECK(network.coverage->surveys[0].answered.empty());
  CHECK(network.coverage->surveys[0].asked.size() == 1);
}

TEST_CASE("a network that is handed on without somebody is as sound as before") {
  const ReadNetwork before = test::read(with_shelter);
  const ReadNetwork after = test::read(write_network(shareable(before.network, Sensitive::left_out).network));
  CHECK(after.report.problems.size() <= before.report.problems.size());
  CHECK(write_network(after.network) == write_network(shareable(before.network, Sensitive::left_out).network));
}

TEST_CASE("a name that somebody else bears too is theirs") {
  Network network = shelter();
  network.actors.mutable_row(1).name = "Linas hus";
  const Network out = shareable(network, Sensitive::left_out).network;
  CHECK(out.actors[0].name == "Linas hus");
  CHECK(out.agreements[0].title == "IOP med Linas hus");
  CHECK(out.actors[1].note == "Stöder Linas hus (…). Se f-linas2.");
}

TEST_CASE("where nobody is sensitive all stays, and coarsened leaves out the place alone") {
  Network network = shelter();
  const ShareableNetwork coarse = shareable(network);
  CHECK(coarse.positions_left_out == 1);
  CHECK(coarse.actors_left_out == 0);
  CHECK(coarse.network.actors[0].name == "Linas hus");
  CHECK_FALSE(coarse.network.actors[0].position);
  network.actors.mutable_row(0).sensitive.reset();
  network.contacts.clear();
  CHECK(write_network(shareable(network, Sensitive::left_out).network) == write_network(network));
}

TEST_CASE("contacts that somebody has put into a row do not leave either") {
  Network network = shelter();
  const auto kept =
      std::make_shared<const Extra::Members>(Extra::Members{{"contacts", "[\"Anna Ek\"]"}, {"other", "1"}});
  network.actors.mutable_row(2).extra = Extra{kept};
  network.agreements.mutable_row(1).parties[0].extra = Extra{kept};
  for (const Sensitive sensitive : {Sensitive::coarsened, Sensitive::left_out}) {
    const std::string text = write_network(shareable(network, sensitive).network);
    CHECK(text.find("Anna") == std::string::npos);
    CHECK(text.find("\"other\": 1") != std::string::npos);
  }
}
