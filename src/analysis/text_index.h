#pragma once
// Things found by what somebody types: å ä ö and accents folded, whole words and beginnings of words, parts of words,
// and words with one letter wrong (but no numbers). Made once; a search looks through the distinct words, which are far
// fewer than the texts.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samverka {

// A text of a thing. `field` is the caller's own, and comes back with the hit.
struct IndexedText {
  std::uint8_t field = 0;
  bool is_name = false;  // a beginning of it is worth more than a beginning of a word in it
  std::string text;
};

struct IndexedThing {
  std::uint8_t group = 0;  // hits are ranked and counted by group
  std::uint32_t size = 0;  // of things that match equally well the largest comes first
  std::string name;        // and of equally large ones, Swedish order decides
  std::vector<IndexedText> texts;
};

// How well it matches, best first: the whole text; the beginning of a name; every word typed begins a word; some are
// only inside a word; some are one letter wrong.
enum class Match : std::uint8_t { exact, name_prefix, word_prefix, substring, typo };

struct TextHit {
  std::uint32_t thing = 0;  // which of the things given
  Match match = Match::exact;
  std::uint8_t field = 0;  // of the text that tells most of why
  std::string text;        // that text, at most `longest_text` bytes of it
  struct Span {
    std::size_t begin = 0, end = 0;
    bool operator==(const Span&) const = default;
  };
  std::vector<Span> marked;  // what matched in it, in bytes, from left to right
};

class TextIndex {
 public:
  static constexpr std::size_t longest_text = 400;               // bytes; the rest of a text is not searched
  static constexpr std::size_t longest_query = 200;              // bytes; what is typed beyond is left out
  static constexpr std::size_t least_for_part = 2;               // letters of a word that may be a part of another
  static constexpr std::size_t least_for_typo = 4;               // letters of a word that may be one letter wrong
  static constexpr std::size_t least_for_typo_in_beginning = 5;  // the same while the word is still being typed

  TextIndex() = default;
  explicit TextIndex(const std::vector<IndexedThing>& things, std::size_t groups);

  struct Group {
    std::vector<TextHit> hits;  // best first
    std::size_t count = 0;      // of all that match
  };
  // At most so many hits of each group. Every word typed must match some text of the thing. Nothing typed finds
  // nothing.
  std::vector<Group> find(std::string_view typed, std::size_t at_most_each) const;

  std::size_t word_count() const { return words_.size(); }

 private:
  struct Text {
    std::uint32_t thing = 0;
    std::uint8_t field = 0;
    bool is_name = false;
    std::uint32_t folded_begin = 0, folded_end = 0, begin = 0, end = 0;
  };
  struct Thing {
    std::uint8_t group = 0;
    std::uint32_t size = 0;
    std::uint32_t order = 0;  // place in Swedish order
    std::uint32_t first_text = 0;
  };
  struct Word {
    std::uint32_t begin = 0, end = 0;  // in all_words_
    bool is_ascii = true;
  };
  struct Candidate;
  class Query;

  std::string_view folded(const Text& text) const;
  std::string_view word(std::size_t at) const;
  void index_words();
  Candidate ranked(std::uint32_t thing, std::uint8_t worst, std::string_view whole_query) const;
  TextHit told(const Candidate& candidate, const std::vector<std::string_view>& typed_words) const;

  std::vector<Thing> things_;
  std::vector<Text> texts_;   // by thing
  std::string folded_texts_;  // words with a space between
  std::string texts_as_given_;
  std::string all_words_;  // distinct, one after the other
  std::vector<Word> words_;
  std::vector<std::uint32_t> posting_start_, postings_;  // texts by word
  std::size_t groups_ = 0;
};

// The words of a text as they are searched: folded, everything but letters and digits a space. `origin`, if given,
// takes the place in `text` of each byte of the answer.
std::string searchable(std::string_view text, std::vector<std::uint32_t>* origin = nullptr);

// Whether one letter more, less, other, or two that have changed places make `typed` of `word` (or of its beginning).
// The same word is not one edit away.
bool is_one_edit_away(std::string_view typed, std::string_view word, bool of_beginning = false);

}  // namespace samverka
