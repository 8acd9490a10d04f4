#pragma once
// What the pages of the tab Stöd share.
#include <string>
#include <string_view>
#include <vector>

#include "analysis/support.h"
#include "ui/widgets.h"

namespace samverka::support {

std::string number(const UiContext& ui, std::size_t n);
const Network& network(const UiContext& ui);
std::string name_of(const UiContext& ui, ActorId actor);
std::string county_title(const UiContext& ui, const std::string& county);
void select_actor(UiContext& ui, ActorId actor);
void select_agreement(UiContext& ui, AgreementId agreement);

void choose_county(UiContext& ui, const std::string& code);
std::string footing_in_words(const UiContext& ui, Footing footing);
// ", varav 6 ej bekräftade", to follow how many are served; nothing for none.
std::string unconfirmed_in_words(const UiContext& ui, std::size_t n);

// Municipalities as words to click, one after the other.
void draw_municipalities(UiContext& ui, std::string_view id, const std::vector<ActorId>& municipalities);

void draw_overview(UiContext& ui);  // all counties

// Boxes in boxes: each structure, in it the counties it serves, in them their municipalities; last those that no record
// puts under any. Of one county, or of all (null).
void draw_nested(UiContext& ui, const std::vector<CountySupport>& counties, const CountySupport* only);

}  // namespace samverka::support
