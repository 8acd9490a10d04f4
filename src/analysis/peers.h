#pragma once
// Municipalities like this one, and what they have on record that it has not.
#include <string>
#include <vector>

#include "analysis/ties.h"
#include "model/network_index.h"

namespace samverka {

// How unlike two municipalities are, part by part; 0 is the same. The weights are our judgement: twice as many people
// is 0.69, another group of the same main group (B3, B4) 0.5 and another main group 1, and a county of twice as many
// people 0.17. What is not on record on either side adds nothing and is told as not compared.
struct Difference {
  double population = 0, group = 0, county = 0;
  bool has_population = false, has_group = false, has_county = false;
  double sum() const { return population + group + county; }
};

struct Peer {
  ActorId actor;
  Difference difference;
};

// The most alike first, of as much in Swedish order. Empty for what is no municipality, and where nothing can be
// compared. (Kolada's "similar municipalities" are seven too.) O(municipalities).
constexpr std::size_t usual_peers = 7;
std::vector<Peer> peers_of(const Network& network, ActorId municipality, std::size_t most);

// Something that peers have by a confirmed tie: a form of agreement; where the form is "other", which says nothing, a
// form in an area.
struct Practice {
  enum class Own : std::uint8_t {
    unconfirmed,    // on record for this one too, but not as a tie: look there first
    observed_none,  // it has said, or a complete register says, that it has none (is_observed, in every area of it)
    no_record       // not known
  };
  struct Evidence {
    ActorId peer;
    AgreementId agreement;
  };
  std::string form;
  std::vector<AreaCode> areas;  // of the evidence, ascending
  Own own = Own::no_record;
  std::vector<AgreementId> own_unconfirmed;  // ascending
  std::vector<Evidence> evidence;            // by peer as given, then agreement
  std::size_t peers = 0;                     // how many of them have it
};

// What the peers have and the municipality has no confirmed tie in, that most have first, then by form. Umbrellas and
// grants are nobody's practice; an umbrella of its own counts as having it. `area`: only what is about it; empty: all.
std::vector<Practice> lacking_practices(const Network& network, const Taxonomy& taxonomy, const SubNetwork& part,
                                        const Ties& ties, ActorId municipality, const std::vector<Peer>& peers,
                                        const AreaCode& area);

}  // namespace samverka
