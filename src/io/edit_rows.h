#pragma once
// What the edits are made of: rows by id, as the texts they stand as in a file, and back.
#include <optional>
#include <string>
#include <vector>

#include "io/edit.h"
#include "io/row_text.h"

namespace samverka {

// Where a row stands: its table and place.
struct RowAt {
  RowKind kind = RowKind::actor;
  std::size_t row = 0;
};

// Calls with the table that rows of the kind stand in. Only where has_table() says that there is one.
template <class AnyNetwork, class Visit>
auto with_table(AnyNetwork& network, RowKind kind, Visit&& visit) {
  switch (kind) {
    case RowKind::agreement:
      return visit(network.agreements);
    case RowKind::source:
      return visit(network.sources);
    case RowKind::survey:
      return visit(network.coverage->surveys);
    case RowKind::complete_register:
      return visit(network.coverage->registers);
    case RowKind::actor:
      break;
  }
  return visit(network.actors);
}

bool has_table(const Network& network, RowKind kind);
std::optional<RowAt> find_row(const Network& network, const Key& key);
std::string text_of(const Network& network, RowAt at);
const Key& key_of(const Network& network, RowAt at);

// The row in the text takes the place, which may be the one after the last; what led to its id and found nothing finds
// it from now on. Nothing happens where the report says that the text is of no use.
ReadReport put_text(Network& network, RowAt at, const std::string& text, const std::string& name);

// The last row takes the place of the one that goes, so that no third one has a new place. Returns how many places
// spoke of it.
std::size_t take_out(Network& network, RowAt at);
// The same of an actor, whom `instead` stands for from now on wherever somebody spoke of it.
std::size_t take_out_for(Network& network, ActorId gone, ActorId instead);

// In the raw text of `contacts`, which the model keeps as it is: those of the key go, or are another's. Returns how
// many.
std::size_t remove_contacts(Network& network, const Key& key);
std::size_t rename_contacts(Network& network, const Key& key, const Key& to);

}  // namespace samverka
