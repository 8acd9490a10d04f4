#pragma once
#include <string>
#include <vector>

#include "analysis/peers.h"
#include "i18n/texts.h"

namespace samverka {

struct PeersReport {
  const Network& network;
  const Taxonomy& taxonomy;
  ActorId actor;
  Date day;
  AreaCode area;  // what was asked about; empty: all
  std::vector<Peer> peers;
  std::vector<Practice> lacking;
};

// For people, with the parts of every difference and the evidence of every practice. `narrowed` is the filter in words.
std::string peers_text(const PeersReport& report, const Texts& texts, const std::string& narrowed);
std::string peers_json(const PeersReport& report);

}  // namespace samverka
