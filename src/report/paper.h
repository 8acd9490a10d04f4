#pragma once
// A document for people, as blocks: what every report is made of, whichever way it is written out. Texts are plain;
// each writer escapes them for its own format.
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace samverka {

struct PaperHeading {
  int level = 2;  // 2 to 4; the title of the paper is the only one of level 1
  std::string text;
  bool starts_page = false;  // when printed
};
struct PaperParagraph {
  std::string text;
};
struct PaperList {
  std::vector<std::string> items;
  bool is_numbered = false;
};

// A few numbers that are to be seen first: "12 av 15", "svarsandel".
struct PaperNumber {
  std::string value, what, note;  // the note may be empty
};
struct PaperNumbers {
  std::vector<PaperNumber> numbers;
};

// What is proposed to be decided: stands by itself.
struct PaperProposal {
  std::string title, text;
};

struct PaperColumn {
  std::string title;
  bool is_number = false;  // aligned to the right
};
// The first cell of each row is what the row is about, its header.
struct PaperTable {
  std::string caption;
  std::vector<PaperColumn> columns;
  std::vector<std::vector<std::string>> rows;  // each as long as `columns`
  std::string note;                            // what was left out of it, under it; empty: nothing
};

// A picture that says something: the finding is its title, and its facts stand under it as a table.
struct PaperFigure {
  std::string finding;
  std::string alt;  // what there is to see, for who does not see it
  std::string svg;  // a whole <svg> element of our own making (render/picture.h)
  PaperTable data;
  bool shows_data = false;         // the table is open from the start, and printed; else whoever wants it opens it
  std::vector<std::string> lines;  // filter, day, source: under the picture
};

// A section that the program cannot fill: it says what belongs there and who knows it.
struct PaperBlank {
  std::string what;
};

using PaperBlock = std::variant<PaperHeading, PaperParagraph, PaperList, PaperNumbers, PaperProposal, PaperTable,
                                PaperFigure, PaperBlank>;

struct Paper {
  std::string language = "sv";
  std::string title, subtitle;
  std::string mark;  // "Illustrativa data": at the top and on every figure; empty where the data are real
  std::vector<PaperBlock> blocks;
  std::vector<std::string> foot;                              // file, day, filter, program: the last lines
  std::vector<std::pair<std::string, std::string>> metadata;  // the same for programs: <meta name content>
};

// The words that a writer needs of its own.
struct PaperWords {
  std::string figure;   // "Figur"
  std::string skip;     // "Hoppa till innehållet"
  std::string numbers;  // "Siffrorna i figuren": opens the table of a figure
  std::string blank;    // "Fylls i av den som vet": over what the program cannot fill
};

// One file without links to others, scripts or styles from elsewhere: figures are numbered in their order, tables have
// captions and headers, headings follow each other, and it prints on A4. The same paper gives the same bytes.
std::string to_html(const Paper& paper, const PaperWords& words);
// Figures are their finding, their alternative text and their table; the picture itself is left out.
std::string to_markdown(const Paper& paper, const PaperWords& words);

}  // namespace samverka
