#include "io/json_edit.h"

#include <charconv>
#include <optional>
#include <span>
#include <vector>

#include "io/json_format.h"
#include "io/json_scan.h"

namespace samverka {
namespace {

using Steps = std::vector<std::string>;

std::string without_tildes(std::string_view part) {
  std::string out;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool is_escape = part[i] == '~' && i + 1 < part.size() && (part[i + 1] == '0' || part[i + 1] == '1');
    out += is_escape ? (part[++i] == '1' ? '/' : '~') : part[i];
  }
  return out;
}

Steps steps_of(std::string_view path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  Steps steps;
  while (!path.empty()) {
    const std::size_t end = path.find('/');
    steps.push_back(without_tildes(path.substr(0, end)));
    path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
  }
  return steps;
}

// A fault stays: the caller has JSON that the program wrote, or asked for `raw` to be looked at.
std::optional<Problem> scan(std::string_view text, JsonTree& tree) {
  std::optional<Problem> flaw;
  JsonScanner scanner(text, 0, {}, [&](Problem problem, std::size_t, std::size_t) { flaw = std::move(problem); });
  if (!scanner.read(tree) || !scanner.finish()) return scanner.refusal()->problem;
  tree.text = text;
  return flaw;
}

std::optional<std::size_t> place_in_list(const std::string& step) {
  std::size_t place = 0;
  const char* const end = step.data() + step.size();
  const auto read = std::from_chars(step.data(), end, place);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return place;
}

std::optional<std::uint32_t> child_of(const JsonTree& tree, std::uint32_t node, const std::string& step) {
  const bool is_list = tree.nodes[node].kind == JsonKind::list;
  const auto wanted = is_list ? place_in_list(step) : std::nullopt;
  std::optional<std::uint32_t> found;
  std::size_t place = 0;
  tree.each_child(node, [&](std::uint32_t i) {
    if (is_list ? wanted == place : tree.is_named(tree.nodes[i], step)) found = found.value_or(i);
    ++place;
  });
  return found;
}

std::size_t count_of(const JsonTree& tree, std::uint32_t node) {
  std::size_t count = 0;
  tree.each_child(node, [&](std::uint32_t) { ++count; });
  return count;
}

Problem no_path(std::string_view path) {
  return error("E_PATH", {"problem.path", {{"path", std::string(path)}}}, Exit::usage);
}

// What is to stand where nothing stands yet: the value inside the objects and lists that lead to it.
std::string wrapped(std::span<const std::string> steps, std::string_view raw) {
  if (steps.empty()) return std::string(raw);
  const std::string inner = wrapped(steps.subspan(1), raw);
  if (steps.front() == "-") return "[" + inner + "]";
  std::string name;
  append_quoted(name, steps.front());
  return "{" + name + ":" + inner + "}";
}

std::string spliced(std::string_view text, std::size_t begin, std::size_t end, std::string_view by) {
  return std::string(text.substr(0, begin)) + std::string(by) + std::string(text.substr(end));
}

// As deep as the path leads, and what is left of it.
struct JsonPlace {
  std::uint32_t node = 0;
  std::size_t taken = 0;
};

JsonPlace reach(const JsonTree& tree, const Steps& steps) {
  JsonPlace at;
  while (at.taken < steps.size()) {
    const auto child = child_of(tree, at.node, steps[at.taken]);
    if (!child) break;
    at = {*child, at.taken + 1};
  }
  return at;
}

bool may_grow(const JsonTree& tree, std::uint32_t node, const std::string& step) {
  const JsonKind kind = tree.nodes[node].kind;
  if (kind == JsonKind::object) return true;
  return kind == JsonKind::list && (step == "-" || place_in_list(step) == count_of(tree, node));
}

// From the end of what stands before it, or to the beginning of what comes after, so that one comma goes along.
std::string cut_out(const JsonTree& tree, std::uint32_t parent, std::uint32_t child) {
  std::size_t begin = tree.nodes[parent].begin + 1, end = tree.nodes[child].end;
  std::optional<std::size_t> next;
  tree.each_child(parent, [&](std::uint32_t i) {
    if (i < child) begin = tree.nodes[i].end;
    if (i > child && !next) next = tree.nodes[i].name_end > 0 ? tree.nodes[i].name_begin - 1 : tree.nodes[i].begin;
  });
  const bool is_first = begin == tree.nodes[parent].begin + 1;
  if (is_first && next) end = *next;
  return spliced(tree.text, begin, end, "");
}

}  // namespace

Result<std::string> with_member(std::string_view json, std::string_view path, std::string_view raw) {
  JsonTree value, tree;
  if (auto problem = scan(raw, value)) {
    if (problem->code != "E_PARSE") return *problem;
    return error("E_PARSE", {"problem.value", {{"value", std::string(raw)}}}, Exit::usage);
  }
  if (auto problem = scan(json, tree)) return *problem;
  const Steps steps = steps_of(path);
  const JsonPlace at = reach(tree, steps);
  const JsonNode& node = tree.nodes[at.node];
  if (at.taken == steps.size()) return spliced(json, node.begin, node.end, raw);
  if (!may_grow(tree, at.node, steps[at.taken])) return no_path(path);
  const std::span<const std::string> left = std::span(steps).subspan(at.taken + 1);
  for (const std::string& step : left) {
    if (place_in_list(step)) return no_path(path);  // of a list that is not there
  }
  std::string by = count_of(tree, at.node) > 0 ? "," : "";
  if (node.kind == JsonKind::object) {
    append_quoted(by, steps[at.taken]);
    by += ':';
  }
  return spliced(json, node.end - 1, node.end - 1, by + wrapped(left, raw));
}

Result<std::string> without_member(std::string_view json, std::string_view path) {
  JsonTree tree;
  if (auto problem = scan(json, tree)) return *problem;
  const Steps steps = steps_of(path);
  if (steps.empty()) return no_path(path);
  const JsonPlace at = reach(tree, steps);
  if (at.taken < steps.size()) return std::string(json);
  const JsonPlace parent = reach(tree, Steps(steps.begin(), steps.end() - 1));
  return cut_out(tree, parent.node, at.node);
}

std::string member_of(std::string_view json, std::string_view path) {
  JsonTree tree;
  if (scan(json, tree)) return {};
  const Steps steps = steps_of(path);
  const JsonPlace at = reach(tree, steps);
  return at.taken == steps.size() ? std::string(tree.raw(tree.nodes[at.node])) : std::string();
}

}  // namespace samverka
