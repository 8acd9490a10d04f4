#include "io/json_pieces.h"

#include "io/json_format.h"

namespace samverka {
namespace {

// False for what is no JSON; nothing that is read here is that.
bool scan_sound(std::string_view raw, JsonTree& tree) {
  JsonScanner scanner(raw, 0, {}, [](const Problem&, std::size_t, std::size_t) {});
  const bool is_sound = scanner.read(tree);
  tree.text = raw;
  return is_sound && !tree.nodes.empty();
}

}  // namespace

JsonKind json_kind(std::string_view raw) {
  JsonScanner scanner(raw, 0, {}, [](const Problem&, std::size_t, std::size_t) {});
  return scanner.peek().value_or(JsonKind::null);
}

std::vector<JsonMember> json_members(std::string_view object) {
  std::vector<JsonMember> members;
  JsonTree tree;
  if (!scan_sound(object, tree) || tree.nodes[0].kind != JsonKind::object) return members;
  tree.each_child(0, [&](std::uint32_t i) {
    members.push_back({tree.name(tree.nodes[i]), std::string(tree.raw(tree.nodes[i]))});
  });
  return members;
}

std::vector<std::string> json_items(std::string_view list) {
  std::vector<std::string> items;
  JsonTree tree;
  if (!scan_sound(list, tree) || tree.nodes[0].kind != JsonKind::list) return items;
  tree.each_child(0, [&](std::uint32_t i) { items.emplace_back(tree.raw(tree.nodes[i])); });
  return items;
}

std::string json_text_value(std::string_view raw) {
  const std::vector<std::string> texts =
      json_kind(raw) == JsonKind::text ? json_texts(raw) : std::vector<std::string>();
  return texts.empty() ? std::string() : texts.front();
}

std::vector<std::string> json_texts(std::string_view raw) {
  std::vector<std::string> texts;
  JsonTree tree;
  if (!scan_sound(raw, tree)) return texts;
  std::string scratch;
  for (const JsonNode& node : tree.nodes) {
    if (node.kind == JsonKind::text) texts.emplace_back(tree.text_of(node, scratch));
  }
  return texts;
}

// Line feeds and the spaces after them are the file's layout; inside texts they stand as \n.
std::string json_on_one_line(std::string_view raw) {
  std::string out;
  bool is_indent = false;
  for (const char c : raw) {
    if (c == '\n') {
      is_indent = true;
    } else if (!is_indent || c != ' ') {
      if (is_indent && !out.empty() && out.back() != '[' && out.back() != '{' && c != ']' && c != '}') out += ' ';
      is_indent = false;
      out += c;
    }
  }
  return out;
}

std::string json_object(const std::vector<JsonMember>& members) {
  std::string out = "{";
  for (const JsonMember& member : members) {
    if (out.size() > 1) out += ',';
    append_quoted(out, member.name);
    out += ':' + member.raw;
  }
  return out + "}";
}

std::string json_list(const std::vector<std::string>& items) {
  std::string out = "[";
  for (const std::string& item : items) out += (out.size() > 1 ? "," : "") + item;
  return out + "]";
}

}  // namespace samverka
