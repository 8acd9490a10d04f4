#include "base/collate.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace samverka {
namespace {

bool is_digit(std::int32_t c) { return c >= '0' && c <= '9'; }
bool is_combining(std::int32_t c) { return c >= 0x300 && c <= 0x36F; }

std::int32_t code_point_at(std::string_view text, std::size_t at, std::size_t& length) {
  const auto first = static_cast<unsigned char>(text[at]);
  length = 1;
  if (first < 0x80) return first;
  std::int32_t c = -1;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &c);
  if (read <= 0) return 0xFFFD;
  length = static_cast<std::size_t>(read);
  return c;
}

// Weights of letters: a-z keep their code; å ä ö come right after z.
constexpr std::int32_t weight_aring = 'z' + 1, weight_auml = 'z' + 2, weight_ouml = 'z' + 3;

// The letter that a mark makes of a base letter in Swedish, or the base where the mark is only an accent.
std::int32_t with_mark(std::int32_t base, std::int32_t mark) {
  if (base == 'a' && mark == 0x30A) return weight_aring;
  if (base == 'a' && mark == 0x308) return weight_auml;
  if (base == 'o' && (mark == 0x308 || mark == 0x30B)) return weight_ouml;
  if (base == 'u' && mark == 0x308) return 'y';  // Müller among y, as Swedish lists have it
  return base;
}

std::int32_t weight_by_tables(std::int32_t c) {
  if (c == 0xC6 || c == 0xE6) return weight_auml;  // æ
  if (c == 0xD8 || c == 0xF8) return weight_ouml;  // ø
  utf8proc_int32_t parts[8] = {};
  int boundary = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
  const auto count = utf8proc_decompose_char(c, parts, 8, options, &boundary);
  if (count < 1 || count > 8) return c;
  std::int32_t weight = parts[0];
  for (utf8proc_ssize_t i = 1; i < count; ++i) weight = with_mark(weight, parts[i]);
  return weight;
}

std::int32_t weight_of_letter(std::int32_t c) {
  if (c >= 0 && c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  static const std::vector<std::int32_t> latin = [] {  // å ä ö é and their like, without Unicode's tables each time
    std::vector<std::int32_t> weights(0x100);
    for (std::int32_t letter = 0x80; letter < 0x100; ++letter) {
      weights[static_cast<std::size_t>(letter)] = weight_by_tables(letter);
    }
    return weights;
  }();
  return c >= 0 && c < 0x100 ? latin[static_cast<std::size_t>(c)] : weight_by_tables(c);
}

// One step of the comparison: a letter or sign by weight, or a whole number by its digits.
struct Element {
  int kind = 0;  // 0 end, 1 sign, 2 number, 3 letter
  std::int32_t weight = 0;
  std::string_view digits;  // without leading zeros
};

Element number_at(std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  std::string_view digits = text.substr(start, at - start);
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  return {2, 0, digits};
}

Element next_element(std::string_view text, std::size_t& at) {
  std::size_t length = 0;
  if (at >= text.size()) return {};
  if (is_digit(text[at])) return number_at(text, at);
  std::int32_t weight = weight_of_letter(code_point_at(text, at, length));
  at += length;
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0xCC) {
    const std::int32_t mark = code_point_at(text, at, length);
    if (!is_combining(mark)) break;
    weight = with_mark(weight, mark);
    at += length;
  }
  const bool is_letter = (weight >= 'a' && weight <= weight_ouml) || weight >= 0xC0;
  return {is_letter ? 3 : 1, weight, {}};
}

int compare(const Element& a, const Element& b) {
  if (a.kind != b.kind) return a.kind < b.kind ? -1 : 1;
  if (a.weight != b.weight) return a.weight < b.weight ? -1 : 1;
  if (a.digits.size() != b.digits.size()) return a.digits.size() < b.digits.size() ? -1 : 1;
  return a.digits.compare(b.digits);
}

// An element as bytes in the order of compare(): signs begin with 1 or 2, numbers with 3, letters with 4 and up, so
// that the 0 that ends a text comes before them all.
void append(std::string& key, const Element& element) {
  constexpr int first_letter = 4;
  const auto byte = [&key](std::size_t value) { key += static_cast<char>(value); };
  const auto three_bytes = [&byte](std::int32_t value) {
    const auto bits = static_cast<std::uint32_t>(value);
    byte(bits >> 16 & 255U);
    byte(bits >> 8 & 255U);
    byte(bits & 255U);
  };
  if (element.kind == 2) {
    const std::size_t digits = element.digits.size();
    byte(3);
    key.append(digits / 254, '\xFF');  // a longer number is a greater one
    byte(digits % 254);
    key += element.digits;
  } else if (element.kind == 3 && element.weight <= weight_ouml) {
    byte(static_cast<std::size_t>(first_letter + element.weight - 'a'));
  } else if (element.kind == 3) {
    byte(first_letter + weight_ouml - 'a' + 1);
    three_bytes(element.weight);
  } else {
    byte(element.weight < 0x80 ? 1 : 2);
    element.weight < 0x80 ? byte(static_cast<std::size_t>(element.weight)) : three_bytes(element.weight);
  }
}

// A key for each text, whose bytes are in the order of swedish_less but for ties, which the texts themselves break. All
// stand in one string, and the first eight bytes of each beside its place: most comparisons go no further.
class SortKeys {
 public:
  struct Entry {
    std::uint64_t first_bytes = 0;
    std::uint32_t text = 0;
  };

  explicit SortKeys(std::span<const std::string> texts) : texts_(texts), start_{0} {
    start_.reserve(texts.size() + 1);
    for (const std::string& text : texts) {
      std::size_t at = 0;
      for (Element next = next_element(text, at); next.kind != 0; next = next_element(text, at)) append(keys_, next);
      start_.push_back(keys_.size());
    }
  }

  std::vector<Entry> sorted() const {
    std::vector<Entry> entries(texts_.size());
    for (std::uint32_t i = 0; i < entries.size(); ++i) entries[i] = {first_bytes(key(i)), i};
    std::sort(entries.begin(), entries.end(), [this](const Entry& a, const Entry& b) { return is_before(a, b); });
    return entries;
  }

  bool is_before(const Entry& a, const Entry& b) const {
    if (a.first_bytes != b.first_bytes) return a.first_bytes < b.first_bytes;
    const int order = key(a.text).compare(key(b.text));
    return order != 0 ? order < 0 : texts_[a.text] < texts_[b.text];
  }

 private:
  std::string_view key(std::uint32_t text) const {
    return std::string_view(keys_).substr(start_[text], start_[text + 1] - start_[text]);
  }

  // Big-endian, filled with the 0 that ends a text.
  static std::uint64_t first_bytes(std::string_view key) {
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < 8; ++i) bytes = bytes << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
    return bytes;
  }

  std::span<const std::string> texts_;
  std::string keys_;
  std::vector<std::size_t> start_;
};

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &out, static_cast<utf8proc_option_t>(options));
  if (length < 0) return std::string(text);  // ill-formed: as it is
  std::string result(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
  std::free(out);
  return result;
}

// æ and ø are letters of their own to Unicode, so that no mark was stripped from them.
std::string without_ae_and_oe(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view letter = text.substr(at, 2);
    const bool is_ae = letter == "\xC3\xA6", is_oe = letter == "\xC3\xB8";
    if (is_ae || is_oe) ++at;
    out += is_ae ? 'a' : is_oe ? 'o' : letter[0];
  }
  return out;
}

std::string folded_by_tables(std::string_view text) {
  const int to_plain = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
  return mapped(without_ae_and_oe(mapped(text, to_plain)), UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

// What the letters of two bytes that begin with C2 or C3 (U+0080-00FF) fold to, worked out once: nearly all of Swedish,
// ten times as fast as by Unicode's tables.
const std::string& folded_latin_letter(char lead, char trail) {
  static const std::vector<std::string> letters = [] {
    std::vector<std::string> made;
    for (const char first : {'\xC2', '\xC3'}) {
      for (int second = 0x80; second < 0xC0; ++second) {
        made.push_back(folded_by_tables(std::string{first, static_cast<char>(second)}));
      }
    }
    return made;
  }();
  return letters[(lead == '\xC3' ? 64U : 0U) + (static_cast<unsigned char>(trail) & 0x3FU)];
}

std::string folded_latin(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_pair = static_cast<unsigned char>(c) >= 0xC2 && at + 1 < text.size() &&
                         (static_cast<unsigned char>(text[at + 1]) & 0xC0) == 0x80;
    if (is_pair) {
      out += folded_latin_letter(c, text[++at]);
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return out;
}

std::vector<std::int32_t> code_points(std::string_view text) {
  std::vector<std::int32_t> out;
  out.reserve(text.size());
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) out.push_back(code_point_at(text, at, length));
  return out;
}

}  // namespace

bool swedish_less(std::string_view a, std::string_view b) {
  std::size_t at_a = 0, at_b = 0;
  while (true) {
    const Element from_a = next_element(a, at_a), from_b = next_element(b, at_b);
    const int order = compare(from_a, from_b);
    if (order != 0) return order < 0;
    if (from_a.kind == 0) return a < b;  // only case or accents differ: any fixed order will do
  }
}

std::vector<std::uint32_t> swedish_ranks(std::span<const std::string> texts) {
  const SortKeys keys(texts);
  const std::vector<SortKeys::Entry> sorted = keys.sorted();
  std::vector<std::uint32_t> ranks(texts.size());
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && keys.is_before(sorted[i - 1], sorted[i])) ++rank;
    ranks[sorted[i].text] = rank;
  }
  return ranks;
}

std::string folded(std::string_view text) {
  const bool is_latin =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0xC4; });
  return is_latin ? folded_latin(text) : folded_by_tables(text);
}

std::string id_from_name(std::string_view name) {
  std::string id;
  for (std::int32_t c : code_points(folded(name))) {
    const bool keep = (c >= 'a' && c <= 'z') || is_digit(c) || (!id.empty() && (c == '.' || c == '_'));
    const bool gap = c == ' ' || c == '-' || c == '\t' || c == '\n' || c == 0xA0;
    if (keep) id += static_cast<char>(c);
    if (gap && !id.empty() && id.back() != '-') id += '-';
    if (id.size() == 80) break;
  }
  while (!id.empty() && (id.back() == '-' || id.back() == '.' || id.back() == '_')) id.pop_back();
  return id;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const auto from = code_points(a), to = code_points(b);
  const std::size_t difference = from.size() > to.size() ? from.size() - to.size() : to.size() - from.size();
  if (difference > limit) return limit + 1;
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::size_t diagonal = row[0];
    std::size_t least = row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
  }
  return std::min(row.back(), limit + 1);
}

}  // namespace samverka
