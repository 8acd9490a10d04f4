#include "app/closing_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/told.h"

namespace samverka {
namespace {

constexpr std::size_t shown_names = 8;

std::string figure(const Texts& texts, std::size_t n) { return texts.number(static_cast<long long>(n)); }

std::string names(const Network& network, const std::vector<ActorId>& actors, const Texts& texts) {
  return told_names(network, municipalities_first(network, actors), shown_names, texts);
}

std::string title_of(const Network& network, AgreementId id) {
  const Agreement& agreement = network.agreement(id);
  return displayable(agreement.title.empty() ? agreement.key : agreement.title);
}

// "A4.2 Hälso- och sjukvård · länsöverenskommelse · barn och unga"
std::string subject_of(const Taxonomy& taxonomy, const ClosingStep& step, const Texts& texts) {
  std::string words = step.area.empty() ? "" : told_area(taxonomy, step.area, texts.language());
  const auto add = [&words](const std::string& more) { words += (words.empty() ? "" : " · ") + displayable(more); };
  if (!step.form.empty()) add(taxonomy.forms.label(step.form, texts.language()));
  for (const std::string& group : step.target_groups) add(taxonomy.target_groups.label(group, texts.language()));
  return words.empty() ? texts.tr("answers.all_areas") : words;
}

// In force, adopted by all: what it would be when it is done.
Agreement proposed_agreement(const Network& network, const Taxonomy& taxonomy, const ClosingStep& step,
                             const Texts& texts) {
  Agreement agreement;
  agreement.title = subject_of(taxonomy, step, texts);
  agreement.form = step.form.empty() ? "other" : step.form;
  if (!step.area.empty()) agreement.areas = {step.area};
  agreement.target_groups = step.target_groups;
  agreement.status = AgreementStatus::active;
  for (const std::vector<ActorId>* actors : {&step.partners, &step.signers}) {
    for (const ActorId actor : *actors) {
      Party party;
      party.actor.unresolved = network.actor(actor).key;
      party.role = "principal";
      party.state = PartyState::adopted;
      agreement.parties.push_back(std::move(party));
    }
  }
  return agreement;
}

}  // namespace

std::string closing_step_in_words(const Network& network, const Taxonomy& taxonomy, const ClosingStep& step,
                                  const Texts& texts) {
  if (!step.is_new()) {
    return texts.tr("closing.join",
                    {{"agreement", title_of(network, step.joins)}, {"who", names(network, step.signers, texts)}});
  }
  return texts.tr(step.signers.empty() ? "closing.new_between" : "closing.new",
                  {{"about", subject_of(taxonomy, step, texts)},
                   {"partner", names(network, step.partners, texts)},
                   {"who", names(network, step.signers, texts)}});
}

std::string closing_summary(const ClosingSet& found, const Texts& texts) {
  std::size_t made = 0, signatures = 0;
  for (const ClosingStep& step : found.steps) {
    made += step.is_new() ? 1U : 0U;
    signatures += step.signatures();
  }
  std::string words;
  if (found.goals.empty()) {
    words = texts.tr("closing.nothing");
  } else {
    words = texts.tr("closing.summary", {{"closed", figure(texts, found.closed.size())},
                                         {"goals", figure(texts, found.goals.size())},
                                         {"made", figure(texts, made)},
                                         {"joined", figure(texts, found.steps.size() - made)},
                                         {"signatures", figure(texts, signatures)}});
  }
  if (found.unknown_left > 0) {
    words += " " + texts.plural("closing.unknown", static_cast<long long>(found.unknown_left));
  }
  return words;
}

std::string closing_left(const Network& network, const ClosingSet& found, const Texts& texts) {
  if (found.left.empty()) return {};
  std::vector<ActorId> left;
  for (const ClosingGoal& goal : found.left) {
    if (std::find(left.begin(), left.end(), goal.subject) == left.end()) left.push_back(goal.subject);
  }
  return texts.tr("closing.left", {{"who", names(network, left, texts)}});
}

std::string closing_bound(const ClosingSet& found, const Texts& texts) {
  if (found.steps.empty()) return {};
  if (found.steps.size() == 1 && found.left.empty()) return texts.tr("closing.fewest");
  return texts.tr("closing.bound", {{"times", texts.decimal(found.bound, 1)}});
}

std::string closing_text(const Network& network, const Taxonomy& taxonomy, const ClosingSet& found,
                         const Texts& texts) {
  std::string out = closing_summary(found, texts) + "\n";
  for (std::size_t i = 0; i < found.steps.size(); ++i) {
    out += std::to_string(i + 1) + ". " + closing_step_in_words(network, taxonomy, found.steps[i], texts) + "\n";
  }
  if (!found.left.empty()) out += closing_left(network, found, texts) + "\n";
  if (!found.steps.empty()) out += closing_bound(found, texts) + "\n" + texts.tr("closing.proposal") + "\n";
  return out;
}

std::vector<ScenarioStep> closing_as_steps(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                                           const ClosingSet& found, const Texts& texts) {
  std::vector<ScenarioStep> steps;
  int number_of_new = 0;
  for (const ClosingStep& step : found.steps) {
    if (step.is_new()) {
      Agreement proposed = proposed_agreement(network, taxonomy, step, texts);
      do {
        proposed.key = "a-tankt-" + std::to_string(++number_of_new);
      } while (index.agreement(proposed.key).is_set() || index.actor(proposed.key).is_set());
      ScenarioStep add;
      add.kind = word(StepKind::add);
      add.proposed = std::move(proposed);
      steps.push_back(std::move(add));
      continue;
    }
    for (const ActorId signer : step.signers) {
      ScenarioStep adopt;
      adopt.kind = word(StepKind::adopt);
      adopt.agreement = network.agreement(step.joins).key;
      adopt.actor = network.actor(signer).key;
      steps.push_back(std::move(adopt));
    }
  }
  return steps;
}

}  // namespace samverka
