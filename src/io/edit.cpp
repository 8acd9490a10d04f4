#include "io/edit.h"

#include <algorithm>
#include <tuple>
#include <variant>

#include "io/change_references.h"
#include "io/json_edit.h"
#include "io/json_scan.h"
#include "io/row_text.h"
#include "model/soundness.h"

namespace samverka {
namespace {

// Where a row stands: its table and place.
struct RowAt {
  RowKind kind = RowKind::actor;
  std::size_t row = 0;
};

// Calls with the table that rows of the kind stand in. `network` may be const; of one without coverage an empty table.
template <class AnyNetwork, class Visit>
auto with_table(AnyNetwork& network, RowKind kind, Visit&& visit) {
  switch (kind) {
    case RowKind::agreement:
      return visit(network.agreements);
    case RowKind::source:
      return visit(network.sources);
    case RowKind::survey:
      return visit(network.coverage->surveys);
    case RowKind::complete_register:
      return visit(network.coverage->registers);
    case RowKind::actor:
      break;
  }
  return visit(network.actors);
}

bool has_table(const Network& network, RowKind kind) {
  return network.coverage || (kind != RowKind::survey && kind != RowKind::complete_register);
}

constexpr RowKind all_kinds[] = {RowKind::actor, RowKind::agreement, RowKind::source, RowKind::survey,
                                 RowKind::complete_register};

std::optional<RowAt> find_row(const Network& network, const Key& key) {
  for (const RowKind kind : all_kinds) {
    if (!has_table(network, kind)) continue;
    const auto found = with_table(network, kind, [&](const auto& rows) -> std::optional<std::size_t> {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].key == key) return i;
      }
      return std::nullopt;
    });
    if (found) return RowAt{kind, *found};
  }
  return std::nullopt;
}

std::string text_of(const Network& network, RowAt at) {
  return with_table(network, at.kind, [&](const auto& rows) { return row_text(network, rows[at.row]); });
}

template <class Row>
void put(Table<Row>& rows, std::size_t at, Row row) {
  if (at == rows.size()) return rows.push_back(std::move(row));
  rows.mutable_row(at) = std::move(row);
}
template <class Row>
void put(std::vector<Row>& rows, std::size_t at, Row row) {
  if (at == rows.size()) return rows.push_back(std::move(row));
  rows[at] = std::move(row);
}

// The row in the text takes the place, which may be the one after the last.
ReadReport put_text(Network& network, RowAt at, const std::string& json, const std::string& name) {
  const auto take = [&](auto read) {
    if (read.report.is_usable) {
      with_table(network, at.kind, [&](auto& rows) {
        using Row = std::decay_t<decltype(rows[0])>;
        if constexpr (std::is_same_v<Row, decltype(read.row)>) put(rows, at.row, std::move(read.row));
      });
    }
    return std::move(read.report);
  };
  switch (at.kind) {
    case RowKind::agreement:
      return take(read_agreement(json, name, network));
    case RowKind::source:
      return take(read_source(json, name, network));
    case RowKind::survey:
      return take(read_survey(json, name, network));
    case RowKind::complete_register:
      return take(read_register(json, name, network));
    case RowKind::actor:
      break;
  }
  return take(read_actor(json, name, network));
}

std::optional<std::string> pointer_inside(const RowPlace& place, RowAt at) {
  const auto of_table = [&](RowPlace::In table) { return place.table == table && place.row == at.row; };
  const auto of_coverage = [&](const char* table) -> std::optional<std::string> {
    const std::string start = table + std::to_string(at.row);
    if (place.table != RowPlace::In::network || !place.where.starts_with(start)) return std::nullopt;
    const std::string rest = place.where.substr(start.size());
    if (!rest.empty() && rest.front() != '/') return std::nullopt;
    return rest;
  };
  bool is_here = false;
  switch (at.kind) {
    case RowKind::actor:
      is_here = of_table(RowPlace::In::actor);
      break;
    case RowKind::agreement:
      is_here = of_table(RowPlace::In::agreement);
      break;
    case RowKind::source:
      is_here = of_table(RowPlace::In::source);
      break;
    case RowKind::survey:
      return of_coverage("/coverage/surveys/");
    case RowKind::complete_register:
      return of_coverage("/coverage/registers/");
  }
  return is_here ? std::optional(place.where) : std::nullopt;
}

std::vector<Problem> unsound(const Network& network, const Taxonomy& taxonomy, RowAt at, const std::string& name) {
  std::vector<Problem> problems;
  for (RowProblem& found : check_soundness(network, taxonomy)) {
    auto pointer = pointer_inside(found.place, at);
    // Of two rows with one id the later is told; whichever is edited, the clash is its.
    const auto other = found.other ? pointer_inside(*found.other, at) : std::nullopt;
    if (!pointer && !other) continue;
    found.problem.pointer = pointer ? *pointer : *other;
    found.problem.file = name;
    if (found.other) found.problem.message.args.emplace_back("first", name);
    problems.push_back(std::move(found.problem));
  }
  return problems;
}

bool is_same(const Problem& a, const Problem& b) { return a.code == b.code && a.pointer == b.pointer; }

// An error that was there already is no reason to refuse that something else is mended.
bool has_new_error(const std::vector<Problem>& now, const std::vector<Problem>& before) {
  return std::any_of(now.begin(), now.end(), [&](const Problem& problem) {
    return problem.severity == Severity::error &&
           std::none_of(before.begin(), before.end(), [&](const Problem& old) { return is_same(old, problem); });
  });
}

Problem about(Problem problem, const std::string& name) {
  problem.file = name;
  return problem;
}

class Editor {
 public:
  Editor(const Network& network, const Taxonomy& taxonomy) : before_(network), taxonomy_(taxonomy) {}

  Edited apply(const Edit& edit) {
    if (edit.kind == Edit::Kind::add) return add(edit);
    const auto at = find_row(before_, edit.key);
    if (!at) return no_row(edit.key);
    switch (edit.kind) {
      case Edit::Kind::unset:
        return change(*at, edit, without_member(text_of(before_, *at), edit.member));
      case Edit::Kind::remove:
        return remove(*at);
      case Edit::Kind::merge:
        return merge(*at, edit);
      case Edit::Kind::set:
      case Edit::Kind::add:
        break;
    }
    return change(*at, edit, with_member(text_of(before_, *at), edit.member, edit.value));
  }

 private:
  Edited refused(Problem problem, const std::string& name) const {
    return {before_, false, {about(std::move(problem), name)}, 0, {}};
  }
  Edited no_row(const Key& key) const {
    return refused(error("E_REF", {"problem.ref", {{"id", key}}}, Exit::usage), key);
  }

  Edited add(const Edit& edit) const {
    Network network = before_;
    if (!has_table(network, edit.row)) network.coverage.emplace();
    const RowAt at{edit.row, with_table(network, edit.row, [](const auto& rows) { return rows.size(); })};
    std::string name = member_of(edit.value, "id");
    if (name.size() > 1 && name.front() == '"') name = name.substr(1, name.size() - 2);
    return written(std::move(network), at, edit.value, name, {});
  }

  Edited change(RowAt at, const Edit& edit, const Result<std::string>& text) const {
    if (!text) return refused(text.problem(), edit.key);
    Network probe = before_;
    std::vector<Problem> problems = put_text(probe, at, text_of(before_, at), edit.key).problems;
    for (Problem& problem : unsound(before_, taxonomy_, at, edit.key)) problems.push_back(std::move(problem));
    return written(before_, at, *text, edit.key, problems);
  }

  Edited written(Network network, RowAt at, const std::string& text, const std::string& name,
                 const std::vector<Problem>& before) const {
    Edited out;
    const ReadReport report = put_text(network, at, text, name);
    out.problems = report.problems;
    if (report.is_usable) {
      for (Problem& problem : unsound(network, taxonomy_, at, name)) out.problems.push_back(std::move(problem));
    }
    out.is_done = report.is_usable && !has_new_error(out.problems, before);
    out.network = out.is_done ? std::move(network) : before_;
    return out;
  }

  // The last row takes the place, so that no other row has a new one.
  template <class Tag, class Rows>
  static std::size_t remove_row(Network& network, Rows& rows, std::size_t at, Id<Tag> instead = {}) {
    const std::size_t last = rows.size() - 1;
    const std::size_t places = change_references(network, RowMove<Tag>{Id<Tag>(at), instead, Id<Tag>(last)});
    if (at != last) put(rows, at, rows[last]);
    rows.pop_back();
    return places;
  }

  Edited remove(RowAt at) const {
    Edited out{before_, true, {}, 0, {}};
    Network& network = out.network;
    switch (at.kind) {
      case RowKind::actor:
        out.taken_along = remove_row<ActorTag>(network, network.actors, at.row);
        break;
      case RowKind::agreement:
        out.taken_along = remove_row<AgreementTag>(network, network.agreements, at.row);
        break;
      case RowKind::source:
        out.taken_along = remove_row<SourceTag>(network, network.sources, at.row);
        break;
      case RowKind::survey:
      case RowKind::complete_register:
        if (at.kind == RowKind::survey) erase_at(network.coverage->surveys, at.row);
        if (at.kind == RowKind::complete_register) erase_at(network.coverage->registers, at.row);
        break;
    }
    return out;
  }

  template <class Row>
  static void erase_at(std::vector<Row>& rows, std::size_t at) {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
  }

  Edited merge(RowAt at, const Edit& edit) const {
    const auto into = find_row(before_, edit.into);
    if (!into) return no_row(edit.into);
    const bool are_actors = at.kind == RowKind::actor && into->kind == RowKind::actor;
    if (!are_actors || at.row == into->row) {
      return refused(error("E_MERGE", {"problem.merge", {{"id", edit.key}, {"into", edit.into}}}, Exit::usage),
                     edit.key);
    }
    Edited out{before_, true, {}, 0, {}};
    fill(out, *into, at, edit.into);
    if (!out.is_done) return out;
    join_parties(out, ActorId(at.row), ActorId(into->row));
    out.taken_along = remove_row<ActorTag>(out.network, out.network.actors, at.row, ActorId(into->row));
    return out;
  }

  // What one actor lacks it takes from the other; what they differ in is told.
  void fill(Edited& out, RowAt into, RowAt from, const std::string& name) const {
    std::string text = text_of(before_, into);
    const std::string other = text_of(before_, from);
    JsonTree tree;
    JsonScanner scanner(other, 0, {}, [](const Problem&, std::size_t, std::size_t) {});
    if (!scanner.read(tree)) return;
    tree.text = other;
    tree.each_child(0, [&](std::uint32_t i) {
      const std::string member = tree.name(tree.nodes[i]);
      if (member == "id") return;
      const std::string own = member_of(text, pointer_of(member));
      const std::string_view raw = tree.raw(tree.nodes[i]);
      if (own.empty()) {
        if (auto longer = with_member(text, pointer_of(member), raw)) text = std::move(*longer);
      } else if (own != raw) {
        out.clashes.push_back(member);
      }
    });
    Edited filled = written(before_, into, text, name, unsound(before_, taxonomy_, into, name));
    out.is_done = filled.is_done;
    out.network = std::move(filled.network);
    if (!out.is_done) out.problems = std::move(filled.problems);
  }

  static std::string pointer_of(std::string_view member) {
    std::string out = "/";
    for (const char c : member) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
  }

  // Where both are parties, one party is left: the firmer one.
  static void join_parties(Edited& out, ActorId gone, ActorId into) {
    Network& network = out.network;
    for (std::size_t i = 0; i < network.agreements.size(); ++i) {
      const std::vector<Party>& parties = network.agreements[i].parties;
      const auto of = [&](ActorId actor) {
        return std::find_if(parties.begin(), parties.end(), [&](const Party& p) { return p.actor.id == actor; });
      };
      const auto theirs = of(gone), own = of(into);
      if (theirs == parties.end() || own == parties.end()) continue;
      const bool is_firmer = firmness(theirs->state_or_unknown()) > firmness(own->state_or_unknown());
      out.clashes.push_back(network.agreements[i].key);
      std::vector<Party>& kept = network.agreements.mutable_row(i).parties;
      std::erase_if(kept, [&](const Party& p) { return p.actor.id == (is_firmer ? into : gone); });
    }
  }

  static int firmness(PartyState state) {
    switch (state) {
      case PartyState::adopted:
        return 5;
      case PartyState::decided:
        return 4;
      case PartyState::withdrawn:
        return 3;
      case PartyState::declined:
        return 2;
      case PartyState::recommended:
        return 1;
      case PartyState::unknown:
        break;
    }
    return 0;
  }

  const Network& before_;
  const Taxonomy& taxonomy_;
};

}  // namespace

Edited apply(const Network& network, const Taxonomy& taxonomy, const Edit& edit) {
  return Editor(network, taxonomy).apply(edit);
}

}  // namespace samverka
