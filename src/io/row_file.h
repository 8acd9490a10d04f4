#pragma once
// A small file that is one object, such as a workspace: read whole into a tree, by the rules that network files are
// read by (limits, UTF-8, members that stand twice), and written back value-exact with what the program does not know.
// What its members are says members(archive, row), as in network_members.h.
#include <string>
#include <string_view>

#include "io/read_network.h"
#include "io/row_reader.h"
#include "io/row_writer.h"

namespace samverka {

struct RowFileKind {
  std::string_view format;  // of the member `format`
  const char* otherwise;    // text key: the file is not of this kind
};

class RowFile {
 public:
  RowFile(std::string_view text, const std::string& file_name, const RowFileKind& kind, const ReadLimits& limits);

  bool is_usable() const { return is_usable_; }
  template <class Row>
  void read(Row& row) {
    RowReader::read(context_, tree_, 0, row);
  }
  // For a file whose members need more than a list of names: its tree, and where to tell of problems.
  JsonTree& tree() { return tree_; }
  FileContext& context() { return context_; }
  ReadReport report() const;

 private:
  bool scan();
  bool check_format();
  bool refuse(Problem problem, std::size_t offset);
  std::string header_text(std::string_view name, std::size_t& offset) const;

  std::string_view text_;
  const std::string& file_name_;
  RowFileKind kind_;
  ReadLimits limits_;
  ProblemList problems_;
  Keys keys_;
  FileContext context_;
  JsonTree tree_;
  bool is_flawed_ = false;  // E_DUPKEY or E_NUMBER: read to the end for its problems, and then refused
  bool is_usable_ = false;
};

// Fills the row as far as the report says that the file is usable. Never throws but for memory.
template <class Row>
ReadReport read_row_file(std::string_view text, const std::string& file_name, const RowFileKind& kind, Row& row,
                         const ReadLimits& limits = {}) {
  RowFile file(text, file_name, kind, limits);
  if (file.is_usable()) file.read(row);
  return file.report();
}

// Deterministic, as network files are written (FORMAT 4.5).
template <class Row>
std::string write_row_file(const Row& row) {
  std::string out;
  RowWriter::write(out, 0, Network(), row);
  return out + "\n";
}

}  // namespace samverka
