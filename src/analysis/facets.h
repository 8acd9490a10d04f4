#pragma once
// What a further word of the filter would show: the figures beside every row of the filter panel.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/filter.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// What is shown if `key=value` stands in the filter instead of whatever its clauses say of that key now, all else and
// the day being the same: its alternatives too, whatever they say of the key.
struct FacetCount {
  std::string value;
  std::size_t agreements = 0;
  std::size_t actors = 0;  // for keys of actors only
};

struct Facet {
  std::string key;
  FilterSubject subject = FilterSubject::actor;
  std::vector<FacetCount> values;  // that some row of the network has: the taxonomy's order, then by name

  const FacetCount* find(std::string_view value) const;
  // Actors for what is said of actors, agreements for what is said of agreements and their parties.
  std::size_t count_of(const FacetCount& count) const {
    return subject == FilterSubject::actor ? count.actors : count.agreements;
  }
};

// One for each key of the filter that is a code, in the order of filter_keys().
struct Facets {
  std::vector<Facet> facets;
  const Facet* find(std::string_view key) const;
};

// The values of every row as small numbers, so that a change of filter or date counts without a word. Good for one
// network value; building it is linear.
struct FacetIndex {
  FacetIndex() = default;
  FacetIndex(const Network& network, const Taxonomy& taxonomy);

  struct Value {
    std::uint32_t key = 0;  // place in keys
    std::string word;
  };
  // Those of actors first, then of parties, then of agreements. A row of actors has one value a key, and so has a row
  // of parties; an agreement has a list.
  std::vector<FilterKey> keys;
  std::uint32_t actor_keys = 0, party_keys = 0;
  std::vector<Value> values;  // by key, in the order they are shown
  std::vector<std::uint32_t> of_actors, of_parties, of_agreements;
  std::vector<std::size_t> first_party, first_value;  // of each agreement, and one past the last
};

// Exactly what graph::restrict would leave for each value, for the price of about one restrict: a row that fails two
// keys counts for nothing, one that fails a single key counts for that key alone, and one that fails none counts for
// all. Linear in the parties.
Facets count_facets(const Network& network, const Taxonomy& taxonomy, const FacetIndex& index, const Filter& filter,
                    Date day);

}  // namespace samverka
