#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/chains.h"
#include "i18n/texts.h"

namespace samverka {

struct ChainsReport {
  const Network& network;
  ChainGroup group = ChainGroup::children;
  Date day;
  std::vector<ChainFinding> chains;  // in the order they are told
};

// Each municipality with its four links, the missing and the unknown ones named. `county` is what it is narrowed to, in
// words; empty: everybody.
std::string chains_text(const ChainsReport& report, const Texts& texts, const std::string& county);
std::string chains_json(const ChainsReport& report);

// Text keys.
std::string_view chain_key(ChainGroup group);  // "chain.group.children"
std::string_view link_key(ChainLink link);     // "chain.link.social"

}  // namespace samverka
