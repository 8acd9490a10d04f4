#include "analysis/response.h"

#include <set>

namespace samverka {
namespace {

void add_each(const std::vector<ActorRef>& refs, std::set<ActorId>& into) {
  for (const ActorRef& ref : refs) {
    if (ref.id.is_set()) into.insert(ref.id);
  }
}

}  // namespace

Response response_of(const Network& network) {
  if (!network.coverage) return {};
  std::set<ActorId> asked, answered;
  for (const Survey& survey : network.coverage->surveys) {
    add_each(survey.asked, asked);
    add_each(survey.answered, asked);
    add_each(survey.answered, answered);
  }
  return {asked.size(), answered.size()};
}

std::map<std::string, Response> response_by_county(const Network& network, const GapAnalysis& analysis) {
  std::map<std::string, Response> found;
  std::set<ActorId> asked, answered;
  for (const RuleFindings& findings : analysis.rules) {
    for (const SubjectFinding& subject : findings.subjects) {
      if (subject.outcome == Outcome::exempt) continue;
      Response& county = found[network.actor(subject.subject).county];
      if (subject.is_asked && asked.insert(subject.subject).second) ++county.asked;
      if (subject.has_answered && answered.insert(subject.subject).second) ++county.answered;
    }
  }
  return found;
}

}  // namespace samverka
