#include "io/read_crosswalk.h"

#include <nlohmann/json.hpp>

#include "io/json_dom.h"

namespace samverka {
namespace {

using nlohmann::json;

std::vector<std::string> codes(const json& row, const char* name) {
  std::vector<std::string> found;
  for (const json& code : list_member(row, name)) {
    if (code.is_string()) found.push_back(code.get<std::string>());
  }
  return found;
}

Wording wording(const json& row) { return {text_member(row, "sv"), text_member(row, "en")}; }

CrosswalkRow::Comparable comparable(const std::string& word) {
  if (word == "full") return CrosswalkRow::Comparable::full;
  return word == "partly" ? CrosswalkRow::Comparable::partly : CrosswalkRow::Comparable::no;
}

}  // namespace

Result<Crosswalk> read_crosswalk(std::string_view text, const std::string& file_name) {
  Result<json> tree = parse_dom(text, file_name);
  if (!tree) return tree.problem();
  Crosswalk crosswalk;
  if (!tree->is_object()) return crosswalk;
  for (const json& row : list_member(*tree, "crosswalk")) {
    if (!row.is_object() || text_member(row, "from").empty()) continue;
    crosswalk.rows.push_back(
        {text_member(row, "from"), codes(row, "to"), comparable(text_member(row, "comparable")), wording(row)});
  }
  const auto rest = tree->find("without_counterpart");
  if (rest == tree->end() || !rest->is_object()) return crosswalk;
  crosswalk.only_newer = codes(*rest, "codes");
  crosswalk.only_newer_words = wording(*rest);
  return crosswalk;
}

}  // namespace samverka
