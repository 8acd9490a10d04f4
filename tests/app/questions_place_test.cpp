// Where a question is asked: for whom a county is meant, and what is lacking where none is known.
#include <doctest/doctest.h>

#include "support/asked_question.h"

using namespace samverka;
using namespace samverka::test;

TEST_CASE("of somebody whose county nobody knows a question about a county is not answered for the whole country") {
  NetworkMaker made = three_counties();
  made.actor("Myndigheten", "police");
  made.actor("RSS", "support_structure");
  const Network& network = made.network;
  for (const int number : {1, 2, 18, 4, 10, 12, 23}) {
    CAPTURE(number);
    CHECK(lacking(*find_question(number), network, ask_about(network, "Myndigheten")) == "question.needs.known_county");
  }
  CHECK(lacking(*find_question(9), network, ask_about(network, "Myndigheten")).empty());  // of the actor itself
  CHECK(asked_of(network, 3, "RSS").place == "RSS");
}

TEST_CASE("an actor stands for its county where a place is asked for") {
  NetworkMaker made = three_counties();
  made.region("Regionen", "03");
  const QuestionAnswer answer = asked_of(made.network, 10, "Regionen", "A4");
  CHECK(answer.counts.all == 1);
  CHECK(answer.place == "Regionen");  // what the county is called where there is no map
  CHECK(to_words(answer.filter) == "county=03");
}
