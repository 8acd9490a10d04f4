#include "io/read_map.h"

#include "base/geodesy.h"
#include "io/json_dom.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <stdexcept>

// TopoJSON (https://github.com/topojson/topojson-specification): borders are shared arcs, each a run of whole-number
// steps; a shape lists arcs, and ~i means arc i backwards. Counting which places use an arc tells what border it is.
namespace samverka {
namespace {

using nlohmann::json;
using Arcs = std::vector<std::vector<Vec2>>;

struct Transform {
  double scale_x = 1, scale_y = 1, shift_x = 0, shift_y = 0;
  bool is_given = false;  // quantised: points are steps from the one before
};

// The places that one arc borders: at most two in a sound map, more than two are counted as two.
struct ArcUse {
  std::string first_county, second_county;
  int uses = 0;
};

Transform transform_of(const json& root) {
  const auto found = root.find("transform");
  if (found == root.end()) return {};
  return {found->at("scale").at(0).get<double>(), found->at("scale").at(1).get<double>(),
          found->at("translate").at(0).get<double>(), found->at("translate").at(1).get<double>(), true};
}

std::vector<Vec2> points_of(const json& arc, const Transform& t) {
  std::vector<Vec2> points;
  points.reserve(arc.size());
  double x = 0, y = 0;
  for (const json& step : arc) {
    const double dx = step.at(0).get<double>(), dy = step.at(1).get<double>();
    x = t.is_given ? x + dx : dx;
    y = t.is_given ? y + dy : dy;
    const Vec2 point = map_from_wgs84({y * t.scale_y + t.shift_y, x * t.scale_x + t.shift_x});
    if (is_finite(point)) points.push_back(point);
  }
  return points;
}

Arcs arcs_of(const json& root) {
  const Transform transform = transform_of(root);
  Arcs arcs;
  for (const json& arc : root.at("arcs")) arcs.push_back(points_of(arc, transform));
  return arcs;
}

std::size_t arc_index(std::int64_t signed_index) {
  return static_cast<std::size_t>(signed_index < 0 ? ~signed_index : signed_index);
}

std::vector<Vec2> ring_of(const json& indices, const Arcs& arcs) {
  std::vector<Vec2> ring;
  for (const json& item : indices) {
    const auto index = item.get<std::int64_t>();
    const std::vector<Vec2>& arc = arcs.at(arc_index(index));
    if (!ring.empty()) ring.pop_back();  // each arc begins where the one before ended
    if (index < 0) ring.insert(ring.end(), arc.rbegin(), arc.rend());
    if (index >= 0) ring.insert(ring.end(), arc.begin(), arc.end());
  }
  if (ring.size() > 1) ring.pop_back();  // and the last one where the first began
  return ring;
}

// Visits each ring's list of arcs, of a Polygon or a MultiPolygon.
template <class Visit>
void each_ring(const json& geometry, Visit&& visit) {
  const std::string type = text_member(geometry, "type");
  const json& arcs = list_member(geometry, "arcs");
  if (type == "Polygon") {
    for (const json& ring : arcs) visit(ring);
  } else if (type == "MultiPolygon") {
    for (const json& polygon : arcs) {
      for (const json& ring : polygon) visit(ring);
    }
  }
}

MapShapes::Place place_of(const json& geometry, const char* code_member, const Arcs& arcs) {
  static const json none = json::object();
  const auto found = geometry.find("properties");
  const json& properties = found != geometry.end() && found->is_object() ? *found : none;
  MapShapes::Place place;
  place.code = text_member(properties, code_member);
  place.name = text_member(properties, "name");
  each_ring(geometry, [&](const json& ring) { place.rings.push_back(ring_of(ring, arcs)); });
  for (const auto& ring : place.rings) {
    for (Vec2 point : ring) place.bounds.include(point);
  }
  return place;
}

void count_uses(const json& geometry, const std::string& county, std::vector<ArcUse>& uses) {
  each_ring(geometry, [&](const json& ring) {
    for (const json& item : ring) {
      ArcUse& use = uses.at(arc_index(item.get<std::int64_t>()));
      (use.uses == 0 ? use.first_county : use.second_county) = county;
      ++use.uses;
    }
  });
}

MapShapes::Border border_kind(const ArcUse& use) {
  if (use.uses < 2) return MapShapes::Border::coast;
  return use.first_county == use.second_county ? MapShapes::Border::municipality : MapShapes::Border::county;
}

MapShapes shapes_of(const json& root) {
  Arcs arcs = arcs_of(root);
  std::vector<ArcUse> uses(arcs.size());
  MapShapes shapes;
  for (const json& geometry : root.at("objects").at("municipalities").at("geometries")) {
    shapes.municipalities.push_back(place_of(geometry, "code", arcs));
    count_uses(geometry, shapes.municipalities.back().code.substr(0, 2), uses);
  }
  for (const json& geometry : root.at("objects").at("counties").at("geometries")) {
    shapes.counties.push_back(place_of(geometry, "county", arcs));
  }
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (uses[i].uses > 0) shapes.borders.push_back({std::move(arcs[i]), border_kind(uses[i])});
  }
  return shapes;
}

Problem not_a_map(const std::string& file_name) {
  Problem p = error("E_TYPE", {"problem.type.map", {}}, Exit::parse);
  p.file = file_name;
  return p;
}

}  // namespace

Result<MapShapes> read_map_shapes(std::string_view topojson, const std::string& file_name) {
  Result<json> tree = parse_dom(topojson, file_name);
  if (!tree) return tree.problem();
  try {
    return shapes_of(*tree);
  } catch (const json::exception&) {  // a member is missing or of another type
    return not_a_map(file_name);
  } catch (const std::out_of_range&) {  // an arc that does not exist
    return not_a_map(file_name);
  }
}

}  // namespace samverka
