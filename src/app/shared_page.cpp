#include "app/shared_page.h"

#include "app/narrowing.h"

#include "base/posix.h"
#include "io/shareable.h"
#include "report/page.h"

namespace samverka {
namespace {

// The page tells in words what stands around a picture elsewhere.
PictureRequest picture_of_page(PictureRequest request, bool has_ids) {
  request.format = has_ids ? "svg-ids" : "svg";
  request.size_px = {1200, 800};
  request.frame = {};
  request.frame.with_title = request.frame.with_filter = request.frame.with_source = request.frame.with_date = false;
  request.frame.margin_px = 12.0F;
  return request;
}

std::string alt_of_page(const SubNetwork& part, const Texts& texts, bool is_map) {
  const std::string actors = texts.plural("picture.alt.actors", static_cast<long long>(part.actors.size()));
  const std::string agreements = texts.plural("picture.alt.agreements", static_cast<long long>(part.agreements.size()));
  return texts.tr(is_map ? "picture.alt.map" : "picture.alt.network", {{"actors", actors}, {"agreements", agreements}});
}

}  // namespace

Result<SharedPageFile> make_shared_page(const Network& network, const Assets& assets, const PictureRequest& request) {
  const Result<std::string> style = read_file(assets.folder + "/page/page.css");
  if (!style) return style.problem();
  const Result<std::string> script = read_file(assets.folder + "/page/page.js");
  if (!script) return script.problem();
  const ShareableNetwork shared = shareable(network, Sensitive::left_out);
  const Date day = request.on.value_or(network.as_of);
  const Texts& texts = assets.texts(request.language);
  const NetworkIndex index(shared.network);
  const ShownGraph shown =
      shown_graph(shared.network, index, assets.taxonomy, request.filter, day, request.unfolded,
                  narrowing_of(index, request.hidden, request.focus), request.unfolded_hosts, &assets.shapes);
  const Result<std::string> svg =
      draw_picture(shared.network, assets, picture_of_page(request, fits_a_page(shown.part)));
  if (!svg) return svg.problem();
  Caption caption = caption_of(shared.network, assets, request.language, request.filter, day);
  caption.filter += narrowing_in_words(shared.network, index, texts, request.hidden, request.focus);
  mark_scenario(caption, request.scenario, texts);
  SharedPage page{.network = shared.network,
                  .part = shown.part,
                  .taxonomy = assets.taxonomy,
                  .day = day,
                  .title = caption.title,
                  .mark = caption.illustrative,
                  .lines = {caption.date, caption.filter, caption.source},
                  .alt = alt_of_page(shown.part, texts, request.view == "map"),
                  .svg = *svg,
                  .actors_left_out = shared.actors_left_out,
                  .agreements_left_out = shared.agreements_left_out,
                  .county_names = {},
                  .style = *style,
                  .script = *script,
                  .is_dark = request.theme.is_dark};
  for (const MapShapes::Place& place : assets.shapes.counties) page.county_names.emplace(place.code, place.name);
  return SharedPageFile{page_html(page, texts), shown.part.actors.size(), shown.part.agreements.size(),
                        shared.actors_left_out};
}

}  // namespace samverka
