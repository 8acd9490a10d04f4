#include "io/change_references.h"

#include <algorithm>

#include "io/reference_walk.h"

namespace samverka {
namespace {

// Does a row speak of what a change is about? Looked at first, so that no page of rows is copied for nothing.
template <class Tag, class Change>
class Mentions : public OtherMembers {
 public:
  static constexpr bool is_writing = true;
  explicit Mentions(const Change& change) : change_(change) {}

  template <class Row>
  static bool in(const Change& change, const Row& row) {
    Mentions walk(change);
    members(walk, row);
    return walk.found_;
  }

  void reference(std::string_view, const Reference<Tag>& ref, Need = Need::optional) { look(ref); }
  void references(std::string_view, const std::vector<Reference<Tag>>& refs) {
    for (const Reference<Tag>& ref : refs) look(ref);
  }
  void one_or_more(std::string_view name, const std::vector<Reference<Tag>>& refs, bool) { references(name, refs); }
  template <class Other>
  void reference(std::string_view, const Reference<Other>&, Need = Need::optional) {}
  template <class Other>
  void references(std::string_view, const std::vector<Reference<Other>>&) {}
  template <class Other>
  void one_or_more(std::string_view, const std::vector<Reference<Other>>&, bool) {}
  template <class Row>
  void object(std::string_view, const std::optional<Row>& row) {
    if (row) members(*this, *row);
  }
  template <class Row>
  void rows(std::string_view, const std::vector<Row>& rows, Need = Need::optional) {
    for (const Row& row : rows) members(*this, row);
  }

 private:
  void look(const Reference<Tag>& ref) { found_ = found_ || change_.concerns(ref); }
  const Change& change_;
  bool found_ = false;
};

template <class Tag, class Change>
class ReferenceChange : public OtherMembers {
 public:
  static constexpr bool is_writing = false;
  explicit ReferenceChange(const Change& change) : change_(change) {}

  std::size_t places() const { return places_; }

  void reference(std::string_view, Reference<Tag>& ref, Need = Need::optional) { change(ref); }
  void references(std::string_view, std::vector<Reference<Tag>>& refs) {
    const std::size_t before = places_;
    for (Reference<Tag>& ref : refs) change(ref);
    if (places_ == before) return;
    std::vector<Reference<Tag>> kept;
    for (Reference<Tag>& ref : refs) {
      const bool is_nothing = !ref.id.is_set() && ref.unresolved.empty();
      if (!is_nothing && std::find(kept.begin(), kept.end(), ref) == kept.end()) kept.push_back(std::move(ref));
    }
    refs = std::move(kept);
  }
  void one_or_more(std::string_view name, std::vector<Reference<Tag>>& refs, bool) { references(name, refs); }
  template <class Other>
  void reference(std::string_view, Reference<Other>&, Need = Need::optional) {}
  template <class Other>
  void references(std::string_view, std::vector<Reference<Other>>&) {}
  template <class Other>
  void one_or_more(std::string_view, std::vector<Reference<Other>>&, bool) {}
  template <class Row>
  void object(std::string_view, std::optional<Row>& row) {
    if (row) members(*this, *row);
  }
  template <class Row>
  void rows(std::string_view, std::vector<Row>& rows, Need = Need::optional) {
    for (Row& row : rows) members(*this, row);
  }
  // A party that has become nobody is no party.
  void rows(std::string_view, std::vector<Party>& parties, Need = Need::optional) {
    std::vector<Party> kept;
    for (Party& party : parties) {
      const bool was_somebody = party.actor.id.is_set();
      members(*this, party);
      if (!was_somebody || party.actor.id.is_set()) kept.push_back(std::move(party));
    }
    parties = std::move(kept);
  }

 private:
  void change(Reference<Tag>& ref) {
    if (change_.counts(ref)) ++places_;
    change_.change(ref);
  }
  const Change& change_;
  std::size_t places_ = 0;
};

template <class Tag>
struct Moving {
  const RowMove<Tag>& move;
  bool counts(const Reference<Tag>& ref) const { return ref.id.is_set() && ref.id == move.gone; }
  bool concerns(const Reference<Tag>& ref) const { return counts(ref) || (ref.id.is_set() && ref.id == move.moved); }
  void change(Reference<Tag>& ref) const { ref.id = move.of(ref.id); }
};

template <class Tag>
struct Finding {
  const Key& key;
  Id<Tag> row;
  bool counts(const Reference<Tag>& ref) const { return concerns(ref); }
  bool concerns(const Reference<Tag>& ref) const { return !ref.id.is_set() && ref.unresolved == key; }
  void change(Reference<Tag>& ref) const {
    if (concerns(ref)) ref = {row, {}};
  }
};

template <class Tag>
struct Renumbering {
  const std::vector<Id<Tag>>& now;
  bool counts(const Reference<Tag>& ref) const { return ref.id.is_set() && !now[ref.id.value].is_set(); }
  bool concerns(const Reference<Tag>& ref) const { return ref.id.is_set() && now[ref.id.value] != ref.id; }
  void change(Reference<Tag>& ref) const {
    if (ref.id.is_set()) ref.id = now[ref.id.value];
  }
};

template <class Tag>
struct Forgetting {
  const std::unordered_set<Key>& keys;
  bool counts(const Reference<Tag>& ref) const { return concerns(ref); }
  bool concerns(const Reference<Tag>& ref) const { return !ref.id.is_set() && keys.count(ref.unresolved) > 0; }
  void change(Reference<Tag>& ref) const {
    if (concerns(ref)) ref.unresolved.clear();
  }
};

template <class Tag, class Change, class Row>
std::size_t change_rows(Table<Row>& rows, const Change& change) {
  ReferenceChange<Tag, Change> walk(change);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (Mentions<Tag, Change>::in(change, rows[i])) members(walk, rows.mutable_row(i));
  }
  return walk.places();
}

template <class Tag, class Change, class Row>
std::size_t change_rows(std::vector<Row>& rows, const Change& change) {
  ReferenceChange<Tag, Change> walk(change);
  for (Row& row : rows) members(walk, row);
  return walk.places();
}

template <class Tag, class Change>
std::size_t change_all(Network& network, const Change& change) {
  std::size_t places = change_rows<Tag>(network.actors, change) + change_rows<Tag>(network.agreements, change);
  places += change_rows<Tag>(network.milestones, change);
  if (network.coverage) places += change_rows<Tag>(network.coverage->surveys, change);
  return places;
}

template <class Tag>
std::size_t move_all(Network& network, const RowMove<Tag>& move) {
  return change_all<Tag>(network, Moving<Tag>{move});
}

template <class Tag>
void find_all(Network& network, const Key& key, Id<Tag> row) {
  change_all<Tag>(network, Finding<Tag>{key, row});
}

}  // namespace

std::size_t change_references(Network& network, const RowMove<ActorTag>& move) { return move_all(network, move); }
std::size_t change_references(Network& network, const RowMove<AgreementTag>& move) { return move_all(network, move); }
std::size_t change_references(Network& network, const RowMove<SourceTag>& move) { return move_all(network, move); }

std::size_t renumber_references(Network& network, const std::vector<ActorId>& now) {
  return change_all<ActorTag>(network, Renumbering<ActorTag>{now});
}
std::size_t renumber_references(Network& network, const std::vector<AgreementId>& now) {
  return change_all<AgreementTag>(network, Renumbering<AgreementTag>{now});
}
std::size_t forget_references(Network& network, const std::unordered_set<Key>& keys) {
  return change_all<ActorTag>(network, Forgetting<ActorTag>{keys}) +
         change_all<AgreementTag>(network, Forgetting<AgreementTag>{keys});
}

void find_references(Network& network, const Key& key, ActorId row) { find_all(network, key, row); }
void find_references(Network& network, const Key& key, AgreementId row) { find_all(network, key, row); }
void find_references(Network& network, const Key& key, SourceId row) { find_all(network, key, row); }

}  // namespace samverka
