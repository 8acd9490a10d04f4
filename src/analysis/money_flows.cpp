#include "analysis/money_flows.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace samverka {
namespace {

constexpr std::int64_t months_a_year = 12;

// False where nobody can tell what it is.
bool add_amount(MoneyFlow& flow, const Funding& funding) {
  if (!funding.amount) return false;
  if (funding.period == "year") {
    flow.a_year += *funding.amount;
  } else if (funding.period == "month") {
    flow.a_year += months_a_year * *funding.amount;
  } else if (funding.period == "once") {
    flow.once += *funding.amount;
  } else {
    return false;
  }
  return true;
}

}  // namespace

MoneyFlows money_flows(const Network& network, std::span<const AgreementId> agreements) {
  std::map<std::tuple<ActorId, ActorId, std::string>, MoneyFlow> flows;
  MoneyFlows found;
  for (const AgreementId id : agreements) {
    const Agreement& agreement = network.agreement(id);
    found.silent += agreement.funding.empty() ? 1 : 0;
    for (const Funding& funding : agreement.funding) {
      const std::string currency = funding.currency.empty() ? "SEK" : funding.currency;
      MoneyFlow& flow = flows[{funding.from.id, funding.to.id, currency}];
      flow.from = funding.from.id;
      flow.to = funding.to.id;
      flow.currency = currency;
      ++found.payments;
      if (!add_amount(flow, funding)) {
        ++flow.not_known;
        ++found.not_known;
      }
      if (flow.agreements.empty() || flow.agreements.back() != id) flow.agreements.push_back(id);
    }
  }
  for (auto& [key, flow] : flows) found.flows.push_back(std::move(flow));
  std::stable_sort(found.flows.begin(), found.flows.end(), [](const MoneyFlow& a, const MoneyFlow& b) {
    return std::tie(a.a_year, a.once) > std::tie(b.a_year, b.once);
  });
  return found;
}

}  // namespace samverka
