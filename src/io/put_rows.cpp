#include "io/put_rows.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "io/change_references.h"
#include "io/json_edit.h"
#include "io/new_errors.h"
#include "io/reference_walk.h"
#include "io/row_reader.h"

namespace samverka {
namespace {

// Keys that some row speaks of and nothing has.
class DanglingKeys : public OtherMembers {
 public:
  static constexpr bool is_writing = true;
  std::unordered_set<std::string_view> found;

  template <class Row>
  void look_in(const Row& row) {
    members(*this, row);
  }
  template <class Tag>
  void reference(std::string_view, const Reference<Tag>& ref, Need = Need::optional) {
    if (!ref.unresolved.empty()) found.insert(ref.unresolved);
  }
  template <class Tag>
  void references(std::string_view name, const std::vector<Reference<Tag>>& refs) {
    for (const Reference<Tag>& ref : refs) reference(name, ref);
  }
  template <class Tag>
  void one_or_more(std::string_view name, const std::vector<Reference<Tag>>& refs, bool) {
    references(name, refs);
  }
  template <class Row>
  void object(std::string_view, const std::optional<Row>& row) {
    if (row) members(*this, *row);
  }
  template <class Row>
  void rows(std::string_view, const std::vector<Row>& rows, Need = Need::optional) {
    for (const Row& row : rows) members(*this, row);
  }
};

std::unordered_set<std::string_view> dangling_in(const Network& network) {
  DanglingKeys keys;
  for (const Actor& row : network.actors) keys.look_in(row);
  for (const Agreement& row : network.agreements) keys.look_in(row);
  for (const Milestone& row : network.milestones) keys.look_in(row);
  if (network.coverage) {
    for (const Survey& row : network.coverage->surveys) keys.look_in(row);
  }
  return std::move(keys.found);
}

std::string id_in(const std::string& text) {
  const std::string raw = member_of(text, "id");
  return raw.size() > 1 && raw.front() == '"' ? raw.substr(1, raw.size() - 2) : std::string();
}

template <class Row>
void place(Table<Row>& rows, std::size_t at, Row row) {
  if (at == rows.size()) return rows.push_back(std::move(row));
  rows.mutable_row(at) = std::move(row);
}
template <class Row>
void place(std::vector<Row>& rows, std::size_t at, Row row) {
  if (at == rows.size()) return rows.push_back(std::move(row));
  rows[at] = std::move(row);
}

// The rows of one network, read with the keys of another that has the new ones too.
class ManyRows {
 public:
  ManyRows(const Network& before, std::span<const PutRow> rows) : before_(before), rows_(rows), keyed_(before) {
    out_.network = before;
    out_.problems.resize(rows.size());
    for (const PutRow& row : rows) places_.push_back({row.kind, row.at ? *row.at : append(row)});
    keys_.add_all(keyed_);
  }

  PutRows put() {
    for (std::size_t i = 0; i < rows_.size(); ++i) put_one(i);
    find_new_ones();
    return std::move(out_);
  }
  const std::vector<RowAt>& places() const { return places_; }

 private:
  // A row of its key alone, so that others find it; its own members come with put_one().
  std::size_t append(const PutRow& row) {
    if (!has_table(keyed_, row.kind)) keyed_.coverage.emplace();
    if (!has_table(out_.network, row.kind)) out_.network.coverage.emplace();
    return with_table(keyed_, row.kind, [&](auto& table) {
      std::decay_t<decltype(table[0])> fresh;
      fresh.key = id_in(row.text);
      table.push_back(std::move(fresh));
      return table.size() - 1;
    });
  }

  void put_one(std::size_t i) {
    const RowAt at = places_[i];
    with_table(out_.network, at.kind, [&](auto& table) {
      using Row = std::decay_t<decltype(table[0])>;
      auto read = read_row<Row>(rows_[i].text, rows_[i].name, keys_);
      tell(i, read.report);
      if (read.report.is_usable) {
        place(table, at.row, std::move(read.row));
      } else if (!rows_[i].at) {
        place(table, at.row, Row{});  // keeps the place of those after it
      }
    });
  }

  // What the row said before is not new.
  void tell(std::size_t i, const ReadReport& report) {
    if (report.error_count == 0 && report.is_usable) return;
    ErrorCount known;
    if (rows_[i].at) {
      const std::string text = text_of(before_, places_[i]);
      with_table(out_.network, places_[i].kind, [&](const auto& table) {
        using Row = std::decay_t<decltype(table[0])>;
        for (const Problem& problem : read_row<Row>(text, rows_[i].name, keys_).report.problems) known.add(problem);
      });
    }
    for (const Problem& problem : report.problems) {
      if (problem.severity == Severity::error && !known.take(problem)) out_.problems[i].push_back(problem);
    }
  }

  void find_new_ones() {
    const auto dangling = dangling_in(before_);
    if (dangling.empty()) return;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].at) continue;
      const RowAt at = places_[i];
      const Key key = key_of(out_.network, at);
      if (!dangling.contains(key)) continue;
      if (at.kind == RowKind::actor) find_references(out_.network, key, ActorId(at.row));
      if (at.kind == RowKind::agreement) find_references(out_.network, key, AgreementId(at.row));
      if (at.kind == RowKind::source) find_references(out_.network, key, SourceId(at.row));
    }
  }

  const Network& before_;
  std::span<const PutRow> rows_;
  Network keyed_;
  Keys keys_;
  std::vector<RowAt> places_;
  PutRows out_;
};

}  // namespace

bool PutRows::is_sound() const {
  return elsewhere.empty() &&
         std::all_of(problems.begin(), problems.end(), [](const auto& of_row) { return of_row.empty(); });
}

RowPutter::RowPutter(const Network& before, const Taxonomy& taxonomy)
    : before_(before), taxonomy_(taxonomy), unsound_before_(unsound(before, taxonomy)) {}

PutRows RowPutter::put(std::span<const PutRow> rows) const {
  ManyRows many(before_, rows);
  PutRows out = many.put();
  std::unordered_map<std::size_t, std::size_t> put_at;  // table and row: which of the rows put
  const auto name = [](RowAt at) { return at.row * 8 + static_cast<std::size_t>(at.kind); };
  for (std::size_t i = 0; i < rows.size(); ++i) put_at[name(many.places()[i])] = i;
  ErrorCount known;
  for (const Problem& problem : unsound_before_) known.add(problem);
  for (RowProblem& found : check_soundness(out.network, taxonomy_)) {
    AboutRow about = about_row(out.network, found.place);
    Problem& problem = found.problem;
    problem.file = about.key;
    problem.pointer = about.pointer;
    if (found.other) problem.message.args.emplace_back("first", about_row(out.network, *found.other).key);
    if (problem.severity != Severity::error || known.take(problem)) continue;
    const auto at = about.at ? put_at.find(name(*about.at)) : put_at.end();
    (at == put_at.end() ? out.elsewhere : out.problems[at->second]).push_back(std::move(problem));
  }
  return out;
}

namespace {

// Edits gathered by the row that they change.
class EditBatch {
 public:
  EditBatch(const Network& network, const Taxonomy& taxonomy, std::span<const Edit> edits)
      : network_(network), putter_(network, taxonomy), edits_(edits) {
    out_.edits.resize(edits.size());
    is_left_.assign(edits.size(), true);
    index();
  }

  EditedAll apply(EditWish wish) {
    while (true) {
      gather();
      const PutRows put = putter_.put(rows_);
      if (wish == EditWish::possible_ones && refuse_wrong(put)) continue;
      for (std::size_t r = 0; r < rows_.size(); ++r) tell(r, put.problems[r]);
      return finish(wish, put);
    }
  }

 private:
  void index() {
    for (const RowKind kind :
         {RowKind::actor, RowKind::agreement, RowKind::source, RowKind::survey, RowKind::complete_register}) {
      if (!has_table(network_, kind)) continue;
      with_table(network_, kind, [&](const auto& table) {
        for (std::size_t i = 0; i < table.size(); ++i) by_key_.emplace(table[i].key, RowAt{kind, i});
      });
    }
  }

  // The rows as the edits that are left make them.
  void gather() {
    rows_.clear();
    edits_of_.clear();
    row_of_.clear();
    for (std::size_t i = 0; i < edits_.size(); ++i) {
      if (is_left_[i]) take(i);
    }
  }

  void take(std::size_t i) {
    const Edit& edit = edits_[i];
    if (edit.kind == Edit::Kind::add) {
      const Key key = id_in(edit.value);
      row_of_.emplace(key, rows_.size());
      rows_.push_back({edit.row, std::nullopt, edit.value, key});
      edits_of_.push_back({i});
      return;
    }
    const auto row = row_for(edit.key);
    if (!row) return refuse(i, error("E_REF", {"problem.ref", {{"id", edit.key}}}, Exit::usage));
    const Result<std::string> text = edit.kind == Edit::Kind::unset
                                         ? without_member(rows_[*row].text, edit.member)
                                         : with_member(rows_[*row].text, edit.member, edit.value);
    if (!text) return refuse(i, text.problem());
    rows_[*row].text = *text;
    edits_of_[*row].push_back(i);
  }

  std::optional<std::size_t> row_for(const Key& key) {
    const auto known = row_of_.find(key);
    if (known != row_of_.end()) return known->second;
    const auto at = by_key_.find(key);
    if (at == by_key_.end()) return std::nullopt;
    row_of_.emplace(key, rows_.size());
    rows_.push_back({at->second.kind, at->second.row, text_of(network_, at->second), key});
    edits_of_.emplace_back();
    return rows_.size() - 1;
  }

  void refuse(std::size_t i, Problem problem) {
    problem.file = edits_[i].key;
    out_.edits[i].problems.push_back(std::move(problem));
    is_left_[i] = false;
  }

  void tell(std::size_t row, const std::vector<Problem>& problems) {
    for (const std::size_t i : edits_of_[row]) {
      out_.edits[i].problems.insert(out_.edits[i].problems.end(), problems.begin(), problems.end());
    }
  }

  // True where some were: then the rest must be tried anew. What is made wrong in another row cannot be laid at one
  // edit's door, and all are refused for it.
  bool refuse_wrong(const PutRows& put) {
    const bool is_all = !put.elsewhere.empty() && std::all_of(put.problems.begin(), put.problems.end(),
                                                              [](const auto& of_row) { return of_row.empty(); });
    bool was_any = false;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (put.problems[r].empty() && !is_all) continue;
      tell(r, is_all ? put.elsewhere : put.problems[r]);
      for (const std::size_t i : edits_of_[r]) is_left_[i] = false;
      was_any = was_any || !edits_of_[r].empty();
    }
    return was_any;
  }

  EditedAll finish(EditWish wish, const PutRows& put) {
    const bool has_left_out = std::find(is_left_.begin(), is_left_.end(), false) != is_left_.end();
    const bool is_kept = wish == EditWish::possible_ones || (put.is_sound() && !has_left_out);
    out_.network = is_kept ? put.network : network_;
    for (std::size_t i = 0; i < edits_.size(); ++i) {
      Edited& edited = out_.edits[i];
      edited.is_done = is_kept && is_left_[i];
      if (!is_kept && edited.problems.empty()) {
        edited.problems = put.elsewhere;
      }
      ++(edited.is_done ? out_.done : out_.refused);
    }
    return std::move(out_);
  }

  const Network& network_;
  RowPutter putter_;
  std::span<const Edit> edits_;
  std::unordered_map<Key, RowAt> by_key_;
  std::vector<bool> is_left_;
  std::vector<PutRow> rows_;
  std::vector<std::vector<std::size_t>> edits_of_;  // by row
  std::unordered_map<Key, std::size_t> row_of_;
  EditedAll out_;
};

EditedAll one_by_one(const Network& network, const Taxonomy& taxonomy, std::span<const Edit> edits, EditWish wish) {
  EditedAll out;
  out.network = network;
  for (const Edit& edit : edits) {
    Edited edited = apply(out.network, taxonomy, edit);
    if (edited.is_done) out.network = std::move(edited.network);
    edited.network = {};
    ++(edited.is_done ? out.done : out.refused);
    out.edits.push_back(std::move(edited));
  }
  if (wish == EditWish::possible_ones || out.refused == 0) return out;
  out.network = network;
  out.done = 0;
  out.refused = edits.size();
  for (Edited& edited : out.edits) edited.is_done = false;
  return out;
}

bool changes_ids(const Edit& edit) {
  if (edit.kind == Edit::Kind::remove || edit.kind == Edit::Kind::merge) return true;
  return edit.kind != Edit::Kind::add && (edit.member.empty() || edit.member == "id" || edit.member == "/id");
}

}  // namespace

EditedAll apply_all(const Network& network, const Taxonomy& taxonomy, std::span<const Edit> edits, EditWish wish) {
  if (std::any_of(edits.begin(), edits.end(), changes_ids)) return one_by_one(network, taxonomy, edits, wish);
  return EditBatch(network, taxonomy, edits).apply(wish);
}

}  // namespace samverka
