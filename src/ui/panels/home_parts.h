#pragma once
// What the cards of Läget are made of, and the cards.
#include <functional>
#include <string>
#include <vector>

#include "ui/panels/pages_state.h"
#include "ui/widgets.h"

namespace samverka::home {

constexpr std::size_t first_rows = 60;  // of a long list; the rest are counted

HomeState& state_of(const UiContext& ui);
const Texts& texts_of(const UiContext& ui);
std::string number(const UiContext& ui, std::size_t n);
std::string plural(const UiContext& ui, std::string_view key, std::size_t n, TextArgs args = {});
std::string joined(const std::vector<std::string>& parts);  // "a · b"
std::string area_name(const UiContext& ui, const AreaCode& code);
std::string agreement_title(const UiContext& ui, AgreementId id);

// One list of the page is open at a time, by the id that a click on its heading gives.
bool is_open(UiContext& ui, const std::string& list);
void toggle(UiContext& ui, const std::string& list);

// A button for each tab that shows the network, already looking at the place (and at the area, if one is given).
void draw_doors(UiContext& ui, const std::string& id, const AreaCode& area = {});

Firmness firmness_of(Standing standing);
void draw_agreements(UiContext& ui, const std::function<bool(const PlaceAgreement&)>& is_wanted);
void draw_agreement(UiContext& ui, const PlaceAgreement& row);
void draw_deadlines(UiContext& ui);
// Nobody has told of it and no survey has asked about it.
bool has_no_record(const Situation& situation, const AreaSituation& area);

void draw_figures(UiContext& ui);
void draw_steps(UiContext& ui);
void draw_areas(UiContext& ui);
void draw_deadline_card(UiContext& ui);
void draw_dues(UiContext& ui);
void draw_cooperation(UiContext& ui);
void draw_questions_card(UiContext& ui);

}  // namespace samverka::home
