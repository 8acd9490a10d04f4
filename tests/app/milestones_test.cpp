#include "app/milestones.h"

#include <doctest/doctest.h>

namespace samverka {
namespace {

Network with_a_source() {
  Network network;
  Source source;
  source.key = "q1";
  network.sources.push_back(source);
  return network;
}

MilestoneDraft draft(const char* date, const char* title, const char* source = "") {
  return {std::nullopt, date, title, source};
}

std::vector<std::string> titles(const Network& network) {
  std::vector<std::string> all;
  for (const Milestone& milestone : network.milestones) all.push_back(milestone.title);
  return all;
}

}  // namespace

TEST_CASE("milestones stand in the order of their days, whatever order they came in") {
  Network network = with_a_source();
  for (const auto& [date, title] :
       {std::pair("2026", "år"), std::pair("2025-07-01", "lag"), std::pair("2026-02", "månad")}) {
    network = with_milestone(network, draft(date, title, "q1"));
  }
  CHECK(titles(network) == std::vector<std::string>{"lag", "år", "månad"});
  CHECK(network.milestones[0].source.id == SourceId(0));
  MilestoneDraft later = milestone_at(network, 0);
  CHECK(later.source == "q1");
  later.date = "2027";
  network = with_milestone(network, later);
  CHECK(titles(network) == std::vector<std::string>{"år", "månad", "lag"});
  CHECK(titles(without_milestone(network, 1)) == std::vector<std::string>{"år", "lag"});
}

TEST_CASE("a milestone needs a title and a day, and a source that is there") {
  const Network network = with_a_source();
  CHECK(problems_of(network, draft("2026-02-01", "Ansökan stänger", "q1")).empty());
  CHECK(problems_of(network, draft("2026-02-01", " ")).front().code == "E_MISSING");
  CHECK(problems_of(network, draft("i maj", "x")).front().code == "E_DATE");
  CHECK(problems_of(network, draft("", "x")).front().code == "E_DATE");
  CHECK(problems_of(network, draft("2026", "x", "q2")).front().code == "E_REF");
}

}  // namespace samverka
