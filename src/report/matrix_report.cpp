#include "report/matrix_report.h"

#include <algorithm>

#include "analysis/partners.h"
#include "base/utf8.h"
#include "io/json_text.h"

namespace samverka {
namespace {

constexpr std::size_t least_told = 5;  // a norm that is told without names is not told of fewer

bool is_agreements(MatrixKind kind) {
  return kind == MatrixKind::area || kind == MatrixKind::form || kind == MatrixKind::partner_group;
}

bool has_sum_column(MatrixKind kind) { return is_agreements(kind) || kind == MatrixKind::chain; }

std::string padded(const std::string& words, std::size_t width, bool to_the_right) {
  const std::string air(width - std::min(width, count_code_points(words)), ' ');
  return to_the_right ? air + words : words + air;
}

class MatrixText {
 public:
  MatrixText(const MatrixReport& report, const Texts& texts) : report_(report), matrix_(report.matrix), texts_(texts) {}

  std::string written(const std::string& narrowed) && {
    write_heading(narrowed);
    make_table();
    write_table();
    write_columns();
    write_order();
    return std::move(out_);
  }

 private:
  using Row = std::vector<std::string>;

  void say(const std::string& words) { out_ += words + '\n'; }
  std::string number(std::size_t n) const { return texts_.number(static_cast<long long>(n)); }

  void write_heading(const std::string& narrowed) {
    const Network& network = report_.network;
    say(displayable(network.title.empty() ? network.id : network.title + " (" + network.id + ")"));
    say(texts_.tr("info.as_of", {{"date", to_string(report_.day)}}));
    if (network.is_synthetic()) say(texts_.tr("caption.illustrative"));
    if (!narrowed.empty()) say(displayable(texts_.tr("caption.filter", {{"filter", narrowed}})));
    const MatrixRow& sum = matrix_.sum;
    const TextArgs args = {
        {"asked", number(sum.asked)}, {"answered", number(sum.answered)}, {"all", number(sum.municipalities)}};
    say(texts_.tr(sum.asked == 0 ? "matrix.nobody_asked" : "matrix.asked", args));
    say(texts_.tr(is_agreements(matrix_.kind) ? "matrix.reads_agreements" : "matrix.reads_shares"));
    say("");
  }

  std::string head(std::size_t column) const {
    return matrix_.kind == MatrixKind::area ? displayable(matrix_.columns[column].code) : std::to_string(column + 1);
  }

  // "28 (6?)": what is counted, and how many nothing is known of; "0/26 +26": and how many are on their way.
  std::string words_of(const MatrixCell& cell, const MatrixColumn* column, bool is_one) const {
    const bool is_told_by_name = column && column->is_counts_only && (is_one || cell.of < least_told);
    if (is_told_by_name) return "·";
    if (cell.of == 0 && !is_agreements(matrix_.kind)) return "–";
    std::string words = is_agreements(matrix_.kind) ? number(cell.n) : number(cell.met) + "/" + number(cell.of);
    if (cell.pending > 0) words += " +" + number(cell.pending);
    if (cell.unknown > 0) words += " (" + number(cell.unknown) + "?)";
    return words;
  }

  Row row_of(const std::string& name, const MatrixRow& from, bool is_sum) const {
    const bool is_one = !is_sum && (matrix_.by == MatrixRows::municipalities);
    Row row = {displayable(shortened(name, 30))};
    for (std::size_t i = 0; i < matrix_.columns.size(); ++i) {
      row.push_back(words_of(from.cells[i], &matrix_.columns[i], is_one));
    }
    if (has_sum_column(matrix_.kind)) row.push_back(words_of(from.all, nullptr, is_one));
    return row;
  }

  void make_table() {
    Row heads = {""};
    for (std::size_t i = 0; i < matrix_.columns.size(); ++i) heads.push_back(head(i));
    if (has_sum_column(matrix_.kind)) {
      heads.push_back(texts_.tr(matrix_.kind == MatrixKind::chain ? "chain.whole" : "matrix.all_short"));
    }
    table_.push_back(std::move(heads));
    for (const std::size_t row : report_.order.rows) {
      table_.push_back(row_of(report_.rows[row], matrix_.rows[row], false));
    }
    table_.push_back(row_of(texts_.tr("matrix.all_rows"), matrix_.sum, true));
  }

  void write_table() {
    std::vector<std::size_t> widths(table_.front().size(), 0);
    for (const Row& row : table_) {
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], count_code_points(row[i]));
    }
    for (const Row& row : table_) {
      std::string line = padded(row.front(), widths.front(), false);
      for (std::size_t i = 1; i < row.size(); ++i) line += "  " + padded(row[i], widths[i], true);
      say(line);
    }
  }

  void write_columns() {
    say("");
    for (std::size_t i = 0; i < report_.columns.size(); ++i) {
      const bool has_code = matrix_.kind == MatrixKind::area;
      say((has_code ? "" : head(i) + "  ") + displayable(report_.columns[i]));
    }
    if (matrix_.left_out == 0) return;
    const auto out = static_cast<long long>(matrix_.left_out);
    say(texts_.plural("matrix.left_out", out, {{"limit", number(crowd_parties)}}));
  }

  void write_order() {
    if (!report_.is_by_need || report_.order.ranked == report_.order.rows.size()) return;
    say("");
    if (report_.order.ranked == 0) return say(texts_.tr("matrix.none_ranked"));
    std::string names;
    for (std::size_t i = report_.order.ranked; i < report_.order.rows.size(); ++i) {
      names += (names.empty() ? "" : ", ") + report_.rows[report_.order.rows[i]];
    }
    say(displayable(texts_.tr("matrix.left_last", {{"names", names}})));
  }

  const MatrixReport& report_;
  const Matrix& matrix_;
  const Texts& texts_;
  std::vector<Row> table_;
  std::string out_;
};

void put_share(JsonText& json, const char* name, const std::optional<double>& share) {
  json.key(name);
  share ? json.decimal(*share) : json.null();
}

void put_cell(JsonText& json, MatrixKind kind, const MatrixCell& cell) {
  json.begin_object().key("n").number(cell.n).key("unknown_share").decimal(cell.unknown_share());
  if (!is_agreements(kind)) json.key("met").number(cell.met).key("of").number(cell.of);
  if (kind == MatrixKind::rule) {
    put_share(json, "low", cell.low());
    put_share(json, "high", cell.high());
  }
  json.end_object();
}

}  // namespace

std::string matrix_text(const MatrixReport& report, const Texts& texts, const std::string& narrowed) {
  return MatrixText(report, texts).written(narrowed);
}

std::string matrix_json(const MatrixReport& report) {
  const Matrix& matrix = report.matrix;
  JsonText json;
  json.begin_object().key("as_of").text(to_string(report.day)).key("rows").begin_list();
  for (const std::size_t row : report.order.rows) json.text(matrix.rows[row].code);
  json.end_list().key("columns").begin_list();
  for (const MatrixColumn& column : matrix.columns) json.text(column.code);
  json.end_list().key("cells").begin_list();
  for (const std::size_t row : report.order.rows) {
    json.begin_list();
    for (const MatrixCell& cell : matrix.rows[row].cells) put_cell(json, matrix.kind, cell);
    json.end_list();
  }
  json.end_list().key("sum").begin_list();
  for (const MatrixCell& cell : matrix.sum.cells) put_cell(json, matrix.kind, cell);
  return std::move(json.end_list().end_object()).finished();
}

}  // namespace samverka
