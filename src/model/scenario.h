#pragma once
// What if: steps that a planner thinks through on top of the facts. A scenario is never a fact: it lives in the
// workspace, refers to actors and agreements by key, and changes a copy of the network that is thrown away.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/network.h"
#include "model/network_index.h"

namespace samverka {

enum class StepKind {
  end,     // an agreement ends now
  expire,  // an agreement runs out on the day it has, and nobody renews it: seen as it is when that day has passed
  close,   // an actor is no more: it leaves every agreement, and those that found it end
  merge,   // an actor goes into another, which takes over its parties and its people
  adopt,   // an actor adopts an agreement: a party that has not done so, or one who was no party
  start,   // an agreement that is planned, decided or of unknown validity holds now
  add      // a new agreement
};
const char* word(StepKind kind);
std::optional<StepKind> step_kind(std::string_view word);

struct ScenarioStep {
  std::string kind;                   // word(StepKind); others are kept and do nothing
  Key agreement;                      // of end, expire, adopt, start
  Key actor, into;                    // of close, merge, adopt; `into` of merge
  std::optional<Agreement> proposed;  // of add: every reference in it is a key (Reference::unresolved)
  Extra extra;
  bool operator==(const ScenarioStep&) const = default;
};

struct Scenario {
  std::string title, note;
  std::vector<ScenarioStep> steps;  // applied in order
  Extra extra;
  bool operator==(const Scenario&) const = default;
};

// The network as it would be. Rows keep their ids; agreements that are added come last.
struct AppliedScenario {
  Network network;
  // A step that can do nothing, and why (E_SCENARIO): what it speaks of is not there, has ended already, is itself.
  struct Refused {
    std::size_t step = 0;
    Problem problem;
  };
  std::vector<Refused> refused;
  std::vector<ActorId> closed;            // closed or merged into others; ascending, each once
  std::vector<AgreementId> ended, added;  // ascending, each once
};

// `index` is of `network`. What ends does so the day before `day`, so that on the day it is gone. Linear in the network
// for each step that closes or merges, else in the step.
AppliedScenario apply(const Network& network, const NetworkIndex& index, const Scenario& scenario, Date day);

}  // namespace samverka
