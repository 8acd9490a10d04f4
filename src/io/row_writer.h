#pragma once
// From a row of the model to an object of the file: the other half of row_reader.h. What a row has in Extra is written
// in the member's own place if it is a known one that has no value, else last, as it came.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "io/json_format.h"
#include "io/network_members.h"

namespace samverka {

class RowWriter {
 public:
  static constexpr bool is_writing = true;

  template <class Row>
  static void write(std::string& out, int depth, const Network& network, const Row& row) {
    if (const std::string* whole = row.extra.find(Extra::whole_row)) return append_relaid(out, *whole, depth);
    RowWriter writer(out, depth, network, row.extra);
    members(writer, row);
    writer.finish();
  }

  void key(std::string_view name, const Key& value) { text(name, value, Need::required); }
  void text(std::string_view name, const std::string& value, Need need = Need::optional);
  void texts(std::string_view name, const std::vector<std::string>& values, Need need = Need::optional);
  void texts(std::string_view name, const std::optional<std::vector<std::string>>& values);
  void date(std::string_view name, PartialDate value);
  void day(std::string_view name, Date value);
  void end(std::string_view name, Validity::End end, PartialDate to);
  void integer(std::string_view name, std::optional<std::int64_t> value);
  void count(std::string_view name, std::optional<std::int64_t> value) { integer(name, value); }
  void share(std::string_view name, std::optional<double> value);
  void decimal(std::string_view name, std::optional<double> value) { share(name, value); }
  void flag(std::string_view name, std::optional<bool> value);
  void code(std::string_view name, std::optional<PartyState> value);
  void code(std::string_view name, std::optional<Covers> value);
  void code(std::string_view name, AgreementStatus value);
  void position(std::string_view name, const std::optional<LatLon>& value, const Extra& extra);
  void raw(std::string_view name, const std::string& json);
  void constant(std::string_view name, std::string_view value);
  void coverage(std::string_view name, const std::optional<Coverage>& value) { object(name, value); }

  template <class Tag>
  void reference(std::string_view name, const Reference<Tag>& ref, Need need = Need::optional) {
    text(name, key_of(ref), need);
  }
  template <class Tag>
  void references(std::string_view name, const std::vector<Reference<Tag>>& refs) {
    if (refs.empty()) return otherwise(name, Need::optional, "");
    list(name, refs, [&](const Reference<Tag>& ref) { append_quoted(out_, key_of(ref)); });
  }
  template <class Tag>
  void one_or_more(std::string_view name, const std::vector<Reference<Tag>>& refs, bool is_list) {
    if (refs.size() == 1 && !is_list) return reference(name, refs.front());
    references(name, refs);
  }
  template <class Row>
  void object(std::string_view name, const std::optional<Row>& row) {
    if (!row) return otherwise(name, Need::optional, "");
    begin(name);
    write(out_, depth_, network_, *row);
  }
  template <class Row>
  void rows(std::string_view name, const std::vector<Row>& rows, Need need = Need::optional) {
    if (rows.empty()) return otherwise(name, need, "[]");
    list(name, rows, [&](const Row& row) { write(out_, depth_ + 1, network_, row); });
  }
  // Rows in the order of their ids, so that two saves are the same bytes whatever the order of edits.
  template <class Rows>
  void table(std::string_view name, const Rows& rows, Need need = Need::optional) {
    if (rows.empty()) return otherwise(name, need, "[]");
    list(name, in_order(rows), [&](const auto* row) { write(out_, depth_ + 1, network_, *row); });
  }

 private:
  RowWriter(std::string& out, int depth, const Network& network, const Extra& extra);
  void begin(std::string_view name);
  void begin_quoted(std::string_view name);
  void finish();
  // A member without a value: what Extra holds under its name; else, if it is required, `empty`.
  void otherwise(std::string_view name, Need need, std::string_view empty);
  const std::string* kept(std::string_view name) const;
  bool is_known(std::string_view name) const;

  const std::string& key_of(const ActorRef& ref) const {
    return ref.id.is_set() ? network_.actor(ref.id).key : ref.unresolved;
  }
  const std::string& key_of(const AgreementRef& ref) const {
    return ref.id.is_set() ? network_.agreement(ref.id).key : ref.unresolved;
  }
  const std::string& key_of(const SourceRef& ref) const {
    return ref.id.is_set() ? network_.sources[ref.id.value].key : ref.unresolved;
  }

  template <class Rows>
  static auto in_order(const Rows& rows) {
    std::vector<decltype(&*rows.begin())> order;
    order.reserve(rows.size());
    for (const auto& row : rows) order.push_back(&row);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return comes_first(*a, *b); });
    return order;
  }
  template <class Row>
  static bool comes_first(const Row& a, const Row& b) {
    return a.key < b.key;
  }
  static bool comes_first(const Milestone& a, const Milestone& b) { return to_string(a.date) < to_string(b.date); }

  template <class Items, class Write>
  void list(std::string_view name, const Items& items, Write&& write_item) {
    begin(name);
    out_ += '[';
    bool is_first = true;
    for (const auto& item : items) {
      if (!is_first) out_ += ',';
      is_first = false;
      append_line(out_, depth_ + 1);
      write_item(item);
    }
    append_line(out_, depth_);
    out_ += ']';
  }

  std::string& out_;
  int depth_;  // of this object's members
  const Network& network_;
  const Extra& extra_;
  std::vector<std::string_view> known_;  // members met so far; only where there is an Extra to tell them from
  bool is_first_ = true;
};

}  // namespace samverka
