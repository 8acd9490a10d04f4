// Questions about counties: what is told of neighbours, and of who has adopted the county's agreements.
#include <doctest/doctest.h>

#include "analysis/adoption.h"
#include "analysis/matrix.h"
#include "support/asked_question.h"

using namespace samverka;
using namespace samverka::test;

TEST_CASE("6: where nothing is to be expected of two counties, they are apart from the ranked ones") {
  //  Solna(01) - Tierp(03); Gnesta(04) has nothing across a border, so that 01-04 and 03-04 have no rank
  NetworkMaker made = three_counties();
  made.agreement("A", {"Solna", "Tierp"});
  let_all_answer(made.network);
  const QuestionAnswer answer = asked_of(made.network, 6, "");
  REQUIRE(answer.tables.size() == 2);
  REQUIRE(answer.tables[0].rows.size() == 1);
  CHECK(answer.tables[0].rows[0].cells[0] == "Län 01 – Län 03");
  CHECK(answer.tables[1].rows.size() == 2);
  CHECK(says(answer,
             "2 par till kan inte rangordnas: i varje par har något av länen ingen bekräftad överenskommelse "
             "över en länsgräns."));
}

TEST_CASE("6: a pair with as much as is to be expected is not called the least, and pairs alike are counted") {
  //  Solna(01) - Tierp(03) alone: one agreement where half of one is to be expected
  NetworkMaker made = three_counties();
  made.agreement("A", {"Solna", "Tierp"});
  let_all_answer(made.network);
  CHECK(says(asked_of(made.network, 6, ""),
             "Av 1 par av grannlän har inget färre gemensamma överenskommelser än väntat."));
  const Texts& sv = example().assets().sv;
  CHECK(sv.plural("question.6.alike", 1) == "Ett par till ligger lika.");
  CHECK(sv.plural("question.6.alike", 2) == "2 par till ligger lika.");
}

TEST_CASE("18: a party's dates count, as in the matrix, and so does a recommendation to somebody who signs for it") {
  NetworkMaker made;
  for (const auto& [name, code] : {std::pair{"Alby", "0401"},
                                   {"Ekby", "0402"},
                                   {"Orby", "0403"},
                                   {"Ulby", "0404"},
                                   {"Ymby", "0405"},
                                   {"Örby", "0406"}}) {
    made.municipality(name, code);
  }
  made.actor("Förbundet", "other").county = "04";
  Agreement& county = made.agreement("L", {"Alby", "Ekby", "Orby", "Förbundet"}, "A4.2");
  county.form = "county_agreement";
  county.parties[1].from = *parse_partial_date("2026-03-01");
  county.parties[2].to = *parse_partial_date("2025-06-30");
  county.parties[2].end = Validity::End::date;
  ActorRef ulby;
  ulby.id = made.id("Ulby");
  county.parties[3].on_behalf_of = {ulby};
  county.parties.push_back(made.party("Ymby", PartyState::declined));
  const QuestionAnswer answer = asked_of(made.network, 18, "04");
  const QuestionTable& table = answer.tables.at(0);
  CHECK(cells_of(table, "Alby")[1] == "antagen");
  CHECK(cells_of(table, "Ekby")[1] == "beslutad");
  CHECK(cells_of(table, "Orby")[1] == "lämnad eller avböjd");
  CHECK(cells_of(table, "Ulby")[1] == "antagen genom Förbundet");
  CHECK(cells_of(table, "Ymby")[1] == "lämnad eller avböjd");
  CHECK(cells_of(table, "Örby")[1] == "nämns inte som part");
  CHECK(says(answer, "L: antagen av 2 av 6 (33–50 %)."));
  CHECK(answer.counts.unknown == 1);
  made.network.agreements.mutable_row(0).parties[3].state = PartyState::recommended;
  CHECK(cells_of(asked_of(made.network, 18, "04").tables.at(0), "Ulby")[1] == "nämns inte som part");
}

TEST_CASE("18: the question and the matrix say the same of every municipality of the example") {
  const Session& session = example();
  const Network& network = session.network();
  const Taxonomy& taxonomy = session.assets().taxonomy;
  const QuestionAnswer answer = asked(18, "99");
  const Filter filter = default_filter();
  const SubNetwork part = restrict(network, taxonomy, filter, network.as_of);
  for (const Key& key : answer.show.select) {
    const AgreementId id = session.index().agreement(key);
    const Matrix matrix =
        matrix_of_adoption({network, taxonomy, part, filter, network.as_of}, MatrixRows::municipalities, id);
    const std::size_t adopted = matrix.sum.cells.at(0).n;
    CAPTURE(key);
    CHECK(std::any_of(answer.sentences.begin(), answer.sentences.end(), [&](const std::string& sentence) {
      return sentence.starts_with(network.agreement(id).title + ": antagen av " + std::to_string(adopted) + " av 12");
    }));
  }
}
