#pragma once
#include <optional>

#include "model/network.h"
#include "model/rules.h"
#include "model/taxonomy.h"

namespace samverka {

// Whether every member of the condition that is present matches; no day and no party decides.
bool matches(const RuleAgreement& what, const Agreement& agreement, const Taxonomy& taxonomy);
// Whether the need's `near` says to ask about the agreement, which does not match; and in what it differs.
struct NearMatch {
  bool is_other_form = false, is_without_target_groups = false;
};
std::optional<NearMatch> near_match(const RuleNeed& need, const Agreement& agreement, const Taxonomy& taxonomy);
// Whether every member of the condition on a partner matches, but for `same`, which is about the subject too.
bool matches(const RulePartner& who, const Actor& actor, const Taxonomy& taxonomy);

}  // namespace samverka
