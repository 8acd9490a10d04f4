#pragma once
// Whom to ask: partners for an actor in an area, each with the reasons that speak for it. Reasons first; the sum of
// them only sets the order.
#include <optional>
#include <string>
#include <vector>

#include "analysis/peers.h"
#include "analysis/ties.h"
#include "model/network_index.h"

namespace samverka {

// A kind of partner (partner_kind) that actors like this one have in the area.
struct NeededKind {
  enum class Own : std::uint8_t { none, one };  // on record: no partner of the kind, or a single one
  std::string kind;
  Own own = Own::none;
  std::size_t others = 0;  // actors of the same type that have one
  std::size_t peers = 0;   // of them, peers
};

// Somebody who works with both, and with each of them by itself.
struct CommonPartner {
  ActorId actor;
  AgreementId with_asker, with_candidate;  // one of each, as evidence
  double weight = 0;                       // 1 / ln(its number of agreements): who works with all says little
};

struct Suggestion {
  ActorId candidate;
  std::string kind;
  bool is_same_municipality = false, is_same_county = false;
  std::optional<double> distance_km;              // as the crow flies; of a sensitive actor, to its municipality
  std::vector<AgreementId> known;                 // shared with the asker in other areas; ascending
  std::vector<CommonPartner> common;              // the weightiest first
  std::vector<AgreementId> experience;            // in the area, with others of the asker's type; ascending
  std::vector<Practice::Evidence> peers_with_it;  // peers that are its partners in the area
  // Each 0 to 1, and all weigh the same (our judgement).
  double by_known = 0, by_common = 0, by_experience = 0, by_peers = 0, by_nearness = 0;
  double sum() const { return by_known + by_common + by_experience + by_peers + by_nearness; }
};

struct Advice {
  std::size_t same_type = 0;      // other actors of the asker's type
  std::vector<Peer> peers;        // of a municipality
  std::vector<NeededKind> needs;  // those that most others have; a second partner half as needed as a first
  // At most so many: the best of every kind in the order of `needs`, then the second best, and so on; told by kind.
  std::vector<Suggestion> suggestions;
};

struct AdviceQuestion {
  ActorId actor;
  AreaCode area;
  std::size_t most = 5;
};

// Candidates are of a needed kind, exist on the day, are no confirmed partner of the asker in the area and no unit of
// its own. They are of its county or of no county, or within a hundred kilometres with another reason than that;
// regions and state bodies of other counties are never told. Common partners by the measure of Adamic and Adar
// ("Friends and neighbors on the Web", Social Networks 25(3), 2003) on the bipartite graph of confirmed ties,
// umbrellas, grants and national bodies left out: they are everybody's. Deterministic. About O(ties · parties of an
// agreement).
Advice advise(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, const SubNetwork& part,
              const Ties& ties, const AdviceQuestion& question);

// The terms of Adamic and Adar's sum for each candidate, by ActorId; what `advise` tells of common partners. Who stands
// with both in one and the same agreement only is none: there asker and candidate are partners themselves.
std::vector<std::vector<CommonPartner>> common_partners(const Network& network, const Taxonomy& taxonomy,
                                                        const Ties& ties, ActorId asker);

}  // namespace samverka
