#include <algorithm>

#include "base/utf8.h"
#include "report/paper.h"

namespace samverka {
namespace {

bool starts_with_marker(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("#+-=>").find(text.front()) != std::string_view::npos) return true;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
}

// Text that no reader of Markdown takes for anything else: no emphasis, no links, no HTML.
std::string inert(std::string_view text) {
  const std::string shown = displayable(text);
  std::string out;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const char c = shown[i];
    const std::string_view rest = std::string_view(shown).substr(i);
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '@') {
      out += "&#64;";
    } else if (rest.starts_with("://")) {
      out += "&#58;";
    } else if (c == '.' && i >= 3 && (shown.substr(i - 3, 3) == "www" || shown.substr(i - 3, 3) == "WWW")) {
      out += "&#46;";
    } else {
      if (std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

// The same where a line begins: no list, no heading.
std::string inert_line(std::string_view text) {
  std::string line = inert(text.substr(std::min(text.find_first_not_of(" \t\n"), text.size())));
  if (!starts_with_marker(line)) return line;
  const std::size_t digits = line.find_first_not_of("0123456789");
  return line.insert(digits, "\\");
}

class MarkdownPage {
 public:
  MarkdownPage(const Paper& paper, const PaperWords& words) : paper_(paper), words_(words) {}

  std::string whole() {
    paragraph("# " + inert(paper_.title));
    if (!paper_.subtitle.empty()) paragraph(inert_line(paper_.subtitle));
    write_mark();
    for (const PaperBlock& block : paper_.blocks) {
      std::visit([&](const auto& part) { write(part); }, block);
    }
    paragraph("---");
    PaperList foot;
    foot.items = paper_.foot;
    write(foot);
    return std::move(out_);
  }

 private:
  void paragraph(const std::string& markdown) {
    if (!out_.empty()) out_ += '\n';
    out_ += markdown + '\n';
  }
  void write_mark() {
    if (!paper_.mark.empty()) paragraph("**" + inert(paper_.mark) + "**");
  }

  void write(const PaperHeading& heading) {
    paragraph(std::string(static_cast<std::size_t>(heading.level), '#') + ' ' + inert(heading.text));
  }
  void write(const PaperParagraph& part) { paragraph(inert_line(part.text)); }
  void write(const PaperList& list) {
    std::string lines;
    std::size_t number = 0;
    for (const std::string& item : list.items) {
      if (++number > 1) lines += '\n';
      lines += list.is_numbered ? std::to_string(number) + ". " : "- ";
      lines += inert_line(item);
    }
    if (!lines.empty()) paragraph(lines);
  }
  void write(const PaperNumbers& numbers) {
    std::string lines;
    for (const PaperNumber& number : numbers.numbers) {
      if (!lines.empty()) lines += '\n';
      lines += "- **" + inert(number.value) + "** " + inert(number.what);
      if (!number.note.empty()) lines += " (" + inert(number.note) + ")";
    }
    if (!lines.empty()) paragraph(lines);
  }
  void write(const PaperProposal& proposal) {
    paragraph("> **" + inert(proposal.title) + "**\n>\n> " + inert_line(proposal.text));
  }
  void write(const PaperTable& table) {
    paragraph("**" + inert(table.caption) + "**");
    std::string lines = "|", rule = "|";
    for (const PaperColumn& column : table.columns) {
      lines += " " + inert(column.title) + " |";
      rule += column.is_number ? " ---: |" : " --- |";
    }
    lines += "\n" + rule;
    for (const std::vector<std::string>& row : table.rows) {
      lines += "\n|";
      for (const std::string& cell : row) lines += " " + inert(cell) + " |";
    }
    paragraph(lines);
    if (!table.note.empty()) paragraph(inert_line(table.note));
  }
  void write(const PaperFigure& figure) {
    paragraph("**" + inert(words_.figure) + " " + std::to_string(++figures_) + ". " + inert(figure.finding) + "**");
    paragraph(inert_line(figure.alt));
    write_mark();
    if (!figure.data.columns.empty()) write(figure.data);
    for (const std::string& line : figure.lines) paragraph(inert_line(line));
  }
  void write(const PaperBlank& blank) { paragraph("> **" + inert(words_.blank) + "** " + inert(blank.what)); }

  const Paper& paper_;
  const PaperWords& words_;
  std::string out_;
  int figures_ = 0;
};

}  // namespace

std::string to_markdown(const Paper& paper, const PaperWords& words) { return MarkdownPage(paper, words).whole(); }

}  // namespace samverka
