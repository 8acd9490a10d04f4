// Filters from words and back: clauses, brackets and bars, values in quotation marks.
#include <algorithm>
#include <optional>

#include "base/collate.h"
#include "model/filter.h"
#include "model/filter_fields.h"

namespace samverka {
namespace {

using Clauses = std::vector<FilterClause>;
using Codes = std::vector<std::string>;

constexpr std::string_view special = " ,|()\"\\";

Problem form_problem(std::string_view words) {
  return error("E_FILTER", {"problem.filter.form", {{"words", std::string(words)}}}, Exit::usage);
}

// The most like first; the list's beginning where nothing is like it.
std::string nearest_known(const std::string& value, const Codes& known) {
  constexpr std::size_t listed = 10;
  const std::size_t limit = std::clamp<std::size_t>(value.size() / 2, 1, 4);
  std::string out;
  std::size_t count = 0;
  const auto add = [&](const std::string& code) { out += (count++ == 0 ? "" : ", ") + code; };
  for (std::size_t distance = 1; distance <= limit && count == 0 && value.size() <= 80; ++distance) {
    for (const std::string& code : known) {
      if (count < listed && edit_distance(value, code, limit) == distance) add(code);
    }
  }
  if (count > 0) return out;
  for (const std::string& code : known) {
    if (count < listed) add(code);
  }
  return known.size() > listed ? out + ", …" : out;
}

// Those most like it: all of them are more than anybody reads.
std::string keys_like(std::string_view name) {
  Codes known;
  for (const FilterKey& key : filter_keys()) known.emplace_back(key.name);
  return nearest_known(std::string(name), known);
}

// Clauses that all hold, and the alternatives beside them.
using Part = Filter;

// Each alternative of one with each of the other.
std::optional<Part> both(Part a, const Part& b) {
  a.clauses.insert(a.clauses.end(), b.clauses.begin(), b.clauses.end());
  if (b.alternatives.empty()) return a;
  if (a.alternatives.empty()) {
    a.alternatives = b.alternatives;
    return a;
  }
  std::vector<Clauses> all;
  for (const Clauses& first : a.alternatives) {
    for (const Clauses& second : b.alternatives) {
      if (all.size() == most_alternatives) return std::nullopt;
      all.push_back(first);
      all.back().insert(all.back().end(), second.begin(), second.end());
    }
  }
  a.alternatives = std::move(all);
  return a;
}

class Parser {
 public:
  explicit Parser(std::string_view words) : words_(words) {}

  Result<Filter> filter() {
    Result<Part> part = any_of();
    if (part && at_ < words_.size()) return form_problem(words_.substr(at_));
    return part;
  }

 private:
  void skip_spaces() {
    while (at_ < words_.size() && words_[at_] == ' ') ++at_;
  }
  bool is_at(char c) const { return at_ < words_.size() && words_[at_] == c; }
  bool is_at_end() const { return at_ >= words_.size() || is_at('|') || is_at(')'); }

  Problem too_many() const {
    return error("E_FILTER", {"deep_filter.too_many", {{"most", std::to_string(most_alternatives)}}}, Exit::usage);
  }

  // Parts between bars. One that says nothing is refused, but for a filter that says nothing at all.
  Result<Part> any_of() {
    std::vector<Clauses> alternatives;
    Part only;
    for (std::size_t count = 1;; ++count) {
      skip_spaces();
      const bool is_empty = is_at_end();
      Result<Part> part = all_of();
      if (!part) return part;
      const bool goes_on = is_at('|');
      if (is_empty && (goes_on || count > 1 || depth_ > 0)) return form_problem(words_);
      if (count == 1 && !goes_on) return part;
      for (Filter& flat : each_alternative(*part)) {
        if (alternatives.size() == most_alternatives) return too_many();
        alternatives.push_back(std::move(flat.clauses));
      }
      if (!goes_on) break;
      ++at_;
    }
    only.alternatives = std::move(alternatives);
    return only;
  }

  Result<Part> all_of() {
    Part all;
    for (skip_spaces(); !is_at_end(); skip_spaces()) {
      Result<Part> next = is_at('(') ? in_brackets() : one();
      if (!next) return next;
      std::optional<Part> joined = both(std::move(all), *next);
      if (!joined) return too_many();
      all = std::move(*joined);
    }
    return all;
  }

  Result<Part> in_brackets() {
    constexpr int deepest = 16;
    if (depth_ == deepest) return form_problem(words_);
    const std::string_view from = words_.substr(at_);
    ++at_;
    ++depth_;
    Result<Part> part = any_of();
    --depth_;
    if (part && !is_at(')')) return form_problem(from);
    ++at_;
    return part;
  }

  Result<Part> one() {
    const std::size_t begin = at_;
    Result<FilterClause> clause = read_clause();
    if (clause) return Part{{std::move(*clause)}, {}};
    return clause.problem().message.key == "problem.filter.form" ? form_problem(words_.substr(begin, at_ - begin))
                                                                 : clause.problem();
  }

  Result<FilterClause> read_clause() {
    const std::size_t begin = at_;
    const auto wrong = [&] { return to_end_of_word(), form_problem(words_.substr(begin, at_ - begin)); };
    const std::size_t sign = words_.find_first_of("=!<>~ |()", at_);
    if (sign == std::string_view::npos || sign == begin) return wrong();
    const std::string_view name = words_.substr(begin, sign - begin);
    at_ = sign;
    FilterClause clause;
    if (!read_sign(clause)) return wrong();
    const FilterKey* key = filter_key(name);
    if (!key) {
      return error("E_FILTER", {"problem.filter.key", {{"key", std::string(name)}, {"known", keys_like(name)}}},
                   Exit::usage);
    }
    clause.key = key->name;
    if (!read_values(clause.values) || clause.values.empty()) return wrong();
    return clause;
  }

  bool read_sign(FilterClause& clause) {
    struct Sign {
      std::string_view words;
      FilterTest test;
      bool negated;
    };
    static constexpr Sign signs[] = {
        {"!=", FilterTest::is, true},        {"!~", FilterTest::contains, true}, {"<=", FilterTest::at_most, false},
        {">=", FilterTest::at_least, false}, {"=", FilterTest::is, false},       {"~", FilterTest::contains, false},
        {"<", FilterTest::below, false},     {">", FilterTest::above, false},
    };
    for (const Sign& sign : signs) {
      if (!words_.substr(at_).starts_with(sign.words)) continue;
      at_ += sign.words.size();
      clause.test = sign.test;
      clause.negated = sign.negated;
      return true;
    }
    return false;
  }

  // Between commas; false where a quotation mark is not closed.
  bool read_values(std::vector<std::string>& values) {
    while (true) {
      std::string value;
      if (is_at('"')) {
        if (!read_quoted(value)) return false;
        values.push_back(value);
      } else {
        while (at_ < words_.size() && special.find(words_[at_]) == std::string_view::npos) value += words_[at_++];
        if (at_ < words_.size() && (is_at('"') || is_at('\\'))) return false;
        if (!value.empty()) values.push_back(value);
      }
      if (!is_at(',')) return is_at(' ') || is_at_end();
      ++at_;
    }
  }

  bool read_quoted(std::string& value) {
    for (++at_; at_ < words_.size(); ++at_) {
      if (is_at('"')) return ++at_, true;
      if (is_at('\\') && ++at_ == words_.size()) return false;
      value += words_[at_];
    }
    return false;
  }

  void to_end_of_word() {
    while (at_ < words_.size() && words_[at_] != ' ') ++at_;
  }

  std::string_view words_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

std::string_view sign_of(const FilterClause& clause) {
  switch (clause.test) {
    case FilterTest::is:
      return clause.negated ? "!=" : "=";
    case FilterTest::contains:
      return clause.negated ? "!~" : "~";
    case FilterTest::below:
      return "<";
    case FilterTest::at_most:
      return "<=";
    case FilterTest::above:
      return ">";
    case FilterTest::at_least:
      return ">=";
  }
  return "=";
}

std::string value_in_words(const std::string& value) {
  if (!value.empty() && value.find_first_of(special) == std::string::npos) return value;
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string clauses_in_words(const Clauses& clauses) {
  std::string out;
  for (const FilterClause& clause : clauses) {
    if (!out.empty()) out += ' ';
    out += clause.key;
    out += sign_of(clause);
    for (std::size_t i = 0; i < clause.values.size(); ++i)
      out += (i == 0 ? "" : ",") + value_in_words(clause.values[i]);
  }
  return out;
}

// ---- values that nothing can have ----

bool are_digits(std::string_view text, std::size_t count) {
  return text.size() == count && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Message> wrong_value(const std::string& key, const std::string& value, const Codes& known) {
  if (value == unrecorded && known.empty()) return std::nullopt;  // of a list that the taxonomy does not have
  if (key == "county" && !are_digits(value, 2)) return Message{"problem.code", {{"value", value}, {"form", "NN"}}};
  if (key == "municipality" && !are_digits(value, 4)) {
    return Message{"problem.code", {{"value", value}, {"form", "NNNN"}}};
  }
  if (known.empty() || std::find(known.begin(), known.end(), value) != known.end()) return std::nullopt;
  return Message{"problem.filter.value", {{"key", key}, {"value", value}, {"known", nearest_known(value, known)}}};
}

bool is_day(const std::string& value, const FilterKey& key) {
  const bool is_end = key.name.ends_with(".to");
  return parse_partial_date(value) || value == unrecorded || (is_end && value == "open");
}

// What a value of a kind looks like; null where this one is right.
const char* wrong_form(const FilterClause& clause, const FilterKey& key, const std::string& value) {
  const bool is_compared = clause.test != FilterTest::is && clause.test != FilterTest::contains;
  if (is_compared && key.kind == FilterKind::date) return parse_partial_date(value) ? nullptr : "YYYY-MM-DD";
  if (is_compared) return parse_number(value) ? nullptr : "123";
  if (clause.test == FilterTest::contains) return nullptr;
  if (key.kind == FilterKind::number) return parse_number(value) || value == unrecorded ? nullptr : "123";
  if (key.kind == FilterKind::date) return is_day(value, key) ? nullptr : "YYYY-MM-DD";
  if (key.kind == FilterKind::period) return parse_period(value) ? nullptr : "YYYY-MM-DD..YYYY-MM-DD";
  const bool is_flag = value == "yes" || value == "no" || value == unrecorded;
  return key.kind == FilterKind::flag && !is_flag ? "yes, no" : nullptr;
}

std::optional<Message> what_is_wrong(const FilterClause& clause, const Taxonomy& taxonomy) {
  const FilterKey& key = *filter_key(clause.key);
  const auto wrong_sign = [&] {
    return Message{"deep_filter.sign", {{"key", clause.key}, {"sign", std::string(sign_of(clause))}}};
  };
  if (!takes(key, clause.test) || (clause.negated && key.kind == FilterKind::period)) return wrong_sign();
  const bool takes_one = clause.test > FilterTest::contains || key.kind == FilterKind::period;
  if (takes_one && clause.values.size() > 1) return wrong_sign();
  const Codes known = known_filter_values(clause.key, taxonomy);
  for (const std::string& value : clause.values) {
    if (const char* form = wrong_form(clause, key, value))
      return Message{"problem.code", {{"value", value}, {"form", form}}};
    if (clause.test != FilterTest::is) continue;
    if (auto wrong = wrong_value(clause.key, value, known)) return wrong;
  }
  return std::nullopt;
}

}  // namespace

Result<Filter> parse_filter(std::string_view words) { return Parser(words).filter(); }

std::string to_words(const Filter& filter) {
  std::string out = clauses_in_words(filter.clauses);
  if (filter.alternatives.empty()) return out;
  std::string bars;
  for (const Clauses& alternative : filter.alternatives) {
    bars += (bars.empty() ? "" : " | ") + clauses_in_words(alternative);
  }
  return out.empty() ? bars : out + " (" + bars + ")";
}

Result<Done> check_filter(const Filter& filter, const Taxonomy& taxonomy) {
  const auto check = [&](const Clauses& clauses) -> std::optional<Message> {
    for (const FilterClause& clause : clauses) {
      if (auto wrong = what_is_wrong(clause, taxonomy)) return wrong;
    }
    return std::nullopt;
  };
  std::optional<Message> wrong = check(filter.clauses);
  for (const Clauses& alternative : filter.alternatives) {
    if (!wrong) wrong = check(alternative);
  }
  if (wrong) return error("E_FILTER", std::move(*wrong), Exit::usage);
  return Done{};
}

DaySpan in_common(DaySpan a, DaySpan b) { return {std::max(a.from, b.from), std::min(a.to, b.to)}; }

std::optional<DaySpan> parse_period(std::string_view words) {
  const std::size_t dots = words.find("..");
  const auto from = parse_partial_date(words.substr(0, dots));
  const auto to = dots == std::string_view::npos ? from : parse_partial_date(words.substr(dots + 2));
  if (!from || !to || to->latest() < from->earliest()) return std::nullopt;
  return DaySpan{from->earliest(), to->latest()};
}

std::optional<DaySpan> period_of(const Filter& filter) {
  std::optional<DaySpan> span;
  for (const FilterClause& clause : filter.clauses) {
    if (clause.key != "during" || clause.values.empty()) continue;
    const auto named = parse_period(clause.values.front());
    if (named) span = span ? in_common(*span, *named) : *named;
  }
  return span;
}

}  // namespace samverka
