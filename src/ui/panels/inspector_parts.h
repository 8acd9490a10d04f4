#pragma once
// What the inspector's pages are made of.
#include <optional>
#include <string>
#include <vector>

#include "model/network.h"
#include "model/taxonomy.h"
#include "ui/panels/inspector_state.h"
#include "ui/widgets.h"

namespace samverka {

void draw_inspected_actor(UiContext& ui, ActorId id);
void draw_advice(UiContext& ui, ActorId id);  // whom it could ask, and who is like it
void draw_inspected_agreement(UiContext& ui, AgreementId id);
void draw_chains(UiContext& ui, ActorId municipality);  // a section that begins closed
void draw_inspected_several(UiContext& ui);
void draw_inspected_cluster(UiContext& ui, PickId pick);

InspectorState& inspector_state(UiContext& ui);
std::string language_of(const UiContext& ui);
std::string number(const UiContext& ui, std::size_t n);
void select_actor(UiContext& ui, ActorId actor);
void select_agreement(UiContext& ui, AgreementId agreement);

void fact_if(UiContext& ui, std::string_view key, const std::string& value);        // from data: made safe, cut
void fact_in_words(UiContext& ui, std::string_view key, const std::string& value);  // words of our own, never cut
std::string joined(const std::vector<std::string>& words);                          // "a, b"

template <class T>
std::string labels(const UiContext& ui, const Terms<T>& terms, const std::vector<std::string>& codes) {
  std::vector<std::string> words;
  for (const std::string& code : codes) words.push_back(terms.label(code, language_of(ui)));
  return joined(words);
}

// A heading that opens and closes what is under it; true when it is open. The count stands at the right edge.
struct Section {
  std::string id, words, count;
  bool begins_open = true;
  const ActorGroup* group = nullptr;  // its symbol before the words
};
bool section(UiContext& ui, const Section& section);

// How many rows of a long list are shown: a few until a person asks for all; then say so with rest_of after the list.
std::size_t rows_shown(UiContext& ui, const std::string& id, std::size_t count);
void rest_of(UiContext& ui, const std::string& id, std::size_t count);

// An address leads nowhere by itself, since the program never touches the network: a click copies it.
void draw_address(UiContext& ui, const Source& source);
void draw_edit_button(UiContext& ui);  // of what is selected
void draw_provenance(UiContext& ui, const std::optional<Provenance>& provenance);
std::string agreement_line(const UiContext& ui, const OwnAgreement& own);
// One of an actor's agreements as a row that leads to it.
void draw_agreement_row(UiContext& ui, const std::string& id, const OwnAgreement& own);

}  // namespace samverka
