#include "io/resolve_references.h"

#include "io/reference_walk.h"

namespace samverka {
namespace {

constexpr int suggested = 20;  // suggestions: each looks at every key of the file

// Walks the members of a row (network_members.h) and looks only at the references.
class ReferenceResolver : public OtherMembers {
 public:
  static constexpr bool is_writing = false;
  ReferenceResolver(FileContext& file, int& suggestions) : file_(file), suggestions_(suggestions) {}

  template <class Row>
  void resolve(Row& row, std::size_t start) {
    start_ = start;
    members(*this, row);
  }

  template <class Tag>
  void reference(std::string_view name, Reference<Tag>& ref, Need = Need::optional) {
    if (ref.id.is_set() || ref.unresolved.empty()) return;
    path_.push_back({name, 0});
    look_up(ref);
    path_.pop_back();
  }
  template <class Tag>
  void references(std::string_view name, std::vector<Reference<Tag>>& refs) {
    look_up_all(name, refs);
  }
  template <class Tag>
  void one_or_more(std::string_view name, std::vector<Reference<Tag>>& refs, bool is_list) {
    if (is_list) return look_up_all(name, refs);
    for (Reference<Tag>& ref : refs) reference(name, ref);
  }
  template <class Row>
  void object(std::string_view name, std::optional<Row>& row) {
    if (!row) return;
    path_.push_back({name, 0});
    members(*this, *row);
    path_.pop_back();
  }
  template <class Row>
  void rows(std::string_view name, std::vector<Row>& list, Need = Need::optional) {
    path_.push_back({name, 0});
    path_.push_back({{}, 0});
    for (Row& row : list) {
      members(*this, row);
      ++path_.back().index;
    }
    path_.resize(path_.size() - 2);
  }

 private:
  struct Step {
    std::string_view name;  // empty: an item of a list
    std::size_t index = 0;
  };
  template <class Tag>
  void look_up_all(std::string_view name, std::vector<Reference<Tag>>& refs) {
    path_.push_back({name, 0});
    path_.push_back({{}, 0});
    for (Reference<Tag>& ref : refs) {
      if (!ref.id.is_set()) look_up(ref);
      ++path_.back().index;
    }
    path_.resize(path_.size() - 2);
  }
  template <class Tag>
  void look_up(Reference<Tag>& ref) {
    file_.keys.resolve(ref, std::string(ref.unresolved));
    if (ref.id.is_set()) return;
    Message message{"problem.ref", {{"id", ref.unresolved}}};
    const std::string near = suggestions_-- > 0 ? file_.keys.nearest(ref) : std::string();
    if (!near.empty()) message = {"problem.ref.near", {{"id", ref.unresolved}, {"near", near}}};
    file_.problems.add(error("E_REF", std::move(message)), {start_, pointer()});
  }
  std::string pointer() const {
    std::string out;
    for (const Step& step : path_) {
      out += '/';
      out += step.name.empty() ? std::to_string(step.index) : std::string(step.name);
    }
    return out;
  }

  FileContext& file_;
  int& suggestions_;
  std::size_t start_ = 0;
  std::vector<Step> path_;
};

template <class Row>
void resolve_row(Row& row, FileContext& file, std::size_t start) {
  int suggestions = suggested;
  ReferenceResolver(file, suggestions).resolve(row, start);
}

}  // namespace

void resolve_references(Actor& row, FileContext& file, std::size_t start) { resolve_row(row, file, start); }
void resolve_references(Agreement& row, FileContext& file, std::size_t start) { resolve_row(row, file, start); }
void resolve_references(Source& row, FileContext& file, std::size_t start) { resolve_row(row, file, start); }
void resolve_references(Survey& row, FileContext& file, std::size_t start) { resolve_row(row, file, start); }
void resolve_references(Register& row, FileContext& file, std::size_t start) { resolve_row(row, file, start); }

void resolve_references(Network& network, FileContext& file, const RowStarts& starts) {
  int suggestions = suggested;
  ReferenceResolver resolver(file, suggestions);
  const auto all = [&](auto& rows, const std::vector<std::size_t>& row_starts) {
    for (std::size_t i = 0; i < rows.size(); ++i) resolver.resolve(rows[i], row_starts[i]);
  };
  all(network.milestones, starts.milestones);
  if (network.coverage) all(network.coverage->surveys, starts.surveys);
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    resolver.resolve(network.actors.mutable_row(i), starts.actors[i]);
  }
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    resolver.resolve(network.agreements.mutable_row(i), starts.agreements[i]);
  }
}

}  // namespace samverka
