#include "io/sheet_export.h"

#include <algorithm>

#include "io/csv.h"
#include "io/json_edit.h"
#include "io/json_scan.h"
#include "io/read_network.h"
#include "io/row_text.h"

namespace samverka {
namespace {

constexpr std::size_t longest_cell = 32767;  // https://support.microsoft.com/office: Excel specifications and limits

template <class Rows>
auto rows_by_key(const Rows& rows) {
  std::vector<decltype(&*rows.begin())> order;
  for (const auto& row : rows) order.push_back(&row);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
  return order;
}

class SheetWriter {
 public:
  SheetWriter(const Network& network, RowSheet sheet, char separator)
      : network_(network), sheet_(sheet), separator_(separator), specs_(cell_specs(sheet)) {}

  WrittenSheet write() {
    out_.text = csv_mark;
    put_headings();
    if (sheet_ == RowSheet::actors) {
      put_pieces();
      for (const Actor* row : rows_by_key(network_.actors)) put(cells_of(sheet_, row_text(network_, *row)));
    } else {
      for (const Agreement* row : rows_by_key(network_.agreements)) put_agreement(*row);
    }
    return std::move(out_);
  }

 private:
  void put_headings() {
    std::vector<CsvWritten> cells;
    for (const CellSpec& spec : specs_) cells.push_back({spec.member});
    if (sheet_ == RowSheet::actors) cells.push_back({std::string(network_member)});
    out_.text += csv_line(cells, separator_);
  }

  void put(std::vector<std::string> row, std::string piece = {}) {
    std::vector<CsvWritten> cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool is_number = specs_[i].holds == CellSpec::Holds::integer || specs_[i].holds == CellSpec::Holds::decimal;
      out_.long_cells += row[i].size() > longest_cell ? 1 : 0;
      cells.push_back({std::move(row[i]), is_number});
    }
    out_.long_cells += piece.size() > longest_cell ? 1 : 0;
    if (sheet_ == RowSheet::actors) cells.push_back({std::move(piece)});
    out_.text += csv_line(cells, separator_);
  }

  void put_agreement(const Agreement& row) {
    const std::string text = row_text(network_, row);
    if (sheet_ == RowSheet::agreements) return put(cells_of(sheet_, text));
    for (const std::string& party : party_texts(text)) {
      std::vector<std::string> cells = cells_of(sheet_, party);
      cells.front() = row.key;
      put(std::move(cells));
    }
  }

  void put_piece(const std::string& piece) { put(std::vector<std::string>(specs_.size()), piece); }

  // Everything that is no actor or agreement: the network's own members in one piece, each row of another kind in one.
  void put_pieces() {
    Network rest = network_;
    rest.actors = {};
    rest.agreements = {};
    rest.contacts.clear();
    if (rest.coverage) {
      rest.coverage->surveys.clear();
      rest.coverage->registers.clear();
    }
    const std::string text = write_network(rest);
    std::string own = without(without(text, "actors"), "agreements");
    if (!rest.sources.empty()) own = without(own, "sources");
    const std::string milestones = member_of(own, "milestones");
    if (!rest.milestones.empty()) own = without(own, "milestones");
    put_piece(compact_json(own));
    for (std::size_t i = 0; i < rest.milestones.size(); ++i) {
      put_piece("{\"milestones\":[" + compact_json(member_of(milestones, std::to_string(i))) + "]}");
    }
    for (const Source* row : rows_by_key(network_.sources)) {
      put_piece("{\"sources\":[" + compact_json(row_text(network_, *row)) + "]}");
    }
    if (!network_.coverage) return;
    for (const Survey* row : rows_by_key(network_.coverage->surveys)) {
      put_piece("{\"coverage\":{\"surveys\":[" + compact_json(row_text(network_, *row)) + "]}}");
    }
    for (const Register* row : rows_by_key(network_.coverage->registers)) {
      put_piece("{\"coverage\":{\"registers\":[" + compact_json(row_text(network_, *row)) + "]}}");
    }
  }

  static std::string without(const std::string& json, std::string_view member) {
    auto changed = without_member(json, member);
    return changed ? *changed : json;
  }

  const Network& network_;
  RowSheet sheet_;
  char separator_;
  std::span<const CellSpec> specs_;
  WrittenSheet out_;
};

}  // namespace

WrittenSheet sheet_text(const Network& network, RowSheet sheet, char separator) {
  return SheetWriter(network, sheet, separator).write();
}

}  // namespace samverka
