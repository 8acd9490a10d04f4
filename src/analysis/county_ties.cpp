#include "analysis/county_ties.h"

#include <algorithm>
#include <map>

namespace samverka {
namespace {

// A county among an agreement's parties, and whether one of those parties is confirmed.
using CountiesOfOne = std::map<std::string, bool>;

CountiesOfOne counties_of(const Network& network, std::span<const Participation> parties) {
  CountiesOfOne counties;
  for (const Participation& p : parties) {
    const std::string county = county_of(network, p.actor);
    if (!county.empty()) counties[county] |= p.is_confirmed;
  }
  return counties;
}

class Counting {
 public:
  void add(AgreementId agreement, const CountiesOfOne& counties) {
    if (counties.empty()) return ties_.countyless.push_back(agreement);
    if (counties.size() == 1) return add_within(agreement, *counties.begin());
    ties_.crossing.push_back(agreement);
    for (auto a = counties.begin(); a != counties.end(); ++a) {
      for (auto b = std::next(a); b != counties.end(); ++b) {
        CountyTies::Between& pair = between_[{a->first, b->first}];
        pair.agreements.push_back(agreement);
        pair.confirmed += a->second && b->second ? 1 : 0;
      }
    }
  }

  void add_crowded(AgreementId agreement) { ties_.crowded.push_back(agreement); }

  CountyTies take() {
    for (auto& [county, row] : within_) {
      row.county = county;
      ties_.within.push_back(std::move(row));
    }
    for (auto& [codes, row] : between_) {
      row.first = codes.first;
      row.second = codes.second;
      ties_.between.push_back(std::move(row));
    }
    return std::move(ties_);
  }

 private:
  void add_within(AgreementId agreement, const std::pair<const std::string, bool>& county) {
    CountyTies::Within& row = within_[county.first];
    row.agreements.push_back(agreement);
    row.confirmed += county.second ? 1 : 0;
  }

  CountyTies ties_;
  std::map<std::string, CountyTies::Within> within_;
  std::map<std::pair<std::string, std::string>, CountyTies::Between> between_;
};

}  // namespace

std::string county_of(const Network& network, ActorId actor) {
  constexpr int deepest = 64;  // a cycle of parents is told elsewhere (E_CYCLE); here it must only end
  for (int depth = 0; actor.is_set() && depth < deepest; ++depth) {
    const Actor& row = network.actor(actor);
    if (!row.county.empty()) return row.county;
    if (row.municipality.size() == 4) return row.municipality.substr(0, 2);
    actor = row.parent.id;
  }
  return {};
}

const CountyTies::Within* CountyTies::find(std::string_view county) const {
  const auto found = std::find_if(within.begin(), within.end(), [&](const Within& w) { return w.county == county; });
  return found == within.end() ? nullptr : &*found;
}

const CountyTies::Between* CountyTies::find(std::string_view first, std::string_view second) const {
  const auto found = std::find_if(between.begin(), between.end(), [&](const Between& b) {
    return (b.first == first && b.second == second) || (b.first == second && b.second == first);
  });
  return found == between.end() ? nullptr : &*found;
}

CountyTies county_ties(const Network& network, std::span<const Participation> shown, std::size_t crowd) {
  Counting counting;
  for (std::size_t begin = 0, end = 0; begin < shown.size(); begin = end) {
    const AgreementId agreement = shown[begin].agreement;
    while (end < shown.size() && shown[end].agreement == agreement) ++end;
    if (network.agreement(agreement).parties.size() > crowd) {
      counting.add_crowded(agreement);
    } else {
      counting.add(agreement, counties_of(network, shown.subspan(begin, end - begin)));
    }
  }
  return counting.take();
}

}  // namespace samverka
