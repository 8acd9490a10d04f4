#include "analysis/rule_reach.h"

#include <algorithm>
#include <array>
#include <map>

namespace samverka {
namespace {

constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

// How somebody was reached from a source: over which agreement, and which actor stands on the source's side of it.
struct Mark {
  ActorId source;
  std::uint32_t staged = none;  // unset: it is the source itself
  ActorId before;
};

// The first two different sources that reach a vertex. Two are enough: a subject that is itself a source needs one
// more, and whoever has two nearer ones hands those on, so that a third is never the only way for anybody.
struct Marks {
  std::array<Mark, 2> mark;
  std::uint8_t count = 0;

  bool takes(ActorId source) const { return count < 2 && (count == 0 || mark[0].source != source); }
  const Mark* of(ActorId source) const {
    for (std::uint8_t i = 0; i < count; ++i) {
      if (mark[i].source == source) return &mark[i];
    }
    return nullptr;
  }
};

// Walks out from all partners of one place at once, a step at a time, over one day's standing.
class Spread {
 public:
  Spread(const RuleGround& ground, const NeedStage& stage, bool is_both)
      : stage_(stage),
        is_both_(is_both),
        marks_(ground.network.actors.size()),
        agreement_marks_(stage.agreements.size()) {
    index_agreements();
  }

  void spread_from(std::span<const ActorId> sources, std::int64_t steps) {
    clear();
    std::vector<Reached> frontier;
    for (const ActorId source : sources) give(source, {source, none, {}}, frontier);
    for (std::int64_t step = 0; step < steps && !frontier.empty(); ++step) frontier = next(frontier);
  }

  // From the subject to the nearest source that is somebody else.
  std::optional<PartnerWay> way_of(ActorId subject) const {
    const Marks& marks = marks_[subject.value];
    for (std::uint8_t i = 0; i < marks.count; ++i) {
      if (marks.mark[i].source != subject) return way(marks.mark[i]);
    }
    return std::nullopt;
  }

 private:
  struct Reached {
    ActorId actor;
    ActorId source;
  };

  const std::vector<ActorId>& standing(const StagedAgreement& row) const { return is_both_ ? row.both : row.now; }

  void index_agreements() {
    start_.assign(marks_.size() + 1, 0);
    for (const StagedAgreement& row : stage_.agreements) {
      for (const ActorId actor : standing(row)) ++start_[actor.value + 1];
    }
    for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
    staged_.resize(start_.back());
    std::vector<std::uint32_t> at(start_.begin(), start_.end() - 1);
    for (std::uint32_t i = 0; i < stage_.agreements.size(); ++i) {
      for (const ActorId actor : standing(stage_.agreements[i])) staged_[at[actor.value]++] = i;
    }
  }

  void clear() {
    for (const ActorId actor : touched_) marks_[actor.value].count = 0;
    for (const std::uint32_t staged : touched_agreements_) agreement_marks_[staged].count = 0;
    touched_.clear();
    touched_agreements_.clear();
  }

  void give(ActorId actor, const Mark& mark, std::vector<Reached>& reached) {
    Marks& marks = marks_[actor.value];
    if (!marks.takes(mark.source)) return;
    if (marks.count == 0) touched_.push_back(actor);
    marks.mark[marks.count++] = mark;
    reached.push_back({actor, mark.source});
  }

  bool give_agreement(std::uint32_t staged, ActorId source) {
    Marks& marks = agreement_marks_[staged];
    if (!marks.takes(source)) return false;
    if (marks.count == 0) touched_agreements_.push_back(staged);
    marks.mark[marks.count++] = {source, staged, {}};
    return true;
  }

  std::vector<Reached> next(const std::vector<Reached>& frontier) {
    std::vector<Reached> reached;
    for (const Reached& from : frontier) {
      for (std::uint32_t i = start_[from.actor.value]; i < start_[from.actor.value + 1]; ++i) {
        if (!give_agreement(staged_[i], from.source)) continue;
        for (const ActorId actor : standing(stage_.agreements[staged_[i]])) {
          give(actor, {from.source, staged_[i], from.actor}, reached);
        }
      }
    }
    return reached;
  }

  PartnerWay way(Mark at) const {
    PartnerWay steps;
    while (at.staged != none) {
      auto leads_to = std::make_shared<const std::vector<ActorId>>(1, at.before);
      steps.push_back({stage_.agreements[at.staged].agreement, std::move(leads_to)});
      at = *marks_[at.before.value].of(at.source);
    }
    return steps;
  }

  const NeedStage& stage_;
  bool is_both_;
  std::vector<std::uint32_t> start_, staged_;  // compressed rows: by actor, the staged agreements that it stands in
  std::vector<Marks> marks_, agreement_marks_;
  std::vector<ActorId> touched_;
  std::vector<std::uint32_t> touched_agreements_;
};

// Those who stand in some agreement and are partners, by place, each list by key.
std::map<std::uint32_t, std::vector<ActorId>> sources_by_place(const RuleGround& ground, const NeedStage& stage,
                                                               PartnerFilter& filter) {
  std::vector<ActorId> standing;
  for (const StagedAgreement& row : stage.agreements) standing.insert(standing.end(), row.now.begin(), row.now.end());
  std::sort(standing.begin(), standing.end());
  standing.erase(std::unique(standing.begin(), standing.end()), standing.end());
  std::map<std::uint32_t, std::vector<ActorId>> sources;
  for (const ActorId actor : standing) {
    const std::uint32_t place = ground.place_of(filter.same(), actor);
    if (place != 0 && filter(actor)) sources[place].push_back(actor);
  }
  for (auto& [place, actors] : sources) {
    std::sort(actors.begin(), actors.end(), [&](ActorId a, ActorId b) { return ground.comes_first(a, b); });
  }
  return sources;
}

}  // namespace

ReachSearch::ReachSearch(const RuleGround& ground, const RuleNeed& need, const NeedStage& stage, PartnerFilter& filter,
                         std::span<const ActorId> subjects) {
  std::map<std::uint32_t, std::vector<ActorId>> subjects_of;
  for (const ActorId subject : subjects) subjects_of[ground.place_of(filter.same(), subject)].push_back(subject);
  Spread now(ground, stage, false), both(ground, stage, true);
  for (const auto& [place, sources] : sources_by_place(ground, stage, filter)) {
    const auto here = subjects_of.find(place);
    if (here == subjects_of.end()) continue;
    now.spread_from(sources, need.steps);
    both.spread_from(sources, need.steps);
    for (const ActorId subject : here->second) {
      WaysFound found{now.way_of(subject), both.way_of(subject)};
      if (found.now || found.then) ways_.emplace(subject, std::move(found));
    }
  }
}

WaysFound ReachSearch::ways_of(ActorId subject) const {
  const auto found = ways_.find(subject);
  return found == ways_.end() ? WaysFound() : found->second;
}

}  // namespace samverka
