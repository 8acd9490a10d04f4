#include "io/row_writer.h"

#include <cmath>

namespace samverka {

RowWriter::RowWriter(std::string& out, int depth, const Network& network, const Extra& extra)
    : out_(out), depth_(depth + 1), network_(network), extra_(extra) {
  out_ += '{';
}

void RowWriter::begin(std::string_view name) {
  if (!extra_.empty()) known_.push_back(name);
  begin_quoted(name);
}

void RowWriter::begin_quoted(std::string_view name) {
  if (!is_first_) out_ += ',';
  is_first_ = false;
  append_line(out_, depth_);
  append_quoted(out_, name);
  out_ += ": ";
}

bool RowWriter::is_known(std::string_view name) const {
  return std::find(known_.begin(), known_.end(), name) != known_.end();
}

void RowWriter::finish() {
  if (!extra_.empty()) {
    for (const auto& [name, json] : *extra_.members) {
      if (is_known(name)) continue;
      begin_quoted(name);
      append_relaid(out_, json, depth_);
    }
  }
  if (!is_first_) append_line(out_, depth_ - 1);
  out_ += '}';
}

const std::string* RowWriter::kept(std::string_view name) const { return extra_.find(name); }

void RowWriter::otherwise(std::string_view name, Need need, std::string_view empty) {
  const std::string* json = kept(name);
  if (!extra_.empty()) known_.push_back(name);
  if (json && json->empty()) return;  // it was missing in the file
  if (!json && need == Need::optional) return;
  begin_quoted(name);
  append_relaid(out_, json ? std::string_view(*json) : empty, depth_);
}

void RowWriter::text(std::string_view name, const std::string& value, Need need) {
  if (value.empty()) return otherwise(name, need, "\"\"");
  begin(name);
  append_quoted(out_, value);
}

void RowWriter::texts(std::string_view name, const std::vector<std::string>& values, Need need) {
  if (values.empty()) return otherwise(name, need, "[]");
  list(name, values, [&](const std::string& value) { append_quoted(out_, value); });
}

void RowWriter::texts(std::string_view name, const std::optional<std::vector<std::string>>& values) {
  if (!values) return otherwise(name, Need::optional, "");
  if (!values->empty()) return texts(name, *values);
  begin(name);
  out_ += "[]";
}

void RowWriter::date(std::string_view name, PartialDate value) { text(name, to_string(value)); }

// Kept words win where they still mean this day: "2025-12", or an impossible date where no day was read.
void RowWriter::day(std::string_view name, Date value) {
  const std::string* json = kept(name);
  const auto partial_date =
      json && json->size() > 2 ? parse_partial_date(json->substr(1, json->size() - 2)) : std::nullopt;
  const bool still_means_it = partial_date ? partial_date->latest() == value : value == Date{};
  text(name, json && still_means_it ? std::string() : to_string(value), Need::required);
}

void RowWriter::end(std::string_view name, Validity::End end, PartialDate to) {
  if (end == Validity::End::open) {
    begin(name);
    out_ += "null";
  } else {
    date(name, end == Validity::End::date ? to : PartialDate{});
  }
}

void RowWriter::integer(std::string_view name, std::optional<std::int64_t> value) {
  if (!value) return otherwise(name, Need::optional, "");
  begin(name);
  out_ += std::to_string(*value);
}

void RowWriter::share(std::string_view name, std::optional<double> value) {
  if (!value || !std::isfinite(*value)) return otherwise(name, Need::optional, "");  // JSON has no NaN: never "null"
  begin(name);
  append_number(out_, *value);
}

void RowWriter::flag(std::string_view name, std::optional<bool> value) {
  if (!value) return otherwise(name, Need::optional, "");
  begin(name);
  out_ += *value ? "true" : "false";
}

void RowWriter::code(std::string_view name, std::optional<PartyState> value) { text(name, value ? word(*value) : ""); }

void RowWriter::code(std::string_view name, std::optional<Covers> value) { text(name, value ? word(*value) : ""); }

// A status that was not understood counts as unknown, and is written back as it was.
void RowWriter::code(std::string_view name, AgreementStatus value) {
  const bool is_kept = value == AgreementStatus::unknown && kept(name);
  text(name, is_kept ? "" : word(value), Need::required);
}

void RowWriter::position(std::string_view name, const std::optional<LatLon>& value, const Extra& extra) {
  if (!value) return otherwise(name, Need::optional, "");
  begin(name);
  RowWriter inside(out_, depth_, network_, extra);
  inside.share("lat", value->lat);
  inside.share("lon", value->lon);
  inside.finish();
}

void RowWriter::raw(std::string_view name, const std::string& json) {
  if (json.empty()) return otherwise(name, Need::optional, "");
  begin(name);
  append_relaid(out_, json, depth_);
}

void RowWriter::constant(std::string_view name, std::string_view value) {
  text(name, kept(name) ? std::string() : std::string(value), Need::required);
}

}  // namespace samverka
