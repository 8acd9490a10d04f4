#pragma once
// The agreements that a need asks for, with who stands in them now and at the horizon; and whom it takes for partners.
#include <memory>
#include <utility>
#include <vector>

#include "analysis/gaps.h"
#include "analysis/rule_ground.h"

namespace samverka {

struct StagedAgreement {
  AgreementId agreement;
  std::vector<ActorId> now;   // stand in it on the day, in the order of rows
  std::vector<ActorId> both;  // stand in it on the day and at the horizon; empty where it is not active then
};

struct NeedStage {
  std::vector<bool> is_matching;            // by row of agreements; no day decides
  std::vector<StagedAgreement> agreements;  // matching and active on the day, by key

  NeedStage(const RuleGround& ground, const RuleAgreement& what, Date horizon);
  // Of these agreements alone, whatever a need asks for; by their state now.
  NeedStage(const RuleGround& ground, const std::vector<AgreementId>& only, PartyState state);
};

// Whether an actor is a partner that a need asks for, remembered for each actor.
class PartnerFilter {
 public:
  PartnerFilter(const RuleGround& ground, const RulePartner& who)
      : ground_(ground), who_(who), known_(ground.network.actors.size(), Known::not_yet) {}

  bool operator()(ActorId actor);
  // For the subject, `same` included. The subject is not its own partner.
  bool operator()(ActorId actor, ActorId subject);
  SamePlace same() const { return who_.same; }

 private:
  enum class Known : std::uint8_t { not_yet, no, yes };
  const RuleGround& ground_;
  const RulePartner& who_;
  std::vector<Known> known_;
};

// The partners among some actors, one list for each place by which subjects and partners are held together.
class PlacedPartners {
 public:
  using List = std::shared_ptr<const std::vector<ActorId>>;
  PlacedPartners() = default;
  PlacedPartners(const RuleGround& ground, PartnerFilter& filter, const std::vector<ActorId>& actors);
  // Null where there are none. The list may hold the subject, also alone.
  List at(std::uint32_t place) const;

 private:
  std::vector<std::pair<std::uint32_t, List>> lists_;  // by place
};

// Somebody else than the subject is in the list.
bool has_other(const PlacedPartners::List& list, ActorId subject);

}  // namespace samverka
