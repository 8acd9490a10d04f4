#include "io/rule_object.h"

#include <algorithm>

#include "base/collate.h"
#include "base/utf8.h"

namespace samverka {
namespace {

constexpr std::size_t shown_of_a_value = 60;

std::string listed(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : ", ") + std::string(word);
  return out;
}

std::string nearest(const std::string& wanted, std::span<const std::string_view> known, std::size_t limit) {
  if (wanted.size() > shown_of_a_value) return {};
  std::string best;
  std::size_t least = std::min(limit, wanted.size() / 3) + 1;
  for (const std::string_view word : known) {
    const std::size_t distance = edit_distance(wanted, word, limit);
    if (distance >= least) continue;
    least = distance;
    best = word;
  }
  return best;
}

bool is_county(std::string_view code) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return code.size() == 2 && is_digit(code[0]) && is_digit(code[1]);
}

}  // namespace

bool RuleObject::is_object(FileContext& file, const JsonTree& tree, std::uint32_t node, std::string_view name) {
  if (tree.nodes[node].kind == JsonKind::object) return true;
  const std::string value = cut_to_bytes(tree.raw(tree.nodes[node]), shown_of_a_value);
  Message message{"problem.type.object", {{"member", std::string(name)}, {"value", value}}};
  file.problems.add(error("E_TYPE", std::move(message)), {tree.nodes[node].begin, {}});
  return false;
}

std::optional<std::uint32_t> RuleObject::find(std::string_view name) const {
  std::optional<std::uint32_t> found;
  tree_.each_child(node_, [&](std::uint32_t i) {
    if (tree_.is_named(tree_.nodes[i], name)) found = i;
  });
  return found;
}

void RuleObject::tell(const char* code, Message message, std::uint32_t node) {
  file_.problems.add(error(code, std::move(message)), {tree_.nodes[node].begin, {}});
}

void RuleObject::tell_unknown(std::string_view name, std::uint32_t node, const std::string& code,
                              std::span<const std::string_view> known) {
  const std::string member(name), value = cut_to_bytes(code, shown_of_a_value);
  const std::string meant = nearest(code, known, near);
  if (meant.empty()) return tell("E_UNKNOWN", {"problem.rules.code", {{"member", member}, {"code", value}}}, node);
  tell("E_UNKNOWN", {"problem.rules.code_near", {{"member", member}, {"code", value}, {"near", meant}}}, node);
}

void RuleObject::text(std::string_view name, std::string& into, Need need) {
  ask(name);
  reader_.text(name, into, need);
  const auto found = find(name);
  if (need == Need::required && found && into.empty() && tree_.nodes[*found].kind == JsonKind::text) {
    tell("E_MISSING", {"problem.missing", {{"member", std::string(name)}}}, *found);
  }
}

void RuleObject::texts(std::string_view name, std::vector<std::string>& into) {
  ask(name);
  reader_.texts(name, into);
}

void RuleObject::list(std::string_view name, std::optional<std::vector<std::string>>& into) {
  ask(name);
  reader_.texts(name, into);
}

void RuleObject::share(std::string_view name, std::optional<double>& into) {
  ask(name);
  reader_.share(name, into);
}

void RuleObject::count(std::string_view name, std::optional<std::int64_t>& into) {
  ask(name);
  reader_.count(name, into);
}

void RuleObject::flag(std::string_view name, bool& into) {
  ask(name);
  std::optional<bool> value;
  reader_.flag(name, value);
  into = value.value_or(into);
}

void RuleObject::whole(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t& into) {
  ask(name);
  std::optional<std::int64_t> value;
  reader_.integer(name, value);
  if (!value) return;
  if (*value >= least && *value <= most) {
    into = *value;
    return;
  }
  tell("E_RANGE",
       {"problem.rules.range",
        {{"member", std::string(name)},
         {"value", std::to_string(*value)},
         {"least", std::to_string(least)},
         {"most", std::to_string(most)}}},
       *find(name));
}

std::optional<std::size_t> RuleObject::word(std::string_view name, std::span<const std::string_view> known, Need need) {
  std::string given;
  text(name, given, need);
  const auto found = find(name);
  if (!found || tree_.nodes[*found].kind != JsonKind::text) return std::nullopt;
  const auto at = std::find(known.begin(), known.end(), given);
  if (at != known.end()) return static_cast<std::size_t>(at - known.begin());
  if (given.empty() && need == Need::required) return std::nullopt;  // told already
  tell("E_UNKNOWN",
       {"problem.rules.word",
        {{"member", std::string(name)}, {"value", cut_to_bytes(given, shown_of_a_value)}, {"known", listed(known)}}},
       *found);
  return std::nullopt;
}

void RuleObject::counties(std::string_view name, std::optional<std::vector<std::string>>& into) {
  list(name, into);
  each_text(name, into, [&](std::uint32_t item, const std::string& code) {
    if (is_county(code)) return;
    tell("E_CODE", {"problem.code", {{"value", cut_to_bytes(code, shown_of_a_value)}, {"form", "NN"}}}, item);
  });
}

std::optional<std::uint32_t> RuleObject::object(std::string_view name, Need need) {
  ask(name);
  const auto found = find(name);
  if (!found) {
    if (need == Need::required) tell("E_MISSING", {"problem.missing", {{"member", std::string(name)}}}, node_);
    return std::nullopt;
  }
  tree_.nodes[*found].is_taken = true;
  if (!is_object(file_, tree_, *found, name)) return std::nullopt;
  return found;
}

std::vector<std::uint32_t> RuleObject::objects(std::string_view name) {
  ask(name);
  const auto found = find(name);
  std::vector<std::uint32_t> items;
  if (!found) {
    tell("E_MISSING", {"problem.missing", {{"member", std::string(name)}}}, node_);
    return items;
  }
  JsonNode& node = tree_.nodes[*found];
  node.is_taken = true;
  const std::vector<std::pair<std::string, std::string>> args = {
      {"member", std::string(name)}, {"value", cut_to_bytes(tree_.raw(node), shown_of_a_value)}};
  if (node.kind != JsonKind::list) {
    tell("E_TYPE", {"problem.type.list", args}, *found);
    return items;
  }
  tree_.each_child(*found, [&](std::uint32_t item) { items.push_back(item); });
  if (items.empty()) tell("E_MISSING", {"problem.rules.empty", args}, *found);
  std::erase_if(items, [&](std::uint32_t item) { return !is_object(file_, tree_, item, name); });
  return items;
}

void RuleObject::refuse_the_rest() {
  tree_.each_child(node_, [&](std::uint32_t i) {
    const std::string name = tree_.name(tree_.nodes[i]);
    if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) return;
    tell("E_UNKNOWN",
         {"problem.rules.member", {{"member", cut_to_bytes(name, shown_of_a_value)}, {"known", listed(asked_)}}}, i);
  });
}

}  // namespace samverka
