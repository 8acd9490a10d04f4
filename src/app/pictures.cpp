#include "app/pictures.h"

#include <algorithm>
#include <cmath>
#include <variant>

#include "analysis/partners.h"
#include "app/comparison.h"
#include "app/filter_words.h"
#include "app/matrix_picture.h"
#include "app/narrowing.h"
#include "app/network_picture.h"
#include "app/norms.h"
#include "base/progress.h"
#include "render/picture.h"
#include "scene/map_places.h"

namespace samverka {
namespace {

Positions network_positions(const PlacedGraph& placed, const PictureRequest& request) {
  if (request.positions.size() == placed.graph.vertex_count()) return request.positions;
  Progress progress;
  return stress_layout({placed.graph, placed.anchors}, {}, progress).value_or(Positions{});
}

std::string alternative_text(const SubNetwork& part, const Caption& caption, const PictureRequest& request,
                             const Texts& texts) {
  const std::string actors = texts.plural("picture.alt.actors", static_cast<long long>(part.actors.size()));
  const std::string agreements = texts.plural("picture.alt.agreements", static_cast<long long>(part.agreements.size()));
  const std::string what = texts.tr(request.view == "map" ? "picture.alt.map" : "picture.alt.network",
                                    {{"actors", actors}, {"agreements", agreements}});
  return what + " " + caption.date + ". " + caption.filter + ".";
}

PictureAbout about_picture(const Network& network, const PictureRequest& request, const Caption& caption,
                           const std::string& description) {
  PictureAbout about;
  about.title = caption.title;
  about.description = description;
  about.day = to_string(request.on.value_or(network.as_of));
  about.facts = {{"Network", network.id}, {"Day", about.day}, {"Filter", to_words(request.filter)}};
  if (!request.file_hash.empty()) about.facts.emplace_back("SHA-256", request.file_hash);
  if (!network.license.empty()) about.facts.emplace_back("License", network.license);
  if (!caption.illustrative.empty()) about.facts.emplace_back("Mark", caption.illustrative);
  about.facts.emplace_back("Software", std::string("Samverka ") + SAMVERKA_VERSION);
  return about;
}

PictureOptions options_of(const Assets& assets, const PictureRequest& request) {
  PictureOptions options;
  options.size_px = request.size_px;
  options.dpi = request.dpi;
  options.with_legend = request.frame.with_legend;
  options.with_title = request.frame.with_title;
  options.with_filter = request.frame.with_filter;
  options.with_source = request.frame.with_source;
  options.with_date = request.frame.with_date;
  options.margin_px = request.frame.margin_px;
  options.background = request.frame.background;
  options.with_ids = request.format == "svg-ids";
  options.regular_font = assets.regular_font;
  options.bold_font = assets.bold_font;
  return options;
}

// A picture before it is any file: shapes of a map or a network, or a matrix.
struct ComposedPicture {
  std::variant<Scene, HeatMap> shapes;
  PictureAbout about;
};

Result<std::string> encode(const ComposedPicture& picture, const Assets& assets, const PictureRequest& request) {
  const auto measure = load_text_measure(assets.regular_font, assets.bold_font);
  PictureOptions options = options_of(assets, request);
  options.about = picture.about;
  return std::visit(
      [&](const auto& shapes) -> Result<std::string> {
        if (request.format == "png") return to_png(shapes, *measure, options);
        if (request.format == "pdf") return to_pdf(shapes, *measure, options);
        return to_svg(shapes, *measure, options);
      },
      picture.shapes);
}

Problem no_such_columns(const PictureRequest& request) {
  return error("E_USAGE", {"usage.no_columns", {{"columns", request.matrix_look.columns}}}, Exit::usage);
}

Result<HeatMap> heat_map_of(const Network& network, const Assets& assets, const PictureRequest& request) {
  const NetworkIndex index(network);
  const Date day = request.on.value_or(network.as_of);
  const Texts& texts = assets.texts(request.language);
  if (!matrix_kind_of(request.matrix_look, index)) return no_such_columns(request);
  const SubNetwork part = restrict(network, assets.taxonomy, request.filter, day);
  RuleSet own;
  if (!request.rules) own = load_norms(assets).rules;
  const RuleSet& rules = request.rules ? *request.rules : own;
  std::optional<GapAnalysis> gaps;
  if (request.matrix_look.columns == "rule") gaps = find_gaps(network, index, assets.taxonomy, rules, day);
  const MatrixSource source{network,     index, assets, part, request.filter, day, rules, gaps ? &*gaps : nullptr,
                            request.lens};
  std::optional<HeatMap> map = matrix_heat_map(source, request.matrix_look, theme_of(request.theme), texts);
  if (!map) return no_such_columns(request);
  map->caption.source = caption_of(network, assets, request.language, request.filter, day).source;
  if (network.is_synthetic()) map->caption.illustrative = texts.tr("caption.illustrative");
  mark_scenario(map->caption, request.scenario, texts);
  return *std::move(map);
}

Result<ComposedPicture> compose_matrix(const Network& network, const Assets& assets, const PictureRequest& request) {
  Result<HeatMap> map = heat_map_of(network, assets, request);
  if (!map) return map.problem();
  const Texts& texts = assets.texts(request.language);
  const std::string rows = texts.plural("picture.alt.rows", static_cast<long long>(map->rows.size()));
  const std::string columns = texts.plural("picture.alt.columns", static_cast<long long>(map->columns.size()));
  const std::string alt = texts.tr("picture.alt.matrix", {{"rows", rows}, {"columns", columns}});
  PictureAbout about = about_picture(network, request, map->caption, alt + " " + map->caption.date + ".");
  return ComposedPicture{*std::move(map), std::move(about)};
}

Result<ComposedPicture> compose_picture(const Network& network, const Assets& assets, const PictureRequest& request);

}  // namespace

ShownGraph shown_graph(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                       const Filter& filter, Date day, bool unfolded, const Narrowing& narrowing,
                       std::span<const Key> unfolded_hosts, const MapShapes* shapes) {
  ShownGraph shown;
  shown.part = restrict(network, taxonomy, filter, day);
  Folding folding = fold_units(network, index, taxonomy, shown.part);
  if (!narrowing.is_empty()) {
    Narrowed narrowed = narrow(network, shown.part, folding, narrowing, crowd_parties);
    shown.part = std::move(narrowed.part);
    folding = std::move(narrowed.folding);
    shown.crowded_agreements = narrowed.crowded_agreements;
  }
  shown.folding = unfolded ? Folding{shown.part.actors, {}, 0} : unfold_hosts(network, folding, unfolded_hosts);
  const bool has_unfolded = unfolded || !unfolded_hosts.empty();
  const std::vector<Fold> belonging = has_unfolded ? std::move(folding.folds) : std::vector<Fold>{};
  shown.incidence = incidence_of(shown.part, shown.folding.shown, Joined::parties_and_founded, belonging);
  shown.anchors = anchors_of(network, index, shown.incidence, shapes);
  return shown;
}

SceneWords scene_words(const Texts& texts) {
  SceneWords words;
  for (const std::string& key : scene_word_keys()) words[key] = texts.tr(key);
  return words;
}

std::string date_in_words(const Network& network, const Texts& texts, Date day) {
  if (day == network.as_of) return texts.tr("caption.date", {{"date", to_string(day)}});
  return texts.tr("caption.other_date", {{"day", to_string(day)}, {"date", to_string(network.as_of)}});
}

Caption caption_of(const Network& network, const Assets& assets, const std::string& language, const Filter& filter,
                   Date day) {
  const Texts& texts = assets.texts(language);
  Caption caption;
  caption.title = network.title.empty() ? network.id : network.title;
  caption.date = date_in_words(network, texts, day);
  caption.filter = texts.tr("caption.filter", {{"filter", filter_in_words(filter, assets, texts)}});
  caption.source = texts.tr("caption.source", {{"count", texts.number(static_cast<long long>(network.sources.size()))},
                                               {"network", network.id}});
  if (network.is_synthetic()) caption.illustrative = texts.tr("caption.illustrative");
  return caption;
}

std::string scenario_title(const Scenario& scenario, const Texts& texts) {
  return scenario.title.empty() ? texts.tr("scenario.untitled") : scenario.title;
}

void mark_scenario(Caption& caption, const std::string& title, const Texts& texts) {
  if (title.empty()) return;
  const std::string also = caption.illustrative;
  caption.illustrative = texts.tr("caption.scenario", {{"title", title}});
  if (!also.empty()) caption.illustrative += " · " + also;
}

bool look_at_land(PictureRequest& request, const MapShapes& shapes, std::string_view code) {
  const PickId land = land_of_code(code);
  request.seen = bounds_of_area(shapes, land);
  const bool is_municipality = land.kind == PickId::Kind::municipality_area;
  request.unfolded |= is_municipality;
  request.map_detail = is_municipality ? MapDetail::municipality : MapDetail::county;
  return request.seen.has_value();
}

Result<float> height_of_matrix(const Network& network, const Assets& assets, const PictureRequest& request) {
  const Result<HeatMap> map = heat_map_of(network, assets, request);
  if (!map) return map.problem();
  const auto measure = load_text_measure(assets.regular_font, assets.bold_font);
  return std::ceil(height_of_heat_map(*map, *measure, request.size_px.x));
}

Result<std::string> draw_picture(const Network& network, const Assets& assets, const PictureRequest& request) {
  const Result<ComposedPicture> picture = compose_picture(network, assets, request);
  return picture ? encode(*picture, assets, request) : Result<std::string>(picture.problem());
}

Result<Pixels> draw_preview(const Network& network, const Assets& assets, PictureRequest request, Vec2 most) {
  const Result<ComposedPicture> picture = compose_picture(network, assets, request);
  if (!picture) return picture.problem();
  const Vec2 size{std::max(request.size_px.x, 1.0F), std::max(request.size_px.y, 1.0F)};
  request.dpi = 96 * std::min({most.x / size.x, most.y / size.y, 1.0F});
  const auto measure = load_text_measure(assets.regular_font, assets.bold_font);
  const PictureOptions options = options_of(assets, request);
  return std::visit([&](const auto& shapes) { return to_pixels(shapes, *measure, options); }, picture->shapes);
}

namespace {

Result<ComposedPicture> compose_picture(const Network& network, const Assets& assets, const PictureRequest& request) {
  if (request.view == "matrix") return compose_matrix(network, assets, request);
  const NetworkIndex index(network);
  const Date day = request.on.value_or(network.as_of);
  const ShownGraph shown =
      shown_graph(network, index, assets.taxonomy, request.filter, day, request.unfolded,
                  narrowing_of(index, request.hidden, request.focus), request.unfolded_hosts, &assets.shapes);
  const bool is_map = request.view == "map";
  const NetworkPicture picture =
      is_map ? NetworkPicture{}
             : network_picture(network, index, assets.taxonomy, shown, request.network_look, request.hidden_groups);
  const Positions places =
      is_map ? map_positions(shown.incidence, shown.anchors, map_places(network, index, assets.shapes))
             : network_positions(picture.placed, request);
  const SceneWords words = scene_words(assets.texts(request.language));
  Caption caption = caption_of(network, assets, request.language, request.filter, day);
  caption.filter += narrowing_in_words(network, index, assets.texts(request.language), request.hidden, request.focus);
  mark_scenario(caption, request.scenario, assets.texts(request.language));
  PictureAbout about = about_picture(network, request, caption,
                                     alternative_text(shown.part, caption, request, assets.texts(request.language)));
  const SceneInput input{.network = network,
                         .index = index,
                         .taxonomy = assets.taxonomy,
                         .part = shown.part,
                         .folding = shown.folding,
                         .incidence = shown.incidence,
                         .positions = picture.positions(places),
                         .shapes = &assets.shapes,
                         .theme = theme_of(request.theme),
                         .language = request.language,
                         .words = words,
                         .selection = {},
                         .hidden_groups = request.hidden_groups,
                         .caption = std::move(caption),
                         .map_look = request.map_look,
                         .map_detail = request.map_detail,
                         .network_look = request.network_look,
                         .network_parts = is_map ? NetworkParts{} : picture.parts({}),
                         .day = day,
                         .filter = &request.filter,
                         .lens = request.lens};
  Scene scene = is_map ? build_map_scene(input) : build_network_scene(input);
  if (request.compared) {
    mark_changes(scene, request.compared->marks, shown.part,
                 change_words(*request.compared, assets.texts(request.language)), request.compared_sides);
  }
  if (request.seen) {
    scene.bounds = *request.seen;
    scene.insets.clear();  // they enlarge parts of the whole
  }
  return ComposedPicture{std::move(scene), std::move(about)};
}

}  // namespace

}  // namespace samverka
