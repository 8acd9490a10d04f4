// samverka export -o PAGE.html: one file with the picture and its facts, for who has no program.
#include "cli/export_page.h"

#include "app/shared_page.h"
#include "base/posix.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "io/json_text.h"

namespace samverka {
namespace {

Result<PictureRequest> page_request_of(const Words& words, const Terminal& terminal) {
  // Sensitive actors are never on a page, and it holds any name.
  for (const char* option : {"--pairs", "--sensitive", "--suppress-small", "--strict", "--separator"}) {
    const bool is_given = words.has(option) || words.find(option);
    if (is_given) return wrong_use({"out.usage.not_for", {{"option", option}, {"ending", ".html"}}});
  }
  PictureRequest request;
  request.language = terminal.language();
  const auto view = choice(words, "--view", {"map", "network"});
  if (!view) return view.problem();
  const auto theme = choice(words, "--theme", {"light", "dark"});
  if (!theme) return theme.problem();
  const auto day = day_of(words);
  if (!day) return day.problem();
  const auto zoom = zoom_of(words);
  if (!zoom) return zoom.problem();
  const auto filter = filter_of(words, &terminal.assets().taxonomy);
  if (!filter) return filter.problem();
  request.view = *view;
  request.theme.is_dark = *theme == "dark";
  request.on = *day;
  request.filter = shown_filter(*filter);
  return request;
}

std::string page_json(const std::string& path, const SharedPageFile& page) {
  JsonText json;
  json.begin_object().key("file").text(path).key("actors").number(page.actors);
  json.key("agreements").number(page.agreements).key("actors_left_out").number(page.actors_left_out);
  return std::move(json.end_object()).finished();
}

std::string page_text(const std::string& path, const SharedPageFile& page, const Texts& texts) {
  const std::string actors = texts.plural("picture.alt.actors", static_cast<long long>(page.actors));
  const std::string agreements = texts.plural("picture.alt.agreements", static_cast<long long>(page.agreements));
  return texts.tr("page.written", {{"file", path}, {"actors", actors}, {"agreements", agreements}}) + "\n";
}

}  // namespace

Exit run_export_page(Terminal& terminal, const Words& words) {
  const std::string& output = *words.find("--output");
  auto request = page_request_of(words, terminal);
  if (!request) return terminal.tell(request.problem());
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  if (is_same_file(output, words.files.front())) {
    return terminal.tell(wrong_use({"usage.output_is_input", {{"file", output}}}));
  }
  const auto assets = load_assets(true);
  if (!assets) return terminal.tell(assets.problem());
  const std::string zoom = words.value_or("--zoom", "");
  if (!zoom.empty() && request->view == "map" && !look_at_land(*request, assets->shapes, zoom)) {
    return terminal.tell(wrong_use({"problem.zoom_unknown", {{"code", zoom}}}));
  }
  const auto page = make_shared_page(*file->network(), *assets, *request);
  if (!page) return terminal.tell(page.problem());
  const auto written = write_file_atomically(output, page->html);
  if (!written) return terminal.tell(written.problem());
  if (page->actors_left_out > 0) {
    const auto left_out = static_cast<long long>(page->actors_left_out);
    terminal.note(terminal.texts().plural("page.actors_left_out", left_out));
  }
  const bool wants_json = words.has("--json");
  return worse(file->exit,
               terminal.print(wants_json ? page_json(output, *page) : page_text(output, *page, terminal.texts())));
}

}  // namespace samverka
