#include "io/graph_ids.h"

#include <algorithm>
#include <unordered_set>

namespace samverka {
namespace {

bool is_id_of_xml(std::string_view key) {
  const auto is_letter_or_digit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !key.empty() && key.size() <= 80 && is_letter_or_digit(key.front()) &&
         std::all_of(key.begin(), key.end(),
                     [&](char c) { return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-'; });
}

}  // namespace

std::vector<std::string> graph_ids(const Network& network) {
  std::vector<std::string> ids;
  ids.reserve(network.actors.size() + network.agreements.size());
  std::unordered_set<std::string_view> taken;
  const auto add = [&](const Key& key) {
    const bool is_good = is_id_of_xml(key) && taken.insert(key).second;
    ids.push_back(is_good ? key : "_" + std::to_string(ids.size() + 1));
  };
  for (const Actor& row : network.actors) add(row.key);
  for (const Agreement& row : network.agreements) add(row.key);
  return ids;
}

std::string joined_words(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& each : words) {
    if (!out.empty()) out += ' ';
    out += each;
  }
  return out;
}

std::string perspectives_words(const Agreement& agreement) {
  if (!agreement.perspectives) return {};
  return agreement.perspectives->empty() ? "none" : joined_words(*agreement.perspectives);
}

std::string end_words(Validity::End end, PartialDate to) {
  if (end == Validity::End::open) return "open";
  return end == Validity::End::date ? to_string(to) : std::string();
}

}  // namespace samverka
