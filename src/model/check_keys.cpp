#include <unordered_map>

#include "base/utf8.h"
#include "model/soundness_parts.h"

namespace samverka {
namespace {

using Seen = std::unordered_map<std::string_view, RowPlace>;

void check_key(const Key& key, RowPlace place, Seen& seen, Findings& findings) {
  if (key.empty()) return;
  const auto [first, is_new] = seen.emplace(key, place);
  if (is_new) return;
  findings.add({error("E_DUPID", {"problem.dupid", {{"id", key}}}), std::move(place), first->second});
}

void check_duplicates(const Network& network, Findings& findings) {
  Seen seen, sources, surveys, registers;  // actors and agreements share their names, the others have their own
  seen.reserve(network.actors.size() + network.agreements.size());
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    check_key(network.actors[i].key, in_actor(i, "/id"), seen, findings);
  }
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    check_key(network.agreements[i].key, in_agreement(i, "/id"), seen, findings);
  }
  for (std::size_t i = 0; i < network.sources.size(); ++i) {
    check_key(network.sources[i].key, in_source(i, "/id"), sources, findings);
  }
  if (!network.coverage) return;
  const Coverage& coverage = *network.coverage;
  for (std::size_t i = 0; i < coverage.surveys.size(); ++i) {
    check_key(coverage.surveys[i].key, in_network("/coverage/surveys/" + std::to_string(i) + "/id"), surveys, findings);
  }
  for (std::size_t i = 0; i < coverage.registers.size(); ++i) {
    check_key(coverage.registers[i].key, in_network("/coverage/registers/" + std::to_string(i) + "/id"), registers,
              findings);
  }
}

struct OfficialId {
  const char* name;
  const std::string OfficialIds::*value;
};
constexpr OfficialId official_ids[] = {{"municipality_code", &OfficialIds::municipality_code},
                                       {"county_code", &OfficialIds::county_code},
                                       {"school_unit_code", &OfficialIds::school_unit_code},
                                       {"org_number", &OfficialIds::org_number},
                                       {"hsa_id", &OfficialIds::hsa_id},
                                       {"nuts", &OfficialIds::nuts},
                                       {"lau", &OfficialIds::lau},
                                       {"wikidata", &OfficialIds::wikidata}};

void check_same_official_id(const Network& network, const OfficialId& id, Findings& findings) {
  std::unordered_map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const Actor& actor = network.actors[i];
    if (!actor.ids) continue;
    const std::string& value = (*actor.ids).*id.value;
    if (value.empty()) continue;
    const auto [first, is_new] = seen.emplace(value, i);
    if (is_new) continue;
    findings.warning("W_SAMEID", "problem.sameid", {{"value", value}, {"other", network.actors[first->second].key}},
                     in_actor(i, std::string("/ids/") + id.name));
  }
}

// Two names that look the same and are not: one came from a program that writes å as a and a ring.
void check_normalisation(const Network& network, Findings& findings) {
  std::unordered_map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const std::string& name = network.actors[i].name;
    const auto [first, is_new] = seen.emplace(normalized_nfc(name), i);
    if (is_new || network.actors[first->second].name == name) continue;
    findings.warning("W_NORM", "problem.norm", {{"name", name}, {"other", network.actors[first->second].key}},
                     in_actor(i, "/name"));
  }
}

}  // namespace

void check_keys(const Network& network, Findings& findings) {
  check_duplicates(network, findings);
  for (const OfficialId& id : official_ids) check_same_official_id(network, id, findings);
  check_normalisation(network, findings);
}

}  // namespace samverka
