#include "report/html.h"

namespace samverka {
namespace {

class PaperPage {
 public:
  PaperPage(const Paper& paper, const PaperWords& words) : paper_(paper), words_(words) {}

  std::string whole() {
    const std::string style = "\n" + paper_style();
    add("<!DOCTYPE html>\n<html lang=\"").text(paper_.language).add("\">\n<head>\n<meta charset=\"utf-8\">\n");
    add("<meta http-equiv=\"Content-Security-Policy\" content=\"" + content_policy(style) + "\">\n");
    add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    text(paper_.title).add("</title>\n");
    for (const auto& [name, value] : paper_.metadata) {
      add("<meta name=\"").text(name).add("\" content=\"").text(value).add("\">\n");
    }
    add("<style>" + style + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">");
    text(words_.skip).add("</a>\n");
    head();
    add("<main id=\"main\" tabindex=\"-1\">\n");
    for (const PaperBlock& block : paper_.blocks) {
      std::visit([&](const auto& part) { write(part); }, block);
    }
    add("</main>\n");
    foot();
    return std::move(add("</body>\n</html>\n").out_);
  }

 private:
  PaperPage& add(std::string_view html) {
    out_ += html;
    return *this;
  }
  PaperPage& text(std::string_view plain) { return add(html_escaped(plain)); }

  void head() {
    add("<header>\n<h1>").text(paper_.title).add("</h1>\n");
    if (!paper_.subtitle.empty()) add("<p class=\"subtitle\">").text(paper_.subtitle).add("</p>\n");
    write_mark();
    add("</header>\n");
  }
  void write_mark() {
    if (!paper_.mark.empty()) add("<p class=\"mark\">").text(paper_.mark).add("</p>\n");
  }
  void foot() {
    add("<footer>\n<div>\n");
    for (const std::string& line : paper_.foot) add("<p>").text(line).add("</p>\n");
    add("</div>\n</footer>\n");
  }

  void write(const PaperHeading& heading) {
    const std::string tag = "h" + std::to_string(heading.level);
    add("<" + tag).add(heading.starts_page ? " class=\"page\">" : ">").text(heading.text).add("</" + tag + ">\n");
  }
  void write(const PaperParagraph& paragraph) { add("<p>").text(paragraph.text).add("</p>\n"); }
  void write(const PaperList& list) {
    if (list.items.empty()) return;
    const std::string tag = list.is_numbered ? "ol" : "ul";
    add("<" + tag + ">\n");
    for (const std::string& item : list.items) add("<li>").text(item).add("</li>\n");
    add("</" + tag + ">\n");
  }
  void write(const PaperNumbers& numbers) {
    add("<dl class=\"numbers\">\n");
    for (const PaperNumber& number : numbers.numbers) {
      add("<div><dt>").text(number.what).add("</dt><dd class=\"value\">").text(number.value).add("</dd>");
      if (!number.note.empty()) add("<dd class=\"small\">").text(number.note).add("</dd>");
      add("</div>\n");
    }
    add("</dl>\n");
  }
  void write(const PaperProposal& proposal) {
    add("<section class=\"proposal\">\n<h3>").text(proposal.title).add("</h3>\n<p>");
    text(proposal.text).add("</p>\n</section>\n");
  }
  void write(const PaperTable& table) { add(html_table(table)); }
  void write(const PaperFigure& figure) {
    const std::string number = std::to_string(++figures_);
    add("<figure>\n<figcaption>").text(words_.figure).add(" " + number + ". ").text(figure.finding);
    add("</figcaption>\n").add(inline_svg(figure.svg, "f" + number + "-", figure.finding, figure.alt));
    write_mark();
    for (const std::string& line : figure.lines) add("<p class=\"lines\">").text(line).add("</p>\n");
    if (!figure.data.columns.empty()) {
      add(figure.shows_data ? "<details open>\n<summary>" : "<details>\n<summary>")
          .text(words_.numbers)
          .add(" " + number)
          .add("</summary>\n");
      add(html_table(figure.data)).add("</details>\n");
    }
    add("</figure>\n");
  }
  void write(const PaperBlank& blank) {
    add("<div class=\"blank\"><p><strong>").text(words_.blank).add("</strong> ").text(blank.what);
    add("</p></div>\n");
  }

  const Paper& paper_;
  const PaperWords& words_;
  std::string out_;
  int figures_ = 0;
};

}  // namespace

std::string to_html(const Paper& paper, const PaperWords& words) { return PaperPage(paper, words).whole(); }

}  // namespace samverka
