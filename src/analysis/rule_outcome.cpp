#include "analysis/rule_outcome.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/observed.h"

namespace samverka {
namespace {

// Which surveys and registers speak of the need's area, or of everything where it has none.
struct Askers {
  std::vector<std::uint32_t> surveys, registers;
};

Askers askers_about(const RuleGround& ground, const AreaCode& area) {
  Askers askers;
  if (!ground.network.coverage) return askers;
  const Coverage& coverage = *ground.network.coverage;
  for (std::uint32_t i = 0; i < coverage.surveys.size(); ++i) {
    if (is_about(coverage.surveys[i].areas, ground.taxonomy, area)) askers.surveys.push_back(i);
  }
  for (std::uint32_t i = 0; i < coverage.registers.size(); ++i) {
    const Register& row = coverage.registers[i];
    if (row.complete.value_or(false) && is_about(row.areas, ground.taxonomy, area)) askers.registers.push_back(i);
  }
  return askers;
}

bool holds_county(const Register& row, const std::string& county) {
  return !row.counties || std::find(row.counties->begin(), row.counties->end(), county) != row.counties->end();
}

// Each of these is the first that fits (format, "Combined needs").
constexpr std::array order_of_all = {Outcome::gap, Outcome::unknown, Outcome::pending, Outcome::met_expiring,
                                     Outcome::met};
constexpr std::array order_of_any = {Outcome::met, Outcome::met_expiring, Outcome::pending, Outcome::unknown,
                                     Outcome::gap};

Outcome turned(Outcome outcome) {
  switch (outcome) {
    case Outcome::met:
    case Outcome::met_expiring:
      return Outcome::gap;
    case Outcome::pending:
      return Outcome::met_expiring;
    case Outcome::gap:
      return Outcome::met;
    case Outcome::unknown:
    case Outcome::exempt:
      break;
  }
  return outcome;
}

// Of several unknown parts the best lead.
std::optional<WhyUnknown> first_reason(std::span<const NeedFinding> parts) {
  std::optional<WhyUnknown> first;
  for (const NeedFinding& part : parts) {
    if (part.why && (!first || *part.why < *first)) first = part.why;
  }
  return first;
}

}  // namespace

Outcome combined(RuleNeed::Kind kind, std::span<const NeedFinding> parts) {
  if (kind == RuleNeed::Kind::negation) return turned(parts.front().outcome);
  const auto& order = kind == RuleNeed::Kind::all ? order_of_all : order_of_any;
  return *std::find_if(order.begin(), order.end(), [&](Outcome outcome) {
    return std::any_of(parts.begin(), parts.end(), [&](const NeedFinding& part) { return part.outcome == outcome; });
  });
}

struct NeedJudge::Leaf {
  NeedStage stage;
  PartnerFilter filter;
  LeadSearch leads;
  Askers askers;
  std::optional<PartnerSearch> partners;
  std::optional<ReachSearch> reach;
  std::optional<NearSearch> near;  // made when a subject first has nothing that counts

  Leaf(const RuleGround& ground, const RuleNeed& need, Date horizon, std::span<const ActorId> subjects)
      : stage(ground, need.agreement, horizon),
        filter(ground, need.partner),
        leads(ground, stage, filter),
        askers(askers_about(ground, need.agreement.area)) {
    if (need.kind == RuleNeed::Kind::steps) {
      reach.emplace(ground, need, stage, filter, subjects);
    } else {
      partners.emplace(ground, need, stage, filter);
    }
  }
};

NeedJudge::NeedJudge(const RuleGround& ground, const RuleNeed& need, Date horizon, std::span<const ActorId> subjects)
    : ground_(ground), need_(need) {
  for (const RuleNeed& part : need.parts) {
    parts_.push_back(std::make_unique<NeedJudge>(ground, part, horizon, subjects));
  }
  if (parts_.empty()) leaf_ = std::make_unique<Leaf>(ground, need, horizon, subjects);
}

NeedJudge::~NeedJudge() = default;

NeedFinding NeedJudge::judge(ActorId subject) {
  if (leaf_) return judge_leaf(subject);
  NeedFinding finding;
  finding.kind = need_.kind;
  for (const auto& part : parts_) finding.parts.push_back(part->judge(subject));
  finding.outcome = combined(need_.kind, finding.parts);
  if (finding.outcome == Outcome::unknown) finding.why = first_reason(finding.parts);
  return finding;
}

bool NeedJudge::is_asked(ActorId subject) const {
  if (!leaf_) {
    return std::any_of(parts_.begin(), parts_.end(), [&](const auto& part) { return part->is_asked(subject); });
  }
  return std::any_of(leaf_->askers.surveys.begin(), leaf_->askers.surveys.end(),
                     [&](std::uint32_t survey) { return ground_.is_asked(survey, subject); });
}

bool NeedJudge::has_answered(ActorId subject) const {
  if (!leaf_) {
    return std::any_of(parts_.begin(), parts_.end(), [&](const auto& part) { return part->has_answered(subject); });
  }
  return std::any_of(leaf_->askers.surveys.begin(), leaf_->askers.surveys.end(),
                     [&](std::uint32_t survey) { return ground_.has_answered(survey, subject); });
}

NeedFinding NeedJudge::judge_leaf(ActorId subject) {
  NeedFinding finding;
  finding.kind = need_.kind;
  if (is_held(subject, finding)) return finding;
  if (is_pending(subject, finding)) {
    finding.outcome = Outcome::pending;
    return finding;
  }
  finding.past = leaf_->leads.past(subject);
  finding.near = near_of(subject);
  if (is_observed(subject, finding)) {
    finding.outcome = Outcome::gap;
  } else {
    finding.outcome = Outcome::unknown;
    finding.why = why_unknown(subject, finding);
  }
  return finding;
}

std::vector<NearAgreement> NeedJudge::near_of(ActorId subject) {
  if (!need_.near) return {};
  if (!leaf_->near) leaf_->near.emplace(ground_, need_, leaf_->filter);
  return leaf_->near->of(subject);
}

// Met, or met for now.
bool NeedJudge::is_held(ActorId subject, NeedFinding& finding) {
  bool is_now = false, is_then = false;
  if (leaf_->partners) {
    PartnersFound found = leaf_->partners->partners_of(subject);
    is_now = found.is_enough_now;
    is_then = found.is_enough_then;
    finding.found = found.found;
    finding.wanted = need_.least;
    finding.held = std::move(found.held);
  } else {
    WaysFound found = leaf_->reach->ways_of(subject);
    is_now = found.now.has_value();
    is_then = found.then.has_value();
    finding.found = is_now ? 1 : 0;
    finding.wanted = 1;
    if (is_now) finding.held = std::move(is_then ? *found.then : *found.now);
  }
  finding.outcome = is_then ? Outcome::met : Outcome::met_expiring;
  return is_now;
}

bool NeedJudge::is_pending(ActorId subject, NeedFinding& finding) {
  if (need_.kind == RuleNeed::Kind::steps) return false;
  finding.leads = leaf_->leads.pending(subject);
  return !finding.leads.empty();
}

bool NeedJudge::is_observed(ActorId subject, NeedFinding& finding) const {
  for (const std::uint32_t survey : leaf_->askers.surveys) {
    if (ground_.has_answered(survey, subject)) finding.surveys.push_back(survey);
  }
  for (const std::uint32_t row : leaf_->askers.registers) {
    const Register& listed = ground_.network.coverage->registers[row];
    if (holds_county(listed, ground_.network.actor(subject).county)) finding.registers.push_back(row);
  }
  return !finding.surveys.empty() || !finding.registers.empty();
}

WhyUnknown NeedJudge::why_unknown(ActorId subject, NeedFinding& finding) const {
  finding.leads = leaf_->leads.older(subject);
  if (!finding.leads.empty()) return WhyUnknown::older;
  finding.leads = leaf_->leads.unconfirmed(subject);
  if (!finding.leads.empty()) return WhyUnknown::unconfirmed;
  for (const std::uint32_t survey : leaf_->askers.surveys) {
    if (ground_.is_asked(survey, subject)) finding.surveys.push_back(survey);
  }
  return finding.surveys.empty() ? WhyUnknown::no_record : WhyUnknown::no_answer;
}

}  // namespace samverka
