#pragma once
// How reports name actors and agreements in plain text: safe to print, with the id that finds them again.
#include <set>
#include <span>
#include <string>
#include <vector>

#include "analysis/ties.h"
#include "i18n/texts.h"
#include "io/json_text.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

std::string told_name(const Network& network, ActorId actor);  // "Granby", without its id
std::string told(const Network& network, ActorId actor);       // "Granby (k-granby)"
std::string told(const Network& network, AgreementId agreement);

// "Granby, Sjöby och 3 till": as many names as asked for.
std::string told_names(const Network& network, std::span<const ActorId> actors, std::size_t most, const Texts& texts);

// In the order they are told: municipalities before others, and by Swedish order.
std::vector<ActorId> municipalities_first(const Network& network, std::vector<ActorId> actors);

// The parts that something comes apart into: those of several in their order, then those of one as
// municipalities_first.
std::vector<std::vector<ActorId>> told_parts(const Network& network, std::vector<std::vector<ActorId>> parts);

// A partner_kind for people; the code where the taxonomy does not know it.
std::string told_kind(const Taxonomy& taxonomy, const std::string& kind, const std::string& language);

// The labels of several, in the order of their codes: "Skolor, Vård".
std::string told_kinds(const Taxonomy& taxonomy, const std::set<std::string>& kinds, const std::string& language);

std::string told_area(const Taxonomy& taxonomy, const AreaCode& area, const std::string& language);  // "A7 Regionala …"

// The ids as a list of a JSON document.
void put_ids(JsonText& json, const Network& network, std::span<const ActorId> actors);
void put_ids(JsonText& json, const Network& network, std::span<const AgreementId> agreements);
// Null where it is not set.
void put_id(JsonText& json, const Network& network, ActorId actor);
void put_id(JsonText& json, const Network& network, AgreementId agreement);

}  // namespace samverka
