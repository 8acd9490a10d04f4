#pragma once
#include <cstddef>
#include <unordered_set>
#include <vector>

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

// Every reference of the network's rows: parties of an actor that is to be nothing go, lists lose it, and what was
// there already is not put in twice. Rows that speak of neither are not touched; contacts are raw text and not looked
// at (see edit.h). Returns how many places spoke of the row that is gone. Linear in the network.
std::size_t change_references(Network& network, const RowMove<ActorTag>& move);
std::size_t change_references(Network& network, const RowMove<AgreementTag>& move);
std::size_t change_references(Network& network, const RowMove<SourceTag>& move);

// The same of many rows at once: each reference to a row leads to `now` of it, or nowhere where that is unset. Linear.
std::size_t renumber_references(Network& network, const std::vector<ActorId>& now);
std::size_t renumber_references(Network& network, const std::vector<AgreementId>& now);
// References that lead nowhere and have one of the keys are none any more. Linear.
std::size_t forget_references(Network& network, const std::unordered_set<Key>& keys);

// References that led nowhere and have that key lead to the row from now on. Linear in the network.
void find_references(Network& network, const Key& key, ActorId row);
void find_references(Network& network, const Key& key, AgreementId row);
void find_references(Network& network, const Key& key, SourceId row);

}  // namespace samverka
