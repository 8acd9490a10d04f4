#pragma once
// A row of the network as a form to fill in: what can be typed or chosen for each member, what has been, and the row
// that comes of it. What the form does not know stays as it is. Values are what a person types; only row_of() makes
// members of them, and `samverka check`'s own problems say what is wrong with them.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/edit.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

struct FormField {
  enum class Kind {
    text,
    number,
    day,         // a date, or a year or month of it
    last_day,    // the same, or `until_further_notice`
    code,        // one of the taxonomy's words
    codes,       // several of them, by comma
    actor,       // "Granby [k-granby]", an id, or a name that one alone has
    actors,      // several of them, by comma
    agreement,   // in the same ways
    agreements,  // several of them, by comma
    sources,     // several ids of sources, by comma
    texts,       // several, by comma: "HSL 16:3, SoL 15:8"
    decimal,     // "0,95", or with a point
    yes_no
  };
  const char* member;  // in the row: "valid/to"
  const char* label;   // text key
  Kind kind = Kind::text;
  const Terms<Term>* terms = nullptr;  // of `code` and `codes`; types, forms and areas are lists of their own
  bool is_more = false;                // seldom asked for: shown when somebody wants more
};
inline constexpr std::string_view until_further_notice = "null";

// What a code may be, with its words.
struct FormChoice {
  std::string code, words;
};
std::vector<FormChoice> choices_of(const FormField& field, const Taxonomy& taxonomy, const std::string& language);

struct FormValue {
  FormField field;
  std::string typed, before;  // `before`: as the row has it
};

struct FormParty {
  std::optional<std::size_t> row;  // in the agreement's parties; none: a new one
  FormValue actor, role, state, from;
  std::vector<FormValue> more;  // its last day, part of the organisation, service, whom it signs for, note, source
  bool is_removed = false;
};

// Another list of rows inside the row: an agreement's money and duties.
struct FormItem {
  std::optional<std::size_t> row;  // its place in the list; none: a new one
  std::vector<FormValue> values;
  bool is_removed = false;
};
struct FormList {
  const char* member;  // "funding"
  const char* label;   // text key
  std::vector<FormItem> items;
};

struct RowForm {
  RowKind kind = RowKind::actor;  // actor, agreement or source
  Key key;                        // empty: a new one
  std::string text;               // the row as it stands in the file
  std::vector<FormValue> values;
  std::vector<FormParty> parties;  // of an agreement
  std::vector<FormList> lists;     // of an agreement: funding, duties

  bool is_new() const { return key.empty(); }
};

// Of a new row, or of that with the key; nothing where none of the kind has it.
std::optional<RowForm> form_of(const Network& network, const Taxonomy& taxonomy, RowKind kind, const Key& key);
FormParty new_party(const Taxonomy& taxonomy);
FormItem new_item(const FormList& list, const Taxonomy& taxonomy);
// What follows of the form of a new agreement: its legal basis, and a place for each party that it needs. What somebody
// has typed stays.
void take_defaults(RowForm& form, const Taxonomy& taxonomy);
// What has been typed, as one text: forms with the same make the same row.
std::string typed_in(const RowForm& form);
bool is_changed(const RowForm& form);

// The network with the row as the form says. `recorded` becomes the provenance's day, unless one was typed. A new row
// gets an id made of its name. Refused as Edited tells, with the form's own row in the problems' pointers.
Edited filled_in(const Network& network, const Taxonomy& taxonomy, const RowForm& form, Date recorded);

// The place in the form that a problem speaks of: the value's index, or nothing where it has none.
std::optional<std::size_t> value_of(const RowForm& form, const Problem& problem);

}  // namespace samverka
