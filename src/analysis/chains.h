#pragma once
// Chains: for one group of people, are the social services, school, health care and civil society of a municipality
// joined, in one agreement or through several? A link counts only where the party says which it is, by its `service` or
// by what kind of actor it is; a municipality that merely is a party may be any part of itself, and is unknown.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/network.h"
#include "model/network_index.h"
#include "model/taxonomy.h"

namespace samverka {

enum class ChainGroup : std::uint8_t { children, disability, older };
inline constexpr std::array<ChainGroup, 3> chain_groups = {ChainGroup::children, ChainGroup::disability,
                                                           ChainGroup::older};
enum class ChainLink : std::uint8_t { social, school, health, civil };
inline constexpr std::size_t chain_link_count = 4;
enum class LinkState : std::uint8_t { joined, pending, missing, unknown };
enum class WhyNoLink : std::uint8_t { part_not_told, unconfirmed, no_record };

// The words of the command line: "children", "social", "joined", "part_not_told".
const char* word(ChainGroup group);
const char* word(ChainLink link);
const char* word(LinkState state);
const char* word(WhyNoLink why);

// Target groups that an agreement about these people names at least one of: T1; T3 or T8; T7.
std::vector<std::string_view> target_groups_of(ChainGroup group);

struct LinkFinding {
  LinkState state = LinkState::unknown;
  std::optional<WhyNoLink> why;  // set exactly if the state is unknown
  // By key: what joins it to the others; of a pending or unknown link, what perhaps does.
  std::vector<AgreementId> agreements;
};

struct ChainFinding {
  enum class Whole : std::uint8_t { one_agreement, several, no };

  ActorId municipality;
  std::array<LinkFinding, chain_link_count> links;
  Whole whole = Whole::no;  // all four are joined, and by how many agreements

  const LinkFinding& link(ChainLink link) const { return links[static_cast<std::size_t>(link)]; }
  std::size_t count(LinkState state) const;
};

// Of every municipality that exists on the day, by key.
//
// Agreements: about the group, in force, not of A0 alone, no umbrellas (`is_umbrella` of the form) or crowds, in which
// the municipality, or a school or care unit of it, stands as an adopted party, or is signed for. An agreement of one
// actor with itself counts here: it can join two of its services.
// Links: `service` social, school or preschool, health, of any actor; else schools, regions and care, and civil society
// by their kind. Another municipality, or a school of one, is no link of this one.
// Joined: the most links that agreements with two or more of them hang together (of equally many those with the social
// services, then the first in order). The others, first that fits: `pending` if they hang on counting what is decided
// or recommended, or planned; `unknown` if so counting also parties whose part is not told, then those whose state or
// agreement is not confirmed; `missing` where silence about the link's area (A4.1, A4.2, A9; of the social services all
// three) is an answer (is_observed); else `unknown`: no record.
// About O(parties of the agreements of the group + municipalities).
std::vector<ChainFinding> find_chains(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                                      ChainGroup group, Date day);

}  // namespace samverka
