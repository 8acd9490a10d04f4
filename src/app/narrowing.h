#pragma once
#include <string>
#include <vector>

#include "app/view_state.h"
#include "graph/narrow.h"
#include "i18n/texts.h"
#include "model/network_index.h"

namespace samverka {

// What is put away by hand and looked at, as rows of this network; keys that it does not have are passed over.
Narrowing narrowing_of(const NetworkIndex& index, const std::vector<Key>& hidden, const Focus& focus);

// "Granby kommun" for the name of a key, "" for a key that the network does not have.
std::string name_of(const Network& network, const NetworkIndex& index, const Key& key);

// "Grannskap 2 steg runt Granby kommun", "Grannskap 1 steg runt 3 valda"; empty without a focus.
std::string focus_in_words(const Network& network, const NetworkIndex& index, const Texts& texts, const Focus& focus);

// The same with what is hidden: " · Grannskap … · 3 dolda för hand", for the filter line of a picture. Empty when
// nothing is narrowed.
std::string narrowing_in_words(const Network& network, const NetworkIndex& index, const Texts& texts,
                               const std::vector<Key>& hidden, const Focus& focus);

}  // namespace samverka
