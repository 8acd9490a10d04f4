// Between JSON pointers and places in a file (json_scan.h). Only done for the problems that are shown.
#include <algorithm>
#include <charconv>

#include "io/json_scan.h"

namespace samverka {
namespace {

std::string pointer_part(std::string_view name) {
  std::string out = "/";
  for (char c : name) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

// Where the walk is: a stack of open objects and lists, each with its present member or item.
struct Level {
  bool is_object = false;
  std::size_t index = 0;
  std::string_view name;
  bool name_has_escapes = false;
  bool awaits_name = false;
};

class PointerWalk {
 public:
  explicit PointerWalk(std::string_view text) : text_(text) {}

  // Walks until the token at or after the offset has been met, and tells the path there.
  std::string to(std::size_t offset) {
    while (at_ < text_.size() && !(is_token_ahead() && at_ >= offset)) {
      if (text_[at_] == '"' && is_inside_string(offset)) return inside_string();
      step();
    }
    // A member's name leads to the member, so the name itself is read before the path is told.
    if (at_ < text_.size() && text_[at_] == '"' && awaits_name()) name_the_member(at_ + 1);
    return path();
  }

 private:
  // The offset lies in the string that begins here, or the string never ends.
  bool is_inside_string(std::size_t offset) const {
    const std::size_t end = end_of_string(at_ + 1);
    return end > offset || end == text_.size();
  }
  // The fault is between the quotes: in a value, which has its member's path, or in a name, which is then no name yet.
  std::string inside_string() {
    if (awaits_name()) levels_.back().name = {};
    return path();
  }
  bool awaits_name() const { return !levels_.empty() && levels_.back().awaits_name; }
  bool is_token_ahead() const {
    const char c = text_[at_];
    return c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != ',' && c != ':';
  }
  void name_the_member(std::size_t begin) {
    const std::size_t end = end_of_string(begin);
    levels_.back().name = text_.substr(begin, end - begin);
    levels_.back().name_has_escapes = levels_.back().name.find('\\') != std::string_view::npos;
  }
  std::size_t end_of_string(std::size_t at) const {
    while (at < text_.size() && text_[at] != '"') at += text_[at] == '\\' ? 2 : 1;
    return std::min(at, text_.size());
  }
  void step() {
    const char c = text_[at_];
    if (c == '"') return step_over_string();
    if (c == '{' || c == '[') {
      levels_.push_back({c == '{', 0, {}, false, c == '{'});
    } else if ((c == '}' || c == ']') && !levels_.empty()) {
      levels_.pop_back();
    } else if (c == ',' && !levels_.empty()) {
      ++levels_.back().index;
      levels_.back().awaits_name = levels_.back().is_object;
    }
    ++at_;
  }
  void step_over_string() {
    if (awaits_name()) {
      name_the_member(at_ + 1);
      levels_.back().awaits_name = false;
    }
    at_ = std::min(end_of_string(at_ + 1) + 1, text_.size());
  }
  std::string path() const {
    std::string out;
    for (const Level& level : levels_) {
      if (!level.is_object) {
        out += '/' + std::to_string(level.index);
      } else if (level.name.data() != nullptr) {
        out += pointer_part(level.name_has_escapes ? without_escapes(level.name) : std::string(level.name));
      }
    }
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Level> levels_;
};

std::string next_part(std::string_view& pointer) {
  pointer.remove_prefix(1);
  const std::size_t end = std::min(pointer.find('/'), pointer.size());
  std::string part(pointer.substr(0, end));
  pointer.remove_prefix(end);
  for (std::size_t at = part.find('~'); at != std::string::npos; at = part.find('~', at + 1)) {
    if (at + 1 >= part.size()) break;
    part[at] = part[at + 1] == '1' ? '/' : '~';
    part.erase(at + 1, 1);
  }
  return part;
}

std::optional<std::uint32_t> member(const JsonTree& tree, std::uint32_t parent, const std::string& name) {
  for (std::uint32_t i = parent + 1; i < tree.nodes[parent].next; i = tree.nodes[i].next) {
    if (tree.is_named(tree.nodes[i], name)) return i;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> item(const JsonTree& tree, std::uint32_t parent, const std::string& index) {
  std::size_t left = 0;
  const auto read = std::from_chars(index.data(), index.data() + index.size(), left);
  if (read.ec != std::errc()) return std::nullopt;
  for (std::uint32_t i = parent + 1; i < tree.nodes[parent].next; i = tree.nodes[i].next) {
    if (left-- == 0) return i;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> pointers_at(std::string_view text, const std::vector<std::size_t>& offsets) {
  PointerWalk walk(text);
  std::vector<std::string> out;
  out.reserve(offsets.size());
  for (std::size_t offset : offsets) out.push_back(walk.to(offset));
  return out;
}

std::size_t PointerFinder::offset_of(std::size_t start, std::string_view pointer) {
  if (start_ != start) {
    JsonScanner scanner(text_, start, {1000, text_.size()}, [](const Problem&, std::size_t, std::size_t) {});
    start_ = start;
    if (!scanner.read(tree_)) tree_.nodes.clear();
  }
  if (tree_.nodes.empty()) return start;
  std::uint32_t here = 0;
  while (pointer.size() > 1) {
    const bool is_object = tree_.nodes[here].kind == JsonKind::object;
    const std::string part = next_part(pointer);
    const auto next = is_object ? member(tree_, here, part) : item(tree_, here, part);
    if (!next) break;
    here = *next;
  }
  return tree_.nodes[here].begin;
}

}  // namespace samverka
