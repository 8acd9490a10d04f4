#include "io/edit.h"

#include <algorithm>
#include <utility>

#include "io/edit_rows.h"
#include "io/json_edit.h"
#include "io/merge_actors.h"
#include "io/new_errors.h"

namespace samverka {
namespace {

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
        return remove(*at, edit.key);
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
    Edited out;
    out.network = before_;
    out.problems.push_back(about(std::move(problem), name));
    return out;
  }
  Edited no_row(const Key& key) const {
    return refused(error("E_REF", {"problem.ref", {{"id", key}}}, Exit::usage), key);
  }

  Edited add(const Edit& edit) const {
    Edited out;
    out.network = before_;
    if (!has_table(out.network, edit.row)) out.network.coverage.emplace();
    const RowAt at{edit.row, with_table(out.network, edit.row, [](const auto& rows) { return rows.size(); })};
    std::string name = member_of(edit.value, "id");
    if (name.size() > 1 && name.front() == '"') name = name.substr(1, name.size() - 2);
    const ReadReport report = put_text(out.network, at, edit.value, name);
    return judged(std::move(out), report, {}, name);
  }

  Edited change(RowAt at, const Edit& edit, const Result<std::string>& text) const {
    if (!text) return refused(text.problem(), edit.key);
    Network probe = before_;
    const ReadReport old = put_text(probe, at, text_of(before_, at), edit.key);
    Edited out;
    out.network = before_;
    const ReadReport report = put_text(out.network, at, *text, edit.key);
    if (report.is_usable && at.kind == RowKind::actor) {
      const Key& now = key_of(out.network, at);
      if (now != edit.key) out.taken_along = rename_contacts(out.network, edit.key, now);
    }
    return judged(std::move(out), report, old, edit.key);
  }

  Edited remove(RowAt at, const Key& key) const {
    Edited out;
    out.network = before_;
    out.taken_along = take_out(out.network, at);
    ReadReport nothing;
    nothing.is_usable = true;
    return judged(std::move(out), nothing, nothing, key);
  }

  Edited merge(RowAt at, const Edit& edit) const {
    const auto into = find_row(before_, edit.into);
    if (!into) return no_row(edit.into);
    const bool are_actors = at.kind == RowKind::actor && into->kind == RowKind::actor;
    if (!are_actors || at.row == into->row) {
      const Message message{"problem.merge", {{"id", edit.key}, {"into", edit.into}}};
      return refused(error("E_MERGE", message, Exit::usage), edit.key);
    }
    Edited out;
    out.network = before_;
    const std::string own = text_of(before_, *into);
    const std::string text = filled(own, text_of(before_, at), {edit.key, edit.into}, out.clashes);
    Network probe = before_;
    const ReadReport old = put_text(probe, *into, own, edit.into);
    const ReadReport report = put_text(out.network, *into, text, edit.into);
    const ActorId gone(at.row), kept(into->row);
    for (const AgreementId agreement : join_parties(out.network, gone, kept)) {
      out.joined.push_back(out.network.agreement(agreement).key);
    }
    leave_itself_out(out.network, gone, kept);
    out.taken_along = take_out_for(out.network, gone, kept);
    return judged(std::move(out), report, old, edit.into);
  }

  // Neither of the two belongs to, or is a member of, what it is going to be.
  static void leave_itself_out(Network& network, ActorId gone, ActorId kept) {
    for (const ActorId one : {gone, kept}) {
      Actor& row = network.actors.mutable_row(one.value);
      const auto is_either = [&](const ActorRef& ref) { return ref.id.is_set() && (ref.id == gone || ref.id == kept); };
      if (is_either(row.parent)) row.parent = {};
      std::erase_if(row.members, is_either);
    }
  }

  // Done where nothing is wrong that was not wrong before, in the row or anywhere else. Told is what concerns the row,
  // and every new error.
  Edited judged(Edited out, const ReadReport& report, const ReadReport& old, const std::string& name) const {
    ErrorCount known;
    for (const Problem& problem : old.problems) known.add(problem);
    bool has_new = false;
    for (const Problem& problem : report.problems) {
      has_new = has_new || (problem.severity == Severity::error && !known.take(problem));
      out.problems.push_back(problem);
    }
    if (report.is_usable) {
      ErrorCount sound_before;
      for (const Problem& problem : unsound(before_, taxonomy_)) sound_before.add(problem);
      for (Problem& problem : unsound(out.network, taxonomy_)) {
        const bool is_new = problem.severity == Severity::error && !sound_before.take(problem);
        has_new = has_new || is_new;
        if (is_new || problem.file == name) out.problems.push_back(std::move(problem));
      }
    }
    out.is_done = report.is_usable && !has_new;
    if (!out.is_done) {
      out.network = before_;
      out.taken_along = 0;
      out.clashes.clear();
      out.joined.clear();
    }
    return out;
  }

  const Network& before_;
  const Taxonomy& taxonomy_;
};

}  // namespace

Edited apply(const Network& network, const Taxonomy& taxonomy, const Edit& edit) {
  return Editor(network, taxonomy).apply(edit);
}

}  // namespace samverka
