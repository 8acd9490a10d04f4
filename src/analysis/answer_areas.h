#pragma once
// About which areas somebody has answered, when norms are what was asked about.
#include <optional>
#include <vector>

#include "analysis/gaps.h"

namespace samverka {

// What a survey is about: one area, or everything (none).
using SurveyArea = std::optional<AreaCode>;

class AnswerAreas {
 public:
  AnswerAreas(const RuleSet& rules, const Taxonomy& taxonomy);

  std::size_t size() const { return areas_.size(); }
  const SurveyArea& area(std::size_t place) const { return areas_[place]; }
  const std::vector<std::size_t>& areas_of(std::size_t rule) const { return of_rule_[rule]; }
  // The norms of which a survey about the area says something.
  const std::vector<std::size_t>& rules_of(std::size_t place) const { return rules_[place]; }

 private:
  std::vector<SurveyArea> areas_;
  std::vector<std::vector<std::size_t>> of_rule_, rules_;
};

// Whether a survey has asked, or was answered by, the actor about that area.
bool was_asked(const Network& network, const Taxonomy& taxonomy, const SurveyArea& area, ActorId actor);
bool had_answered(const Network& network, const Taxonomy& taxonomy, const SurveyArea& area, ActorId actor);

}  // namespace samverka
