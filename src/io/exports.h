#pragma once
// A network for programs that are about graphs. Money, duties, surveys and members that nobody knows are in the JSON
// alone; CSV is io/sheet_export.h, XLSX io/write_xlsx.h. All are linear in what they write, and hold what they are
// given: see io/shareable.h.
#include <cstdint>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "model/network.h"

namespace samverka {

struct WrittenData {
  std::string bytes;
  std::vector<std::string> replaced;  // names of rows that held what XML cannot: it became U+FFFD
  std::size_t nodes = 0, edges = 0;   // edges of two ends or of many
  std::size_t long_cells = 0;         // cut off, where a format has a longest text
};

// GraphML 1.0 (http://graphml.graphdrawing.org): actors are nodes, each agreement a <hyperedge> with an <endpoint> a
// party. What a party is stands in its endpoint's <desc>, in the words of a filter ("role=host state=adopted"), since
// an endpoint may have no <data>. A party whose actor is not in the file is named in the hyperedge's `missing`. `about`
// is the graph's description; `day` decides what is active.
WrittenData graphml_text(const Network& network, Date day, const std::string& about);

// The same with edges between pairs of actors (io/actor_pairs.h), for tools that have no hyperedges. Agreements of more
// than most_paired actors are nodes with kind "agreement".
WrittenData graphml_pairs_text(const Network& network, Date day, const std::string& about);

// How a node of the picture looks.
struct GexfLook {
  Vec2 position;  // y downwards, as everywhere here
  std::uint8_t red = 0, green = 0, blue = 0;
};

// GEXF 1.2draft (https://gexf.net): actors and agreements are nodes, each party an edge between them, so that a party's
// own time, role and state have an edge of their own, and an agreement of 311 is 311 edges. Nodes and edges have
// spells: from the earliest day that their `from` may mean to the latest of their `to`; an end that is open or not
// known leaves it open, as does a beginning that is not known. A party's is within its agreement's. `looks` are of the
// actors, then the agreements, in the network's order; empty: no positions or colours.
WrittenData gexf_text(const Network& network, Date day, const std::string& about, const std::vector<GexfLook>& looks);

}  // namespace samverka
