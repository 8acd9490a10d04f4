#include "app/answer_sheet.h"

#include <algorithm>
#include <array>
#include <optional>

#include "app/answer_cells.h"
#include "app/question_sheet.h"
#include "base/collate.h"
#include "base/utf8.h"
#include "io/csv.h"
#include "io/place_in_text.h"

namespace samverka {
namespace {

constexpr std::size_t longest_told = 80;  // of a cell in a message, in characters as people see them

std::string told_cell(std::string_view cell) { return displayable(shortened(cell, longest_told)); }

using Row = std::vector<CsvCell>;

struct PlacedProblem {
  Problem problem;
  std::size_t offset = 0;
};

// Which cell of a row is which.
class SheetColumns {
 public:
  static Result<SheetColumns> of(const Row& header, const Assets& assets, std::vector<PlacedProblem>& problems) {
    SheetColumns columns;
    for (std::size_t place = 0; place < header.size(); ++place) {
      const auto column = column_of(header[place].text, assets);
      if (!column) {
        if (header[place].text.empty()) continue;
        const Message message{"problem.column.unknown", {{"heading", told_cell(header[place].text)}}};
        problems.push_back({warning("W_COLUMN", message), header[place].offset});
        continue;
      }
      std::optional<std::size_t>& known = columns.places_[static_cast<std::size_t>(*column)];
      if (known) {
        return error("E_COLUMNS", {"problem.column.twice", {{"heading", told_cell(header[place].text)}}}, Exit::parse);
      }
      known = place;
    }
    columns.width_ = header.size();
    for (const SheetHeading& heading : sheet_headings) {
      if (!heading.is_needed || columns.places_[static_cast<std::size_t>(heading.column)]) continue;
      return error(
          "E_COLUMNS",
          {"problem.column.missing", {{"heading", assets.sv.tr(heading.key)}, {"other", assets.en.tr(heading.key)}}},
          Exit::parse);
    }
    return columns;
  }

  std::size_t width() const { return width_; }
  std::string_view text(const Row& row, SheetColumn column) const {
    const auto place = places_[static_cast<std::size_t>(column)];
    return place && *place < row.size() ? trimmed(row[*place].text) : std::string_view();
  }
  std::size_t offset(const Row& row, SheetColumn column) const {
    const auto place = places_[static_cast<std::size_t>(column)];
    return row[place && *place < row.size() ? *place : 0].offset;
  }

 private:
  static std::optional<SheetColumn> column_of(std::string_view heading, const Assets& assets) {
    const std::string wanted = folded(trimmed(heading));
    for (const SheetHeading& known : sheet_headings) {
      if (wanted == folded(assets.sv.tr(known.key)) || wanted == folded(assets.en.tr(known.key))) return known.column;
    }
    return std::nullopt;
  }

  std::array<std::optional<std::size_t>, sheet_headings.size()> places_;
  std::size_t width_ = 0;
};

struct ReadAnswer {
  Answer answer;
  const Row* row = nullptr;
};

class SheetReader {
 public:
  SheetReader(const Network& network, const NetworkIndex& index, const Assets& assets, const RuleSet& rules,
              const SheetColumns& columns, const ReadLimits& limits)
      : cells_(network, index, rules, assets), columns_(columns), limits_(limits) {}

  // Nothing where the row is refused: `problem` then says why.
  std::optional<Answer> read(const Row& row, PlacedProblem& problem) const {
    Answer answer;
    const auto word = cells_.word(columns_.text(row, SheetColumn::answer));
    const auto rule = cells_.rule(columns_.text(row, SheetColumn::norm));
    answer.subject = cells_.subject(columns_.text(row, SheetColumn::subject));
    std::optional<PlacedProblem> refused;
    if (!word) {
      refused = unread(row, SheetColumn::answer, "E_ANSWER", "problem.answer.word");
    } else if (!answer.subject.is_set()) {
      refused = unread(row, SheetColumn::subject, "E_REF", "problem.answer.subject");
    } else if (!rule) {
      refused = unread(row, SheetColumn::norm, "E_REF", "problem.answer.norm");
    } else {
      answer.word = *word;
      answer.rule = *rule;
      // Beside another answer, what was filled in beforehand says nothing.
      if (*word == AnswerWord::yes) refused = read_document(row, answer);
    }
    if (!refused) return answer;
    problem = std::move(*refused);
    return std::nullopt;
  }

 private:
  // The cell is not understood; the message shows it.
  PlacedProblem unread(const Row& row, SheetColumn column, const char* code, const char* key) const {
    return {error(code, {key, {{"value", told_cell(columns_.text(row, column))}}}), columns_.offset(row, column)};
  }

  // Which document, with whom, from when and by what source; what is wrong with that, if anything.
  std::optional<PlacedProblem> read_document(const Row& row, Answer& answer) const {
    const std::string_view date = columns_.text(row, SheetColumn::date);
    const auto day = parse_partial_date(date);
    if (!date.empty() && !day) return unread(row, SheetColumn::date, "E_DATE", "problem.answer.date");
    answer.date = day.value_or(PartialDate{});
    std::string nobody;
    answer.partners = cells_.partners(columns_.text(row, SheetColumn::partners), nobody);
    if (!nobody.empty()) {
      return PlacedProblem{error("E_REF", {"problem.answer.partner", {{"value", told_cell(nobody)}}}),
                           columns_.offset(row, SheetColumn::partners)};
    }
    for (const SheetColumn column : {SheetColumn::document, SheetColumn::source}) {
      if (columns_.text(row, column).size() <= limits_.string_bytes) continue;
      const Message message{"problem.answer.long", {{"limit", std::to_string(limits_.string_bytes)}}};
      return PlacedProblem{error("E_LIMIT", message), columns_.offset(row, column)};
    }
    answer.document = columns_.text(row, SheetColumn::document);
    answer.source = columns_.text(row, SheetColumn::source);
    answer.agreement = cells_.agreement(answer.document, answer.subject);
    answer.source_id = cells_.source(answer.source);
    return std::nullopt;
  }

  AnswerCells cells_;
  const SheetColumns& columns_;
  const ReadLimits& limits_;
};

struct RefusalWords {
  AnswerFate fate;
  SheetColumn column;
  const char* key;
};
constexpr auto refusal_words = std::to_array<RefusalWords>({
    {AnswerFate::not_subject, SheetColumn::norm, "problem.answer.not_subject"},
    {AnswerFate::not_askable, SheetColumn::norm, "problem.answer.not_askable"},
    {AnswerFate::contradicts_row, SheetColumn::answer, "problem.answer.contradicts_row"},
    {AnswerFate::contradicts_fact, SheetColumn::answer, "problem.answer.contradicts_fact"},
    {AnswerFate::no_document, SheetColumn::document, "problem.answer.no_document"},
    {AnswerFate::no_partner, SheetColumn::partners, "problem.answer.no_partner"},
    {AnswerFate::not_in_force, SheetColumn::document, "problem.answer.not_in_force"},
    {AnswerFate::not_tellable, SheetColumn::norm, "problem.answer.not_tellable"},
    {AnswerFate::not_enough, SheetColumn::answer, "problem.answer.not_enough"},
    {AnswerFate::leaves_others, SheetColumn::answer, "problem.answer.leaves_others"},
});

// A norm's title says which it is; its id finds it in the sheet.
std::string told_norm(const Rule& rule, const Texts& texts) {
  return displayable(titled(rule.title.in(texts.language()), rule.id));
}

std::string told_norms(const RuleSet& rules, const std::vector<std::size_t>& places, const Texts& texts) {
  std::string norms;
  for (const std::size_t place : places) norms += (norms.empty() ? "" : ", ") + told_norm(rules.rules.at(place), texts);
  return norms;
}

PlacedProblem refusal(const std::vector<ReadAnswer>& read, std::size_t i, const AnswerResult& result,
                      const RuleSet& rules, const SheetColumns& columns, const Texts& texts) {
  const auto words = std::find_if(refusal_words.begin(), refusal_words.end(),
                                  [&](const RefusalWords& row) { return row.fate == result.fate; });
  SAM_CHECK(words != refusal_words.end(), "a refusal without words");
  Message message{words->key, {{"norm", told_norm(rules.rules.at(read[i].answer.rule), texts)}}};
  if (!result.open_rules.empty()) message.args.emplace_back("norms", told_norms(rules, result.open_rules, texts));
  return {error("E_ANSWER", std::move(message)), columns.offset(*read[i].row, words->column)};
}

WaitingAnswer waiting_answer(const std::vector<ReadAnswer>& read, std::size_t i, const AnswerResult& result,
                             std::size_t line) {
  const Answer& answer = read[i].answer;
  WaitingAnswer waiting{line, answer.subject, answer.rule, {}};
  for (const std::size_t rule : result.open_rules) {
    const bool is_not_known = std::any_of(read.begin(), read.end(), [&](const ReadAnswer& row) {
      return row.answer.subject == answer.subject && row.answer.rule == rule &&
             row.answer.word == AnswerWord::not_known;
    });
    waiting.others.push_back({rule, is_not_known});
  }
  return waiting;
}

std::vector<std::size_t> offsets_of(const std::vector<ReadAnswer>& read, const std::vector<std::size_t>& rows,
                                    const SheetColumns& columns) {
  std::vector<std::size_t> offsets;
  for (const std::size_t row : rows) offsets.push_back(columns.offset(*read[row].row, SheetColumn::answer));
  return offsets;
}

std::vector<Problem> placed_problems(std::vector<PlacedProblem> problems, std::string_view text,
                                     const std::string& file_name) {
  std::stable_sort(problems.begin(), problems.end(),
                   [](const PlacedProblem& a, const PlacedProblem& b) { return a.offset < b.offset; });
  std::vector<std::size_t> offsets;
  for (const PlacedProblem& problem : problems) offsets.push_back(problem.offset);
  const std::vector<LineColumn> places = places_in_text(text, offsets);
  std::vector<Problem> placed;
  for (std::size_t i = 0; i < problems.size(); ++i) {
    Problem& problem = problems[i].problem;
    problem.file = file_name;
    problem.line = places[i].line;
    problem.column = places[i].column;
    placed.push_back(std::move(problem));
  }
  return placed;
}

// Rows that say nothing are counted and left. A row that is shorter or longer than the headings has been cut or moved.
void read_rows(const CsvTable& table, const SheetColumns& columns, const SheetReader& reader, TakenSheet& taken,
               std::vector<ReadAnswer>& read, std::vector<PlacedProblem>& problems) {
  for (const Row& row : table.rows) {
    ++taken.rows;
    const bool is_whole = row.size() == columns.width();
    if (is_whole && columns.text(row, SheetColumn::answer).empty()) {
      ++taken.unanswered;
      continue;
    }
    ++taken.read;
    if (!is_whole) {
      const Message message{"problem.answer.cells",
                            {{"cells", std::to_string(row.size())}, {"headings", std::to_string(columns.width())}}};
      problems.push_back({error("E_CELLS", message), row.front().offset});
      continue;
    }
    PlacedProblem problem;
    auto answer = reader.read(row, problem);
    if (answer) {
      read.push_back({std::move(*answer), &row});
    } else {
      problems.push_back(std::move(problem));
    }
  }
}

}  // namespace

Result<TakenSheet> take_sheet(std::string_view bytes, const std::string& file_name, const Network& network,
                              const Assets& assets, const RuleSet& rules, Date day, const Texts& texts,
                              const ReadLimits& limits) {
  const TableText saved = table_text_of(bytes);
  const std::string_view sheet = saved.text;
  const Result<CsvTable> table = read_csv(sheet, file_name, limits);
  if (!table) return table.problem();
  std::vector<PlacedProblem> problems;
  const Result<SheetColumns> columns = SheetColumns::of(table->header, assets, problems);
  if (!columns) return placed(columns.problem(), sheet, file_name, table->header.front().offset);
  TakenSheet taken;
  taken.encoding = saved.encoding;
  const NetworkIndex index(network);
  std::vector<ReadAnswer> read;
  read_rows(*table, *columns, SheetReader(network, index, assets, rules, *columns, limits), taken, read, problems);
  std::vector<Answer> answers;
  for (const ReadAnswer& row : read) answers.push_back(row.answer);
  TakenAnswers result = take_answers(network, assets.taxonomy, rules, day, answers, texts.tr("sheet.survey_title"));
  std::vector<std::size_t> waiting;
  for (std::size_t i = 0; i < read.size(); ++i) {
    const AnswerFate fate = result.results[i].fate;
    taken.kept += fate == AnswerFate::kept ? 1 : 0;
    taken.merged += fate == AnswerFate::merged ? 1 : 0;
    if (is_refused(fate)) problems.push_back(refusal(read, i, result.results[i], rules, *columns, texts));
    if (fate == AnswerFate::leaves_others) waiting.push_back(i);
  }
  const std::vector<LineColumn> places = places_in_text(sheet, offsets_of(read, waiting, *columns));
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    taken.waiting.push_back(waiting_answer(read, waiting[i], result.results[waiting[i]], places[i].line));
  }
  taken.refused = taken.read - taken.kept - taken.merged;
  taken.network = std::move(result.network);
  taken.unknown_before = result.unknown_before;
  taken.unknown_after = result.unknown_after;
  taken.problems = placed_problems(std::move(problems), sheet, file_name);
  return taken;
}

}  // namespace samverka
