#include "analysis/closing_set.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "analysis/cover.h"
#include "analysis/rule_ground.h"
#include "analysis/rule_matching.h"

namespace samverka {
namespace {

constexpr std::size_t most_partners = 24;  // that are tried for each kind of new agreement in a county

bool is_met_outcome(Outcome outcome) { return outcome == Outcome::met || outcome == Outcome::met_expiring; }

// Something that one subject lacks by one need without parts.
struct Lack {
  std::size_t goal = 0;
  ActorId subject;
  const RuleNeed* need = nullptr;
  std::uint32_t wants = 1;
  std::vector<ActorId> has;  // partners that count already
};

std::uint32_t lacking(const RuleNeed& need, const NeedFinding& finding) {
  if (need.kind == RuleNeed::Kind::steps) return 1;
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(finding.wanted - finding.found, 1, 1000));
}

// What must be had for the need to be met, as far as agreements can give it. Of `any` the part that lacks least.
std::vector<Lack> lacks_of(const RuleNeed& need, const NeedFinding& finding, const Lack& of, bool with_unknown) {
  if (is_met_outcome(finding.outcome) || need.kind == RuleNeed::Kind::negation) return {};
  if (need.parts.empty()) {
    if (finding.outcome == Outcome::unknown && !with_unknown) return {};
    Lack lack = of;
    lack.need = &need;
    lack.wants = lacking(need, finding);
    for (const AgreementPartners& held : finding.held) {
      if (held.actors) lack.has.insert(lack.has.end(), held.actors->begin(), held.actors->end());
    }
    return {lack};
  }
  std::vector<Lack> all, least;
  std::uint32_t fewest = 0;
  for (std::size_t i = 0; i < need.parts.size(); ++i) {
    const std::vector<Lack> part = lacks_of(need.parts[i], finding.parts[i], of, with_unknown);
    std::uint32_t wants = 0;
    for (const Lack& lack : part) wants += lack.wants;
    if (!part.empty() && (least.empty() || wants < fewest)) {
      least = part;
      fewest = wants;
    }
    all.insert(all.end(), part.begin(), part.end());
  }
  return need.kind == RuleNeed::Kind::any ? least : all;
}

// What a new agreement would be; lacks of one kind share it.
struct Shape {
  AreaCode area;
  std::string form;
  PartyState state = PartyState::adopted;
  std::string county;  // of those who would sign
  auto key() const { return std::tie(area, form, state, county); }
  bool operator<(const Shape& o) const { return key() < o.key(); }
};

struct Proposal {
  AgreementId joins;
  Shape shape;                     // of a new one
  std::vector<ActorId> partners;   // of a new one
  std::vector<std::size_t> lacks;  // that it gives to
};

class ClosingSetFinder {
 public:
  ClosingSetFinder(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, const RuleSet& rules,
                   const GapAnalysis& analysis, const ClosingQuestion& question)
      : network_(network),
        taxonomy_(taxonomy),
        rules_(rules),
        analysis_(analysis),
        question_(question),
        ground_(network, index, taxonomy, analysis.as_of) {}

  ClosingSet find() {
    find_lacks();
    propose_joining();
    propose_new();
    choose();
    apply();
    judge();
    return std::move(found_);
  }

 private:
  bool is_asked(std::size_t rule) const {
    return std::find(question_.rules.begin(), question_.rules.end(), rule) != question_.rules.end();
  }

  void find_lacks() {
    for (const RuleFindings& findings : analysis_.rules) {
      if (!is_asked(findings.rule)) continue;
      for (const SubjectFinding& subject : findings.subjects) add_goal(findings.rule, subject);
    }
  }

  void add_goal(std::size_t rule, const SubjectFinding& finding) {
    if (!question_.county.empty() && network_.actor(finding.subject).county != question_.county) return;
    if (finding.outcome == Outcome::unknown && !question_.with_unknown) {
      ++found_.unknown_left;
      return;
    }
    if (is_met_outcome(finding.outcome) || finding.outcome == Outcome::exempt) return;
    Lack of;
    of.goal = found_.goals.size();
    of.subject = finding.subject;
    found_.goals.push_back({rule, finding.subject});
    for (Lack& lack : lacks_of(rules_.rules[rule].need, finding.need, of, question_.with_unknown)) {
      horizon_.push_back(add_months(analysis_.as_of, rules_.rules[rule].horizon_months));
      lacks_.push_back(std::move(lack));
    }
  }

  bool is_partner_for(ActorId partner, const Lack& lack) const {
    const RulePartner& who = lack.need->partner;
    if (partner == lack.subject || !matches(who, network_.actor(partner), taxonomy_)) return false;
    if (who.same == SamePlace::anywhere) return true;
    const std::uint32_t place = ground_.place_of(who.same, lack.subject);
    return place != 0 && place == ground_.place_of(who.same, partner);
  }

  // How much of the lack these partners are; with independence wanted, one agreement is one at most.
  std::uint32_t given(const std::vector<ActorId>& partners, const Lack& lack) const {
    std::uint32_t count = 0;
    for (const ActorId partner : partners) {
      const bool is_had = std::find(lack.has.begin(), lack.has.end(), partner) != lack.has.end();
      if (!is_had && is_partner_for(partner, lack)) ++count;
    }
    const bool is_one_at_most = lack.need->is_independent || lack.need->kind == RuleNeed::Kind::steps;
    return std::min({count, lack.wants, is_one_at_most ? 1U : lack.wants});
  }

  void add(Proposal proposal, const std::vector<std::pair<std::size_t, std::uint32_t>>& gives) {
    if (gives.empty()) return;
    CoverChoice choice;
    std::set<ActorId> signers;
    for (const auto& [lack, count] : gives) {
      choice.gives.emplace_back(static_cast<std::uint32_t>(lack), count);
      proposal.lacks.push_back(lack);
      signers.insert(lacks_[lack].subject);
    }
    choice.burden = signers.size() + proposal.partners.size();
    choices_.push_back(std::move(choice));
    proposals_.push_back(std::move(proposal));
  }

  // ---- agreements that there are ----

  static bool is_open_party(const Agreement& agreement, ActorId actor) {
    return std::any_of(agreement.parties.begin(), agreement.parties.end(), [actor](const Party& party) {
      return party.actor.id == actor && party.state_or_unknown() != PartyState::withdrawn &&
             party.state_or_unknown() != PartyState::declined;
    });
  }

  // Two of the subject's kind in its county have it already.
  bool is_shared_there(const std::vector<ActorId>& standing, ActorId subject) const {
    const Actor& row = network_.actor(subject);
    const auto is_like = [&](ActorId other) {
      return network_.actor(other).type == row.type && network_.actor(other).county == row.county;
    };
    return !row.county.empty() && std::count_if(standing.begin(), standing.end(), is_like) >= 2;
  }

  void propose_joining() {
    std::vector<std::pair<const RuleNeed*, std::vector<std::size_t>>> by_need;  // in the order they come
    for (std::size_t k = 0; k < lacks_.size(); ++k) {
      const auto at =
          std::find_if(by_need.begin(), by_need.end(), [&](const auto& row) { return row.first == lacks_[k].need; });
      if (at == by_need.end()) {
        by_need.push_back({lacks_[k].need, {k}});
      } else {
        at->second.push_back(k);
      }
    }
    for (std::size_t i = 0; i < network_.agreements.size(); ++i) {
      const Agreement& agreement = network_.agreements[i];
      if (!agreement.is_active_on(analysis_.as_of)) continue;
      std::vector<std::pair<std::size_t, std::uint32_t>> gives;
      for (const auto& [need, lacks] : by_need) {
        if (matches(need->agreement, agreement, taxonomy_)) add_joining(agreement, *need, lacks, gives);
      }
      add({AgreementId(i), {}, {}, {}}, gives);
    }
  }

  void add_joining(const Agreement& agreement, const RuleNeed& need, const std::vector<std::size_t>& lacks,
                   std::vector<std::pair<std::size_t, std::uint32_t>>& gives) const {
    const std::vector<ActorId> there = ground_.standing_in(agreement, need.agreement.party_state, analysis_.as_of);
    for (const std::size_t k : lacks) {
      const Lack& lack = lacks_[k];
      if (!agreement.is_active_on(horizon_[k])) continue;
      if (std::find(there.begin(), there.end(), lack.subject) != there.end()) continue;
      if (!is_open_party(agreement, lack.subject) && !is_shared_there(there, lack.subject)) continue;
      if (const std::uint32_t count = given(there, lack); count > 0) gives.emplace_back(k, count);
    }
  }

  // ---- agreements that there could be ----

  // Busy ones first: they have done it before. Of the county if somebody fits there, else of none, else of anywhere.
  std::vector<ActorId> partners_for(const Lack& lack) const {
    const std::string& county = network_.actor(lack.subject).county;
    std::vector<ActorId> here, nowhere, elsewhere;
    for (std::size_t i = 0; i < network_.actors.size(); ++i) {
      const Actor& actor = network_.actors[i];
      if (!matches(lack.need->partner, actor, taxonomy_)) continue;
      if (actor.valid && !actor.valid->includes(analysis_.as_of)) continue;
      (actor.county == county ? here : actor.county.empty() ? nowhere : elsewhere).push_back(ActorId(i));
    }
    for (std::vector<ActorId>* found : {&here, &nowhere, &elsewhere}) {
      std::erase_if(*found, [&](ActorId actor) { return actor != lack.subject && !is_partner_for(actor, lack); });
      const bool has_other = std::any_of(found->begin(), found->end(), [&](ActorId a) { return a != lack.subject; });
      if (!has_other) continue;
      std::sort(found->begin(), found->end(), [this](ActorId a, ActorId b) {
        return busy_[a.value] != busy_[b.value] ? busy_[a.value] > busy_[b.value] : ground_.comes_first(a, b);
      });
      if (found->size() > most_partners) found->resize(most_partners);
      return *found;
    }
    return {};
  }

  void count_busy() {
    busy_.assign(network_.actors.size(), 0);
    for (const Agreement& agreement : network_.agreements) {
      if (!agreement.is_active_on(analysis_.as_of)) continue;
      for (const Party& party : agreement.parties) {
        if (party.actor.id.is_set()) ++busy_[party.actor.id.value];
      }
    }
  }

  void propose_new() {
    count_busy();
    std::map<Shape, std::vector<std::size_t>> lacks_of_shape;
    for (std::size_t k = 0; k < lacks_.size(); ++k) {
      const RuleAgreement& what = lacks_[k].need->agreement;
      const Shape shape{what.area, what.form, what.party_state, network_.actor(lacks_[k].subject).county};
      lacks_of_shape[shape].push_back(k);
    }
    for (const auto& [shape, lacks] : lacks_of_shape) propose_new(shape, lacks);
  }

  void propose_new(const Shape& shape, const std::vector<std::size_t>& lacks) {
    std::vector<ActorId> partners;
    std::set<std::pair<const RuleNeed*, std::uint32_t>> asked;  // the same need in the same place: the same partners
    std::size_t team = 1;
    for (const std::size_t k : lacks) {
      const Lack& lack = lacks_[k];
      if (!lack.need->is_independent) team = std::max<std::size_t>(team, lack.wants);
      if (!asked.emplace(lack.need, ground_.place_of(lack.need->partner.same, lack.subject)).second) continue;
      for (const ActorId partner : partners_for(lack)) {
        if (std::find(partners.begin(), partners.end(), partner) == partners.end()) partners.push_back(partner);
      }
    }
    for (std::size_t i = 0; i < partners.size(); ++i) propose_new(shape, lacks, team_of(partners, i, team));
  }

  // That partner and as many after it as the largest lack wants.
  static std::vector<ActorId> team_of(const std::vector<ActorId>& partners, std::size_t first, std::size_t size) {
    std::vector<ActorId> team;
    for (std::size_t i = 0; i < std::min(size, partners.size()); ++i) {
      team.push_back(partners[(first + i) % partners.size()]);
    }
    return team;
  }

  void propose_new(const Shape& shape, const std::vector<std::size_t>& lacks, const std::vector<ActorId>& team) {
    std::vector<std::pair<std::size_t, std::uint32_t>> gives;
    for (const std::size_t k : lacks) {
      if (const std::uint32_t count = given(team, lacks_[k]); count > 0) gives.emplace_back(k, count);
    }
    // Whoever is in the team and lacks the same has the others who sign.
    std::vector<ActorId> others;
    for (const auto& [k, count] : gives) others.push_back(lacks_[k].subject);
    for (const std::size_t k : lacks) {
      const bool is_in_team = std::find(team.begin(), team.end(), lacks_[k].subject) != team.end();
      const bool has_given = std::any_of(gives.begin(), gives.end(), [k](const auto& give) { return give.first == k; });
      if (!is_in_team || has_given) continue;
      if (const std::uint32_t count = given(others, lacks_[k]); count > 0) gives.emplace_back(k, count);
    }
    add({{}, shape, team, {}}, gives);
  }

  // ---- the choice ----

  void choose() {
    std::vector<std::uint32_t> left;
    for (const Lack& lack : lacks_) left.push_back(lack.wants);
    found_.bound = cover_bound(left, choices_);
    for (const std::size_t at : greedy_cover(left, choices_)) {
      std::vector<std::size_t> helped;  // others need not sign
      for (const auto& [lack, count] : choices_[at].gives) {
        if (left[lack] == 0) continue;
        left[lack] -= std::min(count, left[lack]);
        helped.push_back(lack);
      }
      found_.steps.push_back(step_of(proposals_[at], helped));
      helped_.push_back(std::move(helped));
    }
  }

  ClosingStep step_of(const Proposal& proposal, const std::vector<std::size_t>& helped) const {
    ClosingStep step;
    step.joins = proposal.joins;
    step.area = proposal.shape.area;
    step.form = proposal.shape.form;
    step.partners = proposal.partners;
    std::set<ActorId> signers;
    std::set<std::string> groups;
    for (const std::size_t k : helped) {
      signers.insert(lacks_[k].subject);
      const RuleAgreement& what = lacks_[k].need->agreement;
      if (what.target_groups_all) groups.insert(what.target_groups_all->begin(), what.target_groups_all->end());
      if (what.target_groups_any && !what.target_groups_any->empty()) groups.insert(what.target_groups_any->front());
    }
    for (const ActorId partner : step.partners) signers.erase(partner);
    step.signers.assign(signers.begin(), signers.end());
    std::sort(step.signers.begin(), step.signers.end(),
              [this](ActorId a, ActorId b) { return ground_.comes_first(a, b); });
    step.target_groups.assign(groups.begin(), groups.end());
    return step;
  }

  // ---- what it would be like ----

  static void adopt(Agreement& agreement, ActorId actor, PartyState state) {
    for (Party& party : agreement.parties) {
      if (party.actor.id != actor) continue;
      party.state = state;
      party.from = {};
      party.end = Validity::End::not_known;
      return;
    }
    Party party;
    party.actor.id = actor;
    party.role = "participant";
    party.state = state;
    agreement.parties.push_back(std::move(party));
  }

  Agreement written(std::size_t at) const {
    const ClosingStep& step = found_.steps[at];
    Agreement agreement;
    for (std::size_t n = at + 1; agreement.key.empty() || is_taken(agreement.key); ++n) {
      agreement.key = "proposal-" + std::to_string(n);
    }
    agreement.form = step.form.empty() ? "other" : step.form;
    if (!step.area.empty()) agreement.areas = {step.area};
    agreement.target_groups = step.target_groups;
    agreement.status = AgreementStatus::active;
    std::set<std::string> services, perspectives;
    for (const std::size_t k : helped_[at]) {
      const RuleAgreement& what = lacks_[k].need->agreement;
      if (!what.service_area.empty()) services.insert(what.service_area);
      if (!what.perspective.empty()) perspectives.insert(what.perspective);
      if (what.min_confidence) agreement.provenance.emplace().confidence = 1;
    }
    agreement.service_areas.assign(services.begin(), services.end());
    if (!perspectives.empty()) agreement.perspectives.emplace(perspectives.begin(), perspectives.end());
    return agreement;
  }

  bool is_taken(const Key& key) const {
    const auto has = [&](const auto& table) {
      return std::any_of(table.begin(), table.end(), [&](const auto& row) { return row.key == key; });
    };
    return has(network_.actors) || has(found_.network.agreements);
  }

  void apply() {
    found_.network = network_;
    for (std::size_t at = 0; at < found_.steps.size(); ++at) {
      const ClosingStep& step = found_.steps[at];
      const PartyState state = lacks_[helped_[at].front()].need->agreement.party_state;
      Agreement agreement = step.is_new() ? written(at) : found_.network.agreement(step.joins);
      for (const ActorId partner : step.partners) adopt(agreement, partner, state);
      for (const ActorId signer : step.signers) adopt(agreement, signer, state);
      if (step.is_new()) {
        found_.network.agreements.push_back(std::move(agreement));
      } else {
        found_.network.agreements.mutable_row(step.joins.value) = std::move(agreement);
      }
    }
  }

  void judge() {
    RuleSet asked = rules_;
    asked.rules.clear();
    std::map<std::size_t, std::size_t> place;  // of a rule among those
    for (const ClosingGoal& goal : found_.goals) {
      if (place.try_emplace(goal.rule, asked.rules.size()).second) asked.rules.push_back(rules_.rules[goal.rule]);
    }
    const GapAnalysis after =
        find_gaps(found_.network, NetworkIndex(found_.network), taxonomy_, asked, analysis_.as_of);
    for (const ClosingGoal& goal : found_.goals) {
      const auto& subjects = after.rules[place.at(goal.rule)].subjects;
      const auto subject = std::find_if(subjects.begin(), subjects.end(),
                                        [&](const SubjectFinding& row) { return row.subject == goal.subject; });
      const bool is_closed = subject != subjects.end() && is_met_outcome(subject->outcome);
      (is_closed ? found_.closed : found_.left).push_back(goal);
    }
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  const RuleSet& rules_;
  const GapAnalysis& analysis_;
  const ClosingQuestion& question_;
  RuleGround ground_;
  std::vector<Lack> lacks_;
  std::vector<Date> horizon_;                     // of each lack
  std::vector<std::size_t> busy_;                 // agreements of each actor
  std::vector<CoverChoice> choices_;              // goals there are places in lacks_
  std::vector<Proposal> proposals_;               // of each choice
  std::vector<std::vector<std::size_t>> helped_;  // of each step
  ClosingSet found_;
};

}  // namespace

ClosingSet closing_set(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                       const RuleSet& rules, const GapAnalysis& analysis, const ClosingQuestion& question) {
  return ClosingSetFinder(network, index, taxonomy, rules, analysis, question).find();
}

}  // namespace samverka
