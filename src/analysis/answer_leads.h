#pragma once
// Which document of the network a "yes" could rest on, and with whom: what the question sheet fills in, and what an
// answer means that names a document and nobody.
#include <optional>
#include <vector>

#include "analysis/gaps.h"
#include "analysis/partner_candidates.h"

namespace samverka {

struct AnswerLead {
  AgreementId agreement;
  std::vector<ActorId> partners;  // those of its parties that the need is about, by key; never none
};

// Of one need and its parts. References to the network and the need, which must outlive it.
class AnswerLeads {
 public:
  AnswerLeads(const Network& network, const Taxonomy& taxonomy, const RuleNeed& need, Date day);

  // The first document, by key, that meets all that is not met yet once the subject and `partners` have adopted it.
  // None where no document does that alone, or where it is with more than a person could vouch for.
  std::optional<AnswerLead> find(const NeedFinding& finding, ActorId subject) const;

  // The parties of the document that some part of the need is about. None where one of them has adopted it already:
  // then nobody else's word is needed. None where they are more than a person could vouch for.
  std::vector<ActorId> partners_in(AgreementId agreement, ActorId subject) const;

 private:
  std::vector<AnswerLead> all(const NeedFinding& finding, ActorId subject) const;
  std::vector<AnswerLead> all_of_leaf(const NeedFinding& finding, ActorId subject) const;
  std::vector<ActorId> fit_parties(AgreementId agreement, ActorId subject) const;

  const Network& network_;
  const RuleNeed& need_;
  const Date day_;
  PartnerCandidates candidates_;
  std::vector<AnswerLeads> parts_;
};

}  // namespace samverka
