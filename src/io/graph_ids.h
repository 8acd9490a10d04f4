#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/network.h"

namespace samverka {

// What the rows of a network are called in XML, where an id is one word and nobody else's: actors, then agreements. A
// row's own id, or "_7" (no id of a sound network begins so) where it is none or has been used.
std::vector<std::string> graph_ids(const Network& network);

// "iop A9" for a list of codes.
std::string joined_words(const std::vector<std::string>& words);
// Empty where they are not recorded, "none" where it is recorded that there are none.
std::string perspectives_words(const Agreement& agreement);
std::string end_words(Validity::End end, PartialDate to);  // "open" for until further notice; empty where not known

}  // namespace samverka
