#pragma once
#include <string>
#include <string_view>

#include "app/assets.h"
#include "model/filter.h"

namespace samverka {

// The filter for people, followed by its own words: "inte område A0 Utanför (area!=A0)". Empty for an empty filter.
std::string filter_in_words(const Filter& filter, const Assets& assets, const Texts& texts);
// The same without the filter's own words.
std::string filter_in_plain_words(const Filter& filter, const Assets& assets, const Texts& texts);

// "gäller från"
std::string filter_key_in_words(std::string_view key, const Texts& texts);

// One value of a key for people: "Dalarnas län", "A4.1 Förskola och skola", "inte noterat". The value itself where
// nobody knows it.
std::string filter_value_in_words(std::string_view key, const std::string& value, const Assets& assets,
                                  const Texts& texts);

}  // namespace samverka
