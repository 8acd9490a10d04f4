#pragma once
// What a click on a row of the filter panel does to a filter.
#include <string_view>

#include "model/filter.h"

namespace samverka {

bool is_chosen(const Filter& filter, std::string_view key, std::string_view value);    // named by a clause of the key
bool is_left_out(const Filter& filter, std::string_view key, std::string_view value);  // named after a `!=`
// Values that the filter names for the key, chosen or left out; the default `area!=A0` is none.
std::size_t count_named(const Filter& filter, std::string_view key);

// The first click on a value shows only that one; further ones add to it or take away, as one clause with commas. None
// left: the key is cleared. An area takes the place of its parent and of its own clauses, which it would repeat.
void toggle_value(Filter& filter, std::string_view key, std::string_view value, const Taxonomy& taxonomy);
// Shows only this; a second time clears the key.
void choose_only(Filter& filter, std::string_view key, std::string_view value);
// Says no more of the key than the default filter does.
void clear_key(Filter& filter, std::string_view key);

}  // namespace samverka
