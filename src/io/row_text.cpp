#include "io/row_text.h"

#include "io/check_bytes.h"
#include "io/json_scan.h"
#include "io/resolve_references.h"
#include "io/row_reader.h"
#include "io/row_writer.h"

namespace samverka {
namespace {

template <class Row>
std::string written(const Network& network, const Row& row) {
  std::string out;
  RowWriter::write(out, 0, network, row);
  return out;
}

class TextReader {
 public:
  TextReader(std::string_view text, const std::string& file_name, Keys& keys)
      : text_(text), file_name_(file_name), keys_(keys), problems_(limits_.problems) {}

  template <class Row>
  ReadRow<Row> read() {
    ReadRow<Row> out;
    const bool is_object = scan();
    if (is_object) take(out.row);
    out.report = problems_.report(text_, file_name_);
    out.report.is_usable = is_object && !is_flawed_;
    return out;
  }

 private:
  bool scan() {
    if (auto bytes = check_bytes(text_)) return refuse(std::move(bytes->problem), bytes->offset);
    JsonScanner scanner(
        text_, 0, {limits_.depth, limits_.string_bytes},
        [this](Problem problem, std::size_t offset, std::size_t other) {
          is_flawed_ = true;
          problems_.add(std::move(problem), {offset}, {other == offset ? ProblemList::nowhere : other, {}});
        });
    if (!scanner.read(tree_) || !scanner.finish()) {
      return refuse(scanner.refusal()->problem, scanner.refusal()->offset);
    }
    if (tree_.nodes[0].kind == JsonKind::object) return true;
    return refuse(error("E_TYPE", {"problem.type.object", {}}), tree_.nodes[0].begin);
  }

  bool refuse(Problem problem, std::size_t offset) {
    problems_ = ProblemList(limits_.problems);
    problems_.add(std::move(problem), {offset});
    return false;
  }

  template <class Row>
  void take(Row& row) {
    FileContext file{limits_, problems_, keys_};
    RowReader::read(file, tree_, 0, row);
    resolve_references(row, file, tree_.nodes[0].begin);
  }

  std::string_view text_;
  const std::string& file_name_;
  Keys& keys_;
  ReadLimits limits_;
  ProblemList problems_;
  JsonTree tree_;
  bool is_flawed_ = false;  // E_DUPKEY or E_NUMBER: read to the end for its problems, and then refused
};

template <class Row>
ReadRow<Row> read_alone(std::string_view json, const std::string& file_name, const Network& network) {
  Keys keys;
  keys.add_all(network);
  return TextReader(json, file_name, keys).read<Row>();
}

}  // namespace

std::string row_text(const Network& network, const Actor& row) { return written(network, row); }
std::string row_text(const Network& network, const Agreement& row) { return written(network, row); }
std::string row_text(const Network& network, const Source& row) { return written(network, row); }
std::string row_text(const Network& network, const Survey& row) { return written(network, row); }
std::string row_text(const Network& network, const Register& row) { return written(network, row); }

ReadRow<Actor> read_actor(std::string_view json, const std::string& file_name, const Network& network) {
  return read_alone<Actor>(json, file_name, network);
}
ReadRow<Agreement> read_agreement(std::string_view json, const std::string& file_name, const Network& network) {
  return read_alone<Agreement>(json, file_name, network);
}
ReadRow<Source> read_source(std::string_view json, const std::string& file_name, const Network& network) {
  return read_alone<Source>(json, file_name, network);
}
ReadRow<Survey> read_survey(std::string_view json, const std::string& file_name, const Network& network) {
  return read_alone<Survey>(json, file_name, network);
}
ReadRow<Register> read_register(std::string_view json, const std::string& file_name, const Network& network) {
  return read_alone<Register>(json, file_name, network);
}

template <class Row>
ReadRow<Row> read_row(std::string_view json, const std::string& file_name, Keys& keys) {
  return TextReader(json, file_name, keys).read<Row>();
}
template ReadRow<Actor> read_row(std::string_view, const std::string&, Keys&);
template ReadRow<Agreement> read_row(std::string_view, const std::string&, Keys&);
template ReadRow<Source> read_row(std::string_view, const std::string&, Keys&);
template ReadRow<Survey> read_row(std::string_view, const std::string&, Keys&);
template ReadRow<Register> read_row(std::string_view, const std::string&, Keys&);

}  // namespace samverka
