#pragma once
#include <string>
#include <vector>

#include "i18n/texts.h"
#include "io/compare_networks.h"
#include "model/network.h"

namespace samverka {

// New agreements by whether they began to hold between the two, and what held before but has been noted since.
struct DiffClocks {
  std::vector<Key> newly_valid, newly_recorded, not_dated;
};

struct DiffReport {
  const Network& before;
  const Network& after;
  const NetworksApart& apart;
  DiffClocks clocks = {};
  std::string before_day = {}, after_day = {};  // two days of one network; empty: two networks
};

std::string diff_text(const DiffReport& report, const Texts& texts);  // for people
std::string diff_json(const DiffReport& report);                      // for programs (CLI contract)

}  // namespace samverka
