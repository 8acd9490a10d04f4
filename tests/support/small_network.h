#pragma once
// Small networks for tests, said in a line each: actors by name, agreements by the names of their parties.
#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka::test {

inline Taxonomy small_taxonomy() {
  Taxonomy taxonomy;
  const auto add_type = [&](const char* code, const char* group) {
    ActorType type;
    type.code = code;
    type.group = group;
    taxonomy.actor_types.add(type);
    if (taxonomy.groups.has(group)) return;
    ActorGroup row;
    row.code = group;
    taxonomy.groups.add(row);
  };
  add_type("municipality", "municipality");
  add_type("region", "region");
  add_type("support_structure", "rss");
  add_type("school_organiser", "school");
  add_type("school", "school");
  add_type("civil_society", "civil");
  add_type("police", "state");
  add_type("other", "other");
  for (const auto& [code, parent] : std::initializer_list<std::pair<const char*, const char*>>{
           {"A4", ""}, {"A4.1", "A4"}, {"A4.2", "A4"}, {"A7", ""}, {"A0", ""}}) {
    Area area;
    area.code = code;
    area.parent = parent;
    area.is_outside = area.code == "A0";
    taxonomy.areas.add(area);
  }
  return taxonomy;
}

// A network that grows: actor("Alby", "municipality"), then agreement("A", {"Alby", "R"}).
struct NetworkMaker {
  Network network;

  NetworkMaker() {
    network.id = "test";
    network.as_of = {2025, 12, 31};
  }

  ActorId id(const std::string& name) const {
    for (std::size_t i = 0; i < network.actors.size(); ++i) {
      if (network.actors[i].key == name) return ActorId(i);
    }
    FAIL("no such actor: ", name);
    return {};
  }

  Actor& actor(const std::string& name, const std::string& type) {
    Actor row;
    row.key = row.name = name;
    row.type = type;
    network.actors.push_back(row);
    return network.actors.mutable_row(network.actors.size() - 1);
  }

  Actor& municipality(const std::string& name, const std::string& code) {
    Actor& row = actor(name, "municipality");
    row.ids = OfficialIds{};
    row.ids->municipality_code = code;
    row.municipality = code;
    row.county = code.substr(0, 2);
    return row;
  }

  Actor& region(const std::string& name, const std::string& county) {
    Actor& row = actor(name, "region");
    row.county = county;
    return row;
  }

  // An active agreement that all have adopted, without dates.
  Agreement& agreement(const std::string& key, const std::vector<std::string>& parties, AreaCode area = "A4.1") {
    Agreement row;
    row.key = row.title = key;
    row.form = "other";
    row.status = AgreementStatus::active;
    row.areas = {area};
    for (const std::string& name : parties) row.parties.push_back(party(name, PartyState::adopted));
    network.agreements.push_back(row);
    return network.agreements.mutable_row(network.agreements.size() - 1);
  }

  Party party(const std::string& name, PartyState state) const {
    Party row;
    row.actor.id = id(name);
    row.role = "participant";
    row.state = state;
    return row;
  }
};

inline Validity from_to(const char* from, const char* to) {
  Validity valid;
  if (*from != '\0') valid.from = *parse_partial_date(from);
  if (*to == '\0') return valid;
  valid.end = Validity::End::date;
  valid.to = *parse_partial_date(to);
  return valid;
}

}  // namespace samverka::test
