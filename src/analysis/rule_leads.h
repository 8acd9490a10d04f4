#pragma once
// What speaks of an agreement that does not hold: one that is on its way, one so old that nobody knows whether it still
// does, one that the subject has not confirmed. Leads to follow, and never met.
#include <map>
#include <optional>
#include <vector>

#include "analysis/rule_partners.h"
#include "analysis/rule_stage.h"

namespace samverka {

class LeadSearch {
 public:
  LeadSearch(const RuleGround& ground, const NeedStage& stage, PartnerFilter& filter)
      : ground_(ground), stage_(stage), filter_(filter) {}

  std::vector<AgreementPartners> pending(ActorId subject);            // with the partners in them
  std::vector<AgreementPartners> older(ActorId subject) const;        // of status unknown, newest first
  std::vector<AgreementPartners> unconfirmed(ActorId subject) const;  // active, the subject's state unknown
  std::vector<AgreementId> past(ActorId subject) const;               // ended on the day; the subject had adopted it

 private:
  template <class Speaks>
  std::vector<AgreementId> agreements_of(ActorId subject, Speaks&& speaks) const;
  bool is_on_its_way(const Agreement& agreement, const Party& party) const;
  PlacedPartners::List partners_in(AgreementId agreement, ActorId subject);

  const RuleGround& ground_;
  const NeedStage& stage_;
  PartnerFilter& filter_;
  std::map<AgreementId, PlacedPartners> partners_;  // parties that have not left, made when first asked for
};

// What a need's `near` says to ask about: agreements in force that the subject and such a partner have adopted, and
// that would count but for their form, or for target groups that nobody has recorded.
class NearSearch {
 public:
  NearSearch(const RuleGround& ground, const RuleNeed& need, PartnerFilter& filter);  // they must outlive it
  NearSearch(const NearSearch&) = delete;
  NearSearch& operator=(const NearSearch&) = delete;
  std::vector<NearAgreement> of(ActorId subject);  // the newest first

 private:
  const RuleGround& ground_;
  const RuleNeed& need_;
  RuleNeed one_partner_;
  std::optional<NeedStage> stage_;  // none where the need says nothing of what is near, or nothing is
  std::optional<PartnerSearch> partners_;
};

}  // namespace samverka
