#include "report/diff_report.h"

#include "base/utf8.h"
#include "io/json_text.h"

namespace samverka {
namespace {

template <class Row>
std::string name_of(const Table<Row>& rows, const Key& key, std::string Row::*name) {
  for (const Row& row : rows) {
    if (row.key == key) return displayable(row.*name) + " (" + displayable(key) + ")";
  }
  return displayable(key);
}

class DiffText {
 public:
  DiffText(const DiffReport& report, const Texts& texts) : report_(report), texts_(texts) {}

  std::string written() && {
    say(texts_.tr("diff.title", {{"before", title(report_.before)}, {"after", title(report_.after)}}));
    say(texts_.tr("diff.by_id"));
    if (report_.apart.empty()) {
      say("");
      say(texts_.tr("diff.none"));
      return std::move(out_);
    }
    rows("diff.actors", report_.apart.actors, report_.before.actors, report_.after.actors, &Actor::name);
    rows("diff.agreements", report_.apart.agreements, report_.before.agreements, report_.after.agreements,
         &Agreement::title);
    parties();
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
    for (const ChangedRow& row : apart.changed) say("~ " + name_of(after, row.id, name) + ": " + joined(row.fields), 2);
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
  std::string out_;
};

void put_list(JsonText& json, const char* name, const std::vector<std::string>& words) {
  json.key(name).begin_list();
  for (const std::string& word : words) json.text(word);
  json.end_list();
}

void put_rows(JsonText& json, const char* name, const RowsApart& apart) {
  json.key(name).begin_object();
  put_list(json, "new", apart.only_after);
  put_list(json, "ended", apart.only_before);
  json.key("changed").begin_list();
  for (const ChangedRow& row : apart.changed) {
    json.begin_object();
    json.key("id").text(row.id);
    put_list(json, "fields", row.fields);
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
  put_rows(json, "actors", report.apart.actors);
  put_rows(json, "agreements", report.apart.agreements);
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
  json.end_object();
  return std::move(json).finished();
}

}  // namespace samverka
