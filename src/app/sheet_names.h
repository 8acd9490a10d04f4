#pragma once
// What the headings and places of a table may be called, in both languages of the window: those of the tab Tabell, of
// the forms and of the map, beside the format's own words.
#include "app/assets.h"
#include "io/sheet_import.h"
#include "model/network.h"

namespace samverka {

SheetNames sheet_names(const Assets& assets, const Network& network);

// The words for a member in a language, as the table's heading or the form has them; the member where neither has.
std::string member_words(RowSheet sheet, std::string_view member, const Texts& texts);

}  // namespace samverka
