#pragma once
// JSON (RFC 8259) read once from front to back, with the place of every token. Network files are read row by row: one
// value at a time becomes a small tree, is made into a row and forgotten, so a large file costs its text and the model.
//
// Why not nlohmann's SAX, which reads the other files: it does not tell where a token begins, keeps the last of two
// members with one name, and copies every string; a network file must come back with its numbers' digits and say line
// and column for each problem. tests/io/damaged_file_test.cpp holds the two against each other on damaged files.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace samverka {

enum class JsonKind : std::uint8_t { null, no, yes, number, text, list, object };

// One value: its extent in the file and, where it is a member, the extent of its name (without quotes).
struct JsonNode {
  JsonKind kind = JsonKind::null;
  bool name_has_escapes = false;
  bool text_has_escapes = false;
  bool is_taken = false;   // for readers of members: this one has been used
  std::uint32_t next = 0;  // index of the first node after this value and all that is in it
  std::size_t begin = 0, end = 0;
  std::size_t name_begin = 0, name_end = 0;
};

// A value and all that is in it, parents first. Holds places in a text, so the text must outlive it.
struct JsonTree {
  std::string_view text;
  std::vector<JsonNode> nodes;

  std::string_view raw(const JsonNode& node) const { return text.substr(node.begin, node.end - node.begin); }
  bool is_named(const JsonNode& node, std::string_view name) const;
  std::string name(const JsonNode& node) const;
  // A text without its quotes. Points into the file, or into `scratch` where escapes had to be undone.
  std::string_view text_of(const JsonNode& node, std::string& scratch) const;
  // Visits the index of each member or item of the value at `parent`.
  template <class Visit>
  void each_child(std::uint32_t parent, Visit&& visit) const {
    for (std::uint32_t i = parent + 1; i < nodes[parent].next; i = nodes[i].next) visit(i);
  }
};

// The text between quotes with its escapes undone. Unsound ones, which are in no text that was scanned to its end but
// may be in a name on the way to a fault, become something.
std::string without_escapes(std::string_view quoted);

// Of a number that a double cannot hold: is it too large, and not too small?
bool is_too_large(std::string_view number);

struct ScanLimits {
  int depth = 64;
  std::size_t string_bytes = std::size_t{1} << 20;
};

class JsonScanner {
 public:
  // What makes a file unusable without stopping the reading: E_DUPKEY, E_NUMBER. `other` is the offset of the first of
  // the two members, or the same offset.
  using OnFlaw = std::function<void(Problem problem, std::size_t offset, std::size_t other)>;

  JsonScanner(std::string_view text, std::size_t start, ScanLimits limits, OnFlaw on_flaw);

  // What begins here; nothing at the end of the text or where no value can begin.
  std::optional<JsonKind> peek();
  std::size_t offset() const { return at_; }  // after peek(): where the value begins

  // One value into the tree (which is emptied first). False when the text is not JSON or over a limit: see refusal().
  bool read(JsonTree& tree);
  // One value, checked; only its extent is kept. `member` may bring a name with it.
  bool skip(JsonNode& member);
  // Walks the object or list that begins here. The visitor must read or skip the value, and says false to stop.
  bool each_member(const std::function<bool(JsonNode& member)>& visit);
  bool each_item(const std::function<bool()>& visit);
  bool finish();  // nothing but white space may follow

  struct Refusal {
    Problem problem;
    std::size_t offset = 0;
  };
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  struct Name {
    std::size_t begin, end;
    bool has_escapes;
  };
  bool value(JsonNode node, std::vector<JsonNode>* nodes);
  bool fill(JsonNode& node, std::vector<JsonNode>* nodes);
  bool object(std::vector<JsonNode>* nodes);
  bool list(std::vector<JsonNode>* nodes);
  template <class Visit>
  bool walk_object(Visit&& visit);
  template <class Visit>
  bool walk_list(Visit&& visit);
  bool member_name(JsonNode& member);
  bool string(std::size_t& begin, std::size_t& end, bool& has_escapes);
  bool escape();
  bool hex4(unsigned& value);
  bool number();
  bool digits();
  bool literal(std::string_view word);
  bool enter();
  bool leave(char bracket);
  bool take(char c);
  void skip_space();
  bool refuse(std::string code, std::string key, Exit exit = Exit::parse);
  bool refuse_here();
  void report_repeated_names(std::size_t first_name);
  void report_repeated(const Name& first, const Name& second);

  std::string_view text_;
  std::size_t at_;
  ScanLimits limits_;
  OnFlaw on_flaw_;
  int depth_ = 0;
  std::vector<Name> names_;  // of every object that is open
  std::optional<Refusal> refusal_;
};

// JSON pointers (RFC 6901) to the values that begin at, or hold, each of the offsets, which must rise. One pass. The
// text may be damaged after the last offset, but not before it.
std::vector<std::string> pointers_at(std::string_view text, const std::vector<std::size_t>& offsets);

// Finds where values begin that pointers name. Each look-up is in the value at `start`; look-ups in the same value one
// after the other walk it once, since an agreement may have a million parties and a thousand problems.
class PointerFinder {
 public:
  explicit PointerFinder(std::string_view text) : text_(text) {}
  std::size_t offset_of(std::size_t start, std::string_view pointer);  // as deep as the pointer leads

 private:
  std::string_view text_;
  std::optional<std::size_t> start_;  // of the value in tree_
  JsonTree tree_;
};

}  // namespace samverka
