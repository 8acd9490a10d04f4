#include <doctest/doctest.h>

#include "report/html.h"
#include "report/paper.h"

using namespace samverka;

namespace {

const PaperWords words{"Figur", "Hoppa till innehållet", "Siffrorna i figur", "Att fylla i."};

Paper paper_about(const std::string& name) {
  Paper paper;
  paper.title = name;
  paper.mark = "Illustrativa data";
  paper.blocks = {PaperHeading{2, name},
                  PaperParagraph{name},
                  PaperList{{name}, false},
                  PaperNumbers{{{name, name, name}}},
                  PaperProposal{name, name},
                  PaperTable{name, {{name}, {name, true}}, {{name, name}}, name},
                  PaperFigure{name, name, "<svg viewBox=\"0 0 1 1\"><title>own</title></svg>", {}, false, {name}},
                  PaperBlank{name}};
  paper.foot = {name};
  paper.metadata = {{"samverka:file", name}};
  return paper;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a name that is HTML is text wherever it stands in a page") {
  const std::string html = to_html(paper_about("<script>alert(1)</script>\" onload='x' ]]> &amp;"), words);
  CHECK(!holds(html, "<script"));
  CHECK(!holds(html, "\" onload="));
  CHECK(!holds(html, "onload='"));
  CHECK(holds(html, "&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; ]]&gt; &amp;amp;"));
}

TEST_CASE("marks that turn text around, and control characters, are shown and do nothing") {
  const std::string html = html_escaped(
      "a\xE2\x80\xAE"
      "b\x01");
  CHECK(html == "a‹U+202E›b\xEF\xBF\xBD");
}

TEST_CASE("a page has one h1, a policy that lets nothing run, and no reference out of it") {
  const std::string html = to_html(paper_about("Alby"), words);
  CHECK(count_of(html, "<h1") == 1);
  CHECK(holds(html, "<html lang=\"sv\">"));
  CHECK(holds(html, "default-src 'none'; style-src 'sha256-"));
  CHECK(holds(html, "<a class=\"skip\" href=\"#main\">"));
  CHECK(!holds(html, "unsafe-inline"));
  CHECK(!holds(html, "http://www.w3.org/1999"));
  CHECK(!holds(html, " style=\""));
  CHECK(count_of(html, "Illustrativa data") == 2);  // at the top and on the figure
  CHECK(html == to_html(paper_about("Alby"), words));
}

TEST_CASE("the hash of a style sheet is written as the policy wants it") {
  CHECK(content_policy("") ==
        "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
        "base-uri 'none'; form-action 'none'");
}

TEST_CASE("a table has a caption, headers of columns and a header of each row") {
  const std::string html = html_table({"Kommuner", {{"Kommun"}, {"Antal", true}}, {{"Alby", "3"}}, ""});
  CHECK(html ==
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Kommuner\">\n<table>\n"
        "<caption>Kommuner</caption>\n<thead><tr><th scope=\"col\">Kommun</th><th scope=\"col\" class=\"n\">Antal</th>"
        "</tr></thead>\n<tbody>\n<tr><th scope=\"row\">Alby</th><td class=\"n\">3</td></tr>\n</tbody>\n</table>\n"
        "</div>\n");
}

TEST_CASE("ids of two pictures in one page do not meet, and a name that looks like one stays as it is") {
  const std::string svg =
      "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" viewBox=\"0 0 9 9\" "
      "role=\"img\">\n"
      "<title>Avtal</title>\n<clipPath id=\"view0\"/><g clip-path=\"url(#view0)\"><text>url(#view0) id=</text></g>"
      "</svg>\n";
  CHECK(inline_svg(svg, "f1-", "Läget", "En karta") ==
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"f1-title f1-desc\" width=\"9\" "
        "viewBox=\"0 0 9 9\">\n<title id=\"f1-title\">Läget</title>\n<desc id=\"f1-desc\">En karta</desc>\n"
        "<clipPath id=\"f1-view0\"/><g clip-path=\"url(#f1-view0)\"><text>url(#view0) id=</text></g></svg>\n");
  CHECK(inline_svg("no picture", "f1-", "a", "b").empty());
}

TEST_CASE("a name that is Markdown or HTML is text wherever it stands in Markdown") {
  const std::string text = to_markdown(paper_about("# *a* [b](http://c) <img> | `d` e@f"), words);
  CHECK(!holds(text, "<img"));
  CHECK(!holds(text, "http://"));
  CHECK(!holds(text, "e@f"));
  CHECK(!holds(text, "*a* ["));
  CHECK(holds(text, "\n\\# \\*a\\* \\[b\\](http&#58;//c) &lt;img&gt; \\| \\`d\\` e&#64;f\n"));
}

TEST_CASE("a line of Markdown that begins as a list or a heading would is neither") {
  Paper paper;
  paper.title = "T";
  for (const char* line : {"- a", "+ b", "1. c", "2) d", "# e", "= f", "   - g", "2025 är ett år"}) {
    paper.blocks.emplace_back(PaperParagraph{line});
  }
  CHECK(to_markdown(paper, words) ==
        "# T\n\n\\- a\n\n\\+ b\n\n1\\. c\n\n2\\) d\n\n\\# e\n\n\\= f\n\n\\- g\n\n2025 är ett år\n\n---\n");
}

TEST_CASE("a table of Markdown says which columns are numbers, and ends where its rows do") {
  Paper paper;
  paper.title = "T";
  paper.blocks = {PaperTable{"Antal", {{"Kommun"}, {"Antal", true}}, {{"Alby\nEkby", "3"}}, "Inget mer."}};
  CHECK(to_markdown(paper, words) ==
        "# T\n\n**Antal**\n\n| Kommun | Antal |\n| --- | ---: |\n| Alby Ekby | 3 |\n\nInget mer.\n\n---\n");
}
