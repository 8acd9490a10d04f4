#include "io/row_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/collate.h"
#include "base/utf8.h"

namespace samverka {
namespace {

constexpr double largest_exact_integer = 9007199254740992.0;  // 2^53: beyond it, other programs' JSON rounds
constexpr std::size_t shown_bytes = 60;
constexpr std::size_t longest_id = 80;

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

// A value as it stands in the file, cut to what a message has room for.
std::string shown(std::string_view raw) { return cut_to_bytes(raw, shown_bytes); }

// The digits of a number that count, whatever its sign, and where its point stands among them: 0.0150, 1.5e-2 and 15E-3
// are alike.
struct Digits {
  std::string digits;
  long point = 0;
  bool operator==(const Digits&) const = default;
};

Digits digits_of(std::string_view number) {
  if (number.starts_with('-')) number.remove_prefix(1);
  const std::size_t e = std::min(number.find_first_of("eE"), number.size());
  const std::string_view mantissa = number.substr(0, e);
  Digits out{std::string(mantissa), static_cast<long>(std::min(mantissa.find('.'), mantissa.size()))};
  std::erase(out.digits, '.');
  const std::size_t first = out.digits.find_first_not_of('0');
  if (first == std::string::npos) return {};  // nought, whatever its power
  out.point -= static_cast<long>(first);
  out.digits.erase(0, first);
  out.digits.erase(out.digits.find_last_not_of('0') + 1);
  std::string_view power_text = number.substr(std::min(e + 1, number.size()));
  if (power_text.starts_with('+')) power_text.remove_prefix(1);
  long power = 0;
  std::from_chars(power_text.data(), power_text.data() + power_text.size(), power);
  out.point += power;
  return out;
}

// Do these digits come back when the value is written? Up to 15 always do. More may be the shortest that stand for the
// value, or the 17 that many programs write; with others something has been rounded away.
bool holds_digits(double value, std::string_view raw) {
  if (raw.size() <= 15) return true;
  const Digits wanted = digits_of(raw);
  if (wanted.digits.size() <= 15) return true;
  char text[64];
  const auto is_written_as = [&](std::to_chars_result written) {
    return digits_of({text, static_cast<std::size_t>(written.ptr - text)}) == wanted;
  };
  return is_written_as(std::to_chars(text, text + sizeof text, value)) ||
         is_written_as(std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, 16));
}

}  // namespace

bool Keys::is_id(std::string_view key) {
  if (key.empty() || key.size() > longest_id || key[0] == '.' || key[0] == '_' || key[0] == '-') return false;
  return std::all_of(key.begin(), key.end(), is_id_character);
}

// The map's views must live as long as the file: they point into its text, or into own_.
void Keys::add(Map& map, const JsonTree& tree, const Key& key, std::size_t index) {
  if (key.empty()) return;
  std::string_view view;
  for (std::uint32_t i = 1; i < tree.nodes[0].next; i = tree.nodes[i].next) {
    const JsonNode& node = tree.nodes[i];
    if (node.kind != JsonKind::text || node.text_has_escapes || !tree.is_named(node, "id")) continue;
    view = tree.text.substr(node.begin + 1, node.end - node.begin - 2);
    break;
  }
  if (view != key) view = own_.emplace_back(key);
  map.emplace(view, static_cast<std::uint32_t>(index));
}

void Keys::add_all(const Network& network) {
  const auto add_rows = [](Map& map, const auto& rows) {
    map.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!rows[i].key.empty()) map.emplace(rows[i].key, static_cast<std::uint32_t>(i));
    }
  };
  add_rows(actors_, network.actors);
  add_rows(agreements_, network.agreements);
  add_rows(sources_, network.sources);
}

std::string Keys::nearest_in(const Map& map, const std::string& wanted) {
  if (wanted.size() > longest_id) return {};  // no id is like it, and to compare two megabytes would take hours
  const std::size_t limit = std::min<std::size_t>(3, wanted.size() / 3);
  std::string_view best;
  std::size_t distance = limit + 1;
  for (const auto& [key, index] : map) {
    if (distance == 0 || key.size() > wanted.size() + limit || wanted.size() > key.size() + limit) continue;
    const std::size_t d = edit_distance(wanted, key, limit);
    if (d < distance || (d == distance && d <= limit && key < best)) {  // the map has no order of its own
      distance = d;
      best = key;
    }
  }
  return std::string(best);
}

RowReader::RowReader(FileContext& file, JsonTree& tree, std::uint32_t node)
    : file_(file), tree_(tree), node_(node), cursor_(node + 1) {
  is_object_ = tree.nodes[node].kind == JsonKind::object;
  if (is_object_) return;
  report("E_TYPE", "problem.type.row", node, "");
  kept_.emplace_back(Extra::whole_row, tree_.raw(tree_.nodes[node]));
}

// Most files have their members in the format's order, so the next one is looked for where the last one was found.
std::optional<std::uint32_t> RowReader::find(std::string_view name) {
  const std::uint32_t end = tree_.nodes[node_].next;
  const std::uint32_t start = cursor_;
  const auto is_it = [&](const JsonNode& node) { return !node.is_taken && tree_.is_named(node, name); };
  for (std::uint32_t i = start; i < end; i = tree_.nodes[i].next) {
    if (!is_it(tree_.nodes[i])) continue;
    cursor_ = tree_.nodes[i].next;
    return i;
  }
  for (std::uint32_t i = node_ + 1; i < start; i = tree_.nodes[i].next) {
    if (is_it(tree_.nodes[i])) return i;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> RowReader::take(std::string_view name, Need need) {
  const auto found = find(name);
  if (found) {
    tree_.nodes[*found].is_taken = true;
  } else if (need == Need::required) {
    report("E_MISSING", "problem.missing", node_, name);
    kept_.emplace_back(name, "");
  }
  return found;
}

void RowReader::report(const char* code, const char* key, std::uint32_t node, std::string_view member) {
  const JsonNode& at = tree_.nodes[node];
  Message message{key, {{"member", std::string(member)}, {"value", shown(tree_.raw(at))}}};
  file_.problems.add(error(code, std::move(message)), {at.begin});
}

void RowReader::keep(std::string_view name, std::uint32_t node) {
  kept_.emplace_back(name, tree_.raw(tree_.nodes[node]));
}

Extra RowReader::rest() {
  for (std::uint32_t i = node_ + 1; is_object_ && i < tree_.nodes[node_].next; i = tree_.nodes[i].next) {
    if (!tree_.nodes[i].is_taken) kept_.emplace_back(tree_.name(tree_.nodes[i]), tree_.raw(tree_.nodes[i]));
  }
  if (kept_.empty()) return {};
  return {std::make_shared<const Extra::Members>(std::move(kept_))};
}

std::size_t RowReader::item_count(std::uint32_t node) const {
  std::size_t items = 0;
  tree_.each_child(node, [&](std::uint32_t) { ++items; });
  return items;
}

bool RowReader::is_kind(std::string_view name, std::uint32_t node, JsonKind kind, const char* otherwise) {
  if (tree_.nodes[node].kind == kind) return true;
  report("E_TYPE", otherwise, node, name);
  keep(name, node);
  return false;
}

// Who lacks a fact may leave an optional member out; a required one has no such way.
bool RowReader::is_text(std::string_view name, std::uint32_t node, Need need) {
  return is_kind(name, node, JsonKind::text,
                 need == Need::required ? "problem.type.text.required" : "problem.type.text");
}

bool RowReader::is_list_of_texts(std::string_view name, std::uint32_t node) {
  if (!is_kind(name, node, JsonKind::list, "problem.type.texts")) return false;
  std::optional<std::uint32_t> wrong;
  tree_.each_child(node, [&](std::uint32_t i) {
    if (!wrong && tree_.nodes[i].kind != JsonKind::text) wrong = i;
  });
  if (!wrong) return true;
  report("E_TYPE", "problem.type.item", *wrong, name);
  keep(name, node);
  return false;
}

bool RowReader::is_filled_list_of_texts(std::string_view name, std::uint32_t node) {
  if (!is_list_of_texts(name, node)) return false;
  if (is_empty(node)) keep(name, node);  // an empty list is not the same as none
  return !is_empty(node);
}

std::vector<std::string> RowReader::texts_of(std::uint32_t node) const {
  std::vector<std::string> out;
  std::string scratch;
  out.reserve(item_count(node));
  tree_.each_child(node, [&](std::uint32_t i) { out.emplace_back(tree_.text_of(tree_.nodes[i], scratch)); });
  return out;
}

void RowReader::key(std::string_view name, Key& into) {
  const auto found = take(name, Need::required);
  if (!found || !is_text(name, *found, Need::required)) return;
  std::string scratch;
  into = tree_.text_of(tree_.nodes[*found], scratch);
  if (!Keys::is_id(into)) report("E_ID", "problem.id", *found, name);
  if (into.empty()) keep(name, *found);
}

void RowReader::text(std::string_view name, std::string& into, Need need) {
  const auto found = take(name, need);
  if (!found || !is_text(name, *found, need)) return;
  std::string scratch;
  into = tree_.text_of(tree_.nodes[*found], scratch);
  if (into.empty()) keep(name, *found);
}

void RowReader::texts(std::string_view name, std::vector<std::string>& into, Need need) {
  const auto found = take(name, need);
  if (found && is_filled_list_of_texts(name, *found)) into = texts_of(*found);
}

void RowReader::texts(std::string_view name, std::optional<std::vector<std::string>>& into) {
  const auto found = take(name, Need::optional);
  if (found && is_list_of_texts(name, *found)) into = texts_of(*found);
}

void RowReader::take_date(std::string_view name, std::uint32_t node, PartialDate& into, Need need) {
  if (!is_text(name, node, need)) return;
  std::string scratch;
  const auto date = parse_partial_date(tree_.text_of(tree_.nodes[node], scratch));
  if (date) {
    into = *date;
  } else {
    report("E_DATE", "problem.date", node, name);
    keep(name, node);
  }
}

void RowReader::date(std::string_view name, PartialDate& into) {
  const auto found = take(name, Need::optional);
  if (found) take_date(name, *found, into);
}

// The day that analyses use. Where only a month or a year is given, which is an error, its last day; the words of the
// file are kept.
void RowReader::day(std::string_view name, Date& into) {
  const auto found = take(name, Need::required);
  if (!found) return;
  PartialDate date;
  take_date(name, *found, date, Need::required);
  if (!date.is_set()) return;
  into = date.latest();
  if (date.day != 0) return;
  report("E_DATE", "problem.date.day", *found, name);
  keep(name, *found);
}

void RowReader::end(std::string_view name, Validity::End& end, PartialDate& to) {
  const auto found = take(name, Need::optional);
  if (!found) return;
  if (tree_.nodes[*found].kind == JsonKind::null) {
    end = Validity::End::open;
    return;
  }
  take_date(name, *found, to);
  if (to.is_set()) end = Validity::End::date;
}

// A number that this program may reckon with, or nothing: then it is reported and kept with its digits.
std::optional<double> RowReader::number(std::string_view name, std::uint32_t node) {
  if (!is_kind(name, node, JsonKind::number, "problem.type.number")) return std::nullopt;
  const std::string_view raw = tree_.raw(tree_.nodes[node]);
  double value = 0;
  const auto read = std::from_chars(raw.data(), raw.data() + raw.size(), value);
  const bool is_small = read.ec == std::errc() && std::abs(value) <= file_.limits.number;
  if (is_small && holds_digits(value, raw)) return value;
  const bool is_told = read.ec != std::errc() && is_too_large(raw);  // the scanner's E_NUMBER
  if (!is_told) report("E_RANGE", is_small ? "problem.range.digits" : "problem.range", node, name);
  keep(name, node);
  return std::nullopt;
}

// A whole number of at least `least`; others are reported with `otherwise`.
void RowReader::take_integer(std::string_view name, double least, const char* otherwise,
                             std::optional<std::int64_t>& into) {
  const auto found = take(name, Need::optional);
  if (!found) return;
  const auto value = number(name, *found);
  if (!value) return;
  if (*value == std::floor(*value) && *value >= least && *value <= largest_exact_integer) {
    into = static_cast<std::int64_t>(*value);
  } else {
    report("E_RANGE", otherwise, *found, name);
    keep(name, *found);
  }
}

void RowReader::integer(std::string_view name, std::optional<std::int64_t>& into) {
  take_integer(name, -largest_exact_integer, "problem.range.integer", into);
}

void RowReader::count(std::string_view name, std::optional<std::int64_t>& into) {
  take_integer(name, 0, "problem.range.count", into);
}

void RowReader::share(std::string_view name, std::optional<double>& into) {
  const auto found = take(name, Need::optional);
  if (!found) return;
  into = number(name, *found);
  if (into && (*into < 0 || *into > 1)) report("E_RANGE", "problem.range.share", *found, name);
}

void RowReader::decimal(std::string_view name, std::optional<double>& into) {
  if (const auto found = take(name, Need::optional)) into = number(name, *found);
}

void RowReader::flag(std::string_view name, std::optional<bool>& into) {
  const auto found = take(name, Need::optional);
  if (!found) return;
  const JsonKind kind = tree_.nodes[*found].kind;
  if (kind == JsonKind::yes || kind == JsonKind::no) {
    into = kind == JsonKind::yes;
  } else {
    report("E_TYPE", "problem.type.flag", *found, name);
    keep(name, *found);
  }
}

// A word that the program reasons with and does not know is kept, and counts as not said.
void RowReader::report_unknown_code(std::string_view name, std::uint32_t node) {
  const JsonNode& at = tree_.nodes[node];
  Message message{"problem.unknown", {{"member", std::string(name)}, {"code", shown(tree_.raw(at))}}};
  file_.problems.add(warning("W_UNKNOWN", std::move(message)), {at.begin});
  keep(name, node);
}

void RowReader::code(std::string_view name, std::optional<PartyState>& into) {
  const auto found = take(name, Need::optional);
  if (!found || !is_text(name, *found)) return;
  std::string scratch;
  into = party_state(tree_.text_of(tree_.nodes[*found], scratch));
  if (!into) report_unknown_code(name, *found);
}

void RowReader::code(std::string_view name, std::optional<Covers>& into) {
  const auto found = take(name, Need::optional);
  if (!found || !is_text(name, *found)) return;
  std::string scratch;
  into = covers(tree_.text_of(tree_.nodes[*found], scratch));
  if (!into) report_unknown_code(name, *found);
}

void RowReader::code(std::string_view name, AgreementStatus& into) {
  const auto found = take(name, Need::required);
  if (!found || !is_text(name, *found, Need::required)) return;
  std::string scratch;
  const auto status = agreement_status(tree_.text_of(tree_.nodes[*found], scratch));
  if (!status) return report_unknown_code(name, *found);
  into = *status;
}

void RowReader::position(std::string_view name, std::optional<LatLon>& into, Extra& extra) {
  const auto found = take(name, Need::optional);
  if (!found || !is_kind(name, *found, JsonKind::object, "problem.type.position")) return;
  RowReader inside(file_, tree_, *found);
  const auto lat = inside.take("lat", Need::required), lon = inside.take("lon", Need::required);
  std::optional<double> north, east;
  if (lat) north = inside.number("lat", *lat);
  if (lon) east = inside.number("lon", *lon);
  if (!north || !east) return keep(name, *found);  // half a position is kept as it is
  into = LatLon{*north, *east};
  extra = inside.rest();
}

void RowReader::raw(std::string_view name, std::string& into) {
  const auto found = take(name, Need::optional);
  if (found) into = tree_.raw(tree_.nodes[*found]);
}

void RowReader::constant(std::string_view name, std::string_view) { take(name, Need::required); }

void RowReader::coverage(std::string_view name, const std::optional<Coverage>& into) {
  const auto found = take(name, Need::optional);
  if (found && !into) is_kind(name, *found, JsonKind::object, "problem.type.object");
}

}  // namespace samverka
