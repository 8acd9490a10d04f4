#include "analysis/answer_areas.h"

#include <algorithm>

#include "analysis/observed.h"

namespace samverka {
namespace {

void collect_areas(const RuleNeed& need, std::vector<AreaCode>& areas) {
  if (need.parts.empty()) areas.push_back(need.agreement.area);
  for (const RuleNeed& part : need.parts) collect_areas(part, areas);
}

std::optional<std::vector<AreaCode>> as_list(const SurveyArea& area) {
  if (!area) return std::nullopt;
  return std::vector<AreaCode>{*area};
}

// A survey of everything is asked for as the area without a name.
AreaCode name_of(const SurveyArea& area) { return area.value_or(AreaCode{}); }

template <class List>
bool is_listed(const Network& network, const Taxonomy& taxonomy, const SurveyArea& area, ActorId actor, List&& list) {
  if (!network.coverage) return false;
  const std::vector<Survey>& surveys = network.coverage->surveys;
  return std::any_of(surveys.begin(), surveys.end(), [&](const Survey& survey) {
    if (!is_about(survey.areas, taxonomy, name_of(area))) return false;
    const std::vector<ActorRef>& actors = list(survey);
    return std::any_of(actors.begin(), actors.end(), [&](const ActorRef& ref) { return ref.id == actor; });
  });
}

}  // namespace

AnswerAreas::AnswerAreas(const RuleSet& rules, const Taxonomy& taxonomy) : of_rule_(rules.rules.size()) {
  std::vector<std::vector<AreaCode>> needed(rules.rules.size());
  for (std::size_t rule = 0; rule < needed.size(); ++rule) {
    collect_areas(rules.rules[rule].need, needed[rule]);
    for (const AreaCode& code : needed[rule]) {
      const SurveyArea area = code.empty() ? SurveyArea() : SurveyArea(code);
      auto found = std::find(areas_.begin(), areas_.end(), area);
      if (found == areas_.end()) found = areas_.insert(found, area);
      const auto place = static_cast<std::size_t>(found - areas_.begin());
      std::vector<std::size_t>& own = of_rule_[rule];
      if (std::find(own.begin(), own.end(), place) == own.end()) own.push_back(place);
    }
  }
  rules_.resize(areas_.size());
  for (std::size_t place = 0; place < areas_.size(); ++place) {
    const auto list = as_list(areas_[place]);
    for (std::size_t rule = 0; rule < needed.size(); ++rule) {
      const bool is_told = std::any_of(needed[rule].begin(), needed[rule].end(),
                                       [&](const AreaCode& code) { return is_about(list, taxonomy, code); });
      if (is_told) rules_[place].push_back(rule);
    }
  }
}

bool was_asked(const Network& network, const Taxonomy& taxonomy, const SurveyArea& area, ActorId actor) {
  return had_answered(network, taxonomy, area, actor) ||
         is_listed(
             network, taxonomy, area, actor, [](const Survey& survey) -> const auto& { return survey.asked; });
}

bool had_answered(const Network& network, const Taxonomy& taxonomy, const SurveyArea& area, ActorId actor) {
  return is_listed(
      network, taxonomy, area, actor, [](const Survey& survey) -> const auto& { return survey.answered; });
}

}  // namespace samverka
