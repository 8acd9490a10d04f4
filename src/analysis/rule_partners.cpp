#include "analysis/rule_partners.h"

#include <algorithm>

#include "analysis/rule_independence.h"

namespace samverka {

PartnerSearch::PartnerSearch(const RuleGround& ground, const RuleNeed& need, const NeedStage& stage,
                             PartnerFilter& filter)
    : ground_(ground),
      need_(need),
      stage_(stage),
      filter_(filter),
      lists_(stage.agreements.size()),
      counted_(ground.network.actors.size(), 0) {
  index_agreements();
}

void PartnerSearch::index_agreements() {
  start_.assign(ground_.network.actors.size() + 1, 0);
  for (const StagedAgreement& row : stage_.agreements) {
    for (const ActorId actor : row.now) ++start_[actor.value + 1];
  }
  for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
  staged_.resize(start_.back());
  std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
  for (std::uint32_t i = 0; i < stage_.agreements.size(); ++i) {
    for (const ActorId actor : stage_.agreements[i].now) staged_[next[actor.value]++] = i;
  }
}

const PartnerSearch::Lists& PartnerSearch::lists_of(std::uint32_t staged) {
  Lists& lists = lists_[staged];
  if (!lists.is_made) {
    const StagedAgreement& row = stage_.agreements[staged];
    lists = {true, PlacedPartners(ground_, filter_, row.now), PlacedPartners(ground_, filter_, row.both)};
  }
  return lists;
}

std::vector<AgreementPartners> PartnerSearch::held_by(ActorId subject, When when) {
  std::vector<AgreementPartners> held;
  const std::uint32_t place = ground_.place_of(need_.partner.same, subject);
  for (std::uint32_t i = start_[subject.value]; i < start_[subject.value + 1]; ++i) {
    const StagedAgreement& row = stage_.agreements[staged_[i]];
    if (when == When::both && !std::binary_search(row.both.begin(), row.both.end(), subject)) continue;
    const Lists& lists = lists_of(staged_[i]);
    PlacedPartners::List partners = (when == When::now ? lists.now : lists.both).at(place);
    if (has_other(partners, subject)) held.push_back({row.agreement, std::move(partners)});
  }
  return held;
}

std::int64_t PartnerSearch::different_partners(ActorId subject, const std::vector<AgreementPartners>& held) {
  ++counts_;
  counted_[subject.value] = counts_;
  std::int64_t found = 0;
  for (const AgreementPartners& row : held) {
    for (const ActorId partner : *row.actors) {
      if (counted_[partner.value] == counts_) continue;
      counted_[partner.value] = counts_;
      if (++found == need_.least) return found;
    }
  }
  return found;
}

std::int64_t PartnerSearch::independent_ones(ActorId subject, const std::vector<AgreementPartners>& held) const {
  std::vector<std::vector<ActorId>> roots;
  for (const AgreementPartners& row : held) {
    std::vector<ActorId>& own = roots.emplace_back();
    for (const ActorId partner : *row.actors) {
      if (partner != subject) own.push_back(ground_.root_of(partner));
    }
  }
  return independent_partners(roots, need_.least);
}

std::int64_t PartnerSearch::count(ActorId subject, const std::vector<AgreementPartners>& held) {
  return need_.is_independent ? independent_ones(subject, held) : different_partners(subject, held);
}

PartnersFound PartnerSearch::partners_of(ActorId subject) {
  PartnersFound out;
  out.held = held_by(subject, When::now);
  out.found = count(subject, out.held);
  out.is_enough_now = out.found >= need_.least;
  if (!out.is_enough_now) return out;
  std::vector<AgreementPartners> lasting = held_by(subject, When::both);
  out.is_enough_then = count(subject, lasting) >= need_.least;
  if (out.is_enough_then) out.held = std::move(lasting);
  return out;
}

}  // namespace samverka
