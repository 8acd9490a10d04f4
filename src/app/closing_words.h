#pragma once
#include <string>

#include "analysis/closing_set.h"
#include "i18n/texts.h"
#include "model/scenario.h"
#include "model/taxonomy.h"

namespace samverka {

// "Anslut till Länsöverenskommelsen: Granby, Sjöby", "Ny överenskommelse om A4.2 … med Region X: Granby".
std::string closing_step_in_words(const Network& network, const Taxonomy& taxonomy, const ClosingStep& step,
                                  const Texts& texts);
// How many gaps, by how many agreements and signatures; what is not closed, and what nobody knows.
std::string closing_summary(const ClosingSet& found, const Texts& texts);

// Whom they help not; and how near the smallest set they are. Each empty where there is nothing to say.
std::string closing_left(const Network& network, const ClosingSet& found, const Texts& texts);
std::string closing_bound(const ClosingSet& found, const Texts& texts);

// For a terminal: the summary, every step, whom nothing helps, and how near the smallest it is.
std::string closing_text(const Network& network, const Taxonomy& taxonomy, const ClosingSet& found, const Texts& texts);

// The set as steps of a scenario: who joins adopts, what is new is added under a key that `network` does not have.
std::vector<ScenarioStep> closing_as_steps(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                                           const ClosingSet& found, const Texts& texts);

}  // namespace samverka
