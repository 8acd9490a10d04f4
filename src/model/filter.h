#pragma once
#include <span>
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

// What kind of row a key asks about. An agreement is never refused for its actors, nor an actor for its agreements:
// graph::restrict does that.
enum class FilterSubject { actor, agreement, party };
struct FilterKey {
  std::string_view name;
  FilterSubject subject = FilterSubject::actor;
};
// Actors: group type subtype county municipality ownership municipality_group id. Agreements: form area service_area
// target_group perspective status method confidence sourced. Parties: role state service.
std::span<const FilterKey> filter_keys();

// The value of whatever the file does not say: `county=unrecorded` finds actors without a county. Of perspectives, a
// file can also say that there are none (`perspective=none`), which is something else.
constexpr std::string_view unrecorded = "unrecorded";

// How sure a record is, in words: high from 0.8, medium from 0.5, low below, and `unrecorded`.
constexpr double high_confidence = 0.8;
constexpr double medium_confidence = 0.5;

// The values v for which `key=v` accepts the row, added to `values`: none for a key of another subject. An area comes
// with its parent, and an agreement without areas has A0. The views are good for as long as the row and the taxonomy.
void add_filter_values(const Actor& actor, std::string_view key, const Taxonomy& taxonomy,
                       std::vector<std::string_view>& values);
void add_filter_values(const Agreement& agreement, std::string_view key, const Taxonomy& taxonomy,
                       std::vector<std::string_view>& values);
void add_filter_values(const Party& party, std::string_view key, std::vector<std::string_view>& values);

// What a value of the key can be, in the taxonomy's order; empty where anything goes.
std::vector<std::string> known_filter_values(std::string_view key, const Taxonomy& taxonomy);

// E_FILTER (exit 2) names an unknown key and lists the known ones.
Result<Filter> parse_filter(std::string_view words);
std::string to_words(const Filter& filter);

// A value that nothing can have, since it is no code of the taxonomy's list for its key, or no county (NN) or
// municipality (NNNN) code: E_FILTER (exit 2) names it and the codes most like it. A list that the taxonomy does not
// have lets anything through.
Result<Done> check_filter(const Filter& filter, const Taxonomy& taxonomy);

// Outside the agreement (A0) is left out until asked for: `area!=A0`.
Filter default_filter();

}  // namespace samverka
