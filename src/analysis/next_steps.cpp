#include "analysis/next_steps.h"

#include <algorithm>
#include <array>
#include <set>

namespace samverka {
namespace {

using Steps = std::vector<NextStep>;
constexpr int soon_months = 3;

Steps decisions(const Situation& situation) {
  Steps steps;
  for (const Deadline& deadline : situation.deadlines) {
    NextStep step{NextStep::Kind::decide, deadline.agreement, {}, deadline.on, {}, 0};
    steps.push_back(std::move(step));
  }
  return steps;
}

// Who of the place is party without a tie, each once.
std::vector<ActorId> yet_to_adopt(const Network& network, const std::vector<Belonging>& belonging, const Agreement& row,
                                  Date day) {
  std::set<ActorId> with, without;
  for (const Party& party : row.parties) {
    const ActorId actor = party.actor.id;
    if (!actor.is_set() || belonging[actor.value] != Belonging::own) continue;
    const PartyState state = party.state_or_unknown();
    if (state == PartyState::withdrawn || state == PartyState::declined) continue;
    (is_tie(row, party, day) ? with : without).insert(actor);
  }
  std::vector<ActorId> left;
  std::set_difference(without.begin(), without.end(), with.begin(), with.end(), std::back_inserter(left));
  std::stable_partition(left.begin(), left.end(),
                        [&](ActorId actor) { return network.actor(actor).type == "municipality"; });
  return left;
}

Steps confirmations(const Network& network, const std::vector<Belonging>& belonging, const Situation& situation) {
  Steps steps;
  for (const PlaceAgreement& row : situation.agreements) {
    const Agreement& agreement = network.agreement(row.id);
    if (!row.is_own || row.is_crowd || !agreement.is_active_on(situation.day) || agreement.is_internal()) continue;
    std::vector<ActorId> actors = yet_to_adopt(network, belonging, agreement, situation.day);
    if (actors.empty()) continue;
    const AreaCode area = agreement.areas.empty() ? "" : agreement.areas.front();
    steps.push_back({NextStep::Kind::confirm, row.id, area, {}, std::move(actors), 0});
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const NextStep& a, const NextStep& b) { return a.actors.size() > b.actors.size(); });
  return steps;
}

// Without anything confirmed in the area, one more thing known of it is worth more.
bool is_bare(const AreaSituation& area) { return area.of(Standing::confirmed) == 0; }

Steps checks(const Network& network, const Situation& situation) {
  std::vector<std::pair<bool, NextStep>> found;  // in a bare area
  for (std::size_t place = 0; place < situation.agreements.size(); ++place) {
    const PlaceAgreement& row = situation.agreements[place];
    if (row.standing != Standing::unknown || row.is_crowd) continue;
    const AreaSituation* told = nullptr;
    for (const AreaSituation& area : situation.areas) {
      const bool has = std::find(area.agreements.begin(), area.agreements.end(), place) != area.agreements.end();
      if (has && (!told || (is_bare(area) && !is_bare(*told)))) told = &area;
    }
    if (told) found.emplace_back(is_bare(*told), NextStep{NextStep::Kind::check, row.id, told->area, {}, {}, 0});
  }
  const auto begins = [&](const NextStep& step) {
    const Agreement& agreement = network.agreement(step.agreement);
    return agreement.valid && agreement.valid->from.is_set() ? agreement.valid->from.earliest() : Date{};
  };
  std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first;
    return begins(a.second) > begins(b.second);
  });
  Steps steps;
  for (auto& [is_in_bare_area, step] : found) steps.push_back(std::move(step));
  return steps;
}

// Areas where nothing stands on record and nobody has answered that there is nothing.
Steps questions(const Situation& situation) {
  Steps steps;
  for (const AreaSituation& area : situation.areas) {
    if (!area.agreements.empty() || area.municipalities_observed > 0) continue;
    steps.push_back({NextStep::Kind::ask, {}, area.area, {}, {}, 0});
  }
  return steps;
}

Steps replacements(const Network& network, const Situation& situation) {
  Steps steps;
  for (const PlaceAgreement& row : situation.agreements) {
    if (row.standing != Standing::expired) continue;
    steps.push_back({NextStep::Kind::replace, row.id, {}, network.agreement(row.id).valid->to.latest(), {}, 0});
  }
  std::stable_sort(steps.begin(), steps.end(), [](const NextStep& a, const NextStep& b) { return a.on > b.on; });
  return steps;
}

Steps deliveries(const Situation& situation) {
  Steps steps;
  for (const Due& due : situation.dues) {
    if (!due.agreement.is_set() || !due.is_own || due.date > add_months(situation.day, soon_months)) continue;
    steps.push_back({NextStep::Kind::deliver, due.agreement, {}, due.date, {}, due.place});
  }
  return steps;
}

// Two steps about one agreement are one visit to the same people.
bool is_told(const Steps& steps, const NextStep& step) {
  return step.agreement.is_set() && std::any_of(steps.begin(), steps.end(), [&](const NextStep& other) {
           return other.agreement == step.agreement;
         });
}

}  // namespace

std::vector<NextStep> next_steps(const Network& network, const NetworkIndex& index, const Situation& situation,
                                 std::size_t most) {
  if (!situation.is_known) return {};
  const std::vector<Belonging> belonging = actors_of_place(network, index, situation.place);
  const std::array<Steps, 6> kinds = {decisions(situation),
                                      confirmations(network, belonging, situation),
                                      checks(network, situation),
                                      questions(situation),
                                      replacements(network, situation),
                                      deliveries(situation)};
  Steps steps;
  for (std::size_t round = 0; steps.size() < most; ++round) {
    const bool has_more = std::any_of(kinds.begin(), kinds.end(), [&](const Steps& k) { return round < k.size(); });
    if (!has_more) break;
    for (const Steps& kind : kinds) {
      if (round < kind.size() && steps.size() < most && !is_told(steps, kind[round])) steps.push_back(kind[round]);
    }
  }
  return steps;
}

}  // namespace samverka
