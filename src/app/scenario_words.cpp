#include "app/scenario_words.h"

#include <algorithm>

namespace samverka {
namespace {

std::string name_of_agreement(const Network& network, const NetworkIndex& index, const Key& key) {
  const AgreementId id = index.agreement(key);
  return id.is_set() ? network.agreement(id).title : key;
}

std::string name_of_actor(const Network& network, const NetworkIndex& index, const Key& key) {
  const ActorId id = index.actor(key);
  return id.is_set() ? network.actor(id).shown_name() : key;
}

ScenarioStep step_of(StepKind kind) {
  ScenarioStep step;
  step.kind = word(kind);
  return step;
}

bool is_taken(const Session& session, const Key& key) {
  if (session.index().agreement(key).is_set() || session.index().actor(key).is_set()) return true;
  for (const Scenario& scenario : session.document().scenarios) {
    for (const ScenarioStep& step : scenario.steps) {
      if (step.proposed && step.proposed->key == key) return true;
    }
  }
  return false;
}

std::vector<ScenarioStep> steps_for_agreement(const Agreement& agreement, Date day) {
  std::vector<ScenarioStep> steps;
  const auto offer = [&](StepKind kind) {
    ScenarioStep step = step_of(kind);
    step.agreement = agreement.key;
    steps.push_back(std::move(step));
  };
  const bool is_over =
      agreement.status == AgreementStatus::ended || (agreement.valid && agreement.valid->ended_before(day));
  if (!is_over) offer(StepKind::end);
  if (!is_over && agreement.valid && agreement.valid->end == Validity::End::date) offer(StepKind::expire);
  if (!agreement.is_active_on(day)) offer(StepKind::start);
  return steps;
}

}  // namespace

Message step_message(const ScenarioStep& step, const Network& network, const NetworkIndex& index) {
  const auto kind = step_kind(step.kind);
  if (!kind) return {"scenario.step.unknown", {{"kind", step.kind}}};
  const std::string agreement = name_of_agreement(network, index, step.agreement);
  const std::string actor = name_of_actor(network, index, step.actor);
  switch (*kind) {
    case StepKind::end:
      return {"scenario.step.end", {{"agreement", agreement}}};
    case StepKind::expire:
      return {"scenario.step.expire", {{"agreement", agreement}}};
    case StepKind::close:
      return {"scenario.step.close", {{"actor", actor}}};
    case StepKind::merge:
      return {"scenario.step.merge", {{"actor", actor}, {"into", name_of_actor(network, index, step.into)}}};
    case StepKind::adopt:
      return {"scenario.step.adopt", {{"actor", actor}, {"agreement", agreement}}};
    case StepKind::start:
      return {"scenario.step.start", {{"agreement", agreement}}};
    case StepKind::add:
      return {"scenario.step.add", {{"agreement", step.proposed ? step.proposed->title : ""}}};
  }
  return {};
}

std::vector<ScenarioStep> steps_for(const Session& session, PickId pick) {
  const Network& network = session.network();
  if (pick.kind == PickId::Kind::agreement && pick.index < network.agreements.size()) {
    return steps_for_agreement(network.agreements[pick.index], session.view.date);
  }
  if (pick.kind != PickId::Kind::actor || pick.index >= network.actors.size()) return {};
  const Actor& actor = network.actors[pick.index];
  const bool is_gone = actor.valid && actor.valid->ended_before(session.view.date);
  if (is_gone) return {};
  ScenarioStep step = step_of(StepKind::close);
  step.actor = actor.key;
  return {step};
}

std::string_view offer_key(StepKind kind) {
  switch (kind) {
    case StepKind::end:
      return "scenario.offer.end";
    case StepKind::expire:
      return "scenario.offer.expire";
    case StepKind::close:
      return "scenario.offer.close";
    case StepKind::merge:
      return "scenario.offer.merge";
    case StepKind::adopt:
      return "scenario.offer.adopt";
    case StepKind::start:
      return "scenario.offer.start";
    case StepKind::add:
      break;
  }
  return "scenario.offer.add";
}

Key free_agreement_key(const Session& session) {
  for (int n = 1;; ++n) {
    const Key key = "a-tankt-" + std::to_string(n);
    if (!is_taken(session, key)) return key;
  }
}

}  // namespace samverka
