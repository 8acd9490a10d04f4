#include "report/told.h"

#include <algorithm>

#include "base/collate.h"
#include "base/utf8.h"

namespace samverka {

std::string told_name(const Network& network, ActorId actor) { return displayable(network.actor(actor).shown_name()); }

std::string told(const Network& network, ActorId actor) {
  return told_name(network, actor) + " (" + displayable(network.actor(actor).key) + ")";
}

std::string told(const Network& network, AgreementId agreement) {
  const Agreement& row = network.agreement(agreement);
  return displayable(row.title) + " (" + displayable(row.key) + ")";
}

std::string told_names(const Network& network, std::span<const ActorId> actors, std::size_t most, const Texts& texts) {
  std::string names;
  const std::size_t shown = actors.size() <= most + 1 ? actors.size() : most;  // "and 1 more" is as long as a name
  for (const ActorId actor : actors.first(shown)) names += (names.empty() ? "" : ", ") + told_name(network, actor);
  if (shown == actors.size()) return names;
  const auto left = static_cast<long long>(actors.size() - shown);
  return names + " " + texts.tr("told.and_more", {{"n", texts.number(left)}});
}

std::vector<ActorId> municipalities_first(const Network& network, std::vector<ActorId> actors) {
  std::stable_sort(actors.begin(), actors.end(), [&](ActorId a, ActorId b) {
    const bool is_a = network.actor(a).type == "municipality", is_b = network.actor(b).type == "municipality";
    return is_a != is_b ? is_a : swedish_less(network.actor(a).shown_name(), network.actor(b).shown_name());
  });
  return actors;
}

std::vector<std::vector<ActorId>> told_parts(const Network& network, std::vector<std::vector<ActorId>> parts) {
  const auto alone =
      std::stable_partition(parts.begin(), parts.end(), [](const auto& part) { return part.size() != 1; });
  std::vector<ActorId> ones;
  for (auto part = alone; part != parts.end(); ++part) ones.push_back(part->front());
  parts.erase(alone, parts.end());
  for (const ActorId actor : municipalities_first(network, std::move(ones))) parts.push_back({actor});
  return parts;
}

std::string told_kind(const Taxonomy& taxonomy, const std::string& kind, const std::string& language) {
  if (taxonomy.groups.has(kind)) return taxonomy.groups.label(kind, language);
  if (taxonomy.actor_types.has(kind)) return taxonomy.actor_types.label(kind, language);
  return displayable(taxonomy.actor_subtypes.label(kind, language));
}

std::string told_kinds(const Taxonomy& taxonomy, const std::set<std::string>& kinds, const std::string& language) {
  std::string words;
  for (const std::string& kind : kinds) words += (words.empty() ? "" : ", ") + told_kind(taxonomy, kind, language);
  return words;
}

std::string told_area(const Taxonomy& taxonomy, const AreaCode& area, const std::string& language) {
  const Area* row = taxonomy.areas.find(area);
  return row ? area + " " + row->label.in(language) : displayable(area);
}

void put_id(JsonText& json, const Network& network, ActorId actor) {
  actor.is_set() ? json.text(network.actor(actor).key) : json.null();
}

void put_id(JsonText& json, const Network& network, AgreementId agreement) {
  agreement.is_set() ? json.text(network.agreement(agreement).key) : json.null();
}

void put_ids(JsonText& json, const Network& network, std::span<const ActorId> actors) {
  json.begin_list();
  for (const ActorId actor : actors) put_id(json, network, actor);
  json.end_list();
}

void put_ids(JsonText& json, const Network& network, std::span<const AgreementId> agreements) {
  json.begin_list();
  for (const AgreementId agreement : agreements) put_id(json, network, agreement);
  json.end_list();
}

}  // namespace samverka
