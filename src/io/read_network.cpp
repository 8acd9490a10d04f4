#include "io/read_network.h"

#include <charconv>
#include <new>

#include "base/posix.h"
#include "io/check_bytes.h"
#include "io/format_version.h"
#include "io/json_scan.h"
#include "io/problem_list.h"
#include "io/resolve_references.h"
#include "io/row_reader.h"
#include "model/soundness.h"

// Reads a network file in one walk: the few members of the root are gathered in a small tree, and each row of a table
// becomes a tree, a row of the model, and is forgotten. References and soundness are looked at when all rows are there.
namespace samverka {
namespace {

Problem limit_problem(const char* key, std::size_t limit) {
  return error("E_LIMIT", {key, {{"limit", std::to_string(limit)}}}, Exit::limit);
}

class NetworkReader {
 public:
  NetworkReader(std::string_view text, const std::string& file_name, const Taxonomy& taxonomy, const ReadLimits& limits,
                Progress* progress)
      : text_(text),
        file_name_(file_name),
        taxonomy_(taxonomy),
        limits_(limits),
        progress_(progress),
        problems_(limits.problems),
        file_{limits, problems_, keys_},
        scanner_(text, length_of_mark(text), {limits.depth, limits.string_bytes},
                 [this](Problem problem, std::size_t offset, std::size_t other) {
                   flaw(std::move(problem), offset, other);
                 }) {}

  ReadNetwork read() {
    if (text_.size() > limits_.file_bytes) return refused(too_big(), 0);
    if (auto bytes = check_bytes(text_)) return refused(std::move(bytes->problem), bytes->offset);
    const bool walked = walk_root() && scanner_.finish();
    if (cancelled_) return {};
    if (refusal_) return refused(std::move(*refusal_), refusal_at_.value_or(scanner_.offset()));
    if (!walked) return refused(scanner_.refusal()->problem, scanner_.refusal()->offset);
    RowReader::read(file_, root_, 0, network_);
    if (auto version = refused_version()) return std::move(*version);
    resolve_references(network_, file_, starts_);
    check_contacts();
    check();
    return finished();
  }

 private:
  Problem too_big() const {
    return error("E_SIZE", {"problem.size", {{"file", file_name_}, {"limit", std::to_string(limits_.file_bytes)}}},
                 Exit::limit);
  }

  // A file that cannot be read has one problem: what was found before it may be its echo.
  ReadNetwork refused(Problem problem, std::size_t offset) const {
    ProblemList only(limits_.problems);
    only.add(std::move(problem), {offset});
    return {{}, only.report(text_, file_name_)};
  }

  void flaw(Problem problem, std::size_t offset, std::size_t other) {
    is_flawed_ = true;
    problems_.add(std::move(problem), {offset}, {other == offset ? ProblemList::nowhere : other, {}});
  }

  bool walk_root() {
    network_.format_version.clear();
    const auto kind = scanner_.peek();
    if (kind && *kind != JsonKind::object) {
      JsonNode other;
      refusal_at_ = scanner_.offset();
      if (!scanner_.skip(other)) return false;  // ten million brackets are too deep before they are of the wrong kind
      refusal_ = error("E_TYPE", {"problem.type.root", {}}, Exit::parse);
      return false;
    }
    begin_header(root_);
    const bool walked = kind ? scanner_.each_member([this](JsonNode& member) { return read_root_member(member); })
                             : scanner_.skip(root_.nodes[0]);
    end_header(root_);
    return walked;
  }

  // The root and `coverage` hold tables among their members. A header is the object without them.
  void begin_header(JsonTree& header) {
    header.text = text_;
    header.nodes.assign(1, {});
    header.nodes[0].kind = JsonKind::object;
    header.nodes[0].begin = scanner_.offset();
  }
  void end_header(JsonTree& header) {
    header.nodes[0].next = static_cast<std::uint32_t>(header.nodes.size());
    header.nodes[0].end = scanner_.offset();
  }
  void add_to_header(JsonTree& header, JsonNode member) {
    member.next = static_cast<std::uint32_t>(header.nodes.size() + 1);
    header.nodes.push_back(member);
  }
  bool read_into_header(JsonTree& header, JsonNode& member) {
    if (!scanner_.skip(member)) return false;
    add_to_header(header, member);
    return true;
  }

  bool read_root_member(JsonNode& member) {
    if (root_.is_named(member, "coverage")) return read_coverage(member);
    if (root_.is_named(member, "milestones")) return read_table(root_, member, network_.milestones, starts_.milestones);
    if (root_.is_named(member, "sources")) return read_table(root_, member, network_.sources, starts_.sources);
    if (root_.is_named(member, "actors")) return read_table(root_, member, network_.actors, starts_.actors);
    if (root_.is_named(member, "agreements")) return read_table(root_, member, network_.agreements, starts_.agreements);
    return read_into_header(root_, member);
  }

  bool read_coverage(JsonNode& member) {
    if (scanner_.peek() != JsonKind::object) return read_into_header(root_, member);
    Coverage& coverage = network_.coverage.emplace();
    JsonTree header;
    begin_header(header);
    coverage_begin_ = scanner_.offset();
    const bool walked = scanner_.each_member([&](JsonNode& inner) {
      if (header.is_named(inner, "surveys")) return read_table(header, inner, coverage.surveys, starts_.surveys);
      if (header.is_named(inner, "registers")) return read_table(header, inner, coverage.registers, starts_.registers);
      return read_into_header(header, inner);
    });
    if (!walked) return false;
    end_header(header);
    RowReader::read(file_, header, 0, coverage);
    return true;
  }

  template <class Rows>
  bool read_table(JsonTree& header, JsonNode& member, Rows& rows, std::vector<std::size_t>& starts) {
    if (scanner_.peek() != JsonKind::list) return read_into_header(header, member);
    member.kind = JsonKind::list;
    member.begin = scanner_.offset();
    const bool walked = scanner_.each_item([&] {
      scanner_.peek();
      starts.push_back(scanner_.offset());
      return scanner_.read(row_tree_) && add_row(rows) && may_go_on();
    });
    member.end = scanner_.offset();
    if (walked && rows.empty()) add_to_header(header, member);  // an empty table is not the same as none
    return walked;
  }

  template <class Row>
  bool add_row(std::vector<Row>& rows) {
    RowReader::read(file_, row_tree_, 0, rows.emplace_back());
    ++entities_;
    return true;
  }
  bool add_row(Table<Source>& rows) {
    Source source;
    RowReader::read(file_, row_tree_, 0, source);
    keys_.add_source(row_tree_, source.key, rows.size());
    rows.push_back(std::move(source));
    ++entities_;
    return true;
  }
  bool add_row(Table<Actor>& rows) {
    Actor actor;
    RowReader::read(file_, row_tree_, 0, actor);
    keys_.add_actor(row_tree_, actor.key, rows.size());
    rows.push_back(std::move(actor));
    ++entities_;
    return true;
  }
  bool add_row(Table<Agreement>& rows) {
    Agreement agreement;
    RowReader::read(file_, row_tree_, 0, agreement);
    keys_.add_agreement(row_tree_, agreement.key, rows.size());
    entities_ += 1 + agreement.parties.size();
    rows.push_back(std::move(agreement));
    return true;
  }

  bool may_go_on() {
    if (entities_ > limits_.entities) refusal_ = limit_problem("problem.limit.entities", limits_.entities);
    if (progress_ && ++rows_read_ % 256 == 0) {
      progress_->report(static_cast<float>(scanner_.offset()) / static_cast<float>(text_.size()));
      cancelled_ = progress_->cancelled();
    }
    return !refusal_ && !cancelled_;
  }

  const JsonNode* header_member(std::string_view name) const {
    for (std::size_t i = 1; i < root_.nodes.size(); ++i) {
      if (root_.is_named(root_.nodes[i], name)) return &root_.nodes[i];
    }
    return nullptr;
  }
  std::string header_text(const JsonNode& node) const {
    std::string scratch;
    return node.kind == JsonKind::text ? std::string(root_.text_of(node, scratch)) : std::string(root_.raw(node));
  }

  std::optional<ReadNetwork> refused_version() {
    const JsonNode* format = header_member("format");
    if (format && header_text(*format) != "samverka-network") {
      const Message message{"problem.version.format", {{"format", header_text(*format)}}};
      return refused(error("E_VERSION", message, Exit::parse), format->begin);
    }
    const JsonNode* version = header_member("format_version");
    return version ? refused_version(*version) : std::nullopt;
  }

  std::optional<ReadNetwork> refused_version(const JsonNode& node) {
    std::optional<Problem> problem = version_problem(header_text(node));
    if (!problem) return std::nullopt;
    if (problem->severity == Severity::error) return refused(std::move(*problem), node.begin);
    problems_.add(std::move(*problem), {node.begin});
    return std::nullopt;
  }

  // Contacts are kept as they are; only whom they belong to is looked at.
  void check_contacts() {
    const JsonNode* contacts = header_member("contacts");
    JsonScanner scanner(text_, contacts ? contacts->begin : 0, {limits_.depth, limits_.string_bytes},
                        [](const Problem&, std::size_t, std::size_t) {});
    if (!contacts || contacts->kind != JsonKind::list || !scanner.read(row_tree_)) return;
    row_tree_.each_child(0, [&](std::uint32_t row) {
      row_tree_.each_child(row, [&](std::uint32_t member) { check_contact(row_tree_.nodes[member]); });
    });
  }
  void check_contact(const JsonNode& member) {
    if (member.kind != JsonKind::text || !row_tree_.is_named(member, "actor")) return;
    std::string scratch;
    ActorRef ref;
    keys_.resolve(ref, row_tree_.text_of(member, scratch));
    if (ref.id.is_set()) return;
    problems_.add(error("E_REF", {"problem.ref", {{"id", ref.unresolved}}}), {member.begin, {}});
  }

  void check() {
    for (RowProblem& found : check_soundness(network_, taxonomy_)) {
      const ProblemList::Place other =
          found.other ? place_of(*found.other) : ProblemList::Place{ProblemList::nowhere, {}};
      problems_.add(std::move(found.problem), place_of(found.place), other);
    }
  }

  ProblemList::Place place_of(const RowPlace& place) const {
    switch (place.table) {
      case RowPlace::In::source:
        return {starts_.sources.at(place.row), place.where};
      case RowPlace::In::actor:
        return {starts_.actors.at(place.row), place.where};
      case RowPlace::In::agreement:
        return {starts_.agreements.at(place.row), place.where};
      case RowPlace::In::network:
        break;
    }
    return place_in_root(place.where);
  }

  // A pointer from the root, without walking through the whole file: rows of tables are known by where they begin.
  ProblemList::Place place_in_root(std::string_view where) const {
    const auto in_rows = [&](std::string_view table,
                             const std::vector<std::size_t>& starts) -> std::optional<ProblemList::Place> {
      if (where.substr(0, table.size()) != table) return std::nullopt;
      std::size_t row = 0;
      const char* const end = where.data() + where.size();
      const auto read = std::from_chars(where.data() + table.size(), end, row);
      if (read.ec != std::errc() || row >= starts.size()) return std::nullopt;
      return ProblemList::Place{starts[row], std::string(read.ptr, end)};
    };
    if (const auto place = in_rows("/milestones/", starts_.milestones)) return *place;
    if (const auto place = in_rows("/coverage/surveys/", starts_.surveys)) return *place;
    if (const auto place = in_rows("/coverage/registers/", starts_.registers)) return *place;
    if (const JsonNode* node = where.empty() ? nullptr : header_member(where.substr(1))) return {node->begin, {}};
    return {where.substr(0, 9) == "/coverage" ? coverage_begin_ : root_.nodes[0].begin, {}};
  }

  ReadNetwork finished() {
    ReadNetwork out;
    out.report = problems_.report(text_, file_name_);
    out.report.is_usable = !is_flawed_;
    if (out.report.is_usable) out.network = std::move(network_);
    return out;
  }

  std::string_view text_;
  const std::string& file_name_;
  const Taxonomy& taxonomy_;
  const ReadLimits& limits_;
  Progress* progress_;
  ProblemList problems_;
  Keys keys_;
  FileContext file_;
  JsonScanner scanner_;
  Network network_;
  JsonTree root_, row_tree_;
  RowStarts starts_;
  std::size_t coverage_begin_ = 0;
  std::size_t entities_ = 0, rows_read_ = 0;
  bool is_flawed_ = false;  // E_DUPKEY or E_NUMBER: read to the end for its problems, and then refused
  bool cancelled_ = false;
  std::optional<Problem> refusal_;
  std::optional<std::size_t> refusal_at_;  // else where the scanner stands
};

ReadNetwork not_opened(Problem problem) {
  ReadNetwork out;
  out.report.exit = problem.exit;
  out.report.error_count = 1;
  out.report.problems.push_back(std::move(problem));
  return out;
}

ReadNetwork no_memory(const std::string& file_name) {
  Problem problem = error("E_LIMIT", {"problem.limit.memory", {}}, Exit::limit);
  problem.file = file_name;
  return not_opened(std::move(problem));
}

}  // namespace

ReadNetwork read_network(std::string_view json, const std::string& file_name, const Taxonomy& taxonomy,
                         const ReadLimits& limits, Progress* progress) {
  try {
    return NetworkReader(json, file_name, taxonomy, limits, progress).read();
  } catch (const std::bad_alloc&) {
    return no_memory(file_name);
  }
}

ReadNetwork read_network_file(const std::string& path, const Taxonomy& taxonomy, const ReadLimits& limits,
                              Progress* progress) {
  try {
    const Result<std::string> text = read_file(path, limits.file_bytes);
    return text ? read_network(*text, path, taxonomy, limits, progress) : not_opened(text.problem());
  } catch (const std::bad_alloc&) {
    return no_memory(path);
  }
}

}  // namespace samverka
