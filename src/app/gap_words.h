#pragma once
#include <string>

#include "analysis/gaps.h"
#include "i18n/texts.h"

namespace samverka {

// A rule's text with the subject's name in it.
std::string about_subject(const Wording& wording, const std::string& language, const Network& network, ActorId subject);

// The same of several subjects at once, none of them by name.
std::string about_several(const Wording& wording, const Texts& texts);

// Why a rule says what it says of a subject, in one sentence, with the documents, surveys or registers it rests on by
// their names. Empty for an exempt one.
std::string reason_in_words(const Network& network, const Texts& texts, const Rule& rule,
                            const SubjectFinding& finding);
// The same without the subject's name: what is alike of several is told once for all of them.
std::string reason_for_several(const Network& network, const Texts& texts, const Rule& rule,
                               const SubjectFinding& finding);

// The document to read first where nothing is known: what may be enough, else the newest older one or what nobody has
// confirmed, of the part that decides. Not set where no document speaks of it.
AgreementId lead_of(const SubjectFinding& finding);

// As `samverka gaps` tells it; words of its own where there is nothing to weigh.
std::string coverage_in_words(const Texts& texts, const Rule& rule, const RuleFindings& findings);

// Which text key says an outcome, or a class of rules.
std::string_view text_key(Outcome outcome);
std::string_view text_key(RuleClass rule_class);

// What the workspace calls a finding: "psykisk-halsa/k-falun".
std::string finding_key(const Network& network, const Rule& rule, ActorId subject);

}  // namespace samverka
