#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/assets.h"
#include "app/view_state.h"
#include "base/date.h"
#include "base/geometry.h"
#include "graph/narrow.h"
#include "graph/subnetwork.h"
#include "layout/layout.h"
#include "model/filter.h"
#include "model/network.h"
#include "model/rules.h"
#include "model/scenario.h"
#include "render/picture.h"
#include "scene/build.h"
#include "scene/change_marks.h"

namespace samverka {

struct VersionComparison;

// What of the words around a picture is wanted, and the paper it stands on.
struct PictureFrame {
  bool with_legend = true, with_title = true, with_filter = true, with_source = true, with_date = true;
  std::optional<float> margin_px;  // at 96 dpi; else by size
  std::optional<Rgba> background;  // else the theme's; alpha 0: none
};

// A picture to be written, from the window or the command line.
struct PictureRequest {
  std::string view = "map";  // "map", "network" or "matrix"
  Filter filter = default_filter();
  std::optional<Date> on;  // else the network's as_of
  Vec2 size_px{1600, 900};
  float dpi = 96;
  ThemeChoice theme;
  std::string language = "sv";
  std::string format = "svg";  // "svg", "png", "pdf"; "svg-ids": with PictureOptions::with_ids
  PictureFrame frame;
  MatrixLook matrix_look;
  std::shared_ptr<const RuleSet> rules;  // for a matrix of norms; null: those that come with the program
  std::string file_hash;                 // of the network's file, told in the picture's own file; empty: not told
  std::vector<std::string> hidden_groups;
  bool unfolded = false;
  std::vector<Key> hidden;          // put away by hand
  Focus focus;                      // the neighbourhood that is looked at
  std::vector<Key> unfolded_hosts;  // whose units alone are shown
  MapLook map_look;
  MapDetail map_detail = MapDetail::county;
  std::optional<Rect> seen;  // the part of the world to draw; else all of it
  NetworkLook network_look;
  std::string scenario;  // title of what the network has been changed by: the picture says that it shows no facts
  std::string lens;      // code of the perspective that agreements are told apart by; empty: none
  // The network is all that either of two has: what has changed between them is marked. Null: nothing is compared.
  std::shared_ptr<const VersionComparison> compared;
  ComparedSides compared_sides = ComparedSides::both;
  // Positions to draw with, one a vertex of the incidence graph (of a collapsed network, one a node); empty: laid out
  // here (as the window would, seed 1). Rings are always laid out here.
  Positions positions;
};

// Draws a county ("20") or a municipality ("2080") of the map, at its level, with its units. False where there is no
// such land.
bool look_at_land(PictureRequest& request, const MapShapes& shapes, std::string_view code);

// How tall a matrix must be at that width for all its rows to be read.
Result<float> height_of_matrix(const Network& network, const Assets& assets, const PictureRequest& request);

// What the picture will look like, as pixels that fit within `most`: the same page, smaller.
Result<Pixels> draw_preview(const Network& network, const Assets& assets, PictureRequest request, Vec2 most);

// The bytes of the picture. Pure: same network and request, same bytes.
Result<std::string> draw_picture(const Network& network, const Assets& assets, const PictureRequest& request);

// What restricting, folding, narrowing and joining give, in one go: the graph that a picture of this network is drawn
// from.
struct ShownGraph {
  SubNetwork part;
  Folding folding;
  Incidence incidence;
  std::vector<Anchor> anchors;
  std::size_t crowded_agreements = 0;  // at the border of a neighbourhood, not walked over
};
ShownGraph shown_graph(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                       const Filter& filter, Date day, bool unfolded, const Narrowing& narrowing = {},
                       std::span<const Key> unfolded_hosts = {}, const MapShapes* shapes = nullptr);

// "Underlag per 2025-12-31", or "Visas per 2024-06-30 · underlag per 2025-12-31": another day makes no newer data.
std::string date_in_words(const Network& network, const Texts& texts, Date day);
SceneWords scene_words(const Texts& texts);
// The mark of a picture that shows no facts; an empty title marks nothing.
void mark_scenario(Caption& caption, const std::string& title, const Texts& texts);
std::string scenario_title(const Scenario& scenario, const Texts& texts);  // "Utan namn" where it has none
Caption caption_of(const Network& network, const Assets& assets, const std::string& language, const Filter& filter,
                   Date day);

}  // namespace samverka
