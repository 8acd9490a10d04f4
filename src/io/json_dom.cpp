#include "io/json_dom.h"

#include "io/place_in_text.h"

#include <nlohmann/json.hpp>

namespace samverka {

Result<nlohmann::json> parse_dom(std::string_view json, const std::string& file_name) {
  bool too_deep = false;
  const auto watch_depth = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    too_deep = too_deep || depth > dom_depth_limit;
    return !too_deep;  // what is refused is not kept, so a deep file costs no memory
  };
  try {
    nlohmann::json tree = nlohmann::json::parse(json.begin(), json.end(), watch_depth);
    if (!too_deep) return tree;
  } catch (const nlohmann::json::parse_error& e) {
    if (!too_deep) {
      return placed(error("E_PARSE", {"problem.parse", {}}, Exit::parse), json, file_name,
                    e.byte == 0 ? 0 : e.byte - 1);
    }
  } catch (const nlohmann::json::exception&) {
    return placed(error("E_NUMBER", {"problem.number", {{"value", ""}}}, Exit::parse), json, file_name, 0);
  }
  return placed(error("E_DEPTH", {"problem.depth", {{"limit", std::to_string(dom_depth_limit)}}}, Exit::limit), json,
                file_name, 0);
}

std::string text_member(const nlohmann::json& object, const char* name, const std::string& fallback) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : fallback;
}

const nlohmann::json& list_member(const nlohmann::json& object, const char* name) {
  static const nlohmann::json none = nlohmann::json::array();
  const auto found = object.find(name);
  return found != object.end() && found->is_array() ? *found : none;
}

}  // namespace samverka
