#include "report/page.h"

#include "report/html.h"
#include "report/page_tables.h"

namespace samverka {
namespace {

std::string in_tag(const std::string& tag, const std::string& text, const std::string& look = {}) {
  return "<" + tag + (look.empty() ? "" : " class=\"" + look + "\"") + ">" + html_escaped(text) + "</" + tag + ">\n";
}

std::string page_head(const SharedPage& page, const Texts& texts, const std::string& style) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + html_escaped(texts.language()) + "\"";
  out += page.is_dark ? " class=\"dark\">\n<head>\n" : ">\n<head>\n";
  out += "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         html_escaped(content_policy(style, page.script)) + "\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Samverka\">\n";
  out += in_tag("title", page.title);
  return out + "<style>" + style + "</style>\n</head>\n";
}

std::string left_out_words(const SharedPage& page, const Texts& texts) {
  std::string told = texts.tr("page.contacts");
  const auto add = [&](const char* key, std::size_t count) {
    if (count > 0) told += " " + texts.plural(key, static_cast<long long>(count));
  };
  add("page.actors_left_out", page.actors_left_out);
  add("page.agreements_left_out", page.agreements_left_out);
  return told;
}

// What a script needs of words stands in the page, so that the script is the same in every language. All of it is
// hidden until the script shows it: without scripts there is nothing that does nothing.
std::string page_tools(const SharedPage& page, const Texts& texts) {
  const auto button = [&](const std::string& id, const std::string& sign, const char* key) {
    const std::string told = html_escaped(texts.tr(key));
    return "<button type=\"button\" id=\"" + id + "\" aria-label=\"" + told + "\" title=\"" + told + "\">" + sign +
           "</button>\n";
  };
  std::string out = "<div id=\"tools\" role=\"group\" aria-label=\"" + html_escaped(texts.tr("page.tools")) +
                    "\" hidden>\n<div class=\"search\"><label for=\"search\">" + html_escaped(texts.tr("page.search")) +
                    "</label>\n<input id=\"search\" type=\"search\" autocomplete=\"off\">\n";
  out += "<p id=\"found\" role=\"status\" data-none=\"" + html_escaped(texts.tr("page.found_none")) + "\" data-one=\"" +
         html_escaped(texts.tr("page.found_one")) + "\" data-many=\"" + html_escaped(texts.tr("page.found_many")) +
         "\"></p></div>\n";
  out += "<div class=\"zoom\">" + button("closer", "+", "page.zoom_in") + button("farther", "−", "page.zoom_out") +
         button("whole", html_escaped(texts.tr("page.zoom_whole")), "page.zoom_whole") + "</div>\n";
  out += "<fieldset id=\"groups\"><legend>" + html_escaped(texts.tr("page.groups")) + "</legend>\n";
  std::vector<bool> is_there(page.taxonomy.groups.rows().size());
  for (const ActorId id : page.part.actors) {
    const ActorGroup& group = page.taxonomy.group_of(page.network.actor(id).type);
    is_there[static_cast<std::size_t>(&group - page.taxonomy.groups.rows().data())] = true;
  }
  const auto toggle = [&](const std::string& code, const std::string& label) {
    out += "<button type=\"button\" aria-pressed=\"true\" data-toggle=\"" + html_escaped(code) + "\">" +
           html_escaped(label) + "</button>\n";
  };
  for (std::size_t i = 0; i < is_there.size(); ++i) {
    const ActorGroup& group = page.taxonomy.groups.rows()[i];
    if (is_there[i]) toggle(group.code, group.label.in(texts.language()));
  }
  if (!page.part.agreements.empty()) toggle("agreement", texts.tr("page.agreements"));
  return out + "</fieldset>\n</div>\n";
}

std::string page_figure(const SharedPage& page, const Texts& texts) {
  const bool has_tools = !page.script.empty() && fits_a_page(page.part);
  std::string out = "<section aria-labelledby=\"h-picture\">\n<h2 id=\"h-picture\">" +
                    html_escaped(texts.tr("page.picture")) + "</h2>\n";
  if (has_tools) out += page_tools(page, texts);
  out += "<figure>\n<div id=\"picture\"";
  if (has_tools) out += " data-name=\"" + html_escaped(texts.tr("page.picture_keys")) + "\"";
  out += ">\n" + inline_svg(page.svg, "f-", page.title, page.alt) + "</div>\n";
  if (has_tools) out += "<div id=\"card\" hidden></div>\n";
  out += "<figcaption>" + html_escaped(page.alt) + "</figcaption>\n</figure>\n";
  if (has_tools) out += "<p id=\"keys\" class=\"note\" hidden>" + html_escaped(texts.tr("page.keys")) + "</p>\n";
  return out + "</section>\n";
}

std::string page_section(const std::string& id, const std::string& title, const std::string& content) {
  return "<section aria-labelledby=\"h-" + id + "\">\n<h2 id=\"h-" + id + "\">" + html_escaped(title) + "</h2>\n" +
         content + "</section>\n";
}

}  // namespace

bool fits_a_page(const SubNetwork& part) {
  return part.actors.size() <= most_page_actors && part.agreements.size() <= most_page_agreements &&
         part.participations.size() <= most_page_parties;
}

std::string page_html(const SharedPage& page, const Texts& texts) {
  const std::string style = paper_style() + page.style;
  std::string out = page_head(page, texts, style) + "<body>\n<a class=\"skip\" href=\"#content\">" +
                    html_escaped(texts.tr("page.skip")) + "</a>\n<header>\n" + in_tag("h1", page.title);
  if (!page.mark.empty()) out += in_tag("p", page.mark, "mark");
  for (const std::string& line : page.lines) out += in_tag("p", line, "lines");
  out += in_tag("p", left_out_words(page, texts), "lines") + "</header>\n<main id=\"content\" tabindex=\"-1\">\n";
  out += page_figure(page, texts);
  const bool has_agreements = !page.part.agreements.empty();
  out += page_section("agreements", texts.tr("page.agreements"),
                      has_agreements ? page_agreements(page, texts) : in_tag("p", texts.tr("page.agreements_none")));
  const bool has_actors = !page.part.actors.empty();
  out += page_section("actors", texts.tr("page.actors"),
                      has_actors ? page_actors(page, texts) : in_tag("p", texts.tr("page.actors_none")));
  out += page_section("unknown", texts.tr("page.unknown"), page_unknown(page, texts));
  out += page_section("sources", texts.tr("page.sources"), page_sources(page, texts));
  out += "</main>\n<footer><div>\n" + in_tag("p", texts.tr("page.made_with"));
  if (!page.network.license.empty()) {
    out += in_tag("p", texts.tr("page.license", {{"license", page.network.license}}));
  }
  out += "</div></footer>\n";
  if (!page.script.empty()) out += "<script>" + page.script + "</script>\n";
  return out + "</body>\n</html>\n";
}

}  // namespace samverka
