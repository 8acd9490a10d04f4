#include "io/change_references.h"

#include <algorithm>

#include "io/reference_walk.h"

namespace samverka {
namespace {

// Does a row speak of one of the two?
template <class Tag>
class Mentions : public OtherMembers {
 public:
  static constexpr bool is_writing = true;
  explicit Mentions(const RowMove<Tag>& move) : move_(move) {}

  template <class Row>
  static bool in(const RowMove<Tag>& move, const Row& row) {
    Mentions walk(move);
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
  void look(const Reference<Tag>& ref) {
    found_ = found_ || (ref.id.is_set() && (ref.id == move_.gone || ref.id == move_.moved));
  }
  const RowMove<Tag>& move_;
  bool found_ = false;
};

template <class Tag>
class ReferenceChange : public OtherMembers {
 public:
  static constexpr bool is_writing = false;
  explicit ReferenceChange(const RowMove<Tag>& move) : move_(move) {}

  std::size_t places() const { return places_; }

  void reference(std::string_view, Reference<Tag>& ref, Need = Need::optional) { change(ref); }
  void references(std::string_view, std::vector<Reference<Tag>>& refs) {
    const bool speaks_of_it = std::any_of(refs.begin(), refs.end(), [this](const auto& ref) { return is_gone(ref); });
    for (Reference<Tag>& ref : refs) change(ref);
    if (!speaks_of_it) return;
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
  // A party that nobody is, is no party.
  void rows(std::string_view, std::vector<Party>& parties, Need = Need::optional) {
    for (Party& party : parties) members(*this, party);
    std::erase_if(parties, [](const Party& p) { return !p.actor.id.is_set() && p.actor.unresolved.empty(); });
  }

 private:
  bool is_gone(const Reference<Tag>& ref) const { return ref.id.is_set() && ref.id == move_.gone; }
  void change(Reference<Tag>& ref) {
    if (is_gone(ref)) ++places_;
    ref.id = move_.of(ref.id);
  }
  const RowMove<Tag>& move_;
  std::size_t places_ = 0;
};

template <class Tag, class Row>
std::size_t change_rows(Table<Row>& rows, const RowMove<Tag>& move) {
  ReferenceChange<Tag> walk(move);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (Mentions<Tag>::in(move, rows[i])) members(walk, rows.mutable_row(i));
  }
  return walk.places();
}

template <class Tag, class Row>
std::size_t change_rows(std::vector<Row>& rows, const RowMove<Tag>& move) {
  ReferenceChange<Tag> walk(move);
  for (Row& row : rows) members(walk, row);
  return walk.places();
}

template <class Tag>
std::size_t change_all(Network& network, const RowMove<Tag>& move) {
  std::size_t places = change_rows(network.actors, move) + change_rows(network.agreements, move);
  places += change_rows(network.milestones, move);
  if (network.coverage) places += change_rows(network.coverage->surveys, move);
  return places;
}

}  // namespace

std::size_t change_references(Network& network, const RowMove<ActorTag>& move) { return change_all(network, move); }
std::size_t change_references(Network& network, const RowMove<AgreementTag>& move) { return change_all(network, move); }
std::size_t change_references(Network& network, const RowMove<SourceTag>& move) { return change_all(network, move); }

}  // namespace samverka
