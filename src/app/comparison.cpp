#include "app/comparison.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "analysis/changes.h"
#include "base/collate.h"
#include "io/merge_networks.h"
#include "model/network_index.h"

namespace samverka {
namespace {

template <class Row>
std::unordered_map<Key, const Row*> by_id(const Table<Row>& rows) {
  std::unordered_map<Key, const Row*> found;
  for (const Row& row : rows) found.try_emplace(row.key, &row);
  return found;
}

template <class Row>
const Row* look_up(const std::unordered_map<Key, const Row*>& rows, const Key& key) {
  const auto found = rows.find(key);
  return found == rows.end() ? nullptr : found->second;
}

ChangeClock clock_of(const Agreement& agreement, Date earlier) {
  const bool has_begin = agreement.valid && agreement.valid->from.is_set();
  if (!has_begin) return ChangeClock::not_dated;
  return agreement.valid->from.earliest() > earlier ? ChangeClock::newly_valid : ChangeClock::newly_recorded;
}

// Everything on any day, without dates of its own.
void hold_always(Agreement& agreement) {
  agreement.status = AgreementStatus::active;
  agreement.valid.reset();
  for (Party& party : agreement.parties) {
    party.from = {};
    party.end = Validity::End::not_known;
    party.to = {};
  }
}

class VersionComparisonMaker {
 public:
  VersionComparisonMaker(ComparedSide before, ComparedSide after) {
    out_.before = std::move(before);
    out_.after = std::move(after);
    actors_before_ = by_id(from().actors);
    actors_after_ = by_id(to().actors);
    agreements_before_ = by_id(from().agreements);
    agreements_after_ = by_id(to().agreements);
  }

  VersionComparison of_two(const Taxonomy* taxonomy) && {
    out_.apart = compare_networks(from(), to());
    add_actors();
    add_agreements();
    note_records();
    sort_rows();
    if (taxonomy) make_picture(merge_networks(nullptr, to(), from(), *taxonomy).network);
    return std::move(out_);
  }

  VersionComparison of_days() && {
    out_.is_two_days = true;
    for (const Agreement& agreement : to().agreements) {
      const bool before = held_on(agreement, out_.before.day), after = held_on(agreement, out_.after.day);
      if (before && after) {
        add_parties_of_days(agreement);
      } else if (after) {
        out_.apart.agreements.only_after.push_back(agreement.key);
      } else if (before) {
        out_.apart.agreements.only_before.push_back(agreement.key);
      }
    }
    for (const Actor& actor : to().actors) {
      const bool before = !actor.valid || actor.valid->includes(out_.before.day);
      const bool after = !actor.valid || actor.valid->includes(out_.after.day);
      if (after && !before) out_.apart.actors.only_after.push_back(actor.key);
      if (before && !after) out_.apart.actors.only_before.push_back(actor.key);
    }
    for (RowsApart* rows : {&out_.apart.actors, &out_.apart.agreements}) {
      std::sort(rows->only_after.begin(), rows->only_after.end());
      std::sort(rows->only_before.begin(), rows->only_before.end());
    }
    add_actors();
    add_agreements();
    note_records();
    sort_rows();
    make_picture(to());
    return std::move(out_);
  }

 private:
  const Network& from() const { return *out_.before.network; }
  const Network& to() const { return *out_.after.network; }

  void add_parties_of_days(const Agreement& agreement) {
    PartiesApart apart{agreement.key, {}, {}, {}};
    for (const Party& party : agreement.parties) {
      const Key& key = party.actor.id.is_set() ? to().actor(party.actor.id).key : party.actor.unresolved;
      const bool before = party.includes(out_.before.day), after = party.includes(out_.after.day);
      if (after && !before) apart.only_after.push_back(key);
      if (before && !after) apart.only_before.push_back(key);
    }
    if (!apart.only_after.empty() || !apart.only_before.empty()) out_.apart.parties.push_back(std::move(apart));
  }

  ComparedRow& row_of(const Key& key, bool is_actor) {
    const auto [at, is_new] = place_.try_emplace({is_actor, key}, out_.rows.size());
    if (is_new) {
      ComparedRow row;
      row.is_actor = is_actor;
      row.key = key;
      row.kind = ChangeKind::changed;
      row.name = name_of(key, is_actor);
      out_.rows.push_back(std::move(row));
    }
    return out_.rows[at->second];
  }

  std::string name_of(const Key& key, bool is_actor) const {
    if (is_actor) {
      const Actor* actor = look_up(actors_after_, key);
      if (!actor) actor = look_up(actors_before_, key);
      return actor ? actor->name : key;
    }
    const Agreement* agreement = look_up(agreements_after_, key);
    if (!agreement) agreement = look_up(agreements_before_, key);
    return agreement ? agreement->title : key;
  }

  void add_rows(const RowsApart& apart, bool is_actor) {
    for (const Key& key : apart.only_after) row_of(key, is_actor).kind = ChangeKind::added;
    for (const Key& key : apart.only_before) row_of(key, is_actor).kind = ChangeKind::ended;
    for (const ChangedRow& changed : apart.changed) row_of(changed.id, is_actor);
    for (const RenamedRow& renamed : apart.renamed) {
      ComparedRow& row = row_of(renamed.id, is_actor);
      row.name_before = renamed.before.empty() ? renamed.id : renamed.before;
    }
  }

  void add_actors() {
    add_rows(out_.apart.actors, true);
    for (ComparedRow& row : out_.rows) {
      const Actor* a = look_up(actors_before_, row.key);
      const Actor* b = look_up(actors_after_, row.key);
      if (row.kind == ChangeKind::changed && a && b) row.fields = fields_between(from(), *a, to(), *b);
    }
  }

  void add_agreements() {
    add_rows(out_.apart.agreements, false);
    for (const PartiesApart& parties : out_.apart.parties) {
      ComparedRow& row = row_of(parties.agreement, false);
      row.parties_new = parties.only_after;
      row.parties_ended = parties.only_before;
      row.parties_changed = parties.changed;
    }
    for (ComparedRow& row : out_.rows) {
      if (!row.is_actor) judge_agreement(row);
    }
  }

  // In both files, but in force on one of the two days alone: new, or ended.
  void judge_agreement(ComparedRow& row) {
    const Agreement* a = look_up(agreements_before_, row.key);
    const Agreement* b = look_up(agreements_after_, row.key);
    if (row.kind == ChangeKind::changed && a && b) {
      row.fields = fields_between(from(), *a, to(), *b);
      const bool before = held_on(*a, out_.before.day), after = held_on(*b, out_.after.day);
      if (after && !before) row.kind = ChangeKind::added;
      if (before && !after) row.kind = ChangeKind::ended;
    }
    if (row.kind == ChangeKind::added && b) row.clock = clock_of(*b, out_.before.day);
  }

  void note_records() {
    for (const Agreement& agreement : to().agreements) {
      const PartialDate noted = agreement.provenance ? agreement.provenance->recorded : PartialDate{};
      const bool is_between =
          noted.is_set() && noted.earliest() > out_.before.day && noted.earliest() <= out_.after.day;
      const bool has_begin = agreement.valid && agreement.valid->from.is_set();
      if (is_between && has_begin && held_on(agreement, out_.before.day)) out_.newly_recorded.push_back(agreement.key);
    }
    std::sort(out_.newly_recorded.begin(), out_.newly_recorded.end());
  }

  void sort_rows() {
    std::stable_sort(out_.rows.begin(), out_.rows.end(), [](const ComparedRow& a, const ComparedRow& b) {
      if (a.is_actor != b.is_actor) return b.is_actor;
      if (a.kind != b.kind) return a.kind < b.kind;
      return swedish_less(a.name, b.name);
    });
  }

  void make_picture(const Network& all) {
    auto both = std::make_shared<Network>(all);
    mark(*both);
    for (std::size_t i = 0; i < both->agreements.size(); ++i) {
      const Agreement* a = look_up(agreements_before_, both->agreements[i].key);
      const Agreement* b = look_up(agreements_after_, both->agreements[i].key);
      const bool holds = (a && held_on(*a, out_.before.day)) || (b && held_on(*b, out_.after.day));
      if (holds) hold_always(both->agreements.mutable_row(i));
    }
    out_.both = std::move(both);
  }

  void mark(const Network& both) {
    std::map<std::pair<bool, Key>, const ComparedRow*> rows;
    for (const ComparedRow& row : out_.rows) rows.emplace(std::pair(row.is_actor, row.key), &row);
    const auto kind_of = [&](bool is_actor, const Key& key) {
      const auto found = rows.find({is_actor, key});
      return found == rows.end() ? ChangeKind::none : found->second->kind;
    };
    for (const Actor& actor : both.actors) out_.marks.actors.push_back(kind_of(true, actor.key));
    for (const Agreement& agreement : both.agreements) {
      out_.marks.agreements.push_back(kind_of(false, agreement.key));
      std::vector<ChangeKind>& parties = out_.marks.parties.emplace_back();
      const auto row = rows.find({false, agreement.key});
      if (row == rows.end()) continue;
      const auto holds = [](const std::vector<Key>& keys, const Key& key) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
      };
      for (const Party& party : agreement.parties) {
        const Key& key = party.actor.id.is_set() ? both.actor(party.actor.id).key : party.actor.unresolved;
        const ComparedRow& of = *row->second;
        parties.push_back(holds(of.parties_new, key)       ? ChangeKind::added
                          : holds(of.parties_ended, key)   ? ChangeKind::ended
                          : holds(of.parties_changed, key) ? ChangeKind::changed
                                                           : ChangeKind::none);
      }
    }
  }

  VersionComparison out_;
  std::map<std::pair<bool, Key>, std::size_t> place_;
  std::unordered_map<Key, const Actor*> actors_before_, actors_after_;
  std::unordered_map<Key, const Agreement*> agreements_before_, agreements_after_;
};

}  // namespace

VersionComparison compare_sides(ComparedSide before, ComparedSide after, const Taxonomy* taxonomy) {
  return VersionComparisonMaker(std::move(before), std::move(after)).of_two(taxonomy);
}

VersionComparison compare_days(const ComparedSide& network, Date before, Date after) {
  ComparedSide from = network, to = network;
  from.day = before;
  from.title = to_string(before);
  to.day = after;
  to.title = to_string(after);
  return VersionComparisonMaker(std::move(from), std::move(to)).of_days();
}

DiffClocks clocks_of(const VersionComparison& comparison) {
  DiffClocks clocks;
  std::set<Key> recorded(comparison.newly_recorded.begin(), comparison.newly_recorded.end());
  for (const ComparedRow& row : comparison.rows) {
    if (row.clock == ChangeClock::newly_valid) clocks.newly_valid.push_back(row.key);
    if (row.clock == ChangeClock::newly_recorded) recorded.insert(row.key);
    if (row.clock == ChangeClock::not_dated) clocks.not_dated.push_back(row.key);
  }
  clocks.newly_recorded.assign(recorded.begin(), recorded.end());
  return clocks;
}

ChangeWords change_words(const VersionComparison& comparison, const Texts& texts) {
  return {texts.tr("version_legend.heading", {{"before", comparison.before.title}, {"after", comparison.after.title}}),
          texts.tr("version_legend.added"),
          texts.tr("version_legend.ended"),
          texts.tr("version_legend.changed"),
          texts.tr("version_legend.unchanged"),
          comparison.before.title,
          comparison.after.title};
}

}  // namespace samverka
