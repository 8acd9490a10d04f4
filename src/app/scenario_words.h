#pragma once
#include "app/session.h"
#include "base/result.h"
#include "model/scenario.h"

namespace samverka {

// What a step does, with the names of what it is about: "Avtalet X upphör". A thing that is not there goes by its key.
Message step_message(const ScenarioStep& step, const Network& network, const NetworkIndex& index);

// Steps that the selected row offers in thought, in the order they are shown. Empty where nothing can be done with it.
std::vector<ScenarioStep> steps_for(const Session& session, PickId pick);

// What a button that thinks such a step is called: "Låt avtalet upphöra".
std::string_view offer_key(StepKind kind);

// A key for a proposed agreement that nobody has.
Key free_agreement_key(const Session& session);

}  // namespace samverka
