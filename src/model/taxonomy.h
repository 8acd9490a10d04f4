#pragma once
// The words of the field as data (assets/taxonomy): areas, forms, actor types and so on, each with Swedish and English
// labels. Another country or year is another file.
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace samverka {

struct Wording {
  std::string sv, en;
  const std::string& in(std::string_view language) const { return language == "en" ? en : sv; }
};

struct Term {
  std::string code;
  Wording label;
  Wording short_label;  // the same as label where the file gives none
};

struct Area : Term {
  std::string parent;       // "A4" for "A4.2"; empty at the top
  Wording about;            // what it means in plain words; empty where the file says nothing
  bool is_outside = false;  // A0: outside the agreement, filtered out by default
};

// How the actors of a group look. Symbol is a name of scene's symbols ("disc", "diamond", ...); colours "#RRGGBB".
struct ActorGroup : Term {
  std::string symbol, color, color_dark;
  std::string color_safe, color_safe_dark;  // told apart also by those who do not see red and green alike
};

struct ActorType : Term {
  std::string group;
};

// Who must be party for an agreement to be of a form (W_FORM when broken).
struct PartyNeed {
  std::vector<std::string> types, subtypes, groups;  // a party counts if it is of any of them
  std::size_t min = 1;
};

struct Form : Term {
  bool is_umbrella = false;        // joins so many that it hides weakness: left out of vulnerability by default
  bool is_off_by_default = false;  // not shown until asked for (grants)
  std::size_t min_parties = 0;
  std::vector<PartyNeed> needs;
  std::vector<std::string> only_types;  // empty: anyone
  std::vector<std::string> basis;       // the law's places that agreements of this form rest on
};

// One list of codes, in the file's order.
template <class T>
class Terms {
 public:
  void add(T term) {
    by_code_.emplace(term.code, rows_.size());
    rows_.push_back(std::move(term));
  }
  const std::vector<T>& rows() const { return rows_; }
  const T* find(std::string_view code) const {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : &rows_[found->second];
  }
  bool has(std::string_view code) const { return find(code) != nullptr; }
  // The label, or the code itself where the taxonomy does not know it.
  std::string label(std::string_view code, std::string_view language) const {
    const T* term = find(code);
    return term ? term->label.in(language) : std::string(code);
  }
  std::string short_label(std::string_view code, std::string_view language) const {
    const T* term = find(code);
    return term ? term->short_label.in(language) : std::string(code);
  }

 private:
  struct Hash {  // finds by string_view without making a string: every code of every row is looked up when a file is
                 // read
    using is_transparent = void;
    std::size_t operator()(std::string_view code) const { return std::hash<std::string_view>{}(code); }
  };
  std::vector<T> rows_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> by_code_;
};

struct Taxonomy {
  std::string id;
  std::string extends;  // the taxonomy whose lists stand in for those this one does not give; empty: none
  Terms<Area> areas;    // parents before their children
  Terms<Term> perspectives, service_areas, target_groups;
  Terms<ActorGroup> groups;
  Terms<ActorType> actor_types;
  Terms<Term> actor_subtypes;
  Terms<Form> forms;
  Terms<Term> roles, states, statuses, covers, ownerships, methods, functions, municipality_groups, flags;
  Terms<Term> services, renewals, duty_kinds, funding_periods, source_kinds;

  // The group an actor type is coloured and counted by; "other" for an unknown type.
  const ActorGroup& group_of(std::string_view actor_type) const;
  bool area_matches(std::string_view wanted, std::string_view actual) const;  // the same, or wanted is its parent
  bool is_outside(std::string_view area) const;                               // A0
};

}  // namespace samverka
