#pragma once
// The counties and municipalities that a planner can call their own: those that the open network has.
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"

namespace samverka {

struct PlaceChoice {
  std::string code;    // "20" or "2080"
  std::string name;    // "Dalarna", "Falun"
  std::string county;  // of a municipality: its county's name; of a county empty
};

// Counties first, then municipalities, each in Swedish order. A county is there for each code that a municipality or a
// region of the network has.
std::vector<PlaceChoice> place_choices(const Session& session);

// As people say it: "Dalarna" for Dalarnas län, but "Stockholms län" where a municipality is called Stockholm. A county
// that is on no map has its region's name. Empty for a code that the network does not have.
std::string place_name(const Session& session, std::string_view code);
bool has_place(const Session& session, std::string_view code);

// Those whose name the typed letters begin, then those that have them within; å ä ö may be typed as a o. All where
// nothing is typed.
std::vector<PlaceChoice> matching(const std::vector<PlaceChoice>& choices, std::string_view typed);

// Shows the place in the open tab and the others: a county by its filter; a municipality selected, with those it has
// agreements with. Other clauses of the filter stay; an earlier place does not.
void look_at_place(Session& session, std::string_view code);

}  // namespace samverka
