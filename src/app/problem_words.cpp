#include "app/problem_words.h"

#include <algorithm>
#include <string>

namespace samverka {
namespace {

// A kind of actor: a type, a subtype or a whole group, in the order that a rule names them.
std::string kind_label(const std::string& code, const Taxonomy& taxonomy, std::string_view language) {
  if (taxonomy.actor_types.has(code)) return taxonomy.actor_types.label(code, language);
  if (taxonomy.actor_subtypes.has(code)) return taxonomy.actor_subtypes.label(code, language);
  return taxonomy.groups.label(code, language);
}

// "municipality, region": any of them will do.
std::string kind_labels(std::string_view codes, const Taxonomy& taxonomy, std::string_view language) {
  constexpr std::string_view between = ", ";
  std::string out;
  while (!codes.empty()) {
    const std::size_t end = std::min(codes.find(between), codes.size());
    out += (out.empty() ? "" : " / ") + kind_label(std::string(codes.substr(0, end)), taxonomy, language);
    codes.remove_prefix(std::min(end + between.size(), codes.size()));
  }
  return out;
}

std::string label(std::string_view argument, const std::string& value, const Taxonomy& t, std::string_view language) {
  if (argument == "form") return t.forms.label(value, language);
  if (argument == "role") return t.roles.label(value, language);
  if (argument == "type") return kind_label(value, t, language);
  if (argument == "who") return kind_labels(value, t, language);
  return value;
}

}  // namespace

Message with_labels(const Message& message, const Taxonomy& taxonomy, std::string_view language) {
  Message out = message;
  for (auto& [name, value] : out.args) value = label(name, value, taxonomy, language);
  return out;
}

Problem with_labels(Problem problem, const Taxonomy& taxonomy, std::string_view language) {
  problem.message = with_labels(problem.message, taxonomy, language);
  return problem;
}

}  // namespace samverka
