#include "report/html.h"

#include "base/sha256.h"
#include "base/utf8.h"

namespace samverka {
namespace {

std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
  std::string out;
  unsigned held = 0, bits = 0;
  for (const char c : hex) {
    held = held << 4U | digit(c);
    bits += 4;
    if (bits < 6) continue;
    bits -= 6;
    out += letters[held >> bits & 63U];
  }
  if (bits > 0) out += letters[held << (6 - bits) & 63U];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

std::string replaced(std::string_view text, std::string_view what, const std::string& with) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t found = text.find(what, at);
    out += text.substr(at, found - at);
    if (found == std::string_view::npos) return out;
    out += with;
    at = found + what.size();
  }
}

std::string attribute_of(std::string_view tag, const std::string& name) {
  const std::string begin = " " + name + "=\"";
  const std::size_t found = tag.find(begin);
  if (found == std::string_view::npos) return {};
  const std::size_t from = found + begin.size();
  return std::string(tag.substr(from, tag.find('"', from) - from));
}

// A day does not break over two lines.
bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return text.find_first_not_of("0123456789-") == std::string_view::npos;
}

std::string cell_of(const PaperTable& table, std::size_t column, const std::string& text) {
  const bool is_number = column < table.columns.size() && table.columns[column].is_number;
  const std::string look = is_number ? " class=\"n\"" : is_day(text) ? " class=\"d\"" : "";
  if (column == 0) return "<th scope=\"row\"" + look + ">" + html_escaped(text) + "</th>";
  return "<td" + look + ">" + html_escaped(text) + "</td>";
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : displayable(text)) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_table(const PaperTable& table) {
  std::string out = "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" + html_escaped(table.caption);
  out += "\">\n<table>\n<caption>" + html_escaped(table.caption) + "</caption>\n<thead><tr>";
  for (const PaperColumn& column : table.columns) {
    out += column.is_number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">";
    out += html_escaped(column.title) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const std::vector<std::string>& row : table.rows) {
    out += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) out += cell_of(table, i, row[i]);
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n</div>\n";
  if (!table.note.empty()) out += "<p class=\"note\">" + html_escaped(table.note) + "</p>\n";
  return out;
}

std::string paper_style() {
  return R"(:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#17212b;font:1rem/1.55 Inter,"Segoe UI","Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
.skip{position:absolute;left:-100vw;padding:.5rem 1rem;background:#0c5252;color:#fff}
.skip:focus{left:0;top:0}
header,main,footer{max-width:54rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.25rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .35rem;color:#0c5252;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;margin:2.2rem 0 .6rem;color:#0c5252;text-wrap:balance}
h3{font-size:1.08rem;line-height:1.3;margin:1.5rem 0 .4rem}
h4{font-size:1rem;margin:1.2rem 0 .3rem}
p,ul,ol{margin:.4rem 0 .8rem}
p,li{max-width:44rem}
li{margin:.25rem 0}
.subtitle{font-size:1.05rem;color:#3d4a56;margin:0}
.mark{display:inline-block;margin:.7rem 0 0;padding:.15rem .7rem;border:2px solid #8a5a00;border-radius:.3rem;color:#6b4500;background:#fff6e0;font-weight:600}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.8rem;margin:1.2rem 0;padding:0}
.numbers div{border-top:3px solid #0c5252;background:#eef4f3;padding:.7rem .9rem}
.numbers dt{font-size:.92rem;color:#3d4a56}
.numbers dd{margin:0}
.numbers .value{font-size:1.7rem;line-height:1.2;font-weight:600;color:#0c5252}
.numbers .small{font-size:.85rem;color:#3d4a56}
.proposal{border-left:5px solid #0c5252;background:#eef4f3;padding:.8rem 1.1rem;margin:1.2rem 0}
.proposal h3{margin:0 0 .3rem}
.proposal p{margin:0}
.blank{border:2px dashed #66727d;padding:.8rem 1.1rem;margin:1rem 0;min-height:5rem}
.blank strong{display:block}
figure{margin:1.4rem 0 1.8rem}
figcaption{font-weight:600;margin-bottom:.5rem}
figure svg{display:block;width:100%;height:auto;border:1px solid #c5ced6}
.lines,.note{font-size:.85rem;color:#3d4a56;margin:.4rem 0}
.scroll{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;font-weight:600;padding:.2rem 0 .4rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid #c5ced6;overflow-wrap:normal}
th[scope=row]{font-weight:500}
thead th{border-bottom:2px solid #0c5252;vertical-align:bottom}
.n{text-align:right;font-variant-numeric:tabular-nums}
.d{white-space:nowrap}
summary{cursor:pointer;color:#0c5252;text-decoration:underline;padding:.3rem 0}
footer{margin-top:2.5rem;padding-bottom:2.5rem;font-size:.85rem;color:#3d4a56}
footer div{border-top:1px solid #66727d;padding-top:.8rem}
footer p{margin:.15rem 0;max-width:none}
:focus-visible{outline:3px solid #0c5252;outline-offset:2px}
@media (max-width:30rem){h1{font-size:1.5rem}h2{font-size:1.2rem}.numbers{grid-template-columns:1fr}header,main,footer{padding-left:.9rem;padding-right:.9rem}}
@media print{@page{size:A4;margin:12mm 16mm}
body{font-size:9.5pt;line-height:1.35}
header,main,footer{max-width:none;padding:0}
h1{font-size:18pt}h2{font-size:13pt;margin:9pt 0 3pt}h3{font-size:11pt;margin:9pt 0 3pt}
p,ul,ol{margin:2pt 0 5pt}li{margin:1pt 0}
.mark{margin:4pt 0 0;padding:0 6pt}
.scroll{margin:4pt 0}
th,td{padding:1.8pt 7pt 1.8pt 0}caption{padding:1pt 0 2pt}
.proposal,.blank{margin:6pt 0;padding:5pt 9pt}
summary{display:none}
h2,h3,h4,figcaption,caption{break-after:avoid}
figure,tr,.numbers,.proposal,.blank{break-inside:avoid}
thead{display:table-header-group}
.page{break-before:page}
.skip,details:not([open]){display:none}
.scroll{overflow:visible}
.numbers{grid-template-columns:repeat(4,1fr);gap:6pt;margin:6pt 0}
.numbers div{padding:4pt 7pt}
.numbers dt,.numbers .small{font-size:8pt}
.numbers .value{font-size:15pt}
.numbers div,.proposal,.mark{print-color-adjust:exact}
figure{margin:6pt 0}
figure svg{max-height:165mm;width:auto;max-width:100%;margin:0 auto}
table,.note,.lines,footer{font-size:8.5pt}
p,li{max-width:none;orphans:3;widows:3}
footer{margin-top:14pt;padding-bottom:0}}
)";
}

std::string content_policy(std::string_view style, std::string_view script) {
  std::string policy = "default-src 'none'; style-src 'sha256-" + base64_of_hex(sha256_hex(style)) + "'; ";
  if (!script.empty()) policy += "script-src 'sha256-" + base64_of_hex(sha256_hex(script)) + "'; ";
  return policy + "base-uri 'none'; form-action 'none'";
}

std::string inline_svg(std::string_view svg, const std::string& prefix, const std::string& title,
                       const std::string& desc) {
  const std::size_t begin = svg.find("<svg");
  const std::size_t end = svg.rfind("</svg>");
  if (begin == std::string_view::npos || end == std::string_view::npos) return {};
  const std::size_t inside = svg.find('>', begin) + 1;
  const std::string_view tag = svg.substr(begin, inside - begin);
  std::string_view body = svg.substr(inside, end - inside);
  // The picture's own title and description, if any, stand first: the figure's stand in their place.
  for (const std::string_view own : {"title", "desc"}) {
    const std::size_t first = body.find_first_not_of("\n ");
    const std::string opens = "<" + std::string(own) + ">", closes = "</" + std::string(own) + ">";
    if (first == std::string_view::npos || body.substr(first, opens.size()) != opens) continue;
    body.remove_prefix(body.find(closes) + closes.size());
  }
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"" + prefix + "title " +
                    prefix + "desc\"";
  for (const char* kept : {"width", "height", "viewBox", "font-family"}) {
    const std::string value = attribute_of(tag, kept);
    if (!value.empty()) out += std::string(" ") + kept + "=\"" + value + "\"";
  }
  out += ">\n<title id=\"" + prefix + "title\">" + html_escaped(title) + "</title>\n<desc id=\"" + prefix + "desc\">" +
         html_escaped(desc) + "</desc>";
  // Quotes in texts are escaped, so these are attributes and nothing else.
  out += replaced(replaced(body, " id=\"", " id=\"" + prefix), "=\"url(#", "=\"url(#" + prefix);
  return out + "</svg>\n";
}

}  // namespace samverka
