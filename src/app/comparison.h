#pragma once
// Two networks held against each other, or two days of one: what is new, has ended, has changed or has another name.
// Two clocks: what began to hold between the two is told apart from what held before and has been written down since.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "i18n/texts.h"
#include "io/compare_networks.h"
#include "model/network.h"
#include "model/taxonomy.h"
#include "report/diff_report.h"
#include "scene/change_marks.h"

namespace samverka {

// Of an agreement that is new on the later side.
enum class ChangeClock {
  none,            // it is not new
  newly_valid,     // it began to hold after the earlier side's day
  newly_recorded,  // it held then already, and nobody had noted it
  not_dated        // nobody has noted since when it holds
};

struct ComparedRow {
  bool is_actor = false;
  Key key;
  ChangeKind kind = ChangeKind::none;
  ChangeClock clock = ChangeClock::none;
  std::string name;         // on the later side, else on the earlier
  std::string name_before;  // where it had another name
  std::vector<FieldChange> fields;
  std::vector<Key> parties_new, parties_ended, parties_changed;
  bool is_renamed() const { return !name_before.empty(); }
};

// One side of it.
struct ComparedSide {
  std::string title;  // for people: of a snapshot, the name of a file, a date
  std::shared_ptr<const Network> network;
  Date day;
};

struct VersionComparison {
  ComparedSide before, after;
  bool is_two_days = false;  // of one network: nothing is told of how its rows are written
  NetworksApart apart;
  std::vector<ComparedRow> rows;  // agreements, then actors; new, ended, changed; by name
  // Noted after the earlier day, and in force on it already; agreements of either side.
  std::vector<Key> newly_recorded;
  // All that either has, for pictures of both: the later side's rows where both have one. Whatever holds on one of the
  // two days holds on every day here, so that a picture of any date shows it.
  std::shared_ptr<const Network> both;
  ChangeMarks marks;  // of `both`
};

// The days are those of `before` and `after`: what holds on them decides whether an agreement that both have is new or
// has ended. Reads a network of both: seconds for tens of thousands of rows, so call it beside the window. Without a
// taxonomy (null) there is no picture to make: `both` is null.
VersionComparison compare_sides(ComparedSide before, ComparedSide after, const Taxonomy* taxonomy);

// What holds on two days of one network. A later day first tells of it backwards.
VersionComparison compare_days(const ComparedSide& network, Date before, Date after);

// The agreements of a comparison by their two clocks, for reports.
DiffClocks clocks_of(const VersionComparison& comparison);

ChangeWords change_words(const VersionComparison& comparison, const Texts& texts);

}  // namespace samverka
