#include "analysis/what_if.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "analysis/ties.h"
#include "graph/standing.h"

namespace samverka {
namespace {

// One of the two networks, with what is asked of it.
struct Side {
  const Network& network;
  NetworkIndex index;
  SubNetwork part;
  Ties ties;

  Side(const Network& of, const Taxonomy& taxonomy, const WhatIfQuestion& question)
      : network(of),
        index(of),
        part(restrict(of, taxonomy, question.filter, question.day)),
        ties(ties_of(of, taxonomy, part)) {}
};

bool is_tied(const Side& side, ActorId actor) { return !side.ties.of_actor[actor.value].empty(); }

OnlyLinks links_of(const Side& side, const Taxonomy& taxonomy) {
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t i = 0; i < side.ties.agreements.size(); ++i) {
    const TiedAgreement& agreement = side.ties.agreements[i];
    if (!agreement.is_umbrella && !agreement.is_grant) chosen.push_back(i);
  }
  std::vector<ActorId> actors = side.part.actors;
  std::erase_if(actors, [&](ActorId actor) { return is_national(side.network.actor(actor), taxonomy); });
  return only_links(tie_graph_of(side.ties, chosen, actors));
}

AreaReach reach_in(const Side& side, const Taxonomy& taxonomy, const AreaCode& area) {
  AreaReach reach;
  reach.area = area;
  std::set<ActorId> reached;
  for (const TiedAgreement& agreement : side.ties.agreements) {
    if (!is_about(side.network.agreement(agreement.id), taxonomy, area)) continue;
    ++reach.agreements;
    for (const ActorId actor : agreement.actors) {
      if (side.network.actor(actor).type == "municipality") reached.insert(actor);
    }
  }
  reach.reached.assign(reached.begin(), reached.end());
  return reach;
}

WhatIfFigures figures_of(const Side& side, const OnlyLinks& links, const Taxonomy& taxonomy, GapAnalysis norms) {
  WhatIfFigures figures;
  for (const TiedAgreement& agreement : side.ties.agreements) figures.ties += agreement.actors.size();
  figures.agreements = side.ties.agreements.size();
  for (const auto& of_actor : side.ties.of_actor) figures.tied_actors += of_actor.empty() ? 0 : 1;
  figures.groups = links.components - links.loners;
  figures.only_links = links.points.size();
  for (const Area& area : taxonomy.areas.rows()) {
    if (area.parent.empty() && !area.is_outside) figures.areas.push_back(reach_in(side, taxonomy, area.code));
  }
  figures.norms = std::move(norms);
  return figures;
}

// Rows have the same ids on both sides; who is a subject on one side only (of another size now) has not changed.
void add_changes(const RuleFindings& before, const RuleFindings& after, std::vector<OutcomeChange>& changed) {
  std::unordered_map<ActorId, Outcome> then;
  for (const SubjectFinding& finding : after.subjects) then.emplace(finding.subject, finding.outcome);
  for (const SubjectFinding& now : before.subjects) {
    const auto found = then.find(now.subject);
    if (found == then.end() || found->second == now.outcome) continue;
    changed.push_back({before.rule, now.subject, now.outcome, found->second});
  }
}

std::vector<ActorId> only_in(const std::vector<ActorId>& some, const std::vector<ActorId>& others) {
  std::vector<ActorId> only;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(), std::back_inserter(only));
  return only;
}

bool is_same_place(const CutOff& a, const CutOff& b) { return a.actor == b.actor && a.agreement == b.agreement; }

}  // namespace

WhatIf what_if(const Network& before, const AppliedScenario& after, const Taxonomy& taxonomy, const RuleSet& rules,
               const WhatIfQuestion& question) {
  const Side now(before, taxonomy, question);
  const Side then(after.network, taxonomy, question);
  const auto is_closed = [&](ActorId actor) {
    return std::binary_search(after.closed.begin(), after.closed.end(), actor);
  };
  const auto stays = [&](const Actor& actor) { return !is_closed(then.index.actor(actor.key)); };
  const auto norms_of = [&](const Side& side) {
    const GapAnalysis all = find_gaps(side.network, side.index, taxonomy, rules, question.day);
    return after.closed.empty() ? all : only_subjects(all, side.network, rules, stays);
  };
  const OnlyLinks links_now = links_of(now, taxonomy);
  const OnlyLinks links_then = links_of(then, taxonomy);
  WhatIf found;
  found.before = figures_of(now, links_now, taxonomy, norms_of(now));
  found.after = figures_of(then, links_then, taxonomy, norms_of(then));
  for (std::size_t r = 0; r < found.before.norms.rules.size(); ++r) {
    add_changes(found.before.norms.rules[r], found.after.norms.rules[r], found.changed);
  }
  for (std::size_t a = 0; a < found.before.areas.size(); ++a) {
    const AreaReach& had = found.before.areas[a];
    const AreaReach& has = found.after.areas[a];
    AreaChange change{had.area, only_in(had.reached, has.reached), only_in(has.reached, had.reached)};
    std::erase_if(change.lost, is_closed);
    if (!change.lost.empty() || !change.gained.empty()) found.areas.push_back(std::move(change));
  }
  for (std::size_t i = 0; i < before.actors.size(); ++i) {
    const ActorId actor(i);
    if (is_tied(now, actor) && !is_tied(then, actor) && !is_closed(actor)) found.left_alone.push_back(actor);
    if (!is_tied(now, actor) && is_tied(then, actor)) found.joined.push_back(actor);
  }
  for (const CutOff& link : links_then.points) {
    const auto is_it = [&](const CutOff& other) { return is_same_place(link, other); };
    if (std::none_of(links_now.points.begin(), links_now.points.end(), is_it)) found.new_links.push_back(link);
  }
  return found;
}

}  // namespace samverka
