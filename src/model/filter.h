#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// What is shown: `area=A4.1 county=20 state!=unknown`. A space is AND, a comma OR, `!=` NOT. The same words stand on
// the command line, in the window and in the filter line of every picture.
struct FilterClause {
  std::string key;
  std::vector<std::string> values;
  bool negated = false;
  bool operator==(const FilterClause&) const = default;
};

struct Filter {
  std::vector<FilterClause> clauses;

  bool accepts(const Actor& actor, const Taxonomy& taxonomy) const;
  bool accepts(const Agreement& agreement, const Taxonomy& taxonomy) const;
  bool accepts(const Party& party) const;
  // Some clause, other than the default one, narrows agreements or parties: actors outside them are then hidden.
  bool speaks_of_agreements() const;
  const FilterClause* find(std::string_view key) const;
  bool operator==(const Filter&) const = default;
};

// Keys: actors: group type subtype county municipality ownership municipality_group id. Agreements: form area
// service_area target_group perspective status method. Parties: role state. An area matches its clauses; an agreement
// without areas has the area A0. An agreement is never refused for its actors, nor an actor for its agreements:
// graph::restrict does that. E_FILTER (exit 2) names an unknown key and lists the known ones.
Result<Filter> parse_filter(std::string_view words);
std::string to_words(const Filter& filter);

// A value that nothing can have, since it is no code of the taxonomy's list for its key, or no county (NN) or
// municipality (NNNN) code: E_FILTER (exit 2) names it and the codes most like it. A list that the taxonomy does not
// have lets anything through.
Result<Done> check_filter(const Filter& filter, const Taxonomy& taxonomy);

// Outside the agreement (A0) is left out until asked for: `area!=A0`.
Filter default_filter();

}  // namespace samverka
