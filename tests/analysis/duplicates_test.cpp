#include "analysis/duplicates.h"

#include <doctest/doctest.h>

#include <optional>
#include <utility>

namespace samverka {
namespace {

Actor organisation(const char* name, const char* type = "civil_society", const char* municipality = "",
                   const char* county = "") {
  Actor actor;
  actor.key = name;
  actor.name = name;
  actor.type = type;
  actor.municipality = municipality;
  actor.county = county;
  return actor;
}

using Why = PossibleDuplicate::Why;

}  // namespace

TEST_CASE("one name written in two ways may be one organisation") {
  Network network;
  network.actors.push_back(organisation("Föreningen Lyktan, Granby"));
  network.actors.push_back(organisation("föreningen lyktan  granby"));
  network.actors.push_back(organisation("Föreningen Lyktan, Fjällby"));
  CHECK(possible_duplicates(network) == std::vector<PossibleDuplicate>{{Why::same_name, ActorId(0), ActorId(1)}});
}

TEST_CASE("of one name in two places, or of two types, none is taken for the other") {
  Network network;
  network.actors.push_back(organisation("Centralskolan", "school", "9901"));
  network.actors.push_back(organisation("Centralskolan", "school", "9902"));
  network.actors.push_back(organisation("Centralskolan", "care_unit", "9901"));
  CHECK(possible_duplicates(network).empty());
  network.actors.push_back(organisation("Centralskolan", "school", "", "99"));  // nobody has said where
  CHECK(possible_duplicates(network) == std::vector<PossibleDuplicate>{{Why::same_name, ActorId(1), ActorId(3)}});
}

TEST_CASE("one code makes a pair of two names, told once and first") {
  Network network;
  for (const char* name : {"Granby kommun", "Granby", "Granby kommun"}) {
    network.actors.push_back(organisation(name, "municipality"));
  }
  for (std::size_t i = 0; i < 2; ++i) {
    network.actors.mutable_row(i).ids.emplace();
    network.actors.mutable_row(i).ids->municipality_code = "9901";
  }
  CHECK(possible_duplicates(network) == std::vector<PossibleDuplicate>{{Why::same_id, ActorId(0), ActorId(1)},
                                                                       {Why::same_name, ActorId(0), ActorId(2)}});
}

TEST_CASE("an empty network has no duplicates, nor have actors without names") {
  Network network;
  CHECK(possible_duplicates(network).empty());
  network.actors.push_back(organisation(""));
  network.actors.push_back(organisation(""));
  CHECK(possible_duplicates(network).empty());
}

}  // namespace samverka
