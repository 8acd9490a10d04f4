#pragma once
#include "model/network.h"
#include "model/rules.h"
#include "model/taxonomy.h"

namespace samverka {

// Whether every member of the condition that is present matches; no day and no party decides.
bool matches(const RuleAgreement& what, const Agreement& agreement, const Taxonomy& taxonomy);
// The same of an actor, but for `same`, which is about the subject too.
bool matches(const RulePartner& who, const Actor& actor, const Taxonomy& taxonomy);

}  // namespace samverka
