#include "analysis/money_flows.h"

#include "support/small_network.h"

namespace samverka {
namespace {

using test::NetworkMaker;

Funding paid(ActorId from, ActorId to, std::optional<std::int64_t> amount, const char* period) {
  Funding row;
  row.from.id = from;
  row.to.id = to;
  row.amount = amount;
  row.period = period;
  return row;
}

NetworkMaker three() {
  NetworkMaker made;
  made.municipality("Alby", "9901");
  made.municipality("Ekby", "9902");
  made.actor("Föreningen", "civil_society");
  return made;
}

const std::vector<AgreementId> first_two = {AgreementId(0), AgreementId(1)};

}  // namespace

TEST_CASE("a month's money is twelve a year, and what is paid once stands by itself") {
  NetworkMaker made = three();
  Agreement& agreement = made.agreement("A", {"Alby", "Föreningen"});
  agreement.funding = {paid(made.id("Alby"), made.id("Föreningen"), 100, "month"),
                       paid(made.id("Alby"), made.id("Föreningen"), 50, "year"),
                       paid(made.id("Alby"), made.id("Föreningen"), 7, "once")};
  made.agreement("B", {"Alby", "Ekby"});
  const MoneyFlows found = money_flows(made.network, first_two);
  REQUIRE(found.flows.size() == 1);
  CHECK(found.flows[0].a_year == 1250);
  CHECK(found.flows[0].once == 7);
  CHECK(found.flows[0].currency == "SEK");
  CHECK(found.flows[0].agreements == std::vector<AgreementId>{AgreementId(0)});
  CHECK(found.payments == 3);
  CHECK(found.silent == 1);
}

TEST_CASE("a payment without an amount, or of a period that nobody knows, is counted and not taken for nothing") {
  NetworkMaker made = three();
  made.agreement("A", {"Alby", "Föreningen"}).funding = {
      paid(made.id("Alby"), made.id("Föreningen"), std::nullopt, "year"),
      paid(made.id("Alby"), made.id("Föreningen"), 10, "decade")};
  made.agreement("B", {"Alby", "Ekby"}).funding = {paid(made.id("Ekby"), made.id("Alby"), 5, "year")};
  const MoneyFlows found = money_flows(made.network, first_two);
  REQUIRE(found.flows.size() == 2);
  CHECK(found.flows[0].a_year == 5);  // the largest first
  CHECK(found.flows[1].a_year == 0);
  CHECK(found.flows[1].not_known == 2);
  CHECK(found.not_known == 2);
  CHECK(found.silent == 0);
}

TEST_CASE("currencies are never added, and no agreements move no money") {
  NetworkMaker made = three();
  Funding euro = paid(made.id("Alby"), made.id("Ekby"), 3, "year");
  euro.currency = "EUR";
  made.agreement("A", {"Alby", "Ekby"}).funding = {paid(made.id("Alby"), made.id("Ekby"), 4, "year"), euro};
  const std::vector<AgreementId> one = {AgreementId(0)};
  CHECK(money_flows(made.network, one).flows.size() == 2);
  CHECK(money_flows(made.network, {}).flows.empty());
}

}  // namespace samverka
