#include "io/json_scan.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/utf8.h"

namespace samverka {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

void append_utf8(std::string& out, unsigned c) {
  const auto byte = [&](unsigned b) { out += static_cast<char>(b); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F));
  }
}

// The four hexadecimal digits at a place, or 0 where there are not four.
unsigned hex_value(std::string_view text, std::size_t at) {
  unsigned value = 0;
  if (at + 4 <= text.size()) std::from_chars(text.data() + at, text.data() + at + 4, value, 16);
  return value;
}

bool is_high_surrogate(unsigned c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low_surrogate(unsigned c) { return c >= 0xDC00 && c < 0xE000; }

}  // namespace

// By the place of its first digit that counts.
bool is_too_large(std::string_view number) {
  const std::size_t e = std::min(number.find_first_of("eE"), number.size());
  const std::string_view mantissa = number.substr(0, e);
  std::string_view power_text = number.substr(std::min(e + 1, number.size()));
  if (!power_text.empty() && power_text[0] == '+') power_text.remove_prefix(1);
  long long power = 0;
  const auto read = std::from_chars(power_text.data(), power_text.data() + power_text.size(), power);
  constexpr long long huge = 1LL << 40;  // longer than any file has digits, and far from where sums overflow
  if (read.ec == std::errc::result_out_of_range) power = power_text[0] == '-' ? -huge : huge;
  power = std::clamp(power, -huge, huge);
  const std::size_t first = mantissa.find_first_of("123456789");
  if (first == std::string_view::npos) return false;
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  const auto place = static_cast<long long>(point) - static_cast<long long>(first);
  return place + power > 0;
}

std::string without_escapes(std::string_view quoted) {
  std::string out;
  out.reserve(quoted.size());
  for (std::size_t at = 0; at < quoted.size(); ++at) {
    if (quoted[at] != '\\' || at + 1 == quoted.size()) {
      out += quoted[at];
      continue;
    }
    const char c = quoted[++at];
    if (c != 'u') {
      const char* const from = "bfnrt";
      const char* const found = c == '\0' ? nullptr : std::strchr(from, c);
      out += found ? "\b\f\n\r\t"[found - from] : c;
      continue;
    }
    unsigned code_point = hex_value(quoted, at + 1);
    const unsigned low = hex_value(quoted, at + 7);
    at += 4;
    if (is_high_surrogate(code_point) && is_low_surrogate(low)) {
      code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
      at += 6;
    }
    append_utf8(out, is_high_surrogate(code_point) || is_low_surrogate(code_point) ? 0xFFFD : code_point);
  }
  return out;
}

bool JsonTree::is_named(const JsonNode& node, std::string_view wanted) const {
  const std::string_view own = text.substr(node.name_begin, node.name_end - node.name_begin);
  return node.name_has_escapes ? without_escapes(own) == wanted : own == wanted;
}

std::string JsonTree::name(const JsonNode& node) const {
  const std::string_view own = text.substr(node.name_begin, node.name_end - node.name_begin);
  return node.name_has_escapes ? without_escapes(own) : std::string(own);
}

std::string_view JsonTree::text_of(const JsonNode& node, std::string& scratch) const {
  const std::string_view inside = text.substr(node.begin + 1, node.end - node.begin - 2);
  if (!node.text_has_escapes) return inside;
  scratch = without_escapes(inside);
  return scratch;
}

JsonScanner::JsonScanner(std::string_view text, std::size_t start, ScanLimits limits, OnFlaw on_flaw)
    : text_(text), at_(start), limits_(limits), on_flaw_(std::move(on_flaw)) {
  limits_.depth = std::min(limits_.depth, 1000);  // each level is a call
}

void JsonScanner::skip_space() {
  while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
}

bool JsonScanner::take(char c) {
  if (at_ >= text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

bool JsonScanner::refuse(std::string code, std::string key, Exit exit) {
  if (!refusal_) refusal_ = Refusal{error(std::move(code), {std::move(key), {}}, exit), at_};
  return false;
}

// The text ends, or something stands here that cannot.
bool JsonScanner::refuse_here() {
  return refuse("E_PARSE", at_ >= text_.size() ? "problem.parse.end" : "problem.parse");
}

bool JsonScanner::enter() {
  ++at_;
  if (++depth_ <= limits_.depth) return true;
  --at_;
  refuse("E_DEPTH", "problem.depth", Exit::limit);
  refusal_->problem.message.args = {{"limit", std::to_string(limits_.depth)}};
  return false;
}

bool JsonScanner::leave(char bracket) {
  skip_space();
  if (!take(bracket)) return refuse_here();
  --depth_;
  return true;
}

std::optional<JsonKind> JsonScanner::peek() {
  skip_space();
  if (at_ >= text_.size()) return std::nullopt;
  switch (text_[at_]) {
    case '{':
      return JsonKind::object;
    case '[':
      return JsonKind::list;
    case '"':
      return JsonKind::text;
    case 't':
      return JsonKind::yes;
    case 'f':
      return JsonKind::no;
    case 'n':
      return JsonKind::null;
    default:
      break;
  }
  if (text_[at_] == '-' || is_digit(text_[at_])) return JsonKind::number;
  return std::nullopt;
}

bool JsonScanner::read(JsonTree& tree) {
  tree.text = text_;
  tree.nodes.clear();
  return value({}, &tree.nodes);
}

bool JsonScanner::skip(JsonNode& member) {
  const auto kind = peek();
  if (!kind) return refuse_here();
  member.kind = *kind;
  member.begin = at_;
  if (!fill(member, nullptr)) return false;
  member.end = at_;
  return true;
}

bool JsonScanner::value(JsonNode node, std::vector<JsonNode>* nodes) {
  const auto kind = peek();
  if (!kind) return refuse_here();
  node.kind = *kind;
  node.begin = at_;
  if (!nodes) return fill(node, nullptr);
  const std::size_t own = nodes->size();
  nodes->push_back(node);
  if (!fill(node, nodes)) return false;
  node.end = at_;
  node.next = static_cast<std::uint32_t>(nodes->size());
  (*nodes)[own] = node;
  return true;
}

bool JsonScanner::fill(JsonNode& node, std::vector<JsonNode>* nodes) {
  switch (node.kind) {
    case JsonKind::object:
      return object(nodes);
    case JsonKind::list:
      return list(nodes);
    case JsonKind::number:
      return number();
    case JsonKind::yes:
      return literal("true");
    case JsonKind::no:
      return literal("false");
    case JsonKind::null:
      return literal("null");
    case JsonKind::text:
      break;
  }
  std::size_t begin = 0, end = 0;
  return string(begin, end, node.text_has_escapes);
}

template <class Visit>
bool JsonScanner::walk_object(Visit&& visit) {
  if (!enter()) return false;
  const std::size_t first_name = names_.size();
  skip_space();
  if (at_ < text_.size() && text_[at_] != '}') {
    do {
      JsonNode member;
      if (!member_name(member) || !visit(member)) return false;
      skip_space();
    } while (take(','));
  }
  if (!leave('}')) return false;
  report_repeated_names(first_name);
  names_.resize(first_name);
  return true;
}

template <class Visit>
bool JsonScanner::walk_list(Visit&& visit) {
  if (!enter()) return false;
  skip_space();
  if (at_ < text_.size() && text_[at_] != ']') {
    do {
      if (!visit()) return false;
      skip_space();
    } while (take(','));
  }
  return leave(']');
}

bool JsonScanner::object(std::vector<JsonNode>* nodes) {
  return walk_object([&](const JsonNode& member) { return value(member, nodes); });
}

bool JsonScanner::list(std::vector<JsonNode>* nodes) {
  return walk_list([&] { return value({}, nodes); });
}

bool JsonScanner::each_member(const std::function<bool(JsonNode&)>& visit) { return walk_object(visit); }

bool JsonScanner::each_item(const std::function<bool()>& visit) { return walk_list(visit); }

bool JsonScanner::finish() {
  skip_space();
  return at_ == text_.size() || refuse("E_PARSE", "problem.parse.more");
}

bool JsonScanner::member_name(JsonNode& member) {
  skip_space();
  if (at_ >= text_.size() || text_[at_] != '"') return refuse_here();
  if (!string(member.name_begin, member.name_end, member.name_has_escapes)) return false;
  names_.push_back({member.name_begin, member.name_end, member.name_has_escapes});
  skip_space();
  return take(':') || refuse_here();
}

bool JsonScanner::string(std::size_t& begin, std::size_t& end, bool& has_escapes) {
  begin = ++at_;
  has_escapes = false;
  while (true) {
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
           static_cast<unsigned char>(text_[at_]) >= 0x20) {
      ++at_;
    }
    if (at_ >= text_.size()) return refuse_here();
    if (text_[at_] == '"') break;
    if (text_[at_] != '\\') return refuse("E_PARSE", "problem.parse.control");
    has_escapes = true;
    if (!escape()) return false;
  }
  end = at_++;
  if (end - begin <= limits_.string_bytes) return true;
  at_ = begin - 1;
  refuse("E_LIMIT", "problem.limit.string", Exit::limit);
  refusal_->problem.message.args = {{"limit", std::to_string(limits_.string_bytes)}};
  return false;
}

bool JsonScanner::escape() {
  const std::size_t start = at_++;
  if (at_ >= text_.size()) return refuse_here();
  const char c = text_[at_++];
  if (c != '\0' && std::strchr("\"\\/bfnrt", c)) return true;
  unsigned first = 0, second = 0;
  bool sound = c == 'u' && hex4(first) && !is_low_surrogate(first);
  // Half a character (a lone surrogate) cannot be written as UTF-8, so it cannot be kept.
  if (sound && is_high_surrogate(first)) {
    sound = take('\\') && take('u') && hex4(second) && is_low_surrogate(second);
  }
  if (sound) return true;
  at_ = std::min(start, text_.size());
  return refuse("E_PARSE", "problem.parse.escape");
}

bool JsonScanner::hex4(unsigned& value) {
  if (at_ + 4 > text_.size()) return false;
  const auto read = std::from_chars(text_.data() + at_, text_.data() + at_ + 4, value, 16);
  if (read.ec != std::errc() || read.ptr != text_.data() + at_ + 4) return false;
  at_ += 4;
  return true;
}

bool JsonScanner::digits() {
  const std::size_t start = at_;
  while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
  return at_ > start;
}

bool JsonScanner::number() {
  const std::size_t start = at_;
  bool is_plain = true;
  take('-');
  if (!take('0') && !digits()) return refuse_here();
  if (take('.') && !digits()) return refuse_here();
  if (take('e') || take('E')) {
    is_plain = false;
    if (!take('+')) take('-');
    if (!digits()) return refuse_here();
  }
  if (is_plain && at_ - start < 300) return true;
  double value = 0;
  const std::string_view token = text_.substr(start, at_ - start);
  const auto read = std::from_chars(token.data(), token.data() + token.size(), value);
  if (read.ec == std::errc::result_out_of_range && is_too_large(token)) {
    const std::string shown(token.substr(0, 40));
    on_flaw_(error("E_NUMBER", {"problem.number", {{"value", shown}}}, Exit::parse), start, start);
  }
  return true;
}

bool JsonScanner::literal(std::string_view word) {
  for (char c : word) {
    if (!take(c)) return refuse_here();
  }
  return true;
}

void JsonScanner::report_repeated(const Name& first, const Name& second) {
  const std::string name = cut_to_bytes(text_.substr(second.begin, second.end - second.begin), 80);
  on_flaw_(error("E_DUPKEY", {"problem.dupkey", {{"member", name}}}, Exit::parse), second.begin - 1, first.begin - 1);
}

// Most objects have few members, all different in length and first letter: a word of bits settles those. Objects that
// need more are sorted, so that one with a million members is still quick.
void JsonScanner::report_repeated_names(std::size_t first_name) {
  const auto own = [&](const Name& n) { return text_.substr(n.begin, n.end - n.begin); };
  std::uint64_t seen = 0;
  bool may_repeat = false;
  for (std::size_t i = first_name; i < names_.size(); ++i) {
    const std::string_view name = own(names_[i]);
    const std::size_t mix =
        name.size() * 7 +
        (name.empty() ? 0U : static_cast<unsigned char>(name[0]) * 31U + static_cast<unsigned char>(name.back()) * 3U);
    const std::uint64_t bit = std::uint64_t{1} << (mix % 64);
    may_repeat = may_repeat || (seen & bit) != 0 || names_[i].has_escapes;
    seen |= bit;
  }
  if (!may_repeat) return;
  std::vector<std::pair<std::string, Name>> sorted;
  for (std::size_t i = first_name; i < names_.size(); ++i) {
    sorted.emplace_back(names_[i].has_escapes ? without_escapes(own(names_[i])) : std::string(own(names_[i])),
                        names_[i]);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i].first == sorted[i - 1].first) report_repeated(sorted[i - 1].second, sorted[i].second);
  }
}

}  // namespace samverka
