#pragma once
// Partners of a subject by a need with `min_partners`: in matching agreements in which both stand, now, and now and at
// the horizon.
#include <cstdint>
#include <vector>

#include "analysis/rule_stage.h"

namespace samverka {

struct PartnersFound {
  bool is_enough_now = false, is_enough_then = false;
  std::int64_t found = 0;               // now, at most as many as are wanted
  std::vector<AgreementPartners> held;  // then if they are enough, else now; by key
};

class PartnerSearch {
 public:
  PartnerSearch(const RuleGround& ground, const RuleNeed& need, const NeedStage& stage, PartnerFilter& filter);
  PartnersFound partners_of(ActorId subject);

 private:
  enum class When : std::uint8_t { now, both };
  struct Lists {  // of one staged agreement, made when a subject first asks for it
    bool is_made = false;
    PlacedPartners now, both;
  };
  void index_agreements();
  const Lists& lists_of(std::uint32_t staged);
  std::vector<AgreementPartners> held_by(ActorId subject, When when);
  std::int64_t count(ActorId subject, const std::vector<AgreementPartners>& held);
  std::int64_t different_partners(ActorId subject, const std::vector<AgreementPartners>& held);
  std::int64_t independent_ones(ActorId subject, const std::vector<AgreementPartners>& held) const;

  const RuleGround& ground_;
  const RuleNeed& need_;
  const NeedStage& stage_;
  PartnerFilter& filter_;
  std::vector<std::uint32_t> start_, staged_;  // compressed rows: by actor, the staged agreements that it stands in now
  std::vector<Lists> lists_;
  std::vector<std::uint32_t> counted_;  // by actor, the last count that it was in
  std::uint32_t counts_ = 0;
};

}  // namespace samverka
