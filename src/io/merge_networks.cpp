// Works on the text that write_network() gives: whatever the format holds, and whatever the program does not know, is
// merged by the same few rules, and comes back to the letter.
#include "io/merge_networks.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "io/json_pieces.h"

namespace samverka {
namespace {

using Raw = std::optional<std::string>;

// Lists of objects, and the members that tell their rows apart.
struct KeyedList {
  std::string_view name;
  std::array<std::string_view, 4> by;
  bool is_whole;  // a row is taken whole from one of them: an amount of one and a currency of the other is nobody's
};
constexpr std::array keyed_lists{
    KeyedList{"actors", {"id"}, false},
    KeyedList{"agreements", {"id"}, false},
    KeyedList{"sources", {"id"}, false},
    KeyedList{"surveys", {"id"}, false},
    KeyedList{"registers", {"id"}, false},
    KeyedList{"parties", {"actor", "role", "service"}, false},
    KeyedList{"funding", {"from", "to", "period", "year"}, true},
    KeyedList{"duties", {"kind", "by", "to", "due"}, false},
    KeyedList{"milestones", {"date", "title"}, false},
    KeyedList{"contacts", {"actor", "name"}, false},
};
constexpr std::array<std::string_view, 15> set_lists{
    "areas",        "serves", "members",  "functions", "flags",        "legal_basis", "service_areas", "target_groups",
    "perspectives", "asked",  "answered", "counties",  "on_behalf_of", "source",      "supersedes"};
// Absent is not recorded, empty is recorded as none: no sets that one could be added to.
constexpr std::array<std::string_view, 3> may_be_unrecorded{"areas", "counties", "perspectives"};
constexpr std::array<std::string_view, 7> tables{"actors",    "agreements", "sources", "surveys",
                                                 "registers", "milestones", "contacts"};

template <class List>
bool has(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

const KeyedList* keyed_list(std::string_view name) {
  const auto found =
      std::find_if(keyed_lists.begin(), keyed_lists.end(), [&](const auto& k) { return k.name == name; });
  return found == keyed_lists.end() ? nullptr : &*found;
}

struct ListRow {
  std::string key, raw;
};

// Rows that nothing tells apart are told apart by their order.
std::vector<ListRow> rows_of(const Raw& list, const KeyedList& kind) {
  std::vector<ListRow> rows;
  std::map<std::string, int> count;
  for (std::string& item : list ? json_items(*list) : std::vector<std::string>()) {
    const std::vector<JsonMember> members = json_members(item);
    std::string key;
    for (const std::string_view& name : kind.by) {
      if (name.empty()) continue;
      const auto found = std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.name == name; });
      const bool is_there = found != members.end();
      const bool is_text = is_there && json_kind(found->raw) == JsonKind::text;
      if (&name != &kind.by.front()) key += ':';
      if (is_there) key += is_text ? json_text_value(found->raw) : found->raw;
    }
    while (key.ends_with(':')) key.pop_back();
    if (const int before = count[key]++; before > 0) key += "#" + std::to_string(before + 1);
    rows.push_back({std::move(key), std::move(item)});
  }
  return rows;
}

std::map<std::string, const std::string*> by_key(const std::vector<ListRow>& rows) {
  std::map<std::string, const std::string*> found;
  for (const ListRow& row : rows) found.emplace(row.key, &row.raw);
  return found;
}

// One value may stand for a list of one (`source`, `supersedes`).
std::vector<std::string> set_of(const Raw& raw) {
  if (!raw) return {};
  return json_kind(*raw) == JsonKind::list ? json_items(*raw) : std::vector<std::string>{*raw};
}

Raw found_in(const std::map<std::string, const std::string*>& rows, const std::string& key) {
  const auto found = rows.find(key);
  return found == rows.end() ? Raw() : Raw(*found->second);
}

Raw member(const std::vector<JsonMember>& members, const std::string& name) {
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.name == name; });
  return found == members.end() ? Raw() : Raw(found->raw);
}

bool is_object(const Raw& raw) { return raw && json_kind(*raw) == JsonKind::object; }
bool is_list(const Raw& raw) { return raw && json_kind(*raw) == JsonKind::list; }
bool is_text(const Raw& raw) { return raw && json_kind(*raw) == JsonKind::text; }

struct MergePlace {
  std::string table, row, member, name;  // `name`: the last of the path
};

struct ThreeRaws {
  Raw base, mine, theirs;
};

// What a row says, in pieces as small as one can be changed without the others: a member, or an item of its list.
std::set<std::pair<std::string, std::string>> pieces_of(const Raw& row) {
  std::set<std::pair<std::string, std::string>> pieces;
  for (JsonMember& one : row ? json_members(*row) : std::vector<JsonMember>()) {
    if (json_kind(one.raw) != JsonKind::list) {
      pieces.emplace(one.name, std::move(one.raw));
      continue;
    }
    for (std::string& item : json_items(one.raw)) pieces.emplace(one.name, std::move(item));
  }
  return pieces;
}

class NetworkMerger {
 public:
  explicit NetworkMerger(std::span<const MergeSide> choices) : choices_(choices) {}

  // Where one has taken a row away, the other may have begun to speak of it.
  void note_references(const ThreeRaws& networks) {
    if (!networks.base) return;
    note_new_references(networks.base, networks.mine, mine_refers_to_);
    note_new_references(networks.base, networks.theirs, theirs_refers_to_);
  }

  Raw merged(const MergePlace& at, const ThreeRaws& raws) {
    const auto& [base, mine, theirs] = raws;
    if (mine == theirs) return took(mine, mine != base ? &result.from_both : nullptr);
    const bool is_own_row = !at.table.empty() && at.member.empty() && at.name.empty();
    // Row by row also where one of them left a table alone: the other may refer to what is gone from it.
    const bool is_table = !at.table.empty() && at.member.empty() && !at.name.empty();
    if (is_table && are_lists_or_absent(raws)) return merged_rows(at, raws, *keyed_list(at.name));
    if (mine == base) {
      if (is_own_row && !theirs && mine_refers_to_.contains(at.row)) return conflict(at, raws);
      return took(theirs, &result.from_theirs);
    }
    if (theirs == base) {
      if (is_own_row && !mine && theirs_refers_to_.contains(at.row)) return conflict(at, raws);
      return took(mine, &result.from_mine);
    }
    if (const KeyedList* keyed = keyed_list(at.name); keyed && !is_own_row) {
      if (are_lists_or_absent(raws)) return merged_rows(at, raws, *keyed);
    }
    if (has(set_lists, at.name) && may_be_sets(at, raws)) return merged_sets(raws);
    const bool is_recorded = at.name == "recorded" && at.member.ends_with("provenance/recorded");
    if (is_recorded && is_text(mine) && is_text(theirs)) return std::max(mine, theirs);
    if (is_object(mine) && is_object(theirs) && !is_whole(at)) return merged_members(at, raws);
    return conflict(at, raws);
  }

  MergedNetwork result;

 private:
  static Raw took(const Raw& raw, std::size_t* count) {
    if (count) ++*count;
    return raw;
  }

  static bool are_lists_or_absent(const ThreeRaws& raws) {
    const auto is_fine = [](const Raw& raw) { return !raw || is_list(raw); };
    return is_fine(raws.base) && is_fine(raws.mine) && is_fine(raws.theirs);
  }

  static bool may_be_sets(const MergePlace& at, const ThreeRaws& raws) {
    const auto holds_objects = [](const Raw& raw) {
      return is_object(raw) || (raw && !set_of(raw).empty() && is_object(set_of(raw).front()));
    };
    if (holds_objects(raws.base) || holds_objects(raws.mine) || holds_objects(raws.theirs)) return false;
    if (!has(may_be_unrecorded, at.name)) return true;
    if (!is_list(raws.mine) || !is_list(raws.theirs)) return false;
    return is_list(raws.base) || (!set_of(raws.mine).empty() && !set_of(raws.theirs).empty());
  }

  static bool is_whole(const MergePlace& at) { return at.name == "position" || at.name == "funding#row"; }

  Raw merged_members(const MergePlace& at, const ThreeRaws& raws) {
    const auto members_of = [](const Raw& raw) {
      return is_object(raw) ? json_members(*raw) : std::vector<JsonMember>();
    };
    const std::vector<JsonMember> base = members_of(raws.base);
    std::vector<JsonMember> order = members_of(raws.mine);
    const std::vector<JsonMember> mine = order;
    const std::vector<JsonMember> theirs = members_of(raws.theirs);
    for (const JsonMember& one : theirs) {
      if (!member(mine, one.name)) order.push_back(one);
    }
    std::vector<JsonMember> out;
    for (const JsonMember& one : order) {
      const Raw value =
          merged(inside(at, one.name), {member(base, one.name), member(mine, one.name), member(theirs, one.name)});
      if (value) out.push_back({one.name, *value});
    }
    return json_object(out);
  }

  Raw merged_rows(const MergePlace& at, const ThreeRaws& raws, const KeyedList& kind) {
    const std::vector<ListRow> base = rows_of(raws.base, kind), mine = rows_of(raws.mine, kind),
                               theirs = rows_of(raws.theirs, kind);
    const auto of_base = by_key(base), of_mine = by_key(mine), of_theirs = by_key(theirs);
    std::vector<std::string> out;
    const auto add = [&](const std::string& key) {
      const Raw row =
          merged(row_of(at, kind, key), {found_in(of_base, key), found_in(of_mine, key), found_in(of_theirs, key)});
      if (row) out.push_back(*row);
    };
    for (const ListRow& row : mine) add(row.key);
    for (const ListRow& row : theirs) {
      if (!of_mine.contains(row.key)) add(row.key);
    }
    for (const ListRow& row : base) {
      if (!of_mine.contains(row.key) && !of_theirs.contains(row.key)) ++result.from_both;
    }
    if (out.empty() && (!raws.mine || !raws.theirs)) return {};
    return json_list(out);
  }

  Raw merged_sets(const ThreeRaws& raws) {
    const std::vector<std::string> base = set_of(raws.base), mine = set_of(raws.mine), theirs = set_of(raws.theirs);
    std::vector<std::string> out;
    for (const std::string& item : mine) {
      if (!has(base, item) || has(theirs, item)) out.push_back(item);
    }
    for (const std::string& item : theirs) {
      if (!has(base, item) && !has(mine, item)) out.push_back(item);
    }
    ++result.from_mine;
    ++result.from_theirs;
    if (out.empty() && (!raws.mine || !raws.theirs)) return {};
    const bool are_single = !is_list(raws.mine) && !is_list(raws.theirs);
    return are_single && out.size() == 1 ? out.front() : json_list(out);
  }

  static MergePlace inside(const MergePlace& at, const std::string& name) {
    if (at.table.empty() && has(tables, name)) return {name, {}, {}, name};
    return {at.table, at.row, at.member + (at.member.empty() ? "" : "/") + name, name};
  }

  static MergePlace row_of(const MergePlace& at, const KeyedList& kind, const std::string& key) {
    const std::string name = kind.is_whole ? std::string(kind.name) + "#row" : std::string();
    if (at.member.empty()) return {at.table, key, {}, name};
    return {at.table, at.row, at.member + "/" + key, name};
  }

  Raw conflict(const MergePlace& at, const ThreeRaws& raws) {
    const std::size_t number = result.conflicts.size();
    result.conflicts.push_back({at.table, at.row, at.member, raws.base, raws.mine, raws.theirs});
    const MergeSide side = number < choices_.size() ? choices_[number] : MergeSide::mine;
    return side == MergeSide::mine ? raws.mine : raws.theirs;
  }

  // Every text in what this copy says and the base does not: among them the ids that it has begun to speak of.
  void note_new_references(const Raw& base, const Raw& side, std::set<std::string>& into) {
    std::vector<JsonMember> of_base = json_members(*base), of_side = json_members(*side);
    if (const Raw coverage = member(of_base, "coverage")) add_members(of_base, *coverage);
    if (const Raw coverage = member(of_side, "coverage")) add_members(of_side, *coverage);
    for (const std::string_view table : tables) {
      const std::string name(table);
      const std::vector<ListRow> before = rows_of(member(of_base, name), *keyed_list(table));
      const auto known = by_key(before);
      for (const ListRow& row : rows_of(member(of_side, name), *keyed_list(table))) {
        const Raw then = found_in(known, row.key);
        if (then == row.raw) continue;
        const auto old_pieces = pieces_of(then);
        for (const auto& [piece, raw] : pieces_of(row.raw)) {
          if (piece == "id" || old_pieces.contains({piece, raw})) continue;
          for (std::string& text : json_texts(raw)) into.insert(std::move(text));
        }
      }
    }
  }
  static void add_members(std::vector<JsonMember>& to, const std::string& object) {
    for (JsonMember& one : json_members(object)) to.push_back(std::move(one));
  }

  std::span<const MergeSide> choices_;
  std::set<std::string> mine_refers_to_, theirs_refers_to_;
};

}  // namespace

MergedNetwork merge_networks(const Network* base, const Network& mine, const Network& theirs, const Taxonomy& taxonomy,
                             std::span<const MergeSide> choices) {
  const ThreeRaws raws{base ? Raw(write_network(*base)) : Raw(), write_network(mine), write_network(theirs)};
  NetworkMerger merger(choices);
  merger.note_references(raws);
  const Raw merged = merger.merged({}, raws);
  MergedNetwork out = std::move(merger.result);
  ReadNetwork read = read_network(merged.value_or("{}"), mine.id, taxonomy);
  out.network = std::move(read.network);
  out.report = std::move(read.report);
  return out;
}

}  // namespace samverka
