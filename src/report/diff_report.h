#pragma once
#include <string>

#include "i18n/texts.h"
#include "io/compare_networks.h"
#include "model/network.h"

namespace samverka {

struct DiffReport {
  const Network& before;
  const Network& after;
  const NetworksApart& apart;
};

std::string diff_text(const DiffReport& report, const Texts& texts);  // for people
std::string diff_json(const DiffReport& report);                      // for programs (CLI contract)

}  // namespace samverka
