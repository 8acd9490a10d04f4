#include "analysis/chains.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <unordered_map>

#include "analysis/observed.h"
#include "analysis/partners.h"
#include "graph/standing.h"

namespace samverka {
namespace {

using Links = std::uint8_t;  // a set of links, one bit each
constexpr Links no_links = 0, all_links = 0b1111;

constexpr Links bit(ChainLink link) { return static_cast<Links>(1U << static_cast<unsigned>(link)); }
bool holds(Links links, ChainLink link) { return (links & bit(link)) != 0; }
int count_of(Links links) { return std::popcount(links); }

// How much is counted in. Each level counts what those before it do.
enum Level : std::uint8_t { sure, on_its_way, parts_guessed, unconfirmed };
constexpr std::size_t level_count = 4;

// The links that one agreement holds for one municipality, by level; nothing at a level at which it is not in it.
struct ChainAgreement {
  AgreementId id;
  std::array<Links, level_count> links{};
};

bool is_about_group(const Agreement& agreement, ChainGroup group) {
  const std::vector<std::string_view> wanted = target_groups_of(group);
  return std::any_of(agreement.target_groups.begin(), agreement.target_groups.end(), [&](const std::string& target) {
    return std::find(wanted.begin(), wanted.end(), target) != wanted.end();
  });
}

// The first level that counts an agreement; none where it is over.
std::optional<Level> level_of(const Agreement& agreement, Date day) {
  if (!stands_on(agreement, day)) return std::nullopt;
  if (agreement.is_active_on(day)) return sure;
  const bool is_to_come = agreement.status == AgreementStatus::planned || agreement.status == AgreementStatus::decided;
  return is_to_come ? on_its_way : unconfirmed;
}

std::optional<Level> level_of(const Agreement& agreement, const Party& party, Date day) {
  const PartyState state = party.state_or_unknown();
  if (is_gone(state) || !takes_part_on(agreement, party, day)) return std::nullopt;
  if (state == PartyState::adopted) return party.includes(day) ? sure : on_its_way;
  return state == PartyState::unknown ? unconfirmed : on_its_way;
}

class ChainFinder {
 public:
  ChainFinder(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, ChainGroup group, Date day)
      : network_(network), index_(index), taxonomy_(taxonomy), group_(group), day_(day) {}

  std::vector<ChainFinding> found() {
    for (std::size_t i = 0; i < network_.agreements.size(); ++i) {
      const Agreement& agreement = network_.agreements[i];
      const Form* form = taxonomy_.forms.find(agreement.form);
      const bool is_too_wide = agreement.parties.size() > crowd_parties || (form && form->is_umbrella);
      if (!is_too_wide && !is_outside(agreement) && is_about_group(agreement, group_)) take(AgreementId(i), agreement);
    }
    std::vector<ChainFinding> chains;
    for (std::size_t i = 0; i < network_.actors.size(); ++i) {
      const Actor& actor = network_.actors[i];
      if (actor.type == "municipality" && exists_on(actor, day_)) chains.push_back(chain_of(ActorId(i)));
    }
    std::sort(chains.begin(), chains.end(), [&](const ChainFinding& a, const ChainFinding& b) {
      return network_.actor(a.municipality).key < network_.actor(b.municipality).key;
    });
    return chains;
  }

 private:
  // Of nothing but A0.
  bool is_outside(const Agreement& agreement) const {
    return !agreement.areas.empty() && std::all_of(agreement.areas.begin(), agreement.areas.end(),
                                                   [&](const AreaCode& area) { return taxonomy_.is_outside(area); });
  }

  // ---- who is which link ----

  const std::string& group_of(ActorId actor) const { return taxonomy_.group_of(network_.actor(actor).type).code; }

  // The municipality that a school or a care unit belongs to: by its code, else up the chain of parents.
  ActorId municipality_of_unit(ActorId unit) const {
    const std::string& group = group_of(unit);
    if (group != "school" && group != "health") return {};
    ActorId at = unit;
    for (int steps = 0; at.is_set() && steps < 8; ++steps) {  // a loop of parents ends
      const Actor& actor = network_.actor(at);
      if (actor.type == "municipality") return at;
      if (!actor.municipality.empty()) return index_.municipality(actor.municipality);
      at = actor.parent.id;
    }
    return {};
  }

  static Links link_of_service(const std::string& service) {
    if (service == "social") return bit(ChainLink::social);
    if (service == "school" || service == "preschool") return bit(ChainLink::school);
    return service == "health" ? bit(ChainLink::health) : no_links;
  }

  // What a party is for one municipality. Its part of a municipality that does not say which is guessed at from
  // `parts_guessed` on: the social services or the school.
  Links links_of(const Party& party, ActorId actor, ActorId municipality, Level level) const {
    const std::string& group = group_of(actor);
    if (group == "civil") return bit(ChainLink::civil);
    if (group == "municipality" && actor != municipality) return no_links;
    if (group == "school") {
      const ActorId of = municipality_of_unit(actor);
      return of.is_set() && of != municipality ? no_links : bit(ChainLink::school);
    }
    if (!party.service.empty()) return link_of_service(party.service);
    if (group == "region" || group == "health") return bit(ChainLink::health);
    if (group != "municipality" || level < parts_guessed) return no_links;
    return bit(ChainLink::social) | bit(ChainLink::school);
  }

  // ---- what agreements hold ----

  struct Standing {
    const Party* party = nullptr;
    ActorId actor;
    Level level = sure;
  };

  std::vector<Standing> standings_in(const Agreement& agreement) const {
    std::vector<Standing> standings;
    const std::optional<Level> own = level_of(agreement, day_);
    if (!own) return standings;
    for (const Party& party : agreement.parties) {
      const std::optional<Level> level = level_of(agreement, party, day_);
      if (!level) continue;
      const Level at = std::max(*own, *level);
      if (party.actor.id.is_set()) standings.push_back({&party, party.actor.id, at});
      if (*level != sure) continue;
      for (const ActorRef& other : party.on_behalf_of) {
        if (other.id.is_set()) standings.push_back({&party, other.id, at});
      }
    }
    return standings;
  }

  ActorId municipality_of(ActorId actor) const {
    return network_.actor(actor).type == "municipality" ? actor : municipality_of_unit(actor);
  }

  void take(AgreementId id, const Agreement& agreement) {
    const std::vector<Standing> standings = standings_in(agreement);
    std::unordered_map<std::uint32_t, Level> inside;  // municipalities, by the level from which they are in it
    for (const Standing& standing : standings) {
      const ActorId municipality = municipality_of(standing.actor);
      if (!municipality.is_set()) continue;
      const auto [at, is_new] = inside.try_emplace(municipality.value, standing.level);
      if (!is_new) at->second = std::min(at->second, standing.level);
    }
    for (const auto& [municipality, from] : inside) {
      ChainAgreement row{id, {}};
      for (std::size_t level = from; level < level_count; ++level) {
        for (const Standing& standing : standings) {
          if (standing.level > level) continue;
          row.links[level] |=
              links_of(*standing.party, standing.actor, ActorId(municipality), static_cast<Level>(level));
        }
      }
      agreements_of_[municipality].push_back(row);
    }
  }

  // ---- what hangs together ----

  // The links that hang together with `from`; with nothing given, the most that hang together.
  static Links joined(const std::vector<ChainAgreement>& agreements, Level level, Links from) {
    Links best = no_links;
    for (unsigned first = 0; first < chain_link_count; ++first) {
      Links grown = from == no_links ? static_cast<Links>(1U << first) : from;
      for (std::size_t round = 0; round < chain_link_count; ++round) {
        for (const ChainAgreement& agreement : agreements) {
          const Links links = agreement.links[level];
          if (count_of(links) >= 2 && (links & grown) != 0) grown |= links;
        }
      }
      if (count_of(grown) > count_of(best)) best = grown;  // the social services are the first
    }
    return count_of(best) >= 2 ? best : no_links;
  }

  bool is_silence_an_answer(ActorId municipality, ChainLink link) const {
    const auto is_asked = [&](const char* area) { return is_observed(network_, taxonomy_, municipality, area, day_); };
    switch (link) {
      case ChainLink::school:
        return is_asked("A4.1");
      case ChainLink::health:
        return is_asked("A4.2");
      case ChainLink::civil:
        return is_asked("A9");
      case ChainLink::social:
        break;
    }
    return is_asked("A4.1") && is_asked("A4.2") && is_asked("A9");
  }

  std::vector<AgreementId> agreements_with(const std::vector<ChainAgreement>& agreements, Level level,
                                           ChainLink link) const {
    std::vector<AgreementId> found;
    for (const ChainAgreement& agreement : agreements) {
      const Links links = agreement.links[level];
      if (count_of(links) >= 2 && holds(links, link)) found.push_back(agreement.id);
    }
    std::sort(found.begin(), found.end(),
              [&](AgreementId a, AgreementId b) { return network_.agreement(a).key < network_.agreement(b).key; });
    return found;
  }

  ChainFinding chain_of(ActorId municipality) const {
    static const std::vector<ChainAgreement> none;
    const auto of = agreements_of_.find(municipality.value);
    const std::vector<ChainAgreement>& agreements = of == agreements_of_.end() ? none : of->second;
    std::array<Links, level_count> together{};
    for (std::size_t level = 0; level < level_count; ++level) {
      together[level] = joined(agreements, static_cast<Level>(level), level == 0 ? no_links : together[level - 1]);
    }
    ChainFinding chain;
    chain.municipality = municipality;
    for (std::size_t i = 0; i < chain_link_count; ++i) {
      chain.links[i] = link_finding(municipality, static_cast<ChainLink>(i), agreements, together);
    }
    if (together[sure] != all_links) return chain;
    const bool is_one = std::any_of(agreements.begin(), agreements.end(),
                                    [](const ChainAgreement& row) { return row.links[sure] == all_links; });
    chain.whole = is_one ? ChainFinding::Whole::one_agreement : ChainFinding::Whole::several;
    return chain;
  }

  LinkFinding link_finding(ActorId municipality, ChainLink link, const std::vector<ChainAgreement>& agreements,
                           const std::array<Links, level_count>& together) const {
    LinkFinding finding;
    for (std::size_t level = 0; level < level_count; ++level) {
      if (!holds(together[level], link)) continue;
      finding.agreements = agreements_with(agreements, static_cast<Level>(level), link);
      if (level == sure) finding.state = LinkState::joined;
      if (level == on_its_way) finding.state = LinkState::pending;
      if (level == parts_guessed) finding.why = WhyNoLink::part_not_told;
      if (level == unconfirmed) finding.why = WhyNoLink::unconfirmed;
      return finding;
    }
    if (is_silence_an_answer(municipality, link)) {
      finding.state = LinkState::missing;
    } else {
      finding.why = WhyNoLink::no_record;
    }
    return finding;
  }

  const Network& network_;
  const NetworkIndex& index_;
  const Taxonomy& taxonomy_;
  ChainGroup group_;
  Date day_;
  std::unordered_map<std::uint32_t, std::vector<ChainAgreement>> agreements_of_;  // by municipality
};

}  // namespace

const char* word(ChainGroup group) {
  constexpr const char* words[] = {"children", "disability", "older"};
  return words[static_cast<std::size_t>(group)];
}

const char* word(ChainLink link) {
  constexpr const char* words[] = {"social", "school", "health", "civil"};
  return words[static_cast<std::size_t>(link)];
}

const char* word(LinkState state) {
  constexpr const char* words[] = {"joined", "pending", "missing", "unknown"};
  return words[static_cast<std::size_t>(state)];
}

const char* word(WhyNoLink why) {
  constexpr const char* words[] = {"part_not_told", "unconfirmed", "no_record"};
  return words[static_cast<std::size_t>(why)];
}

std::vector<std::string_view> target_groups_of(ChainGroup group) {
  switch (group) {
    case ChainGroup::children:
      return {"T1"};
    case ChainGroup::disability:
      return {"T3", "T8"};
    case ChainGroup::older:
      break;
  }
  return {"T7"};
}

std::size_t ChainFinding::count(LinkState state) const {
  return static_cast<std::size_t>(
      std::count_if(links.begin(), links.end(), [state](const LinkFinding& link) { return link.state == state; }));
}

std::vector<ChainFinding> find_chains(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                                      ChainGroup group, Date day) {
  return ChainFinder(network, index, taxonomy, group, day).found();
}

}  // namespace samverka
