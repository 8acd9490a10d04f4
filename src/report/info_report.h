#pragma once
#include <string>

#include "analysis/census.h"
#include "i18n/texts.h"
#include "io/read_edge_list.h"
#include "model/network.h"

namespace samverka {

// The census for people (aligned plain text in the language of `texts`) and for programs (CLI contract). `filter` is
// what was counted, in words; empty: everything.
std::string info_text(const Census& census, const Network& network, const Taxonomy& taxonomy, const Texts& texts,
                      const std::string& filter = {});
std::string info_json(const Census& census);

// The same for a plain graph from an edge list: nodes count as actors and edges as ties; there is no date, and nothing
// is an agreement.
std::string info_text(const EdgeList& graph, const std::string& name, const Texts& texts);
std::string info_json(const EdgeList& graph, const std::string& name);

}  // namespace samverka
