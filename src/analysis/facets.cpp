#include "analysis/facets.h"

#include <algorithm>
#include <unordered_map>

#include "base/check.h"
#include "base/collate.h"
#include "graph/standing.h"
#include "model/filter_fields.h"

namespace samverka {
namespace {

using Number = std::uint32_t;

std::vector<FilterKey> keys_of(FilterSubject subject) {
  std::vector<FilterKey> keys;
  for (const FilterKey& key : filter_keys()) {
    if (key.subject == subject && key.kind == FilterKind::code) keys.push_back(key);
  }
  return keys;
}

// Numbers for the values of one key, in the order they are met.
class Numbering {
 public:
  Number of(std::string_view word) {
    if (word == last_word_) return last_;  // rows of a file come in runs
    const auto [at, is_new] = numbers_.try_emplace(std::string(word), static_cast<Number>(numbers_.size()));
    if (is_new) words_.push_back(at->first);
    last_word_ = word;
    return last_ = at->second;
  }
  const std::vector<std::string>& words() const { return words_; }

 private:
  std::unordered_map<std::string, Number> numbers_;
  std::vector<std::string> words_;
  std::string last_word_ = "\xFF";  // no word of a file is that
  Number last_ = 0;
};

// Places of words in the order they are shown: as the taxonomy has them, then by name, `unrecorded` last.
std::vector<Number> shown_order(const std::vector<std::string>& words, const std::vector<std::string>& known) {
  const auto rank = [&](const std::string& word) {
    const auto found = std::find(known.begin(), known.end(), word);
    if (word == unrecorded) return known.size() + 1;
    return static_cast<std::size_t>(found - known.begin());
  };
  std::vector<Number> order(words.size());
  for (Number i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](Number a, Number b) {
    const std::size_t rank_a = rank(words[a]);
    const std::size_t rank_b = rank(words[b]);
    return rank_a != rank_b ? rank_a < rank_b : swedish_less(words[a], words[b]);
  });
  return order;
}

// Reads every row once, with numbers in the order they are met, and then puts the values in the order they are shown.
class IndexMaker {
 public:
  IndexMaker(const Network& network, const Taxonomy& taxonomy, FacetIndex& index)
      : network_(network), taxonomy_(taxonomy), index_(index) {}

  void make() {
    for (const FilterSubject subject : {FilterSubject::actor, FilterSubject::party, FilterSubject::agreement}) {
      for (const FilterKey& key : keys_of(subject)) index_.keys.push_back(key);
    }
    const auto count = [&](FilterSubject subject) { return static_cast<Number>(keys_of(subject).size()); };
    index_.actor_keys = count(FilterSubject::actor);
    index_.party_keys = count(FilterSubject::party);
    numberings_.resize(index_.keys.size());
    read_actors();
    read_agreements();
    put_in_order();
  }

 private:
  struct Met {
    Number key = 0, number = 0;
  };

  // The values that `add` finds for one key, as numbers.
  template <class Add>
  void read(Number key, std::vector<Met>& met, Add add) {
    words_.clear();
    add(index_.keys[key].name, words_);
    for (const std::string_view word : words_) met.push_back({key, numberings_[key].of(word)});
  }

  void read_actors() {
    for (const Actor& actor : network_.actors) {
      for (Number key = 0; key < index_.actor_keys; ++key) {
        read(key, actors_, [&](auto name, auto& words) { add_filter_values(actor, name, taxonomy_, words); });
      }
    }
    SAM_CHECK(actors_.size() == network_.actors.size() * index_.actor_keys, "an actor has one value of each key");
  }

  void read_agreements() {
    const Number first_key = index_.actor_keys + index_.party_keys;
    std::size_t parties = 0;
    for (const Agreement& agreement : network_.agreements) {
      index_.first_party.push_back(parties);
      index_.first_value.push_back(agreements_.size());
      parties += agreement.parties.size();
      for (const Party& party : agreement.parties) {
        for (Number key = index_.actor_keys; key < first_key; ++key) {
          read(key, parties_, [&](auto name, auto& words) { add_filter_values(party, name, words); });
        }
      }
      for (Number key = first_key; key < index_.keys.size(); ++key) {
        read(key, agreements_, [&](auto name, auto& words) { add_filter_values(agreement, name, taxonomy_, words); });
      }
    }
    index_.first_party.push_back(parties);
    index_.first_value.push_back(agreements_.size());
    SAM_CHECK(parties_.size() == parties * index_.party_keys, "a party has one value of each key");
  }

  void put_in_order() {
    std::vector<std::vector<Number>> place(index_.keys.size());  // of each key's numbers, among all values
    for (Number key = 0; key < index_.keys.size(); ++key) {
      const std::vector<std::string>& words = numberings_[key].words();
      place[key].resize(words.size());
      for (const Number number : shown_order(words, known_filter_values(index_.keys[key].name, taxonomy_))) {
        place[key][number] = static_cast<Number>(index_.values.size());
        index_.values.push_back({key, words[number]});
      }
    }
    const auto placed = [&](const std::vector<Met>& met, std::vector<Number>& out) {
      out.reserve(met.size());
      for (const Met& one : met) out.push_back(place[one.key][one.number]);
    };
    placed(actors_, index_.of_actors);
    placed(parties_, index_.of_parties);
    placed(agreements_, index_.of_agreements);
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  FacetIndex& index_;
  std::vector<Numbering> numberings_;
  std::vector<Met> actors_, parties_, agreements_;
  std::vector<std::string_view> words_;
};

// Which keys of the filter a row fails, as far as it matters: none, one, or more than one, which is past all counting.
struct Failed {
  static constexpr Number none = ~Number{0};
  static constexpr Number several = none - 1;
  Number key = none;

  bool is_hopeless() const { return key == several; }
  bool spares(Number other) const { return key == none || key == other; }  // all else passes
  void add(Number failed) {
    if (key == none) {
      key = failed;
    } else if (key != failed) {
      key = several;
    }
  }
  Failed with(Failed other) const {
    Failed sum = *this;
    if (other.key != none) sum.add(other.key);
    return sum;
  }
};

// What one alternative of the filter says of every row. What stands in all alternatives can be replaced by the value
// that is counted; what is said in one alternative, or of a field that is not counted, cannot: who fails that is past
// all counting.
class Alternative {
 public:
  Alternative(const Network& network, const Taxonomy& taxonomy, const FacetIndex& index,
              const std::vector<FilterClause>& common, const std::vector<FilterClause>& own, Date day)
      : network_(network), taxonomy_(taxonomy), index_(index), last_(index.values.size(), nobody) {
    Filter flat{common, {}};
    flat.clauses.insert(flat.clauses.end(), own.begin(), own.end());
    days_ = looked_at(flat, day);
    shows_withdrawn_ = asks_for_state(flat, PartyState::withdrawn);
    shows_declined_ = asks_for_state(flat, PartyState::declined);
    needs_agreement_ = flat.speaks_of_agreements();
    state_key_ = place_of("state");
    rest_.clauses = own;
    for (const FilterClause& clause : common) take(clause);
    judge_values();
    judge_actors();
  }

  // Calls `count(value)` for each value that the agreement would be shown with.
  template <class Count>
  void count_agreement(std::size_t i, const Count& count) {
    const Agreement& agreement = network_.agreements[i];
    const DaySpan days = in_common(days_, standing_of(agreement));
    if (days.is_empty()) return;
    const Failed own = judge(agreement);
    if (own.is_hopeless()) return;
    for (std::size_t p = 0; p < agreement.parties.size(); ++p) count_party(i, p, days, own, count);
    if (own.key == Failed::none && agreement.founds.id.is_set()) note_founded(agreement.founds.id.value, i);
  }

  // The keys, as bits, for whose values the actor would be shown.
  Number keys_of_actor(std::size_t a) const {
    if (actor_failed_[a].is_hopeless()) return 0;
    Number keys = 0;
    for (Number key = 0; key < index_.actor_keys; ++key) {
      const bool is_founded = (founded_[a] >> key & 1U) != 0;
      if (needs_agreement_ && !takes_part_[a] && !is_founded) continue;
      if (actor_failed_[a].spares(key)) keys |= Number{1} << key;
    }
    return keys;
  }

 private:
  static constexpr Number nobody = ~Number{0};

  Number place_of(std::string_view name) const {
    const auto found =
        std::find_if(index_.keys.begin(), index_.keys.end(), [&](const FilterKey& key) { return key.name == name; });
    return static_cast<Number>(found - index_.keys.begin());
  }

  void take(const FilterClause& clause) {
    const Number key = place_of(clause.key);
    if (key >= index_.keys.size()) {
      rest_.clauses.push_back(clause);
    } else if (key >= index_.actor_keys + index_.party_keys) {
      agreement_filters_.push_back({key, {{clause}, {}}});
    } else {
      word_clauses_.push_back(clause);
    }
  }

  // Actors and parties have one value a key, so a clause accepts or refuses the value and not the row.
  void judge_values() {
    is_refused_.assign(index_.values.size(), false);
    for (std::size_t v = 0; v < index_.values.size(); ++v) {
      for (const FilterClause& clause : word_clauses_) {
        if (clause.key != index_.keys[index_.values[v].key].name) continue;
        if (!word_passes(clause, index_.values[v].word)) is_refused_[v] = true;
      }
    }
  }

  void judge_actors() {
    actor_failed_.resize(network_.actors.size());
    exists_.resize(actor_failed_.size());
    for (std::size_t a = 0; a < actor_failed_.size(); ++a) {
      const Actor& actor = network_.actors[a];
      exists_[a] = in_common(days_, existence_of(actor));
      if (exists_[a].is_empty() || !rest_.accepts(actor, taxonomy_, &network_)) {
        actor_failed_[a].key = Failed::several;
        continue;
      }
      for (Number key = 0; key < index_.actor_keys; ++key) {
        if (is_refused_[index_.of_actors[a * index_.actor_keys + key]]) actor_failed_[a].add(key);
      }
    }
    takes_part_.assign(actor_failed_.size(), false);
    founded_.assign(actor_failed_.size(), 0);
  }

  Failed judge(const Agreement& agreement) const {
    Failed failed;
    if (!rest_.accepts(agreement, taxonomy_, &network_)) failed.key = Failed::several;
    for (const auto& [key, filter] : agreement_filters_) {
      if (!failed.is_hopeless() && !filter.accepts(agreement, taxonomy_, &network_)) failed.add(key);
    }
    return failed;
  }

  Failed judge(const Party& party, const Number* values) const {
    Failed failed;
    for (Number key = 0; key < index_.party_keys; ++key) {
      if (is_refused_[values[key]]) failed.add(index_.actor_keys + key);
    }
    const PartyState state = party.state_or_unknown();
    const bool is_shown = state == PartyState::withdrawn ? shows_withdrawn_ : shows_declined_;
    if (is_gone(state) && !is_shown) failed.add(state_key_);
    if (!rest_.accepts(party, &network_)) failed.key = Failed::several;
    return failed;
  }

  template <class Count>
  void count_party(std::size_t number, std::size_t p, DaySpan days, Failed own, const Count& count) {
    const Agreement& agreement = network_.agreements[number];
    const Party& party = agreement.parties[p];
    const ActorId actor = party.actor.id;
    if (!actor.is_set()) return;
    const Failed of_actor = own.with(actor_failed_[actor.value]);
    if (of_actor.is_hopeless()) return;
    days = in_common(days, exists_[actor.value]);
    if (!is_gone(party.state_or_unknown())) days = in_common(days, partaking_of(agreement, party));
    if (days.is_empty()) return;
    const Number* party_values = &index_.of_parties[(index_.first_party[number] + p) * index_.party_keys];
    const Failed of_party = judge(party, party_values);
    if (of_party.is_hopeless()) return;
    if (own.key == Failed::none && of_party.key == Failed::none) takes_part_[actor.value] = true;
    const Failed failed = of_actor.with(of_party);
    if (failed.is_hopeless()) return;
    const ActorId founded = agreement.founds.id;
    const bool has_founded = founded.is_set() && !in_common(days, exists_[founded.value]).is_empty();
    const Number* actor_values = &index_.of_actors[actor.value * index_.actor_keys];
    for (Number key = 0; key < index_.actor_keys; ++key) {
      if (!failed.spares(key)) continue;
      count(actor_values[key]);
      if (has_founded) last_[actor_values[key]] = static_cast<Number>(number);
    }
    for (Number key = 0; key < index_.party_keys; ++key) {
      if (failed.spares(index_.actor_keys + key)) count(party_values[key]);
    }
    for (std::size_t v = index_.first_value[number]; v < index_.first_value[number + 1]; ++v) {
      const Number value = index_.of_agreements[v];
      if (failed.spares(index_.values[value].key)) count(value);
    }
  }

  // The body that an agreement founds is shown where the agreement is: under a value that some party of it shares.
  void note_founded(std::size_t actor, std::size_t agreement) {
    if (actor_failed_[actor].is_hopeless()) return;
    for (Number key = 0; key < index_.actor_keys; ++key) {
      const bool is_shown = last_[index_.of_actors[actor * index_.actor_keys + key]] == agreement;
      if (is_shown && actor_failed_[actor].spares(key)) founded_[actor] |= Number{1} << key;
    }
  }

  struct OfKey {
    Number key = 0;
    Filter filter;
  };

  const Network& network_;
  const Taxonomy& taxonomy_;
  const FacetIndex& index_;
  DaySpan days_;
  bool shows_withdrawn_ = false, shows_declined_ = false, needs_agreement_ = false;
  Number state_key_ = 0;
  Filter rest_;                             // what no counted value can replace
  std::vector<FilterClause> word_clauses_;  // of the others, those on actors and parties
  std::vector<OfKey> agreement_filters_;    // and those on agreements, one a filter
  std::vector<bool> is_refused_;            // by value
  std::vector<Failed> actor_failed_;
  std::vector<DaySpan> exists_;   // of each actor, of the days that are looked at
  std::vector<bool> takes_part_;  // in something that lets the actor be shown
  std::vector<Number> founded_;   // by something that is shown under this actor's value: a bit a key of actors
  std::vector<Number> last_;      // the last agreement that each value was counted for while the founded one existed
};

class FacetCounter {
 public:
  FacetCounter(const Network& network, const Taxonomy& taxonomy, const FacetIndex& index, const Filter& filter,
               Date day)
      : network_(network),
        index_(index),
        last_(index.values.size(), ~Number{0}),
        agreements_(index.values.size()),
        actors_(index.values.size()) {
    const std::vector<std::vector<FilterClause>> one(1);
    for (const auto& own : filter.alternatives.empty() ? one : filter.alternatives) {
      alternatives_.emplace_back(network, taxonomy, index, filter.clauses, own, day);
    }
  }

  Facets count() {
    for (std::size_t i = 0; i < network_.agreements.size(); ++i) {
      const auto count_value = [&, number = static_cast<Number>(i)](Number value) {
        if (last_[value] == number) return;  // once, however many of its parties have it
        last_[value] = number;
        ++agreements_[value];
      };
      for (Alternative& alternative : alternatives_) alternative.count_agreement(i, count_value);
    }
    count_actors();
    return made();
  }

 private:
  void count_actors() {
    for (std::size_t a = 0; a < network_.actors.size(); ++a) {
      Number keys = 0;
      for (const Alternative& alternative : alternatives_) keys |= alternative.keys_of_actor(a);
      for (Number key = 0; key < index_.actor_keys; ++key) {
        if ((keys >> key & 1U) != 0) ++actors_[index_.of_actors[a * index_.actor_keys + key]];
      }
    }
  }

  Facets made() const {
    Facets made;
    for (const FilterKey& key : filter_keys()) {
      if (key.kind == FilterKind::code) made.facets.push_back({std::string(key.name), key.subject, {}});
    }
    for (std::size_t v = 0; v < index_.values.size(); ++v) {
      const std::string_view name = index_.keys[index_.values[v].key].name;
      const auto facet = std::find_if(made.facets.begin(), made.facets.end(), [&](auto& f) { return f.key == name; });
      facet->values.push_back({index_.values[v].word, agreements_[v], actors_[v]});
    }
    return made;
  }

  const Network& network_;
  const FacetIndex& index_;
  std::vector<Alternative> alternatives_;
  std::vector<Number> last_;  // the last agreement that each value was counted for
  std::vector<std::size_t> agreements_, actors_;
};

}  // namespace

const FacetCount* Facet::find(std::string_view value) const {
  const auto found = std::find_if(values.begin(), values.end(), [&](const auto& row) { return row.value == value; });
  return found == values.end() ? nullptr : &*found;
}

const Facet* Facets::find(std::string_view key) const {
  const auto found = std::find_if(facets.begin(), facets.end(), [&](const Facet& facet) { return facet.key == key; });
  return found == facets.end() ? nullptr : &*found;
}

FacetIndex::FacetIndex(const Network& network, const Taxonomy& taxonomy) {
  IndexMaker(network, taxonomy, *this).make();
}

Facets count_facets(const Network& network, const Taxonomy& taxonomy, const FacetIndex& index, const Filter& filter,
                    Date day) {
  SAM_CHECK(index.first_party.size() == network.agreements.size() + 1, "a facet index of another network");
  return FacetCounter(network, taxonomy, index, filter, day).count();
}

}  // namespace samverka
