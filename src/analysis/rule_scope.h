#pragma once
#include "model/network.h"
#include "model/rules.h"

namespace samverka {

// Whether a norm is about the actor. Facts that the actor does not tell (population, group) match no condition.
bool is_subject(const RuleSubjects& who, const Actor& actor);

// It is about the actor, and the actor is exempt from it.
bool is_exempt(const RuleSubjects& who, const Actor& actor);

}  // namespace samverka
