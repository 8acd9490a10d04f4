#pragma once
// What "yes" to a norm, with a document and partners, says of an agreement.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/network.h"
#include "model/rules.h"
#include "model/taxonomy.h"

namespace samverka {

// The members that the norm itself asks for; nothing else is said of the agreement.
struct AgreementTerms {
  std::string form;  // empty: any
  std::vector<AreaCode> areas;
  std::vector<std::string> target_groups, service_areas;
};

// Of `any` the first part that one of the partners can meet. Nothing where no answer can say what is asked for: that
// something is not, a state other than adopted, a confidence, a perspective, one of several target groups, or two forms
// at once.
std::optional<AgreementTerms> terms_of(const RuleNeed& need, const Network& network, const Taxonomy& taxonomy,
                                       std::span<const ActorId> partners);

// Both, where one agreement can have them.
std::optional<AgreementTerms> joined(AgreementTerms one, const AgreementTerms& other);

bool has_negation(const RuleNeed& need);

}  // namespace samverka
