#include "report/merge_report.h"

#include "base/utf8.h"
#include "io/json_pieces.h"
#include "io/json_text.h"

namespace samverka {
namespace {

constexpr std::size_t longest_value = 300;  // code points; a whole agreement is told by its beginning

template <class Row>
const std::string* find_name(const Table<Row>& rows, const Key& key, std::string Row::*name) {
  for (const Row& row : rows) {
    if (row.key == key) return &(row.*name);
  }
  return nullptr;
}

const std::string* find_name(const Network& network, const MergeConflict& conflict) {
  if (conflict.table == "actors") return find_name(network.actors, conflict.row, &Actor::name);
  if (conflict.table == "agreements") return find_name(network.agreements, conflict.row, &Agreement::title);
  return nullptr;
}

std::string number(std::size_t n, const Texts& texts) { return texts.number(static_cast<long long>(n)); }

std::string conflict_text(const MergeConflict& one, const MergeReport& report, const Texts& texts) {
  const std::string name = row_name(one, report.mine, report.theirs);
  const std::string what = one.member.empty() ? texts.tr("version_merge.whole_row") : displayable(one.member);
  std::string out = "! " + (name.empty() ? texts.tr("version_merge.network_itself") : name) + ": " + what + "\n";
  out += "    " + texts.tr("version_merge.base", {{"value", told_value(one.base, texts)}}) + "\n";
  out += "    " + texts.tr("version_merge.mine", {{"value", told_value(one.mine, texts)}}) + "\n";
  out += "    " + texts.tr("version_merge.theirs", {{"value", told_value(one.theirs, texts)}}) + "\n";
  return out;
}

void put_value(JsonText& json, const char* name, const std::optional<std::string>& raw) {
  json.key(name);
  if (raw) {
    json.text(json_on_one_line(*raw));
  } else {
    json.null();
  }
}

}  // namespace

std::string row_name(const MergeConflict& conflict, const Network& mine, const Network& theirs) {
  const std::string* name = find_name(mine, conflict);
  if (!name) name = find_name(theirs, conflict);
  if (!name || name->empty()) return displayable(conflict.row);
  return displayable(*name) + " (" + displayable(conflict.row) + ")";
}

std::string told_value(const std::optional<std::string>& raw, const Texts& texts) {
  if (!raw) return texts.tr("version_merge.not_there");
  const bool is_text = json_kind(*raw) == JsonKind::text;
  return shortened(displayable(is_text ? json_text_value(*raw) : json_on_one_line(*raw)), longest_value);
}

std::string merge_text(const MergeReport& report, const Texts& texts) {
  const MergedNetwork& merged = report.merged;
  std::string out = texts.tr("version_merge.counts", {{"mine", number(merged.from_mine, texts)},
                                                      {"theirs", number(merged.from_theirs, texts)},
                                                      {"both", number(merged.from_both, texts)}}) +
                    "\n";
  out += texts.plural("version_merge.conflicts", static_cast<long long>(merged.conflicts.size())) + "\n";
  for (const MergeConflict& one : merged.conflicts) out += conflict_text(one, report, texts);
  if (merged.conflicts.empty()) return out;
  if (!report.chosen) return out + texts.tr("version_merge.nothing_written") + "\n";
  return out + texts.tr(*report.chosen == MergeSide::mine ? "version_merge.chose_mine" : "version_merge.chose_theirs") +
         "\n";
}

std::string merge_json(const MergeReport& report) {
  const MergedNetwork& merged = report.merged;
  JsonText json;
  json.begin_object().key("from_mine").number(merged.from_mine).key("from_theirs").number(merged.from_theirs);
  json.key("from_both").number(merged.from_both).key("conflicts").begin_list();
  for (const MergeConflict& one : merged.conflicts) {
    json.begin_object().key("table").text(one.table).key("id").text(one.row).key("member").text(one.member);
    put_value(json, "base", one.base);
    put_value(json, "mine", one.mine);
    put_value(json, "theirs", one.theirs);
    json.end_object();
  }
  json.end_list().key("chosen");
  if (report.chosen) {
    json.text(*report.chosen == MergeSide::mine ? "mine" : "theirs");
  } else {
    json.null();
  }
  return std::move(json.end_object()).finished();
}

}  // namespace samverka
