// Between JSON pointers and places in a file (json_scan.h). Only done for the problems that are shown.
#include <algorithm>

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
    while (at_ < text_.size() && !(is_token_ahead() && at_ >= offset)) step();
    // A member's name leads to the member, so the name itself is read before the path is told.
    if (at_ < text_.size() && text_[at_] == '"' && awaits_name()) name_the_member(at_ + 1);
    return path();
  }

 private:
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

std::optional<std::uint32_t> child(const JsonTree& tree, std::uint32_t parent, const std::string& part) {
  std::optional<std::uint32_t> found;
  std::size_t index = 0;
  tree.each_child(parent, [&](std::uint32_t i) {
    const bool is_object = tree.nodes[parent].kind == JsonKind::object;
    const bool is_it = is_object ? tree.is_named(tree.nodes[i], part) : std::to_string(index) == part;
    if (is_it && !found) found = i;
    ++index;
  });
  return found;
}

}  // namespace

std::vector<std::string> pointers_at(std::string_view text, const std::vector<std::size_t>& offsets) {
  PointerWalk walk(text);
  std::vector<std::string> out;
  out.reserve(offsets.size());
  for (std::size_t offset : offsets) out.push_back(walk.to(offset));
  return out;
}

std::size_t offset_of_pointer(std::string_view text, std::size_t start, std::string_view pointer) {
  JsonTree tree;
  JsonScanner scanner(text, start, {1000, text.size()}, [](Problem, std::size_t, std::size_t) {});
  if (!scanner.read(tree)) return start;
  std::uint32_t here = 0;
  while (pointer.size() > 1) {
    const auto next = child(tree, here, next_part(pointer));
    if (!next) break;
    here = *next;
  }
  return tree.nodes[here].begin;
}

}  // namespace samverka
