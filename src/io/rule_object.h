#pragma once
// One object of a rules file: its members are taken by name, codes are looked up in the taxonomy, and what is left over
// may be told. The reader of rows does the types; a rule needs more, since here a code that nobody knows is an error.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/row_reader.h"
#include "model/taxonomy.h"

namespace samverka {

class RuleObject {
 public:
  // `node` must be an object: see is_object.
  RuleObject(FileContext& file, JsonTree& tree, std::uint32_t node)
      : file_(file), tree_(tree), node_(node), reader_(file, tree, node) {}
  // Tells E_TYPE where it is none.
  static bool is_object(FileContext& file, const JsonTree& tree, std::uint32_t node, std::string_view name);

  std::optional<std::uint32_t> find(std::string_view name) const;
  bool has(std::string_view name) const { return find(name).has_value(); }

  void text(std::string_view name, std::string& into, Need need = Need::optional);
  void texts(std::string_view name, std::vector<std::string>& into);
  void share(std::string_view name, std::optional<double>& into);
  void flag(std::string_view name, bool& into);
  // A whole number from `least` to `most`; without the member `into` stays as it was.
  void whole(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t& into);
  void count(std::string_view name, std::optional<std::int64_t>& into);
  // One of the words; its place among them.
  std::optional<std::size_t> word(std::string_view name, std::span<const std::string_view> known,
                                  Need need = Need::optional);

  template <class T>
  void code(std::string_view name, const Terms<T>& terms, std::string& into) {
    text(name, into);
    if (const auto found = find(name)) check_code(name, *found, terms, into);
  }
  template <class T>
  void codes(std::string_view name, const Terms<T>& terms, std::optional<std::vector<std::string>>& into) {
    list(name, into);
    each_text(name, into, [&](std::uint32_t item, const std::string& code) { check_code(name, item, terms, code); });
  }
  // Codes of two digits.
  void counties(std::string_view name, std::optional<std::vector<std::string>>& into);

  // The objects of a member: one for an object, each for a list. E_MISSING, E_TYPE, and for an empty list E_MISSING.
  std::optional<std::uint32_t> object(std::string_view name, Need need);
  std::vector<std::uint32_t> objects(std::string_view name);

  // Everything that has not been asked for by now: E_UNKNOWN, with what might have stood there.
  void refuse_the_rest();

  void tell(const char* code, Message message, std::uint32_t node);
  std::uint32_t node() const { return node_; }

 private:
  static constexpr std::size_t near = 2;  // letters that differ in a slip

  void ask(std::string_view name) { asked_.push_back(name); }
  void list(std::string_view name, std::optional<std::vector<std::string>>& into);
  template <class Visit>
  void each_text(std::string_view name, const std::optional<std::vector<std::string>>& texts, Visit&& visit) {
    const auto found = find(name);
    if (!found || !texts) return;
    std::size_t i = 0;
    tree_.each_child(*found, [&](std::uint32_t item) { visit(item, texts->at(i++)); });
  }
  template <class T>
  void check_code(std::string_view name, std::uint32_t node, const Terms<T>& terms, const std::string& code) {
    if (tree_.nodes[node].kind != JsonKind::text || terms.has(code)) return;
    std::vector<std::string_view> known;
    for (const T& term : terms.rows()) known.push_back(term.code);
    tell_unknown(name, node, code, known);
  }
  void tell_unknown(std::string_view name, std::uint32_t node, const std::string& code,
                    std::span<const std::string_view> known);

  FileContext& file_;
  JsonTree& tree_;
  std::uint32_t node_;
  RowReader reader_;
  std::vector<std::string_view> asked_;
};

}  // namespace samverka
