#pragma once
// From one object of the file to one row of the model: takes the members that network_members.h lists, reports what is
// wrong with them, and keeps in Extra what it could not take, so that saving loses nothing.
#include <deque>
#include <unordered_map>

#include "io/json_scan.h"
#include "io/network_members.h"
#include "io/problem_list.h"

namespace samverka {

// Which row has which key, while the file is read: rows that come later are found when references are resolved.
class Keys {
 public:
  // True for an id by FORMAT 4.2.
  static bool is_id(std::string_view key);

  void add_actor(const JsonTree& tree, const Key& key, std::size_t index) { add(actors_, tree, key, index); }
  void add_agreement(const JsonTree& tree, const Key& key, std::size_t index) { add(agreements_, tree, key, index); }
  void add_source(const JsonTree& tree, const Key& key, std::size_t index) { add(sources_, tree, key, index); }
  void add_all(const Network& network);  // which must outlive them

  void resolve(ActorRef& ref, std::string_view key) const { resolve_in(actors_, ref, key); }
  void resolve(AgreementRef& ref, std::string_view key) const { resolve_in(agreements_, ref, key); }
  void resolve(SourceRef& ref, std::string_view key) const { resolve_in(sources_, ref, key); }

  // The key most like the wanted one, if one is like it. Linear in keys.
  std::string nearest(const ActorRef& ref) const { return nearest_in(actors_, ref.unresolved); }
  std::string nearest(const AgreementRef& ref) const { return nearest_in(agreements_, ref.unresolved); }
  std::string nearest(const SourceRef& ref) const { return nearest_in(sources_, ref.unresolved); }

 private:
  using Map = std::unordered_map<std::string_view, std::uint32_t>;
  void add(Map& map, const JsonTree& tree, const Key& key, std::size_t index);
  static std::string nearest_in(const Map& map, const std::string& wanted);
  template <class Tag>
  static void resolve_in(const Map& map, Reference<Tag>& ref, std::string_view key) {
    const auto found = map.find(key);
    if (found == map.end()) {
      ref = {Id<Tag>{}, std::string(key)};
    } else {
      ref = {Id<Tag>(found->second), {}};
    }
  }
  Map actors_, agreements_, sources_;
  std::deque<std::string> own_;  // keys that do not stand in the file as they are (written with escapes)
};

// What rows need of the file that they stand in.
struct FileContext {
  const ReadLimits& limits;
  ProblemList& problems;
  Keys& keys;
};

class RowReader {
 public:
  static constexpr bool is_writing = false;

  // The object at `node`; anything else is reported and kept whole.
  RowReader(FileContext& file, JsonTree& tree, std::uint32_t node);

  // Reads all members of the row, and keeps the rest.
  template <class Row>
  static void read(FileContext& file, JsonTree& tree, std::uint32_t node, Row& row) {
    RowReader reader(file, tree, node);
    if (reader.is_object_) members(reader, row);
    row.extra = reader.rest();
  }

  void key(std::string_view name, Key& into);
  void text(std::string_view name, std::string& into, Need need = Need::optional);
  void texts(std::string_view name, std::vector<std::string>& into, Need need = Need::optional);
  void texts(std::string_view name, std::optional<std::vector<std::string>>& into);
  void date(std::string_view name, PartialDate& into);
  void day(std::string_view name, Date& into);
  void end(std::string_view name, Validity::End& end, PartialDate& to);
  void integer(std::string_view name, std::optional<std::int64_t>& into);
  void count(std::string_view name, std::optional<std::int64_t>& into);  // 0 or more
  void share(std::string_view name, std::optional<double>& into);        // 0-1
  void decimal(std::string_view name, std::optional<double>& into);
  void flag(std::string_view name, std::optional<bool>& into);
  void code(std::string_view name, std::optional<PartyState>& into);
  void code(std::string_view name, std::optional<Covers>& into);
  void code(std::string_view name, AgreementStatus& into);
  void position(std::string_view name, std::optional<LatLon>& into, Extra& extra);
  void raw(std::string_view name, std::string& into);
  void constant(std::string_view name, std::string_view expected);

  template <class Tag>
  void reference(std::string_view name, Reference<Tag>& into, Need need = Need::optional) {
    const auto found = take(name, need);
    if (!found || !is_text(name, *found, need)) return;
    std::string scratch;
    const std::string_view key = tree_.text_of(tree_.nodes[*found], scratch);
    if (key.empty()) {
      report("E_REF", need == Need::required ? "problem.ref.empty.required" : "problem.ref.empty", *found, name);
      return keep(name, *found);
    }
    file_.keys.resolve(into, key);
  }
  template <class Tag>
  void references(std::string_view name, std::vector<Reference<Tag>>& into) {
    const auto found = take(name, Need::optional);
    if (found && is_filled_list_of_texts(name, *found)) take_references(*found, into);
  }
  template <class Tag>
  void one_or_more(std::string_view name, std::vector<Reference<Tag>>& into, bool& is_list) {
    const auto found = take(name, Need::optional);
    if (!found) return;
    const JsonNode& node = tree_.nodes[*found];
    if (node.kind == JsonKind::text && node.end - node.begin > 2) {
      is_list = false;
      return add_reference(*found, into);
    }
    if (!is_filled_list_of_texts(name, *found)) return;
    is_list = true;
    take_references(*found, into);
  }
  template <class Row>
  void object(std::string_view name, std::optional<Row>& into) {
    const auto found = take(name, Need::optional);
    if (!found || !is_kind(name, *found, JsonKind::object, "problem.type.object")) return;
    read(file_, tree_, *found, into.emplace());
  }
  template <class Row>
  void rows(std::string_view name, std::vector<Row>& into, Need need = Need::optional) {
    const auto found = take(name, need);
    if (!found || !is_kind(name, *found, JsonKind::list, "problem.type.list")) return;
    if (is_empty(*found)) return keep(name, *found);
    into.reserve(item_count(*found));
    tree_.each_child(*found, [&](std::uint32_t i) { read(file_, tree_, i, into.emplace_back()); });
  }
  // A table is read by whoever walks the file. It comes here only where it is no list, or an empty one that must be
  // told from one that is absent; `mark_as_read` says that it has been there.
  template <class Rows>
  void table(std::string_view name, Rows& into, Need need = Need::optional) {
    const auto found = take(name, into.empty() ? need : Need::optional);
    if (found && is_kind(name, *found, JsonKind::list, "problem.type.list")) keep(name, *found);
  }
  void coverage(std::string_view name, const std::optional<Coverage>& into);

 private:
  std::optional<std::uint32_t> take(std::string_view name, Need need);
  std::optional<std::uint32_t> find(std::string_view name);
  bool is_empty(std::uint32_t node) const { return tree_.nodes[node].next == node + 1; }
  std::size_t item_count(std::uint32_t node) const;
  bool is_kind(std::string_view name, std::uint32_t node, JsonKind kind, const char* otherwise);
  bool is_text(std::string_view name, std::uint32_t node, Need need = Need::optional);
  bool is_list_of_texts(std::string_view name, std::uint32_t node);
  bool is_filled_list_of_texts(std::string_view name, std::uint32_t node);
  std::vector<std::string> texts_of(std::uint32_t node) const;
  std::optional<double> number(std::string_view name, std::uint32_t node);
  void report(const char* code, const char* key, std::uint32_t node, std::string_view member);
  void report_unknown_code(std::string_view name, std::uint32_t node);
  void take_integer(std::string_view name, double least, const char* otherwise, std::optional<std::int64_t>& into);
  void take_date(std::string_view name, std::uint32_t node, PartialDate& into, Need need = Need::optional);
  void keep(std::string_view name, std::uint32_t node);
  Extra rest();
  template <class Tag>
  void add_reference(std::uint32_t node, std::vector<Reference<Tag>>& into) {
    std::string scratch;
    file_.keys.resolve(into.emplace_back(), tree_.text_of(tree_.nodes[node], scratch));
  }
  template <class Tag>
  void take_references(std::uint32_t list, std::vector<Reference<Tag>>& into) {
    into.reserve(item_count(list));
    tree_.each_child(list, [&](std::uint32_t i) { add_reference(i, into); });
  }

  FileContext& file_;
  JsonTree& tree_;
  std::uint32_t node_;
  std::uint32_t cursor_;
  bool is_object_;
  Extra::Members kept_;
};

}  // namespace samverka
