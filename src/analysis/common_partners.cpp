#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "analysis/suggest.h"

namespace samverka {
namespace {

bool joins(const TiedAgreement& agreement) { return !agreement.is_umbrella && !agreement.is_grant; }

class CommonPartnerFinder {
 public:
  CommonPartnerFinder(const Network& network, const Taxonomy& taxonomy, const Ties& ties, ActorId asker)
      : network_(network), taxonomy_(taxonomy), ties_(ties), asker_(asker), found_(network.actors.size()) {}

  std::vector<std::vector<CommonPartner>> find() {
    std::unordered_map<ActorId, AgreementId> partners;  // with the first agreement
    for (const std::uint32_t at : ties_.of_actor[asker_.value]) {
      if (!joins(ties_.agreements[at])) continue;
      for (const ActorId other : ties_.agreements[at].actors) partners.try_emplace(other, ties_.agreements[at].id);
    }
    for (const auto& [partner, agreement] : partners) {
      const bool is_everybodys = is_national(network_.actor(partner), taxonomy_);
      if (partner != asker_ && !is_everybodys) reach_over(partner, agreement);
    }
    for (std::vector<CommonPartner>& common : found_) {
      std::sort(common.begin(), common.end(), [](const CommonPartner& a, const CommonPartner& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.actor < b.actor;
      });
    }
    return std::move(found_);
  }

 private:
  void reach_over(ActorId partner, AgreementId with_asker) {
    const auto& own = ties_.of_actor[partner.value];
    const auto degree = std::count_if(own.begin(), own.end(), [&](auto at) { return joins(ties_.agreements[at]); });
    if (degree < 2) return;  // only with the asker
    const double weight = 1 / std::log(static_cast<double>(degree));
    for (const std::uint32_t at : own) {
      const TiedAgreement& agreement = ties_.agreements[at];
      const bool has_asker = std::binary_search(agreement.actors.begin(), agreement.actors.end(), asker_);
      if (!joins(agreement) || has_asker) continue;
      for (const ActorId candidate : agreement.actors) {
        if (candidate == asker_ || candidate == partner) continue;
        std::vector<CommonPartner>& common = found_[candidate.value];
        const bool is_known = !common.empty() && common.back().actor == partner;  // by another agreement
        if (!is_known) common.push_back({partner, with_asker, agreement.id, weight});
      }
    }
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  const Ties& ties_;
  ActorId asker_;
  std::vector<std::vector<CommonPartner>> found_;
};

}  // namespace

std::vector<std::vector<CommonPartner>> common_partners(const Network& network, const Taxonomy& taxonomy,
                                                        const Ties& ties, ActorId asker) {
  return CommonPartnerFinder(network, taxonomy, ties, asker).find();
}

}  // namespace samverka
