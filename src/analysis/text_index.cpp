#include "analysis/text_index.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "base/collate.h"
#include "base/utf8.h"

namespace samverka {
namespace {

constexpr std::size_t most_words = 8;  // of a query; what comes after is left out

// How a word that was typed meets a word of a text; a greater one is worse.
enum Meeting : std::uint8_t { whole, beginning, part, one_wrong, no_score };

// Length in bytes of the character that begins here; ill-formed bytes count as characters of their own.
std::size_t length_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t wanted = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  std::size_t length = 1;
  while (length < wanted && at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80)
    ++length;
  return length;
}

char32_t code_point(std::string_view bytes) {
  constexpr std::array<unsigned, 5> mask = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t c = static_cast<unsigned char>(bytes[0]) & mask[bytes.size()];
  for (std::size_t i = 1; i < bytes.size(); ++i) c = c << 6U | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
  return c;
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) < 0; });
}

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size(); at += length_at(text, at))
    letters += code_point(text.substr(at, length_at(text, at)));
  return letters;
}

// Of folded text: letters and digits of any script. Signs, spaces and punctuation part words.
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  const bool is_sign =
      c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || c == 0xFFFD;
  return !is_sign;
}

bool is_combining(std::string_view bytes) {
  const char32_t c = code_point(bytes);
  return c >= 0x300 && c <= 0x36F;
}

// A letter with the marks that follow it.
std::size_t cluster_length(std::string_view text, std::size_t at) {
  std::size_t end = at + length_at(text, at);
  while (end < text.size() && is_combining(text.substr(end, length_at(text, end)))) end += length_at(text, end);
  return end - at;
}

// Puts words together, a single space between them.
class WordWriter {
 public:
  explicit WordWriter(std::vector<std::uint32_t>* origin) : origin_(origin) {}

  void take(std::string_view folded, std::size_t begin, std::size_t end) {
    for (std::size_t at = 0; at < folded.size(); at += length_at(folded, at)) {
      const std::string_view letter = folded.substr(at, length_at(folded, at));
      if (is_letter(code_point(letter))) {
        if (has_gap_ && !out_.empty()) write(" ", gap_);
        write(letter, begin);
        has_gap_ = false;
        end_ = end;
      } else if (!has_gap_) {
        has_gap_ = true;
        gap_ = begin;
      }
    }
  }

  std::string finish() {
    if (origin_) origin_->push_back(static_cast<std::uint32_t>(end_));
    return std::move(out_);
  }

 private:
  void write(std::string_view letter, std::size_t from) {
    out_ += letter;
    if (origin_) origin_->insert(origin_->end(), letter.size(), static_cast<std::uint32_t>(from));
  }

  std::vector<std::uint32_t>* origin_;
  std::string out_;
  bool has_gap_ = false;
  std::size_t gap_ = 0, end_ = 0;
};

std::vector<std::string_view> words_in(std::string_view searchable_text, std::size_t at_most) {
  std::vector<std::string_view> words;
  while (!searchable_text.empty() && words.size() < at_most) {
    const std::size_t end = std::min(searchable_text.find(' '), searchable_text.size());
    words.push_back(searchable_text.substr(0, end));
    searchable_text.remove_prefix(std::min(end + 1, searchable_text.size()));
  }
  return words;
}

// One edit can always be taken where the two first differ.
template <class Text>
bool is_one_edit(Text typed, Text word, bool of_beginning) {
  const std::size_t shorter = std::min(typed.size(), word.size());
  const auto at = static_cast<std::size_t>(
      std::mismatch(typed.begin(), typed.begin() + static_cast<std::ptrdiff_t>(shorter), word.begin()).first -
      typed.begin());
  if (at == typed.size()) return !of_beginning && word.size() == at + 1;
  if (at == word.size()) return typed.size() == at + 1;
  const auto goes_on = [&](std::size_t from, std::size_t in_word) {
    const Text rest = typed.substr(std::min(from, typed.size()));
    const Text word_rest = word.substr(std::min(in_word, word.size()));
    return of_beginning ? word_rest.substr(0, rest.size()) == rest : word_rest == rest;
  };
  const bool is_swapped = at + 1 < shorter && typed[at] == word[at + 1] && typed[at + 1] == word[at];
  return goes_on(at + 1, at + 1) || goes_on(at + 1, at) || goes_on(at, at + 1) ||
         (is_swapped && goes_on(at + 2, at + 2));
}

std::vector<TextHit::Span> joined(std::vector<TextHit::Span> spans) {
  std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::vector<TextHit::Span> apart;
  for (const TextHit::Span& span : spans) {
    if (!apart.empty() && span.begin <= apart.back().end) {
      apart.back().end = std::max(apart.back().end, span.end);
    } else {
      apart.push_back(span);
    }
  }
  return apart;
}

struct TypedWord {
  explicit TypedWord(std::string_view typed)
      : text(typed),
        letters(count_code_points(typed)),
        has_digit(typed.find_first_of("0123456789") != std::string_view::npos),
        is_ascii(samverka::is_ascii(typed)) {}
  std::string_view text;
  std::size_t letters;
  bool has_digit, is_ascii;
};

// Most words differ at once: after one edit one of the first two letters is still where it was or a place from it.
bool may_be_one_edit(std::string_view typed, std::string_view word) {
  if (typed.size() > word.size() + 1) return false;
  if (typed.size() < 2 || word.size() < 2) return true;
  return typed[0] == word[0] || typed[1] == word[0] || typed[0] == word[1] || typed[1] == word[1];
}

Meeting meeting_of(const TypedWord& typed, std::string_view word, bool word_is_ascii) {
  const std::size_t at = typed.letters >= TextIndex::least_for_part ? word.find(typed.text)
                         : word.starts_with(typed.text)             ? 0
                                                                    : std::string_view::npos;
  if (at == 0) return typed.text.size() == word.size() ? whole : beginning;
  if (at != std::string_view::npos) return part;
  if (typed.letters < TextIndex::least_for_typo || typed.has_digit)
    return no_score;  // a code nearly right is another one
  const bool may_be_unfinished = typed.letters >= TextIndex::least_for_typo_in_beginning;
  if (!typed.is_ascii || !word_is_ascii)
    return is_one_edit_away(typed.text, word, may_be_unfinished) ? one_wrong : no_score;
  if (!may_be_one_edit(typed.text, word)) return no_score;
  return is_one_edit(typed.text, word, may_be_unfinished) ? one_wrong : no_score;
}

// The word that a typed one meets best, the first of equally good ones.
struct Met {
  Meeting meeting = no_score;
  std::string_view word;
};
Met best_meeting(const TypedWord& typed, const std::vector<std::string_view>& words) {
  Met best;
  for (const std::string_view word : words) {
    const Meeting meeting = meeting_of(typed, word, is_ascii(word));
    if (meeting < best.meeting) best = {meeting, word};
  }
  return best;
}

// Places of what was typed in a text as it was given.
std::vector<TextHit::Span> marks_in(std::string_view text, const std::vector<TypedWord>& typed) {
  std::vector<std::uint32_t> origin;
  const std::string plain = searchable(text, &origin);
  const std::vector<std::string_view> words = words_in(plain, TextIndex::longest_text);
  std::vector<TextHit::Span> spans;
  for (const TypedWord& each : typed) {
    const Met met = best_meeting(each, words);
    if (met.meeting == no_score) continue;
    const auto word_at = static_cast<std::size_t>(met.word.data() - plain.data());
    const bool is_wrong = met.meeting == one_wrong;  // which of its letters is hard to say, and no matter
    const std::size_t begin = is_wrong ? word_at : word_at + met.word.find(each.text);
    const std::size_t last = (is_wrong ? word_at + met.word.size() : begin + each.text.size()) - 1;
    std::size_t end = last + 1;  // marks that were folded away belong to their letter
    while (end + 1 < origin.size() && origin[end] == origin[last]) ++end;
    spans.push_back({origin[begin], origin[end]});
  }
  return joined(std::move(spans));
}

}  // namespace

std::string searchable(std::string_view text, std::vector<std::uint32_t>* origin) {
  if (origin) origin->clear();
  WordWriter writer(origin);
  if (!origin) {
    writer.take(folded(text), 0, 0);
    return writer.finish();
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = cluster_length(text, at);
    writer.take(folded(text.substr(at, length)), at, at + length);
    at += length;
  }
  return writer.finish();
}

bool is_one_edit_away(std::string_view typed, std::string_view word, bool of_beginning) {
  if (is_ascii(typed) && is_ascii(word)) return is_one_edit(typed, word, of_beginning);
  const std::u32string typed_letters = letters_of(typed);
  const std::u32string word_letters = letters_of(word);
  return is_one_edit<std::u32string_view>(typed_letters, word_letters, of_beginning);
}

// ---- making it ----

TextIndex::TextIndex(const std::vector<IndexedThing>& things, std::size_t groups) : groups_(groups) {
  things_.reserve(things.size() + 1);
  for (const IndexedThing& thing : things) {
    things_.push_back({thing.group, thing.size, 0, static_cast<std::uint32_t>(texts_.size())});
    for (const IndexedText& given : thing.texts) {
      Text text{static_cast<std::uint32_t>(things_.size() - 1), given.field, given.is_name, 0, 0, 0, 0};
      text.begin = static_cast<std::uint32_t>(texts_as_given_.size());
      texts_as_given_ += cut_to_bytes(given.text, longest_text);
      text.end = static_cast<std::uint32_t>(texts_as_given_.size());
      text.folded_begin = static_cast<std::uint32_t>(folded_texts_.size());
      folded_texts_ += searchable(std::string_view(texts_as_given_).substr(text.begin));
      text.folded_end = static_cast<std::uint32_t>(folded_texts_.size());
      texts_.push_back(text);
    }
  }
  std::vector<std::string> names;
  names.reserve(things.size());
  for (const IndexedThing& thing : things) names.push_back(cut_to_bytes(thing.name, longest_text));
  const std::vector<std::uint32_t> order = swedish_ranks(names);
  for (std::size_t i = 0; i < order.size(); ++i) things_[i].order = order[i];
  things_.push_back({0, 0, 0, static_cast<std::uint32_t>(texts_.size())});  // where the texts of the last one end
  index_words();
}

std::string_view TextIndex::folded(const Text& text) const {
  return std::string_view(folded_texts_).substr(text.folded_begin, text.folded_end - text.folded_begin);
}

std::string_view TextIndex::word(std::size_t at) const {
  return std::string_view(all_words_).substr(words_[at].begin, words_[at].end - words_[at].begin);
}

void TextIndex::index_words() {
  std::unordered_map<std::string_view, std::uint32_t> found;
  std::vector<std::string_view> distinct;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> word_and_text;
  for (std::uint32_t t = 0; t < texts_.size(); ++t) {
    for (const std::string_view each : words_in(folded(texts_[t]), longest_text)) {
      const auto [at, is_new] = found.try_emplace(each, static_cast<std::uint32_t>(distinct.size()));
      if (is_new) distinct.push_back(each);
      word_and_text.emplace_back(at->second, t);
    }
  }
  posting_start_.assign(distinct.size() + 1, 0);
  postings_.resize(word_and_text.size());
  for (const auto& pair : word_and_text) ++posting_start_[pair.first + 1];
  std::partial_sum(posting_start_.begin(), posting_start_.end(), posting_start_.begin());
  std::vector<std::uint32_t> next = posting_start_;
  for (const auto& [at, text] : word_and_text) postings_[next[at]++] = text;
  for (const std::string_view each : distinct) {
    const auto begin = static_cast<std::uint32_t>(all_words_.size());
    all_words_ += each;
    words_.push_back({begin, static_cast<std::uint32_t>(all_words_.size()), is_ascii(each)});
  }
}

// ---- searching ----

struct TextIndex::Candidate {
  std::uint32_t thing = 0;
  std::uint8_t group = 0;
  Match match = Match::typo;
  std::uint64_t rank = 0;  // less is better
};

// What has been typed so far matches these things this well.
class TextIndex::Query {
 public:
  explicit Query(const TextIndex& index)
      : index_(index),
        met_(index.things_.size(), 0),
        worst_(index.things_.size(), whole),
        now_(index.things_.size(), no_score) {}

  // The things left must meet this word too. While many are left it is quicker to look through the distinct words.
  void narrow_by(const TypedWord& typed) {
    constexpr std::size_t words_in_a_thing = 8;
    const bool are_few = words_ > 0 && left_.size() * words_in_a_thing < index_.words_.size();
    std::vector<std::uint32_t> met = are_few ? ask_those_left(typed) : ask_words(typed);
    ++words_;
    for (const std::uint32_t thing : met) {
      met_[thing] = words_;
      worst_[thing] = std::max(worst_[thing], now_[thing]);
    }
    left_ = std::move(met);
  }

  const std::vector<std::uint32_t>& left() const { return left_; }
  std::uint8_t worst(std::uint32_t thing) const { return worst_[thing]; }

 private:
  std::vector<std::uint32_t> ask_words(const TypedWord& typed) {
    std::fill(now_.begin(), now_.end(), no_score);
    std::vector<std::uint32_t> met;
    for (std::size_t w = 0; w < index_.words_.size(); ++w) {
      const Meeting meeting = meeting_of(typed, index_.word(w), index_.words_[w].is_ascii);
      if (meeting == no_score) continue;
      for (std::uint32_t p = index_.posting_start_[w]; p < index_.posting_start_[w + 1]; ++p) {
        const std::uint32_t thing = index_.texts_[index_.postings_[p]].thing;
        if (met_[thing] != words_) continue;
        if (now_[thing] == no_score) met.push_back(thing);
        now_[thing] = std::min<std::uint8_t>(now_[thing], meeting);
      }
    }
    return met;
  }

  std::vector<std::uint32_t> ask_those_left(const TypedWord& typed) {
    std::vector<std::uint32_t> met;
    for (const std::uint32_t thing : left_) {
      now_[thing] = no_score;
      for (std::uint32_t t = index_.things_[thing].first_text; t < index_.things_[thing + 1].first_text; ++t) {
        const Meeting meeting = best_meeting(typed, words_in(index_.folded(index_.texts_[t]), longest_text)).meeting;
        now_[thing] = std::min<std::uint8_t>(now_[thing], meeting);
      }
      if (now_[thing] != no_score) met.push_back(thing);
    }
    return met;
  }

  const TextIndex& index_;
  std::uint8_t words_ = 0;
  // By thing: how many words it has met, how well at worst, and how well the present one.
  std::vector<std::uint8_t> met_, worst_, now_;
  std::vector<std::uint32_t> left_;
};

TextIndex::Candidate TextIndex::ranked(std::uint32_t thing, std::uint8_t worst, std::string_view whole_query) const {
  constexpr std::uint32_t largest = (1U << 28U) - 1;
  constexpr std::array<Match, 4> by_worst = {Match::word_prefix, Match::word_prefix, Match::substring, Match::typo};
  Candidate made{thing, things_[thing].group, by_worst[worst], 0};
  bool is_whole = worst == whole;
  for (std::uint32_t t = things_[thing].first_text; t < things_[thing + 1].first_text; ++t) {
    const std::string_view text = folded(texts_[t]);
    if (text.substr(0, whole_query.size()) != whole_query) continue;
    const bool is_exact = text.size() == whole_query.size();
    if (is_exact) made.match = Match::exact;
    if (!is_exact && texts_[t].is_name && made.match > Match::name_prefix) {
      made.match = Match::name_prefix;
      is_whole = text[whole_query.size()] == ' ';
    }
  }
  made.rank = static_cast<std::uint64_t>(made.match) << 61U | (is_whole ? std::uint64_t{0} : std::uint64_t{1} << 60U) |
              std::uint64_t{largest - std::min(things_[thing].size, largest)} << 32U | things_[thing].order;
  return made;
}

TextHit TextIndex::told(const Candidate& candidate, const std::vector<std::string_view>& typed_words) const {
  const std::vector<TypedWord> typed(typed_words.begin(), typed_words.end());
  struct Best {
    std::size_t met = 0;
    std::uint32_t badness = 0;
    std::uint32_t text = 0;
  } best;
  for (std::uint32_t t = things_[candidate.thing].first_text; t < things_[candidate.thing + 1].first_text; ++t) {
    Best now{0, 0, t};
    const std::vector<std::string_view> words = words_in(folded(texts_[t]), longest_text);
    for (const TypedWord& each : typed) {
      const Meeting meeting = best_meeting(each, words).meeting;
      now.met += meeting == no_score ? 0 : 1;
      if (meeting != no_score) now.badness += meeting;
    }
    const bool is_first = t == things_[candidate.thing].first_text;
    if (is_first || now.met > best.met || (now.met == best.met && now.badness < best.badness)) best = now;
  }
  const Text& text = texts_[best.text];
  TextHit hit{
      candidate.thing, candidate.match, text.field, texts_as_given_.substr(text.begin, text.end - text.begin), {}};
  hit.marked = marks_in(hit.text, typed);
  return hit;
}

std::vector<TextIndex::Group> TextIndex::find(std::string_view typed, std::size_t at_most_each) const {
  std::vector<Group> groups(groups_);
  const std::string whole_query = searchable(cut_to_bytes(typed, longest_query));
  const std::vector<std::string_view> typed_words = words_in(whole_query, most_words);
  if (typed_words.empty() || things_.empty()) return groups;
  Query query(*this);
  std::vector<std::string_view> longest_first = typed_words;
  std::stable_sort(longest_first.begin(), longest_first.end(),
                   [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
  for (const std::string_view each : longest_first) query.narrow_by(TypedWord(each));
  std::vector<std::vector<Candidate>> found(groups_);
  for (const std::uint32_t thing : query.left()) {
    const Candidate candidate = ranked(thing, query.worst(thing), whole_query);
    found[candidate.group].push_back(candidate);
  }
  for (std::size_t g = 0; g < groups_; ++g) {
    const std::size_t kept = std::min(at_most_each, found[g].size());
    std::partial_sort(
        found[g].begin(), found[g].begin() + static_cast<std::ptrdiff_t>(kept), found[g].end(),
        [](const Candidate& a, const Candidate& b) { return std::pair(a.rank, a.thing) < std::pair(b.rank, b.thing); });
    groups[g].count = found[g].size();
    for (std::size_t i = 0; i < kept; ++i) groups[g].hits.push_back(told(found[g][i], typed_words));
  }
  return groups;
}

}  // namespace samverka
