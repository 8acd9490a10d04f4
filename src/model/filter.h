#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// How a clause holds a value against what it names.
enum class FilterTest : std::uint8_t { is, contains, below, at_most, above, at_least };  // = ~ < <= > >=

// What is shown: `area=A4.1 county=20 state!=unknown`. A space is AND, a comma OR, `!=` NOT. The same words stand on
// the command line, in the window and in the filter line of every picture.
struct FilterClause {
  std::string key;
  std::vector<std::string> values;  // one, where they are compared by order
  bool negated = false;             // of = and ~ only
  FilterTest test = FilterTest::is;
  bool operator==(const FilterClause&) const = default;
};

// `county=20 area=A4.1 | form=iop`: what is shown is what either side would show by itself, and nothing else: an actor,
// agreement or party row of one or of the other. Within a line, `area!=A0 (county=20 | form=iop)` says to each what
// stands outside the brackets.
struct Filter {
  std::vector<FilterClause> clauses;                      // hold in every alternative
  std::vector<std::vector<FilterClause>> alternatives{};  // none, or at least two; one that says nothing lets all pass

  // By one alternative at least. References are read with the help of the network; without one they have no keys.
  bool accepts(const Actor& actor, const Taxonomy& taxonomy, const Network* network = nullptr) const;
  bool accepts(const Agreement& agreement, const Taxonomy& taxonomy, const Network* network = nullptr) const;
  bool accepts(const Party& party, const Network* network = nullptr) const;
  // Some clause, other than the default one, narrows agreements or parties: actors outside them are then hidden. Good
  // for filters without alternatives; of others, some alternative does.
  bool speaks_of_agreements() const;
  const FilterClause* find(std::string_view key) const;  // among `clauses`
  bool operator==(const Filter&) const = default;
};

// A filter without alternatives for each of them; the filter itself where it has none.
std::vector<Filter> each_alternative(const Filter& filter);
constexpr std::size_t most_alternatives = 32;

// `during=2024..2025-06` (or one date): instead of the chosen day, what holds on some day from the first day that it
// may mean to the last. Nothing where the filter (without alternatives) says nothing of it.
struct DaySpan {
  Date from, to;
  bool is_empty() const { return to < from; }
  bool operator==(const DaySpan&) const = default;
};
DaySpan in_common(DaySpan a, DaySpan b);
std::optional<DaySpan> parse_period(std::string_view words);
std::optional<DaySpan> period_of(const Filter& filter);

// What kind of row a key asks about. An agreement is never refused for its actors, nor an actor for its agreements:
// graph::restrict does that.
enum class FilterSubject { actor, agreement, party };
// code: of a list, counted as facets; identity: the row's own id; reference: the id of another row, whose name `~` also
// looks in; flag: yes or no.
enum class FilterKind : std::uint8_t { code, identity, reference, text, number, date, flag, period };
struct FilterKey {
  std::string_view name;
  FilterSubject subject = FilterSubject::actor;
  FilterKind kind = FilterKind::code;
};
// Every key: first those that are counted in the filter panel and `id`, then every other field of the format. What
// stands in several rows has the name of the row before it, but for agreements: `valid.from` is an agreement's,
// `actor.valid.from` and `party.from` are not.
std::span<const FilterKey> filter_keys();
const FilterKey* filter_key(std::string_view name);  // null where there is none

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

// E_FILTER (exit 2) names an unknown key and lists the known ones. Values with spaces, commas, bars, brackets or
// quotation marks stand in quotation marks, where \" is one of them.
Result<Filter> parse_filter(std::string_view words);
// Whether the key can be asked so: texts have no order, and days and numbers no parts.
bool takes(const FilterKey& key, FilterTest test);
std::string to_words(const Filter& filter);

// A value that nothing can have, since it is no code of the taxonomy's list for its key, or no county (NN) or
// municipality (NNNN) code: E_FILTER (exit 2) names it and the codes most like it. A list that the taxonomy does not
// have lets anything through.
Result<Done> check_filter(const Filter& filter, const Taxonomy& taxonomy);

// Outside the agreement (A0) is left out until asked for: `area!=A0`.
Filter default_filter();

}  // namespace samverka
