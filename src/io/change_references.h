#pragma once
#include <cstddef>

#include "model/network.h"

namespace samverka {

// Of one table: the row `gone` is to be nothing, or `instead`; the row `moved` comes to stand where `gone` stood.
template <class Tag>
struct RowMove {
  Id<Tag> gone, instead, moved;

  Id<Tag> of(Id<Tag> id) const {
    if (id.is_set() && id == gone) return instead.is_set() ? of(instead) : instead;
    return id.is_set() && id == moved ? gone : id;
  }
};

// Everything in the network that speaks of the row: parties of an actor that is to be nothing go, lists lose it, and
// what was there already is not put in twice. Rows that do not speak of it are not touched. Returns how many places
// spoke of the row that is gone. Linear in the network.
std::size_t change_references(Network& network, const RowMove<ActorTag>& move);
std::size_t change_references(Network& network, const RowMove<AgreementTag>& move);
std::size_t change_references(Network& network, const RowMove<SourceTag>& move);

}  // namespace samverka
