#include "report/diff_report.h"

#include <algorithm>

#include "base/utf8.h"
#include "io/json_text.h"
#include "model/network_index.h"

namespace samverka {
namespace {

template <class Row>
std::string name_of(const Table<Row>& rows, const Key& key, std::string Row::*name) {
  for (const Row& row : rows) {
    if (row.key == key) return displayable(row.*name) + " (" + displayable(key) + ")";
  }
  return displayable(key);
}

// Old and new of the rows that both have.
class ChangedValues {
 public:
  explicit ChangedValues(const DiffReport& report)
      : before_(report.before), after_(report.after), index_before_(report.before), index_after_(report.after) {}

  std::vector<FieldChange> of(const ChangedRow& row, const Table<Actor>&) const {
    const ActorId a = index_before_.actor(row.id), b = index_after_.actor(row.id);
    return told_apart(a.is_set() && b.is_set() ? fields_between(before_, before_.actor(a), after_, after_.actor(b))
                                               : std::vector<FieldChange>(),
                      row);
  }
  std::vector<FieldChange> of(const ChangedRow& row, const Table<Agreement>&) const {
    const AgreementId a = index_before_.agreement(row.id), b = index_after_.agreement(row.id);
    return told_apart(a.is_set() && b.is_set()
                          ? fields_between(before_, before_.agreement(a), after_, after_.agreement(b))
                          : std::vector<FieldChange>(),
                      row);
  }

 private:
  // A new name has a line of its own.
  static std::vector<FieldChange> told_apart(std::vector<FieldChange> fields, const ChangedRow& row) {
    std::erase_if(fields, [&](const FieldChange& field) {
      return std::find(row.fields.begin(), row.fields.end(), field.member) == row.fields.end();
    });
    return fields;
  }

  const Network& before_;
  const Network& after_;
  NetworkIndex index_before_, index_after_;
};

class DiffText {
 public:
  DiffText(const DiffReport& report, const Texts& texts) : report_(report), texts_(texts) {}

  std::string written() && {
    if (report_.after_day.empty()) {
      say(texts_.tr("diff.title", {{"before", title(report_.before)}, {"after", title(report_.after)}}));
      say(texts_.tr("diff.by_id"));
    } else {
      say(texts_.tr("version_diff.days",
                    {{"network", title(report_.after)}, {"before", report_.before_day}, {"after", report_.after_day}}));
      say(texts_.tr("version_diff.by_day"));
    }
    if (report_.apart.empty()) {
      say("");
      say(texts_.tr("diff.none"));
      return std::move(out_);
    }
    rows("diff.actors", report_.apart.actors, report_.before.actors, report_.after.actors, &Actor::name);
    rows("diff.agreements", report_.apart.agreements, report_.before.agreements, report_.after.agreements,
         &Agreement::title);
    parties();
    clocks();
    header();
    return std::move(out_);
  }

 private:
  void say(const std::string& words, std::size_t indent = 0) { out_ += std::string(indent, ' ') + words + '\n'; }
  static std::string title(const Network& network) {
    return displayable(network.title.empty() ? network.id : network.title) + " " + to_string(network.as_of);
  }

  template <class Row>
  void rows(const char* heading, const RowsApart& apart, const Table<Row>& before, const Table<Row>& after,
            std::string Row::*name) {
    if (apart.empty()) return;
    say("");
    say(texts_.tr(heading, {{"new", number(apart.only_after.size())},
                            {"gone", number(apart.only_before.size())},
                            {"changed", number(apart.changed.size())},
                            {"renamed", number(apart.renamed.size())}}));
    for (const Key& key : apart.only_after) say("+ " + name_of(after, key, name), 2);
    for (const Key& key : apart.only_before) say("- " + name_of(before, key, name), 2);
    for (const ChangedRow& row : apart.changed) {
      say("~ " + name_of(after, row.id, name) + ": " + joined(row.fields), 2);
      for (const FieldChange& field : values_.of(row, after)) {
        say(displayable(field.member) + ": " + value(field.before) + " → " + value(field.after), 6);
      }
    }
    for (const RenamedRow& row : apart.renamed) {
      say(texts_.tr("diff.renamed", {{"before", displayable(row.before)}, {"after", displayable(row.after)}}), 2);
    }
  }

  void parties() {
    if (report_.apart.parties.empty()) return;
    say("");
    say(texts_.tr("diff.parties", {{"n", number(report_.apart.parties.size())}}));
    for (const PartiesApart& apart : report_.apart.parties) {
      say(name_of(report_.after.agreements, apart.agreement, &Agreement::title), 2);
      for (const Key& key : apart.only_after) say("+ " + actor(key), 4);
      for (const Key& key : apart.only_before) say("- " + actor(key), 4);
      for (const Key& key : apart.changed) say("~ " + actor(key), 4);
    }
  }

  void clocks() {
    const DiffClocks& clocks = report_.clocks;
    if (clocks.newly_valid.empty() && clocks.newly_recorded.empty() && clocks.not_dated.empty()) return;
    say("");
    say(texts_.tr("version_diff.clocks"));
    const auto list = [&](const char* key, const std::vector<Key>& agreements) {
      if (!agreements.empty()) say(texts_.tr(key, {{"n", number(agreements.size())}}), 2);
      for (const Key& id : agreements) say(name_of(report_.after.agreements, id, &Agreement::title), 4);
    };
    list("version_diff.newly_valid", clocks.newly_valid);
    list("version_diff.newly_recorded", clocks.newly_recorded);
    list("version_diff.not_dated", clocks.not_dated);
  }

  std::string value(const std::optional<std::string>& raw) const {
    if (!raw) return texts_.tr("version_diff.nothing");
    constexpr std::size_t longest = 200;  // code points
    return shortened(displayable(*raw), longest);
  }

  void header() {
    if (report_.apart.header.empty()) return;
    say("");
    say(texts_.tr("diff.header", {{"fields", joined(report_.apart.header)}}));
  }

  std::string actor(const Key& key) const {
    const std::string found = name_of(report_.after.actors, key, &Actor::name);
    return found == displayable(key) ? name_of(report_.before.actors, key, &Actor::name) : found;
  }
  static std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + displayable(word);
    return out;
  }
  std::string number(std::size_t n) const { return texts_.number(static_cast<long long>(n)); }

  const DiffReport& report_;
  const Texts& texts_;
  ChangedValues values_{report_};
  std::string out_;
};

void put_list(JsonText& json, const char* name, const std::vector<std::string>& words) {
  json.key(name).begin_list();
  for (const std::string& word : words) json.text(word);
  json.end_list();
}

void put_optional(JsonText& json, const char* name, const std::optional<std::string>& value) {
  json.key(name);
  if (value) {
    json.text(*value);
  } else {
    json.null();
  }
}

template <class Row>
void put_rows(JsonText& json, const char* name, const RowsApart& apart, const ChangedValues& values,
              const Table<Row>& rows) {
  json.key(name).begin_object();
  put_list(json, "new", apart.only_after);
  put_list(json, "ended", apart.only_before);
  json.key("changed").begin_list();
  for (const ChangedRow& row : apart.changed) {
    json.begin_object();
    json.key("id").text(row.id);
    put_list(json, "fields", row.fields);
    json.key("values").begin_list();
    for (const FieldChange& field : values.of(row, rows)) {
      json.begin_object().key("member").text(field.member);
      put_optional(json, "before", field.before);
      put_optional(json, "after", field.after);
      json.end_object();
    }
    json.end_list();
    json.end_object();
  }
  json.end_list();
  json.key("renamed").begin_list();
  for (const RenamedRow& row : apart.renamed) {
    json.begin_object();
    json.key("id").text(row.id);
    json.key("before").text(row.before);
    json.key("after").text(row.after);
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

}  // namespace

std::string diff_text(const DiffReport& report, const Texts& texts) { return DiffText(report, texts).written(); }

std::string diff_json(const DiffReport& report) {
  JsonText json;
  json.begin_object();
  const ChangedValues values(report);
  put_rows(json, "actors", report.apart.actors, values, report.after.actors);
  put_rows(json, "agreements", report.apart.agreements, values, report.after.agreements);
  json.key("parties").begin_list();
  for (const PartiesApart& apart : report.apart.parties) {
    json.begin_object();
    json.key("agreement").text(apart.agreement);
    put_list(json, "new", apart.only_after);
    put_list(json, "ended", apart.only_before);
    put_list(json, "changed", apart.changed);
    json.end_object();
  }
  json.end_list();
  put_list(json, "network", report.apart.header);
  json.key("clocks").begin_object();
  put_list(json, "newly_valid", report.clocks.newly_valid);
  put_list(json, "newly_recorded", report.clocks.newly_recorded);
  put_list(json, "not_dated", report.clocks.not_dated);
  json.end_object();
  json.end_object();
  return std::move(json).finished();
}

}  // namespace samverka
