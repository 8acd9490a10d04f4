#include "io/sheet_network.h"

#include <algorithm>
#include <unordered_set>

#include "io/json_scan.h"
#include "io/json_text.h"
#include "io/read_network.h"

namespace samverka {
namespace {

class PieceReader {
 public:
  explicit PieceReader(const Taxonomy& taxonomy) : taxonomy_(taxonomy) {}

  NetworkFromPieces read(const std::vector<NetworkPiece>& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) take(pieces[i].json, i);
    std::string text = "{" + own_;
    if (has_coverage_) add(text, "coverage", "{" + coverage_ + "}");
    if (!milestones_.empty()) add(text, "milestones", "[" + milestones_ + "]");
    add(text, "actors", "[]");
    add(text, "agreements", "[]");
    ReadNetwork read = read_network(text + "}", "", taxonomy_);
    out_.network = std::move(read.network);
    out_.is_usable = read.report.is_usable && out_.is_usable;
    for (Problem& problem : read.report.problems) {
      if (problem.severity == Severity::error && problem.code != "E_REF") tell(std::move(problem), 0);
    }
    return std::move(out_);
  }

 private:
  void tell(Problem problem, std::size_t piece) {
    problem.pointer.clear();
    out_.problems.push_back(std::move(problem));
    out_.pieces.push_back(piece);
  }

  static void add(std::string& out, std::string_view name, std::string_view raw) {
    if (out.size() > 1) out += ',';
    out += json_quoted(name) + ":" + std::string(raw);
  }
  static void append(std::string& out, std::string_view words) {
    if (!out.empty()) out += ',';
    out += words;
  }

  static std::string_view whole(const JsonTree& tree, const JsonNode& node) {
    return tree.text.substr(node.name_begin - 1, node.end - node.name_begin + 1);
  }

  void take(const std::string& json, std::size_t piece) {
    JsonTree tree;
    bool is_sound = true;
    JsonScanner scanner(json, 0, {}, [&](const Problem&, std::size_t, std::size_t) { is_sound = false; });
    const bool is_read = scanner.read(tree) && scanner.finish();
    tree.text = json;
    if (!is_read || !is_sound || tree.nodes[0].kind != JsonKind::object) {
      out_.is_usable = false;
      return tell(error("E_PARSE", {"sheet_problem.json", {}}, Exit::parse), piece);
    }
    tree.each_child(0, [&](std::uint32_t i) { take_member(tree, i, piece); });
  }

  void take_member(const JsonTree& tree, std::uint32_t node, std::size_t piece) {
    const std::string name = tree.name(tree.nodes[node]);
    const JsonKind kind = tree.nodes[node].kind;
    const bool is_filled_list = kind == JsonKind::list && tree.nodes[node].next > node + 1;
    if (name == "actors" || name == "agreements" || name == "contacts") return;
    if (name == "sources" && is_filled_list) return take_rows(tree, node, RowKind::source, piece);
    if (name == "milestones" && is_filled_list) {
      return tree.each_child(node, [&](std::uint32_t i) { append(milestones_, tree.raw(tree.nodes[i])); });
    }
    if (name == "coverage" && kind == JsonKind::object) return take_coverage(tree, node, piece);
    if (names_.insert(name).second) append(own_, whole(tree, tree.nodes[node]));
  }

  void take_coverage(const JsonTree& tree, std::uint32_t node, std::size_t piece) {
    has_coverage_ = true;
    tree.each_child(node, [&](std::uint32_t i) {
      const std::string name = tree.name(tree.nodes[i]);
      const bool is_filled_list = tree.nodes[i].kind == JsonKind::list && tree.nodes[i].next > i + 1;
      if (name == "surveys" && is_filled_list) return take_rows(tree, i, RowKind::survey, piece);
      if (name == "registers" && is_filled_list) return take_rows(tree, i, RowKind::complete_register, piece);
      if (names_.insert("coverage/" + name).second) append(coverage_, whole(tree, tree.nodes[i]));
    });
  }

  void take_rows(const JsonTree& tree, std::uint32_t list, RowKind kind, std::size_t piece) {
    tree.each_child(list, [&](std::uint32_t i) {
      out_.rows.push_back({kind, std::nullopt, std::string(tree.raw(tree.nodes[i])), ""});
      out_.piece_of_row.push_back(piece);
    });
  }

  const Taxonomy& taxonomy_;
  std::string own_, coverage_, milestones_;
  bool has_coverage_ = false;
  std::unordered_set<std::string> names_;
  NetworkFromPieces out_{{}, {}, {}, {}, {}, true};
};

}  // namespace

NetworkFromPieces network_of(const std::vector<NetworkPiece>& pieces, const Taxonomy& taxonomy) {
  return PieceReader(taxonomy).read(pieces);
}

}  // namespace samverka
