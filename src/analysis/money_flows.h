#pragma once
// What the records tell of money: from whom to whom, and how much a year.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/network.h"

namespace samverka {

// All money from one actor to another in one currency.
struct MoneyFlow {
  ActorId from, to;  // unset: not told
  std::string currency;
  std::int64_t a_year = 0;              // what is paid each year or month, as a year's
  std::int64_t once = 0;                // what is paid once
  std::size_t not_known = 0;            // payments of which no amount, or no known period, is told: not in the sums
  std::vector<AgreementId> agreements;  // ascending
};

struct MoneyFlows {
  std::vector<MoneyFlow> flows;  // the largest a year first, then once, then by id of the actors
  std::size_t payments = 0, not_known = 0;
  std::size_t silent = 0;  // agreements given that tell of no money: whether any moves is not known
};

// Of the given agreements. Amounts are what is noted, of whatever year; the currency is kronor where none is told.
// Linear, but for sorting.
MoneyFlows money_flows(const Network& network, std::span<const AgreementId> agreements);

}  // namespace samverka
