#pragma once
// Words that must stand nowhere in a network that is handed on: the names and ids of actors that are left out.
#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/network.h"

namespace samverka {

// Many words looked for at once: a text costs its own length, however many they are.
class SecretWords {
 public:
  // Names count anywhere in a text if they have four characters, other words only by themselves.
  enum class Found { anywhere, by_itself };
  void add(std::string_view word, Found found);
  bool empty() const { return words_.empty(); }

  // The text with "…" for each word; the longest of those that begin at a place. Å and å, E and e are the same, and so
  // is a letter written as one or as two code points. False if nothing was changed.
  bool take_from(std::string& text) const;
  // The same of every text and member name in sound JSON; all else stays to the letter.
  bool take_from_json(std::string& json) const;
  // Does a word stand between the dashes, dots and underscores of an id?
  std::string without_ids(std::string_view key) const;

 private:
  struct Word {
    std::string text;  // small letters
    Found found;
  };
  const Word* word_at(std::string_view small, std::size_t at) const;
  bool replace_in(std::string& text) const;
  static std::size_t slot(std::string_view two);

  std::vector<Word> words_;
  std::bitset<65536> begins_;                                           // by their first two bytes
  std::unordered_map<std::size_t, std::vector<std::size_t>> by_begin_;  // longest first
};

// Of every actor that `is_gone`, but for what others bear too.
SecretWords secret_words(const Network& network, const std::vector<bool>& is_gone);

// Takes the words out of every row; keys and references that lead somewhere are ids and stay. Returns how many texts
// were changed.
std::size_t take_words_out(Network& network, const SecretWords& words);

}  // namespace samverka
